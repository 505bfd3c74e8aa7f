"""Services of documents: numbers, citations that resolve, legal state."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from policies.choices import NumberStatus
from policies.models import Agency, Document, UnresolvedCitation
from policies.rules.numbers import (
    Disagreement,
    DocumentNumber,
    NumberForm,
    disagreements,
    is_unnumbered,
    parse,
)
from policies.services.citations import resolve_citations
from policies.services.legal_state import end_intervals, rebuild_with_targets
from policies.services.references import members
from policies.services.saving import Lists, Rules, add_rules

FIELD_OF = {"issuers": "issuer"}


def read_number(text: str) -> DocumentNumber:
    """Parse a number, or refuse text that is none.

    Raises:
        ValidationError: code ``not_a_number``.

    """
    number = parse(text)
    if not number.key:
        message = _("«%(text)s» không phải số, ký hiệu văn bản.") % {"text": text}
        raise ValidationError({"number": ValidationError(message, code="not_a_number")})
    return number


def word_disagreement(found: Disagreement) -> ValidationError:
    """Say in words what a number and another field disagree on."""
    texts = {
        "kind_mismatch": _(
            "Theo số hiệu, loại văn bản là %(expected)s; đang ghi %(actual)s."
        ),
        "issuer_mismatch": _(
            "Theo số hiệu, cơ quan là %(expected)s; đang ghi %(actual)s."
        ),
        "year_mismatch": _("Theo số hiệu, năm là %(expected)s; đang ghi %(actual)s."),
        "family_mismatch": _(
            "Theo số hiệu, nhóm là %(expected)s; đang ghi %(actual)s."
        ),
        "year_missing": _("Số hiệu thiếu năm; hãy ghi đủ như trên văn bản."),
        "transposed": _("Ký hiệu trong số bị đảo; có phải %(expected)s?"),
    }
    values = {"expected": found.expected, "actual": found.actual}
    return ValidationError(texts[found.code] % values, code=found.code)


def prepare_document(document: Document) -> None:
    """Derive the folded number, its sequence and year; check that they agree.

    Raises:
        ValidationError: kind, issuer, year or family contradict the number.

    """
    if is_unnumbered(document.number):
        document.number = document.number_key = document.sequence = ""
        document.year = None
        document.number_status = NumberStatus.NONE
        return
    number = read_number(document.number)
    document.number_key = number.key
    document.sequence = number.sequence
    document.year = number.year
    joint = number.form is NumberForm.JOINT
    lead = [document.issuer] if document.issuer and not joint else []
    refuse_disagreement(document, number, lead)


def check_issuers(document: Document, lists: Lists) -> None:
    """Compare a number that names several issuers with all of them.

    Raises:
        ValidationError: the issuers contradict the number.

    """
    number = parse(document.number)
    if number.form is NumberForm.JOINT and document.issuer:
        others = members(document, lists, "co_issuers")
        refuse_disagreement(document, number, [document.issuer, *others])


def refuse_disagreement(
    document: Document, number: DocumentNumber, issuers: Sequence[Agency]
) -> None:
    """Refuse fields that contradict the number; an agency without a code does not.

    Raises:
        ValidationError: naming each such field.

    """
    codes = [agency.code for agency in issuers]
    found = disagreements(
        number,
        kind=document.kind,
        issuer_codes=codes if all(codes) else [],
        issued_year=document.issued_on.year if document.issued_on else None,
        family=document.family,
    )
    if found:
        faults = {
            FIELD_OF.get(one.field, one.field): word_disagreement(one) for one in found
        }
        raise ValidationError(faults)


def after_document(document: Document) -> None:
    """Resolve citations that meant this document, and rebuild legal states."""
    resolve_citations(document)
    rebuild_with_targets(document)


def prepare_unresolved(citation: UnresolvedCitation) -> None:
    """Derive the folded number of what is cited; it may be no number at all."""
    citation.number_key = parse(citation.text).key


def after_unresolved(citation: UnresolvedCitation) -> None:
    """Resolve the citation at once where the register holds the document already."""
    if not citation.number_key or citation.relation_id is not None:
        return
    for document in Document.objects.filter(number_key=citation.number_key):
        resolve_citations(document)
    citation.refresh_from_db(fields=["relation", "modified_at"])


add_rules(
    Document,
    Rules(
        prepare=prepare_document,
        check=check_issuers,
        after=after_document,
        removed=end_intervals,
    ),
)
add_rules(UnresolvedCitation, Rules(prepare=prepare_unresolved, after=after_unresolved))
