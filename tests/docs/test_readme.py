"""The README tells the truth: each example answers as printed."""

import json
import re
from pathlib import Path
from typing import Any

from django.test import TestCase

README = Path(__file__).resolve().parents[2] / "README.md"
EXAMPLE = re.compile(
    r"\$ curl -s 'http://127\.0\.0\.1:8000(?P<path>[^']+)'\n```\n\n"
    r"```json\n(?P<answer>.*?)\n```",
    re.DOTALL,
)


def holds(actual: Any, shown: Any) -> bool:
    """Tell whether an answer holds what is shown; members may be left out."""
    if isinstance(shown, dict):
        return isinstance(actual, dict) and all(
            name in actual and holds(actual[name], value)
            for name, value in shown.items()
        )
    if isinstance(shown, list):
        return isinstance(actual, list) and [
            holds(one, other) for one, other in zip(actual, shown, strict=False)
        ] == [True] * len(shown)
    return bool(actual == shown)


class ReadmeExamplesTest(TestCase):
    """A reader who types an example gets the answer shown."""

    def test_there_are_ten_examples(self) -> None:
        self.assertEqual(len(EXAMPLE.findall(README.read_text("utf-8"))), 10)

    def test_each_example_answers_as_shown(self) -> None:
        for found in EXAMPLE.finditer(README.read_text("utf-8")):
            with self.subTest(path=found["path"]):
                answer = self.client.get(found["path"]).json()
                self.assertTrue(holds(answer, json.loads(found["answer"])), answer)
