"""Model fields that keep themselves true whatever path a row is written by."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from policies.common.codes import CodeList
from policies.common.dates import Precision
from policies.common.search import Section, Source, folded
from policies.common.validators import clean_text

if TYPE_CHECKING:
    ShortColumn = models.CharField[str, str]
    TextColumn = models.TextField[str, str]
    DecimalColumn = models.DecimalField[Any, Any]
else:  # Django's fields take no type arguments at run time
    ShortColumn = models.CharField
    TextColumn = models.TextField
    DecimalColumn = models.DecimalField

UNKNOWN_DAY = date(9999, 12, 31)


class DatePrecision(CodeList):
    """How exactly a date is known; the stored day is the first of its period."""

    DAY = Precision.DAY.value, _("Ngày")
    MONTH = Precision.MONTH.value, _("Tháng")
    QUARTER = Precision.QUARTER.value, _("Quý")
    YEAR = Precision.YEAR.value, _("Năm")


class PrecisionField(ShortColumn):
    """The precision of the date column beside it; "" where that date is unknown."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("verbose_name", _("độ chính xác của ngày"))
        options.setdefault("max_length", 7)
        options.setdefault("choices", DatePrecision.pairs)
        options.setdefault("blank", True)
        options.setdefault("default", "")
        options.setdefault(
            "help_text", _("Bắt buộc khi có ngày: ngày, tháng, quý hay năm.")
        )
        super().__init__(*args, **options)


class Text(TextColumn):
    """Text of bounded length without control characters; "" is "not given"."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 5000)
        options.setdefault("validators", [clean_text])
        if not options.pop("required", False):
            options.setdefault("blank", True)
            options.setdefault("default", "")
        super().__init__(*args, **options)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Hold the bound on every engine; Django leaves it to the form."""
        super().validate(value, model_instance)
        if value and self.max_length and len(value) > self.max_length:
            raise ValidationError(
                _("Tối đa %(limit)s ký tự.") % {"limit": self.max_length},
                code="max_length",
            )


def exact_on_both(value: Decimal) -> None:
    """Refuse a quantity that SQLite could not keep exactly.

    It keeps whole numbers of up to 18 digits and others of up to 15 digits; what
    would be rounded there is refused on every engine.

    Raises:
        ValidationError: code ``too_exact``.

    """
    digits = len(value.normalize().as_tuple().digits)
    whole = value == value.to_integral_value()
    if digits > (18 if whole else 15):
        raise ValidationError(
            _("Số không nguyên có tối đa 15 chữ số, số nguyên tối đa 18."),
            code="too_exact",
        )


def not_negative(value: Decimal) -> None:
    """Refuse a quantity below zero, where there can be none.

    Raises:
        ValidationError: code ``negative``.

    """
    if value < 0:
        raise ValidationError(_("Giá trị không được âm."), code="negative")


class QuantityField(DecimalColumn):
    """An exact quantity: up to 18 whole digits, or 15 digits with up to 6 decimals."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_digits", 24)
        options.setdefault("decimal_places", 6)
        options.setdefault("validators", [exact_on_both])
        super().__init__(*args, **options)

    def get_db_converters(self, connection: Any) -> list[Any]:
        """Read SQLite's integers and shortest floats back without rounding."""
        return [_exact_decimal] if connection.vendor == "sqlite" else []

    def get_internal_type(self) -> str:
        """Keep away from SQLite's own converter, which rounds to 15 digits."""
        return "QuantityField"

    def get_placeholder(self, _value: Any, _compiler: Any, connection: Any) -> str:
        """Compare as numbers on SQLite, which is given decimals as text."""
        return "CAST(%s AS NUMERIC)" if connection.vendor == "sqlite" else "%s"

    def db_type(self, connection: Any) -> str:
        """Use the column of a decimal."""
        values = {"max_digits": self.max_digits, "decimal_places": self.decimal_places}
        return str(connection.data_types["DecimalField"] % values)


def _exact_decimal(value: Any, *_context: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


class FoldedField(TextColumn):
    """The words of other columns of the same row, as a search looks for them.

    Filled in ``pre_save``, so ``save()`` and ``bulk_create()`` both keep it in step.
    The sources are declared by what they are to a reader: ``number`` identifies the
    record, ``title`` names it, the rest tells about it. A source with a code list
    gives the code's words, in Vietnamese and as the code is written.
    """

    non_db_attrs = (*TextColumn.non_db_attrs, "number", "title", "rest")

    def __init__(
        self,
        *rest: str,
        number: Sequence[str] = (),
        title: Sequence[str] = (),
        **options: Any,
    ) -> None:
        self.number = tuple(number)
        self.title = tuple(title)
        self.rest = (*rest, *options.pop("rest", ()))
        options.setdefault("editable", False)
        options.setdefault("default", "")
        super().__init__(**options)

    @property
    def sources(self) -> tuple[str, ...]:
        """The columns folded, in the order in which a match names them."""
        return (*self.number, *self.title, *self.rest)

    def deconstruct(self) -> Any:
        """Name the source columns in migrations."""
        name, path, _args, kwargs = super().deconstruct()
        for section in ("number", "title", "rest"):
            if columns := getattr(self, section):
                kwargs[section] = list(columns)
        return name, path, [], kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001
        """Fold the sources anew at each write."""
        values = {name: getattr(model_instance, name) for name in self.sources}
        text = folded(self.texts(values))
        setattr(model_instance, self.attname, text)
        return text

    def texts(self, values: Mapping[str, Any]) -> Iterator[Source]:
        """Give the texts of a row by the values of its source columns."""
        sections: tuple[Section, ...] = ("number", "title", "rest")
        for section in sections:
            for name in getattr(self, section):
                if value := values[name]:
                    yield from self._texts(section, name, str(value))

    def _texts(self, section: Section, name: str, value: str) -> Iterator[Source]:
        if labels := _labels(self.model, name):
            yield Source(name, section, labels.get(value, ""))
        yield Source(name, section, value)


@cache
def _labels(model: type[models.Model], name: str) -> dict[str, str]:
    """Read the labels of a column's code list in Vietnamese."""
    field: Any = model._meta.get_field(name)
    with override("vi"):
        return {str(code): str(label) for code, label in field.flatchoices}


def folded_field(model: type[models.Model]) -> FoldedField:
    """Give the field that holds what the records of a model are found by."""
    field: FoldedField = model._meta.get_field("search_text")  # type: ignore[assignment]
    return field


def refold(model: type[models.Model]) -> None:
    """Fold every row of a table anew, after a change of what is folded or how."""
    fields = [one for one in model._meta.fields if isinstance(one, FoldedField)]
    if not fields:
        return
    names = [field.name for field in fields]
    rows = model._default_manager.order_by("pk")
    batch = list(rows[:500])
    while batch:
        for row in batch:
            for field in fields:
                field.pre_save(row, add=False)
        model._default_manager.bulk_update(batch, names)
        batch = list(rows.filter(pk__gt=batch[-1].pk)[:500])


def day_order(field: str) -> models.GeneratedField:
    """Build the sort key of a date that may be unknown: unknown days come last.

    The database computes it, so a keyset page over an order by date needs one plain
    index and no special case for rows without a day.
    """
    return models.GeneratedField(
        expression=Coalesce(field, Value(UNKNOWN_DAY)),
        output_field=models.DateField(),
        db_persist=True,
    )
