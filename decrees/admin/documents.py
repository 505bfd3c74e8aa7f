"""Decrees, circulars and decisions, each with a page of its own."""

from django.contrib import admin

from decrees.models import Circular, Decision, Decree
from decrees.querysets import CIRCULAR_KINDS, DECISION_KINDS, DECREE_KINDS
from policies.admin.documents import DocumentAdmin
from policies.choices import DocumentFamily


@admin.register(Decree)
class DecreeAdmin(DocumentAdmin):
    """Decrees of the Government."""

    place = 4
    kinds = DECREE_KINDS
    family = DocumentFamily.NORMATIVE


@admin.register(Circular)
class CircularAdmin(DocumentAdmin):
    """Circulars and joint circulars."""

    place = 5
    kinds = CIRCULAR_KINDS
    family = DocumentFamily.NORMATIVE


@admin.register(Decision)
class DecisionAdmin(DocumentAdmin):
    """Decisions of whichever issuer; some are law, some administration."""

    place = 6
    kinds = DECISION_KINDS
