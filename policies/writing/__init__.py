"""Writing records from data of outside: files, partners, bulk; by shapes and services.

The room stands above the catalog and below the API and the commands, which share it.
"""
