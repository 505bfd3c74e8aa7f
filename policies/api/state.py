"""The legal state of a document on any day, and why."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from django.db.models import Exists, F, OuterRef, Q
from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.causes import causes_of
from policies.api.found import document_ref, published_document
from policies.choices import LegalStateCode, PromulgationLaw, StateReason
from policies.common.api.clocks import KNOWN_AT, asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord
from policies.common.clocks import legal_day
from policies.common.filters import KnownDay
from policies.common.models import RecordState
from policies.common.wording import wording
from policies.models import Document, LegalInterval, ReportedState
from policies.querysets import covering
from policies.rules.legal_state import regime_on
from policies.serializers.state import StateOnDayShape
from policies.services.legal_state import detailing

SOURCE = ("slug", "title", "title_en", "publisher", "url")


class StateOnDay(Question):
    """Whether a document has legal effect on a day, since when, until when and why.

    The state is computed from the document's own days and from dated relations and
    provisions; `cause` names the one that decides. What portals showed by that day
    stands beside it, because portals lag and disagree.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getLegalState"}
    tag = "documents"
    summary = "The legal state of a document on a day, with its reason"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "on": Parameter(
            KnownDay(),
            "The day; today in Viet Nam unless said otherwise, with `known_at` the "
            "day of that time.",
        ),
        "known_at": KNOWN_AT,
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": StateOnDayShape}

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Find the interval of legal state that holds the day."""
        day = self.asked(request)["on"] or legal_day()
        document = published_document(slug)
        holding = covering(day, start="starts_on", until="until")
        interval = LegalInterval.objects.filter(holding, document=document).first()
        if interval is None:
            raise Http404(f"No legal state of «{slug}» is computed.")
        state = wording(LegalStateCode(interval.state))
        reason = wording(StateReason(interval.reason))
        return Response(
            {
                "document": document_ref(document),
                "on": day,
                "state": interval.state,
                "state_label": state.vi,
                "state_label_en": state.en,
                "since": interval.starts_on,
                "until": interval.until,
                "reason": interval.reason,
                "reason_label": reason.vi,
                "reason_label_en": reason.en,
                "cause": causes_of(document, {interval.cause}).get(interval.cause),
                "parents_ended": _parents_ended(document, day),
                "reported": _reported(document, day),
            }
        )


def _parents_ended(document: Document, day: date) -> list[JSONRecord]:
    """Give what the document details and what has ended by a day, in order of time.

    It ended with the parent that its own legal state names.
    """
    ended = Q(
        target__legal_intervals__state=LegalStateCode.ENDED,
        target__legal_intervals__starts_on__lte=day,
    )
    ended_with = LegalInterval.objects.filter(
        document=document, reason=StateReason.PARENT_ENDED, cause=OuterRef("slug")
    )
    relations = detailing().filter(ended, source=document).select_related("target")
    rows = relations.annotate(
        ended_on=F("target__legal_intervals__starts_on"),
        ended_with_it=Exists(ended_with),
    )
    return [
        {
            "relation": one.slug,
            "document": document_ref(one.target),
            "ended_on": one.ended_on,
            "law": regime_on(one.ended_on).value,
            "law_label": wording(PromulgationLaw(regime_on(one.ended_on))).vi,
            "law_label_en": wording(PromulgationLaw(regime_on(one.ended_on))).en,
            "ended_with_it": one.ended_with_it,
        }
        for one in rows.order_by("ended_on", "slug")
    ]


def _reported(document: Document, day: date) -> list[JSONRecord]:
    """Give what portals showed by a day, the latest first, unknown days last."""
    reports = ReportedState.objects.filter(
        Q(reported_on__isnull=True) | Q(reported_on__lte=day),
        document=document,
        state=RecordState.PUBLISHED,
    ).select_related("source")
    newest = F("reported_on").desc(nulls_last=True)
    return [
        {
            "slug": one.slug,
            "source": {name: getattr(one.source, name) or None for name in SOURCE},
            "state": one.reported_state,
            "state_label": wording(LegalStateCode(one.reported_state)).vi,
            "state_label_en": wording(LegalStateCode(one.reported_state)).en,
            "reported_on": one.reported_on,
            "wording": one.wording or None,
        }
        for one in reports.order_by(newest, "slug")
    ]
