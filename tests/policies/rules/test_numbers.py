"""Reading document numbers, and comparing them with the rest of a document."""

import unicodedata
from unittest import TestCase

from hypothesis import example, given
from hypothesis import strategies as st

from policies.choices import DocumentFamily, DocumentKind
from policies.rules.numbers import (
    Disagreement,
    DocumentNumber,
    NumberForm,
    NumberResult,
    disagreements,
    is_unnumbered,
    parse,
)
from tests.policies.rules.number_samples import (
    AGREEING,
    DISAGREEING,
    KINDS,
    LABELS,
    OLD,
    PARTS,
    RESPELLED,
    SPELLINGS,
    WELL_FORMED,
)

F = NumberForm
R = NumberResult

ANY_TEXT = st.text(st.characters(exclude_categories=()))
NUMBER_LIKE = st.text("0157/-. (&)ĐđNQTtWwGghCPdBKHLUVÐ–\u0301\ud800\x00", max_size=40)
STATE_BODIES = st.sampled_from(["CP", "TTg", "BKHCN", "BGDĐT", "NHNN", "HĐND", "UBND"])
SEQUENCES = st.integers(min_value=1, max_value=99999).map("{:02d}".format)
YEARS = st.integers(min_value=1900, max_value=2099)


class FormTests(TestCase):
    def test_well_formed_numbers_are_read_as_printed(self) -> None:
        for form, numbers in WELL_FORMED.items():
            for text in numbers:
                with self.subTest(text=text):
                    number = parse(text)
                    self.assertEqual((number.result, number.form), (R.OK, form))
                    self.assertEqual(number.normalised, text)
                    self.assertIsNone(number.suggestion)

    def test_old_and_typeless_numbers_are_legacy(self) -> None:
        for text in OLD:
            with self.subTest(text=text):
                number = parse(text)
                self.assertEqual((number.result, number.form), (R.LEGACY, F.LEGACY))
                self.assertEqual(number.normalised, text)

    def test_real_labels_have_their_form(self) -> None:
        for form, labels in LABELS.items():
            for label in labels:
                with self.subTest(label=label):
                    number = parse(label)
                    self.assertEqual(number.form, form)
                    expected = form if form in {F.LEGACY, F.NONE} else R.OK
                    self.assertEqual(number.result, expected)
                    if label in RESPELLED:
                        self.assertEqual(number.normalised, RESPELLED[label])
                    else:
                        self.assertTrue(label.endswith(f" {number.normalised}"))

    def test_parts_are_those_printed(self) -> None:
        for text, parts in PARTS.items():
            with self.subTest(text=text):
                number = parse(text)
                self.assertEqual(
                    (number.sequence, number.year, number.type_token, number.issuers),
                    parts,
                )

    def test_term_is_told_apart_from_the_issuer(self) -> None:
        self.assertEqual(parse("193/2025/QH15").term, 15)
        self.assertEqual(parse("560/NQ-UBTVQH15").term, 15)
        joint = parse("72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN")
        self.assertEqual(joint.term, 15)
        self.assertEqual(joint.issuers, ("UBTVQH", "CP", "ĐCTUBTWMTTQVN"))
        self.assertIsNone(parse("57-NQ/TW").term)


class SpellingTests(TestCase):
    def test_other_spellings_are_read_as_the_printed_number(self) -> None:
        for printed, texts in SPELLINGS.items():
            for text in texts:
                with self.subTest(text=text):
                    self.assertEqual(parse(text), parse(printed))
                    self.assertEqual(parse(text).normalised, printed)

    def test_key_is_plain_ascii(self) -> None:
        self.assertEqual(parse("193/2025/QH15").key, "193-2025-qh15")
        self.assertEqual(parse("66.14/2026/NQ-CP").key, "66-14-2026-nq-cp")
        self.assertEqual(parse("126/QĐ-BCĐCP").key, "126-qd-bcdcp")
        self.assertEqual(parse("").key, "")

    def test_type_word_before_the_number_is_kept_but_is_no_part_of_it(self) -> None:
        self.assertEqual(parse("Luật 93/2025/QH15").stated_kinds, {"law", "code"})
        resolution = parse("Nghị quyết 193/2025/QH15")
        self.assertIn("na_resolution", resolution.stated_kinds)
        self.assertNotIn("law", resolution.stated_kinds)
        self.assertEqual(resolution, parse("193/2025/QH15"))
        self.assertEqual(parse("số 193/2025/QH15").stated_kinds, frozenset())


