"""Facts on which sources disagree: every value stays, one of them is held."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from policies.common.constraints import not_itself
from policies.common.fields import Text


class HeldFact(models.Model):
    """A value that may compete with another value of the same fact.

    ``held_instead`` is empty on the value that the register holds. On a value that
    was set aside it points to the one held, and ``held_reason`` says why.
    """

    held_instead = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="set_aside",
        verbose_name=_("giá trị được giữ thay"),
        help_text=_("Để trống nếu đây là giá trị được giữ."),
    )
    held_reason = Text(
        verbose_name=_("lý do giữ giá trị kia"),
        max_length=1000,
        help_text=_("Bắt buộc khi các nguồn khác nhau và giá trị này không được giữ."),
    )

    class Meta:
        abstract = True


def held_constraints(table: str) -> list[models.CheckConstraint]:
    """Build the rules of ``HeldFact``: not itself, and a reason where set aside."""
    return [
        not_itself(table, "held_instead"),
        models.CheckConstraint(
            name=f"{table}_held_reason",
            condition=Q(held_instead__isnull=True) | ~Q(held_reason=""),
            violation_error_code="held_reason",
            violation_error_message=_("Hãy nêu lý do không giữ giá trị này."),
        ),
    ]
