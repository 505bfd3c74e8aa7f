"""What the register said at a past time: ``known_at`` on lists and single records."""

from datetime import date
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from policies.choices import RelationType
from policies.common.api.parts import parts
from policies.common.collections import Collection
from policies.common.models import RecordState
from policies.models import Document
from tests.api.calls import BY_NAME, COLLECTIONS, ask, records, slugs
from tests.api.past import (
    BEFORE_THE_REGISTER,
    DOCUMENTS,
    MEASURES,
    RELATIONS,
    TERMS,
    PastCase,
)
from tests.factories import (
    make_agency,
    make_decree,
    make_law,
    make_measure,
    make_person,
    make_relation,
    make_subject,
    make_term,
    make_unresolved_citation,
)


class WholeRegisterTests(PastCase):
    """Every collection of the real register."""

    def everything(self, collection: Collection, *pairs: tuple[str, str]) -> Any:
        """Read all records with all that belongs to them."""
        included = ",".join(parts(collection.serializer))
        asked = [("include", included)] if included else []
        return records(collection, [*asked, *pairs])

    def test_what_is_known_now_is_the_ordinary_answer(self) -> None:
        now = timezone.now().isoformat()
        for one in COLLECTIONS:
            with self.subTest(one.name):
                ordinary = self.everything(one)
                self.assertTrue(ordinary)
                self.assertEqual(ordinary, self.everything(one, ("known_at", now)))

    def test_before_the_register_there_was_nothing(self) -> None:
        for one in COLLECTIONS:
            with self.subTest(one.name):
                found = self.everything(one, ("known_at", BEFORE_THE_REGISTER))
                self.assertEqual([], found)

    def test_every_order_is_the_ordinary_one(self) -> None:
        now = timezone.now().isoformat()
        for one in COLLECTIONS:
            for order in one.all_orders:
                query = [("ordering", f"-{order}"), ("page_size", "7")]
                with self.subTest(one.name, order=order):
                    past = slugs(one, [*query, ("known_at", now)])
                    self.assertEqual(slugs(one, query), past)

    def test_the_past_costs_as_many_queries_as_today(self) -> None:
        for one in COLLECTIONS:
            included = ",".join(parts(one.serializer))
            query = [("count", "true")] + [("include", included)] * bool(included)
            counts = []
            for more in ([], [("known_at", timezone.now().isoformat())]):
                with CaptureQueriesContext(connection) as captured:
                    ask(f"{one.name}/", [*query, *more])
                counts.append(len(captured))
            with self.subTest(one.name):
                self.assertEqual(counts[0], counts[1])

    def test_without_a_time_no_statement_is_touched(self) -> None:
        with patch("policies.common.snapshot.in_the_past") as rewritten:
            for one in COLLECTIONS:
                ask(f"{one.name}/", [("count", "true")])
        rewritten.assert_not_called()


