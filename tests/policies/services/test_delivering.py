"""Deliveries to a real receiver: signed, in order, never lost."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from django.test import override_settings
from django.utils import timezone

from policies.choices import (
    DeliveryOutcome,
    WebhookFilterKind,
    WebhookReason,
    WebhookState,
)
from policies.models import Webhook
from policies.rules.retries import DELAYS, JITTER
from policies.services.changes import last_sequence
from policies.services.delivering import KEPT_ATTEMPTS, Sender, attempt, send_test
from policies.services.messages import check_event
from policies.services.webhooks import (
    change_webhook,
    enable,
    pause,
    replay,
)
from tests.factories import make_law, make_subject, make_webhook
from tests.policies.services.deliveries import Case
from tests.receiver import receiving


class OrderTests(Case):
    def test_events_come_in_the_order_of_the_log_each_once(self) -> None:
        for _one in range(5):
            make_law()
        expected = self.new_changes()
        self.assertGreaterEqual(len(expected), 5)
        webhook = self.deliver()
        self.assertEqual(self.receiver.sequences, expected)
        self.assertEqual((webhook.position, webhook.sent), (expected[-1], expected[-1]))
        self.deliver()
        self.assertEqual(self.receiver.sequences, expected)

    def test_a_gap_shows_because_each_event_names_the_one_before(self) -> None:
        for _one in range(3):
            make_subject()
        self.deliver()
        told = [one.event["data"] for one in self.receiver.received]
        before = [self.webhook.position, *(one["sequence"] for one in told)]
        self.assertEqual([one["previous"] for one in told], before[:-1])

    def test_what_the_filters_leave_out_is_passed_over(self) -> None:
        change_webhook(
            self.webhook, filters={WebhookFilterKind.COLLECTION: ["measures"]}
        )
        make_subject()
        webhook = self.deliver()
        self.assertEqual(self.receiver.received, [])
        self.assertEqual(
            (webhook.position, webhook.sent), (last_sequence(), self.webhook.sent)
        )

    def test_replay_sends_again_what_came_after_a_sequence(self) -> None:
        for _one in range(3):
            make_subject()
        self.deliver()
        first = list(self.receiver.received)
        replay(self.again(), first[0].sequence or 0)
        self.deliver()
        again = self.receiver.received[3:]
        self.assertEqual(
            [one.headers["webhook-id"] for one in again],
            [one.headers["webhook-id"] for one in first[1:]],
        )
        self.assertEqual([one.body for one in again], [one.body for one in first[1:]])

    def test_a_replay_asked_for_during_a_delivery_is_not_undone_by_it(self) -> None:
        make_subject()
        start = self.webhook.position

        def slip_in(webhook: Webhook, *rest: Any) -> Any:
            done = attempt(webhook, *rest)
            if len(self.receiver.received) == 1:
                replay(self.again(), start - 1)
            return done

        with patch("policies.services.delivering.attempt", slip_in):
            self.deliver()
        self.assertEqual(self.receiver.sequences, [start + 1, start, start + 1])


class FailureTests(Case):
    def test_a_failure_is_tried_again_after_longer_and_longer_waits(self) -> None:
        make_subject()
        self.receiver.answers = [500] * 4
        for count, wait in enumerate(DELAYS[:4], start=1):
            webhook = self.deliver()
            self.assertEqual(len(self.receiver.received), count)
            self.assertEqual(webhook.failures, count)
            assert webhook.next_attempt_at is not None
            waits = webhook.next_attempt_at - self.now
            self.assertTrue(wait <= waits <= wait * (1 + JITTER), waits)
            self.now += wait - timedelta(seconds=1)
            self.deliver()
            self.assertEqual(len(self.receiver.received), count)
            self.now = webhook.next_attempt_at
        webhook = self.deliver()
        self.assertEqual((webhook.failures, webhook.failing_since), (0, None))
        ids = {one.headers["webhook-id"] for one in self.receiver.received}
        self.assertEqual((len(self.receiver.received), len(ids)), (5, 1))
        self.assertEqual(webhook.position, last_sequence())

    def test_a_failure_holds_back_what_comes_after_it_and_no_one_else(self) -> None:
        other = self.enterContext(receiving())
        make_webhook(url=other.url)
        for _one in range(3):
            make_subject()
        expected = self.new_changes()
        self.receiver.answers = [503]
        self.deliver()
        self.assertEqual(self.receiver.sequences, expected[:1])
        self.assertEqual(other.sequences, expected)
        self.now += timedelta(minutes=1)
        self.deliver()
        self.assertEqual(self.receiver.sequences, [expected[0], *expected])

    def test_a_receiver_that_says_when_is_asked_then(self) -> None:
        make_subject()
        self.receiver.answers = [(429, {"Retry-After": "3600"}), (500, {}), 204]
        webhook = self.deliver()
        self.assertEqual(webhook.next_attempt_at, self.now + timedelta(hours=1))
        self.now += timedelta(hours=1)
        webhook = self.deliver()
        assert webhook.next_attempt_at is not None
        self.assertGreaterEqual(webhook.next_attempt_at, self.now + DELAYS[1])

    def test_one_that_fails_for_too_long_is_disabled_with_reason_and_day(self) -> None:
        make_subject()
        self.receiver.answers = [500] * 100
        began = self.now
        while (webhook := self.deliver()).state == WebhookState.ACTIVE:
            assert webhook.next_attempt_at is not None
            self.now = webhook.next_attempt_at
        self.assertEqual(
            (webhook.state, webhook.reason),
            (WebhookState.DISABLED, WebhookReason.FAILING),
        )
        self.assertEqual(webhook.failing_since, began)
        self.assertEqual(webhook.state_at, self.now)
        self.assertGreaterEqual(self.now - began, timedelta(days=3))
        self.assertLess(self.now - began, timedelta(days=3.6))
        self.assertEqual(webhook.position, self.webhook.position)
        self.receiver.answers.clear()
        enable(webhook)
        expected = self.new_changes()
        self.assertEqual(self.deliver().position, expected[-1])

    def test_a_receiver_that_is_gone_is_left_at_once(self) -> None:
        make_subject()
        self.receiver.answers = [410]
        webhook = self.deliver()
        self.assertEqual(
            (webhook.state, webhook.reason), (WebhookState.DISABLED, WebhookReason.GONE)
        )
        self.now += timedelta(days=1)
        self.deliver()
        self.assertEqual(len(self.receiver.received), 1)

    def test_an_address_that_leads_inside_now_is_not_sent_to(self) -> None:
        """It was public when it was subscribed; it is checked each time."""
        make_subject()
        with override_settings(WEBHOOK_NETWORKS=[]):
            self.deliver()
        self.assertEqual(self.receiver.received, [])
        kept = self.webhook.attempts.get()
        self.assertEqual((kept.outcome, kept.status), (DeliveryOutcome.FORBIDDEN, None))

    def test_a_redirect_is_a_failure(self) -> None:
        make_subject()
        self.receiver.answers = [(302, {"Location": self.receiver.url})]
        self.assertEqual(self.deliver().failures, 1)
        self.assertEqual(len(self.receiver.received), 1)

    def test_every_fault_of_the_network_has_an_outcome_of_its_own(self) -> None:
        made = []
        for url in ("https://no-such-host.invalid/", "http://127.0.0.1:1025/"):
            Webhook.objects.filter(pk=self.webhook.pk).update(url=url)
            made.append(send_test(self.again()).outcome)
        with override_settings(WEBHOOK_SECONDS=0.3):
            Webhook.objects.filter(pk=self.webhook.pk).update(url=self.receiver.url)
            self.receiver.slowness = 1
            made.append(send_test(self.again()).outcome)
        self.assertEqual(made, ["unresolved", "unreachable", "timeout"])

    def test_the_last_hundred_attempts_are_kept(self) -> None:
        now = timezone.now()
        for _one in range(KEPT_ATTEMPTS + 3):
            attempt(self.webhook, check_event(self.webhook, now), now)
        kept = self.webhook.attempts.all()
        self.assertEqual(len(kept), KEPT_ATTEMPTS)
        self.assertEqual(self.webhook.attempts.exclude(outcome="delivered").count(), 0)

    def test_a_fault_of_the_program_holds_up_one_subscription_alone(self) -> None:
        other = self.enterContext(receiving())
        make_webhook(url=other.url)
        make_subject()
        with self.failing(self.webhook):
            self.sender.deliver_due()
        self.assertEqual((len(self.receiver.received), len(other.received)), (0, 1))
        self.deliver()
        self.assertEqual(self.receiver.received, [])
        self.now += timedelta(minutes=5)
        self.deliver()
        self.assertEqual(len(self.receiver.received), 1)

    @contextmanager
    def failing(self, webhook: Webhook) -> Iterator[None]:
        """Let the program fail at one subscription."""
        build = "policies.services.delivering.live_secrets"

        def fail(one: Webhook, _now: Any) -> list[str]:
            if one.pk == webhook.pk:
                raise RuntimeError
            return [one.secret]

        logging.disable(logging.ERROR)
        self.addCleanup(logging.disable, logging.NOTSET)
        with patch(build, fail):
            yield


class HoldTests(Case):
    def test_what_one_sender_holds_another_leaves_alone(self) -> None:
        make_subject()
        until = self.now + timedelta(seconds=30)
        Webhook.objects.filter(pk=self.webhook.pk).update(
            held_by="another", held_until=until
        )
        self.deliver()
        self.assertEqual(self.receiver.received, [])
        self.now = until
        self.assertEqual(self.deliver().held_by, "")
        self.assertEqual(len(self.receiver.received), 1)

    def test_who_lost_his_hold_notes_nothing(self) -> None:
        """A sender that slept too long does not undo what the next one did."""
        make_subject()

        def slept(webhook: Webhook, *rest: Any) -> Any:
            done = attempt(webhook, *rest)
            Webhook.objects.filter(pk=webhook.pk).update(held_by="another")
            return done

        for answer in (204, 500):
            self.receiver.answers = [answer]
            with patch("policies.services.delivering.attempt", slept):
                self.sender.deliver_to(self.webhook.pk)
            found = self.again()
            self.assertEqual(found.position, self.webhook.position)
            self.assertEqual((found.failures, found.held_by), (0, "another"))
            Webhook.objects.filter(pk=found.pk).update(held_by="", held_until=None)

    def test_paused_subscriptions_and_those_of_left_partners_wait(self) -> None:
        make_subject()
        pause(self.webhook)
        self.deliver()
        self.assertEqual(self.receiver.received, [])
        enable(self.webhook)
        owner = self.webhook.owner
        owner.is_active = False
        owner.save()
        self.deliver()
        self.assertEqual(self.receiver.received, [])

    def test_a_sender_stops_after_the_event_at_hand(self) -> None:
        for _one in range(3):
            make_subject()
        sender = Sender(stopped=lambda: bool(self.receiver.received))
        self.assertEqual(sender.deliver_due(), 1)
        self.assertEqual(len(self.receiver.received), 1)
        self.assertEqual(self.again().held_by, "")
