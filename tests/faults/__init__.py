"""Real faults of a real database, on servers and databases of their own."""
