"""Asking again with the entity tag of an answer that is held."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from policies.common.api.renderers import FastJSONRenderer
from policies.common.api.rows import RowPlan
from policies.common.models import Record
from policies.services import save_record
from tests.api.calls import BASE, CLIENT


def get(
    address: str,
    headers: Mapping[str, str] | None = None,
    method: str = "GET",
) -> Any:
    """Ask an address of the API, query and all; give the whole response."""
    return CLIENT.generic(method, f"{BASE}{address}", headers=headers or {})


def tag(address: str) -> str:
    """Give the entity tag of an answer."""
    response = get(address)
    if response.status_code != 200:
        raise AssertionError(f"{address}: {response.content!r}")
    return str(response["ETag"])


def again(address: str, held: str, **headers: str) -> Any:
    """Ask with the tags that a client holds."""
    return get(address, {"If-None-Match": held, **headers})


def change(record: Record, **values: Any) -> None:
    """Change members of a record, and lists of those that are given as lists."""
    lists = {name: value for name, value in values.items() if isinstance(value, list)}
    for name in values.keys() - lists.keys():
        setattr(record, name, values[name])
    save_record(record, lists=lists)


@contextmanager
def nothing_is_built() -> Iterator[None]:
    """Fail whatever makes a record of a row, or the text of an answer."""
    broken = AssertionError("something was built for a client that holds it")
    with (
        patch.object(RowPlan, "build", side_effect=broken),
        patch.object(RowPlan, "build_alone", side_effect=broken),
        patch.object(FastJSONRenderer, "render", side_effect=broken),
    ):
        yield
