"""Shapes: the one declaration of a record, read, written, described and validated.

A shape is a serializer. The OpenAPI schema and the validation of writes come from it
as in any Django REST project; the read path compiles it once into rows
(``policies.common.api.rows``), and a test holds the three together.
"""

from collections.abc import Mapping
from datetime import UTC
from functools import cache
from typing import Any, ClassVar, NoReturn

from django.db import models
from rest_framework import serializers

from policies.common.fates import fate_of
from policies.common.text import unclean_reason

READ_ONLY = ("created_at", "modified_at")
FIND = "find"  # in a shape's context: how records are found by kind and public id
LARGEST_SMALL = 32_767  # of PostgreSQL's small integers; SQLite has no such bound


class Amount(serializers.DecimalField):
    """An exact decimal, as a string without superfluous zeros."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_digits", 24)
        options.setdefault("decimal_places", 6)
        options.setdefault("normalize_output", True)
        super().__init__(**options)


class RegisterTime(serializers.DateTimeField):
    """A time of the register, in UTC."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("default_timezone", UTC)
        super().__init__(**options)


class NotGiven(serializers.Field[Any, Any, Any, Any]):
    """A text or code that may be missing: null outside, "" in the column."""

    def run_validation(self, data: Any = serializers.empty) -> Any:
        """Take null as "not given"."""
        return "" if data is None else super().run_validation(data)

    def to_representation(self, value: Any) -> Any:
        """Give null where nothing is given."""
        return super().to_representation(value) if value else None


class OptionalText(NotGiven, serializers.CharField):
    """A text that may be missing."""


class OptionalURL(NotGiven, serializers.URLField):
    """An address that may be missing."""


class OptionalCode(NotGiven, serializers.ChoiceField):
    """A code that may be open."""


class ModelShape(serializers.ModelSerializer[Any]):
    """A shape that reads its members from the columns of a model."""

    serializer_field_mapping: ClassVar[Any] = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.DecimalField: Amount,
        models.DateTimeField: RegisterTime,
    }

    def build_standard_field(
        self, field_name: str, model_field: Any
    ) -> tuple[type[Any], dict[str, Any]]:
        """Let missing texts and codes be null; bound numbers alike on both engines."""
        kind, options = super().build_standard_field(field_name, model_field)
        if isinstance(model_field, models.CharField | models.TextField):
            options.pop("trim_whitespace", None)
            if options.pop("allow_blank", False) or model_field.blank:
                options["allow_null"] = True
                kind = _optional(kind)
        small = isinstance(model_field, models.PositiveSmallIntegerField)
        if small and not options.get("read_only"):
            options |= {"min_value": 0, "max_value": LARGEST_SMALL}
        return kind, options


def _optional(kind: type[Any]) -> type[Any]:
    if issubclass(kind, serializers.ChoiceField):
        return OptionalCode
    return OptionalURL if issubclass(kind, serializers.URLField) else OptionalText


def find(model: type[models.Model], slug: str) -> Any:
    """Read the record of a kind with a public id, if there is one."""
    return model._default_manager.filter(slug=slug).first()


class RefShape(ModelShape):
    """A related record: its public id, and read-only labels for people.

    Written as the same object or as the bare id; the labels are ignored then.
    """

    default_error_messages: ClassVar[dict[str, Any]] = {
        "does_not_exist": "There is no record «{slug}» of this kind.",
        "merged_into": "«{slug}» was merged into «{into}»: refer to that one.",
        "not_a_ref": "Give the public id of a record, or an object with its slug.",
    }

    def run_validation(self, data: Any = serializers.empty) -> Any:
        """Find the record that is meant; its labels need no validation."""
        is_empty, value = self.validate_empty_values(data)
        return value if is_empty else self.to_internal_value(value)

    def to_internal_value(self, data: Any) -> Any:
        """Look the record up by its public id."""
        slug = data.get("slug") if isinstance(data, Mapping) else data
        if not isinstance(slug, str) or unclean_reason(slug):
            self.fail("not_a_ref")
        found = self.context.get(FIND, find)(self.Meta.model, slug)
        if found is None:
            self._miss(slug)
        return found

    def _miss(self, slug: str) -> NoReturn:
        """Name the record that a merged one goes on in, rather than guess it meant."""
        fate = fate_of(self.Meta.model, slug)
        if fate is not None and fate.into:
            self.fail("merged_into", slug=slug, into=fate.into)
        self.fail("does_not_exist", slug=slug)


class StrictShape(serializers.Serializer[Any]):
    """A shape that refuses members it does not know."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "unknown_member": "This record has no member «{name}».",
    }

    def to_internal_value(self, data: Any) -> Any:
        """Refuse unknown members before anything else is looked at."""
        if isinstance(data, Mapping):
            unknown = sorted(str(name) for name in set(data) - set(self.fields))
            if unknown:
                message = self.error_messages["unknown_member"]
                raise serializers.ValidationError(
                    {
                        name: [
                            serializers.ErrorDetail(
                                message.format(name=name), code="unknown_member"
                            )
                        ]
                        for name in unknown
                    }
                )
        return super().to_internal_value(data)


class RecordShape(StrictShape, ModelShape):
    """The shape of a record of the register; its public id is suggested if left out."""

    def build_standard_field(
        self, field_name: str, model_field: Any
    ) -> tuple[type[Any], dict[str, Any]]:
        """Let the public id be left out of what is written."""
        kind, options = super().build_standard_field(field_name, model_field)
        if field_name == "slug":
            options["required"] = False
        return kind, options


class DatedShape(RecordShape):
    """The shape of a record with members that depend on the day of the law asked for.

    The database computes them: ``on_day`` adds what the members read.
    """

    @classmethod
    def on_day(cls, queryset: Any, day: Any) -> Any:
        """Join or compute what holds on a day: a date, or what stands for one."""
        raise NotImplementedError


def on_day(shape: type[serializers.Serializer[Any]], queryset: Any, day: Any) -> Any:
    """Prepare rows for a shape on a day; most shapes need nothing."""
    return shape.on_day(queryset, day) if issubclass(shape, DatedShape) else queryset


class Parts(serializers.Serializer[Any]):
    """Records that belong to another one, given on ``include=``.

    ``Meta.keys`` maps each part to the column of the part's table that points to
    the record, ``Meta.orders`` a part to its order where that is not the slug. At
    most ``LIMIT`` of each are given; ``more`` names the parts of which there are
    more, to be read from their own list.
    """

    LIMIT = 100

    more = serializers.ListField(
        child=serializers.CharField(),
        required=False,
        read_only=True,
        help_text="Parts of which more exist than are given here.",
    )

    class Meta:
        keys: ClassVar[dict[str, str]] = {}
        orders: ClassVar[dict[str, str]] = {}


@cache
def parts_of(shape: type[serializers.BaseSerializer[Any]]) -> Parts | None:
    """Give the declared parts of a shape, if it has any."""
    included = shape().fields.get("included")  # type: ignore[attr-defined]
    return included if isinstance(included, Parts) else None