class DocumentTests(PastCase):
    """Documents that were corrected late."""

    def test_a_corrected_title_is_old_before_and_new_from_that_time_on(self) -> None:
        with self.on(1):
            law = make_law(title="Luật Quyxyzzy")
        self.change(3, law, title="Luật Zyxxyuq")
        titles = [self.told(day, law, DOCUMENTS)["title"] for day in (1, 2, 3, 4)]
        self.assertEqual(["Luật Quyxyzzy"] * 2 + ["Luật Zyxxyuq"] * 2, titles)
        for day, word in ((2, "quyxyzzy"), (3, "zyxxyuq")):
            with self.subTest(day=day):
                self.assertEqual([law.slug], self.found(day, DOCUMENTS, ("q", word)))
        self.assertEqual([], self.found(3, DOCUMENTS, ("q", "quyxyzzy")))
        self.assertEqual([], self.found(2, DOCUMENTS, ("q", "zyxxyuq")))

    def test_a_late_correction_of_a_day_moves_the_legal_state_only_after_it(
        self,
    ) -> None:
        with self.on(1):
            law = make_law(effective_on=date(2025, 10, 1))
        self.change(3, law, effective_on=date(2026, 10, 1))
        on_day = ("as_of", "2026-01-01")
        for day, state, holds in ((2, "in_force", 1), (3, "not_yet_in_force", 0)):
            with self.subTest(day=day):
                address = f"laws/{law.slug}/"
                told = self.ask(day, address, on_day, ("include", "legal_states")).body
                self.assertEqual(state, told["legal_state"]["state"])
                self.assertEqual(
                    told["included"]["legal_states"][-1]["starts_on"],
                    told["effective_on"],
                )
                own = ("slug", law.slug)
                found = self.found(day, DOCUMENTS, own, on_day, ("legal_state", state))
                self.assertEqual([law.slug], found)
                holding = ("in_force_on", "2026-01-01")
                found = self.found(day, DOCUMENTS, own, holding)
                self.assertEqual([law.slug] * holds, found)

    def test_the_state_that_was_shown_is_that_of_the_day_it_was_shown_on(self) -> None:
        tomorrow = timezone.localdate(self.time(5))
        with self.on(1):
            law = make_law(effective_on=tomorrow, issued_on=date(2025, 1, 1))
        for day, state in ((4, "not_yet_in_force"), (5, "in_force")):
            with self.subTest(day=day):
                told = self.told(day, law, DOCUMENTS)
                self.assertEqual(state, told["legal_state"]["state"])

    def test_lists_are_those_of_the_time_in_their_printed_order(self) -> None:
        people = [make_person(slug=slug) for slug in ("zung", "an")]
        agencies = [make_agency(), make_agency()]
        subjects = [make_subject(), make_subject()]
        with self.on(1):
            decree = make_decree(
                signers=people, co_issuers=agencies[:1], subjects=subjects
            )
        self.change(3, decree, signers=people[::-1], co_issuers=agencies, subjects=[])
        first = self.told(2, decree, DOCUMENTS)
        last = self.told(3, decree, DOCUMENTS)
        self.assertEqual(["zung", "an"], [one["slug"] for one in first["signers"]])
        self.assertEqual(["an", "zung"], [one["slug"] for one in last["signers"]])
        self.assertEqual(1, len(first["co_issuers"]))
        self.assertEqual(2, len(last["co_issuers"]))
        self.assertEqual(2, len(first["subjects"]))
        self.assertEqual([], last["subjects"])
        by_subject = ("subjects", subjects[0].slug)
        self.assertEqual([decree.slug], self.found(2, DOCUMENTS, by_subject))
        self.assertEqual([], self.found(3, DOCUMENTS, by_subject))

    def test_a_list_is_walked_to_its_end_at_one_time(self) -> None:
        with self.on(1):
            laws = [make_law(title="Luật Quyxyzzy").slug for _ in range(5)]
        late = Document.objects.get(slug=laws[2])
        self.change(3, late, state=RecordState.WITHDRAWN)
        query = (("q", "quyxyzzy"), ("page_size", "2"), ("count", "true"))
        self.assertEqual(sorted(laws), sorted(self.found(2, DOCUMENTS, *query)))
        self.assertEqual(4, len(self.found(3, DOCUMENTS, *query)))
        self.assertEqual(5, self.ask(2, "documents/", *query).body["count"])

    def test_a_cursor_belongs_to_its_time(self) -> None:
        page = self.ask(0, "documents/", ("page_size", "2")).body
        cursor = ("cursor", page["next_cursor"])
        self.assertEqual(200, self.ask(0, "documents/", cursor).status)
        self.assertEqual(400, self.ask(1, "documents/", cursor).status)


