"""Tokens of partners: given once, kept as a hash, taken back at any time."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError
from django.db.models import Q
from django.utils import timezone
from knox.crypto import create_token_string, hash_token
from knox.settings import CONSTANTS

from policies.models import ApiToken

logger = logging.getLogger(__name__)

PREFIX = "r57_"  # so that a token found in a wrong place is known for what it is
NOTED = timedelta(minutes=1)


def new_secret(token: ApiToken) -> str:
    """Give a token its secret, to be seen this once: only its hash stays."""
    text: str = PREFIX + create_token_string()
    token.token_key = text[: CONSTANTS.TOKEN_KEY_LENGTH]
    token.digest = hash_token(text)
    return text


def issue_token(user: Any, **described: Any) -> tuple[ApiToken, str]:
    """Make a token of a user; give it and, for this one time, its text.

    ``described`` are further columns: ``name``, ``scope``, ``may_publish``, ``expiry``.
    """
    token = ApiToken(user=user, **described)
    text = new_secret(token)
    token.full_clean()
    token.save()
    return token, text


def find_token(text: str) -> ApiToken | None:
    """Find the token of a text, be it still good or not."""
    found: ApiToken | None = (
        ApiToken.objects.select_related("user").filter(digest=hash_token(text)).first()
    )
    return found


def note_use(token: ApiToken) -> None:
    """Note that a token was used, at most once a minute; no failure of it matters."""
    now = timezone.now()
    before = now - NOTED
    if token.last_used_at is not None and token.last_used_at > before:
        return
    unnoted = Q(last_used_at__isnull=True) | Q(last_used_at__lte=before)
    try:
        ApiToken.objects.filter(unnoted, pk=token.pk).update(last_used_at=now)
    except DatabaseError:
        logger.warning("the use of a token was not noted", exc_info=True)


def revoke_token(token: ApiToken, at: datetime | None = None) -> None:
    """Take a token back, from now on; the first time counts."""
    now = at or timezone.now()
    ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=now)
    token.refresh_from_db(fields=["revoked_at"])
