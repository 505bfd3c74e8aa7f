"""Forms of records: the services' rules are asked before anything is written."""

from collections.abc import Callable, Iterator
from typing import Any, cast

from django import forms
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.models import InlineForeignKeyField, construct_instance
from django.utils.translation import gettext_lazy as _

from policies.common.admin.bases import InlineFormSet, ModelForm
from policies.common.models import Record, RecordState
from policies.services.removing import delete_record
from policies.services.saving import (
    Lists,
    check_references,
    rules_of,
    save_record,
    stored_row,
)
from policies.services.slugs import suggest_slug


class CheckedForm(ModelForm):
    """A record in a form, refused at the field by the rules that a save would apply.

    Its many-to-many step writes the whole record, through the one service: only then
    are all of its lists known.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor: AbstractBaseUser | AnonymousUser | None = None
        self.reason = ""
        self.ordered_lists: Lists = {}
        self.taken: set[str] = set()
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _(
                "Để trống thì tự đặt theo số hoặc tên. Chữ thường không dấu, số, dấu "
                "gạch nối; sau khi công bố không đổi được nữa."
            )

    @property
    def record(self) -> Record:
        """The record that the form fills in."""
        return cast("Record", self.instance)

    def clean_slug(self) -> str:
        """Keep the public id of a record where the box was emptied."""
        slug: str = self.cleaned_data["slug"] or self.record.slug
        return slug

    def lists(self) -> Lists:
        """Give the members of the lists that the form sets."""
        names = {field.name for field in self.record._meta.many_to_many}
        chosen = {
            name: list(value)
            for name, value in self.cleaned_data.items()
            if name in names
        }
        return {**chosen, **self.ordered_lists}

    def _post_clean(self) -> None:
        self.instance = construct_instance(
            self, self.instance, self._meta.fields, self._meta.exclude
        )
        for check in (self._check_fields, self._derive, self._check_rules):
            if not self.errors:
                self.ask(check)

    def ask(self, check: Callable[[], None]) -> None:
        """Run one check and show what it refuses at the fields."""
        try:
            check()
        except ValidationError as refusal:
            self.refuse(refusal)

    def refuse(self, refusal: ValidationError) -> None:
        """Show a refusal at its fields; above the form where a field is not in it."""
        if not hasattr(refusal, "error_dict"):
            self.add_error(None, refusal)
            return
        shown = self.fields.keys() - self._owners()
        for name, faults in refusal.error_dict.items():
            for fault in faults:
                if name in shown:
                    self.add_error(name, fault)
                else:
                    self.add_error(None, self.named(name, fault))

    def named(self, name: str, fault: ValidationError) -> ValidationError:
        """Put the name of a field that the form does not show before its fault."""
        if name == NON_FIELD_ERRORS:
            return fault
        known = {field.name: field for field in self.record._meta.get_fields()}
        label = getattr(known.get(name), "verbose_name", name)
        return ValidationError(f"{label}: {' '.join(fault.messages)}", code=fault.code)

    def _check_fields(self) -> None:
        columns = {field.name for field in self.record._meta.fields}
        skipped = columns - self.fields.keys() | self._owners()
        if not self.record.slug:
            skipped.add("slug")
        self.record.clean_fields(exclude=skipped)

    def _derive(self) -> None:
        rules_of(self.record).prepare(self.record)
        if not self.record.slug:
            self.record.slug = suggest_slug(self.record, self.taken)
        self.taken.add(self.record.slug)

    def _check_rules(self) -> None:
        stored = stored_row(self.record) if self.record.pk else None
        check_references(self.record, self.lists(), stored)
        unsaved = {
            name
            for name in self._owners()
            if getattr(self.record, name, None) is None
            or getattr(self.record, name).pk is None
        }
        self.record.full_clean(exclude=unsaved)

    def _owners(self) -> set[str]:
        """Give the columns that the page sets, not the officer."""
        return {
            name
            for name, field in self.fields.items()
            if isinstance(field, InlineForeignKeyField)
        }

    def _save_m2m(self) -> None:
        save_record(
            self.record, lists=self.lists(), actor=self.actor, reason=self.reason
        )


class RecordForm(CheckedForm):
    """The form of a record's own page, which asks why it is changed.

    ``refused`` is what the service refused when the form had already passed: it is
    shown when the page is drawn again.
    """

    refused: ValidationError | None = None

    change_reason = forms.CharField(
        label=_("Lý do sửa"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("Ghi vào lịch sử, ví dụ «đối chiếu công báo»; không bắt buộc."),
    )

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.refused is not None:
            self.refuse(self.refused)
        self.reason = self.cleaned_data.get("change_reason", "")


class RowForm(CheckedForm):
    """A record as a row on the page of the record it belongs to."""

    def _post_clean(self) -> None:
        if self.record.pk is not None and not self.has_changed():
            return
        super()._post_clean()

    def _derive(self) -> None:
        owners = (getattr(self.record, name, None) for name in self._owners())
        if all(getattr(owner, "slug", "") for owner in owners):
            super()._derive()

    def _check_rules(self) -> None:
        if self.record.slug:
            super()._check_rules()


class RowFormSet(InlineFormSet):
    """Rows of records; only drafts can be taken out again."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.taken: set[str] = set()

    def _construct_form(self, i: int, **options: Any) -> Any:
        form = super()._construct_form(i, **options)  # type: ignore[misc] # Django's
        form.taken = self.taken
        return form

    def add_fields(self, form: Any, index: int | None) -> None:
        """Lock the deletion box of rows that the public has seen."""
        super().add_fields(form, index)
        deletion = form.fields.get("DELETE")
        if deletion is not None and form.instance.state != RecordState.DRAFT:
            deletion.disabled = True
            deletion.widget.attrs["title"] = _("Chỉ xóa được bản nháp.")

    def write(self, form: RecordForm) -> None:
        """Write the rows that changed and take out the drafts that were marked."""
        self.save(commit=False)
        for record in self.deleted_objects:
            delete_record(record, actor=form.actor, reason=form.reason)
        for row in self.saved_forms:
            row.actor, row.reason = form.actor, form.reason
        self.save_m2m()


class OrderedListFormSet(InlineFormSet):
    """Members of a list that has an order, each a row.

    They are no records: the record that owns the list is saved with it.
    """

    list_name = ""
    member_name = ""

    def members(self) -> Iterator[Record]:
        """Give the members in the order that the rows say; note what changed."""
        self.save(commit=False)
        rows = [
            row
            for row in self.forms
            if row not in self.deleted_forms and row.cleaned_data.get(self.member_name)
        ]
        for row in sorted(rows, key=lambda row: row.cleaned_data.get("order") or 0):
            yield row.cleaned_data[self.member_name]
