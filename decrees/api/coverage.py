"""Coverage: what documents order to be detailed, and what has become of it by a day."""

from collections import Counter
from collections.abc import Collection as Ids
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar

from django.db.models import Count, Exists, OuterRef
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from decrees.models import Delegation
from decrees.querysets import overdue_on, status_on
from decrees.serializers.coverage import CoveragePage, CoverageShape
from policies.api.found import document_ref, published_record
from policies.choices import (
    DelegationStatus,
    DocumentKind,
    LegalStateCode,
    PromulgationLaw,
)
from policies.common.api.clocks import KNOWN_AT, asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.pages import DEFAULT_SIZE, LARGEST_SIZE
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord, decimal_text
from policies.common.api.search import PageSize
from policies.common.clocks import legal_day
from policies.common.filters import Code, Flag, KnownDay, Slug
from policies.common.models import RecordState
from policies.common.wording import wording
from policies.models import Document, Law, LegalInterval
from policies.querysets import covering
from policies.rules.legal_state import regime_on
from policies.rules.progress import to_decimal

STATE = ("state", "starts_on", "until", "reason", "cause")
DAY = Parameter(
    KnownDay(),
    "The day; today in Viet Nam unless said otherwise, with `known_at` the day of that "
    "time.",
)


class Coverage(Question):
    """What a document orders to be detailed, who owes it, and what fulfilled it.

    A delegation is fulfilled on a day if a text that details it has effect on it. It is
    overdue if it is in force but not detailed: the document and the provision that
    delegate are in force (or its own deadline is over) and no such text has effect. A
    text that is issued but whose effect is not known is `unclear`, neither the one nor
    the other.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getCoverage"}
    tag = "documents"
    summary = "The coverage of a document: what it delegates, and what became of it"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "as_of": DAY,
        "known_at": KNOWN_AT,
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": CoverageShape}
    model: ClassVar[type[Document]] = Document

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Count and list the delegations of a document."""
        day = self.asked(request)["as_of"] or legal_day()
        document = published_record(self.model, slug)
        rows = _delegations(document, day)
        texts = {one.fulfilled_by_id for one in rows if one.fulfilled_by_id}
        states = _states({document.pk, *texts}, day)
        own = states.get(document.pk)
        counts = Counter(str(one.status) for one in rows)
        return Response(
            {
                "document": document_ref(document),
                "on": day,
                "legal_state": own,
                **_detailing_texts(own),
                **counted(counts),
                "delegations": [_covered(one, states) for one in rows],
            }
        )


class LawCoverage(Coverage):
    """The coverage of a law by the texts that detail it, as of any document."""

    operations: ClassVar[Mapping[str, str]] = {"get": "getLawCoverage"}
    tag = "laws"
    summary = "The coverage of a law: what it delegates, and what became of it"
    model = Law


