"""Codes of effect: what happens to provisions, and how far it reaches a record."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class EffectKind(CodeList):
    """What changes a document or its provisions: relations upon it, or its own end."""

    AMENDS = "amends", _("được sửa đổi, bổ sung bởi")
    REPLACES = "replaces", _("được thay thế bởi")
    REPEALS = "repeals", _("bị bãi bỏ bởi")
    SUSPENDS = "suspends", _("bị đình chỉ, tạm ngưng bởi")
    CORRECTS = "corrects", _("được đính chính bởi")
    EXTENDS = "extends", _("được kéo dài thời gian áp dụng bởi")
    OWN_END = "own_end", _("Hết hiệu lực theo chính văn bản")


class EffectReach(CodeList):
    """How much of what a record rests on is touched."""

    WHOLE = "whole", _("toàn bộ căn cứ của bản ghi")
    PART = "part", _("một phần căn cứ của bản ghi")
    UNCLEAR = "unclear", _("chưa rõ: chỉ biết văn bản, không biết điều khoản")


class EffectTiming(CodeList):
    """Whether an act upon provisions works on a day."""

    PLANNED = "planned", _("văn bản tác động chưa được ban hành")
    UNDATED = "undated", _("chưa rõ ngày")
    TO_COME = "to_come", _("chưa đến ngày")
    ACTING = "acting", _("đang tác động")
    OVER = "over", _("đã hết tác động")


class EffectCut(CodeList):
    """What of an effect was left out, because a bound was reached."""

    ACTS = "acts", _("Tác động vượt quá số lượng tối đa")
    RECORDS = "records", _("Bản ghi vượt quá số lượng tối đa")
