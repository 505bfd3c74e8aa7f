"""Many processes at a time, on a database of their own."""
