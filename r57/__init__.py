"""The project: wiring only, no word of the law in it."""

__version__ = "0.1.0"
