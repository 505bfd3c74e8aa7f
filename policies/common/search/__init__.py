"""Search by words, with and without accents, ranked alike on both engines."""

from policies.common.search.expressions import Found, Relevance, search
from policies.common.search.matches import match
from policies.common.search.query import (
    LONGEST_QUERY,
    QUERY_WORDS,
    Query,
    read_query,
)
from policies.common.search.stored import Section, Source, folded

__all__ = [
    "LONGEST_QUERY",
    "QUERY_WORDS",
    "Found",
    "Query",
    "Relevance",
    "Section",
    "Source",
    "folded",
    "match",
    "read_query",
    "search",
]
