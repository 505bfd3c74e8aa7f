"""Subscriptions: whom they reach, and what their owner does with them."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.test import TestCase, override_settings
from django.utils import timezone

from policies.choices import ChangeKind, WebhookFilterKind, WebhookReason, WebhookState
from policies.models import Webhook
from policies.services.changes import last_sequence
from policies.services.webhooks import (
    MOST_WEBHOOKS,
    change_webhook,
    create_webhook,
    disable,
    enable,
    filter_values,
    live_secrets,
    matching,
    pause,
    replay,
    rotate_secret,
)
from tests.factories import make_law, make_partner, make_subject, make_webhook
from tests.receiver import NETWORKS

LOCAL = "http://127.0.0.1:9999/hook"
COLLECTION = WebhookFilterKind.COLLECTION
CHANGE = WebhookFilterKind.CHANGE
RECORD = WebhookFilterKind.RECORD


@override_settings(WEBHOOK_NETWORKS=NETWORKS)
class SubscriptionTests(TestCase):
    def refusal(self, url: str) -> str:
        with self.assertRaises(ValidationError) as caught:
            create_webhook(owner=make_partner(), url=url, filters={})
        (fault,) = caught.exception.error_dict["url"]
        return str(fault.code)

    def test_one_begins_at_the_end_of_the_log(self) -> None:
        make_subject()
        webhook = create_webhook(owner=make_partner(), url=LOCAL, filters={})
        self.assertEqual(
            (webhook.position, webhook.sent), (last_sequence(), last_sequence())
        )
        make_subject()
        new = matching(webhook).filter(sequence__gt=webhook.position)
        self.assertEqual([one.sequence for one in new], [last_sequence()])

    def test_an_address_is_checked_before_anything_is_kept(self) -> None:
        self.assertEqual(self.refusal("https://169.254.169.254/"), "forbidden")
        self.assertEqual(self.refusal("https://no-such-host.invalid/"), "unresolved")
        self.assertEqual(self.refusal("gopher://127.0.0.1/"), "malformed")
        with override_settings(WEBHOOK_NETWORKS=[]):
            self.assertEqual(self.refusal(LOCAL), "forbidden")
        self.assertFalse(Webhook.objects.filter(url__contains="169").exists())

    def test_a_changed_address_is_checked_too(self) -> None:
        webhook = make_webhook(url=LOCAL)
        with self.assertRaises(ValidationError):
            change_webhook(webhook, url="https://10.0.0.1/", filters={COLLECTION: []})
        webhook.refresh_from_db()
        self.assertEqual(webhook.url, LOCAL)

    def test_a_partner_has_so_many_and_no_more(self) -> None:
        owner = make_partner()
        for _one in range(MOST_WEBHOOKS):
            make_webhook(owner=owner)
        with self.assertRaises(ValidationError) as caught:
            create_webhook(owner=owner, url=LOCAL, filters={})
        self.assertEqual(caught.exception.error_dict["url"][0].code, "too_many")

    def test_filters_of_one_kind_are_alternatives_and_kinds_hold_together(self) -> None:
        webhook = make_webhook()
        law = make_law()
        subject = make_subject()
        told = matching(webhook).filter(sequence__gt=webhook.position)
        everything = {(one.collection, one.slug) for one in told}
        self.assertLessEqual(
            {("documents", law.slug), ("subjects", subject.slug)}, everything
        )
        change_webhook(webhook, filters={COLLECTION: ["subjects", "documents"]})
        self.assertEqual(self.told(webhook), {"documents", "subjects"})
        change_webhook(webhook, filters={CHANGE: [ChangeKind.WITHDRAW]})
        self.assertEqual(self.told(webhook), set())
        change_webhook(webhook, filters={CHANGE: [], RECORD: [law.slug]})
        self.assertEqual(self.told(webhook), {"documents"})
        self.assertEqual(
            filter_values(self.again(webhook), COLLECTION), ["documents", "subjects"]
        )

    def again(self, webhook: Webhook) -> Webhook:
        return Webhook.objects.get(pk=webhook.pk)

    def told(self, webhook: Webhook) -> set[str]:
        again = self.again(webhook)
        new = matching(again).filter(sequence__gt=again.position)
        return {one.collection for one in new}

    def test_rotation_keeps_the_secret_before_for_a_while(self) -> None:
        webhook = make_webhook()
        first = webhook.secret
        with override_settings(WEBHOOK_OVERLAP_HOURS=2):
            second = rotate_secret(webhook)
        now = timezone.now()
        self.assertEqual(live_secrets(webhook, now), [second, first])
        self.assertEqual(live_secrets(webhook, now + timedelta(hours=3)), [second])
        third = rotate_secret(webhook)
        self.assertEqual(live_secrets(self.again(webhook), now), [third, second])

    def test_enabling_goes_on_from_the_position_as_if_nothing_had_failed(self) -> None:
        webhook = make_webhook(
            failures=7, failing_since=timezone.now(), next_attempt_at=timezone.now()
        )
        disable(webhook, WebhookReason.FAILING, timezone.now())
        self.assertEqual(self.again(webhook).reason, WebhookReason.FAILING)
        position = webhook.position
        enable(webhook)
        found = self.again(webhook)
        self.assertEqual(
            (found.state, found.reason, found.failures, found.position),
            (WebhookState.ACTIVE, "", 0, position),
        )
        self.assertIsNone(found.failing_since)
        self.assertIsNone(found.next_attempt_at)

    def test_pausing_keeps_the_reason_of_nothing(self) -> None:
        webhook = make_webhook()
        disable(webhook, WebhookReason.GONE, timezone.now())
        pause(webhook)
        found = self.again(webhook)
        self.assertEqual((found.state, found.reason), (WebhookState.PAUSED, ""))

    def test_replay_goes_back_and_never_ahead(self) -> None:
        make_subject()
        webhook = make_webhook()
        end = webhook.position
        replay(webhook, end - 1)
        found = self.again(webhook)
        self.assertEqual((found.position, found.sent), (end - 1, end - 1))
        with self.assertRaises(ValidationError) as caught:
            replay(webhook, end)
        self.assertEqual(caught.exception.error_dict["after"][0].code, "ahead")
        self.assertEqual(self.again(webhook).position, end - 1)
