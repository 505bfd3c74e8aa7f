"""Webhooks in the admin: how they stand, and what an officer does about it."""

from typing import Any

from django.contrib.auth.models import Permission, User
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from policies.choices import WebhookFilterKind, WebhookReason, WebhookState
from policies.models import Webhook
from policies.services.changes import last_sequence
from policies.services.webhooks import disable
from tests.factories import (
    make_subject,
    make_webhook,
    make_webhook_attempt,
    make_webhook_filter,
)
from tests.policies.admin.cases import AdminCase, page
from tests.receiver import NETWORKS, receiving


@override_settings(WEBHOOK_NETWORKS=NETWORKS)
class WebhookPageTests(AdminCase):
    def setUp(self) -> None:
        super().setUp()
        for _one in range(3):
            make_subject()
        self.webhook = make_webhook()
        self.address = page(Webhook, "change", self.webhook.pk)

    def press(self, **pressed: Any) -> Any:
        """Press a button of the page; the page that follows."""
        do = reverse("admin:policies_webhook_do", args=[self.webhook.pk])
        response = self.client.post(do, pressed, follow=True)
        self.webhook.refresh_from_db()
        return response

    def test_list_and_page_say_state_distance_and_reason(self) -> None:
        make_subject()
        make_subject()
        disable(self.webhook, WebhookReason.FAILING, timezone.now())
        for address in (page(Webhook, "changelist"), self.address):
            response = self.client.get(address)
            self.assertContains(response, "Đã tắt — Gửi không được quá lâu")
            self.assertRegex(response.content.decode(), r">\s*2\s*<")

    def test_the_page_lists_filters_and_the_last_attempts(self) -> None:
        make_webhook_filter(webhook=self.webhook)
        make_webhook_filter(
            webhook=self.webhook, kind=WebhookFilterKind.CHANGE, value="merge"
        )
        make_webhook_attempt(
            webhook=self.webhook, outcome="timeout", status=None, detail="quá chậm"
        )
        response = self.client.get(self.address)
        for words in ("Bộ sưu tập: documents; Loại thay đổi: merge", "quá chậm"):
            self.assertContains(response, words)

    def test_no_secret_is_ever_shown_nor_taken(self) -> None:
        Webhook.objects.filter(pk=self.webhook.pk).update(
            previous_secret="whsec_old", previous_until=timezone.now()
        )
        for address in (page(Webhook, "changelist"), self.address):
            self.assertNotContains(self.client.get(address), "whsec")
        self.client.post(self.address, {"secret": "mine", "url": "https://x.example"})
        before = self.webhook.url, self.webhook.secret
        self.webhook.refresh_from_db()
        self.assertEqual((self.webhook.url, self.webhook.secret), before)

    def test_nobody_subscribes_here(self) -> None:
        response = self.client.get(reverse("admin:policies_webhook_add"))
        self.assertEqual(response.status_code, 403)

    def test_it_is_paused_and_taken_up_again(self) -> None:
        self.press(pause="")
        self.assertEqual(self.webhook.state, WebhookState.PAUSED)
        self.press(enable="")
        self.assertEqual(self.webhook.state, WebhookState.ACTIVE)

    def test_a_test_tells_what_became_of_it(self) -> None:
        with receiving() as receiver:
            receiver.answers = [500]
            Webhook.objects.filter(pk=self.webhook.pk).update(url=receiver.url)
            self.assertContains(self.press(test=""), "Nơi nhận trả lời 500")
        self.assertContains(self.press(test=""), "Không kết nối được")

    def test_it_is_sent_again_from_a_number_that_it_has_passed(self) -> None:
        end = last_sequence()
        self.press(replay="", after=str(end - 3))
        self.assertEqual(self.webhook.position, end - 3)
        for wrong in (str(end), "-1", "x", ""):
            response = self.press(replay="", after=wrong)
            self.assertContains(response, '<li class="error">')
            self.assertEqual(self.webhook.position, end - 3)

    def test_the_actions_of_the_list_take_several(self) -> None:
        other = make_webhook()
        chosen = {"_selected_action": [self.webhook.pk, other.pk]}
        address = page(Webhook, "changelist")
        self.client.post(address, {"action": "pause_those", **chosen})
        states = set(Webhook.objects.values_list("state", flat=True))
        self.assertEqual(states, {WebhookState.PAUSED})
        self.client.post(address, {"action": "enable_those", **chosen})
        states = set(Webhook.objects.values_list("state", flat=True))
        self.assertEqual(states, {WebhookState.ACTIVE})

    def test_who_may_only_look_changes_nothing(self) -> None:
        reader = User.objects.create_user("reader", is_staff=True)
        reader.user_permissions.add(Permission.objects.get(codename="view_webhook"))
        self.client.force_login(reader)
        self.assertNotContains(self.client.get(self.address), "webhook-do")
        self.assertEqual(self.press(pause="").status_code, 403)
        self.assertEqual(self.webhook.state, WebhookState.ACTIVE)
