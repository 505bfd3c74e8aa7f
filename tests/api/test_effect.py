"""What rests on provisions of a document, and what touches it from when."""

from datetime import date
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.common.models import Record, RecordState
from policies.common.registry import with_basis
from policies.models import Law, Measure, Provision
from policies.services import effect
from tests.api.calls import PROBLEM, JSONRecord, ask
from tests.contract.validation import violations
from tests.factories import (
    make_condition,
    make_decree,
    make_delegation,
    make_document,
    make_law,
    make_measure,
    make_provision,
    make_relation,
    make_target,
    make_task,
    make_term,
)


def told(slug: str, query: str = "") -> JSONRecord:
    """Ask for an effect, and hold it to the schema."""
    answer = ask(f"documents/{slug}/effect/", query)
    broken = violations("Effect", answer.body)
    if answer.status != 200 or broken:
        raise AssertionError((answer.content, broken))
    body: JSONRecord = answer.body
    return body


def reached(records: list[JSONRecord]) -> dict[tuple[str, str], str]:
    """Say of each record how far it is touched."""
    return {(one["collection"], one["slug"]): one["reach"] for one in records}


class RegisterTests(TestCase):
    """The end of Resolution 193/2025/QH15 as it stands in the register."""

    def test_what_rests_on_article_11_is_the_support_of_5g(self) -> None:
        body = told("193-2025-qh15", "provision=193-2025-qh15-art-11")
        sure = {
            (one["collection"], one["provision"]["slug"])
            for one in body["resting"]
            if one["reach"] == "whole"
        }
        self.assertIn(("measures", "193-2025-qh15-art-11"), sure)
        self.assertIn(("terms", "193-2025-qh15-art-11"), sure)
        self.assertEqual({"193-2025-qh15-art-11"}, {slug for _name, slug in sure})

    def test_the_law_that_repeals_a_part_not_named_touches_all_unclearly(self) -> None:
        body = told("193-2025-qh15")
        (act,) = body["acts"]
        self.assertEqual("93-2025-qh15-repeals-193-2025-qh15", act["cause"]["slug"])
        self.assertEqual("93-2025-qh15", act["cause"]["document"]["slug"])
        self.assertEqual(("2025-10-01", False), (act["since"], act["whole"]))
        self.assertEqual({"unclear"}, set(reached(act["touches"]).values()))
        self.assertEqual(len(body["resting"]), len(act["touches"]))
        self.assertEqual({"2025-10-01"}, {one["since"] for one in body["resting"]})


