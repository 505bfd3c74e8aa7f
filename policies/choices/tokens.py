"""Code lists of partners' tokens."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class TokenScope(CodeList):
    """What the bearer of a token may do."""

    READ = "read", _("Chỉ đọc")
    WRITE = "write", _("Đọc và ghi")
