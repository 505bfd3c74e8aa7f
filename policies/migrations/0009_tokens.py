"""Tokens of partners, and the answers kept by idempotency key."""

import django.db.models.deletion
import policies.choices.tokens
import policies.common.constraints
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("policies", "0008_fill_change_log"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ApiToken",
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
                    "digest",
                    models.CharField(
                        editable=False,
                        max_length=128,
                        unique=True,
                        verbose_name="mã băm",
                    ),
                ),
                (
                    "token_key",
                    models.CharField(
                        editable=False, max_length=25, verbose_name="bắt đầu bằng"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Hệ thống nào dùng khóa này, ví dụ «Cổng tỉnh Quảng Ninh».",
                        max_length=100,
                        verbose_name="tên",
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=policies.choices.tokens.TokenScope.pairs,
                        default="read",
                        max_length=5,
                        verbose_name="phạm vi",
                    ),
                ),
                (
                    "may_publish",
                    models.BooleanField(
                        default=False,
                        help_text="Nếu không, những gì ghi qua khóa này là bản nháp chờ duyệt.",
                        verbose_name="được công bố",
                    ),
                ),
                (
                    "created",
                    models.DateTimeField(auto_now_add=True, verbose_name="tạo lúc"),
                ),
                (
                    "expiry",
                    models.DateTimeField(
                        blank=True,
                        help_text="Để trống nếu không có thời hạn.",
                        null=True,
                        verbose_name="hết hạn lúc",
                    ),
                ),
                (
                    "last_used_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="dùng lần cuối",
                    ),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="thu hồi lúc",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        help_text="Mọi thay đổi qua khóa này ghi tên người dùng này.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="auth_token_set",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="chủ sở hữu",
                    ),
                ),
            ],
            options={
                "verbose_name": "khóa API",
                "verbose_name_plural": "khóa API",
                "ordering": ["-created", "-pk"],
                "constraints": [
                    policies.common.constraints.HeldByDatabase(
                        condition=models.Q(("name", ""), _negated=True),
                        name="token_name_not_blank",
                    ),
                    policies.common.constraints.HeldByDatabase(
                        condition=models.Q(("digest", ""), _negated=True),
                        name="token_digest_not_blank",
                    ),
                    policies.common.constraints.HeldByDatabase(
                        condition=models.Q(("scope__in", ["read", "write"])),
                        name="token_scope_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("may_publish", False), ("scope", "write"), _connector="OR"
                        ),
                        name="token_publishes_by_writing",
                        violation_error_code="publishes_by_writing",
                        violation_error_message="Chỉ khóa được ghi mới được công bố.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptAnswer",
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
                    "key",
                    models.CharField(max_length=255, verbose_name="khóa chống lặp"),
                ),
                (
                    "digest",
                    models.CharField(max_length=64, verbose_name="mã băm của yêu cầu"),
                ),
                (
                    "status",
                    models.PositiveSmallIntegerField(verbose_name="mã trạng thái"),
                ),
                (
                    "location",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=300,
                        verbose_name="địa chỉ bản ghi",
                    ),
                ),
                (
                    "etag",
                    models.CharField(
                        blank=True, default="", max_length=100, verbose_name="ETag"
                    ),
                ),
                (
                    "body",
                    models.TextField(
                        blank=True, default="", verbose_name="nội dung trả lời"
                    ),
                ),
                ("at", models.DateTimeField(db_index=True, verbose_name="lúc")),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="chủ sở hữu",
                    ),
                ),
            ],
            options={
                "verbose_name": "câu trả lời đã giữ",
                "verbose_name_plural": "câu trả lời đã giữ",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "key"), name="kept_answer_of_one_request"
                    ),
                    policies.common.constraints.HeldByDatabase(
                        condition=models.Q(("key", ""), _negated=True),
                        name="kept_answer_key_not_blank",
                    ),
                    policies.common.constraints.HeldByDatabase(
                        condition=models.Q(("digest", ""), _negated=True),
                        name="kept_answer_digest_not_blank",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__gte", 200), ("status__lt", 300)),
                        name="kept_answer_is_of_a_write",
                    ),
                ],
            },
        ),
    ]
