"""Code lists of evaluation: what a measure asks, how it decides, what it answers."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.common.codes import CodeList


class InputKind(CodeList):
    """What kind of value must be told to evaluate a measure."""

    QUANTITY = "quantity", _("Số lượng, số tiền")
    DAY = "day", pgettext_lazy("input", "Ngày")
    YES_NO = "yes_no", _("Có hay không")


class InputRole(CodeList):
    """What a value does in the calculation of a measure."""

    BASE = "base", _("Đại lượng để tính")
    BOUNDED = "bounded", _("Số tiền bị giới hạn bởi mức trần, mức sàn")
    CONDITION = "condition", _("Chỉ dùng trong điều kiện")


class ConditionKind(CodeList):
    """How a condition is judged: by a comparison, or by the conditions under it."""

    COMPARISON = "comparison", _("So sánh")
    ALL_OF = "all_of", _("Mọi điều kiện dưới đây")
    ANY_OF = "any_of", _("Ít nhất một điều kiện dưới đây")
    NONE_OF = "none_of", _("Không điều kiện nào dưới đây")


class EvaluationOutcome(CodeList):
    """What evaluating a measure on a day comes to."""

    APPLIES = "applies", _("Áp dụng")
    DOES_NOT_APPLY = "does_not_apply", pgettext_lazy("outcome", "Không áp dụng")
    NOT_YET_IN_FORCE = "not_yet_in_force", _("Chưa có hiệu lực")
    NO_LONGER_IN_FORCE = "no_longer_in_force", _("Không còn hiệu lực")
    CANNOT_BE_EVALUATED = "cannot_be_evaluated", _("Chưa tính được")


class EvaluationReason(CodeList):
    """What decides an outcome."""

    CONDITIONS_MET = "conditions_met", _("Mọi điều kiện đều đạt")
    CONDITION_FAILED = "condition_failed", _("Có điều kiện không đạt")
    BEFORE_START = "before_start", _("Ngày hỏi trước ngày bắt đầu áp dụng")
    AFTER_END = "after_end", _("Ngày hỏi sau khi thôi áp dụng")
    DOCUMENT_NOT_IN_FORCE = (
        "document_not_in_force",
        _("Văn bản căn cứ chưa có hiệu lực vào ngày này"),
    )
    DOCUMENT_ENDED = (
        "document_ended",
        _("Văn bản căn cứ đã hết hiệu lực vào ngày này"),
    )
    DOCUMENT_SUSPENDED = (
        "document_suspended",
        _("Văn bản căn cứ bị ngưng hiệu lực vào ngày này"),
    )
    NO_RULE = "no_rule", _("Biện pháp không có quy tắc tính")
    RULE_INCOMPLETE = "rule_incomplete", _("Quy tắc tính chưa đủ các phần")
    START_UNKNOWN = "start_unknown", _("Chưa biết biện pháp áp dụng từ ngày nào")
    VALUE_UNKNOWN = "value_unknown", _("Chưa biết một mức của biện pháp")
    PART_OF_NOTHING = (
        "part_of_nothing",
        _("Không có tỷ lệ nào trên một đại lượng bằng 0"),
    )


class StartedBy(CodeList):
    """Which day is taken as the one from which a measure applies."""

    MEASURE = "measure", _("Ngày áp dụng của biện pháp")
    PROVISION = "provision", _("Ngày có hiệu lực của điều khoản")
    DOCUMENT = "document", _("Ngày có hiệu lực của văn bản")
    ISSUE = "issue", _("Ngày ban hành văn bản")


class BoundKnown(CodeList):
    """Whether the cap or floor of an amount is a number that the register knows."""

    NONE = "none", _("Không có mức trần hay mức sàn")
    KNOWN = "known", _("Đã biết mức trần hay mức sàn")
    CAP_NOT_KNOWN = "cap_not_known", _("Có mức trần nhưng chưa biết con số")
    FLOOR_NOT_KNOWN = "floor_not_known", _("Có mức sàn nhưng chưa biết con số")


class StepKind(CodeList):
    """One step of a calculation, in words; the amounts stand in braces."""

    SHARE = "share", _("Phần chia: {percent}% của {base} là {exact}, làm tròn {result}")
    REMAINDER = "remainder", _("Phần còn lại: {base} trừ các phần khác còn {result}")
    RATE = "rate", _("Tỷ lệ: {percent}% của {base} là {exact}, làm tròn {result}")
    BRACKET = "bracket", _("Bậc từ {lower}: {percent}% của {base} là {exact}")
    TOTAL = "total", _("Cộng các bậc được {exact}, làm tròn {result}")
    AMOUNT = "amount", _("Số tiền cố định: {result}")
    CAPPED = "capped", _("Mức trần {bound}: {base} giảm còn {result}")
    UNDER_CAP = "under_cap", _("Mức trần {bound}: giữ nguyên {result}")
    RAISED = "raised", _("Mức sàn {bound}: {base} tăng lên {result}")
    ABOVE_FLOOR = "above_floor", _("Mức sàn {bound}: giữ nguyên {result}")
    BOUND = "bound", _("Giới hạn: {percent}% của {base} là {exact}, làm tròn {result}")
    CAP_NOT_KNOWN = (
        "cap_not_known",
        _("Có mức trần nhưng chưa biết con số: {result} là mức cao nhất có thể"),
    )
    FLOOR_NOT_KNOWN = (
        "floor_not_known",
        _("Có mức sàn nhưng chưa biết con số: {result} là mức thấp nhất có thể"),
    )
    REQUIRED = (
        "required",
        _("Mức phải đạt: {percent}% của {base} là {exact}, làm tròn {result}"),
    )
