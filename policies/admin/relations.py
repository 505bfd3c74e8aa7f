"""Relations between documents, their other names, and citations still unresolved."""

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from policies.admin.citations import CitationInline, link_to
from policies.admin.columns import document_column
from policies.admin.effect import RelationEffect, RelationForm
from policies.admin.records import RecordAdmin
from policies.admin.sections import TEXT
from policies.common.admin.columns import day_column
from policies.common.admin.filters import CodeFilter, GivenFilter, RelatedSearchFilter
from policies.models import DocumentAlias, Relation, UnresolvedCitation


@admin.register(Relation)
class RelationAdmin(RecordAdmin):
    """What one document does to another, stored once and read both ways."""

    form = RelationForm
    section = TEXT
    place = 20
    main = [
        (
            None,
            {
                "fields": (
                    "source",
                    "type",
                    "target",
                    "whole",
                    ("effective_on", "until"),
                    "source_provisions",
                    "target_provisions",
                    "note",
                    "note_en",
                )
            },
        ),
        (_("Ảnh hưởng đến bản ghi khác"), {"fields": ("effect_seen",)}),
    ]
    inlines = (CitationInline,)
    list_display = (
        document_column(Relation, "source"),
        "type",
        document_column(Relation, "target"),
        "whole",
        day_column(Relation, "effective_on"),
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("type", CodeFilter),
        ("source", RelatedSearchFilter),
        ("target", RelatedSearchFilter),
        "whole",
    )
    list_select_related = ("source", "target")
    date_hierarchy = "effective_on"
    searched = ("search_text", "source__search_text", "target__search_text")

    @admin.display(description=_("Bản ghi bị ảnh hưởng"))
    def effect_seen(self, relation: Relation) -> SafeString:
        """Show to those who only look on what the relation touches."""
        named = relation.target_provisions.all()
        return RelationEffect.of(relation, named).shown()


@admin.register(DocumentAlias)
class DocumentAliasAdmin(RecordAdmin):
    """Other names and spellings under which documents are cited."""

    section = TEXT
    place = 30
    main = [(None, {"fields": ("document", ("text", "kind"), "note")})]
    inlines = (CitationInline,)
    list_display = ("text", "kind", document_column(DocumentAlias, "document"), "state")
    list_filter = (
        ("state", CodeFilter),
        ("kind", CodeFilter),
        ("document", RelatedSearchFilter),
    )
    list_select_related = ("document",)
    searched = ("search_text", "document__search_text")


@admin.register(UnresolvedCitation)
class UnresolvedCitationAdmin(RecordAdmin):
    """The queue of cited documents that the register does not hold yet."""

    section = TEXT
    place = 50
    main = [
        (
            None,
            {
                "fields": (
                    "document",
                    ("type", "text"),
                    "number_key",
                    "resolved",
                    "note",
                )
            },
        )
    ]
    inlines = (CitationInline,)
    readonly_fields = ("number_key", "resolved", *RecordAdmin.readonly_fields)
    list_display = (
        "text",
        "type",
        document_column(UnresolvedCitation, "document"),
        "resolved",
        "state",
    )
    list_filter = (
        ("state", CodeFilter),
        ("type", CodeFilter),
        ("relation", GivenFilter),
        ("document", RelatedSearchFilter),
    )
    list_select_related = (
        "document",
        "relation__source",
        "relation__target",
    )
    searched = ("search_text", "document__search_text")

    @admin.display(description=_("đã thành quan hệ"), ordering="relation")
    def resolved(self, citation: UnresolvedCitation) -> SafeString | None:
        """Link to the relation that the citation became, if it did."""
        return None if citation.relation is None else link_to(citation.relation)
