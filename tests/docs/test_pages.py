"""The pages beside the guide tell the truth: each example answers as printed."""

from django.test import TestCase

from tests.docs.examples import examples

PAGES = (
    "docs/coverage.md",
    "docs/effect.md",
    "docs/evaluation.md",
    "docs/goals.md",
    "docs/stip.md",
)


class PageExamplesTest(TestCase):
    """A partner who types an example of a page gets the answer shown."""

    def test_each_example_answers_as_shown(self) -> None:
        for page in PAGES:
            found = list(examples(page))
            self.assertTrue(found, page)
            for one in found:
                with self.subTest(page, path=one.path):
                    self.assertEqual([], one.faults())
