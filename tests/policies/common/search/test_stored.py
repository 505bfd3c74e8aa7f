"""What a row stores to be found by."""

from typing import Any
from unittest import TestCase

from django.test import TestCase as DatabaseTestCase

from policies.common.fields import FoldedField, folded_field, refold
from policies.common.registry import registered
from policies.common.search import Source, folded
from policies.models import Document, Subject
from tests.factories import make_decree, make_law, make_subject


class StreamTests(TestCase):
    def test_each_part_of_a_record_has_its_own_sign(self) -> None:
        sources = (
            Source("number", "number", "93/2025/QH15"),
            Source("title", "title", "Luật Khoa học"),
            Source("summary", "rest", "Tóm tắt"),
        )
        self.assertEqual(
            " 93 2025 qh15  luat khoa hoc  tom tat "
            "##93#2025#qh15##||93|2025|qh15||"
            "==luat=khoa=hoc==^^.luât^khoa^.hoc^^"
            "||'tom|'tăt||",
            folded(sources),
        )

    def test_texts_without_words_leave_no_trace(self) -> None:
        self.assertEqual("", folded([Source("title", "title", " — ")]))


class ColumnTests(DatabaseTestCase):
    def test_a_document_is_found_by_what_it_is_called_in_both_languages(self) -> None:
        text = make_decree(title="Về thử nghiệm").search_text
        self.assertIn(" nghi dinh ", text)
        self.assertIn("==decree==", text)

    def test_every_source_is_a_column_that_the_shape_shows(self) -> None:
        for one in registered():
            shown = set(one.serializer().fields)
            with self.subTest(one.name):
                self.assertLessEqual(set(folded_field(one.model).sources), shown)

    def test_rows_of_before_are_folded_anew_and_nothing_else_changes(self) -> None:
        law, subject = make_law(title="Luật Thử nghiệm"), make_subject()
        kept: dict[Any, Any] = {}
        for record in (law, subject):
            rows: Any = type(record)._default_manager.filter(pk=record.pk)
            kept[record] = rows.values().get()
            rows.update(search_text=" cu ")
        refold(Document)
        refold(Subject)
        for record, values in kept.items():
            rows = type(record)._default_manager.filter(pk=record.pk)
            self.assertEqual(values, rows.values().get())

    def test_past_states_are_folded_anew_as_well(self) -> None:
        law = make_law(title="Luật Thử nghiệm")
        past: Any = Document.history.model
        past.objects.filter(id=law.pk).update(search_text="")
        refold(past)
        self.assertEqual(law.search_text, past.objects.get(id=law.pk).search_text)

    def test_a_field_is_rebuilt_from_what_a_migration_says_of_it(self) -> None:
        field = folded_field(Document)
        _name, _path, args, options = field.deconstruct()
        again = FoldedField(*args, **options)
        self.assertEqual(field.sources, again.sources)
        self.assertEqual(field.title, again.title)
