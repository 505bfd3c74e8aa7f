"""Controlled vocabularies: subjects and target groups."""

from django.contrib import admin

from policies.admin.records import RecordAdmin
from policies.admin.sections import MEASURES, SOURCES
from policies.common.admin.filters import CodeFilter, RelatedSearchFilter
from policies.models import Subject, TargetGroup


@admin.register(Subject)
class SubjectAdmin(RecordAdmin):
    """The tree of subjects."""

    section = SOURCES
    place = 40
    main = [(None, {"fields": (("name", "name_en"), "parent", "note")})]
    list_display = ("name", "name_en", "parent", "state")
    list_filter = (("state", CodeFilter), ("parent", RelatedSearchFilter))
    list_select_related = ("parent",)
    ordering = ("name", "pk")


@admin.register(TargetGroup)
class TargetGroupAdmin(RecordAdmin):
    """Those whom measures are meant for."""

    section = MEASURES
    place = 30
    main = [(None, {"fields": (("name", "name_en"), "stip_group", "note")})]
    list_display = ("name", "name_en", "stip_group", "state")
    list_filter = (("state", CodeFilter), ("stip_group", CodeFilter))
    ordering = ("name", "pk")
