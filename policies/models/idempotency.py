"""Answers kept by idempotency key, so that a request sent twice writes once."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.common.constraints import not_blank


class KeptAnswer(models.Model):
    """What a partner was answered to the request that carried an idempotency key.

    Written in the transaction of the write itself: both are kept, or neither.

    Attributes:
        digest: of the method, address, query and body, to know the request again.

    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
        verbose_name=_("chủ sở hữu"),
    )
    key = models.CharField(_("khóa chống lặp"), max_length=255)
    digest = models.CharField(_("mã băm của yêu cầu"), max_length=64)
    status = models.PositiveSmallIntegerField(_("mã trạng thái"))
    location = models.CharField(
        _("địa chỉ bản ghi"), max_length=300, blank=True, default=""
    )
    etag = models.CharField(_("ETag"), max_length=100, blank=True, default="")
    body = models.TextField(_("nội dung trả lời"), blank=True, default="")
    at = models.DateTimeField(_("lúc"), db_index=True)

    class Meta:
        verbose_name = _("câu trả lời đã giữ")
        verbose_name_plural = pgettext_lazy("plural", "câu trả lời đã giữ")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"], name="kept_answer_of_one_request"
            ),
            not_blank("kept_answer", "key"),
            not_blank("kept_answer", "digest"),
            models.CheckConstraint(
                name="kept_answer_is_of_a_write",
                condition=models.Q(status__gte=200, status__lt=300),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.key}"
