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


def implemented_by(document_id: int, without: int | None = None) -> set[int]:
    """Give the ids of all documents up the chain that a document implements.

    A relation that was withdrawn is no link of the chain, nor is the one left out.
    """
    links = Relation.objects.filter(type=RelationType.IMPLEMENTS).exclude(
        state=RecordState.WITHDRAWN
    )
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
    """Refuse a circle in the chain of what implements what.

    Raises:
        ValidationError: code ``circle``.

    """
    if relation.type != RelationType.IMPLEMENTS or not relation.target_id:
        return
    if relation.state == RecordState.WITHDRAWN:
        return
    if relation.source_id in implemented_by(relation.target_id, without=relation.pk):
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
    """Rebuild the legal state of the documents it acts, or used to act, on."""
    before = relation.history.values_list("target_id", flat=True).distinct()
    for target in Document.objects.filter(pk__in=[*before, relation.target_id]):
        rebuild(target)


add_rules(
    Relation,
    Rules(
        prepare=prepare_relation,
        check=check_sides,
        after=after_relation,
        removed=after_relation,
    ),
)
