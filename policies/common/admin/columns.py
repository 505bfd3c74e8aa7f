"""Columns of lists: days as exact as known, times, quantities without padding."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib import admin
from django.db import models
from django.utils import numberformat, timezone
from django.utils.formats import get_format
from django.utils.translation import gettext as _

from policies.common.admin.fields import plain
from policies.common.dates import Precision

Column = Callable[[Any], str]


def written_day(day: date | None, precision: str = Precision.DAY) -> str:
    """Write a day as in Viet Nam, no more exactly than it is known; "" for none."""
    if day is None:
        return ""
    match precision:
        case Precision.MONTH:
            return f"{day:%m/%Y}"
        case Precision.QUARTER:
            quarter = {"quarter": (day.month + 2) // 3, "year": day.year}
            return _("quý %(quarter)s/%(year)s") % quarter
        case Precision.YEAR:
            return str(day.year)
        case _:
            return f"{day:%d/%m/%Y}"


def day_column(
    model: type[models.Model], name: str, precision: str | None = None
) -> Column:
    """Build a sortable column of a day, with the column of its precision if any."""
    field: Any = model._meta.get_field(name)

    def column(record: Any) -> str:
        known = getattr(record, precision) if precision else Precision.DAY
        return written_day(getattr(record, name), known)

    column.__name__ = name
    return admin.display(description=field.verbose_name, ordering=name)(column)


def written_time(time: datetime | None) -> str:
    """Write a time of the register as the clocks in Viet Nam show it; "" for none."""
    return f"{timezone.localtime(time):%d/%m/%Y %H:%M}" if time else ""


def time_column(model: type[models.Model], name: str) -> Column:
    """Build a sortable column of a time."""
    field: Any = model._meta.get_field(name)

    def column(record: Any) -> str:
        return written_time(getattr(record, name))

    column.__name__ = name
    return admin.display(description=field.verbose_name, ordering=name)(column)


def written_quantity(value: Decimal | None) -> str:
    """Write a quantity in the interface language, without padding zeros."""
    if value is None:
        return ""
    return numberformat.format(
        plain(value),
        get_format("DECIMAL_SEPARATOR"),
        grouping=3,
        thousand_sep=get_format("THOUSAND_SEPARATOR"),
        force_grouping=True,
    )


def quantity_column(model: type[models.Model], name: str) -> Column:
    """Build a sortable column of a decimal."""
    field: Any = model._meta.get_field(name)

    def column(record: Any) -> str:
        return written_quantity(getattr(record, name))

    column.__name__ = name
    return admin.display(description=field.verbose_name, ordering=name)(column)
