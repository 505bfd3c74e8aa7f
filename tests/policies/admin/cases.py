"""What the tests of the admin share: an officer at work, and pages filled in."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.test import RequestFactory, TestCase
from django.urls import reverse

from policies.admin.records import RecordAdmin
from policies.common.models import Record
from tests.policies.admin.page_forms import Fields, fields_of


def record_admins() -> list[RecordAdmin]:
    """Give the admin class of every kind of record, as registered."""
    return [
        one for one in admin.site._registry.values() if isinstance(one, RecordAdmin)
    ]


def page(model: type[models.Model], view: str, *args: Any) -> str:
    """Give the address of a page of the admin: changelist, add, change, history."""
    return reverse(
        f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}", args=args
    )


class AdminCase(TestCase):
    """An officer who may do everything, signed in, who reads Vietnamese."""

    officer: User

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.officer = User.objects.create_superuser("canbo", first_name="An")

    def setUp(self) -> None:
        super().setUp()
        self.client.force_login(self.officer)
        self.request = RequestFactory().get("/admin/")
        self.request.user = self.officer

    def form(self, address: str) -> Fields:
        """Open a form and give what it would send as it stands."""
        response = self.client.get(address)
        self.assertEqual(response.status_code, 200, address)
        return fields_of(response.content.decode())

    def save(self, record: Record, **changed: Any) -> Any:
        """Change boxes of a record's form and save; the response of the page."""
        address = page(type(record), "change", record.pk)
        return self.client.post(address, self.form(address) | listed(changed))

    def add(self, model: type[Record], **filled: Any) -> Any:
        """Fill in a new record's form and save; the response of the page."""
        address = page(model, "add")
        return self.client.post(address, self.form(address) | listed(filled))

    def assert_saved(self, response: Any) -> None:
        """Expect that the page has sent the officer back to the list."""
        self.assertEqual(response.status_code, 302, complaints(response))


def listed(values: dict[str, Any]) -> Fields:
    """Turn values into what a browser sends: a list of strings for each box."""
    sent: Fields = {}
    for name, value in values.items():
        several = value if isinstance(value, list) else [value]
        sent[name] = [str(getattr(one, "pk", one)) for one in several]
    return sent


def complaints(response: Any) -> dict[str, Any]:
    """Give the complaints that a page shows, by box; of rows with their table."""
    if response.context is None:
        return {}
    found: dict[str, Any] = dict(response.context["adminform"].form.errors)
    for table in response.context["inline_admin_formsets"]:
        for number, errors in enumerate(table.formset.errors):
            if errors:
                found[f"{table.formset.prefix}-{number}"] = errors
        if table.formset.non_form_errors():
            found[table.formset.prefix] = table.formset.non_form_errors()
    return found