class CoverageList(Question):
    """The coverage of each document that delegates, by public id.

    Counts are exact on every page; the next page begins after the last public id.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "listCoverage"}
    tag = "documents"
    summary = "The coverage of every document that delegates"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "kind": Parameter(
            Code(DocumentKind),
            "Only documents of these kinds; may be repeated.",
            several=True,
            default=(),
        ),
        "overdue": Parameter(
            Flag(),
            "Only documents with a delegation that is overdue on the day, or only "
            "those without.",
        ),
        "after": Parameter(Slug(), "Only documents after this public id."),
        "page_size": Parameter(
            PageSize(),
            f"Documents on a page; {DEFAULT_SIZE} unless said otherwise, at most "
            f"{LARGEST_SIZE}.",
            default=DEFAULT_SIZE,
        ),
        "as_of": DAY,
        "known_at": KNOWN_AT,
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": CoveragePage}

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request) -> Response:
        """Count the delegations of a page of documents."""
        wanted = self.asked(request)
        day, size = wanted["as_of"] or legal_day(), wanted["page_size"]
        found = _page(wanted, day)
        following = None
        if len(found) > size:
            url = request.build_absolute_uri()
            following = replace_query_param(url, "after", found[size - 1]["slug"])
        counts = _counts([row["pk"] for row in found[:size]], day)
        results = [
            {
                "document": {
                    name: row[name] or None
                    for name in ("slug", "number", "title", "title_en")
                },
                "kind": row["kind"],
                "legal_state": {name: row[f"today__{name}"] or None for name in STATE},
                **counted(counts[row["pk"]]),
            }
            for row in found[:size]
        ]
        return Response({"on": day, "results": results, "next": following})


def _page(wanted: Mapping[str, Any], day: date) -> list[JSONRecord]:
    """Read a page of documents that delegate, and one more."""
    own = Delegation.objects.filter(
        document=OuterRef("pk"), state=RecordState.PUBLISHED
    )
    documents: Any = Document.objects.filter(Exists(own), state=RecordState.PUBLISHED)
    if wanted["kind"]:
        documents = documents.filter(kind__in=wanted["kind"])
    if wanted["after"]:
        documents = documents.filter(slug__gt=wanted["after"])
    if wanted["overdue"] is not None:
        late = Exists(own.filter(overdue_on(day)))
        documents = documents.filter(late if wanted["overdue"] else ~late)
    columns = ("pk", "slug", "number", "title", "title_en", "kind")
    states = (f"today__{name}" for name in STATE)
    rows = documents.with_legal_state(day).order_by("slug").values(*columns, *states)
    return list(rows[: wanted["page_size"] + 1])


def _counts(documents: Ids[int], day: date) -> dict[int, Counter[str]]:
    """Count the delegations of some documents by what has become of them."""
    rows = (
        Delegation.objects.filter(document__in=documents, state=RecordState.PUBLISHED)
        .annotate(status=status_on(day))
        .values_list("document", "status")
        .annotate(n=Count("pk"))
        .order_by()
    )
    found: dict[int, Counter[str]] = {one: Counter() for one in documents}
    for document, status, n in rows:
        found[document][status] += n
    return found


def counted(counts: Counter[str]) -> JSONRecord:
    """Give the members of ``CoverageCounts``."""
    owed = sum(counts.values()) - counts[DelegationStatus.LAPSED]
    fulfilled = counts[DelegationStatus.FULFILLED]
    ratio = to_decimal(Fraction(fulfilled, owed)) if owed else None
    return {
        "owed": owed,
        **{one.value: counts[one] for one in DelegationStatus},
        "ratio": decimal_text(ratio),
    }


def _delegations(document: Document, day: date) -> list[Any]:
    """Read what a document delegates, each with its status on a day."""
    own = Delegation.objects.filter(document=document, state=RecordState.PUBLISHED)
    related = own.select_related("provision", "agency", "fulfilled_by")
    return list(
        related.annotate(status=status_on(day)).order_by("provision__position", "slug")
    )


def _states(documents: Ids[int], day: date) -> dict[int, JSONRecord]:
    """Read the legal states of documents on a day, by one query."""
    holding = covering(day, start="starts_on", until="until")
    rows = LegalInterval.objects.filter(holding, document__in=documents)
    return {
        row["document"]: {name: row[name] or None for name in STATE}
        for row in rows.values("document", *STATE)
    }


def _detailing_texts(state: JSONRecord | None) -> JSONRecord:
    """Say which law decides about the detailing texts of a document that has ended."""
    ended = state is not None and state["state"] == LegalStateCode.ENDED
    law = None
    if state is not None and ended and state["starts_on"]:
        law = PromulgationLaw(regime_on(state["starts_on"]))
    words = wording(law) if law else None
    return {
        "detailing_texts": law,
        "detailing_texts_label": words and words.vi,
        "detailing_texts_label_en": words and words.en,
    }


def _covered(one: Any, states: Mapping[int, JSONRecord]) -> JSONRecord:
    """Give one delegation as ``CoveredDelegationShape`` does."""
    words = wording(DelegationStatus(one.status))
    text = one.fulfilled_by
    public = text if text and text.state == RecordState.PUBLISHED else None
    return {
        "slug": one.slug,
        "matter": one.matter,
        "matter_en": one.matter_en or None,
        "provision": _named(one.provision, "slug", "eid", "heading", "heading_en"),
        "agency": _named(one.agency, "slug", "code", "name", "name_en"),
        "due_on": one.due_on,
        "due_precision": one.due_precision or None,
        "status": one.status,
        "status_label": words.vi,
        "status_label_en": words.en,
        "fulfilled_by": public and document_ref(public),
        "fulfilled_by_state": public and states.get(public.pk),
    }


def _named(record: Any, *names: str) -> JSONRecord | None:
    if record is None:
        return None
    return {name: getattr(record, name) or None for name in names}
