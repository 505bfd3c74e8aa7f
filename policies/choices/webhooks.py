"""Code lists of webhooks: how a subscription stands, what became of a delivery."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class WebhookState(CodeList):
    """Whether a subscription is delivered to."""

    ACTIVE = "active", _("Đang gửi")
    PAUSED = "paused", _("Tạm dừng")
    DISABLED = "disabled", _("Đã tắt")


class WebhookReason(CodeList):
    """Why the register disabled a subscription by itself."""

    GONE = "gone", _("Nơi nhận trả lời 410: không còn nhận nữa")
    FAILING = "failing", _("Gửi không được quá lâu")


class WebhookFilterKind(CodeList):
    """By what a subscription chooses among changes."""

    COLLECTION = "collection", _("Bộ sưu tập")
    CHANGE = "change", _("Loại thay đổi")
    RECORD = "record", _("Bản ghi")


class DeliveryOutcome(CodeList):
    """What became of one attempt at a delivery."""

    DELIVERED = "delivered", _("Đã nhận")
    REFUSED = "refused", _("Nơi nhận trả lời không phải 2xx")
    MALFORMED = "malformed", _("Địa chỉ không hợp lệ")
    FORBIDDEN = "forbidden", _("Địa chỉ trong mạng nội bộ, không được gửi tới")
    UNRESOLVED = "unresolved", _("Không tìm thấy tên máy")
    UNREACHABLE = "unreachable", _("Không kết nối được")
    UNTRUSTED = "untrusted", _("Chứng thư TLS không đáng tin")
    TIMEOUT = "timeout", _("Quá thời gian chờ")
    BROKEN = "broken", _("Trả lời không đúng HTTP")
