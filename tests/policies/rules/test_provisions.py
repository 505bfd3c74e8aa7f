"""Order, addresses and citations of the provisions of a text."""

from itertools import pairwise
from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from policies.rules.provisions import (
    LETTERS,
    LabelProblem,
    ProvisionLevel,
    citation_en,
    citation_vi,
    eid,
    label_problem,
    read_eid,
    sort_key,
)

PART, CHAPTER, SECTION, SUBSECTION, ARTICLE, CLAUSE, POINT, ANNEX = ProvisionLevel

Label = tuple[ProvisionLevel, str]

suffixes = st.sampled_from(["", *LETTERS])
numbers = st.builds("{}{}".format, st.integers(1, 99999), suffixes)
points = st.builds(
    "{}{}".format,
    st.sampled_from(LETTERS),
    st.one_of(st.just(""), st.integers(1, 999).map(str)),
)
labels: st.SearchStrategy[Label] = st.one_of(
    st.tuples(st.sampled_from([SECTION, SUBSECTION, ARTICLE, CLAUSE]), numbers),
    st.tuples(st.just(POINT), points),
    st.tuples(
        st.sampled_from([PART, CHAPTER, ANNEX]),
        st.sampled_from(["I", "II", "IV", "V", "Va", "Vđ", "VI", "IX", "X", "XIV"]),
    ),
)


class SortKeyTests(TestCase):
    """Provisions come in the order of the law under plain bytewise order."""

    def test_each_level_in_its_order(self) -> None:
        romans = "I II III IV V Va Vb VI VIII IX X XI XIX XX XL XC C CD D M"
        for level, in_order in (
            (ARTICLE, "1 2 6 6a 6b 6d 6đ 6e 7 9 10 10a 11 99 100 1000"),
            (CLAUSE, "1 2 2a 3 10"),
            (SUBSECTION, "1 2 10"),
            (PART, romans),
            (CHAPTER, romans),
            (SECTION, "1 2 3 10"),
            (ANNEX, "I II IV IX XI"),
            (POINT, "a a1 a2 a10 b c d đ đ1 e g h i k l m n o p q r s t u v x y"),
        ):
            keys = [sort_key(level, label).encode() for label in in_order.split()]
            with self.subTest(level=level):
                self.assertEqual(keys, sorted(set(keys)))

    def test_roman_and_arabic_numbers_sort_alike(self) -> None:
        for roman, arabic in (("IV", "4"), ("XIVa", "14a"), ("MCMXCIX", "1999")):
            with self.subTest(roman=roman):
                self.assertEqual(sort_key(CHAPTER, roman), sort_key(CHAPTER, arabic))

    def test_annexes_follow_the_text_and_one_may_have_no_number(self) -> None:
        self.assertLess(sort_key(ARTICLE, "999"), sort_key(ANNEX, ""))
        self.assertLess(sort_key(ANNEX, ""), sort_key(ANNEX, "I"))

    def test_joined_keys_order_a_whole_text(self) -> None:
        paths: list[list[Label]] = [
            [(ARTICLE, "5")],
            [(ARTICLE, "5"), (CLAUSE, "1")],
            [(ARTICLE, "5"), (CLAUSE, "2")],
            [(ARTICLE, "5"), (CLAUSE, "2"), (POINT, "d")],
            [(ARTICLE, "5"), (CLAUSE, "2"), (POINT, "đ")],
            [(ARTICLE, "5"), (CLAUSE, "10")],
            [(ARTICLE, "5a")],
            [(ARTICLE, "6")],
            [(ANNEX, "I"), (ARTICLE, "1")],
        ]
        keys = ["".join(sort_key(*label) for label in path) for path in paths]
        self.assertTrue(all(one < other for one, other in pairwise(keys)), keys)

    @given(labels)
    def test_a_key_is_eleven_ascii_digits(self, label: Label) -> None:
        self.assertRegex(sort_key(*label), r"\A[0-9]{11}\Z")

    @given(st.tuples(points, points))
    def test_points_sort_by_letter_and_then_by_number(
        self, pair: tuple[str, str]
    ) -> None:
        by_law = sorted(pair, key=lambda p: (LETTERS.index(p[0]), int(p[1:] or 0)))
        self.assertEqual(sorted(pair, key=lambda p: sort_key(POINT, p)), by_law)

    def test_an_impossible_label_has_no_place(self) -> None:
        with self.assertRaisesRegex(ValueError, "'f' cannot be the label of a point"):
            sort_key(POINT, "f")


