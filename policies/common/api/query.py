"""Reading a list's query: nothing unknown, empty, repeated or malformed passes."""

import difflib
from collections.abc import Collection as Names
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from policies.common.api.errors import Fault, InvalidQuery
from policies.common.filters import MOST_VALUES, Declared, RefusedValueError
from policies.common.text import unclean_reason

LONGEST = 1000


@dataclass(frozen=True)
class Asked:
    """One filter of a query with its parsed values."""

    name: str
    filter: Declared
    values: tuple[Any, ...]


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


def read_filters(
    query: QueryDict, filters: Mapping[str, Declared], other: Names[str]
) -> list[Asked]:
    """Parse every filter of the query; ``other`` names the parameters that are not.

    Raises:
        InvalidQuery: with one fault for each parameter that is wrong.

    """
    faults: list[Fault] = []
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
    if faults:
        raise InvalidQuery(faults)
    return asked
