"""Webhooks: who is told of changes, how far, and what became of each attempt."""

import base64
import secrets

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.choices import (
    ChangeKind,
    DeliveryOutcome,
    WebhookFilterKind,
    WebhookReason,
    WebhookState,
)
from policies.common.constraints import not_blank, one_of
from policies.common.outbound import LONGEST_URL
from policies.common.validators import public_slug

SECRET_OCTETS = 32
SECRET_PREFIX = "whsec_"  # noqa: S105 - of Standard Webhooks, before each secret


def new_webhook_id() -> str:
    """Make a public id that nobody guesses."""
    return f"wh-{secrets.token_hex(10)}"


def new_secret() -> str:
    """Make a secret as Standard Webhooks writes it."""
    octets = base64.b64encode(secrets.token_bytes(SECRET_OCTETS))
    return SECRET_PREFIX + octets.decode()


class Webhook(models.Model):
    """A subscription: changes of the log are sent to an address, one after the other.

    ``position`` is the last sequence handled, sent or passed over by the filters;
    ``sent`` is the one that was sent last, or from which the subscription began or
    was replayed. Both move only when the receiver has answered 2xx.
    """

    slug = models.CharField(
        _("định danh công khai"),
        max_length=200,
        unique=True,
        default=new_webhook_id,
        editable=False,
        validators=[public_slug],
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="webhooks",
        verbose_name=_("đối tác"),
    )
    url = models.CharField(_("địa chỉ nhận"), max_length=LONGEST_URL)
    state = models.CharField(
        _("trạng thái"),
        max_length=8,
        choices=WebhookState.pairs,
        default=WebhookState.ACTIVE,
    )
    reason = models.CharField(
        _("lý do tắt"),
        max_length=7,
        choices=WebhookReason.pairs,
        blank=True,
        default="",
    )
    state_at = models.DateTimeField(_("trạng thái từ lúc"), default=timezone.now)
    created_at = models.DateTimeField(_("tạo lúc"), default=timezone.now)
    secret = models.CharField(_("khóa"), max_length=100, default=new_secret)
    previous_secret = models.CharField(
        _("khóa cũ"), max_length=100, blank=True, default=""
    )
    previous_until = models.DateTimeField(_("khóa cũ dùng đến"), null=True, blank=True)
    position = models.BigIntegerField(
        _("đã xử lý đến số"), default=0, validators=[MinValueValidator(0)]
    )
    sent = models.BigIntegerField(
        _("đã gửi đến số"), default=0, validators=[MinValueValidator(0)]
    )
    failures = models.PositiveIntegerField(_("số lần hỏng liên tiếp"), default=0)
    failing_since = models.DateTimeField(_("hỏng từ lúc"), null=True, blank=True)
    next_attempt_at = models.DateTimeField(_("gửi lại lúc"), null=True, blank=True)
    held_by = models.CharField(max_length=32, blank=True, default="", editable=False)
    held_until = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = pgettext_lazy("plural", "webhook")
        ordering = ["pk"]
        constraints = [
            not_blank("webhook", "slug"),
            not_blank("webhook", "url"),
            not_blank("webhook", "secret"),
            one_of("webhook", "state", WebhookState),
            one_of("webhook", "reason", WebhookReason, blank=True),
            models.CheckConstraint(
                name="webhook_disabled_for_a_reason",
                condition=Q(state=WebhookState.DISABLED) & ~Q(reason="")
                | ~Q(state=WebhookState.DISABLED) & Q(reason=""),
            ),
            models.CheckConstraint(
                name="webhook_old_secret_ends",
                condition=Q(previous_secret="", previous_until__isnull=True)
                | Q(previous_secret__gt="", previous_until__isnull=False),
            ),
            models.CheckConstraint(
                name="webhook_failing_since_first_failure",
                condition=Q(failures=0, failing_since__isnull=True)
                | Q(failures__gt=0, failing_since__isnull=False),
            ),
            models.CheckConstraint(
                name="webhook_sent_up_to_position",
                condition=Q(sent__gte=0, sent__lte=F("position")),
            ),
            models.CheckConstraint(
                name="webhook_held_until",
                condition=Q(held_by="", held_until__isnull=True)
                | Q(held_by__gt="", held_until__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} → {self.url}"


class WebhookFilter(models.Model):
    """One value that a subscription asks for; several of a kind are alternatives."""

    webhook = models.ForeignKey(
        Webhook, on_delete=models.CASCADE, related_name="filters"
    )
    kind = models.CharField(
        _("lọc theo"), max_length=10, choices=WebhookFilterKind.pairs
    )
    value = models.CharField(_("giá trị"), max_length=200)

    class Meta:
        verbose_name = _("bộ lọc của webhook")
        verbose_name_plural = pgettext_lazy("plural", "bộ lọc của webhook")
        ordering = ["kind", "value"]
        constraints = [
            one_of("webhook_filter", "kind", WebhookFilterKind),
            not_blank("webhook_filter", "value"),
            models.CheckConstraint(
                name="webhook_filter_known_change",
                condition=~Q(kind=WebhookFilterKind.CHANGE)
                | Q(value__in=list(ChangeKind.values)),
            ),
            models.UniqueConstraint(
                name="webhook_filter_once", fields=["webhook", "kind", "value"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}={self.value}"


class WebhookAttempt(models.Model):
    """One attempt at a delivery; the last hundred of a subscription are kept.

    ``sequence`` is that of the change sent; a test event has none.
    """

    webhook = models.ForeignKey(
        Webhook, on_delete=models.CASCADE, related_name="attempts"
    )
    sequence = models.BigIntegerField(_("thay đổi số"), null=True, blank=True)
    at = models.DateTimeField(_("lúc"))
    outcome = models.CharField(
        _("kết quả"), max_length=11, choices=DeliveryOutcome.pairs
    )
    status = models.PositiveSmallIntegerField(_("mã HTTP"), null=True, blank=True)
    detail = models.CharField(_("chi tiết"), max_length=200, blank=True, default="")
    milliseconds = models.PositiveIntegerField(_("mili giây"))

    class Meta:
        verbose_name = _("lần gửi webhook")
        verbose_name_plural = pgettext_lazy("plural", "lần gửi webhook")
        ordering = ["-pk"]
        constraints = [
            one_of("webhook_attempt", "outcome", DeliveryOutcome),
            models.CheckConstraint(
                name="webhook_attempt_counts_from_one",
                condition=Q(sequence__isnull=True) | Q(sequence__gte=1),
            ),
            models.CheckConstraint(
                name="webhook_attempt_answered",
                condition=Q(
                    outcome__in=[DeliveryOutcome.DELIVERED, DeliveryOutcome.REFUSED],
                    status__isnull=False,
                )
                | ~Q(outcome__in=[DeliveryOutcome.DELIVERED, DeliveryOutcome.REFUSED])
                & Q(status__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.webhook_id} {self.sequence} {self.outcome}"
