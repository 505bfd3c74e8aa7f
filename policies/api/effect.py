"""The effect of a change: what is done to provisions, and what rests on them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.causes import cause
from policies.api.evaluated import labelled, provision_ref
from policies.api.found import document_ref, published_document
from policies.choices import CauseRecord, EffectCut
from policies.common.api.clocks import KNOWN_AT, asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.errors import InvalidQuery
from policies.common.api.query import refuse
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord
from policies.common.clocks import legal_day
from policies.common.filters import KnownDay, Slug
from policies.common.models import RecordState
from policies.models import Document, Provision, Relation
from policies.rules.effect import WHOLE_DOCUMENT, Extent, earliest
from policies.serializers.effect import EffectShape
from policies.services.effect import Act, Ground, Touched

Key = tuple[str, str]


class Effect(Question):
    """What rests on a document or on provisions of it, and what touches it from when.

    `acts` are the relations that amend, replace, repeal, suspend, correct or extend
    what was asked for, and the ends that it sets itself, each with its day and the
    measures, terms, conditions, targets, tasks and delegations that it touches.
    `resting` are all records that would be touched if what was asked for ended. What
    is done to a provision is done to all inside it; a record that rests on a provision
    of which a part is touched is touched in part. A term rests on its own provision,
    else on that of its measure; a condition on its own, else on that of the term it
    compares with, else on that of its measure. At most 500 relations and 1000 records
    of each collection are given; `cut` says if there are more.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getEffect"}
    tag = "documents"
    summary = "What rests on provisions of a document, and what touches it from when"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "provision": Parameter(
            Slug(),
            "Public id of a provision of the document, which includes those inside "
            "it; may be repeated. Left out, the whole document is meant.",
            several=True,
            default=(),
        ),
        "as_of": Parameter(
            KnownDay(),
            "The day for which `timing` says whether an act works; today in Viet Nam "
            "unless said otherwise, with `known_at` the day of that time. Acts of "
            "all days are given.",
        ),
        "known_at": KNOWN_AT,
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": EffectShape}

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Gather what is done to provisions, and what rests on them."""
        asked = self.asked(request)
        day = asked["as_of"] or legal_day()
        document = published_document(slug)
        ground = Ground.of(document)
        meant = _meant(ground, asked["provision"])
        within = ground.extent([one.pk for one in meant], whole=not meant)
        acts = [one for one in ground.acts(day) if one.extent.meets(within)]
        touches = [ground.touched(act.extent, within) for act in acts]
        return Response(
            {
                "document": document_ref(document),
                "provisions": [provision_ref(one) for one in meant],
                "as_of": day,
                "acts": [
                    _act(ground, act, records)
                    for act, records in zip(acts, touches, strict=True)
                ],
                "resting": _resting(ground, within, _first_days(acts, touches)),
                "complete": not ground.cut,
                "cut": sorted(ground.cut, key=list(EffectCut).index),
            }
        )


def _meant(ground: Ground, slugs: Sequence[str]) -> list[Provision]:
    """Find the provisions asked for, in the order of the text.

    Raises:
        InvalidQuery: naming those that the document does not have in public.

    """
    public = [
        one for one in ground.provisions.values() if one.state == RecordState.PUBLISHED
    ]
    absent = set(slugs) - {one.slug for one in public}
    if absent:
        named = ", ".join(f"«{slug}»" for slug in sorted(absent))
        words = f"{named} is no published provision of «{ground.document.slug}»"
        raise InvalidQuery([refuse("provision", "unknown_value", words)])
    return [one for one in public if one.slug in slugs]


def _first_days(
    acts: Sequence[Act], touches: Sequence[Sequence[Touched]]
) -> dict[Key, date | None]:
    """Give the first known day on which each record is touched."""
    days: dict[Key, list[date | None]] = {}
    for act, records in zip(acts, touches, strict=True):
        for one, _reach in records:
            days.setdefault((one.collection, one.slug), []).append(act.since)
    return {key: earliest(found) for key, found in days.items()}


def _resting(
    ground: Ground, within: Extent, days: Mapping[Key, date | None]
) -> list[JSONRecord]:
    """Give what would be touched if what was asked for ended."""
    return [
        _touched(ground, one, days.get((one[0].collection, one[0].slug)))
        for one in ground.touched(within)
    ]


def _act(ground: Ground, act: Act, records: Sequence[Touched]) -> JSONRecord:
    """Give one act as ``ActShape`` does."""
    public = [one for one in act.provisions if one.state == RecordState.PUBLISHED]
    return {
        **labelled("kind", act.kind),
        "cause": cause(act.cause, act.record.slug, _speaks_for(ground, act)),
        "whole": act.extent == WHOLE_DOCUMENT,
        "provisions": [provision_ref(one) for one in public],
        "since": act.since,
        "basis": act.basis,
        "until": act.until,
        "timing": act.timing,
        "touches": [_touched(ground, one, act.since) for one in records],
    }


def _speaks_for(ground: Ground, act: Act) -> Document:
    if act.cause is CauseRecord.RELATION and isinstance(act.record, Relation):
        return act.record.source
    return ground.document


def _touched(ground: Ground, touched: Touched, since: date | None) -> JSONRecord:
    """Give one record as ``TouchedShape`` does."""
    record, reach = touched
    return {
        "collection": record.collection,
        "slug": record.slug,
        "label": record.label or None,
        "label_en": record.label_en or None,
        "provision": provision_ref(ground.provisions.get(record.provision or 0)),
        "reach": reach,
        "since": since,
    }
