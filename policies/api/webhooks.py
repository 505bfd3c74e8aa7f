"""Webhooks of a partner: subscribed, changed, tried and sent again by token."""

import re
from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any, ClassVar, TypeVar

from django.core.exceptions import ValidationError
from django.http import Http404
from django.urls import path
from django.utils import translation
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.operations import Operation, OwnView
from policies.choices import WebhookFilterKind, WebhookState
from policies.common.api.rows import JSONRecord, given, utc_text
from policies.common.validators import SLUG_PATTERN
from policies.models import Webhook, WebhookAttempt
from policies.serializers.webhook import (
    NewWebhookShape,
    WebhookAskedShape,
    WebhookAttemptShape,
    WebhookAttemptsShape,
    WebhookChangedShape,
    WebhookReplayShape,
    WebhookShape,
    WebhooksShape,
)
from policies.services.changes import last_sequence
from policies.services.delivering import send_test
from policies.services.webhooks import (
    change_webhook,
    create_webhook,
    enable,
    filter_values,
    pause,
    replay,
    rotate_secret,
)

TAG = "webhooks"
FILTERS = {
    "collections": WebhookFilterKind.COLLECTION,
    "kinds": WebhookFilterKind.CHANGE,
    "records": WebhookFilterKind.RECORD,
}
Done = TypeVar("Done")


def by_rules(write: Callable[..., Done]) -> Callable[..., Done]:
    """Tell in English, and with its member, what a rule refuses."""

    @wraps(write)
    def tell(*args: Any, **options: Any) -> Done:
        with translation.override("en"):
            try:
                return write(*args, **options)
            except ValidationError as error:
                detail = serializers.as_serializer_error(error)
                raise serializers.ValidationError(detail) from error

    return tell


def own(request: Request, slug: str) -> Webhook:
    """Find a webhook of the partner who asks.

    Raises:
        Http404: there is none, or it is another's.

    """
    mine = Webhook.objects.filter(owner_id=request.user.pk).prefetch_related("filters")
    known = re.fullmatch(SLUG_PATTERN, slug) and len(slug) <= 200
    found = mine.filter(slug=slug).first() if known else None
    if found is None:
        raise Http404(f"You have no webhook «{slug}».")
    return found


def written(webhook: Webhook, last: int) -> JSONRecord:
    """Give the members of ``WebhookShape``; ``last`` is the end of the log."""
    return {
        "slug": webhook.slug,
        "url": webhook.url,
        **{name: filter_values(webhook, kind) for name, kind in FILTERS.items()},
        "state": webhook.state,
        "reason": given(webhook.reason),
        "state_at": utc_text(webhook.state_at),
        "created_at": utc_text(webhook.created_at),
        "position": webhook.position,
        "sent": webhook.sent,
        "behind": max(0, last - webhook.position),
        "failures": webhook.failures,
        "failing_since": utc_text(webhook.failing_since),
        "next_attempt_at": utc_text(webhook.next_attempt_at),
        "previous_until": utc_text(webhook.previous_until),
    }


def written_attempt(attempt: WebhookAttempt) -> JSONRecord:
    """Give the members of ``WebhookAttemptShape``."""
    return {
        "sequence": attempt.sequence,
        "at": utc_text(attempt.at),
        "outcome": attempt.outcome,
        "status": attempt.status,
        "detail": given(attempt.detail),
        "milliseconds": attempt.milliseconds,
    }


def filters_of(asked: Mapping[str, Any]) -> dict[WebhookFilterKind, list[str]]:
    """Take the filters out of a body; those left out stay as they are."""
    return {kind: asked[name] for name, kind in FILTERS.items() if name in asked}


class Webhooks(OwnView):
    """The webhooks of the partner who asks."""

    tag = TAG
    operations: ClassVar[Mapping[str, Operation]] = {
        "GET": Operation(
            "listWebhooks",
            "Your webhooks",
            "All webhooks of the owner of the token, whichever token made them.",
            WebhooksShape,
        ),
        "POST": Operation(
            "createWebhook",
            "Subscribe to changes",
            "From now on each change that the filters let through is sent to `url`, in "
            "the order of the log, as `webhooks` of this document says. The answer "
            "gives the secret, once. Any token may subscribe, as it writes no record.",
            NewWebhookShape,
            WebhookAskedShape,
            HTTPStatus.CREATED,
        ),
    }

    def get(self, request: Request) -> Response:
        """Give them all, the oldest first."""
        last = last_sequence()
        mine = Webhook.objects.filter(owner_id=request.user.pk).prefetch_related(
            "filters"
        )
        return Response({"results": [written(one, last) for one in mine]})

    def post(self, request: Request) -> Response:
        """Subscribe."""
        asked = self.given(request)
        made = by_rules(create_webhook)(
            owner=request.user, url=asked["url"], filters=filters_of(asked)
        )
        answer = {**written(made, made.position), "secret": made.secret}
        address = request.build_absolute_uri(f"{made.slug}/")
        return Response(answer, HTTPStatus.CREATED, headers={"Location": address})


