"""Code list of how a dated act or promise stands on a day."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class Standing(CodeList):
    """How a relation, a measure or a term stands on a day, by its own days.

    It does not say whether the document behind it has effect; that is the document's
    legal state.
    """

    NOT_YET = "not_yet", _("Chưa áp dụng")
    IN_EFFECT = "in_effect", _("Đang áp dụng")
    ENDED = "ended", _("Đã thôi áp dụng")
    UNKNOWN = "unknown", _("Chưa rõ")
