"""Reading a list's query: nothing unknown, empty, repeated or malformed passes."""

import difflib
from collections.abc import Collection as Names
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import QueryDict
from rest_framework.request import Request

from policies.common.api.errors import Fault, QueryTooLong
from policies.common.filters import MOST_VALUES, Declared, RefusedValueError
from policies.common.text import unclean_reason

LONGEST = 1000  # characters of one value


@dataclass(frozen=True)
class Asked:
    """One filter of a query with its parsed values."""

    name: str
    filter: Declared
    values: tuple[Any, ...]


def check_length(request: Request) -> None:
    """Refuse a query string of more octets than the server reads.

    Raises:
        QueryTooLong: naming the limit.

    """
    if len(request.META.get("QUERY_STRING", "")) > settings.MAX_QUERY:
        raise QueryTooLong(settings.MAX_QUERY)


def unknown_fault(name: str, known: Names[str]) -> Fault:
    """Name an unknown parameter, the nearest known one, and all that are allowed."""
    near = difflib.get_close_matches(name, known, n=1)
    hint = f" Did you mean «{near[0]}»?" if near else ""
    return Fault(
        code="unknown_parameter",
        detail=f"«{name}» is not a parameter of this address.{hint}",
        parameter=name,
        allowed=sorted(known),
    )


def refuse(name: str, code: str, detail: str, allowed: Sequence[str] = ()) -> Fault:
    """Name what is wrong with one parameter's value."""
    return Fault(code=code, detail=f"{name} {detail}.", parameter=name, allowed=allowed)


def check_values(name: str, values: Sequence[str], *, several: bool) -> Fault | None:
    """Find a value that is missing, repeated, too long or not clean text."""
    if not several and len(values) > 1:
        return refuse(name, "repeated", "takes one value and was given several")
    if len(values) > MOST_VALUES:
        return refuse(name, "too_many", f"takes at most {MOST_VALUES} values")
    for value in values:
        if not value.strip():
            return refuse(name, "empty", "has no value; leave it out instead")
        if len(value) > LONGEST:
            return refuse(name, "too_long", f"has more than {LONGEST} characters")
        if unclean_reason(value) or "\ufffd" in value:
            return refuse(name, "unclean", "holds control or broken characters")
    return None


def without_faults(query: QueryDict, faults: Sequence[Fault]) -> QueryDict:
    """Leave out the parameters that are at fault, so that each is named once."""
    if not faults:
        return query
    rest = query.copy()
    for fault in faults:
        rest.pop(fault.parameter, None)
    return rest


def read_names(
    query: QueryDict,
    parameter: str,
    allowed: Sequence[str],
    noun: str,
    faults: list[Fault],
) -> tuple[str, ...]:
    """Read names separated by commas; ``faults`` takes what is wrong with them.

    Args:
        query: the query of the request.
        parameter: the parameter that holds the names.
        allowed: the names that are known.
        noun: what is named, for the words and the code of a fault.
        faults: filled with at most one fault.

    """
    text = query.get(parameter)
    if text is None:
        return ()
    names = text.split(",")
    fault = check_values(parameter, names, several=True)
    if fault is None and len(set(names)) < len(names):
        fault = refuse(parameter, "repeated", f"names a {noun} twice")
    if fault is None and not set(names) <= set(allowed):
        unknown = ", ".join(name for name in names if name not in allowed)
        detail = f"names unknown {noun}s: {unknown}"
        fault = refuse(parameter, f"unknown_{noun}", detail, sorted(allowed))
    if fault is not None:
        faults.append(fault)
        return ()
    return tuple(names)


def read_filters(
    query: QueryDict,
    filters: Mapping[str, Declared],
    other: Names[str],
    faults: list[Fault],
) -> list[Asked]:
    """Parse every filter of the query; ``faults`` takes what is wrong with it.

    ``other`` names the parameters that are no filters; they are read elsewhere, but
    may not be repeated or empty.
    """
    asked: list[Asked] = []
    for name, values in query.lists():
        declared = filters.get(name)
        if declared is None:
            if name not in other:
                faults.append(unknown_fault(name, {*filters, *other}))
            elif fault := check_values(name, values, several=False):
                faults.append(fault)
            continue
        fault = check_values(name, values, several=declared.takes_several)
        if fault:
            faults.append(fault)
            continue
        try:
            parsed = tuple(declared.read(value) for value in values)
        except RefusedValueError as error:
            faults.append(refuse(name, "malformed", str(error), error.allowed))
            continue
        asked.append(Asked(name, declared, parsed))
    return asked