class RestingTests(TestCase):
    """Which records rest on a provision."""

    law: Law
    chapter: Provision
    article: Provision
    clause: Provision

    @classmethod
    def setUpTestData(cls) -> None:
        cls.law = make_law()
        own: dict[str, Any] = {"document": cls.law}
        cls.chapter = make_provision(level="chapter", label="II", **own)
        cls.article = make_provision(parent=cls.chapter, **own)
        cls.clause = make_provision(
            parent=cls.article, level="clause", label="1", **own
        )

    def resting(self, *provisions: Provision) -> dict[tuple[str, str], str]:
        query = "&".join(f"provision={one.slug}" for one in provisions)
        return reached(told(self.law.slug, query)["resting"])

    def test_every_kind_of_record_with_a_basis_is_found(self) -> None:
        own: dict[str, Any] = {"document": self.law, "provision": self.article}
        measure = make_measure(**own)
        made: dict[str, Record] = {
            "measures": measure,
            "terms": make_term(measure=make_measure(), provision=self.article),
            "conditions": make_condition(measure=measure, provision=self.article),
            "targets": make_target(**own),
            "tasks": make_task(**own),
            "delegations": make_delegation(**own),
        }
        found = self.resting(self.article)
        self.assertEqual({one.name for one in with_basis()}, made.keys())
        for name, record in made.items():
            self.assertEqual("whole", found[name, record.slug], name)

    def test_a_provision_includes_those_inside_it(self) -> None:
        measure = make_measure(document=self.law, provision=self.clause)
        key = ("measures", measure.slug)
        self.assertEqual("whole", self.resting(self.chapter)[key])
        self.assertEqual("whole", self.resting(self.clause)[key])

    def test_a_record_on_an_article_is_touched_in_part_by_its_clause(self) -> None:
        measure = make_measure(document=self.law, provision=self.article)
        found = self.resting(self.clause)
        self.assertEqual("part", found["measures", measure.slug])

    def test_where_only_the_document_is_known_it_is_unclear(self) -> None:
        measure = make_measure(document=self.law)
        key = ("measures", measure.slug)
        self.assertEqual("unclear", self.resting(self.clause)[key])
        self.assertEqual("whole", self.resting()[key])

    def test_a_term_without_a_provision_rests_on_that_of_its_measure(self) -> None:
        measure = make_measure(document=self.law, provision=self.article)
        inherits = make_term(measure=measure, role="rate")
        other = make_provision(document=self.law)
        own = make_term(measure=measure, role="cap", provision=other)
        found = self.resting(self.article)
        self.assertEqual("whole", found["terms", inherits.slug])
        self.assertNotIn(("terms", own.slug), found)
        self.assertEqual("whole", self.resting(other)["terms", own.slug])

    def test_a_term_of_another_documents_provision_rests_there(self) -> None:
        elsewhere = make_provision()
        term = make_term(
            measure=make_measure(document=self.law), provision=elsewhere, role="rate"
        )
        self.assertNotIn(("terms", term.slug), self.resting())
        found = reached(told(elsewhere.document.slug)["resting"])
        self.assertEqual("whole", found["terms", term.slug])

    def test_drafts_are_not_told(self) -> None:
        make_measure(document=self.law, state=RecordState.DRAFT)
        self.assertEqual({}, self.resting())


