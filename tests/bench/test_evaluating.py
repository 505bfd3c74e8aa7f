"""The bare functions, the rules and the API give the same; nothing here is timed."""

from django.test import TestCase

from policies.services.evaluating import promises
from tests.bench.evaluating import BATCH, FIVE_G, SPLIT, bare, by_rules, whole


class EvaluatingTest(TestCase):
    """Like is compared with like."""

    def test_all_give_the_same_amounts(self) -> None:
        found = bare()
        self.assertEqual(found, by_rules(promises([SPLIT, FIVE_G])))
        self.assertEqual(found, whole(BATCH))
        self.assertEqual(found[:1], whole(1))
