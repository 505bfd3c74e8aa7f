"""What holds on a day, and what acts on what, for documents of the register."""

from datetime import UTC, datetime
from unittest.mock import patch

from django.test import TestCase

from policies.choices import DocumentKind
from policies.common.models import RecordState
from policies.models import Document, Relation
from policies.services import save_record
from tests.api.calls import BY_NAME, JSONRecord, ask, records, slugs

DOCUMENTS = BY_NAME["documents"]

DAYS = (
    ("93-2025-qh15", "2025-09-30", False, "before its own day"),
    ("93-2025-qh15", "2025-10-01", True, "its own day"),
    ("93-2025-qh15", "2026-10-01", True, "afterwards"),
    ("29-2013-qh13", "2025-10-01", False, "replaced by 93/2025/QH15"),
    ("29-2013-qh13", "2025-09-30", False, "its own day is not known"),
    ("80-2015-qh13", "2016-06-30", False, "before its own day"),
    ("80-2015-qh13", "2016-07-01", True, "its own day"),
    ("80-2015-qh13", "2025-03-31", True, "the last day"),
    ("80-2015-qh13", "2025-04-01", False, "replaced by 64/2025/QH15"),
    ("193-2025-qh15", "2025-02-18", False, "before its own day"),
    ("193-2025-qh15", "2025-02-19", True, "the day it was adopted"),
    ("193-2025-qh15", "2025-10-01", True, "still partly, after 93/2025/QH15"),
    ("148-2025-qh15", "2026-06-30", False, "before its own day"),
    ("148-2025-qh15", "2026-07-01", True, "its own day"),
    ("67-2006-qh11", "2026-07-01", False, "repealed by 148/2025/QH15"),
    ("149-2025-nd-cp", "2025-01-01", True, "effect before issue"),
    ("57-nq-tw", "2025-10-01", False, "a document of the Party"),
)
ANY_DAYS = ("1990-01-01", "2016-08-05", "2025-01-09", "2025-10-01", "2026-07-01")

KINDS = {
    "resolutions": {
        "na_resolution",
        "nasc_resolution",
        "joint_resolution",
        "gov_resolution",
        "judges_resolution",
        "council_resolution",
        "party_resolution",
    },
    "laws": {"constitution", "code", "law"},
    "decrees": {"decree"},
    "circulars": {"circular", "joint_circular"},
    "decisions": {"decision"},
}


def in_force(day: str) -> set[str]:
    """Ask which documents have effect on a day."""
    return set(slugs(DOCUMENTS, [("in_force_on", day)]))


class DayTests(TestCase):
    """``in_force_on`` on telling days."""

    def test_a_document_has_effect_on_the_days_it_should(self) -> None:
        for slug, day, expected, why in DAYS:
            with self.subTest(slug, day=day, why=why):
                self.assertEqual(expected, slug in in_force(day))

    def test_a_typed_list_answers_as_the_list_of_all_documents(self) -> None:
        for day in ANY_DAYS:
            laws = slugs(BY_NAME["laws"], [("in_force_on", day)])
            with self.subTest(day):
                self.assertEqual(in_force(day) & set(slugs(BY_NAME["laws"])), set(laws))

    def test_documents_of_the_party_never_have_legal_effect(self) -> None:
        party = set(slugs(DOCUMENTS, [("family", "party")]))
        self.assertTrue(party)
        for day in ANY_DAYS:
            self.assertEqual(set(), in_force(day) & party)

    def test_a_document_without_a_known_day_is_never_said_to_hold(self) -> None:
        unknown = set(slugs(DOCUMENTS, [("effective_on__isnull", "true")]))
        self.assertTrue(unknown)
        for day in ANY_DAYS:
            self.assertEqual(set(), in_force(day) & unknown)

    def test_a_relation_that_is_withdrawn_has_no_effect_any_more(self) -> None:
        relation = Relation.objects.get(slug="64-2025-qh15-replaces-80-2015-qh13")
        relation.state = RecordState.WITHDRAWN
        save_record(relation)
        self.assertIn("80-2015-qh13", in_force("2025-04-01"))


