"""Replaying the log from 0 into an empty mirror gives exactly what is public."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import orjson
from django.test import TestCase
from django.utils import timezone

from policies.choices import RelationType
from policies.common.api.plain import plain_plan
from policies.common.api.searched import searched
from policies.common.models import RecordState
from policies.models import Document, RegisterVersion
from policies.services import save_record
from policies.services.emitting import emit_due
from policies.services.merging import merge_records
from policies.services.removing import delete_record
from tests.api.calls import JSONRecord, ask
from tests.factories import (
    make_agency,
    make_citation,
    make_delegation,
    make_document,
    make_law,
    make_measure,
    make_provision,
    make_relation,
    make_subject,
    make_term,
    make_unresolved_citation,
)

Key = tuple[str, str]
GONE = {"withdraw", "merge", "delete"}


class Mirror:
    """What a client keeps that knows the log alone."""

    def __init__(self) -> None:
        self.records: dict[Key, JSONRecord] = {}
        self.after = 0
        self.log = ""
        self.entries: list[JSONRecord] = []

    def poll(self, pages: int = 1_000_000) -> None:
        """Read on from where it stands, and apply; at most so many pages."""
        known = [("log", self.log)] if self.log else []
        query = [("after", self.after), ("include", "record"), ("page_size", 200)]
        answer = ask("changes/", [*query, *known])
        for _page in range(pages):
            body = answer.body
            self.log = body["log"]
            for entry in body["results"]:
                self.apply(entry)
            if body["next"] is None:
                self.after = body["last"]
                return
            answer = ask("changes/", urlsplit(body["next"]).query)

    def apply(self, entry: JSONRecord) -> None:
        """Take over the record of an entry, or remove it."""
        key = (entry["collection"], entry["slug"])
        self.after = entry["sequence"]
        self.entries.append(entry)
        if entry["record"] is None:
            self.records.pop(key, None)
        else:
            self.records[key] = entry["record"]


def public() -> dict[Key, JSONRecord]:
    """Give every public record in the plain form, as it is written out."""
    found: dict[Key, JSONRecord] = {}
    for name, one in searched().items():
        plain = plain_plan(one.collection.serializer)
        for row in plain.read(one.collection.published()):
            found[name, row["slug"]] = orjson.loads(orjson.dumps(row))
    return found


def change(record: Any, **values: Any) -> None:
    """Change values of a record and save it."""
    for name, value in values.items():
        setattr(record, name, value)
    save_record(record)


class ReplayTests(TestCase):
    """A mirror that follows the log is equal, whatever was done meanwhile."""

    def assert_equal(self, mirror: Mirror) -> None:
        """Compare a mirror, and one that begins from 0, with the register."""
        mirror.poll()
        afresh = Mirror()
        afresh.poll()
        self.assertEqual(public(), mirror.records)
        self.assertEqual(public(), afresh.records)

    def test_the_whole_register(self) -> None:
        mirror = Mirror()
        mirror.poll()
        self.assertEqual(public(), mirror.records)
        self.assertGreater(len(mirror.records), 2000)

    def test_a_referred_record_comes_before_those_that_refer_to_it(self) -> None:
        mirror = Mirror()
        mirror.poll()
        known: set[str] = set()
        relations = 0
        for entry in mirror.entries:
            record = entry["record"]
            if entry["collection"] == "relations" and record:
                relations += 1
                self.assertLessEqual({record["source"], record["target"]}, known)
            known.add(entry["slug"])
        self.assertTrue(relations)

    def test_creations_edits_and_withdrawals(self) -> None:
        mirror = Mirror()
        mirror.poll()
        law = make_law(subjects=[make_subject()], co_issuers=[make_agency()])
        draft = make_subject(state=RecordState.DRAFT)
        term, delegation = make_term(), make_delegation(document=law)
        make_citation(document=law)
        self.assert_equal(mirror)
        change(law, title="Tên khác", number="9997/2025/QH15")
        save_record(law, lists={"subjects": [], "co_issuers": [make_agency()]})
        change(term, value="31.5")
        self.assert_equal(mirror)
        change(delegation, state=RecordState.WITHDRAWN)
        change(draft, state=RecordState.PUBLISHED)
        self.assert_equal(mirror)
        change(draft, state=RecordState.DRAFT)
        change(delegation, state=RecordState.PUBLISHED)
        self.assert_equal(mirror)

    def test_what_follows_from_an_edit(self) -> None:
        """Parts are renumbered, and a citation that waited becomes a relation."""
        mirror = Mirror()
        mirror.poll()
        article = make_provision(label="9001")
        make_provision(
            document=article.document, parent=article, level="clause", label="1"
        )
        make_unresolved_citation(text="9996/2025/QH15", type=RelationType.BASED_ON)
        change(article, label="9002")
        law = make_law(number="9996/2025/QH15")
        self.assertTrue(law.incoming.exists())
        self.assert_equal(mirror)

    def test_deletions_and_mergers(self) -> None:
        mirror = Mirror()
        law, other = make_law(), make_law()
        article = make_provision(document=law)
        make_relation(target=law)
        make_measure(document=law, subjects=[make_subject()])
        subject, twin = make_subject(), make_subject()
        make_document(subjects=[subject, twin])
        mirror.poll()
        merge_records(law, other, reason="trùng")
        merge_records(subject, twin)
        delete_record(make_subject())
        lone = make_provision(document=other)
        self.assert_equal(mirror)
        delete_record(lone)
        self.assert_equal(mirror)
        kinds = {one["slug"]: (one["kind"], one["into"]) for one in mirror.entries}
        self.assertEqual(("merge", other.slug), kinds[law.slug])
        self.assertEqual(("merge", twin.slug), kinds[subject.slug])
        self.assertEqual(("delete", None), kinds[lone.slug])
        record = mirror.records["provisions", article.slug]
        self.assertEqual(other.slug, record["document"])

    def test_a_change_of_day(self) -> None:
        """No record changes with the day; the log tells the states beside them."""
        today = timezone.localdate()
        emit_due()
        RegisterVersion.objects.update(logged_day=today - timedelta(days=1))
        mirror = Mirror()
        mirror.poll()
        law, measure = make_law(effective_on=today), make_measure(effective_on=today)
        emit_due()
        self.assert_equal(mirror)
        states = {
            one["slug"]: one["new_state"]
            for one in mirror.entries
            if one["kind"] == "state_changed"
        }
        self.assertEqual("in_force", states[law.slug])
        self.assertEqual("in_effect", states[measure.slug])

    def test_an_interrupted_run_goes_on_where_it_stood(self) -> None:
        mirror = Mirror()
        mirror.poll(pages=2)
        self.assertEqual(400, mirror.after)
        document = Document.objects.get(slug="57-nq-tw")
        change(document, summary="Sửa trong lúc gián đoạn")
        self.assert_equal(mirror)

    def test_whoever_applies_an_entry_twice_has_the_same(self) -> None:
        mirror = Mirror()
        mirror.poll()
        mirror.after = 0
        self.assert_equal(mirror)

    def test_a_relation_that_ends_a_law_and_is_withdrawn(self) -> None:
        mirror = Mirror()
        mirror.poll()
        yesterday = timezone.localdate() - timedelta(days=1)
        law, acting = make_law(effective_on=yesterday), make_law(effective_on=yesterday)
        relation = make_relation(source=acting, type=RelationType.REPEALS, target=law)
        change(relation, state=RecordState.WITHDRAWN)
        self.assert_equal(mirror)
        states = [one["new_state"] for one in mirror.entries if one["slug"] == law.slug]
        self.assertEqual([None, "ended", "in_force"], states)

    def test_names_of_what_leaves_are_enough_to_remove_it(self) -> None:
        """Without its record, the kind of an entry says whether it leaves."""
        subject = make_subject()
        change(subject, state=RecordState.WITHDRAWN)
        mirror = Mirror()
        mirror.poll()
        last = {(one["collection"], one["slug"]): one["kind"] for one in mirror.entries}
        gone = {key for key, kind in last.items() if kind in GONE}
        self.assertIn(("subjects", subject.slug), gone)
        self.assertEqual(set(), gone & mirror.records.keys())