class FaultyNumberTests(TestCase):
    def test_missing_year_is_reported_and_never_invented(self) -> None:
        cases = {
            "262/NĐ-CP": ("262/NĐ-CP", F.NORMATIVE, {"decree"}),
            "Decree 262/ND-CP": ("262/NĐ-CP", F.NORMATIVE, {"decree"}),
            "05/TT-BKHCN": ("05/TT-BKHCN", F.NORMATIVE, {"circular"}),
            "12/TTLT-BKHCN-BTC": ("12/TTLT-BKHCN-BTC", F.JOINT, {"joint_circular"}),
            "93/QH15": ("93/QH15", F.NA, {"law", "code", "na_resolution"}),
        }
        for text, (normalised, form, kinds) in cases.items():
            with self.subTest(text=text):
                number = parse(text)
                self.assertEqual((number.result, number.form), (R.INCOMPLETE, form))
                self.assertIsNone(number.year)
                self.assertEqual(number.normalised, normalised)
                self.assertEqual(number.kinds, kinds)

    def test_mirror_image_is_reported_with_the_number_meant(self) -> None:
        cases = {
            "03-NQ/CP": "03/NQ-CP",
            "57/NQ-TW": "57-NQ/TW",
            "57/2024/NQ-TW": "57-NQ/TW",
            "57/NQ/TW": "57-NQ/TW",
            "1131-QD/TTg": "1131/QĐ-TTg",
            "262-NĐ/CP": "262/NĐ-CP",
            "3-NQ/CP": "03/NQ-CP",
        }
        for text, suggestion in cases.items():
            with self.subTest(text=text):
                number = parse(text)
                self.assertEqual(number.result, R.TRANSPOSED)
                self.assertEqual(number.suggestion, suggestion)
                meant = parse(suggestion)
                self.assertNotEqual(meant.result, R.TRANSPOSED)
                self.assertEqual(
                    (number.form, number.kinds, number.family, number.issuers),
                    (meant.form, meant.kinds, meant.family, meant.issuers),
                )

    def test_state_number_of_an_unlikely_issuer_is_no_mirror_image(self) -> None:
        self.assertEqual(parse("1131/NĐ-TTg").result, R.LEGACY)

    def test_state_steering_committee_is_no_mirror_image(self) -> None:
        self.assertEqual(parse("12/QĐ-BCĐTW").result, R.OK)

    def test_what_is_no_number_is_none(self) -> None:
        for text in (
            *(
                "",
                " ",
                "Không số",
                "N/A",
                "Luật",
                "Luật số: …/20…/QH…",
                "57",
                "262/2025",
            ),
            *("nq 57 nq tw", "2025 hello world", "57-NQ/TW¹", "00/2025/NĐ-CP", "0/CP"),
            *("57-NQ/TW\x00", "57-NQ/TW\ud800", "khoản 2 Điều 5 Luật 93/2025/QH15"),
            *("57-NQ/TW ngày 22/12/2024", "٥٧-NQ/TW", "57-N\u0421/TW", "57-NQ/TW" * 99),
            "12/2025/TT-" + "B" * 80,
        ):
            with self.subTest(text=ascii(text)):
                self.assertEqual(parse(text), DocumentNumber(R.NONE, F.NONE))

    def test_saying_there_is_no_number_differs_from_being_unreadable(self) -> None:
        for text in ("", " \n", "Không số", "khongso", "N/A", "Pháp lệnh Không số"):
            self.assertTrue(is_unnumbered(text), text)
        for text in ("57-NQ/TW", "Luật", "262/2025", "số", "\x00", "không rõ"):
            self.assertFalse(is_unnumbered(text), text)


