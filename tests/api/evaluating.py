"""Asking for evaluations in tests, over HTTP only."""

from typing import Any

import orjson

from tests.api.calls import CLIENT, JSON, Answer

SPLIT = "commercialisation-revenue-split-30-70"
PROFIT = "author-share-of-at-least-30-percent-of-profit"
FIVE_G = "support-for-5g-stations-as-announced"
ARTICLE_11 = "support-for-5g-stations-article-11"
DAY = "2025-06-01"


def post(address: str, body: Any) -> Answer:
    """Post a body to an address of the API; what is not bytes is written as JSON."""
    content = body if isinstance(body, bytes) else orjson.dumps(body)
    found = CLIENT.post(f"/api/v1/{address}", data=content, content_type=JSON)
    return Answer(found.status_code, found.headers["Content-Type"], found.content)


def evaluate(slug: str, inputs: Any, **body: Any) -> Answer:
    """Evaluate a measure on a day of 2025, unless another one is said."""
    return post(f"measures/{slug}/evaluate/", {"as_of": DAY, "inputs": inputs, **body})


def dong(value: int | str) -> dict[str, str]:
    """Tell an amount of dong."""
    return {"value": str(value), "unit": "vnd"}


def five_g(stations: int, investment: int = 2_500_000_000_000, **over: Any) -> Any:
    """Tell what the support for 5G as announced asks."""
    return {
        "investment": dong(investment),
        "stations": {"value": str(stations), "unit": "count"},
        "first_built_on": {"day": "2025-01-02"},
        "last_built_on": {"day": "2025-05-31"},
        **over,
    }


def amounts(answer: Answer) -> list[str]:
    """Give the amounts of an answer."""
    return [one["value"] for one in answer.body["amounts"]]


def faults(answer: Answer) -> set[tuple[str, str]]:
    """Give the pointer and code of every fault."""
    return {(one["pointer"], one["code"]) for one in answer.body["errors"]}
