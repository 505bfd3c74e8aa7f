"""Builders of the check constraints that recur in every model.

Each returns a named constraint with a stable ``violation_error_code``, so that the
form and the API report the same rule that the database holds.
"""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class HeldByDatabase(models.CheckConstraint):
    """A check that the column's own validation or a service already makes.

    The database holds it all the same; asking it once more before each save, as
    Django does to validate a constraint, would only cost a query.
    """

    def validate(self, *_args: Any, **_options: Any) -> None:
        """Leave it to the column, the service and the database."""


def not_blank(table: str, field: str) -> HeldByDatabase:
    """Refuse the empty string in a required text column."""
    return HeldByDatabase(
        name=f"{table}_{field}_not_blank",
        condition=~Q(**{field: ""}),
    )


def one_of(
    table: str, field: str, choices: type[CodeList], *, blank: bool = False
) -> HeldByDatabase:
    """Allow only the codes of a choice list (and "" where it may be open)."""
    codes = [*choices.values, ""] if blank else list(choices.values)
    return HeldByDatabase(
        name=f"{table}_{field}_code",
        condition=Q(**{f"{field}__in": codes}),
    )


def in_order(table: str, start: str, end: str) -> models.CheckConstraint:
    """Refuse an end before its start; either may be unknown."""
    return models.CheckConstraint(
        name=f"{table}_{end}_after_{start}",
        condition=Q(**{f"{start}__isnull": True})
        | Q(**{f"{end}__isnull": True})
        | Q(**{f"{end}__gte": F(start)}),
        violation_error_code="end_before_start",
        violation_error_message=_("Ngày kết thúc không được trước ngày bắt đầu."),
    )


def dated(table: str, field: str, precision: str) -> models.CheckConstraint:
    """Refuse a date without its precision, and a precision without a date."""
    return models.CheckConstraint(
        name=f"{table}_{field}_precision",
        condition=Q(**{f"{field}__isnull": True, precision: ""})
        | (Q(**{f"{field}__isnull": False}) & ~Q(**{precision: ""})),
        violation_error_code="precision",
        violation_error_message=_("Ngày và độ chính xác phải đi cùng nhau."),
    )


def not_itself(table: str, field: str) -> models.CheckConstraint:
    """Refuse a row that points at itself."""
    return models.CheckConstraint(
        name=f"{table}_{field}_not_itself",
        condition=Q(**{f"{field}__isnull": True}) | ~Q(**{field: F("id")}),
        violation_error_code="itself",
        violation_error_message=_("Bản ghi không được trỏ về chính nó."),
    )


def exactly_one(table: str, fields: Sequence[str], *, named_by: str) -> HeldByDatabase:
    """Of several foreign keys exactly one is set, the one that a column names."""
    cases = [
        Q(
            **{named_by: chosen},
            **{f"{name}__isnull": name != chosen for name in fields},
        )
        for chosen in fields
    ]
    return HeldByDatabase(
        name=f"{table}_exactly_one_record",
        condition=reduce(or_, cases),
    )
