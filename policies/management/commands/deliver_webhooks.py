"""Bring the changes of the log to the webhooks that wait for them."""

import logging
import signal
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections, connection

from policies.services.delivering import Sender

logger = logging.getLogger(__name__)

AFTER_A_FAULT = 5.0  # seconds until a database that failed is asked again


class Command(BaseCommand):
    """Send what is due once, or again and again until SIGTERM."""

    help = "Deliver changes to webhooks; any number of senders may run at a time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        how = parser.add_mutually_exclusive_group()
        how.add_argument(
            "--once", action="store_true", help="one round, then end (the default)"
        )
        how.add_argument("--forever", action="store_true", help="until SIGTERM")
        parser.add_argument(
            "--every",
            type=float,
            default=1.0,
            help="seconds between rounds that found nothing to send",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Send; finish the event at hand when asked to stop."""
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_signal: stop.set())
        sender = Sender(stopped=stop.is_set)
        if not options["forever"]:
            self.stdout.write(f"{sender.deliver_due()} delivered.")
            return
        while not stop.is_set():
            stop.wait(self._round(sender, options["every"]))

    def _round(self, sender: Sender, pause: float) -> float:
        """Send what is due; give how long to wait before the next round."""
        try:
            close_old_connections()
            return 0.0 if sender.deliver_due() else pause
        except DatabaseError:
            logger.exception("the database does not answer; trying again")
            connection.close()
            return AFTER_A_FAULT
