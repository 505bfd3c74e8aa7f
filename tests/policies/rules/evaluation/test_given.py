"""What is told is read strictly: a refusal names the input, nothing is assumed."""

from typing import Any
from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from policies.choices import RuleKind, Unit
from policies.rules.evaluation import RefusedInputsError, Rule, read_given
from tests.policies.rules.evaluation.rules import a_day, a_yes, an_input

RULE = Rule(
    RuleKind.ELIGIBILITY,
    (an_input("revenue"), an_input("power", Unit.GIGAWATT), a_day("on"), a_yes("new")),
)
GOOD = {
    "revenue": {"value": "1000000000", "unit": "vnd"},
    "power": {"value": "4.5", "unit": "gigawatt"},
    "on": {"day": "2025-06-01"},
    "new": {"answer": False},
}
json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["value", "unit", "day", "answer", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


def refusal(**told: Any) -> set[tuple[tuple[str, ...], str]]:
    """Tell what is good but for some inputs, and give what is refused."""
    try:
        read_given(RULE, {**GOOD, **told})
    except RefusedInputsError as refused:
        return {(one.path, one.code) for one in refused.faults}
    return set()


class ReadingTests(TestCase):
    """Each fault by the input and member it is in."""

    def test_what_is_good_is_taken(self) -> None:
        self.assertEqual(set(), refusal())

    def test_every_input_is_needed(self) -> None:
        with self.assertRaises(RefusedInputsError) as caught:
            read_given(RULE, {})
        missing = {one.path for one in caught.exception.faults}
        self.assertEqual({(name,) for name in GOOD}, missing)

    def test_numbers(self) -> None:
        for value, code in (
            ("-1", "negative"),
            ("1e400", "wrong_type"),
            ("NaN", "wrong_type"),
            ("Infinity", "wrong_type"),
            ("1.5", "not_whole"),
            ("1,000", "wrong_type"),
            ("٣", "wrong_type"),
            ("", "wrong_type"),
            ("9" * 19, "too_large"),
            (1000, "wrong_type"),
            (1.5, "wrong_type"),
            (True, "wrong_type"),
        ):
            with self.subTest(value=value):
                found = refusal(revenue={"value": value, "unit": "vnd"})
                self.assertEqual({(("revenue", "value"), code)}, found)

    def test_a_whole_number_may_be_written_with_zeros(self) -> None:
        self.assertEqual(set(), refusal(revenue={"value": "1.000", "unit": "vnd"}))

    def test_units(self) -> None:
        for unit in ("usd", "VND", "", 1):
            with self.subTest(unit=unit):
                found = refusal(revenue={"value": "1", "unit": unit})
                self.assertEqual({(("revenue", "unit"), "wrong_unit")}, found)

    def test_a_number_without_unit(self) -> None:
        found = refusal(revenue={"value": "1"})
        self.assertEqual({(("revenue", "unit"), "missing")}, found)

    def test_days_and_answers(self) -> None:
        for told, wanted in (
            ({"on": {"day": "2025-02-30"}}, (("on", "day"), "not_a_day")),
            ({"on": {"day": "20250601"}}, (("on", "day"), "wrong_type")),
            ({"on": {"day": 20250601}}, (("on", "day"), "wrong_type")),
            ({"on": "2025-06-01"}, (("on",), "wrong_type")),
            ({"on": {"value": "1"}}, (("on", "value"), "unknown_member")),
            ({"new": {"answer": "true"}}, (("new", "answer"), "wrong_type")),
            ({"new": {"answer": 1}}, (("new", "answer"), "wrong_type")),
            ({"new": None}, (("new",), "missing")),
            ({"newer": {"answer": True}}, (("newer",), "unknown_input")),
        ):
            with self.subTest(told=told):
                self.assertEqual({wanted}, refusal(**told))

    @given(st.dictionaries(st.sampled_from([*GOOD, "other"]), json, max_size=5))
    def test_anything_is_either_read_or_refused(self, told: dict[str, Any]) -> None:
        try:
            read = read_given(RULE, told)
        except RefusedInputsError as refused:
            self.assertTrue(all(one.path and one.code for one in refused.faults))
        else:
            self.assertEqual(set(GOOD), set(read))
