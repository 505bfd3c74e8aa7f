"""The OpenAPI document and what is really answered agree."""
