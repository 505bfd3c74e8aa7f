"""The guides to single subjects tell the truth: each example answers as printed."""

from django.test import TestCase

from tests.docs.examples import examples

GUIDES = ("docs/coverage.md", "docs/evaluation.md", "docs/goals.md")


class GuideExamplesTest(TestCase):
    """A reader who types an example gets the answer shown."""

    def test_each_example_answers_as_shown(self) -> None:
        for guide in GUIDES:
            found = list(examples(guide))
            self.assertTrue(found, guide)
            for one in found:
                with self.subTest(guide, path=one.path):
                    self.assertEqual([], one.faults())
