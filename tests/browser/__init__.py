"""Tests that use the register as officers do, in a browser."""
