"""The two clocks in a query: ``as_of``, a day of the law; ``known_at``, an instant."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache, wraps
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from rest_framework import serializers

from policies.common.api.parts import parts
from policies.common.api.questions import Parameter, Question, read_parameters
from policies.common.api.serializers import DatedShape
from policies.common.clocks import on_legal_day
from policies.common.filters import KnownDay, Moment, RefusedValueError
from policies.common.snapshot import known_at


class PastMoment(Moment):
    """A time of the register that has come: of a later one nothing is known yet."""

    def parse(self, text: str) -> datetime:
        """Read a time with its offset, and refuse one to come."""
        time: datetime = super().parse(text)
        if time > timezone.now():
            raise RefusedValueError("lies in the future: give a time that has come")
        return time


KNOWN_AT = Parameter(
    PastMoment(),
    "Answer as the register did at this time: a record entered, published, corrected "
    "or withdrawn later is as it was. A time with its offset, not in the future.",
)
AS_OF = Parameter(
    KnownDay(),
    "The day for which all is computed that depends on the day: today in Viet Nam "
    "unless said otherwise, with `known_at` the day of that time. It leaves out "
    "nothing.",
)


@cache
def clocks(shape: type[serializers.Serializer[Any]]) -> Mapping[str, Parameter]:
    """Give the clocks of a shape; only what depends on a day is asked for a day."""
    shapes = (shape, *(part.shape for part in parts(shape).values()))
    dated = any(issubclass(one, DatedShape) for one in shapes)
    return {"as_of": AS_OF, "known_at": KNOWN_AT} if dated else {"known_at": KNOWN_AT}


@contextmanager
def by_clocks(asked: Mapping[str, Any]) -> Iterator[None]:
    """Read by the clocks of a query that was read; a clock left out is now."""
    day, time = asked.get("as_of"), asked.get("known_at")
    if day is None and time is not None:
        day = timezone.localdate(time)
    with on_legal_day(day), known_at(time):
        yield


def read_clocks(
    query: QueryDict, offered: Mapping[str, Parameter]
) -> Mapping[str, Any]:
    """Read the clocks out of a query that holds other parameters too.

    Raises:
        InvalidQuery: naming each clock that cannot be read.

    """
    own = QueryDict(mutable=True)
    for name in offered:
        if name in query:
            own.setlist(name, query.getlist(name))
    return read_parameters(own, offered)


def offered_by(view: Any) -> Mapping[str, Parameter]:
    """Give the clocks that a view takes: a question names them, a list has them."""
    if isinstance(view, Question):
        return {name: one for name, one in view.parameters.items() if one is KNOWN_AT}
    return clocks(view.collection.serializer)


def asked_by_clocks(answer: Callable[..., Any]) -> Callable[..., Any]:
    """Let the method of a view answer by the clocks that its query names."""

    @wraps(answer)
    def answered(view: Any, request: Any, *args: Any, **kwargs: Any) -> Any:
        asked = read_clocks(request.query_params, offered_by(view))
        with by_clocks(asked):
            return answer(view, request, *args, **kwargs)

    return answered
