"""Command line of the register."""
