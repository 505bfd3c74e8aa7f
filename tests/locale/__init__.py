"""The interface texts and their translations."""
