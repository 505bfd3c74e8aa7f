"""The day of the law that is asked for: ``as_of``, ``standing`` and ``in_force_on``."""

from datetime import UTC, date, datetime
from typing import Any
from unittest.mock import patch

from django.test import TestCase

from policies.choices import DocumentStage, RelationType, Standing
from policies.common.api.select import select
from policies.common.collections import Collection
from policies.common.dates import contains
from policies.models import Document
from tests.api.calls import BY_NAME, JSONRecord, ask, records, slugs
from tests.factories import make_decree, make_measure, make_relation, make_term

DOCUMENTS = BY_NAME["documents"]
STANDING = [BY_NAME[name] for name in ("relations", "measures", "terms")]
DATED = {
    "documents",
    "resolutions",
    "laws",
    "decrees",
    "circulars",
    "decisions",
    "relations",
    "measures",
    "terms",
    "targets",
    "indicators",
}
DAYS = (
    "1999-12-31",
    "2025-02-18",
    "2025-02-19",
    "2025-10-01",
    "2026-07-01",
    "2046-01-01",
)
CASES: tuple[tuple[str | None, str | None, Standing], ...] = (
    ("2025-10-02", None, Standing.NOT_YET),
    ("2025-10-01", None, Standing.IN_EFFECT),
    ("2025-09-30", "2025-10-02", Standing.IN_EFFECT),
    ("2025-09-30", "2025-10-01", Standing.ENDED),
    (None, None, Standing.UNKNOWN),
    (None, "2025-10-02", Standing.UNKNOWN),
    (None, "2025-10-01", Standing.ENDED),
)
DAY = "2025-10-01"


def holding(states: list[JSONRecord], day: str) -> JSONRecord:
    """Find the interval that holds a day, without the database's help."""
    (found,) = (
        one
        for one in states
        if contains(_day(one["starts_on"]), _day(one["until"]), date.fromisoformat(day))
    )
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


class LegalStateTests(TestCase):
    """The legal state that is shown and asked for."""

    def test_a_document_shows_its_state_on_the_day(self) -> None:
        for day in DAYS:
            query = [("as_of", day), ("include", "legal_states")]
            for row in records(DOCUMENTS, query):
                with self.subTest(row["slug"], day=day):
                    expected = holding(row["included"]["legal_states"], day)
                    self.assertEqual(expected, row["legal_state"])

    def test_the_filter_keeps_those_that_show_the_state(self) -> None:
        for day in DAYS:
            rows = records(DOCUMENTS, [("as_of", day)])
            for state in {row["legal_state"]["state"] for row in rows}:
                shown = [
                    row["slug"] for row in rows if row["legal_state"]["state"] == state
                ]
                found = slugs(DOCUMENTS, [("as_of", day), ("legal_state", state)])
                with self.subTest(day=day, state=state):
                    self.assertEqual(shown, found)

    def test_a_day_leaves_no_document_out(self) -> None:
        every = slugs(DOCUMENTS)
        for day in DAYS:
            self.assertEqual(every, slugs(DOCUMENTS, [("as_of", day)]))

    def test_one_document_shows_its_state_on_the_day(self) -> None:
        for day, state in (("2025-09-30", "not_yet_in_force"), (DAY, "in_force")):
            told = ask("laws/93-2025-qh15/", [("as_of", day)]).body
            self.assertEqual(state, told["legal_state"]["state"])


