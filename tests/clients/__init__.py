"""Clients generated from the live document, type-checked and run: docs/clients.md."""
