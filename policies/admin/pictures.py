"""Pictures on the pages of documents and targets, as everybody sees them."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from policies.common.collections import Pictured
from policies.common.models import Record, RecordState
from policies.common.registry import pictures_of


def picture(record: Record, one: Pictured) -> SafeString:
    """Show a picture of a published record in the language of the page."""
    language = "en" if get_language() == "en" else "vi"
    context = {
        "address": f"{reverse(one.address, args=[record.slug])}?lang={language}",
        "words": f"{one.name}: {record}",
    }
    return render_to_string("policies/admin/picture.html", context)


def pictures(record: Record) -> SafeString:
    """Show every picture that there is of a record, one below the other."""
    if record.state != RecordState.PUBLISHED:
        return SafeString(_("Có hình khi bản ghi đã công bố."))
    shown = [(picture(record, one),) for one in pictures_of(type(record))]
    return format_html_join("", "{}", shown)
