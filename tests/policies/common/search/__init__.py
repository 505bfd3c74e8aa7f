"""Tests of the search's parts."""
