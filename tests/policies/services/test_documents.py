"""Documents: what their number says, what it contradicts, and whose it is."""

from datetime import date
from typing import Any

from policies.choices import AgencyKind, DocumentKind
from policies.models import Agency, Document
from policies.services import Outcome
from tests.factories import (
    government,
    make_agency,
    make_circular,
    make_decision,
    make_decree,
    make_document,
    make_law,
    make_resolution,
    ministry,
    prime_minister,
    the_agency,
)
from tests.policies.services.cases import ServiceCase


class NumberTests(ServiceCase):
    """A number is read, folded and kept as printed."""

    def test_a_number_gives_its_key_sequence_and_year(self) -> None:
        for document, parts in (
            (
                make_document(number="9000/2025/NĐ-CP"),
                ("9000-2025-nd-cp", "9000", 2025),
            ),
            (make_resolution(number="9000-NQ/TW"), ("9000-nq-tw", "9000", None)),
            (make_decision(number="9000/QĐ-TTg"), ("9000-qd-ttg", "9000", None)),
            (make_law(number="9000/2025/QH15"), ("9000-2025-qh15", "9000", 2025)),
        ):
            read = (document.number_key, document.sequence, document.year)
            with self.subTest(document.number):
                self.assertEqual(parts, read)

    def test_a_number_is_kept_as_printed(self) -> None:
        self.assertEqual("9000-NQ/TW", make_resolution(number="9000-NQ/TW").number)

    def test_a_document_without_a_number_says_so(self) -> None:
        for words in ("", "Không số"):
            document = make_law(number=words, kind=DocumentKind.CONSTITUTION)
            with self.subTest(words):
                self.assertEqual(
                    ("", "", "none"),
                    (document.number, document.number_key, document.number_status),
                )

    def test_a_number_taken_away_leaves_nothing_of_itself(self) -> None:
        document = make_document()
        self.change(document, number="")
        document.refresh_from_db()
        self.assertEqual(
            ("", "", None, "none"),
            (
                document.number_key,
                document.sequence,
                document.year,
                document.number_status,
            ),
        )

    def test_a_number_cannot_be_there_and_not_be_there(self) -> None:
        document = make_document()
        self.assert_refused(
            document, {"__all__": "number_status"}, number_status="none"
        )


class DisagreementTests(ServiceCase):
    """What contradicts the number is refused at its own field, in words."""

    def test_the_field_that_disagrees_is_named(self) -> None:
        values: dict[str, Any] = {
            "kind": DocumentKind.CIRCULAR,
            "issuer": prime_minister(),
            "issued_on": date(2024, 6, 27),
            "family": "party",
        }
        for field, value in values.items():
            code = {"issued_on": "year"}.get(field, field) + "_mismatch"
            with self.subTest(field):
                self.assert_refused(make_document(), {field: code}, **{field: value})

    def test_all_fields_that_disagree_are_named_at_once(self) -> None:
        self.assert_refused(
            make_document(),
            {"kind": "kind_mismatch", "issuer": "issuer_mismatch"},
            kind=DocumentKind.LAW,
            issuer=prime_minister(),
        )

    def test_the_refusal_gives_both_values(self) -> None:
        refusal = self.refusal(make_document(), issued_on=date(2024, 6, 27))
        self.assertIn("2025", refusal.messages[0])
        self.assertIn("2024", refusal.messages[0])

    def test_an_unknown_field_contradicts_nothing(self) -> None:
        document = make_document()
        self.assertEqual(Outcome.UPDATED, self.change(document, issued_on=None))
        self.assertEqual(Outcome.UPDATED, self.change(document, issuer=None))

    def test_an_agency_without_a_code_contradicts_nothing(self) -> None:
        outcome = self.change(make_document(), issuer=make_agency())
        self.assertEqual(Outcome.UPDATED, outcome)

    def test_a_number_without_its_year_is_refused_with_the_remedy(self) -> None:
        document = make_decree()
        self.assert_refused(document, {"number": "year_missing"}, number="262/NĐ-CP")
        refusal = self.refusal(document, number="262/ND-CP")
        self.assertIn("thiếu năm", refusal.messages[0])

    def test_a_transposed_number_is_refused_with_the_remedy(self) -> None:
        state = make_document(
            number="9001/NQ-CP",
            kind=DocumentKind.GOV_RESOLUTION,
            family="administrative",
        )
        for document, wrong, right in (
            (state, "03-NQ/CP", "03/NQ-CP"),
            (make_resolution(), "57/NQ-TW", "57-NQ/TW"),
        ):
            with self.subTest(wrong):
                self.assert_refused(document, {"number": "transposed"}, number=wrong)
                refusal = self.refusal(document, number=wrong)
                self.assertIn(right, refusal.messages[0])

    def test_what_is_no_number_is_refused(self) -> None:
        for words in ("khoa học", "262", "262/2025/", "12-34"):
            with self.subTest(words):
                self.assert_refused(
                    make_document(), {"number": "not_a_number"}, number=words
                )


