"""Conditional reads: the entity tag of every answer, known before it is built.

The tag of one record is made of what the database gave for it, by the one statement
that its answer is built from too: it moves exactly when the answer does. An answer
made of many rows takes the version of the register instead, which moves with every
write, whatever it touches.
"""

from collections.abc import Callable
from collections.abc import Collection as Several
from functools import wraps
from typing import Any

from django.http import HttpResponseBase
from rest_framework.request import Request

from policies.common.api.renderers import JSON
from policies.common.api.rows import Members, Row, Shape
from policies.common.api.select import select
from policies.common.api.tags import entity_tag, unless_held
from policies.common.clocks import legal_day
from policies.common.collections import Collection
from policies.common.version import register_version

Answer = Callable[..., HttpResponseBase]


def row_tag(shape: Shape, members: Members | None, kind: str, row: Row) -> str:
    """Make the tag of one record from its row, read alone; ``kind`` is its type."""
    chosen = None if members is None else sorted(members)
    return entity_tag(shape.__name__, chosen, kind, row[:-1])


def record_etag(
    collection: Collection, slug: str, *, public: bool = True
) -> str | None:
    """Give the tag that a record has at its address, whole and as JSON.

    ``public=False`` looks at records that are not published too. None if there is
    no such record.
    """
    return record_etags(collection, [slug], public=public).get(slug)


def record_etags(
    collection: Collection, slugs: Several[str], *, public: bool = True
) -> dict[str, str]:
    """Give the tags of several records by public id, by one query."""
    rows = collection.model._default_manager.all()
    chosen = (collection.published() if public else rows).filter(slug__in=slugs)
    found = select(collection, alone=True).read(chosen, "slug", "")
    return {row[-1]: row_tag(collection.serializer, None, JSON, row) for row in found}


def register_etag(*parts: Any) -> str:
    """Make a tag that moves with every write of the register, and with the day.

    Ask for it before anything else is read: an answer may then be newer than its tag
    and is asked for once more, but never older.
    """
    return entity_tag(register_version(), legal_day().isoformat(), *parts)


def asked(request: Request) -> tuple[str, ...]:
    """Say what is asked for, by whom: the address with its query, the media type."""
    kind = request.accepted_renderer.media_type
    who = request.headers.get("Authorization", "")
    return request.build_absolute_uri(), kind, who


def conditional(tagged: Callable[..., str]) -> Callable[[Answer], Answer]:
    """Let a view's method answer 304 to a client that holds its answer.

    ``tagged`` makes the tag of what is asked for: ``register_etag``, or
    ``entity_tag`` where the answer depends on the program alone.
    """

    def made(answer: Answer) -> Answer:
        @wraps(answer)
        def answered(
            view: Any, request: Request, *args: Any, **kwargs: Any
        ) -> HttpResponseBase:
            return unless_held(
                request,
                tagged(*asked(request)),
                lambda: answer(view, request, *args, **kwargs),
            )

        answered.conditional = True  # type: ignore[attr-defined]
        return answered

    return made
