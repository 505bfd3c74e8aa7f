"""What holds for every kind of record in the admin."""

from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.widgets import (
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.forms.models import InlineForeignKeyField
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from decrees.models import Circular, Decision, Decree
from policies.common.models import Record, RecordState
from policies.models import Law, Resolution
from tests.factories import (
    FACTORIES,
    make_circular,
    make_decision,
    make_decree,
    make_law,
    make_resolution,
)
from tests.policies.admin.cases import AdminCase, page, record_admins

SEARCH_BOXES = (AutocompleteSelect, AutocompleteSelectMultiple)
PROXIES: dict[type[Record], Any] = {
    Circular: make_circular,
    Decision: make_decision,
    Decree: make_decree,
    Law: make_law,
    Resolution: make_resolution,
}
MAKERS = {model: make for model, make in FACTORIES.items() if issubclass(model, Record)}


def related_boxes(form: Any) -> dict[str, forms.Field]:
    """Give the boxes of a form that refer to records."""
    return {
        name: field
        for name, field in form.base_fields.items()
        if isinstance(field, forms.ModelChoiceField)
        and not isinstance(field, InlineForeignKeyField)
    }


class RegistrationTests(TestCase):
    def test_every_kind_of_record_has_a_page(self) -> None:
        kinds = {
            model
            for app in ("policies", "decrees")
            for model in apps.get_app_config(app).get_models()
            if issubclass(model, Record)
        }
        self.assertEqual(kinds - admin.site._registry.keys(), set())

    def test_every_page_has_a_section_and_filters_by_editorial_state(self) -> None:
        for one in record_admins():
            with self.subTest(one.opts.model_name):
                self.assertTrue(one.section.title)
                self.assertIn("state", [first(item) for item in one.list_filter])

    def test_every_day_of_a_record_can_be_browsed(self) -> None:
        for one in record_admins():
            days = [
                field.name
                for field in one.opts.fields
                if field.get_internal_type() == "DateField"
                and not getattr(field, "generated", False)
            ]
            with self.subTest(one.opts.model_name):
                if days and one.opts.model_name != "provision":
                    self.assertIn(one.date_hierarchy, days)


def first(item: Any) -> Any:
    """Give the column of a filter, whichever way it is written."""
    return item[0] if isinstance(item, tuple) else item


class SearchBoxTests(AdminCase):
    def test_no_relation_is_a_list_of_all_rows(self) -> None:
        for one in record_admins():
            tables = [one.get_form(self.request)] + [
                inline.get_formset(self.request).form
                for inline in one.get_inline_instances(self.request)
            ]
            for form in tables:
                for name, field in related_boxes(form).items():
                    with self.subTest(f"{one.opts.model_name}: {form.__name__}.{name}"):
                        widget = field.widget
                        if isinstance(widget, RelatedFieldWidgetWrapper):
                            widget = widget.widget
                        self.assertIsInstance(widget, SEARCH_BOXES)

    def test_every_relation_that_may_be_set_is_in_the_form(self) -> None:
        for one in record_admins():
            with self.subTest(one.opts.model_name):
                shown = one.get_form(self.request).base_fields.keys()
                asked = set(one.get_autocomplete_fields(self.request))
                self.assertEqual(asked - shown, set())

    def test_every_search_box_answers(self) -> None:
        for one in record_admins():
            for name in one.get_autocomplete_fields(self.request):
                with self.subTest(f"{one.opts.model_name}.{name}"):
                    response = self.client.get(
                        "/admin/autocomplete/",
                        {
                            "app_label": one.opts.app_label,
                            "model_name": str(one.opts.model_name),
                            "field_name": name,
                            "term": "nghi quyet",
                        },
                    )
                    self.assertEqual(response.status_code, 200)


class OpeningTests(AdminCase):
    def test_every_list_opens_with_its_filters_and_finds(self) -> None:
        for one in record_admins():
            with self.subTest(one.opts.model_name):
                address = page(one.model, "changelist")
                self.assertEqual(self.client.get(address).status_code, 200)
                found = self.client.get(
                    address, {"q": "so 57", "state__exact": "draft"}
                )
                self.assertEqual(found.status_code, 200)

    def test_every_form_for_a_new_record_opens(self) -> None:
        for one in record_admins():
            with self.subTest(one.opts.model_name):
                response = self.client.get(page(one.model, "add"))
                self.assertEqual(response.status_code, 200)

    def test_every_record_opens_with_its_history(self) -> None:
        for model, make in MAKERS.items():
            with self.subTest(model.__name__):
                record = make()
                for view in ("change", "history", "delete"):
                    response = self.client.get(page(model, view, record.pk))
                    expected = 403 if view == "delete" else 200
                    self.assertEqual(response.status_code, expected, view)

    def test_who_may_only_read_sees_every_page(self) -> None:
        reader = User.objects.create_user("reader", is_staff=True)
        reader.user_permissions.set(
            Permission.objects.filter(codename__startswith="view")
        )
        self.client.force_login(reader)
        for model, make in MAKERS.items():
            with self.subTest(model.__name__):
                record = make()
                address = page(model, "change", record.pk)
                self.assertEqual(self.client.get(address).status_code, 200)
                self.assertEqual(self.client.post(address, {}).status_code, 403)


class SavingTests(AdminCase):
    def test_saving_what_nobody_changed_leaves_no_trace(self) -> None:
        for model, make in MAKERS.items():
            with self.subTest(model.__name__):
                record = make()
                self.assert_saved(self.save(record))
                kept = model._default_manager.get(pk=record.pk)
                self.assertEqual(kept.modified_at, record.modified_at)
                self.assertEqual(kept.history.count(), 1)

    def test_withdrawing_is_saved_with_who_and_why(self) -> None:
        for model, make in MAKERS.items():
            with self.subTest(model.__name__):
                record = make()
                saved = self.save(record, state="withdrawn", change_reason="nhập trùng")
                self.assert_saved(saved)
                latest = model._default_manager.get(pk=record.pk).history.first()
                self.assertEqual(latest.state, RecordState.WITHDRAWN)
                self.assertEqual(latest.history_user, self.officer)
                self.assertEqual(latest.history_change_reason, "nhập trùng")

    def test_an_empty_form_says_what_is_missing(self) -> None:
        for one in record_admins():
            with self.subTest(one.opts.model_name):
                address = page(one.model, "add")
                response = self.client.post(address, self.form(address))
                self.assertEqual(response.status_code, 200)


class QueryCountTests(AdminCase):
    def count(self, model: type[Record], made: list[Record]) -> int:
        """Count the questions that a list of just these records asks."""
        ids = ",".join(str(record.pk) for record in made)
        with CaptureQueriesContext(connection) as queries:
            response = self.client.get(page(model, "changelist"), {"pk__in": ids})
        self.assertEqual(response.context["cl"].result_count, len(made))
        return len(queries)

    def test_a_longer_list_asks_no_more_questions(self) -> None:
        for model, make in (MAKERS | PROXIES).items():
            with self.subTest(model.__name__):
                made = [make() for _number in range(5)]
                self.count(model, made)
                few = self.count(model, made)
                made += [make() for _number in range(20)]
                self.assertEqual(self.count(model, made), few)