class StandingTests(TestCase):
    """How relations, measures and terms stand."""

    def assert_stands(self, collection: Collection, record: Any, case: Any) -> None:
        """Expect a standing in the record, its list and the filters."""
        query = [("as_of", DAY), ("slug", record.slug)]
        (row,) = records(collection, query)
        self.assertEqual(case, row["standing"])
        for standing in Standing:
            found = slugs(collection, [*query, ("standing", standing.value)])
            self.assertEqual([record.slug] * (standing == case), found)
        found = slugs(collection, [("slug", record.slug), ("in_force_on", DAY)])
        self.assertEqual([record.slug] * (case == Standing.IN_EFFECT), found)

    def test_a_measure_stands_by_its_own_days(self) -> None:
        for start, until, standing in CASES:
            with self.subTest(start=start, until=until):
                measure = make_measure(effective_on=start, until=until)
                self.assert_stands(BY_NAME["measures"], measure, standing)

    def test_a_term_stands_by_its_own_days(self) -> None:
        for start, until, standing in CASES:
            with self.subTest(start=start, until=until):
                term = make_term(valid_from=start, valid_until=until)
                self.assert_stands(BY_NAME["terms"], term, standing)

    def test_a_term_without_days_stands_by_those_of_its_measure(self) -> None:
        for start, until, standing in CASES:
            with self.subTest(start=start, until=until):
                measure = make_measure(effective_on=start, until=until)
                term = make_term(measure=measure)
                self.assert_stands(BY_NAME["terms"], term, standing)

    def test_a_relation_stands_by_its_own_days(self) -> None:
        for start, until, standing in CASES:
            with self.subTest(start=start, until=until):
                relation = make_relation(effective_on=start, until=until)
                self.assert_stands(BY_NAME["relations"], relation, standing)

    def test_a_relation_without_a_day_stands_by_that_of_the_acting_document(
        self,
    ) -> None:
        for start, until, standing in CASES:
            with self.subTest(start=start, until=until):
                acting = make_decree(effective_on=start)
                relation = make_relation(source=acting, until=until)
                self.assert_stands(BY_NAME["relations"], relation, standing)

    def test_what_a_draft_is_to_do_has_no_known_day(self) -> None:
        draft = make_decree(number="", issued_on=None, stage=DocumentStage.DRAFTING)
        relation = make_relation(
            source=Document.objects.get(pk=draft.pk),
            type=RelationType.REPEALS,
            effective_on="2025-01-01",
        )
        self.assert_stands(BY_NAME["relations"], relation, Standing.UNKNOWN)

    def test_every_record_of_the_register_is_found_under_its_standing_alone(
        self,
    ) -> None:
        for one in STANDING:
            for day in DAYS:
                as_of = ("as_of", day)
                rows = records(one, [as_of])
                for standing in Standing:
                    shown = [row["slug"] for row in rows if row["standing"] == standing]
                    found = slugs(one, [as_of, ("standing", standing.value)])
                    others = slugs(one, [as_of, ("standing__n", standing.value)])
                    with self.subTest(one.name, day=day, standing=standing):
                        self.assertEqual(shown, found)
                        self.assertEqual(len(rows), len(found) + len(others))
                held = slugs(one, [as_of, ("standing", "in_effect")])
                self.assertEqual(held, slugs(one, [("in_force_on", day)]))

    def test_a_part_shows_the_standing_of_its_own_list(self) -> None:
        owners = (
            ("documents", "outgoing", "relations"),
            ("documents", "measures", "measures"),
            ("measures", "terms", "terms"),
        )
        as_of = ("as_of", "2025-02-19")
        for owner, part, name in owners:
            rows = {row["slug"]: row for row in records(BY_NAME[name], [as_of])}
            shown = records(BY_NAME[owner], [as_of, ("include", part)])
            members = [one for row in shown for one in row["included"][part]]
            with self.subTest(owner, part=part):
                self.assertTrue(members)
                self.assertEqual([rows[one["slug"]] for one in members], members)


class DayTests(TestCase):
    """Which days may be asked for, and where."""

    def test_today_is_in_viet_nam(self) -> None:
        relation = make_relation(effective_on=DAY)
        for hour, standing in ((16, "not_yet"), (17, "in_effect")):
            moment = datetime(2025, 9, 30, hour, tzinfo=UTC)
            with patch("django.utils.timezone.now", return_value=moment):
                told = ask(f"relations/{relation.slug}/").body
                self.assertEqual(standing, told["standing"])

    def test_a_day_is_asked_only_of_what_depends_on_it(self) -> None:
        for name in BY_NAME:
            status = ask(f"{name}/", [("as_of", DAY)]).status
            with self.subTest(name):
                self.assertEqual(200 if name in DATED else 400, status)

    def test_what_is_no_day_is_refused(self) -> None:
        refused = ("2025-2-1", "2025-02-30", "2025", "today", "2025-02-19T00:00:00Z")
        for address in ("documents/", "documents/57-nq-tw/", "terms/"):
            for text in refused:
                answer = ask(address, [("as_of", text)])
                with self.subTest(address, text=text):
                    self.assertEqual(400, answer.status)
                    (fault,) = answer.body["errors"]
                    self.assertEqual("as_of", fault["parameter"])

    def test_a_cursor_belongs_to_its_day(self) -> None:
        day = ("as_of", DAY)
        page = ask("documents/", [day, ("page_size", "2")]).body
        cursor = ("cursor", page["next_cursor"])
        self.assertEqual(200, ask("documents/", [day, cursor]).status)
        self.assertEqual(400, ask("documents/", [cursor]).status)

    def test_a_record_of_any_day_is_read_by_the_same_compiled_select(self) -> None:
        compiled = select(DOCUMENTS)
        for day in DAYS:
            ask("documents/", [("as_of", day)])
            self.assertIs(compiled, select(DOCUMENTS))
