"""Keyset pages: where a walk through an ordered list stands, exactly.

A cursor holds the sort value and the id of the last row given. The next page is the
rows after that pair, found by one row comparison on one index, at any depth.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models import F, Func, Value

_signer = Signer(salt="policies.keyset")


@dataclass(frozen=True)
class Order:
    """An order that a list offers: its public name and the column behind it.

    The column is never null; the id breaks ties.
    """

    name: str
    column: str

    def sorting(self, *, descending: bool) -> list[str]:
        """Give the columns to sort by."""
        sign = "-" if descending else ""
        return [f"{sign}{self.column}", f"{sign}id"]


@dataclass(frozen=True)
class Position:
    """The last row given: its sort value and id."""

    value: Any
    id: int


class RowComparison(Func):
    """``(a, b) > (x, y)`` as SQL writes it, which both engines take from an index."""

    template = "(%(expressions)s)"
    output_field = models.BooleanField()
    conditional = True

    def __init__(
        self, operator: str, left: Sequence[str], right: Sequence[Any]
    ) -> None:
        self.operator = operator
        self.width = len(left)
        super().__init__(*[F(name) for name in left], *[Value(item) for item in right])

    def as_sql(  # type: ignore[override]
        self, compiler: Any, connection: Any, **extra: Any
    ) -> tuple[str, list[Any]]:
        """Write the comparison of the two halves."""
        texts, params = [], []
        for expression in self.get_source_expressions():
            sql, values = compiler.compile(expression)
            texts.append(sql)
            params.extend(values)
        left, right = texts[: self.width], texts[self.width :]
        sql = f"({', '.join(left)}) {self.operator} ({', '.join(right)})"
        return sql, params


def after(position: Position, order: Order, *, descending: bool) -> RowComparison:
    """Condition of the rows that come after a position."""
    operator = "<" if descending else ">"
    return RowComparison(operator, [order.column, "id"], [position.value, position.id])


def _short(scope: str) -> str:
    """Keep a cursor short, however long the query of its list is."""
    return blake2b(scope.encode(), digest_size=12).hexdigest()


def encode(position: Position, scope: str) -> str:
    """Write a cursor for the list and order named by ``scope``."""
    value = position.value
    if isinstance(value, date | datetime):
        value = value.isoformat()
    return _signer.sign_object([_short(scope), value, position.id])


def decode(text: str, scope: str, column: "models.Field[Any, Any]") -> Position:
    """Read a cursor back.

    Raises:
        ValueError: not a cursor of this register, or of another list or order.

    """
    try:
        found, value, row_id = _signer.unsign_object(text)
    except (BadSignature, ValueError, TypeError) as error:
        raise ValueError("not a cursor of this register") from error
    if found != _short(scope):
        raise ValueError("a cursor of another list, filter or order")
    return Position(column.to_python(value), row_id)
