"""The abstract base of every record of the register."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList
from policies.common.constraints import HeldByDatabase, not_blank, one_of
from policies.common.history import RecordHistory
from policies.common.validators import public_slug


class RecordState(CodeList):
    """Editorial state of a record; the public sees published ones only."""

    DRAFT = "draft", _("Bản nháp")
    IN_REVIEW = "in_review", _("Chờ duyệt")
    PUBLISHED = "published", _("Đã công bố")
    WITHDRAWN = "withdrawn", _("Đã rút")


RECORD_HISTORY = RecordHistory()


class Record(models.Model):
    """What every record has: public id, editorial state, times and history.

    ``slug`` is the public id and is never reused. ``modified_at`` moves only when
    the content changes: services set it, nothing else does.
    """

    slug = models.CharField(
        _("định danh công khai"),
        max_length=200,
        unique=True,
        validators=[public_slug],
        help_text=_(
            "Chữ thường không dấu, số và dấu gạch nối; không bao giờ dùng lại."
        ),
    )
    state = models.CharField(
        _("tình trạng biên tập"),
        max_length=10,
        choices=RecordState.pairs,
        default=RecordState.DRAFT,
        help_text=_("Chỉ bản ghi đã công bố mới hiện ra ngoài."),
    )
    created_at = models.DateTimeField(
        _("tạo lúc"), default=timezone.now, editable=False, db_index=False
    )
    modified_at = models.DateTimeField(
        _("sửa lúc"),
        default=timezone.now,
        editable=False,
        help_text=_("Chỉ đổi khi nội dung thực sự đổi."),
    )

    history = RECORD_HISTORY

    history_m2m: list[str] = []

    class Meta:
        abstract = True


def record_rules(table: str) -> list[HeldByDatabase]:
    """Build the checks that every record has: a public id, a known state."""
    return [not_blank(table, "slug"), one_of(table, "state", RecordState)]


def record_indexes(table: str) -> list[models.Index]:
    """Indexes of the orders that every collection offers."""
    return [
        models.Index(fields=["state", "modified_at", "id"], name=f"{table}_modified"),
        models.Index(fields=["state", "slug"], name=f"{table}_published"),
    ]


@contextmanager
def history_by_hand(record: Record) -> Iterator[None]:
    """Keep the library from writing history itself; ``write_history`` does so once."""
    record.skip_history_when_saving = True  # type: ignore[attr-defined]
    try:
        yield
    finally:
        del record.skip_history_when_saving  # type: ignore[attr-defined]


def write_history(
    record: Record, *, created: bool, actor: Any = None, reason: str = ""
) -> None:
    """Write one row of history for a record and its lists as they now stand."""
    kind = "+" if created else "~"
    _write_row(record, kind, record.modified_at, actor=actor, reason=reason)


def write_end(
    record: Record, time: datetime, *, actor: Any = None, reason: str = ""
) -> None:
    """Write the last row of history, of a record that leaves the register at a time."""
    _write_row(record, "-", time, actor=actor, reason=reason)


def _write_row(
    record: Any, kind: str, time: datetime, *, actor: Any, reason: str
) -> None:
    record._history_date = time  # noqa: SLF001
    record._change_reason = reason or None  # noqa: SLF001
    known = actor if actor is not None and actor.is_authenticated else None
    record._history_user = known  # noqa: SLF001
    RECORD_HISTORY.create_historical_record(record, kind)
    del record._history_date  # noqa: SLF001
