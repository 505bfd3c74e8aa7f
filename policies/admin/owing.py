"""What an agency owes, on its page."""

from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from policies.common.admin.columns import written_day
from policies.common.registry import registered
from policies.models import Agency
from policies.services.owing import owed_by


def listed_debts(agency: Agency, day: date) -> SafeString:
    """List the public records that an agency owes, with links; late ones are marked."""
    models = {one.name: one.model._meta for one in registered()}
    found, more = owed_by(agency, day) if agency.pk else ([], False)
    rows = []
    for one in found:
        meta = models[one.collection]
        page = f"admin:{meta.app_label}_{meta.model_name}_change"
        english = get_language() == "en" and one.label_en
        rows.append(
            {
                "address": reverse(page, args=[one.pk]),
                "label": english or one.label,
                "kind": meta.verbose_name,
                "number": one.number,
                "due": written_day(one.due_on, one.due_precision),
                "late": one.late,
            }
        )
    return render_to_string("policies/admin/owed.html", {"rows": rows, "more": more})
