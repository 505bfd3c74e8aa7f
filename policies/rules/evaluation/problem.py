"""Why a measure's quantities, inputs and conditions make no whole rule."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class RuleProblem(CodeList):
    """Why a measure's quantities, inputs and conditions make no whole rule."""

    NO_BASE = "no_base", _("Cần đúng một đại lượng để tính.")
    NO_SHARES = "no_shares", _("Cần ít nhất hai tỷ lệ phân chia.")
    NOT_100 = "not_100", _("Các tỷ lệ phân chia phải cộng đúng 100% vào mọi ngày.")
    NO_RATE = "no_rate", _("Cần một tỷ lệ.")
    SEVERAL_RATES = "several_rates", _("Vào một ngày chỉ được có một tỷ lệ.")
    NO_AMOUNT = "no_amount", _("Cần ít nhất một số tiền.")
    NO_BRACKETS = "no_brackets", _("Mỗi bậc cần một tỷ lệ và mức bắt đầu của bậc.")
    BRACKETS_OVERLAP = "brackets_overlap", _("Hai bậc không được bắt đầu cùng một mức.")
    NO_BOUND = "no_bound", _("Cần ít nhất một mức trần hoặc mức sàn.")
    NO_CHECK = "no_check", _("Cần ít nhất một điều kiện so sánh với một mức.")
    NO_CONDITION = "no_condition", _("Cần ít nhất một điều kiện.")
    EMPTY_GROUP = "empty_group", _("Nhóm điều kiện phải có điều kiện dưới nó.")
    UNITS_DIFFER = "units_differ", _("Đơn vị của đại lượng và của mức phải như nhau.")
