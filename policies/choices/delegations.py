"""Code list of delegations; they are kept by the app that builds on this one."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class DelegationStatus(CodeList):
    """What has become of a delegation by a day.

    ``fulfilled``: a text that details it is in force. ``unclear``: there is such a
    text, but when it takes effect is not known. ``overdue``: it is in force but not
    detailed, or its own deadline is over. ``pending``: owed, and not due yet.
    ``lapsed``: what delegates has ended before it was detailed.
    """

    FULFILLED = "fulfilled", _("Đã quy định")
    UNCLEAR = "unclear", _("Chưa rõ hiệu lực của văn bản quy định")
    OVERDUE = "overdue", _("Quá hạn")
    PENDING = "pending", _("Chưa đến hạn")
    LAPSED = "lapsed", _("Không còn phải quy định")
