"""Evaluations measured against a bare function with the same arithmetic.

The bare function has the percentages, thresholds and days preloaded and computes the
same amounts with the same decimals; it reads nothing, checks nothing, explains
nothing. Beside it stand the rule alone (inputs read, conditions judged, steps kept)
on a rule read once, and the whole: rules and citations read from the database, and
the answer written, for a batch of one and of a hundred.
"""

import os
import sys
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from time import perf_counter
from typing import Any

import orjson
from django.db import connection
from rest_framework.test import APIRequestFactory

from policies.api.evaluate import EvaluateMany
from policies.services.evaluating import Promise, promises
from tests.bench.figures import Spread

SPLIT = "commercialisation-revenue-split-30-70"
FIVE_G = "support-for-5g-stations-as-announced"
DAY = date(2025, 6, 1)
BATCH = 100
HUNDREDTH = Decimal("0.01")
ONE = Decimal(1)
Told = dict[str, Any]


def told_split(amount: int) -> Told:
    """Tell the split a revenue."""
    return {"revenue": {"value": str(amount), "unit": "vnd"}}


def told_five_g(amount: int) -> Told:
    """Tell the support for 5G an investment that qualifies."""
    return {
        "investment": {"value": str(amount), "unit": "vnd"},
        "stations": {"value": "21000", "unit": "count"},
        "first_built_on": {"day": "2025-01-02"},
        "last_built_on": {"day": "2025-05-31"},
    }


ASKED = [
    (FIVE_G, told_five_g(10**12 + place))
    if place % 2
    else (SPLIT, told_split(10**9 + place))
    for place in range(BATCH)
]


def bare_split(told: Told) -> tuple[Decimal, ...]:
    """Split a revenue into 30 and 70 percent."""
    revenue = Decimal(told["revenue"]["value"])
    less = (revenue * 30 * HUNDREDTH).quantize(ONE, ROUND_HALF_UP)
    return less, revenue - less


def bare_five_g(told: Told) -> tuple[Decimal, ...]:
    """Give 15 percent of an investment, if the stations and days qualify."""
    stations = Decimal(told["stations"]["value"])
    first = date.fromisoformat(told["first_built_on"]["day"])
    last = date.fromisoformat(told["last_built_on"]["day"])
    if stations < 20000 or first < date(2025, 1, 1) or last >= date(2026, 1, 1):
        return ()
    investment = Decimal(told["investment"]["value"])
    return ((investment * 15 * HUNDREDTH).quantize(ONE, ROUND_HALF_UP),)


BARE = {SPLIT: bare_split, FIVE_G: bare_five_g}


def bare() -> list[tuple[Decimal, ...]]:
    """Compute the batch by the bare functions."""
    return [BARE[slug](told) for slug, told in ASKED]


def by_rules(held: dict[str, Promise]) -> list[tuple[Decimal, ...]]:
    """Evaluate the batch by rules that were read before."""
    return [
        tuple(one.value for one in held[slug].evaluate(told, DAY).amounts)
        for slug, told in ASKED
    ]


def whole(count: int) -> list[tuple[Decimal, ...]]:
    """Ask the API for the first evaluations of the batch, in this process."""
    body = {
        "evaluations": [
            {"measure": slug, "as_of": DAY.isoformat(), "inputs": told}
            for slug, told in ASKED[:count]
        ]
    }
    request = APIRequestFactory().post(
        "/api/v1/evaluate/", orjson.dumps(body), content_type="application/json"
    )
    response = EvaluateMany.as_view()(request)
    response.render()
    return [
        tuple(Decimal(amount["value"]) for amount in one["amounts"])
        for one in orjson.loads(response.content)["results"]
    ]


def rate(work: Callable[[], Any], evaluations: int, seconds: float) -> float:
    """Give the evaluations a second of work that is repeated for a time."""
    began, done = perf_counter(), 0
    while perf_counter() - began < seconds:
        work()
        done += evaluations
    return done / (perf_counter() - began)


def main() -> None:
    """Run the rounds and print rates and ratios."""
    held = promises([SPLIT, FIVE_G])
    seconds = float(os.environ["BENCH_SECONDS"])
    rounds = [
        (
            rate(bare, BATCH, seconds),
            rate(lambda: by_rules(held), BATCH, seconds),
            rate(lambda: whole(BATCH), BATCH, seconds),
            rate(lambda: whole(1), 1, seconds),
        )
        for _ in range(int(os.environ["BENCH_ROUNDS"]))
    ]
    names = ("bare functions", "rules read before", "batch of 100", "one by one")
    sys.stdout.write(
        f"evaluations/s, {connection.vendor}, min/mid/max of {len(rounds)} rounds\n"
    )
    for name, each in zip(names, zip(*rounds, strict=True), strict=True):
        slower = Spread.of(
            [first[0] / one for first, one in zip(rounds, each, strict=True)]
        )
        sys.stdout.write(f"{name:20} {Spread.of(list(each))}   bare x {slower}\n")