class LabelTests(TestCase):
    """Labels that cannot stand in a Vietnamese text are told, each with its code."""

    def test_possible_labels(self) -> None:
        for level, possible in (
            (PART, "I V Va XX 1"),
            (CHAPTER, "IV IX VIIIa Vđ 3"),
            (SECTION, "1 2a III"),
            (SUBSECTION, "1 12"),
            (ARTICLE, "1 6a 6đ 170 99999"),
            (CLAUSE, "1 2 2a"),
            (POINT, " ".join([*LETTERS, "a1", "đ12"])),
            (ANNEX, "I 1 IIa"),
        ):
            for label in possible.split():
                with self.subTest(level=level, label=label):
                    self.assertIsNone(label_problem(level, label))

    def test_impossible_labels(self) -> None:
        for level, label, problem in (
            (ARTICLE, "", LabelProblem.EMPTY),
            (POINT, "", LabelProblem.EMPTY),
            (ARTICLE, "0", LabelProblem.ZERO),
            (CLAUSE, "00", LabelProblem.ZERO),
            (POINT, "a0", LabelProblem.ZERO),
            (ARTICLE, "05", LabelProblem.FORM),
            (POINT, "a01", LabelProblem.FORM),
            (ARTICLE, "5 ", LabelProblem.FORM),
            (ARTICLE, "5.1", LabelProblem.FORM),
            (ARTICLE, "5ab", LabelProblem.FORM),
            (ARTICLE, "Điều 5", LabelProblem.FORM),
            (ARTICLE, "V", LabelProblem.FORM),
            (ARTICLE, "\u0665", LabelProblem.FORM),
            (CLAUSE, "100000", LabelProblem.FORM),
            (CHAPTER, "v", LabelProblem.FORM),
            (POINT, "ab", LabelProblem.FORM),
            (POINT, "a)", LabelProblem.FORM),
            (POINT, "1", LabelProblem.FORM),
            (POINT, "a\u0302", LabelProblem.FORM),
            (POINT, "f", LabelProblem.LETTER),
            (POINT, "j", LabelProblem.LETTER),
            (POINT, "w", LabelProblem.LETTER),
            (POINT, "z", LabelProblem.LETTER),
            (POINT, "â", LabelProblem.LETTER),
            (POINT, "A", LabelProblem.LETTER),
            (POINT, "\u00f0", LabelProblem.LETTER),
            (ARTICLE, "6f", LabelProblem.LETTER),
            (ARTICLE, "6A", LabelProblem.LETTER),
            (CHAPTER, "Vf", LabelProblem.LETTER),
            (CHAPTER, "IIII", LabelProblem.ROMAN),
            (CHAPTER, "VX", LabelProblem.ROMAN),
            (PART, "ABC", LabelProblem.ROMAN),
        ):
            with self.subTest(level=level, label=label):
                self.assertEqual(label_problem(level, label), problem)

    def test_a_single_annex_needs_no_number(self) -> None:
        self.assertIsNone(label_problem(ANNEX, ""))

    @given(st.sampled_from(ProvisionLevel), st.text(max_size=6))
    def test_a_label_has_a_problem_or_a_place(
        self, level: ProvisionLevel, label: str
    ) -> None:
        if label_problem(level, label) is None:
            self.assertEqual(len(sort_key(level, label)), 11)
        else:
            with self.assertRaises(ValueError):
                sort_key(level, label)
            with self.assertRaises(ValueError):
                eid(None, level, label)


