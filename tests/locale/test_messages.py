"""Gathering keeps what is translated, adds what is new, drops what is gone."""

from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import TestCase

import polib

from tests.architecture.source import PROJECT, SourceFile
from tests.locale.sources import Marked, Message, in_python, in_template
from tests.messages import own, update, waiting


def found(text: str) -> list[Message | None]:
    """Read the marked texts of a file that imports all it uses."""
    start = (
        "from django.utils.translation import gettext_lazy as _\n"
        "from django.utils.translation import ngettext, npgettext_lazy, pgettext\n"
    )
    return [one.message for one in in_python(SourceFile("a.py", start + text))]


class PythonTests(TestCase):
    """Texts marked in Python."""

    def test_every_function_is_read(self) -> None:
        text = '_("a"), pgettext("c", "b"), ngettext("d", "e", 2)'
        wanted = [Message("a"), Message("b", "c"), Message("d", plural="e")]
        self.assertEqual(wanted, found(text))
        self.assertEqual(
            [Message("d", "c", "e")], found('npgettext_lazy("c", "d", "e", 2)')
        )

    def test_a_text_over_several_lines_is_one(self) -> None:
        self.assertEqual([Message("a b")], found('_(\n    "a "\n    "b"\n)'))

    def test_what_nobody_can_read_is_told(self) -> None:
        for text in ("_(name)", '_(f"a {b}")', '_("a" + b)', '_("a".lower())', "_(1)"):
            with self.subTest(text):
                self.assertEqual([None], found(text))

    def test_a_call_of_something_else_is_no_text(self) -> None:
        self.assertEqual([], found('gettext("a"), str("b"), x._("c")'))
        self.assertEqual([], list(in_python(SourceFile("a.py", '_("a")'))))


class TemplateTests(TestCase):
    """Texts marked in templates."""

    def read(self, text: str) -> list[Marked]:
        """Read a template of the project."""
        folder = self.enterContext(TemporaryDirectory(dir=PROJECT / "var"))
        path = Path(folder) / "a.html"
        path.write_text("{% load i18n %}\n" + text, "utf-8")
        return list(in_template(path))

    def test_tags_are_read_wherever_they_stand(self) -> None:
        text = (
            '{% if a %}<p title="{% translate "b" %}">{% translate "c" as d %}</p>'
            '{% else %}{% translate "e" context "f" %}{% endif %}'
            "{% blocktranslate count n=n %}one {{ n }}{% plural %}all {{ n }}"
            "{% endblocktranslate %}"
        )
        wanted = {
            Message("b"),
            Message("c"),
            Message("e", "f"),
            Message("one %(n)s", plural="all %(n)s"),
        }
        self.assertEqual(wanted, {one.message for one in self.read(text)})

    def test_a_computed_text_is_told_with_its_line(self) -> None:
        (one,) = self.read("{% translate name %}")
        self.assertIsNone(one.message)
        self.assertTrue(one.place.endswith("a.html:2"), one.place)


class CatalogueTests(TestCase):
    """The English catalogue brought up to date."""

    def setUp(self) -> None:
        self.english = polib.POFile()
        for text in ("luật", "lệnh"):
            self.english.append(polib.POEntry(msgid=text, msgstr=f"{text} in English"))

    def test_what_is_translated_stays(self) -> None:
        update(self.english, {Message("luật")})
        self.assertEqual(
            [("luật", "luật in English")],
            [(entry.msgid, entry.msgstr) for entry in self.english],
        )
        self.assertEqual([], waiting(self.english))

    def test_what_is_new_waits_for_its_english(self) -> None:
        update(
            self.english,
            {Message("luật"), Message("%(n)s năm"), Message("a", plural="b")},
        )
        texts = [entry.msgid for entry in self.english]
        self.assertEqual(["%(n)s năm", "a", "luật"], texts)
        self.assertEqual(["python-format"], self.english[0].flags)
        self.assertEqual(["%(n)s năm", "a"], waiting(self.english))

    def test_one_word_may_have_two_meanings(self) -> None:
        update(self.english, {Message("luật"), Message("luật", "plural")})
        self.assertEqual(["luật"], waiting(self.english))
        self.assertEqual([None, "plural"], [one.msgctxt for one in self.english])

    def test_texts_of_django_stay_with_django(self) -> None:
        self.assertEqual({Message("Đóng")}, own([Message("Close"), Message("Đóng")]))
