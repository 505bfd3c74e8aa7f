"""``manage.py issue_token USER NAME``: a token for a partner's system, printed once."""

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from policies.choices import TokenScope
from policies.services.tokens import issue_token


class Command(BaseCommand):
    """Makes a token; the account of the partner is made if there is none yet."""

    help = "Issue a token of the API; it is printed once and kept as a hash only."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say who gets which power for how long."""
        parser.add_argument("user", help="account whose name stands in the history")
        parser.add_argument("name", help="the system that uses the token")
        parser.add_argument("--write", action="store_true", help="may write")
        parser.add_argument("--publish", action="store_true", help="may also publish")
        parser.add_argument("--days", type=int, default=365, help="until it ends")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the token."""
        writes = options["write"] or options["publish"]
        user, _made = get_user_model().objects.get_or_create(username=options["user"])
        try:
            _token, text = issue_token(
                user,
                name=options["name"],
                scope=TokenScope.WRITE if writes else TokenScope.READ,
                may_publish=options["publish"],
                expiry=timezone.now() + timedelta(days=options["days"]),
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(text)
