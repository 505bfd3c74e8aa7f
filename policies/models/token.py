"""Tokens by which partner systems write, and read back what they wrote."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from knox.models import AbstractAuthToken
from knox.settings import CONSTANTS

from policies.choices import TokenScope
from policies.common.constraints import not_blank, one_of


class ApiToken(AbstractAuthToken):  # type: ignore[misc] # untyped library
    """One token of one partner; only a hash of it is kept.

    Attributes:
        token_key: how the token begins, so that its owner can tell which it is.
        digest: the hash by which it is found.
        may_publish: whether what it writes may be public at once.
        revoked_at: when it was taken back; it authenticates nobody from then on.

    """

    digest = models.CharField(
        _("mã băm"), max_length=CONSTANTS.DIGEST_LENGTH, unique=True, editable=False
    )
    token_key = models.CharField(
        _("bắt đầu bằng"), max_length=25, editable=False, db_index=False
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="auth_token_set",
        verbose_name=_("chủ sở hữu"),
        help_text=_("Mọi thay đổi qua khóa này ghi tên người dùng này."),
    )
    name = models.CharField(
        _("tên"),
        max_length=100,
        help_text=_("Hệ thống nào dùng khóa này, ví dụ «Cổng tỉnh Quảng Ninh»."),
    )
    scope = models.CharField(
        _("phạm vi"),
        max_length=5,
        choices=TokenScope.pairs,
        default=TokenScope.READ,
    )
    may_publish = models.BooleanField(
        _("được công bố"),
        default=False,
        help_text=_("Nếu không, những gì ghi qua khóa này là bản nháp chờ duyệt."),
    )
    created = models.DateTimeField(_("tạo lúc"), auto_now_add=True)
    expiry = models.DateTimeField(
        _("hết hạn lúc"),
        null=True,
        blank=True,
        help_text=_("Để trống nếu không có thời hạn."),
    )
    last_used_at = models.DateTimeField(
        _("dùng lần cuối"), null=True, blank=True, editable=False
    )
    revoked_at = models.DateTimeField(
        _("thu hồi lúc"), null=True, blank=True, editable=False
    )

    class Meta:
        verbose_name = _("khóa API")
        verbose_name_plural = pgettext_lazy("plural", "khóa API")
        ordering = ["-created", "-pk"]
        constraints = [
            not_blank("token", "name"),
            not_blank("token", "digest"),
            one_of("token", "scope", TokenScope),
            models.CheckConstraint(
                name="token_publishes_by_writing",
                condition=models.Q(may_publish=False)
                | models.Q(scope=TokenScope.WRITE),
                violation_error_code="publishes_by_writing",
                violation_error_message=_("Chỉ khóa được ghi mới được công bố."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.token_key}…)"

    @property
    def writes(self) -> bool:
        """Whether it may write at all."""
        return bool(self.scope == TokenScope.WRITE)

    @property
    def has_ended(self) -> bool:
        """Whether it authenticates nobody any more: it expired or was revoked."""
        expired = self.expiry is not None and self.expiry <= timezone.now()
        return bool(expired or self.revoked_at is not None)
