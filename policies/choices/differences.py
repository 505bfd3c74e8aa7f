"""Code lists of what differs between two states of a measure."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class DifferingRecord(CodeList):
    """What kind of record a difference is in."""

    MEASURE = "measure", _("biện pháp")
    TERM = "term", _("mức")
    INPUT = "input", _("đại lượng đầu vào")
    CONDITION = "condition", _("điều kiện")
