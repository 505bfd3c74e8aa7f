"""Tests of the policy framework."""
