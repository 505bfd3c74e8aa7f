"""The mirror of docs/api.md, kept equal to a real server through all that happens."""
