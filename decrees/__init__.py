"""Subordinate legislation: decrees, circulars, decisions and delegations."""
