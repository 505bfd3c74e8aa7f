"""Subscriptions to the change log, and what became of their deliveries."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import policies.choices.webhooks
import policies.common.constraints
import policies.common.validators
import policies.models.webhook
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("policies", "0009_tokens"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Webhook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "slug",
                    models.CharField(
                        default=policies.models.webhook.new_webhook_id,
                        editable=False,
                        max_length=200,
                        unique=True,
                        validators=[policies.common.validators.public_slug],
                        verbose_name="định danh công khai",
                    ),
                ),
                ("url", models.CharField(max_length=500, verbose_name="địa chỉ nhận")),
                (
                    "state",
                    models.CharField(
                        choices=policies.choices.webhooks.WebhookState.pairs,
                        default="active",
                        max_length=8,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=policies.choices.webhooks.WebhookReason.pairs,
                        default="",
                        max_length=7,
                        verbose_name="lý do tắt",
                    ),
                ),
                (
                    "state_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        verbose_name="trạng thái từ lúc",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="tạo lúc"
                    ),
                ),
                (
                    "secret",
                    models.CharField(
                        default=policies.models.webhook.new_secret,
                        max_length=100,
                        verbose_name="khóa",
                    ),
                ),
                (
                    "previous_secret",
                    models.CharField(
                        blank=True, default="", max_length=100, verbose_name="khóa cũ"
                    ),
                ),
                (
                    "previous_until",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="khóa cũ dùng đến"
                    ),
                ),
                (
                    "position",
                    models.BigIntegerField(
                        default=0,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="đã xử lý đến số",
                    ),
                ),
                (
                    "sent",
                    models.BigIntegerField(
                        default=0,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="đã gửi đến số",
                    ),
                ),
                (
                    "failures",
                    models.PositiveIntegerField(
                        default=0, verbose_name="số lần hỏng liên tiếp"
                    ),
                ),
                (
                    "failing_since",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="hỏng từ lúc"
                    ),
                ),
                (
                    "next_attempt_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="gửi lại lúc"
                    ),
                ),
                (
                    "held_by",
                    models.CharField(
                        blank=True, default="", editable=False, max_length=32
                    ),
                ),
                (
                    "held_until",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="webhooks",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="đối tác",
                    ),
                ),
            ],
            options={
                "verbose_name": "webhook",
                "verbose_name_plural": "webhook",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="WebhookAttempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "sequence",
                    models.BigIntegerField(
                        blank=True, null=True, verbose_name="thay đổi số"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "outcome",
                    models.CharField(
                        choices=policies.choices.webhooks.DeliveryOutcome.pairs,
                        max_length=11,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "status",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="mã HTTP"
                    ),
                ),
                (
                    "detail",
                    models.CharField(
                        blank=True, default="", max_length=200, verbose_name="chi tiết"
                    ),
                ),
                ("milliseconds", models.PositiveIntegerField(verbose_name="mili giây")),
                (
                    "webhook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attempts",
                        to="policies.webhook",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần gửi webhook",
                "verbose_name_plural": "lần gửi webhook",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="WebhookFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=policies.choices.webhooks.WebhookFilterKind.pairs,
                        max_length=10,
                        verbose_name="lọc theo",
                    ),
                ),
                ("value", models.CharField(max_length=200, verbose_name="giá trị")),
                (
                    "webhook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="filters",
                        to="policies.webhook",
                    ),
                ),
            ],
            options={
                "verbose_name": "bộ lọc của webhook",
                "verbose_name_plural": "bộ lọc của webhook",
                "ordering": ["kind", "value"],
            },
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=policies.common.constraints.HeldByDatabase(
                condition=models.Q(("slug", ""), _negated=True),
                name="webhook_slug_not_blank",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=policies.common.constraints.HeldByDatabase(
                condition=models.Q(("url", ""), _negated=True),
                name="webhook_url_not_blank",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=policies.common.constraints.HeldByDatabase(
                condition=models.Q(("secret", ""), _negated=True),
                name="webhook_secret_not_blank",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=policies.common.constraints.HeldByDatabase(
                condition=models.Q(("state__in", ["active", "paused", "disabled"])),
                name="webhook_state_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=policies.common.constraints.HeldByDatabase(
                condition=models.Q(("reason__in", ["gone", "failing", ""])),
                name="webhook_reason_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "disabled"), models.Q(("reason", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("state", "disabled"), _negated=True), ("reason", "")
                    ),
                    _connector="OR",
                ),
                name="webhook_disabled_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("previous_secret", ""), ("previous_until__isnull", True)),
                    models.Q(
                        ("previous_secret__gt", ""), ("previous_until__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="webhook_old_secret_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("failing_since__isnull", True), ("failures", 0)),
                    models.Q(("failing_since__isnull", False), ("failures__gt", 0)),
                    _connector="OR",
                ),
                name="webhook_failing_since_first_failure",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent__gte", 0), ("sent__lte", models.F("position"))
                ),
                name="webhook_sent_up_to_position",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("held_by", ""), ("held_until__isnull", True)),
                    models.Q(("held_by__gt", ""), ("held_until__isnull", False)),
                    _connector="OR",
                ),
                name="webhook_held_until",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhookattempt",
            constraint=policies.common.constraints.HeldByDatabase(
                condition=models.Q(
                    (
                        "outcome__in",
                        [
                            "delivered",
                            "refused",
                            "malformed",
                            "forbidden",
                            "unresolved",
                            "unreachable",
                            "untrusted",
                            "timeout",
                            "broken",
                        ],
                    )
                ),
                name="webhook_attempt_outcome_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhookattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sequence__isnull", True), ("sequence__gte", 1), _connector="OR"
                ),
                name="webhook_attempt_counts_from_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhookattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("outcome__in", ["delivered", "refused"]),
                        ("status__isnull", False),
                    ),
                    models.Q(
                        models.Q(
                            ("outcome__in", ["delivered", "refused"]), _negated=True
                        ),
                        ("status__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="webhook_attempt_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhookfilter",
            constraint=policies.common.constraints.HeldByDatabase(
                condition=models.Q(("kind__in", ["collection", "change", "record"])),
                name="webhook_filter_kind_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhookfilter",
            constraint=policies.common.constraints.HeldByDatabase(
                condition=models.Q(("value", ""), _negated=True),
                name="webhook_filter_value_not_blank",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhookfilter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "change"), _negated=True),
                    (
                        "value__in",
                        [
                            "create",
                            "update",
                            "publish",
                            "withdraw",
                            "merge",
                            "delete",
                            "state_changed",
                        ],
                    ),
                    _connector="OR",
                ),
                name="webhook_filter_known_change",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhookfilter",
            constraint=models.UniqueConstraint(
                fields=("webhook", "kind", "value"), name="webhook_filter_once"
            ),
        ),
    ]
