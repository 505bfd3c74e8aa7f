"""Subscriptions: made, changed, rotated, paused and set back by whoever owns them.

They are no records of the register: nothing of them is public or numbered, so they
are written outside its turns. Each write touches its own columns alone, because a
sender may be at work on the same subscription.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from ipaddress import ip_network
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from policies.choices import WebhookFilterKind, WebhookReason, WebhookState
from policies.common.outbound import Policy, SendError, Target, allowed_addresses
from policies.models import Change, Webhook, WebhookFilter
from policies.models.webhook import new_secret
from policies.services.changes import last_sequence

MOST_WEBHOOKS = 20  # of one partner

Filters = Mapping[WebhookFilterKind, Iterable[str]]


def policy() -> Policy:
    """Give what the operator's settings let out."""
    return Policy(
        networks=[ip_network(text) for text in settings.WEBHOOK_NETWORKS],
        ca_file=settings.WEBHOOK_CA_FILE,
        seconds=settings.WEBHOOK_SECONDS,
    )


def check_url(url: str) -> None:
    """Refuse an address that nothing may be sent to.

    Raises:
        ValidationError: at ``url``, with the fault's code.

    """
    try:
        allowed_addresses(Target.read(url), policy())
    except SendError as error:
        message = _("Không gửi được tới địa chỉ này: %(detail)s")
        raise ValidationError(
            {
                "url": ValidationError(
                    message, code=error.fault.value, params={"detail": error.detail}
                )
            }
        ) from error


def create_webhook(*, owner: Any, url: str, filters: Filters) -> Webhook:
    """Subscribe an address to what the log tells from now on.

    Raises:
        ValidationError: the address may not be reached, or the owner has enough.

    """
    check_url(url)
    if Webhook.objects.filter(owner=owner).count() >= MOST_WEBHOOKS:
        message = _("Mỗi đối tác có tối đa %(limit)s webhook.")
        raise ValidationError(
            {"url": ValidationError(message, "too_many", {"limit": MOST_WEBHOOKS})}
        )
    with transaction.atomic():
        end = last_sequence()
        webhook = Webhook(owner=owner, url=url, position=end, sent=end)
        webhook.full_clean()
        webhook.save()
        set_filters(webhook, filters)
    return webhook


def change_webhook(
    webhook: Webhook, *, url: str | None = None, filters: Filters | None = None
) -> None:
    """Change where a subscription is sent, or what; kinds left out stay as they are.

    Raises:
        ValidationError: the address may not be reached.

    """
    if url is not None:
        check_url(url)
    with transaction.atomic():
        if url is not None:
            _set(webhook, url=url)
        set_filters(webhook, filters or {})


def set_filters(webhook: Webhook, filters: Filters) -> None:
    """Replace the values of the given kinds of filter."""
    for kind, values in filters.items():
        webhook.filters.filter(kind=kind).delete()
        WebhookFilter.objects.bulk_create(
            WebhookFilter(webhook=webhook, kind=kind, value=value)
            for value in dict.fromkeys(values)
        )


def filter_values(webhook: Webhook, kind: WebhookFilterKind) -> list[str]:
    """Give the values of one kind of filter, in order; none lets everything through."""
    return sorted(one.value for one in webhook.filters.all() if one.kind == kind)


def matching(webhook: Webhook) -> "models.QuerySet[Change]":
    """Give the changes that a subscription asks for, in the order of the log."""
    columns = {
        WebhookFilterKind.COLLECTION: "collection__in",
        WebhookFilterKind.CHANGE: "kind__in",
        WebhookFilterKind.RECORD: "slug__in",
    }
    asked = {
        column: values
        for kind, column in columns.items()
        if (values := filter_values(webhook, kind))
    }
    return Change.objects.filter(**asked).order_by("sequence")


def rotate_secret(webhook: Webhook) -> str:
    """Give a new secret; the one before stays valid beside it for a while."""
    secret = new_secret()
    until = timezone.now() + timedelta(hours=settings.WEBHOOK_OVERLAP_HOURS)
    with transaction.atomic():
        webhook.refresh_from_db(fields=["secret"])
        _set(
            webhook,
            previous_secret=webhook.secret,
            previous_until=until,
            secret=secret,
        )
    return secret


def live_secrets(webhook: Webhook, now: datetime) -> Sequence[str]:
    """Give the secrets that sign at a time, the newest first."""
    old = webhook.previous_until is not None and now < webhook.previous_until
    return [webhook.secret, webhook.previous_secret] if old else [webhook.secret]


def pause(webhook: Webhook) -> None:
    """Send nothing until the subscription is enabled again."""
    if webhook.state != WebhookState.PAUSED:
        _set_state(webhook, WebhookState.PAUSED)


def enable(webhook: Webhook) -> None:
    """Go on from where the subscription stands, as if it had never failed."""
    if webhook.state == WebhookState.ACTIVE:
        _set(webhook, next_attempt_at=None)
        return
    _set_state(
        webhook,
        WebhookState.ACTIVE,
        failures=0,
        failing_since=None,
        next_attempt_at=None,
    )


def disable(webhook: Webhook, reason: WebhookReason, at: datetime) -> None:
    """Stop a subscription that cannot be delivered, and keep why and since when."""
    _set_state(webhook, WebhookState.DISABLED, reason=reason, state_at=at)


def replay(webhook: Webhook, after: int) -> None:
    """Send again all that comes after a sequence, as soon as senders come to it.

    Raises:
        ValidationError: the subscription has not come so far yet.

    """
    moved = Webhook.objects.filter(pk=webhook.pk, position__gte=after).update(
        position=after, sent=after, next_attempt_at=None
    )
    webhook.refresh_from_db()
    if not moved:
        message = _("Webhook mới xử lý đến số %(position)s.")
        params = {"position": webhook.position}
        raise ValidationError({"after": ValidationError(message, "ahead", params)})


def _set_state(webhook: Webhook, state: WebhookState, **further: Any) -> None:
    values = {"state": state, "state_at": timezone.now(), "reason": "", **further}
    _set(webhook, **values)


def _set(webhook: Webhook, **values: Any) -> None:
    Webhook.objects.filter(pk=webhook.pk).update(**values)
    for name, value in values.items():
        setattr(webhook, name, value)
