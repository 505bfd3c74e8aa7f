"""Tests of subordinate legislation."""