class MeaningTests(TestCase):
    def test_kinds_are_those_the_number_can_carry(self) -> None:
        for text, expected in KINDS.items():
            with self.subTest(text=text):
                self.assertEqual(parse(text).kinds, expected)

    def test_legacy_number_excludes_no_kind(self) -> None:
        self.assertEqual(parse("88/CP").kinds, set(DocumentKind.values))

    def test_every_kind_and_family_is_one_of_the_register(self) -> None:
        for text in (*sum(WELL_FORMED.values(), ()), "12/PA-BKHCN", "12-TT/TW"):
            with self.subTest(text=text):
                number = parse(text)
                self.assertTrue(number.kinds)
                self.assertLessEqual(number.kinds, set(DocumentKind.values))
                self.assertIn(number.family, {None, *DocumentFamily.values})

    def test_year_in_the_number_makes_a_state_document_normative(self) -> None:
        families = {
            "66.14/2026/NQ-CP": "normative",
            "03/NQ-CP": "administrative",
            "09/2025/QĐ-TTg": "normative",
            "1131/QĐ-TTg": "administrative",
            "103/2025/UBTVQH15": "normative",
            "560/NQ-UBTVQH15": "administrative",
            "12/2016/TTLT-BKHCN-BTC": "normative",
            "57-NQ/TW": "party",
            "31/VBHN-VPQH": "other",
        }
        for text, family in families.items():
            with self.subTest(text=text):
                self.assertEqual(parse(text).family, family)

    def test_number_that_leaves_the_family_open_says_so(self) -> None:
        for text in ("193/2025/QH15", "88/CP", ""):
            self.assertIsNone(parse(text).family, text)


def compare(
    text: str,
    *,
    kind: str = "",
    issuers: tuple[str, ...] = (),
    year: int | None = None,
    family: str = "",
) -> list[Disagreement]:
    """Compare a number with the fields that a test names."""
    return disagreements(
        parse(text), kind=kind, issuer_codes=issuers, issued_year=year, family=family
    )


class AgreementTests(TestCase):
    def test_real_documents_agree_with_their_numbers(self) -> None:
        decree = compare(
            "262/2025/NĐ-CP",
            kind="decree",
            issuers=("CP",),
            year=2025,
            family="normative",
        )
        self.assertEqual(decree, [])
        party = compare(
            "57-NQ/TW",
            kind="party_resolution",
            issuers=("BCT-TW",),
            year=2024,
            family="party",
        )
        self.assertEqual(party, [])

    def test_each_contradicted_field_is_named(self) -> None:
        found = compare(
            "262/2025/NĐ-CP",
            kind="circular",
            issuers=("BKHCN", "BTC"),
            year=2024,
            family="administrative",
        )
        self.assertEqual(
            found,
            [
                Disagreement("kind", "kind_mismatch", "decree", "circular"),
                Disagreement("issuers", "issuer_mismatch", "CP", "BKHCN, BTC"),
                Disagreement("issued_on", "year_mismatch", "2025", "2024"),
                Disagreement(
                    "family", "family_mismatch", "normative", "administrative"
                ),
            ],
        )

    def test_issuers_in_the_number_stand_for_these_agencies(self) -> None:
        for text, issuers in AGREEING:
            with self.subTest(text=text):
                self.assertEqual(compare(text, issuers=issuers), [])

    def test_other_agencies_disagree(self) -> None:
        for text, issuers in DISAGREEING:
            with self.subTest(text=text, issuers=issuers):
                codes = [found.code for found in compare(text, issuers=issuers)]
                self.assertEqual(codes, ["issuer_mismatch"])

    def test_missing_year_is_asked_for_once_numbers_carry_it(self) -> None:
        missing = Disagreement("number", "year_missing", "2025", "262/NĐ-CP")
        self.assertEqual(compare("262/NĐ-CP", year=2025), [missing])
        unknown = Disagreement("number", "year_missing", "", "262/NĐ-CP")
        self.assertEqual(compare("262/NĐ-CP"), [unknown])
        self.assertEqual(compare("05/TT-BKHCNMT", year=1996), [])

    def test_mirror_image_is_explained_by_the_number_meant(self) -> None:
        state = Disagreement("number", "transposed", "03/NQ-CP", "03-NQ/CP")
        self.assertEqual(compare("03-NQ/CP", year=2025), [state])
        self.assertEqual(compare("03-NQ/CP", year=1990), [])
        party = Disagreement("number", "transposed", "10-NQ/TW", "10/NQ-TW")
        self.assertEqual(compare("10/NQ-TW", year=1988), [party])

    def test_nothing_known_contradicts_nothing(self) -> None:
        for text in ("262/2025/NĐ-CP", "57-NQ/TW", "88/CP", "Không số"):
            with self.subTest(text=text):
                self.assertEqual(compare(text), [])

    def test_silent_numbers_contradict_nothing(self) -> None:
        for text in ("88/CP", "9305/VPCP-CN", "Không số", "?"):
            for kind in DocumentKind.values:
                found = compare(
                    text, kind=kind, issuers=("BKHCN",), year=2025, family="other"
                )
                self.assertEqual(found, [], (text, kind))

    def test_resolution_of_the_national_assembly_may_be_of_either_family(self) -> None:
        for family in ("normative", "administrative"):
            found = compare("176/2025/QH15", kind="na_resolution", family=family)
            self.assertEqual(found, [])


