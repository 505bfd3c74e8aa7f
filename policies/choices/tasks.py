"""Codes of the progress of tasks: by what they are counted."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class TaskCount(CodeList):
    """By what tasks are counted."""

    GROUP = "group", _("Theo nhóm nhiệm vụ")
    AGENCY = "agency", _("Theo cơ quan chủ trì")
    DUE = "due", _("Theo thời hạn")
