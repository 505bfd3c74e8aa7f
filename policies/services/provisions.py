"""Services of provisions: their address, their place, their document's legal state."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from policies.choices import ProvisionKind
from policies.models import Document, Provision
from policies.rules.provisions import ProvisionLevel, eid, label_problem, sort_key
from policies.services.legal_state import rebuild
from policies.services.moving import are_moving
from policies.services.saving import Rules, add_rules, save_record


def prepare_provision(provision: Provision) -> None:
    """Derive the Akoma Ntoso eId and the sort position.

    Raises:
        ValidationError: an impossible label, or parts or a parent of another document.

    """
    if provision.level not in ProvisionKind.values:
        return  # the column itself refuses it
    level = ProvisionLevel(provision.level)
    if label_problem(level, provision.label):
        message = _("«%(label)s» không thể là số của %(level)s.") % {
            "label": provision.label,
            "level": provision.get_level_display(),
        }
        raise ValidationError({"label": ValidationError(message, code="label")})
    parent = provision.parent
    if parent is not None and not same_document(parent, provision):
        message = _("Điều khoản cấp trên thuộc văn bản khác.")
        raise ValidationError({"parent": ValidationError(message, code="elsewhere")})
    if provision.pk and has_parts_elsewhere(provision):
        message = _("Điều khoản có phần bên trong không chuyển sang văn bản khác được.")
        refusal = ValidationError(message, code="has_parts")
        raise ValidationError({"document": refusal})
    provision.eid = eid(parent.eid if parent else None, level, provision.label)
    above = parent.position if parent else ""
    provision.position = f"{above}{sort_key(level, provision.label)}"


def same_document(parent: Provision, provision: Provision) -> bool:
    """Tell whether a provision stands in the document of the one it is part of."""
    return are_moving() or parent.document_id == provision.document_id


def has_parts_elsewhere(provision: Provision) -> bool:
    """Tell whether the parts of a provision belong to another document."""
    if are_moving():
        return False
    return provision.children.exclude(document=provision.document_id).exists()


def after_provision(provision: Provision) -> None:
    """Renumber what is inside, and rebuild the legal state of its documents."""
    for part in provision.children.all():
        save_record(part, reason="renumbered", follows=True)
    rebuild_documents(provision)


def rebuild_documents(provision: Provision) -> None:
    """Rebuild the legal state of the document of a provision, and of earlier ones.

    A part may have days of its own, which a document loses with the part.
    """
    before = provision.history.values_list("document_id", flat=True).distinct()
    for document in Document.objects.filter(pk__in=[*before, provision.document_id]):
        rebuild(document)


add_rules(
    Provision,
    Rules(prepare=prepare_provision, after=after_provision, removed=rebuild_documents),
)
