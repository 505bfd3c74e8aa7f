"""Tests of the admin of the policy framework."""
