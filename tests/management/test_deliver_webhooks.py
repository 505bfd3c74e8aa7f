"""Senders as processes of their own: several at a time, killed, and asked to stop."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from typing import ClassVar

from django.test import SimpleTestCase

from tests.loaded import ROOT, fill
from tests.receiver import NETWORKS, receiving
from tests.scratch import database

EVENTS = 12
PATIENCE = 60.0

SUBSCRIBE = """
import secrets
from policies.models import Webhook
from tests.factories import make_partner, make_subject, make_webhook
Webhook.objects.all().delete()
name = secrets.token_hex(8)
webhook = make_webhook(url={url!r}, owner=make_partner(username=name))
for number in range({events}):
    make_subject(slug=f"{{name}}-{{number}}")
print(webhook.position)
"""
STANDS = """
from policies.models import Webhook
one = Webhook.objects.get()
print(one.position, one.failures, one.held_by or "free")
"""
FORGET_HOLD = """
from django.utils import timezone
from policies.models import Webhook
Webhook.objects.update(held_until=timezone.now())
"""


class SenderTests(SimpleTestCase):
    """A database of their own, without the register, on the engine under test."""

    environment: ClassVar[Mapping[str, str]]

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        url = cls.enterClassContext(database(f"r57_hooks_{os.getpid()}"))
        cls.environment = {
            **os.environ,
            "DATABASE_URL": url,
            "R57_WEBHOOK_NETWORKS": ",".join(NETWORKS),
            "R57_LOG_LEVEL": "CRITICAL",
        }
        fill(url, empty=True)

    @classmethod
    def manage(cls, *command: str) -> str:
        """Run a command of the project to its end; give what it says."""
        done = subprocess.run(  # noqa: S603
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=cls.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def say(self, code: str) -> list[str]:
        """Run code in the project; give the words of its last line."""
        said = self.manage("shell", "--no-imports", "-v0", "-c", code)
        return said.strip().rpartition("\n")[2].split()

    def sender(self) -> subprocess.Popen[bytes]:
        """Start a sender that goes on until it is stopped."""
        command = ["manage.py", "deliver_webhooks", "--forever", "--every", "0.1"]
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, *command], cwd=ROOT, env=self.environment
        )
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def wait_for(self, happened: Callable[[], object]) -> None:
        """Wait until something has happened."""
        ends = time.monotonic() + PATIENCE
        while not happened():
            self.assertLess(time.monotonic(), ends, "it never happened")
            time.sleep(0.02)

    def expected(self, url: str) -> list[int | None]:
        """Subscribe, let changes happen, and give their sequences."""
        (start,) = self.say(SUBSCRIBE.format(url=url, events=EVENTS))
        return [int(start) + number for number in range(1, EVENTS + 1)]

    def test_several_senders_at_a_time_send_each_event_once_and_one_by_one(
        self,
    ) -> None:
        with receiving() as receiver:
            receiver.slowness = 0.05
            expected = self.expected(receiver.url)
            senders = [self.sender() for _one in range(3)]
            self.wait_for(lambda: len(receiver.received) >= EVENTS)
            time.sleep(0.5)
            for process in senders:
                process.terminate()
            self.assertEqual([one.wait(PATIENCE) for one in senders], [0, 0, 0])
            self.assertEqual(receiver.sequences, expected)
            pairs = zip(receiver.received, receiver.received[1:], strict=False)
            for one, after in pairs:
                self.assertLessEqual(one.ended, after.began)
        self.assertEqual(self.say(STANDS), [str(expected[-1]), "0", "free"])

    def test_what_a_killed_sender_had_in_hand_is_sent_again(self) -> None:
        with receiving() as receiver:
            expected = self.expected(receiver.url)
            receiver.held.set()
            process = self.sender()
            self.wait_for(lambda: receiver.received)
            process.send_signal(signal.SIGKILL)
            process.wait()
            receiver.released.set()
            self.assertIn("0 delivered", self.manage("deliver_webhooks", "--once"))
            self.say(FORGET_HOLD)
            said = self.manage("deliver_webhooks", "--once")
            self.assertIn(f"{EVENTS} delivered", said)
            self.assertEqual(receiver.sequences, [expected[0], *expected])
            ids = [one.headers["webhook-id"] for one in receiver.received[:2]]
            self.assertEqual(ids[0], ids[1])

    def test_a_sender_asked_to_stop_finishes_the_event_at_hand(self) -> None:
        with receiving() as receiver:
            expected = self.expected(receiver.url)
            receiver.held.set()
            process = self.sender()
            self.wait_for(lambda: receiver.received)
            process.terminate()
            time.sleep(0.3)
            self.assertIsNone(process.poll())
            receiver.released.set()
            self.assertEqual(process.wait(PATIENCE), 0)
            self.assertEqual(receiver.sequences, expected[:1])
            self.assertEqual(self.say(STANDS), [str(expected[0]), "0", "free"])
