"""Public ids never die: what is answered where nothing is public under one any more."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from rest_framework import serializers
from rest_framework.request import Request

from policies.common.api.errors import TellingError
from policies.common.api.problems import ProblemShape
from policies.common.api.rows import utc_text
from policies.common.clocks import known_time
from policies.common.collections import Collection
from policies.common.fates import End, Fate, fate_of

DETAIL = "-detail"  # how the names of records' own addresses end


class GoneError(TellingError):
    """A record that was public and is not any more: 410."""

    status_code = 410

    def __init__(self, singular: str, slug: str, fate: Fate) -> None:
        at = utc_text(fate.at)
        words = f"The {singular} «{slug}» was {fate.end} at {at}."
        self.told = {"at": at, "reason": fate.reason or None}
        if fate.into:
            words = f"{words} It goes on in «{fate.into}»."
            self.told["into"] = fate.into
        super().__init__(words, fate.end)


class MergedError(GoneError):
    """A record that was public and goes on in another one: 301."""

    status_code = 301

    def __init__(self, singular: str, slug: str, fate: Fate) -> None:
        super().__init__(singular, slug, fate)
        self.collection, self.into = fate.collection, fate.into

    def headers_for(self, request: Request) -> dict[str, str]:
        """Lead to the same address of the survivor, with the same query."""
        asked: Any = request.resolver_match
        name: str = asked.view_name
        if name.endswith(DETAIL):
            name = f"{self.collection}{DETAIL}"
        address = reverse(name, kwargs={**asked.kwargs, "slug": self.into})
        query = request.META.get("QUERY_STRING", "")
        return {"Location": f"{address}?{query}" if query else address}


def absent(collection: Collection, slug: str, *, writes: bool = False) -> Exception:
    """Say what became of a public id under which the collection has no record.

    It asks the log once; so it is for answers that found nothing. Who ``writes`` is
    not led on to the survivor of a merge: what was meant for one record must not
    silently change another.
    """
    fate = fate_of(collection.model, slug)
    if fate is None:
        time = utc_text(known_time())
        then = f"was in the register at {time}" if time else "is published"
        return Http404(f"No {collection.singular} «{slug}» {then}.")
    leads_on = fate.end is End.MERGED and not writes
    refusal = MergedError if leads_on else GoneError
    return refusal(collection.singular, slug, fate)


class GoneProblemShape(ProblemShape):
    """The record was public and was deleted or withdrawn since."""

    at = serializers.DateTimeField(help_text="When it was.")
    reason = serializers.CharField(
        allow_null=True, help_text="Why, as the writer said."
    )


class MergedProblemShape(GoneProblemShape):
    """The record was found to be the same as another one, which goes on for both."""

    into = serializers.CharField(help_text="Public id of the record that goes on.")
