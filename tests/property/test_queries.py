"""Whatever is asked, a list answers or says what is wrong; it never fails."""

from urllib.parse import quote_from_bytes, quote_plus

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from policies.common.api.pages import PARAMETERS
from policies.common.collections import Collection
from tests.api.calls import COLLECTIONS, PROBLEM, ask

ODD = (
    "",
    " ",
    "0",
    "-1",
    "true",
    "null",
    "2025-02-29",
    "2024-02-29",
    "9999-12-31",
    "0001-01-01",
    "9999-12-31T23:59:59.999999Z",
    "0001-01-01T00:00:00+00:00",
    "9" * 18,
    "9" * 18 + ".999999",
    "9223372036854775807",
    "57-NQ/TW",
    "đột phá",
    "%",
    "_",
    "\\",
    "'; --",
    "\u200b",
    "ﬀ",
    "\U0001f600",
)
texts = st.sampled_from(ODD) | st.text(max_size=30)
dates = st.dates().map(str)
times = st.datetimes(timezones=st.timezones()).map(lambda moment: moment.isoformat())
numbers = st.integers().map(str) | st.decimals().map(str)
raw = st.binary(max_size=12).map(quote_from_bytes)
quoted = (texts | dates | times | numbers).map(quote_plus)


@st.composite
def queries(draw: st.DrawFn) -> tuple[Collection, str]:
    """Draw a collection, and a query of known and unknown names and odd values."""
    collection = draw(st.sampled_from(COLLECTIONS))
    known = [*collection.filterset.base_filters, *PARAMETERS, "q", "include"]
    codes = [
        code
        for made in collection.filterset.base_filters.values()
        for code in getattr(made, "choices", [])
    ]
    names = st.sampled_from(known)
    values = quoted | raw | st.sampled_from([str(code) for code in codes] or ["a"])
    pair = st.tuples(names, values) | st.tuples(raw, values)
    pairs = draw(st.lists(pair, max_size=4))
    return collection, "&".join(f"{name}={value}" for name, value in pairs)


class QueryProperties(TestCase):
    """Any query of any list."""

    @settings(max_examples=600, deadline=None)
    @given(queries())
    def test_it_is_answered_or_refused(self, asked: tuple[Collection, str]) -> None:
        collection, query = asked
        answer = ask(f"{collection.name}/", query)
        self.assertIn(answer.status, {200, 400}, answer.content)
        if answer.status == 400:
            self.assertEqual(PROBLEM, answer.type)
            self.assertTrue(answer.body["errors"])
