"""The export in the flat layout of the EC-OECD STIP survey, read as its readers do."""

import csv
import hashlib
import io
from base64 import b64encode
from datetime import date
from typing import Any

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from policies.choices import StipInstrument
from policies.choices.stip import STIP_TYPES, StipTargetGroup
from policies.models import Measure, TargetGroup
from tests.api.calls import CLIENT, PROBLEM, ask
from tests.factories import (
    make_agency,
    make_measure,
    make_subject,
    make_target_group,
)

ADDRESS = "/api/v1/exports/stip.csv"


def fetched() -> bytes:
    """Fetch the file."""
    response = CLIENT.get(ADDRESS)
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


def read(data: bytes) -> tuple[list[str], list[str], dict[str, dict[str, str]]]:
    """Read it as the survey's readers do: names, descriptions, rows by public id."""
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    names, described, *rows = csv.reader(text, delimiter="|")
    records = [dict(zip(names, row, strict=True)) for row in rows]
    return (
        names,
        described,
        {one["InitiativeID"].split("/")[-2]: one for one in records},
    )


class FileTests(TestCase):
    """The file as a whole, of the real register."""

    def test_two_header_rows_stand_above_one_row_a_measure(self) -> None:
        names, described, rows = read(fetched())
        self.assertEqual(len(names), len(described))
        self.assertEqual(len(names), len(set(names)))
        held = Measure.objects.filter(state="published", held_instead__isnull=True)
        self.assertEqual(set(held.values_list("slug", flat=True)), set(rows))
        for name in ("InitiativeID", "CountryCode", "NameEnglish", "ShortDescription"):
            self.assertIn(name, names)
        about = dict(zip(names, described, strict=True))
        self.assertEqual("Higher education institutes", about["TG20"])
        self.assertEqual("SMEs", about["TG31"])
        self.assertEqual("STI plan or strategy", about["TH13"])
        groups = {name for name in names if name.startswith("TG")}
        self.assertEqual(set(StipTargetGroup.values), groups)

    def test_target_groups_of_the_register_are_set(self) -> None:
        _names, _described, rows = read(fetched())
        marked = {name for row in rows.values() for name in row if row[name] == "1"}
        known = set(
            TargetGroup.objects.exclude(stip_group="").values_list(
                "stip_group", flat=True
            )
        )
        self.assertTrue(known)
        self.assertLessEqual(marked, known)
        self.assertIn("TG29", marked)

    def test_it_tells_position_digest_and_tag_as_other_exports_do(self) -> None:
        response: Any = CLIENT.get(ADDRESS)
        data = b"".join(response.streaming_content)
        digest = b64encode(hashlib.sha256(data).digest()).decode()
        self.assertEqual(f"sha-256=:{digest}:", response["Repr-Digest"])
        self.assertGreaterEqual(int(response["R57-Position"]), 0)
        self.assertEqual(
            "text/csv; charset=utf-8; header=present", response["Content-Type"]
        )
        self.assertIn("stip.csv", response["Content-Disposition"])
        held = CLIENT.get(ADDRESS, headers={"if-none-match": response["ETag"]})
        self.assertEqual(304, held.status_code)

    def test_it_takes_no_parameter(self) -> None:
        answer = ask("exports/stip.csv", "position=1")
        self.assertEqual((400, PROBLEM), (answer.status, answer.type))


class RowTests(TestCase):
    """One measure as a row."""

    def row(self, measure: Measure) -> dict[str, str]:
        return read(fetched())[2][measure.slug]

    def test_what_is_known_stands_in_its_column(self) -> None:
        group = make_target_group(stip_group="TG31")
        measure = make_measure(
            title_en="Support | of «SMEs»",
            summary_en='Two\nlines, "quoted"',
            stip_instrument=StipInstrument.EQUITY,
            target_groups=[group, make_target_group()],
            agencies=[make_agency(name_en="Ministry of Tests")],
            subjects=[make_subject(name_en="Data"), make_subject(name_en="AI")],
            effective_on=date(2025, 1, 1),
            until=date(2027, 1, 1),
        )
        row = self.row(measure)
        self.assertEqual("Support | of «SMEs»", row["NameEnglish"])
        self.assertEqual('Two\nlines, "quoted"', row["ShortDescription"])
        self.assertEqual(("Viet Nam", "VNM"), (row["CountryLabel"], row["CountryCode"]))
        self.assertEqual(("2025", "2026"), (row["StartDateYear"], row["EndDateYear"]))
        self.assertEqual("Ministry of Tests", row["NameResponsibleOrganisation"])
        self.assertEqual("AI¬Data", row["Tags"])
        self.assertEqual("PI013", row["InstrumentTypeCode"])
        self.assertEqual("Equity financing", row["InstrumentTypeLabel"])
        self.assertEqual(("1", "0"), (row["TG31"], row["TG20"]))

    def test_what_is_not_known_is_empty(self) -> None:
        row = self.row(make_measure())
        for name in (
            "NameEnglish",
            "StartDateYear",
            "EndDateYear",
            "YearlyBudgetRange",
            "InstrumentTypeCode",
            "InstrumentTypeLabel",
            "TH13",
        ):
            self.assertEqual("", row[name], name)

    def test_a_type_that_the_survey_renamed_has_a_label_and_no_code(self) -> None:
        self.assertNotIn(StipInstrument.TAX_RELIEF, STIP_TYPES)
        row = self.row(make_measure(stip_instrument=StipInstrument.TAX_RELIEF))
        self.assertEqual("", row["InstrumentTypeCode"])
        self.assertEqual("Tax relief", row["InstrumentTypeLabel"])

    def test_no_cell_is_a_formula(self) -> None:
        row = self.row(make_measure(title_en="=1+1"))
        self.assertEqual("'=1+1", row["NameEnglish"])

    def test_drafts_and_what_was_set_aside_are_left_out(self) -> None:
        held = make_measure()
        aside = make_measure(held_instead=held, held_reason="Nguồn kia chính thức.")
        draft = make_measure(state="draft")
        _names, _described, rows = read(fetched())
        self.assertIn(held.slug, rows)
        self.assertNotIn(aside.slug, rows)
        self.assertNotIn(draft.slug, rows)

    def test_the_number_of_queries_does_not_depend_on_the_measures(self) -> None:
        with CaptureQueriesContext(connection) as few:
            fetched()
        for _number in range(5):
            make_measure(subjects=[make_subject()])
        with CaptureQueriesContext(connection) as many:
            fetched()
        self.assertEqual(len(few), len(many))
