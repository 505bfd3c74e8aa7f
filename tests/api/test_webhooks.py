"""Webhooks by token: one's own alone, the secret once, nothing unsaid."""

from typing import Any

import orjson
from django.contrib.auth.models import User
from django.test import Client, TestCase, override_settings
from standardwebhooks import Webhook as Verifier

from policies.choices import WebhookReason, WebhookState
from policies.choices.tokens import TokenScope
from policies.models import Webhook
from policies.services.changes import last_sequence
from policies.services.delivering import Sender
from policies.services.tokens import issue_token
from r57.api import openapi
from tests.contract.validation import breaches
from tests.factories import (
    make_partner,
    make_subject,
    make_webhook,
    make_webhook_attempt,
)
from tests.receiver import NETWORKS, receiving

BASE = "/api/v1/webhooks/"
LOCAL = "http://127.0.0.1:9999/hook"


@override_settings(WEBHOOK_NETWORKS=NETWORKS)
class Case(TestCase):
    """A partner with a token that may only read the register."""

    partner: User
    key: str

    @classmethod
    def setUpTestData(cls) -> None:
        cls.partner = make_partner()
        _token, cls.key = issue_token(cls.partner, name="A", scope=TokenScope.READ)

    def ask(self, method: str, address: str = "", body: Any = None) -> Any:
        """Ask by the token, with a body of JSON if there is one."""
        client = Client(headers={"Authorization": f"Bearer {self.key}"})
        data = b"" if body is None else orjson.dumps(body)
        return client.generic(
            method, f"{BASE}{address}", data, content_type="application/json"
        )

    def faults(self, response: Any) -> dict[str, str]:
        """Give the code of each fault by the pointer to it."""
        self.assertEqual(response.status_code, 400, response.content)
        return {
            one.get("pointer", ""): one["code"] for one in response.json()["errors"]
        }


class SubscribingTests(Case):
    def test_a_partner_subscribes_and_verifies_what_comes(self) -> None:
        with receiving() as receiver:
            asked = {"url": receiver.url, "collections": ["subjects"]}
            answer = self.ask("POST", "", asked)
            self.assertEqual(answer.status_code, 201)
            made = answer.json()
            self.assertEqual(
                answer.headers["Location"], f"http://testserver{BASE}{made['slug']}/"
            )
            self.assertEqual(made["position"], last_sequence())
            make_subject()
            Sender().deliver_due()
            (received,) = receiver.received
            event = Verifier(made["secret"]).verify(
                received.body, dict(received.headers)
            )
            self.assertEqual(event["data"]["previous"], made["position"])
        (listed,) = self.ask("GET").json()["results"]
        self.assertEqual(listed["sent"], last_sequence())
        self.assertNotIn("secret", listed)

    def test_a_secret_is_shown_once_and_never_again(self) -> None:
        made = self.ask("POST", "", {"url": LOCAL}).json()
        slug, secret = made["slug"], made["secret"]
        new = self.ask("POST", f"{slug}/rotate/").json()
        self.assertNotEqual(new["secret"], secret)
        self.assertIsNotNone(new["previous_until"])
        for method, address in (
            ("GET", ""),
            ("GET", f"{slug}/"),
            ("PATCH", f"{slug}/"),
            ("GET", f"{slug}/attempts/"),
        ):
            body: Any = {} if method == "PATCH" else None
            text = self.ask(method, address, body).content.decode()
            self.assertNotIn("whsec", text)

    def test_a_wrong_body_is_told_member_by_member(self) -> None:
        cases: dict[str, tuple[Any, str]] = {
            "/url": ({}, "required"),
            "/urls": ({"urls": LOCAL}, "unknown_member"),
            "/collections/0": ({"url": LOCAL, "collections": ["cats"]}, ""),
            "/kinds/0": ({"url": LOCAL, "kinds": ["explode"]}, ""),
            "/records/0": ({"url": LOCAL, "records": ["Not A Slug"]}, ""),
            "/records": ({"url": LOCAL, "records": "one"}, "wrong_type"),
        }
        for pointer, (body, code) in cases.items():
            with self.subTest(pointer):
                faults = self.faults(self.ask("POST", "", body))
                self.assertEqual([one[: len(pointer)] for one in faults], [pointer])
                if code:
                    self.assertEqual(faults[pointer], code)
        self.assertFalse(Webhook.objects.filter(owner=self.partner).exists())

    def test_an_address_that_may_not_be_reached_is_refused_with_its_reason(
        self,
    ) -> None:
        for url, code in (
            ("https://169.254.169.254/latest/meta-data/", "forbidden"),
            ("https://[::ffff:10.0.0.1]/", "forbidden"),
            ("https://no-such-host.invalid/", "unresolved"),
            ("https://0x7f000001/", "malformed"),
            ("file:///etc/passwd", "malformed"),
        ):
            with self.subTest(url):
                faults = self.faults(self.ask("POST", "", {"url": url}))
                self.assertEqual(faults, {"/url": code})

    def test_nothing_is_answered_without_a_token(self) -> None:
        slug = make_webhook(owner=self.partner).slug
        for method, address in (
            ("GET", ""),
            ("POST", ""),
            ("GET", f"{slug}/"),
            ("PATCH", f"{slug}/"),
            ("DELETE", f"{slug}/"),
            ("POST", f"{slug}/test/"),
            ("POST", f"{slug}/rotate/"),
            ("POST", f"{slug}/replay/"),
            ("GET", f"{slug}/attempts/"),
        ):
            with self.subTest(method, address=address):
                response = Client().generic(method, f"{BASE}{address}")
                self.assertEqual(response.status_code, 401)
                self.assertIn("Bearer", response.headers["WWW-Authenticate"])

    def test_a_query_is_refused(self) -> None:
        response = self.ask("GET", "?owner=me")
        self.assertEqual(response.json()["errors"][0]["code"], "unknown_parameter")

    def test_a_body_that_nobody_reads_is_refused(self) -> None:
        slug = make_webhook(owner=self.partner).slug
        response = self.ask("POST", f"{slug}/rotate/", {"secret": "mine"})
        self.assertEqual(response.status_code, 400)


