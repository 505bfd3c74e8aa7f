"""The rows on a document's page: names, provisions, relations, issuers, signers."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.admin.citations import link_to
from policies.admin.effect import RelationRowForm
from policies.admin.records import OrderedListInline, RowInline
from policies.choices import InverseRelationType
from policies.common.admin.columns import written_day
from policies.models import (
    Document,
    DocumentAlias,
    DocumentIssuer,
    DocumentSigner,
    Provision,
    Relation,
)


class AliasInline(RowInline):
    """Other names of the document."""

    model = DocumentAlias
    fields = ("text", "kind", "state")


class ProvisionInline(RowInline):
    """Rows for new provisions.

    A law has hundreds: the page lists those there are, and each is changed on its own.
    """

    model = Provision
    verbose_name_plural = pgettext_lazy("plural", "thêm điều khoản")
    fields = ("level", "label", "parent", "heading", "state")
    counted = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Leave out the provisions there are."""
        return super().get_queryset(request).none()


class RelationInline(RowInline):
    """What the document does to others."""

    model = Relation
    form = RelationRowForm
    fk_name = "source"
    fields = ("type", "target", "whole", "effective_on", "until", "state")
    joined = ("source", "target")


class IssuerInline(OrderedListInline):
    """Further issuers of a joint document."""

    model = DocumentIssuer
    fields = ("agency", "order")
    list_name = "co_issuers"
    member_name = "agency"


class SignerInline(OrderedListInline):
    """Who signed the document."""

    model = DocumentSigner
    fields = ("person", "order")
    list_name = "signers"
    member_name = "person"


def listed_provisions(document: Document) -> SafeString:
    """List a document's provisions in the order of the text, each with its page."""
    rows = [
        {
            "provision": provision,
            "depth": min(provision.eid.count("__"), 3),
            "link": link_to(
                provision, f"{provision.get_level_display()} {provision.label}"
            ),
            "since": written_day(provision.effective_on),
            "until": written_day(provision.ends_on),
        }
        for provision in document.provisions.order_by("position", "pk")
    ]
    return render_to_string("policies/admin/provisions.html", {"rows": rows})


def listed_relations_to(document: Document) -> SafeString:
    """List what other documents do to this one, in the passive wording."""
    relations = document.incoming.select_related("source")
    rows = [
        {
            "wording": InverseRelationType(relation.type).label,
            "source": link_to(relation.source),
            "relation": link_to(relation, str(_("mở quan hệ"))),
            "whole": relation.whole,
            "day": written_day(relation.effective_on),
            "state": relation.get_state_display(),
        }
        for relation in relations.order_by("type", "source__issued_on_order", "pk")
    ]
    return render_to_string("policies/admin/incoming.html", {"rows": rows})
