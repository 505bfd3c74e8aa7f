"""What arrives at a real receiver: signed, whole, verified by the published library."""

from datetime import UTC, datetime, timedelta

from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from policies.common.models import RecordState
from policies.models import Webhook
from policies.services import save_record
from policies.services.changes import last_sequence
from policies.services.delivering import send_test
from policies.services.webhooks import (
    enable,
    pause,
    rotate_secret,
)
from tests.contract.validation import violations
from tests.factories import make_subject, make_webhook
from tests.policies.services.deliveries import Case
from tests.receiver import Received


class EventTests(Case):
    def one_event(self) -> Received:
        make_subject(name="Bán dẫn")
        self.deliver()
        (received,) = self.receiver.received
        return received

    def test_a_change_arrives_signed_as_the_standard_says(self) -> None:
        received = self.one_event()
        event = received.verified_by(self.webhook.secret)
        self.assertEqual(event["type"], "subjects.create")
        headers = received.headers
        self.assertEqual(headers["Content-Type"], "application/json")
        self.assertEqual(
            headers["webhook-id"], f"{self.webhook.slug}-{last_sequence()}"
        )

    def test_it_holds_the_entry_of_the_log_and_the_record_as_it_stands(self) -> None:
        data = self.one_event().event["data"]
        with self.settings(RATE_LIMIT=0):
            answer = self.client.get(
                "/api/v1/changes/",
                {"after": str(last_sequence() - 1), "include": "record"},
            )
        (entry,) = answer.json()["results"]
        self.assertEqual(data, {**entry, "previous": self.webhook.position})
        self.assertEqual(data["record"]["name"], "Bán dẫn")

    def test_it_is_what_the_openapi_document_says(self) -> None:
        self.assertEqual(violations("ChangeEvent", self.one_event().event), [])

    def test_what_is_not_public_any_more_comes_without_its_record(self) -> None:
        subject = make_subject()
        subject.state = RecordState.WITHDRAWN
        save_record(subject, reason="nhập nhầm")
        self.deliver()
        kinds = [one.event["data"]["kind"] for one in self.receiver.received]
        self.assertEqual(kinds, ["create", "withdraw"])
        told = self.receiver.received[-1].event["data"]
        self.assertEqual((told["record"], told["reason"]), (None, "nhập nhầm"))

    def test_a_draft_is_never_told(self) -> None:
        make_subject(state=RecordState.DRAFT)
        self.deliver()
        self.assertEqual(self.receiver.received, [])

    def test_a_forged_or_altered_event_is_refused(self) -> None:
        received = self.one_event()
        verifier, headers = Verifier(self.webhook.secret), dict(received.headers)
        other = make_webhook().secret
        forged: list[tuple[bytes, dict[str, str], str]] = [
            (received.body + b" ", headers, self.webhook.secret),
            (received.body, {**headers, "webhook-id": "wh-1"}, self.webhook.secret),
            (received.body, headers, other),
        ]
        for body, sent, secret in forged:
            with self.assertRaises(WebhookVerificationError):
                Verifier(secret).verify(body, sent)
        verifier.verify(received.body, headers)

    def test_a_stale_event_is_refused(self) -> None:
        """Who recorded it cannot play it again later: its time is signed."""
        self.now -= timedelta(minutes=6)
        received = self.one_event()
        with self.assertRaisesMessage(WebhookVerificationError, "too old"):
            received.verified_by(self.webhook.secret)
        fresh = str(int(datetime.now(tz=UTC).timestamp()))
        with self.assertRaisesMessage(WebhookVerificationError, "No matching"):
            Verifier(self.webhook.secret).verify(
                received.body, {**received.headers, "webhook-timestamp": fresh}
            )

    def test_while_a_secret_is_rotated_both_of_them_verify(self) -> None:
        old = self.webhook.secret
        new = rotate_secret(self.webhook)
        received = self.one_event()
        signatures = received.headers["webhook-signature"].split(" ")
        self.assertEqual(len(signatures), 2)
        for secret in (old, new):
            received.verified_by(secret)
        self.now += timedelta(hours=25)
        make_subject()
        self.deliver()
        (late,) = self.receiver.received[1:]
        self.assertNotIn(" ", late.headers["webhook-signature"])

    def test_a_test_event_arrives_and_changes_nothing(self) -> None:
        make_subject()
        before = Webhook.objects.filter(pk=self.webhook.pk).values().get()
        pause(self.webhook)
        made = send_test(self.webhook)
        (received,) = self.receiver.received
        event = received.verified_by(self.webhook.secret)
        self.assertEqual(event["type"], "test")
        self.assertEqual(violations("TestEvent", event), [])
        self.assertEqual((made.outcome, made.status), ("delivered", 204))
        enable(self.webhook)
        after = Webhook.objects.filter(pk=self.webhook.pk).values().get()
        self.assertEqual({**before, "state_at": None}, {**after, "state_at": None})
