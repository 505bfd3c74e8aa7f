"""Services of relations: no circles, provisions of the right side, legal state."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from policies.choices import RelationType
from policies.common.models import RecordState
from policies.models import Document, Relation
from policies.services.legal_state import rebuild
from policies.services.moving import are_moving
from policies.services.references import members
from policies.services.saving import Lists, Rules, add_rules

CHAINS = (RelationType.IMPLEMENTS, RelationType.DETAILS)


def up_the_chain(document_id: int, kind: str, without: int | None = None) -> set[int]:
    """Give the ids of all documents up the chain that a document carries out so.

    A relation that was withdrawn is no link of the chain, nor is the one left out.
    """
    links = Relation.objects.filter(type=kind).exclude(state=RecordState.WITHDRAWN)
    if without is not None:
        links = links.exclude(pk=without)
    seen: set[int] = set()
    level = {document_id}
    while level:
        above = set(links.filter(source__in=level).values_list("target_id", flat=True))
        level = above - seen
        seen |= above
    return seen


def prepare_relation(relation: Relation) -> None:
    """Refuse a circle in the chain of what implements, or what details, what.

    Raises:
        ValidationError: code ``circle``.

    """
    if relation.type not in CHAINS or not relation.target_id:
        return
    if relation.state == RecordState.WITHDRAWN:
        return
    chain = up_the_chain(relation.target_id, relation.type, without=relation.pk)
    if relation.source_id in chain:
        message = _("Chuỗi triển khai sẽ thành vòng tròn.")
        raise ValidationError({"target": ValidationError(message, code="circle")})


def check_sides(relation: Relation, lists: Lists) -> None:
    """Refuse provisions of another document than the one on their side.

    Raises:
        ValidationError: code ``elsewhere``, naming the side.

    """
    if are_moving():
        return
    sides = {
        "source_provisions": relation.source_id,
        "target_provisions": relation.target_id,
    }
    message = _("Điều khoản thuộc văn bản khác.")
    faults = {
        side: ValidationError(message, code="elsewhere")
        for side, document in sides.items()
        if any(one.document_id != document for one in members(relation, lists, side))
    }
    if faults:
        raise ValidationError(faults)


def after_relation(relation: Relation) -> None:
    """Rebuild the legal state of the documents it acts, or used to act, on.

    So of what details, or used to detail, another one: it may end with it.
    """
    rows = relation.history.values_list("target_id", "source_id", "type").distinct()
    touched = {target for target, _source, _type in rows} | {relation.target_id}
    touched |= {
        source
        for _target, source, type_ in [
            *rows,
            (relation.target_id, relation.source_id, relation.type),
        ]
        if type_ == RelationType.DETAILS
    }
    for document in Document.objects.filter(pk__in=touched).order_by("pk"):
        rebuild(document)


add_rules(
    Relation,
    Rules(
        prepare=prepare_relation,
        check=check_sides,
        after=after_relation,
        removed=after_relation,
    ),
)
