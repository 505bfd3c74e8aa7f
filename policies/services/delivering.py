"""Senders: they bring changes to subscriptions, each in order, one event at a time.

The change log is the outbox. A sender holds a subscription for a short time that it
writes into the row, so that no two send to it at once, and none waits for the network
within a transaction. The position moves only after a 2xx: what a sender that died had
sent without noting it is sent again, nothing is left out.
"""

import logging
import random
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, models, transaction
from django.db.models import F, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from policies.choices import DeliveryOutcome, WebhookReason, WebhookState
from policies.common.outbound import SendError, post
from policies.models import Change, Webhook, WebhookAttempt
from policies.rules.retries import asked_delay, delay
from policies.services.changes import last_sequence
from policies.services.messages import Message, check_event, event_of
from policies.services.webhooks import (
    disable,
    live_secrets,
    matching,
    policy,
)

logger = logging.getLogger(__name__)

KEPT_ATTEMPTS = 100
SHARE_SECONDS = 10.0  # for one subscription, before the next has its turn
HOLD_MARGIN = timedelta(seconds=30)  # beyond the longest that one attempt may take
GONE = 410
MAY_SAY_WHEN = frozenset({429, 503})

Clock = Callable[[], datetime]


def never() -> bool:
    """Stop for nothing."""
    return False


@dataclass(frozen=True)
class Result:
    """What became of an attempt, and how long the receiver asked to wait."""

    attempt: WebhookAttempt
    retry_after: str = ""

    @property
    def delivered(self) -> bool:
        """Whether the receiver has taken it."""
        return bool(self.attempt.outcome == DeliveryOutcome.DELIVERED)


def attempt(webhook: Webhook, message: Message, now: datetime) -> Result:
    """Send an event once, and keep what became of it."""
    made = WebhookAttempt(webhook=webhook, sequence=message.sequence, at=now)
    headers = message.headers(live_secrets(webhook, now), now)
    retry_after = ""
    began = time.monotonic()
    try:
        answer = post(webhook.url, message.body, headers, policy())
    except SendError as error:
        made.outcome = DeliveryOutcome(error.fault.value)
        made.detail = error.detail[:200]
    else:
        took = 200 <= answer.status < 300
        made.outcome = DeliveryOutcome.DELIVERED if took else DeliveryOutcome.REFUSED
        made.status = answer.status
        retry_after = answer.retry_after if answer.status in MAY_SAY_WHEN else ""
    made.milliseconds = round((time.monotonic() - began) * 1000)
    made.save()
    _forget_old(webhook)
    return Result(made, retry_after)


def send_test(webhook: Webhook) -> WebhookAttempt:
    """Send an event of no change at once, whatever the subscription's state."""
    now = timezone.now()
    return attempt(webhook, check_event(webhook, now), now).attempt


def _forget_old(webhook: Webhook) -> None:
    """Keep the last attempts alone."""
    newest = webhook.attempts.order_by("-pk").values_list("pk", flat=True)
    old = newest[KEPT_ATTEMPTS : KEPT_ATTEMPTS + 1].first()
    if old is not None:
        webhook.attempts.filter(pk__lte=old).delete()


@dataclass(frozen=True)
class Sender:
    """One sender; several may be at work in several processes.

    Attributes:
        clock: tells the time.
        stopped: tells whether to stop after the event at hand.

    """

    clock: Clock = timezone.now
    stopped: Callable[[], bool] = never

    def deliver_due(self) -> int:
        """Bring each subscription that is due its events; give how many were taken."""
        taken = 0
        for pk in list(self.due().values_list("pk", flat=True)):
            if self.stopped():
                break
            try:
                taken += self.deliver_to(pk)
            except DatabaseError:
                raise
            except Exception:
                logger.exception("subscription %s waits until its hold ends", pk)
        return taken

    def due(self) -> "models.QuerySet[Webhook]":
        """Give the subscriptions that wait for something and that nobody holds."""
        now = self.clock()
        last = Change.objects.order_by("-sequence").values("sequence")[:1]
        return Webhook.objects.filter(
            Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=now),
            Q(held_until__isnull=True) | Q(held_until__lte=now),
            state=WebhookState.ACTIVE,
            owner__is_active=True,
            position__lt=Coalesce(Subquery(last), 0),
        ).order_by(F("next_attempt_at").asc(nulls_first=True), "pk")

    def deliver_to(self, pk: int) -> int:
        """Hold a subscription, and send it what waits, as far as its share of time."""
        name = uuid.uuid4().hex
        if not self.due().filter(pk=pk).order_by().update(**self._hold(name)):
            return 0
        taken = 0
        ends = time.monotonic() + SHARE_SECONDS
        while self._send_next(pk, name):
            taken += 1
            if self.stopped() or time.monotonic() >= ends:
                break
        held = Webhook.objects.filter(pk=pk, held_by=name)
        held.update(held_by="", held_until=None)
        return taken

    def _hold(self, name: str) -> dict[str, object]:
        longest = timedelta(seconds=settings.WEBHOOK_SECONDS) + HOLD_MARGIN
        return {"held_by": name, "held_until": self.clock() + longest}

    def _send_next(self, pk: int, name: str) -> bool:
        """Send the next event of a subscription; tell whether to go on after it."""
        held = Webhook.objects.filter(pk=pk, held_by=name, state=WebhookState.ACTIVE)
        webhook = held.prefetch_related("filters").first()
        if webhook is None:
            return False
        end = last_sequence()
        change = matching(webhook).filter(sequence__gt=webhook.position).first()
        if change is None:
            self._move(webhook, position=max(end, webhook.position))
            return False
        event = event_of(webhook, change)
        if not held.update(**self._hold(name)):
            return False
        result = attempt(webhook, event, self.clock())
        if result.delivered:
            self._move(webhook, position=change.sequence, sent=change.sequence)
        else:
            self._fail(webhook, result)
        return result.delivered

    def _move(self, webhook: Webhook, **columns: int) -> None:
        """Note how far the subscription has come, unless it was set back meanwhile."""
        Webhook.objects.filter(
            pk=webhook.pk, held_by=webhook.held_by, position=webhook.position
        ).update(failures=0, failing_since=None, next_attempt_at=None, **columns)

    @transaction.atomic
    def _fail(self, webhook: Webhook, result: Result) -> None:
        """Note a failure: try again later, or give up."""
        now = self.clock()
        since = webhook.failing_since or now
        failures = webhook.failures + 1
        wait = asked_delay(result.retry_after, now) if result.retry_after else None
        again = now + (wait or delay(failures, random.random()))  # noqa: S311 - spreads
        counted = {"failures": failures, "failing_since": since}
        held = Webhook.objects.filter(pk=webhook.pk, held_by=webhook.held_by)
        if not held.update(next_attempt_at=again, **counted):
            return
        patience = timedelta(hours=settings.WEBHOOK_PATIENCE_HOURS)
        if result.attempt.status == GONE:
            disable(webhook, WebhookReason.GONE, now)
        elif now - since >= patience:
            disable(webhook, WebhookReason.FAILING, now)
