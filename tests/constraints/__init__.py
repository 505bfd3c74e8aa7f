"""Every rule that the database holds, each broken through raw SQL."""
