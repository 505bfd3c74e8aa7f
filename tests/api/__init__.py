"""What the API answers: every collection, every filter, every refusal."""