class PropertyTests(TestCase):
    @given(ANY_TEXT | NUMBER_LIKE)
    @example("57-NQ/TW\ud800")
    @example("00000/A-")
    def test_every_text_is_read_without_an_error(self, text: str) -> None:
        number = parse(text)
        self.assertEqual(number.result is R.NONE, number.form is F.NONE)
        self.assertEqual(number.normalised == "", number.form is F.NONE)
        self.assertLessEqual(len(number.normalised), 80)
        self.assertTrue(number.kinds)

    @given(ANY_TEXT | NUMBER_LIKE | st.sampled_from(sum(LABELS.values(), ())))
    def test_reading_the_canonical_printing_changes_nothing(self, text: str) -> None:
        number = parse(text)
        self.assertEqual(parse(number.normalised), number)

    @given(NUMBER_LIKE | st.sampled_from(sum(LABELS.values(), ())))
    def test_composed_and_decomposed_numbers_are_the_same(self, text: str) -> None:
        self.assertEqual(parse(unicodedata.normalize("NFD", text)), parse(text))

    @given(SEQUENCES, YEARS, st.sampled_from(["NĐ", "QĐ", "TT"]), STATE_BODIES)
    def test_parts_of_a_normative_number_come_back(
        self, sequence: str, year: int, type_token: str, issuer: str
    ) -> None:
        printed = f"{sequence}/{year}/{type_token}-{issuer}"
        expected = DocumentNumber(
            R.OK,
            F.NORMATIVE,
            sequence=sequence,
            year=year,
            type_token=type_token,
            issuers=(issuer,),
            normalised=printed,
        )
        self.assertEqual(parse(printed), expected)
        self.assertEqual(parse(printed.lower()), expected)

    @given(SEQUENCES, YEARS, st.lists(STATE_BODIES, min_size=2, max_size=5))
    def test_parts_of_a_joint_number_come_back(
        self, sequence: str, year: int, issuers: list[str]
    ) -> None:
        number = parse(f"{sequence}/{year}/TTLT-{'-'.join(issuers)}")
        self.assertEqual((number.result, number.form), (R.OK, F.JOINT))
        self.assertEqual((number.sequence, number.year), (sequence, year))
        self.assertEqual(number.issuers, tuple(issuers))

    @given(SEQUENCES, YEARS, st.integers(min_value=1, max_value=99))
    def test_parts_of_a_national_assembly_number_come_back(
        self, sequence: str, year: int, term: int
    ) -> None:
        number = parse(f"{sequence}/{year}/QH{term}")
        self.assertEqual((number.result, number.form), (R.OK, F.NA))
        self.assertEqual(
            (number.sequence, number.year, number.term), (sequence, year, term)
        )

    @given(SEQUENCES, st.sampled_from(["NQ", "QĐ", "CT", "KH", "TB"]))
    def test_party_and_state_numbers_are_never_confused(
        self, sequence: str, type_token: str
    ) -> None:
        party = parse(f"{sequence}-{type_token}/TW")
        state = parse(f"{sequence}/{type_token}-CP")
        self.assertEqual((party.form, party.result), (F.PARTY, R.OK))
        self.assertEqual((state.form, state.result), (F.INDIVIDUAL, R.OK))
        mirrored_party = parse(f"{sequence}/{type_token}-TW")
        mirrored_state = parse(f"{sequence}-{type_token}/CP")
        self.assertEqual(mirrored_party.suggestion, party.normalised)
        self.assertEqual(mirrored_state.suggestion, state.normalised)
