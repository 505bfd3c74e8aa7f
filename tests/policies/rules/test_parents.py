"""What becomes of a text that details another one when that one ends."""

from datetime import date
from unittest import TestCase

from policies.rules.legal_state import (
    DocumentFacts,
    EventKind,
    LegalEvent,
    Parent,
    Regime,
    intervals,
    parent_ends,
    regime_on,
)

# Issued, events upon the text, and for each parent its effect and its end: what falls.
# A parent without a day of effect is of unknown effect until its end.
TABLE = """
# the last day of the 2015 law, and the first of the 2025 one
2020-01-01 -       2016-07-01/2025-03-31                       2025-03-31
2020-01-01 -       2016-07-01/2025-04-01                       -
2025-03-01 -       2016-07-01/2025-10-01                       -
2020-01-01 -       2016-07-01/-                                -
# another document that it details is still in force then, or not
2020-01-01 -       2016-07-01/2024-07-01,2018-01-01/-          -
2020-01-01 -       2016-07-01/2024-07-01,2018-01-01/2024-07-01 2024-07-01,2024-07-01
2020-01-01 -       2016-07-01/2024-07-01,2018-01-01/2024-12-01 2024-12-01
2020-01-01 -       2016-07-01/2024-07-01,2018-01-01/2025-12-01 -
2020-01-01 -       2016-07-01/2024-07-01,2024-07-01/-          -
2020-01-01 -       2016-07-01/2024-07-01,2024-08-01/-          2024-07-01
2020-01-01 -       2016-07-01/2024-07-01,-/-                   -
# kept beyond the day by an act that extends it
2020-01-01 open    2016-07-01/2024-07-01                       -
2020-01-01 longer  2016-07-01/2024-07-01                       -
2020-01-01 shorter 2016-07-01/2024-07-01                       2024-07-01
2020-01-01 later   2016-07-01/2024-07-01                       2024-07-01
# issued only when the parent had ended
2024-07-01 -       2016-07-01/2024-07-01                       -
2024-06-30 -       2016-07-01/2024-07-01                       2024-07-01
-          -       2016-07-01/2024-07-01                       2024-07-01
"""
ACTS = {
    "open": (date(2024, 7, 1), None),
    "longer": (date(2024, 1, 1), date(2026, 1, 1)),
    "shorter": (date(2024, 1, 1), date(2024, 7, 1)),
    "later": (date(2024, 7, 2), None),
}


def day(text: str) -> date | None:
    """Read a day; "-" is none."""
    return None if text == "-" else date.fromisoformat(text)


def parent(text: str) -> Parent:
    """Make a parent of its days of effect and end."""
    effective_on, ends_on = map(day, text.split("/"))
    facts = DocumentFacts("normative", "adopted", None, effective_on, ends_on)
    return Parent(text, intervals(facts, ()))


def falls(issued: str, act: str, parents: str) -> str:
    """Give the days on which a text ends with its parents."""
    facts = DocumentFacts("normative", "adopted", day(issued), day(issued), None)
    acts = [
        LegalEvent(EventKind.EXTENDED, start, until, name, whole=True)
        for name, (start, until) in ACTS.items()
        if name == act
    ]
    found = parent_ends(facts, acts, [parent(one) for one in parents.split(",")])
    return ",".join(str(one.effective_on) for one in found) or "-"


class ParentTests(TestCase):
    """The table above."""

    def test_every_case(self) -> None:
        for line in TABLE.strip().splitlines():
            if not line.startswith("#"):
                issued, act, parents, expected = line.split()
                with self.subTest(line):
                    self.assertEqual(expected, falls(issued, act, parents))

    def test_the_relation_is_named_as_the_cause(self) -> None:
        facts = DocumentFacts("normative", "adopted", None, date(2018, 1, 1), None)
        gone = parent("2016-07-01/2024-07-01")
        (event,) = parent_ends(facts, [], [gone])
        self.assertEqual(gone.cause, event.cause)
        last = intervals(facts, [event])[-1]
        self.assertEqual(("ended", "parent_ended"), (last.state, last.decided_by))

    def test_the_day_decides_which_law_it_is(self) -> None:
        self.assertEqual(Regime.LAW_80_2015, regime_on(date(2025, 3, 31)))
        self.assertEqual(Regime.LAW_64_2025, regime_on(date(2025, 4, 1)))
