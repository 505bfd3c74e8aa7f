"""Exports, from the cell of a CSV file to the files of a state."""
