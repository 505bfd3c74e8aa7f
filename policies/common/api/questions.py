"""Questions: addresses beside the lists, such as the lineage of a document.

A question declares its parameters once; the strict reading of a query and the
OpenAPI document both come from that declaration.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import QueryDict
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.views import APIView

from policies.common.api.errors import Fault, InvalidQuery
from policies.common.api.query import check_values, refuse, unknown_fault
from policies.common.filters import MOST_VALUES, Declared, RefusedValueError

Answer = type[serializers.BaseSerializer[Any]] | Mapping[str, Any]


@dataclass(frozen=True)
class Parameter:
    """One parameter of a question.

    Attributes:
        reads: the kind of value, as the filters of lists declare it.
        words: what it asks for, and what holds if it is left out.
        several: whether it may be repeated; it is then read as a tuple.
        required: whether the question makes no sense without it.
        default: the value if it is left out.

    """

    reads: Declared
    words: str
    several: bool = False
    required: bool = False
    default: Any = None

    def schema(self) -> dict[str, Any]:
        """OpenAPI schema of the parameter."""
        one = self.reads.value_schema()
        if not self.several:
            return one
        return {"type": "array", "items": one, "minItems": 1, "maxItems": MOST_VALUES}


class Question(APIView):
    """An address that answers one question; subclasses declare and answer it.

    Attributes:
        operations: the operation id by HTTP method, such as ``getLineage``.
        tag: the one tag, a collection's name or ``service``.
        summary: the operation in a few words; the docstring says more.
        parameters: what the query may hold, by name.
        body: the shape of the body of a POST, if it takes one.
        answers: the shape or schema of the answer by media type.

    """

    operations: ClassVar[Mapping[str, str]] = {}
    tag: ClassVar[str] = "service"
    summary: ClassVar[str] = ""
    parameters: ClassVar[Mapping[str, Parameter]] = {}
    body: ClassVar[type[serializers.Serializer[Any]] | None] = None
    answers: ClassVar[Mapping[str, Answer]] = {}

    def asked(self, request: Request) -> dict[str, Any]:
        """Read the query: every parameter by name, with its default if left out."""
        return read_parameters(request.query_params, self.parameters)


def read_parameters(
    query: QueryDict, parameters: Mapping[str, Parameter]
) -> dict[str, Any]:
    """Read a query against declared parameters.

    Raises:
        InvalidQuery: with one fault for each parameter that is wrong.

    """
    faults = [unknown_fault(name, parameters) for name in query.keys() - parameters]
    found: dict[str, Any] = {}
    for name, one in parameters.items():
        values = query.getlist(name)
        if not values:
            found[name] = one.default
            if one.required:
                faults.append(refuse(name, "missing", "must be given"))
            continue
        fault = check_values(name, values, several=one.several)
        if fault is None:
            found[name], fault = _parsed(name, one, values)
        if fault is not None:
            faults.append(fault)
    if faults:
        raise InvalidQuery(faults)
    return found


def _parsed(name: str, one: Parameter, values: list[str]) -> tuple[Any, Fault | None]:
    try:
        parsed = tuple(one.reads.read(value) for value in values)
    except RefusedValueError as error:
        return None, refuse(name, "malformed", str(error), error.allowed)
    return (parsed if one.several else parsed[0]), None
