"""Code lists of the change log."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class ChangeKind(CodeList):
    """What happened to a public record."""

    CREATE = "create", _("Tạo mới")
    UPDATE = "update", _("Sửa")
    PUBLISH = "publish", _("Công bố")
    WITHDRAW = "withdraw", _("Rút")
    MERGE = "merge", _("Gộp")
    DELETE = "delete", _("Xóa")
    STATE_CHANGED = "state_changed", _("Đổi tình trạng hiệu lực")