class TodayTests(TestCase):
    """``legal_state`` of a record is that of today, where today is in Viet Nam."""

    def law(self, moment: datetime) -> JSONRecord:
        """Read law 93/2025/QH15 at a moment."""
        with patch("django.utils.timezone.now", return_value=moment):
            found: JSONRecord = ask("laws/93-2025-qh15/").body["legal_state"]
            state = [("legal_state", found["state"]), ("slug", "93-2025-qh15")]
            self.assertEqual(["93-2025-qh15"], slugs(DOCUMENTS, state))
        return found

    def test_the_state_changes_when_the_day_comes_in_viet_nam(self) -> None:
        evening = datetime(2025, 9, 30, 16, 59, 59, tzinfo=UTC)
        self.assertEqual("not_yet_in_force", self.law(evening)["state"])
        midnight = datetime(2025, 9, 30, 17, 0, 0, tzinfo=UTC)
        self.assertEqual("in_force", self.law(midnight)["state"])

    def test_the_state_names_the_event_that_decides_it(self) -> None:
        body = ask("laws/29-2013-qh13/", "include=legal_states").body
        expected = {
            "state": "ended",
            "starts_on": "2025-10-01",
            "until": None,
            "reason": "replaced",
            "cause": "93-2025-qh15-replaces-29-2013-qh13",
        }
        self.assertEqual(expected, body["legal_state"])
        self.assertEqual(expected, body["included"]["legal_states"][-1])
        self.assertEqual("unknown", body["included"]["legal_states"][0]["state"])

    def test_the_law_does_not_apply_to_documents_of_the_party_alone(self) -> None:
        party = slugs(DOCUMENTS, [("family", "party")])
        self.assertEqual(party, slugs(DOCUMENTS, [("legal_state", "not_applicable")]))


class KindTests(TestCase):
    """The typed lists hold exactly their kinds of documents."""

    def test_a_typed_list_is_the_list_of_documents_of_its_kinds(self) -> None:
        rows = records(DOCUMENTS)
        for name, kinds in KINDS.items():
            with self.subTest(name):
                expected = [row for row in rows if row["kind"] in kinds]
                self.assertEqual(expected, records(BY_NAME[name]))
                self.assertTrue(expected)

    def test_every_kind_stands_in_its_list_alone(self) -> None:
        for kind in DocumentKind.values:
            Document.objects.filter(slug="93-2025-qh15").update(kind=kind)
            for name, kinds in KINDS.items():
                with self.subTest(name, kind=kind):
                    found = ask(f"{name}/93-2025-qh15/").status
                    self.assertEqual(200 if kind in kinds else 404, found)


class ActTests(TestCase):
    """Documents by what they do to another one."""

    def test_what_carries_out_resolution_57_is_found(self) -> None:
        found = slugs(DOCUMENTS, [("implements", "57-nq-tw")])
        for slug in ("193-2025-qh15", "93-2025-qh15", "03-nq-cp", "1131-qd-ttg"):
            self.assertIn(slug, found)
        self.assertNotIn("57-nq-tw", found)

    def test_the_decrees_that_detail_a_law_are_found(self) -> None:
        expected = [f"{number}-2025-nd-cp" for number in (262, 263, 264, 265, 267, 268)]
        found = slugs(BY_NAME["decrees"], [("details", "93-2025-qh15")])
        self.assertEqual(expected, found)

    def test_several_documents_are_alternatives(self) -> None:
        query = [("details", "93-2025-qh15"), ("details", "193-2025-qh15")]
        alone = [set(slugs(DOCUMENTS, [pair])) for pair in query]
        self.assertEqual(alone[0] | alone[1], set(slugs(DOCUMENTS, query)))

    def test_not_acting_on_a_document_is_the_rest(self) -> None:
        acting = set(slugs(DOCUMENTS, [("implements", "57-nq-tw")]))
        others = set(slugs(DOCUMENTS, [("implements__n", "57-nq-tw")]))
        self.assertEqual(set(), acting & others)
        self.assertEqual(set(slugs(DOCUMENTS)), acting | others)

    def test_a_relation_that_is_not_public_does_not_count(self) -> None:
        relation = Relation.objects.get(slug="93-2025-qh15-implements-57-nq-tw")
        for state in ("draft", "in_review", "withdrawn"):
            Relation.objects.filter(pk=relation.pk).update(state=state)
            found = slugs(DOCUMENTS, [("implements", "57-nq-tw")])
            self.assertNotIn("93-2025-qh15", found)

    def test_nothing_acts_on_a_document_that_is_not_there(self) -> None:
        self.assertEqual([], slugs(DOCUMENTS, [("implements", "no-such-document")]))
