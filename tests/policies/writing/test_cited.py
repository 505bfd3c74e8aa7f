"""Relations by number: what leads to one document stands for it, the rest is told."""

from typing import Any

from policies.models import Relation, UnresolvedCitation
from policies.writing.row import Row
from tests.factories import make_decree, make_law, make_provision
from tests.policies.writing.cases import RowsCase, row


class CitedTests(RowsCase):
    """What becomes of a side that is written as people cite."""

    def setUp(self) -> None:
        self.law = make_law(slug="9001-2025-qh15", number="9001/2025/QH15")

    def relation(self, target: object, /, **over: Any) -> Row:
        """Make a row of a relation from the law."""
        data: dict[str, Any] = {
            "source": self.law.slug,
            "type": "refers_to",
            "target": target,
        }
        return row("relations", **data | over)

    def test_a_number_that_leads_to_one_document_stands_for_it(self) -> None:
        other = make_law(slug="9002-2025-qh15", number="9002/2025/QH15")
        for source, target in (
            ("9001/2025/QH15", "9002/2025/QH15"),
            ("Luật số 9001/2025/QH15", {"slug": " luật  9002/2025/QH15 "}),
        ):
            with self.subTest(source=source):
                self.write(self.relation(target, source=source))
                relation = Relation.objects.get(source=self.law)
                self.assertEqual(other, relation.target)

    def test_a_document_of_the_same_rows_is_found(self) -> None:
        law = row(
            "documents", slug="9003-2025-qh15", number="9003/2025/QH15", kind="law",
            family="normative", title="Luật thứ ba", issuer="national-assembly",
            issued_on="2025-06-01", stage="adopted",
        )  # fmt: skip
        self.write(self.relation("9003/2025/QH15"), law)
        target = Relation.objects.get(source=self.law).target
        self.assertEqual("9003-2025-qh15", target.slug)

    def test_an_ambiguous_number_names_the_candidates(self) -> None:
        decree = make_decree(slug="9004-2025-nd-cp", number="9004/2025/NĐ-CP")
        one = self.relation("9004/NĐ-CP")
        faults = self.refused(one)
        self.assertEqual([(one.where, "/record/target", "ambiguous")], faults)
        self.assertIn(decree.slug, self.details[0])

    def test_an_unknown_number_waits_in_the_queue_once(self) -> None:
        one = self.relation("9005/2025/QH15", note="Điều 3", effective_on="2025-10-01")
        (written,) = self.write(one)
        self.assertEqual("unresolved-citations", written.collection.name)
        self.assertIn("effective_on", written.note)
        waiting = UnresolvedCitation.objects.get(text="9005/2025/QH15")
        self.assertEqual(
            (self.law, "refers_to", "Điều 3"),
            (waiting.document, waiting.type, waiting.note),
        )
        self.assertEqual(["unchanged"], self.outcomes(one))
        self.assertFalse(Relation.objects.filter(source=self.law).exists())

    def test_once_the_document_is_entered_the_same_row_is_its_relation(self) -> None:
        one = self.relation("9005/2025/QH15")
        self.write(one)
        make_law(slug="9005-2025-qh15", number="9005/2025/QH15")
        self.assertEqual(["unchanged"], self.outcomes(one))
        self.assertEqual(1, Relation.objects.filter(source=self.law).count())

    def test_an_unknown_source_or_no_number_is_refused(self) -> None:
        for over, side in (
            ({"source": "9006/2025/QH15"}, "source"),
            ({"target": "Không rõ văn bản nào"}, "target"),
            ({"target": "9007-2025-qh15"}, "target"),
        ):
            one = self.relation(self.law.slug, **over)
            with self.subTest(over=over):
                self.assertEqual(
                    [(one.where, f"/record/{side}", "does_not_exist")],
                    self.refused(one),
                )

    def test_a_provision_is_not_taken_for_the_whole_document(self) -> None:
        make_provision(document=self.law)
        one = self.relation("khoản 2 Điều 5 Luật 9001/2025/QH15")
        self.assertEqual(
            [(one.where, "/record/target", "names_provision")], self.refused(one)
        )
