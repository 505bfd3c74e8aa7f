"""The values of a quantity through time, each with its clause and who says so."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.evaluated import group_ref, measure_ref, provision_ref
from policies.api.found import document_ref, published_record
from policies.api.sourced import citations_by_term
from policies.common.api.clocks import KNOWN_AT, asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.rows import JSONRecord, decimal_text, utc_text
from policies.common.clocks import known_time
from policies.common.models import RecordState
from policies.models import Term
from policies.serializers.differences import TermValuesShape

PUBLISHED = RecordState.PUBLISHED
RELATED = ("measure__document", "provision__document", "held_instead")


class TermValues(Question):
    """Every value of one quantity of a measure, the earliest first.

    Terms of one measure, role, base and beneficiary are one quantity; those that
    sources claim and the register set aside stand among them, with the reason. Each
    has its days, the provision that sets it, who says so, and what the register said
    of it over time (`versions`).
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getTermValues"}
    tag = "terms"
    summary = "Every value of a quantity through time"
    parameters: ClassVar[Mapping[str, Parameter]] = {"known_at": KNOWN_AT}
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": TermValuesShape}

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Gather the values of the quantity that a term is one of."""
        self.asked(request)
        meant = published_record(Term, slug, "measure", "beneficiary")
        same = Term.objects.select_related(*RELATED).filter(
            state=PUBLISHED,
            measure=meant.measure,
            role=meant.role,
            base=meant.base,
            beneficiary=meant.beneficiary,
        )
        terms = sorted(same, key=lambda one: (str(one.valid_from or ""), one.slug))
        cited, said = citations_by_term(terms), versions(terms)
        return Response(
            {
                "measure": measure_ref(meant.measure),
                "role": meant.role,
                "base": meant.base or None,
                "base_en": meant.base_en or None,
                "beneficiary": group_ref(meant.beneficiary),
                "values": [
                    _value(one, cited.get(one.pk, []), said.get(one.pk, []))
                    for one in terms
                ],
            }
        )


def _value(
    one: Term, citations: Sequence[JSONRecord], said: Sequence[Any]
) -> JSONRecord:
    held: Any = one.held_instead
    document = one.provision.document if one.provision else one.measure.document
    return {
        **_said(one),
        "slug": one.slug,
        "document": document_ref(document) if document else None,
        "provision": provision_ref(one.provision),
        "held_instead": held.slug if held else None,
        "held_reason": one.held_reason or None,
        "citations": list(citations),
        "versions": list(_versions(said)),
    }


def _said(one: Any) -> JSONRecord:
    return {
        "comparator": one.comparator,
        "value": decimal_text(one.value),
        "unit": one.unit,
        "valid_from": one.valid_from,
        "valid_until": one.valid_until,
    }


def versions(terms: Sequence[Term]) -> dict[int, list[Any]]:
    """Read what the register said of terms up to the time asked for, oldest first."""
    model: Any = Term.history.model
    past = model.objects.filter(id__in=[one.pk for one in terms])
    until = known_time()
    rows = past.filter(history_date__lte=until) if until else past
    found: dict[int, list[Any]] = {}
    for row in rows.order_by("history_id"):
        found.setdefault(row.id, []).append(row)
    return found


def _versions(rows: Sequence[Any]) -> Iterator[JSONRecord]:
    """Give each thing that was said in public, and until when."""
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        if row.state == PUBLISHED and row.history_type != "-":
            yield {
                **_said(row),
                "known_from": utc_text(row.history_date),
                "known_until": utc_text(following.history_date if following else None),
                "reason": row.history_change_reason or None,
            }
