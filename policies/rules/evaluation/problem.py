"""Why a measure's quantities, inputs and conditions make no whole rule."""

from enum import StrEnum
from typing import Any, Final

from django.utils.translation import gettext_lazy as _


class RuleProblem(StrEnum):
    """What a rule lacks; codes are stable."""

    NO_BASE = "no_base"
    NO_SHARES = "no_shares"
    NOT_100 = "not_100"
    NO_RATE = "no_rate"
    SEVERAL_RATES = "several_rates"
    NO_AMOUNT = "no_amount"
    NO_BRACKETS = "no_brackets"
    BRACKETS_OVERLAP = "brackets_overlap"
    NO_BOUND = "no_bound"
    NO_CHECK = "no_check"
    NO_CONDITION = "no_condition"
    EMPTY_GROUP = "empty_group"
    PART_MISSING = "part_missing"
    UNITS_DIFFER = "units_differ"


PROBLEM_WORDS: Final[dict[RuleProblem, Any]] = {
    RuleProblem.NO_BASE: _("Cần đúng một đại lượng để tính."),
    RuleProblem.NO_SHARES: _("Cần ít nhất hai tỷ lệ phân chia."),
    RuleProblem.NOT_100: _("Các tỷ lệ phân chia phải cộng đúng 100% vào mọi ngày."),
    RuleProblem.NO_RATE: _("Cần một tỷ lệ."),
    RuleProblem.SEVERAL_RATES: _("Vào một ngày chỉ được có một tỷ lệ."),
    RuleProblem.NO_AMOUNT: _("Cần ít nhất một số tiền."),
    RuleProblem.NO_BRACKETS: _("Mỗi bậc cần một tỷ lệ và mức bắt đầu của bậc."),
    RuleProblem.BRACKETS_OVERLAP: _("Hai bậc không được bắt đầu cùng một mức."),
    RuleProblem.NO_BOUND: _("Cần ít nhất một mức trần hoặc mức sàn."),
    RuleProblem.NO_CHECK: _("Cần ít nhất một điều kiện so sánh với một mức."),
    RuleProblem.NO_CONDITION: _("Cần ít nhất một điều kiện."),
    RuleProblem.EMPTY_GROUP: _("Nhóm điều kiện phải có điều kiện dưới nó."),
    RuleProblem.PART_MISSING: _("Điều kiện dẫn đến phần không được công bố."),
    RuleProblem.UNITS_DIFFER: _("Đơn vị của đại lượng và của mức phải như nhau."),
}
