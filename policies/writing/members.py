"""What the members of a row write and refer to, and their plain form."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from rest_framework import serializers

from policies.common.api.plain import kept_members
from policies.common.api.rows import JSONRecord
from policies.common.api.serializers import RefShape
from policies.common.models import Record
from policies.common.validators import is_public_slug
from policies.models import CITED_RECORDS
from policies.writing.record import Shape

Data = Mapping[str, Any]
Reference = tuple[type[Record], str]
Field = serializers.Field[Any, Any, Any, Any]


@cache
def written_members(shape: Shape) -> Mapping[str, Field]:
    """Give the members of a shape that a row can write."""
    kept = kept_members(shape)
    return {name: field for name, field, _path in kept if not field.read_only}


def referred_model(field: Field) -> type[Record] | None:
    """Give the kind of record that a member refers to, once or in a list."""
    inner: Any = getattr(field, "child", field)
    return inner.Meta.model if isinstance(inner, RefShape) else None


def slug_of(value: Any) -> Any:
    """Give the public id of a related record, given as an object or as the id."""
    return value.get("slug") if isinstance(value, Mapping) else value


def slugs_of(value: Any) -> Iterator[str]:
    """Give the public ids in a member that refers to one record or to several."""
    for one in value if isinstance(value, list) else [value]:
        slug = slug_of(one)
        if is_public_slug(slug):
            yield slug


def references(shape: Shape, data: Data) -> Iterator[Reference]:
    """Give the records that a row refers to."""
    for name, field in written_members(shape).items():
        model = referred_model(field)
        if model is not None:
            yield from ((model, slug) for slug in slugs_of(data.get(name)))
    kind, slug = data.get("record_type"), data.get("record")
    if isinstance(kind, str) and kind in CITED_RECORDS:
        yield from ((CITED_RECORDS[kind], one) for one in slugs_of(slug))


def plain(shape: Shape, data: Data) -> JSONRecord:
    """Reduce what a row writes to the plain form: public ids for related records."""
    return {
        name: _reduced(data[name]) if referred_model(field) else data[name]
        for name, field in written_members(shape).items()
        if name in data
    }


def _reduced(value: Any) -> Any:
    return (
        [slug_of(one) for one in value] if isinstance(value, list) else slug_of(value)
    )
