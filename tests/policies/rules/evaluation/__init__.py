"""Evaluation of measures, free of tables."""