class OwnTests(Case):
    def test_what_is_anothers_is_not_there(self) -> None:
        slug = make_webhook(url=LOCAL).slug
        self.assertEqual(self.ask("GET").json()["results"], [])
        before = Webhook.objects.filter(slug=slug).values().get()
        asked: tuple[tuple[str, str, Any], ...] = (
            ("GET", "", None),
            ("PATCH", "", {"state": "paused"}),
            ("DELETE", "", None),
            ("POST", "test/", None),
            ("POST", "rotate/", None),
            ("POST", "replay/", {"after": 0}),
            ("GET", "attempts/", None),
        )
        for method, address, body in asked:
            with self.subTest(method, address=address):
                response = self.ask(method, f"{slug}/{address}", body)
                self.assertEqual(response.status_code, 404)
        self.assertEqual(Webhook.objects.filter(slug=slug).values().get(), before)

    def test_no_text_in_the_address_breaks_anything(self) -> None:
        for slug in ("nothing", "%00", "A B", "x" * 300, "%ED%A0%80"):
            with self.subTest(slug):
                self.assertEqual(self.ask("GET", f"{slug}/").status_code, 404)

    def test_it_is_changed_paused_and_taken_up_again(self) -> None:
        webhook = make_webhook(owner=self.partner, url=LOCAL)
        address = f"{webhook.slug}/"
        changed = self.ask(
            "PATCH", address, {"state": "paused", "kinds": ["update", "delete"]}
        ).json()
        self.assertEqual(
            (changed["state"], changed["kinds"]), ("paused", ["delete", "update"])
        )
        self.assertEqual(changed["url"], LOCAL)
        Webhook.objects.filter(pk=webhook.pk).update(
            state=WebhookState.DISABLED, reason=WebhookReason.GONE
        )
        self.assertEqual(self.ask("GET", address).json()["reason"], "gone")
        changed = self.ask("PATCH", address, {"state": "active", "kinds": []}).json()
        self.assertEqual(
            (changed["state"], changed["reason"], changed["kinds"]),
            ("active", None, []),
        )
        self.faults(self.ask("PATCH", address, {"state": "disabled"}))
        self.faults(self.ask("PATCH", address, {"url": "https://10.0.0.1/"}))
        self.assertEqual(self.ask("GET", address).json()["url"], LOCAL)

    def test_it_ends_with_all_that_belongs_to_it(self) -> None:
        webhook = make_webhook(owner=self.partner)
        make_webhook_attempt(webhook=webhook)
        self.assertEqual(self.ask("DELETE", f"{webhook.slug}/").status_code, 204)
        self.assertEqual(self.ask("GET", f"{webhook.slug}/").status_code, 404)

    def test_a_test_event_says_at_once_what_became_of_it(self) -> None:
        with receiving() as receiver:
            receiver.answers = [500]
            webhook = make_webhook(owner=self.partner, url=receiver.url)
            first = self.ask("POST", f"{webhook.slug}/test/").json()
            self.assertEqual((first["outcome"], first["status"]), ("refused", 500))
            second = self.ask("POST", f"{webhook.slug}/test/").json()
            self.assertEqual((second["outcome"], second["status"]), ("delivered", 204))
        third = self.ask("POST", f"{webhook.slug}/test/").json()
        self.assertEqual((third["outcome"], third["status"]), ("unreachable", None))
        kept = self.ask("GET", f"{webhook.slug}/attempts/").json()["results"]
        self.assertEqual(kept, [third, second, first])

    def test_it_is_set_back_to_a_sequence_it_has_passed(self) -> None:
        make_subject()
        webhook = make_webhook(owner=self.partner)
        address = f"{webhook.slug}/replay/"
        end = webhook.position
        for after, code in (
            (end + 1, "ahead"),
            (-1, "min_value"),
            (2**63, "max_value"),
        ):
            faults = self.faults(self.ask("POST", address, {"after": after}))
            self.assertEqual(faults, {"/after": code})
        answer = self.ask("POST", address, {"after": end - 1}).json()
        self.assertEqual((answer["position"], answer["behind"]), (end - 1, 1))


class DocumentTests(TestCase):
    def test_the_document_shows_what_receivers_are_sent(self) -> None:
        webhooks = openapi()["webhooks"]
        self.assertEqual(set(webhooks), {"change", "test"})
        headers = {one["name"] for one in webhooks["change"]["post"]["parameters"]}
        self.assertEqual(
            headers, {"webhook-id", "webhook-timestamp", "webhook-signature"}
        )

    def test_it_would_notice_an_event_of_another_shape(self) -> None:
        schema = {"$ref": "#/components/schemas/ChangeEvent"}
        wrong = {"type": "test", "timestamp": "2026-01-01T00:00:00Z", "data": {}}
        self.assertTrue(breaches(schema, wrong))
