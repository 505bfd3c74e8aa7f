"""Records by token: what everybody may read, a partner may also write."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.db import models
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.bodies import body_of, for_address
from policies.api.idempotency import once
from policies.api.tokens import WritesByToken, partner_of
from policies.common.api.conditional import record_etag, row_tag
from policies.common.api.conflicts import told_conflicts
from policies.common.api.gone import absent
from policies.common.api.merging import MergeShape
from policies.common.api.preconditions import check_conditions
from policies.common.api.questions import Parameter, read_parameters
from policies.common.api.renderers import JSON
from policies.common.api.select import select
from policies.common.api.shown import Shown
from policies.common.api.views import CollectionView
from policies.common.filters import Word
from policies.common.models import Record
from policies.common.turns import in_turn
from policies.services import Outcome
from policies.services.merging import merge_records
from policies.services.removing import delete_record
from policies.writing.permission import Partner
from policies.writing.record import write_bound


class ShortWord(Word):
    """A text as long as the history keeps reasons."""

    limit = 100


REASON = Parameter(
    ShortWord(), "Why, in a few words: for the history and the change log."
)
WRITING = {"reason": REASON}


class RecordView(CollectionView):
    """Lists and gives the records of a collection, and writes them by token."""

    permission_classes = (WritesByToken,)

    @property
    def rows(self) -> models.QuerySet[Any]:
        """All records of the collection, in every editorial state."""
        return self.collection.model._default_manager.all()

    @property
    def partner(self) -> Partner:
        """Who asks, by a token."""
        return partner_of(self.request)

    def readable(self) -> models.QuerySet[Any]:
        """Give a partner the records of every state, but drafts of others."""
        if self.request.auth is None:
            return super().readable()
        return self.partner.visible(self.rows)

    def listed(self, states: Sequence[str]) -> models.QuerySet[Any]:
        """Let a partner list other states than the published one.

        Raises:
            NotAuthenticated: nobody says who asks.

        """
        if self.request.auth is None:
            return super().listed(states)
        return self.partner.visible(self.rows.filter(state__in=states))

    def finalize_response(
        self,
        request: Request,
        response: HttpResponseBase,
        *args: Any,
        **options: Any,
    ) -> Any:
        """Keep answers to tokens out of caches that others share."""
        given: Any = response
        final = super().finalize_response(request, given, *args, **options)
        patch_vary_headers(final, ["Authorization"])
        if "Authorization" in request.headers:
            patch_cache_control(final, private=True)
        return final

    def create(self, request: Request) -> HttpResponseBase:
        """Enter a new record."""
        asked = read_parameters(request.query_params, WRITING)
        data = body_of(request, self.collection.serializer)

        def write() -> Response:
            bound = self.collection.serializer(data=data)
            return self._saved(bound, asked["reason"])

        return once(request, write)

    def update(self, request: Request, slug: str) -> HttpResponseBase:
        """Replace a record by its public id, or enter it."""
        return self._write(request, slug, partial=False)

    def partial_update(self, request: Request, slug: str) -> HttpResponseBase:
        """Change the members that are given."""
        return self._write(request, slug, partial=True)

    def destroy(self, request: Request, slug: str) -> HttpResponseBase:
        """Delete a record to which nothing refers."""
        asked = read_parameters(request.query_params, WRITING)
        with in_turn():
            stored = self._stored(slug, needed=True)
            self.partner.check_edit(stored)
            with translation.override("en"), told_conflicts():
                delete_record(
                    stored, actor=self.partner.user, reason=asked["reason"] or ""
                )
        return Response(status=HTTPStatus.NO_CONTENT)

    def merge(self, request: Request, slug: str) -> HttpResponseBase:
        """Merge a record into another one of its kind, which goes on for both."""
        asked = read_parameters(request.query_params, WRITING)
        data = body_of(request, MergeShape)

        def write() -> Response:
            stored = self._stored(slug, needed=True)
            into = self._survivor(data)
            for one in (stored, into):
                self.partner.check_edit(one)
            with translation.override("en"), told_conflicts():
                merge_records(
                    stored, into, actor=self.partner.user, reason=asked["reason"] or ""
                )
            return self._answer_with(into.slug, Outcome.UPDATED)

        return once(request, write)

    def _survivor(self, data: Mapping[str, Any]) -> Any:
        """Find the record that a merge leaves.

        Raises:
            ValidationError: the body names none that the partner sees.

        """
        with translation.override("en"):
            bound = MergeShape(data=data)
            bound.is_valid(raise_exception=True)
            slug = bound.validated_data["into"]
            found = self.partner.visible(self.rows).filter(slug=slug).first()
            if found is None:
                detail = serializers.ErrorDetail(
                    f"There is no record «{slug}» here.", code="does_not_exist"
                )
                raise serializers.ValidationError({"into": [detail]})
        return found

    def _write(self, request: Request, slug: str, *, partial: bool) -> HttpResponseBase:
        asked = read_parameters(request.query_params, WRITING)
        data = for_address(body_of(request, self.collection.serializer), slug)
        with in_turn():
            stored = self._stored(slug, needed=partial)
            bound = self.collection.serializer(stored, data=data, partial=partial)
            return self._saved(bound, asked["reason"])

    def _stored(self, slug: str, *, needed: bool) -> Any:
        """Give the record of a public id, as its writer has read it.

        Raises:
            Exception: there is none and one is ``needed``; it is another partner's
                draft; or it is not as it was read.

        """
        stored = self.rows.filter(slug=slug).first()
        if stored is None and needed:
            raise absent(self.collection, slug, writes=True)
        etag = None
        if stored is not None:
            self.partner.check_owner(stored)
            etag = record_etag(self.collection, slug, public=False)
        check_conditions(self.request, etag)
        return stored

    def _saved(
        self, bound: serializers.ModelSerializer[Any], reason: str | None
    ) -> Response:
        """Save what a shape was given, and answer with the record as it stands."""
        partner = self.partner
        with translation.override("en"), told_conflicts():
            written = write_bound(
                bound, actor=partner.user, reason=reason or "", permit=partner.permit
            )
        self._check_kind(written.record)
        return self._answer_with(written.record.slug, written.outcome)

    def _check_kind(self, record: Record) -> None:
        """Refuse what would be a record of another collection.

        Raises:
            ValidationError: code ``another_kind``.

        """
        if not self.rows.filter(pk=record.pk).exists():
            name = self.collection.name
            detail = serializers.ErrorDetail(
                f"A record of this kind is none of the {name}.", code="another_kind"
            )
            raise serializers.ValidationError({"kind": [detail]})

    def _answer_with(self, slug: str, outcome: Outcome) -> Response:
        """Answer with a record as it stands, whole, with its tag."""
        shown = Shown(self.collection.serializer)
        chosen = self.rows.filter(slug=slug)
        (row,) = select(self.collection, alone=True).read(chosen, "slug", "")
        response = Response(shown.record(row), content_type=JSON)
        response["ETag"] = row_tag(shown.shape, None, JSON, row)
        if outcome is Outcome.CREATED:
            response.status_code = 201
            address = reverse(f"{self.collection.name}-detail", args=[slug])
            response["Location"] = self.request.build_absolute_uri(address)
        return response
