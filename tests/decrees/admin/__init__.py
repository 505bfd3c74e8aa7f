"""Tests of the admin of subordinate legislation."""
