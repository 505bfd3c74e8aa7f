"""How the operations of a collection stand in the OpenAPI document."""

import inspect
import re
from collections.abc import Iterable, Mapping
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework.permissions import SAFE_METHODS

from policies.common.api.clocks import clocks
from policies.common.api.errors import CONTENT_TYPE
from policies.common.api.facets import facets_of
from policies.common.api.gone import GoneProblemShape, MergedProblemShape
from policies.common.api.listing import LISTED, STATE
from policies.common.api.merging import MergeShape
from policies.common.api.parts import parts
from policies.common.api.problems import PASSES, ProblemShape, ValidationProblemShape
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.renderers import JSON, SPARSE_JSON
from policies.common.api.shown import ALWAYS, members_of
from policies.common.api.shown_schema import (
    COMPONENTS,
    FACETS,
    FIELDS,
    INCLUDE,
    OMIT,
    SPARSE_RECORD,
    Schema,
    SparseRecordShape,
    names,
)
from policies.common.api.views import CollectionView
from policies.common.api.writing_schema import KEY, WRITES, Writing
from policies.common.collections import Collection
from policies.common.filters import Declared
from policies.common.search import LONGEST_QUERY, QUERY_WORDS
from policies.common.validators import SLUG_PATTERN

CASE = re.compile(r"-(\w)")


def camel(name: str) -> str:
    """Write ``agency-successions`` as ``AgencySuccessions``."""
    text = CASE.sub(lambda found: found[1].upper(), name)
    return text[0].upper() + text[1:]


def problems(
    *, found_by_id: bool, has_body: bool = False
) -> dict[Any, OpenApiResponse]:
    """Give the problems that an operation may answer with."""
    described = {
        400: (
            ValidationProblemShape,
            "The query names something unknown or malformed.",
        ),
        401: (ProblemShape, "The token is not good; without one, all may read."),
        406: (ProblemShape, "The answer is not available in the format asked for."),
        414: (ProblemShape, "The query is longer than the server reads."),
        429: (ProblemShape, "More requests than the limit allows; see Retry-After."),
        503: (ProblemShape, PASSES),
    }
    if found_by_id:
        described |= {
            301: (MergedProblemShape, "It goes on in another record; see Location."),
            404: (ProblemShape, "Nothing is published under this public id."),
            410: (GoneProblemShape, "It was deleted or withdrawn, as `code` says."),
        }
    if has_body:
        described[413] = (
            ProblemShape,
            "The body has more bytes than the server takes.",
        )
        described[415] = (ProblemShape, "Bodies are JSON.")
    return {
        (status, CONTENT_TYPE): OpenApiResponse(shape, description=words)
        for status, (shape, words) in sorted(described.items())
    }


def refusals(question: Question) -> dict[Any, OpenApiResponse]:
    """Give the problems of one question beside those of all."""
    told = {
        (ProblemShape, status): words for status, words in question.refusals.items()
    } | {
        (ValidationProblemShape, status): words
        for status, words in question.faulty.items()
    }
    return {
        (status, CONTENT_TYPE): OpenApiResponse(shape, description=words)
        for (shape, status), words in told.items()
    }


