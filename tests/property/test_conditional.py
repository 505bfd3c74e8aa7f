"""However the register is edited, a tag stands for one answer alone."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from policies.common.models import Record
from policies.models import Document
from tests.api.held import change, get
from tests.factories import make_agency, make_law, make_person, make_relation

DAYS = st.sampled_from(["2025-01-01", "2025-06-01", "2030-01-01"])
WORDS = st.sampled_from(["Một", "Hai", 'Ba "[]{},', "\\u0000", "’ ư"])
EDITS = st.lists(
    st.tuples(st.just("note"), WORDS)
    | st.tuples(st.just("issuer"), WORDS)
    | st.tuples(st.just("signer"), WORDS)
    | st.tuples(st.just("signers"), st.permutations([0, 1, 2]))
    | st.tuples(st.just("signers"), st.sampled_from([[], [0], [1], [0, 2]]))
    | st.tuples(st.just("repealed"), DAYS)
    | st.tuples(st.just("elsewhere"), WORDS),
    max_size=8,
)


class Edited:
    """A law with what is shown of other records, and a record that is not shown."""

    def __init__(self) -> None:
        self.people = [make_person() for _ in range(3)]
        self.issuer, self.other = make_agency(), make_agency()
        self.law: Document = make_law(issuer=self.issuer, signers=self.people[:2])
        self.repeal = make_relation(target=self.law, type="repeals")

    def edit(self, what: str, value: Any) -> None:
        """Change one thing."""
        named: dict[str, tuple[Record, str]] = {
            "note": (self.law, "note"),
            "issuer": (self.issuer, "name"),
            "signer": (self.people[0], "name"),
            "repealed": (self.repeal, "effective_on"),
            "elsewhere": (self.other, "name"),
        }
        if what == "signers":
            change(self.law, signers=[self.people[place] for place in value])
        else:
            record, member = named[what]
            change(record, **{member: value})


class TagProperties(TestCase):
    """Bodies and tags of a record and of its list, after each of some edits."""

    @settings(max_examples=25, deadline=None)
    @given(EDITS)
    def test_answers_that_differ_have_tags_that_differ(
        self, edits: list[tuple[str, Any]]
    ) -> None:
        edited = Edited()
        record = f"laws/{edited.law.slug}/"
        listed = f"laws/?slug={edited.law.slug}"
        seen: dict[str, dict[str, bytes]] = {record: {}, listed: {}}
        for what, value in [("elsewhere", "Không"), *edits]:
            edited.edit(what, value)
            for address, bodies in seen.items():
                response = get(address)
                kept = bodies.setdefault(response["ETag"], response.content)
                self.assertEqual(kept, response.content)
        found = list(seen[record].values())
        self.assertEqual(len(found), len(set(found)), "two tags for one answer")
