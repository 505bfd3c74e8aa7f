"""Tests of the services: what is written, refused and kept in step."""