class RegisterSchema(AutoSchema):
    """Operation ids, parameters and answers of the collections."""

    view: Any

    @property
    def collection(self) -> Collection | None:
        """The collection that the view lists, if it lists one."""
        return self.view.collection if isinstance(self.view, CollectionView) else None

    @property
    def question(self) -> Question | None:
        """The question that the view answers, if it answers one."""
        return self.view if isinstance(self.view, Question) else None

    @property
    def writing(self) -> Writing | None:
        """The way in which the operation writes a collection, if it does."""
        if self.collection is None:
            return None
        return WRITES.get(str(getattr(self.view, "action", "")))

    def get_operation_id(self) -> str:
        """Name the operation: ``listDecrees``, ``getDecree``, ``getLineage``."""
        one = self.collection
        if self.question:
            return self.question.operations[self.method.lower()]
        if one is None:
            return str(super().get_operation_id())
        if self.writing:
            what = one.name if self.writing.several else one.singular
            return f"{self.writing.verb}{camel(what)}"
        return f"list{camel(one.name)}" if self._lists else f"get{camel(one.singular)}"

    def get_tags(self) -> list[str]:
        """Give exactly one tag: the collection."""
        if self.question:
            return [self.question.tag]
        return [self.collection.name] if self.collection else ["service"]

    def get_summary(self) -> str | None:
        """Say in a few words what the operation gives."""
        if self.question:
            return self.question.summary
        if self.collection is None:
            return super().get_summary()
        noun = self.collection.name.replace("-", " ")
        if self.writing:
            return self.writing.summary.format(noun)
        return f"List {noun}" if self._lists else f"One of the {noun} by its public id"

    def get_description(self) -> str:  # type: ignore[override] # as spectacular has it
        """Say what the collection is, or what a question asks."""
        if self.question:
            return inspect.getdoc(self.question) or ""
        return (
            self.collection.about if self.collection else str(super().get_description())
        )

    def get_override_parameters(self) -> list[Any]:
        """Give every parameter with its type and words."""
        one = self.collection
        if self.question:
            taken = {} if self.method == "POST" else self.question.parameters
            declared = taken.items()
            own = [self._public_id()] if "{slug}" in self.path else []
            own += [_place(name, made) for name, made in self.question.places.items()]
            own += [KEY] if self.question.once else []
            return own + [_parameter(name, made) for name, made in declared]
        if one is None:
            return list(super().get_override_parameters())
        if self.writing:
            own = [self._public_id()] if "{slug}" in self.path else []
            return [*own, *self.writing.parameters]
        timed = [_parameter(*pair) for pair in clocks(one.serializer).items()]
        included = [*self._shown(one), *timed]
        if not self._lists:
            return [self._public_id(), *included]
        filters = {**one.filterset.base_filters, STATE: LISTED}.items()
        return [_filter(name, made) for name, made in filters] + [_search(), *included]

    def get_request_serializer(self) -> Any:
        """Give the shape of the body."""
        if self.question:
            return self.question.body
        if self.writing and self.writing.verb == "merge":
            return MergeShape
        return None if self.method == "DELETE" else super().get_request_serializer()

    def get_auth(self) -> list[dict[str, Any]]:
        """Ask for a token where one is needed; reads take one, and need none."""
        declared: list[dict[str, Any]] = super().get_auth()
        needed = self.method not in SAFE_METHODS and {} not in declared
        return declared if needed else []

    def get_response_serializers(self) -> Any:
        """Give the answer and the problems."""
        one = self.collection
        if self.question:
            found_by_id = "{slug}" in self.path
            given = {
                (200, kind): _answer(answer)
                for kind, answer in self.question.answers.items()
            }
            has_body = self.method == "POST"
            common = problems(found_by_id=found_by_id, has_body=has_body)
            return {**given, **common, **refusals(self.question)}
        if one is None:
            return super().get_response_serializers()
        if self.writing:
            return self.writing.answers(one.serializer())
        shape = one.serializer(many=True) if self._lists else one.serializer()
        for name, schema in COMPONENTS.items():
            self._component(name, schema)
        self._component("SparseRecord", SPARSE_RECORD, SparseRecordShape)
        sparse = SparseRecordShape(many=True) if self._lists else SparseRecordShape()
        answers = {(200, JSON): shape, (200, SPARSE_JSON): sparse}
        return {**answers, **problems(found_by_id=not self._lists)}

    def _get_serializer_name(
        self, serializer: Any, direction: Any, *args: Any, **options: Any
    ) -> str:
        name: str = super()._get_serializer_name(
            serializer, direction, *args, **options
        )
        return name.replace("Shape", "")

    def get_paginated_name(self, serializer_name: str) -> str:
        """Name a page by what it holds: ``DocumentPage``."""
        return f"{serializer_name.removesuffix('Record')}Page"

    @property
    def _lists(self) -> bool:
        return str(getattr(self.view, "action", "")) == "list"

    def _is_list_view(self, serializer: Any = None) -> bool:
        return (
            self._lists if self.collection else bool(super()._is_list_view(serializer))
        )

    def _public_id(self) -> OpenApiParameter:
        return OpenApiParameter(
            "slug",
            type={"type": "string", "pattern": SLUG_PATTERN, "maxLength": 200},
            location=OpenApiParameter.PATH,
            description="Public id of the record.",
        )

    def _shown(self, one: Collection) -> list[OpenApiParameter]:
        """Describe what chooses members, parts and facets."""
        shape = one.serializer
        name, every = shape.__name__.removesuffix("Shape"), members_of(shape)
        member = self._component(f"{name}Member", _codes(every))
        rest = _codes(one for one in every if one != ALWAYS)
        omitted = self._component(f"{name}OmittedMember", rest)
        given = [names("fields", member, FIELDS), names("omit", omitted, OMIT)]
        if included := parts(shape):
            given.append(names("include", _codes(included), INCLUDE))
        facets = facets_of(one) if self._lists else None
        return [*given, names("facets", _codes(facets), FACETS)] if facets else given

    def _component(self, name: str, schema: Schema, owner: Any = None) -> Schema:
        """Name a schema once, and give the reference to it."""
        component = ResolvedComponent(  # type: ignore[no-untyped-call]
            name=name,
            type=ResolvedComponent.SCHEMA,
            schema=schema,
            object=owner or name,
        )
        self.registry.register_on_missing(component)
        return component.ref


def _codes(names: Iterable[str]) -> Schema:
    return {"type": "string", "enum": list(names)}


def _filter(name: str, made: Declared) -> OpenApiParameter:
    return OpenApiParameter(
        name,
        type=made.schema(),
        explode=True if made.takes_several else None,
        style="form" if made.takes_several else None,
        description=made.description(),
    )


def _parameter(name: str, declared: Parameter) -> OpenApiParameter:
    return OpenApiParameter(
        name,
        type=declared.schema(),
        required=declared.required,
        explode=not declared.commas if declared.several or declared.commas else None,
        style="form" if declared.several or declared.commas else None,
        description=declared.words,
    )


def _place(name: str, declared: Parameter) -> OpenApiParameter:
    return OpenApiParameter(
        name,
        type=declared.schema(),
        location=OpenApiParameter.PATH,
        description=declared.words,
    )


def _answer(answer: Answer) -> Any:
    """Describe an answer by its shape, or by a schema with its own words."""
    if isinstance(answer, Mapping):
        schema = dict(answer)
        words = str(schema.pop("description", "The answer."))
        return OpenApiResponse(schema, description=words)
    return answer


def _search() -> OpenApiParameter:
    return OpenApiParameter(
        "q",
        type={"type": "string", "pattern": r"\S", "maxLength": LONGEST_QUERY},
        description=QUERY_WORDS,
    )
