"""Questions: addresses beside the lists, such as the lineage of a document.

A question declares its parameters once; the strict reading of a query and the
OpenAPI document both come from that declaration.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import QueryDict
from django.utils import translation
from rest_framework import serializers
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.request import Request
from rest_framework.views import APIView

from policies.common.api.errors import Fault, InvalidQuery
from policies.common.api.query import (
    check_length,
    check_values,
    refuse,
    unknown_fault,
)
from policies.common.filters import MOST_VALUES, Declared, RefusedValueError

Answer = type[serializers.BaseSerializer[Any]] | Mapping[str, Any]


@dataclass(frozen=True)
class Parameter:
    """One parameter of a question.

    Attributes:
        reads: the kind of value, as the filters of lists declare it.
        words: what it asks for, and what holds if it is left out.
        several: whether it may be repeated; it is then read as a tuple.
        commas: whether several values stand in one text, separated by commas.
        required: whether the question makes no sense without it.
        default: the value if it is left out.

    """

    reads: Declared
    words: str
    several: bool = False
    commas: bool = False
    required: bool = False
    default: Any = None

    def schema(self) -> dict[str, Any]:
        """OpenAPI schema of the parameter."""
        one = self.reads.value_schema()
        if not (self.several or self.commas):
            return one
        bounds = {"minItems": 1, "maxItems": MOST_VALUES}
        unique = {"uniqueItems": True} if self.commas else {}
        return {"type": "array", "items": one, **bounds, **unique}


class Question(APIView):
    """An address that answers one question; subclasses declare and answer it.

    Attributes:
        operations: the operation id by HTTP method, such as ``getLineage``.
        tag: the one tag, a collection's name or ``service``.
        summary: the operation in a few words; the docstring says more.
        parameters: what the query may hold, by name.
        places: what stands in the path beside a public id, by name.
        refusals: problems of its own by status, each with when it is given.
        faulty: the same for problems that name each member at fault.
        once: whether it takes an ``Idempotency-Key``.
        body: the shape of the body of a POST, if it takes one.
        answers: the shape or schema of the answer by media type.

    """

    operations: ClassVar[Mapping[str, str]] = {}
    tag: ClassVar[str] = "service"
    summary: ClassVar[str] = ""
    parameters: ClassVar[Mapping[str, Parameter]] = {}
    places: ClassVar[Mapping[str, Parameter]] = {}
    refusals: ClassVar[Mapping[int, str]] = {}
    faulty: ClassVar[Mapping[int, str]] = {}
    once: ClassVar[bool] = False
    body: ClassVar[type[serializers.Serializer[Any]] | None] = None
    answers: ClassVar[Mapping[str, Answer]] = {}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse a query that is too long, before anything of it is read."""
        super().initial(request, *args, **kwargs)
        check_length(request)

    def asked(self, request: Request) -> dict[str, Any]:
        """Read the query: every parameter by name, with its default if left out."""
        return read_parameters(request.query_params, self.parameters)

    def given(self, request: Request) -> dict[str, Any]:
        """Read the body of a POST by its shape; the query must be empty then.

        Raises:
            InvalidQuery: there is a parameter beside the body.
            ValidationError: with a JSON pointer to each member that is wrong.

        """
        read_parameters(request.query_params, {})
        if self.body is None:
            raise MethodNotAllowed(str(request.method))
        with translation.override("en"):
            shape = self.body(data=request.data)
            shape.is_valid(raise_exception=True)
        members: dict[str, Any] = shape.validated_data
        return members


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
        if fault is None and one.commas:
            values = values[0].split(",")
            fault = check_names(name, values)
        if fault is None:
            found[name], fault = _parsed(name, one, values)
        if fault is not None:
            faults.append(fault)
    if faults:
        raise InvalidQuery(faults)
    return found


def check_names(name: str, values: list[str]) -> Fault | None:
    """Find a value among those between commas that is empty or given twice."""
    fault = check_values(name, values, several=True)
    if fault is None and len(set(values)) < len(values):
        fault = refuse(name, "repeated", "names something twice")
    return fault


def _parsed(name: str, one: Parameter, values: list[str]) -> tuple[Any, Fault | None]:
    try:
        parsed = tuple(one.reads.read(value) for value in values)
    except RefusedValueError as error:
        return None, refuse(name, "malformed", str(error), error.allowed)
    return (parsed if one.several or one.commas else parsed[0]), None
