"""Evaluating measures: what somebody gets, on which day, under which clause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any, ClassVar

from django.utils import timezone
from rest_framework import serializers
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.evaluated import written
from policies.api.found import published_promise
from policies.api.sourced import citations_of
from policies.common.api.clocks import by_clocks
from policies.common.api.errors import Fault
from policies.common.api.questions import Answer, Question
from policies.common.api.rows import JSONRecord
from policies.common.clocks import legal_day
from policies.rules.evaluation import GivenFault, RefusedInputsError
from policies.serializers.evaluation import (
    EvaluatedManyShape,
    EvaluatedShape,
    EvaluationShape,
    EvaluationsShape,
)
from policies.services.evaluating import Promise, promises

REFUSED = "An input is missing, unknown, of another kind or in another unit."


class InvalidInputs(APIException):
    """What was told is not what a measure asks for: 422, naming each input."""

    status_code = HTTPStatus.UNPROCESSABLE_ENTITY
    default_code = "invalid_inputs"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("Some inputs are not what the measure asks for; see errors.")
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Asked:
    """One evaluation that is asked for.

    Attributes:
        pointer: where it stands in the body.

    """

    measure: str
    day: date
    told: Any
    pointer: str = ""


def fault_of(asked: Asked, one: GivenFault) -> Fault:
    """Point at an input that is wrong."""
    steps = (step.replace("~", "~0").replace("/", "~1") for step in one.path)
    pointer = "/".join((f"{asked.pointer}/inputs", *steps))
    whole = pointer.encode("utf-8", "replace").decode()
    detail = one.detail.encode("utf-8", "replace").decode()
    return Fault(one.code, detail, pointer=whole, allowed=one.allowed)


def answers(asked: Sequence[Asked], held: Mapping[str, Promise]) -> list[JSONRecord]:
    """Evaluate measures; what is asked of one costs no more queries than of many.

    Raises:
        InvalidInputs: naming every input that is wrong, of every measure.

    """
    faults: list[Fault] = []
    found = []
    for one in asked:
        promise = held[one.measure]
        if not isinstance(one.told, Mapping):
            detail = "Give an object with a member for each input."
            pointer = f"{one.pointer}/inputs"
            faults.append(Fault("wrong_type", detail, pointer=pointer))
            continue
        try:
            found.append((one, promise.evaluate(one.told, one.day)))
        except RefusedInputsError as refusal:
            faults += [fault_of(one, fault) for fault in refusal.faults]
    if faults:
        raise InvalidInputs(faults)
    cited = citations_of(held.values())
    return [
        written(held[one.measure], one.told, one.day, finding, cited)
        for one, finding in found
    ]


def past(data: Mapping[str, Any]) -> dict[str, Any]:
    """Give the time of the register that a body names.

    Raises:
        ValidationError: it has not come yet.

    """
    known_at = data.get("known_at")
    if known_at is not None and known_at > timezone.now():
        fault = serializers.ErrorDetail(
            "This lies in the future: give a time that has come.", code="future"
        )
        raise serializers.ValidationError({"known_at": [fault]})
    return {"known_at": known_at}


class Evaluate(Question):
    """What a measure comes to, for what is told and on a day, with every reason.

    The answer says whether the measure applies; each condition with what was expected
    and what is the case; each amount, to whom, and how it is to be read (exactly, at
    least, up to); every step; the rounding rule and who took the remainder; and the
    documents, provisions and sources it rests on. What inputs a measure takes is at
    `inputs/`. An input that is missing or wrong is a 422 that names it: nothing is
    assumed. A quantity that the register does not know makes the outcome
    `cannot_be_evaluated`, and a cap that is not known an amount "up to".
    """

    operations: ClassVar[Mapping[str, str]] = {"post": "evaluateMeasure"}
    tag = "measures"
    summary = "Evaluate a measure for what is told, on a day"
    faulty: ClassVar[Mapping[int, str]] = {422: REFUSED}
    body = EvaluationShape
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": EvaluatedShape}

    def post(self, request: Request, slug: str) -> Response:
        """Evaluate one measure."""
        data = self.given(request)
        with by_clocks(past(data)):
            held = {slug: published_promise(slug)}
            day = data.get("as_of") or legal_day()
            one = Asked(slug, day, data.get("inputs", {}))
            return Response(answers([one], held)[0])


class EvaluateMany(Question):
    """What up to 200 measures come to, each as `evaluateMeasure` says.

    All are read from one state of the register, in as many queries as one needs. If
    an input of any is wrong, the answer is a 422 that names every such input.
    """

    operations: ClassVar[Mapping[str, str]] = {"post": "evaluateMeasures"}
    tag = "measures"
    summary = "Evaluate many measures at once"
    faulty: ClassVar[Mapping[int, str]] = {422: REFUSED}
    body = EvaluationsShape
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": EvaluatedManyShape}

    def post(self, request: Request) -> Response:
        """Evaluate the measures of the body."""
        data = self.given(request)
        with by_clocks(past(data)):
            today = legal_day()
            asked = [
                Asked(
                    one["measure"],
                    one.get("as_of") or today,
                    one.get("inputs", {}),
                    f"/evaluations/{place}",
                )
                for place, one in enumerate(data["evaluations"])
            ]
            held = promises(one.measure for one in asked)
            refuse_unknown(asked, held)
            return Response({"results": answers(asked, held)})


def refuse_unknown(asked: Sequence[Asked], held: Mapping[str, Promise]) -> None:
    """Refuse measures that the register does not hold.

    Raises:
        InvalidInputs: pointing at each.

    """
    faults = [
        Fault(
            "does_not_exist",
            "There is no published measure of this public id.",
            pointer=f"{one.pointer}/measure",
        )
        for one in asked
        if one.measure not in held
    ]
    if faults:
        raise InvalidInputs(faults)
