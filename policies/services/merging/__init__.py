"""Merging: two records that turned out to be one."""

from policies.services.merging.merge import merge_records

__all__ = ["merge_records"]
