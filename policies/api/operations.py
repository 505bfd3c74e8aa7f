"""Operations of a partner on what is the partner's own, each declared once.

The strict reading of the request and the OpenAPI document both come from the
declaration.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, ClassVar

from django.utils import translation
from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers
from rest_framework.exceptions import MethodNotAllowed, ParseError
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from policies.api.bodies import body_of
from policies.common.api.errors import CONTENT_TYPE
from policies.common.api.problems import ProblemShape
from policies.common.api.query import check_length
from policies.common.api.questions import read_parameters
from policies.common.api.renderers import JSON
from policies.common.api.schema import RegisterSchema, problems

Shape = type[serializers.Serializer[Any]]

EMPTY = {None, "", "0"}  # what Content-Length says of no body


@dataclass(frozen=True)
class Operation:
    """One operation at an address.

    Attributes:
        name: its operation id.
        summary: what it does, in a few words.
        words: what else one should know.
        answer: the shape of the answer; None for none.
        body: the shape of the body; None for none.
        status: of the answer.
        partial: whether members of the body may be left out.

    """

    name: str
    summary: str
    words: str = ""
    answer: Shape | None = None
    body: Shape | None = None
    status: int = HTTPStatus.OK
    partial: bool = False


class OwnSchema(RegisterSchema):
    """How such operations stand in the OpenAPI document: a token is always needed."""

    @property
    def operation(self) -> Operation:
        """The operation described."""
        declared: Operation = self.view.operations[self.method]
        return declared

    def get_operation_id(self) -> str:
        """Give the declared name."""
        return self.operation.name

    def get_tags(self) -> list[str]:
        """Give exactly one tag."""
        return [self.view.tag]

    def get_summary(self) -> str:
        """Say in a few words what it does."""
        return self.operation.summary

    def get_description(self) -> str:  # type: ignore[override] # as spectacular has it
        """Say what else one should know."""
        return self.operation.words

    def get_auth(self) -> list[dict[str, Any]]:
        """Ask for a token."""
        return [{"partnerToken": []}]

    def get_override_parameters(self) -> list[Any]:
        """Give the public id, where the address has one; there is no query."""
        return [self._public_id()] if "{slug}" in self.path else []

    def get_request_serializer(self) -> Any:
        """Give the shape of the body."""
        body = self.operation.body
        return body(partial=self.operation.partial) if body else None

    def get_response_serializers(self) -> Any:
        """Give the answer and the problems."""
        one = self.operation
        has_body = one.body is not None
        refused = problems(found_by_id="{slug}" in self.path, has_body=has_body)
        for status in (301, 410):
            refused.pop((status, CONTENT_TYPE), None)
        refused[401, CONTENT_TYPE] = OpenApiResponse(
            ProblemShape, description="There is no token, or it is not good."
        )
        words = HTTPStatus(one.status).phrase
        given = OpenApiResponse(one.answer, description=words)
        return {(one.status, JSON): given, **refused}


class HasToken(BasePermission):
    """Whoever asks has a token, of whatever scope."""

    def has_permission(self, request: Request, _view: Any) -> bool:
        """Tell whether there is a token; anybody may ask for the methods."""
        return request.method == "OPTIONS" or request.auth is not None


class OwnView(APIView):
    """An address of what is a partner's own; subclasses declare its operations.

    Attributes:
        tag: the one tag of its operations.
        operations: by HTTP method.

    """

    schema = OwnSchema()
    permission_classes = (HasToken,)
    tag: ClassVar[str] = "service"
    operations: ClassVar[Mapping[str, Operation]] = {}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse a query, which no such address takes, and a body that none reads."""
        super().initial(request, *args, **kwargs)
        check_length(request)
        read_parameters(request.query_params, {})
        one = self.operations.get(str(request.method))
        if one and one.body is None and request.META.get("CONTENT_LENGTH") not in EMPTY:
            raise ParseError("This operation takes no body.")

    def given(self, request: Request) -> dict[str, Any]:
        """Read the body by its shape.

        Raises:
            ParseError: there is none.
            InvalidBody: members are of other JSON types.
            ValidationError: members are wrong; each is named.

        """
        one = self.operations[str(request.method)]
        if one.body is None:
            raise MethodNotAllowed(str(request.method))
        with translation.override("en"):
            shape = one.body(data=body_of(request, one.body), partial=one.partial)
            shape.is_valid(raise_exception=True)
        members: dict[str, Any] = shape.validated_data
        return members
