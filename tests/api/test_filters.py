"""Every filter of every list finds exactly what it ought to."""

from typing import Any, ClassVar

from django.test import SimpleTestCase, TestCase

from policies.common.collections import Collection
from policies.common.fields import FoldedField
from policies.common.filters import Declared, OnDay
from tests.api.calls import COLLECTIONS, JSONRecord, records, slugs
from tests.api.complete import fill
from tests.api.joined import joined
from tests.api.oracle import Known, holds, keeps, questions, text_of, values_of
from tests.api.records import thin_citations

NOT_PUBLIC = "only published rows are public"
DERIVED = "derived for the database's own use"
UNFILTERED = {
    "id": "internal; the public id is the slug",
    "state": NOT_PUBLIC,
    "search_text": DERIVED,
    "issued_on_order": DERIVED,
    "effective_on_order": DERIVED,
    "published_on_order": DERIVED,
    "due_on_order": DERIVED,
    "said_on_order": DERIVED,
    "number_key": "compared by the filter `number` in any spelling",
}
FOUND_BY_WORDS = {"title", "name", "text", "matter", "label"}


def filters(collection: Collection) -> dict[str, Declared]:
    """Give the filters of a collection by parameter, but for those across joins."""
    return {
        name: made
        for name, made in collection.filterset.base_filters.items()
        if not joined(name, made)
    }


class FilterTests(TestCase):
    """Each filter, asked for values that occur."""

    known: ClassVar[Known]
    lists: ClassVar[dict[str, list[JSONRecord]]]

    @classmethod
    def setUpTestData(cls) -> None:
        fill()
        thin_citations(each=6)
        cls.known = Known.read()
        cls.lists = {one.name: records(one) for one in COLLECTIONS}

    def occurring(self, collection: Collection, name: str) -> set[Any]:
        """Give all values of a filter that occur in a list."""
        made = filters(collection)[name]
        base = name.partition("__")[0]
        rows = self.lists[collection.name]
        found = (values_of(base, made, row, self.known) for row in rows)
        return set().union(*found)

    def expected(
        self, collection: Collection, name: str, asked: tuple[Any, ...]
    ) -> list[str]:
        """Work out which records a filter keeps, in the order of the list."""
        made = filters(collection)[name]
        base = name.partition("__")[0]
        return [
            row["slug"]
            for row in self.lists[collection.name]
            if (
                holds(collection.name, row, asked[0], self.known)
                if isinstance(made, OnDay)
                else keeps(made, values_of(base, made, row, self.known), asked)
            )
        ]

    def test_a_filter_finds_exactly_what_python_finds(self) -> None:
        for one in COLLECTIONS:
            for name, made in filters(one).items():
                for asked in questions(made, self.occurring(one, name)):
                    query = [(name, text_of(name, value)) for value in asked]
                    with self.subTest(one.name, query=query):
                        found = slugs(one, query)
                        self.assertEqual(self.expected(one, name, asked), found)

    def test_every_filter_has_something_to_find(self) -> None:
        asked = {
            (one.filterset, name)
            for one in COLLECTIONS
            for name, made in filters(one).items()
            if questions(made, self.occurring(one, name))
        }
        silent = [
            (one.name, name)
            for one in COLLECTIONS
            for name in filters(one)
            if (one.filterset, name) not in asked
        ]
        self.assertEqual([], silent)

    def test_filters_together_keep_what_each_of_them_keeps(self) -> None:
        (documents,) = (one for one in COLLECTIONS if one.name == "documents")
        kinds, later = ("kind", "law"), ("issued_on__gte", "2025-01-01")
        both = set(slugs(documents, [kinds, later]))
        self.assertEqual(
            set(slugs(documents, [kinds])) & set(slugs(documents, [later])), both
        )
        self.assertTrue(both)


class CoverageTests(SimpleTestCase):
    """No field is left out without a reason."""

    def test_every_field_has_a_filter_or_a_reason(self) -> None:
        for one in COLLECTIONS:
            names = {name.partition("__")[0] for name in filters(one)}
            options = one.model._meta
            fields = {field.name for field in (*options.fields, *options.many_to_many)}
            with self.subTest(one.name):
                self.assertEqual(
                    set(), fields - names - set(UNFILTERED) - FOUND_BY_WORDS
                )

    def test_a_text_without_a_filter_is_found_by_words(self) -> None:
        for one in COLLECTIONS:
            names = {name.partition("__")[0] for name in filters(one)}
            (words,) = (
                field
                for field in one.model._meta.fields
                if isinstance(field, FoldedField)
            )
            for field in one.model._meta.fields:
                if field.name in FOUND_BY_WORDS - names:
                    with self.subTest(one.name, field=field.name):
                        self.assertIn(field.name, words.sources)
