"""Writing records from data of outside."""