class OneWebhook(OwnView):
    """One webhook of the partner who asks."""

    tag = TAG
    operations: ClassVar[Mapping[str, Operation]] = {
        "GET": Operation(
            "getWebhook",
            "One of your webhooks",
            "With how far it has come, and why it stopped if it did.",
            WebhookShape,
        ),
        "PATCH": Operation(
            "updateWebhook",
            "Change a webhook",
            "Its address, its filters, or whether it is `active` or `paused`. Once "
            "active, it goes on from its `position`.",
            WebhookShape,
            WebhookChangedShape,
            partial=True,
        ),
        "DELETE": Operation(
            "deleteWebhook",
            "Unsubscribe",
            "Nothing more is sent; an event that is on its way may still arrive.",
            status=HTTPStatus.NO_CONTENT,
        ),
    }

    def get(self, request: Request, slug: str) -> Response:
        """Give it as it stands."""
        return Response(written(own(request, slug), last_sequence()))

    def patch(self, request: Request, slug: str) -> Response:
        """Change what the body says, and nothing else."""
        webhook = own(request, slug)
        asked = self.given(request)
        by_rules(change_webhook)(
            webhook, url=asked.get("url"), filters=filters_of(asked)
        )
        wanted = asked.get("state")
        if wanted == WebhookState.PAUSED:
            pause(webhook)
        if wanted == WebhookState.ACTIVE:
            enable(webhook)
        return Response(written(own(request, slug), last_sequence()))

    def delete(self, request: Request, slug: str) -> Response:
        """End it."""
        own(request, slug).delete()
        return Response(status=HTTPStatus.NO_CONTENT)


class WebhookTest(OwnView):
    """Trying whether events arrive."""

    tag = TAG
    operations: ClassVar[Mapping[str, Operation]] = {
        "POST": Operation(
            "testWebhook",
            "Send a test event",
            "Sent at once, whatever the webhook's state; the answer says what became "
            "of it. Position and failures stay as they are.",
            WebhookAttemptShape,
        )
    }

    def post(self, request: Request, slug: str) -> Response:
        """Send one, and say what became of it."""
        return Response(written_attempt(send_test(own(request, slug))))


class WebhookRotation(OwnView):
    """Giving a new secret."""

    tag = TAG
    operations: ClassVar[Mapping[str, Operation]] = {
        "POST": Operation(
            "rotateWebhookSecret",
            "Give a new secret",
            "Until `previous_until` events carry two signatures, by the new secret and "
            "by the one before. A second rotation within that time ends the oldest.",
            NewWebhookShape,
        )
    }

    def post(self, request: Request, slug: str) -> Response:
        """Make a new secret and show it this once."""
        webhook = own(request, slug)
        secret = rotate_secret(webhook)
        return Response({**written(webhook, last_sequence()), "secret": secret})


class WebhookReplay(OwnView):
    """Sending again."""

    tag = TAG
    operations: ClassVar[Mapping[str, Operation]] = {
        "POST": Operation(
            "replayWebhook",
            "Send again",
            "All changes after a sequence that the filters let through, in order, with "
            "the ids that they had. `previous` of the first is that sequence.",
            WebhookShape,
            WebhookReplayShape,
        )
    }

    def post(self, request: Request, slug: str) -> Response:
        """Set the position back."""
        webhook = own(request, slug)
        by_rules(replay)(webhook, self.given(request)["after"])
        return Response(written(webhook, last_sequence()))


class WebhookAttempts(OwnView):
    """What became of deliveries."""

    tag = TAG
    operations: ClassVar[Mapping[str, Operation]] = {
        "GET": Operation(
            "listWebhookAttempts",
            "The last attempts at deliveries",
            "The newest first, a hundred at most.",
            WebhookAttemptsShape,
        )
    }

    def get(self, request: Request, slug: str) -> Response:
        """Give those that are kept."""
        kept = own(request, slug).attempts.order_by("-pk")
        return Response({"results": [written_attempt(one) for one in kept]})


ONE = "webhooks/<str:slug>/"
WEBHOOKS = [
    path("webhooks/", Webhooks.as_view(), name="webhooks"),
    path(ONE, OneWebhook.as_view(), name="webhook"),
    path(f"{ONE}test/", WebhookTest.as_view(), name="webhook-test"),
    path(f"{ONE}rotate/", WebhookRotation.as_view(), name="webhook-rotation"),
    path(f"{ONE}replay/", WebhookReplay.as_view(), name="webhook-replay"),
    path(f"{ONE}attempts/", WebhookAttempts.as_view(), name="webhook-attempts"),
]