class JointTests(ServiceCase):
    """The number of a joint document names all of its issuers."""

    def test_a_joint_document_has_all_issuers_of_its_number(self) -> None:
        document = self.joint([self.finance()])
        self.assertEqual("9000-2025-ttlt-bkhcn-btc", document.number_key)

    def test_an_issuer_too_few_or_too_many_is_refused(self) -> None:
        document = self.joint([self.finance()])
        wrong: list[list[Agency]] = [
            [],
            [prime_minister()],
            [self.finance(), prime_minister()],
        ]
        for others in wrong:
            with self.subTest(others=others):
                self.assert_refused(
                    document,
                    {"issuer": "issuer_mismatch"},
                    lists={"co_issuers": others},
                )

    def test_the_issuers_that_are_there_count_where_none_are_given(self) -> None:
        document = self.joint([self.finance()])
        self.assertEqual(Outcome.UPDATED, self.change(document, title="Tên khác"))

    def joint(self, others: list[Agency]) -> Document:
        """Make a joint circular led by the ministry of science."""
        return make_circular(
            number="9000/2025/TTLT-BKHCN-BTC",
            kind=DocumentKind.JOINT_CIRCULAR,
            issuer=ministry(),
            co_issuers=others,
        )

    def finance(self) -> Agency:
        """Give the Ministry of Finance."""
        return the_agency("BTC", "Bộ Tài chính", AgencyKind.MINISTRY)


class IdentityTests(ServiceCase):
    """A number is not an identifier; kind, issuer and day belong to it."""

    def test_one_number_on_two_days_is_two_documents(self) -> None:
        numbers = {
            make_decision(number="9000/QĐ-TTg", issued_on=day).number_key
            for day in (date(2016, 5, 6), date(2025, 4, 15))
        }
        self.assertEqual({"9000-qd-ttg"}, numbers)

    def test_the_same_document_is_not_entered_twice(self) -> None:
        for day in (date(2025, 4, 15), None):
            first = make_decision(issued_on=day)
            again = make_decision(issued_on=day)
            for spelling in (first.number, first.number.replace("Đ", "D").lower()):
                with self.subTest(day=day, number=spelling):
                    self.assert_refused(
                        again, {"__all__": "duplicate"}, number=spelling
                    )

    def test_documents_without_a_number_are_never_the_same(self) -> None:
        one = make_document(number="", issuer=government())
        two = make_document(number="", issuer=government())
        self.assertNotEqual(one.pk, two.pk)


class DatesTests(ServiceCase):
    """Dates that contradict each other are refused; unusual ones are not."""

    def test_what_is_not_adopted_has_no_effect(self) -> None:
        self.assert_refused(make_law(), {"__all__": "draft_in_force"}, stage="drafting")

    def test_an_end_comes_after_the_beginning(self) -> None:
        law = make_law()
        self.assert_refused(
            law, {"__all__": "end_before_start"}, ends_on=law.effective_on
        )

    def test_effect_may_come_before_the_issue(self) -> None:
        law = make_law(
            issued_on=date(2025, 6, 12), effective_on=date(2025, 1, 1), number=""
        )
        self.assertEqual(date(2025, 1, 1), law.effective_on)
