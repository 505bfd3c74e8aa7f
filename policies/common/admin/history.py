"""Pages of a record's history: who changed what, when and why."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from simple_history.template_utils import HistoricalRecordContextHelper

from policies.common.admin.bases import HistoryAdmin
from policies.common.admin.columns import written_day, written_quantity

if TYPE_CHECKING:
    ChangeWriter = object
else:
    ChangeWriter = HistoricalRecordContextHelper


class ChangeInWords(ChangeWriter):
    """Old and new values as an officer reads them: labels, not codes."""

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        """Write a value as its form would show it."""
        described: Any = self
        field = described.model._meta.get_field(change.field)
        if field.many_to_many:
            listed: Any = super()
            return listed.prepare_delta_change_value(change, value)
        return in_words(field, value)


def in_words(field: Any, value: Any) -> Any:
    """Write the value of a column: a label, a day, a quantity, yes or no."""
    if value is None or value == "":
        return "—"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    match value:
        case bool():
            return _("có") if value else _("không")
        case Decimal():
            return written_quantity(value)
        case date() if not isinstance(value, datetime):
            return written_day(value)
        case _:
            return value


class HistoryPages(HistoryAdmin):
    """The history of a record with differences, and going back to an earlier state."""

    object_history_template = "policies/admin/history.html"
    object_history_list_template = "policies/admin/history_rows.html"
    object_history_form_template = "policies/admin/history_form.html"

    def get_historical_record_context_helper(
        self, request: HttpRequest, historical_record: Any
    ) -> Any:
        """Write changes in words."""
        writer: Any = ChangeInWords
        return writer(self.model, historical_record)

    def history_view_title(self, request: HttpRequest, obj: Any) -> str:
        """Give the heading of the list of changes."""
        return _("Lịch sử: %(record)s") % {"record": obj}

    def history_form_view_title(self, request: HttpRequest, obj: Any) -> str:
        """Give the heading of one earlier state."""
        return _("Bản trước của: %(record)s") % {"record": obj}
