"""The README tells the truth: each example answers as printed."""

from django.test import TestCase

from tests.docs.examples import examples


class ReadmeExamplesTest(TestCase):
    """A reader who types an example gets the answer shown."""

    def test_there_are_ten_examples(self) -> None:
        self.assertEqual(10, len(list(examples("README.md"))))

    def test_each_example_answers_as_shown(self) -> None:
        for one in examples("README.md"):
            with self.subTest(path=one.path):
                self.assertEqual([], one.faults())