class ActTests(TestCase):
    """What is done to provisions, from which day."""

    law: Law
    article: Provision
    other: Provision
    measure: Measure

    @classmethod
    def setUpTestData(cls) -> None:
        cls.law = make_law()
        cls.article = make_provision(document=cls.law)
        cls.measure = make_measure(document=cls.law, provision=cls.article)
        cls.other = make_provision(document=cls.law)

    def test_a_suspension_touches_what_rests_on_its_provisions(self) -> None:
        acting = make_decree(effective_on=date(2026, 1, 1))
        made = make_relation(
            source=acting,
            type="suspends",
            target=self.law,
            whole=False,
            target_provisions=[self.article],
            until=date(2026, 7, 1),
        )
        for day, expected in (
            ("2025-12-31", "to_come"),
            ("2026-01-01", "acting"),
            ("2026-07-01", "over"),
        ):
            (act,) = told(self.law.slug, f"as_of={day}")["acts"]
            self.assertEqual(expected, act["timing"])
        self.assertEqual(("suspends", "2026-01-01"), (act["kind"], act["since"]))
        self.assertEqual("acting_effective", act["basis"])
        self.assertEqual(
            (made.slug, "2026-07-01"), (act["cause"]["slug"], act["until"])
        )
        self.assertEqual("bị đình chỉ, tạm ngưng bởi", act["kind_label"])
        (touched,) = act["touches"]
        self.assertEqual(self.measure.slug, touched["slug"])
        self.assertEqual(("whole", "2026-01-01"), (touched["reach"], touched["since"]))
        self.assertEqual(self.article.slug, touched["provision"]["slug"])

    def test_acts_on_other_provisions_are_left_out_when_one_is_asked_for(self) -> None:
        make_relation(
            type="amends",
            target=self.law,
            whole=False,
            target_provisions=[self.other],
        )
        asked = told(self.law.slug, f"provision={self.article.slug}")
        self.assertEqual([], asked["acts"])
        self.assertIsNone(asked["resting"][0]["since"])
        self.assertEqual(1, len(told(self.law.slug)["acts"]))

    def test_a_provision_that_ends_by_itself_is_an_act(self) -> None:
        ending = make_provision(document=self.law, ends_on=date(2027, 3, 1))
        term = make_term(measure=make_measure(), provision=ending)
        (act,) = told(self.law.slug)["acts"]
        self.assertEqual(("own_end", "2027-03-01"), (act["kind"], act["since"]))
        self.assertEqual(ending.slug, act["cause"]["slug"])
        self.assertEqual({("terms", term.slug): "whole"}, reached(act["touches"]))

    def test_a_document_that_sets_its_own_end_ends_all(self) -> None:
        pilot = make_law(ends_on=date(2030, 3, 1))
        task = make_task(document=pilot)
        (act,) = told(pilot.slug)["acts"]
        self.assertEqual(("document", True), (act["cause"]["record"], act["whole"]))
        self.assertEqual({("tasks", task.slug): "whole"}, reached(act["touches"]))

    def test_relations_that_change_nothing_are_no_acts(self) -> None:
        make_relation(target=self.law, type="details")
        make_relation(target=self.law, type="repeals", state=RecordState.DRAFT)
        self.assertEqual([], told(self.law.slug)["acts"])

    def test_a_draft_law_only_plans_to_act(self) -> None:
        planned = make_document(number="", stage="drafting")
        day = date(2026, 1, 1)
        make_relation(
            source=planned, target=self.law, type="replaces", effective_on=day
        )
        (act,) = told(self.law.slug)["acts"]
        self.assertEqual("planned", act["timing"])

    def test_acts_come_by_day_and_unknown_days_last(self) -> None:
        for day in (None, date(2027, 1, 1), date(2026, 1, 1)):
            make_relation(target=self.law, type="amends", effective_on=day)
        days = [act["since"] for act in told(self.law.slug)["acts"]]
        self.assertEqual(["2026-01-01", "2027-01-01", None], days)
        self.assertEqual("2026-01-01", told(self.law.slug)["resting"][0]["since"])


class AnswerTests(TestCase):
    """Costs, bounds and refusals."""

    def test_the_number_of_queries_does_not_depend_on_what_is_found(self) -> None:
        for slug, cost in (("193-2025-qh15", 11), ("93-2025-qh15", 10)):
            with self.subTest(slug), CaptureQueriesContext(connection) as captured:
                told(slug)
                self.assertEqual(cost, len(captured))

    def test_what_lies_beyond_a_bound_is_said_to_be_left_out(self) -> None:
        law = make_law()
        for _number in range(3):
            make_measure(document=law)
            make_relation(target=law, type="amends")
        with (
            patch.object(effect, "MOST_RECORDS", 2),
            patch.object(effect, "MOST_ACTS", 2),
        ):
            body = told(law.slug)
        self.assertEqual((False, ["acts", "records"]), (body["complete"], body["cut"]))
        self.assertEqual(2, len(body["acts"]))
        self.assertEqual(2, len(body["resting"]))

    def test_a_provision_of_another_document_is_refused_by_name(self) -> None:
        law, other = make_law(), make_provision()
        for value in (other.slug, "no-such-provision", "Khoản 1", ""):
            answer = ask(f"documents/{law.slug}/effect/", [("provision", value)])
            with self.subTest(value):
                self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                self.assertEqual("provision", answer.body["errors"][0]["parameter"])

    def test_other_bad_questions_are_refused(self) -> None:
        law = make_law()
        for query in ("as_of=2025-02-30", "known_at=2025-01-01", "on=2025-01-01"):
            answer = ask(f"documents/{law.slug}/effect/", query)
            with self.subTest(query):
                self.assertEqual(400, answer.status)
                name = query.partition("=")[0]
                self.assertEqual(name, answer.body["errors"][0]["parameter"])
        self.assertEqual(404, ask("documents/no-such-law/effect/").status)
