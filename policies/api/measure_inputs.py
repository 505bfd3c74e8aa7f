"""What a measure must be told, as JSON Schema, with its worked examples."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.evaluated import measure_ref
from policies.api.found import published_promise
from policies.choices import InputKind
from policies.common.api.clocks import KNOWN_AT, asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord, decimal_text
from policies.rules.evaluation import Example, RuleInput, places_of
from policies.serializers.measure_inputs import InputsShape
from policies.services.evaluating import examples_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
WHOLE = "^[0-9]{1,18}$"
DECIMAL = r"^[0-9]{1,18}(\.[0-9]{1,6})?$"


class Inputs(Question):
    """What a measure must be told: a JSON Schema of `inputs`, and worked examples.

    The schema is that of the member `inputs` of `evaluateMeasure`. Each example gives
    inputs that can be sent as they are, and the outcome and amounts they come to. A
    measure without a rule has neither.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getMeasureInputs"}
    tag = "measures"
    summary = "What a measure must be told, with units and worked examples"
    parameters: ClassVar[Mapping[str, Parameter]] = {"known_at": KNOWN_AT}
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": InputsShape}

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Describe the inputs of a measure."""
        self.asked(request)
        promise = published_promise(slug)
        rule, measure = promise.rule, promise.measure
        examples = examples_of([measure]).get(measure.pk, []) if rule else []
        return Response(
            {
                "measure": measure_ref(measure),
                "rule_kind": measure.rule_kind or None,
                "schema": schema_of(rule.inputs, examples) if rule else None,
                "examples": [_example(one) for one in examples],
            }
        )


def schema_of(inputs: Iterable[RuleInput], examples: Iterable[Example]) -> JSONRecord:
    """Describe inputs in JSON Schema: each is needed, nothing else is taken."""
    asked = list(inputs)
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": {one.name: _property(one) for one in asked},
        "required": [one.name for one in asked],
        "additionalProperties": False,
        "examples": [dict(one.told) for one in examples],
    }


def _property(one: RuleInput) -> JSONRecord:
    members = MEMBERS[one.kind](one)
    return {
        "type": "object",
        "title": one.label,
        "description": one.label_en or one.label,
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def _quantity(one: RuleInput) -> dict[str, Any]:
    whole = one.unit is not None and places_of(one.unit) == 0
    number = {"type": "string", "pattern": WHOLE if whole else DECIMAL}
    return {"value": number, "unit": {"const": one.unit.value if one.unit else None}}


def _day(_one: RuleInput) -> dict[str, Any]:
    return {"day": {"type": "string", "format": "date"}}


def _answer(_one: RuleInput) -> dict[str, Any]:
    return {"answer": {"type": "boolean"}}


MEMBERS = {
    InputKind.QUANTITY: _quantity,
    InputKind.DAY: _day,
    InputKind.YES_NO: _answer,
}


def _example(one: Example) -> JSONRecord:
    return {
        "slug": one.slug,
        "title": one.title,
        "title_en": one.title_en or None,
        "as_of": one.day,
        "inputs": dict(one.told),
        "outcome": one.outcome.value,
        "amounts": [
            {"term": slug or None, "value": decimal_text(value)}
            for slug, value in one.amounts.items()
        ],
    }
