"""The API of the policy framework."""