class EidTests(TestCase):
    """Akoma Ntoso addresses that stay the same when chapters are regrouped."""

    def test_a_point_of_a_clause_of_an_article(self) -> None:
        article = eid("chp_II__sec_1", ARTICLE, "5")
        clause = eid(article, CLAUSE, "2")
        self.assertEqual(article, "art_5")
        self.assertEqual(clause, "art_5__cl_2")
        self.assertEqual(eid(clause, POINT, "a"), "art_5__cl_2__pt_a")
        self.assertEqual(eid(clause, POINT, "đ"), "art_5__cl_2__pt_dd")

    def test_every_level_has_its_prefix(self) -> None:
        for parent, level, label, expected in (
            (None, PART, "I", "part_I"),
            ("part_I", CHAPTER, "Va", "part_I__chp_Va"),
            ("chp_II", SECTION, "1", "chp_II__sec_1"),
            ("chp_II__sec_1", SUBSECTION, "2", "chp_II__sec_1__subsec_2"),
            (None, ARTICLE, "6đ", "art_6dd"),
            ("sec_III", CLAUSE, "1", "sec_III__cl_1"),
            (None, ANNEX, "I", "att_I"),
            (None, ANNEX, "", "att"),
        ):
            with self.subTest(expected=expected):
                self.assertEqual(eid(parent, level, label), expected)

    def test_articles_of_an_annex_stay_apart_from_those_of_the_text(self) -> None:
        self.assertEqual(eid("att_I", ARTICLE, "5"), "att_I__art_5")
        self.assertEqual(eid("att_I__chp_II", ARTICLE, "5"), "att_I__art_5")
        self.assertEqual(eid("att__chp_II", ARTICLE, "5"), "att__art_5")

    @given(labels, labels)
    def test_two_labels_of_a_level_never_share_an_address(
        self, one: Label, other: Label
    ) -> None:
        same_address = eid(None, *one) == eid(None, *other)
        self.assertEqual(same_address, one == other)
        self.assertRegex(eid(None, *one), r"\A[a-z]+_[A-Za-z0-9]+\Z")


class ReadEidTests(TestCase):
    """An address says what it names."""

    def test_the_levels_and_labels_from_the_outside_in(self) -> None:
        path = [(ARTICLE, "5"), (CLAUSE, "2"), (POINT, "đ")]
        self.assertEqual(read_eid("art_5__cl_2__pt_dd"), path)

    @given(labels)
    def test_reading_undoes_writing(self, label: Label) -> None:
        self.assertEqual(read_eid(eid(None, *label)), [label])

    def test_what_is_no_address_names_nothing(self) -> None:
        self.assertEqual(read_eid(""), [])


class CitationTests(TestCase):
    """Citations run inside out, in Vietnamese and in English."""

    def test_citations(self) -> None:
        for path, vietnamese, english in (
            (
                [(ARTICLE, "5"), (CLAUSE, "2"), (POINT, "a")],
                "điểm a khoản 2 Điều 5",
                "point a, clause 2, Article 5",
            ),
            (
                [(CHAPTER, "VIII"), (ARTICLE, "66"), (CLAUSE, "2"), (POINT, "b")],
                "điểm b khoản 2 Điều 66",
                "point b, clause 2, Article 66",
            ),
            ([(ARTICLE, "6a")], "Điều 6a", "Article 6a"),
            (
                [(PART, "I"), (CHAPTER, "II"), (SECTION, "1"), (SUBSECTION, "2")],
                "Tiểu mục 2 Mục 1 Chương II Phần I",
                "Subsection 2, Section 1, Chapter II, Part I",
            ),
            (
                [(ANNEX, "I"), (CHAPTER, "II"), (ARTICLE, "5"), (CLAUSE, "1")],
                "khoản 1 Điều 5 Phụ lục I",
                "clause 1, Article 5, Annex I",
            ),
            (
                [(SECTION, "III"), (CLAUSE, "1"), (POINT, "đ")],
                "điểm đ khoản 1 Mục III",
                "point đ, clause 1, Section III",
            ),
            ([(ANNEX, "")], "Phụ lục", "Annex"),
            ([], "", ""),
        ):
            with self.subTest(vietnamese=vietnamese):
                self.assertEqual(citation_vi(path), vietnamese)
                self.assertEqual(citation_en(path), english)
