"""The API of subordinate legislation."""
