"""The API measured against bare functions that do the same queries."""
