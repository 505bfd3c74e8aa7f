"""The guide to the API tells the truth: each example answers as printed."""

from django.test import TestCase

from tests.docs.examples import examples


class APIGuideExamplesTest(TestCase):
    """A partner who types an example gets the answer shown."""

    def test_there_are_examples(self) -> None:
        self.assertGreater(len(list(examples("docs/api.md"))), 12)

    def test_each_example_answers_as_shown(self) -> None:
        for one in examples("docs/api.md"):
            with self.subTest(path=one.path):
                self.assertEqual([], one.faults())
