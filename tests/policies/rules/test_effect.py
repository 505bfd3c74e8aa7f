"""How far a change of provisions reaches what rests on them."""

from datetime import date
from unittest import TestCase

from policies.choices import EffectReach, EffectTiming
from policies.rules.effect import WHOLE_DOCUMENT, earliest, extent, timing

CHAPTER, ARTICLE, CLAUSE, OTHER = 1, 2, 3, 4
TREE = {CHAPTER: None, ARTICLE: CHAPTER, CLAUSE: ARTICLE, OTHER: CHAPTER}
DAY = date(2025, 10, 1)


class ReachTests(TestCase):
    def test_what_is_done_to_an_article_reaches_inside_and_around_it(self) -> None:
        upon = extent([ARTICLE], TREE, whole=False)
        for basis, expected in (
            (ARTICLE, EffectReach.WHOLE),
            (CLAUSE, EffectReach.WHOLE),
            (CHAPTER, EffectReach.PART),
            (OTHER, None),
            (None, EffectReach.UNCLEAR),
        ):
            with self.subTest(basis=basis):
                self.assertEqual(expected, upon.reach(basis))

    def test_the_whole_document_reaches_everything(self) -> None:
        for basis in (*TREE, None):
            self.assertEqual(EffectReach.WHOLE, WHOLE_DOCUMENT.reach(basis))

    def test_a_part_that_nobody_names_may_reach_anything(self) -> None:
        upon = extent([], TREE, whole=False)
        for basis in (*TREE, None):
            self.assertEqual(EffectReach.UNCLEAR, upon.reach(basis))

    def test_a_chapter_named_with_its_article_is_meant_as_a_whole(self) -> None:
        upon = extent([CHAPTER, ARTICLE], TREE, whole=False)
        self.assertEqual(EffectReach.WHOLE, upon.reach(CHAPTER))
        self.assertEqual(EffectReach.WHOLE, upon.reach(OTHER))

    def test_extents_meet_where_they_share_a_provision_or_may(self) -> None:
        article, clause, other, unnamed = (
            extent(named, TREE, whole=False)
            for named in ([ARTICLE], [CLAUSE], [OTHER], [])
        )
        self.assertTrue(article.meets(clause))
        self.assertTrue(clause.meets(article))
        self.assertFalse(article.meets(other))
        self.assertTrue(article.meets(unnamed))
        self.assertTrue(unnamed.meets(article))
        self.assertTrue(WHOLE_DOCUMENT.meets(other))

    def test_a_circle_of_parents_ends(self) -> None:
        upon = extent([1], {1: 2, 2: 1}, whole=False)
        self.assertEqual(EffectReach.WHOLE, upon.reach(2))


class TimingTests(TestCase):
    def test_it_acts_from_its_day_and_not_on_its_until(self) -> None:
        until = date(2026, 1, 1)
        for day, expected in (
            (date(2025, 9, 30), EffectTiming.TO_COME),
            (DAY, EffectTiming.ACTING),
            (date(2025, 12, 31), EffectTiming.ACTING),
            (until, EffectTiming.OVER),
        ):
            with self.subTest(day):
                found = timing(adopted=True, since=DAY, until=until, day=day)
                self.assertEqual(expected, found)

    def test_a_draft_only_plans_and_an_unknown_day_is_said(self) -> None:
        planned = timing(adopted=False, since=DAY, until=None, day=DAY)
        undated = timing(adopted=True, since=None, until=None, day=DAY)
        self.assertEqual(EffectTiming.PLANNED, planned)
        self.assertEqual(EffectTiming.UNDATED, undated)

    def test_the_first_day_is_the_earliest_known(self) -> None:
        self.assertEqual(DAY, earliest([None, date(2026, 1, 1), DAY]))
        self.assertIsNone(earliest([None]))
