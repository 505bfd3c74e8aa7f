"""What the tests of deliveries share: a subscription to a receiver that listens."""

from django.test import TestCase, override_settings
from django.utils import timezone

from policies.models import Webhook
from policies.services.delivering import Sender
from policies.services.webhooks import (
    matching,
)
from tests.factories import make_subject, make_webhook
from tests.receiver import NETWORKS, Receiver, receiving


class Case(TestCase):
    """A subscription to a receiver that listens."""

    receiver: Receiver
    webhook: Webhook

    def setUp(self) -> None:
        super().setUp()
        self.enterContext(override_settings(WEBHOOK_NETWORKS=NETWORKS))
        self.receiver = self.enterContext(receiving())
        make_subject()
        self.webhook = make_webhook(url=self.receiver.url)
        self.now = timezone.now()
        self.sender = Sender(clock=lambda: self.now)

    def deliver(self) -> Webhook:
        """Send all that is due; give the subscription as it then stands."""
        while self.sender.deliver_due():
            pass
        return self.again()

    def again(self) -> Webhook:
        return Webhook.objects.get(pk=self.webhook.pk)

    def new_changes(self) -> list[int]:
        """Give the sequences that the subscription waits for."""
        new = matching(self.again()).filter(sequence__gt=self.webhook.position)
        return [one.sequence for one in new]
