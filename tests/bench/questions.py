"""The requests that are measured: a filtered list, one record, a search."""

from dataclasses import dataclass

HOST = "127.0.0.1"
"""Host that every request names, so that addresses in the answers are the same."""

DETAIL = "synthetic-000007"


@dataclass(frozen=True)
class Question:
    """One request: what the table calls it, and its path."""

    name: str
    path: str


QUESTIONS = (
    Question(
        "list",
        "/api/v1/documents/?kind=decree&issued_on__gte=2020-01-01"
        "&ordering=-issued_on&page_size=50",
    ),
    Question("detail", f"/api/v1/documents/{DETAIL}/"),
    Question("search", "/api/v1/documents/?q=tri+tue+nhan+tao&page_size=50"),
)