class RelationTests(PastCase):
    """Relations, what they do to legal state, and filters by them."""

    def test_a_relation_taken_back_still_acts_before_that_time(self) -> None:
        with self.on(1):
            law = make_law()
            acting = make_decree(effective_on=date(2026, 1, 1))
            relation = make_relation(
                source=acting, target=law, type=RelationType.REPEALS
            )
        self.change(3, relation, state=RecordState.WITHDRAWN)
        on_day = ("as_of", "2026-02-01")
        for day, state, there in ((2, "ended", 1), (3, "in_force", 0)):
            with self.subTest(day=day):
                told = self.ask(day, f"laws/{law.slug}/", on_day).body
                self.assertEqual(state, told["legal_state"]["state"])
                found = self.found(day, DOCUMENTS, ("repeals", law.slug))
                self.assertEqual([acting.slug] * there, found)
                found = self.found(day, RELATIONS, ("target", law.slug))
                self.assertEqual([relation.slug] * there, found)
                part = ("include", "incoming")
                told = self.ask(day, f"documents/{law.slug}/", part).body
                self.assertEqual(there, len(told["included"]["incoming"]))

    def test_a_relation_points_where_it_then_pointed(self) -> None:
        with self.on(1):
            one, other = make_law(), make_law()
            relation = make_relation(target=one)
        self.change(3, relation, target=other)
        for day, target in ((2, one), (3, other)):
            with self.subTest(day=day):
                told = self.told(day, relation, RELATIONS)
                self.assertEqual(target.slug, told["target"]["slug"])
                found = self.found(day, DOCUMENTS, ("details", target.slug))
                self.assertEqual([relation.source.slug], found)

    def test_all_that_follows_from_a_change_is_known_at_once(self) -> None:
        with self.on(1):
            waiting = make_unresolved_citation(text="9876/2024/NĐ-CP")
        with self.on(3):
            decree = make_decree(number="9876/2024/NĐ-CP", issued_on=date(2024, 6, 1))
        cited = ("target", decree.slug)
        self.assertEqual([], self.found(2, RELATIONS, cited))
        (relation,) = self.found(3, RELATIONS, cited)
        unresolved = BY_NAME["unresolved-citations"]
        self.assertIsNone(self.told(2, waiting, unresolved)["relation"])
        told = self.told(3, waiting, unresolved)
        self.assertEqual(relation, told["relation"]["slug"])

    def test_the_standing_of_a_relation_follows_what_was_known(self) -> None:
        with self.on(1):
            acting = make_decree(effective_on=date(2026, 1, 1))
            relation = make_relation(source=acting)
        self.change(3, acting, effective_on=date(2026, 3, 1))
        own, on_day = ("slug", relation.slug), ("as_of", "2026-02-01")
        for day, standing in ((2, "in_effect"), (3, "not_yet")):
            with self.subTest(day=day):
                query = (own, on_day, ("standing", standing))
                self.assertEqual([relation.slug], self.found(day, RELATIONS, *query))


class MeasureTests(PastCase):
    """Measures and the quantities in them."""

    def test_a_corrected_quantity_is_old_before_and_new_after(self) -> None:
        with self.on(1):
            measure = make_measure()
            term = make_term(measure=measure, value="30")
        self.change(3, term, value="35.5")
        for day, value in ((2, "30"), (3, "35.5")):
            with self.subTest(day=day):
                self.assertEqual(value, self.told(day, term, TERMS)["value"])
                query = (("measure", measure.slug), ("value", value))
                self.assertEqual([term.slug], self.found(day, TERMS, *query))
                part = ("include", "terms")
                told = self.ask(day, f"measures/{measure.slug}/", part).body
                self.assertEqual(
                    [value], [one["value"] for one in told["included"]["terms"]]
                )

    def test_a_chain_is_walked_as_it_then_was(self) -> None:
        with self.on(1):
            above, below = make_law(), make_decree()
            relation = make_relation(source=below, target=above)
            measure = make_measure(document=below)
        self.change(3, relation, state=RecordState.WITHDRAWN)
        for day, there in ((2, 1), (3, 0)):
            with self.subTest(day=day):
                found = self.found(day, MEASURES, ("under", above.slug))
                self.assertEqual([measure.slug] * there, found)

    def test_facets_are_counted_as_of_that_time(self) -> None:
        with self.on(1):
            law = make_law()
            measure = make_measure(document=law, instrument="fund")
        self.change(3, measure, instrument="award")
        query = (("document", law.slug), ("facets", "instrument"))
        for day, code in ((2, "fund"), (3, "award")):
            with self.subTest(day=day):
                facet = self.ask(day, "measures/", *query).body["facets"]["instrument"]
                counts = [(one["value"], one["count"]) for one in facet["values"]]
                self.assertEqual([(code, 1)], counts)

    def test_the_names_of_other_records_are_those_of_the_time(self) -> None:
        with self.on(1):
            measure = make_measure(subjects=[make_subject(name="Quyxyzzy")])
        subject = measure.subjects.get()
        self.change(3, subject, name="Zyxxyuq")
        for day, name in ((2, "Quyxyzzy"), (3, "Zyxxyuq")):
            (told,) = self.told(day, measure, MEASURES)["subjects"]
            with self.subTest(day=day):
                self.assertEqual(name, told["name"])
