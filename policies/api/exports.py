"""The exports: a manifest, and one file for each collection and form."""

import base64
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, ClassVar

from django.http import FileResponse, Http404, HttpResponseBase
from django.urls import URLPattern, path, reverse
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from policies.common.api.conditional import conditional, register_etag
from policies.common.api.errors import CONTENT_TYPE, problem
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.api.renderers import FastJSONRenderer
from policies.common.api.searched import SearchedCollection
from policies.common.api.tags import LENGTH, unless_held
from policies.common.exports.editions import Edition, current_edition, kept_edition
from policies.common.exports.reading import Form
from policies.common.exports.state import exported
from policies.common.exports.writing import ExportFile
from policies.common.filters import Whole
from policies.common.outages import FULL
from policies.serializers.export import ExportsShape
from policies.services.exporting import standing, standing_at

logger = logging.getLogger(__name__)

POSITION = "R57-Position"
BEGIN = "begin with the manifest, /api/v1/exports/."
NO_ROOM = "The server cannot keep the files of an export right now."
FULL_STATUS = HTTPStatus.SERVICE_UNAVAILABLE


class ExportGoneError(APIException):
    """The files of a position that is not kept: 410."""

    status_code = HTTPStatus.GONE
    default_code = "export_gone"


class LogSequence(Whole):
    """A sequence of the log."""

    most = 2**63 - 1


class JSONLinesRenderer(FastJSONRenderer):
    """JSON Lines that a file holds; problems are JSON as everywhere."""

    media_type = "application/jsonl"
    format = "jsonl"


class CSVRenderer(FastJSONRenderer):
    """CSV that a file holds; problems are JSON as everywhere."""

    media_type = "text/csv"
    format = "csv"


RENDERERS: dict[Form, type[FastJSONRenderer]] = {
    Form.JSONL: JSONLinesRenderer,
    Form.CSV: CSVRenderer,
}
CONTENT_TYPES = {
    Form.JSONL: "application/jsonl",
    Form.CSV: "text/csv; charset=utf-8; header=present",
}


def edition_at(position: int | None) -> Edition:
    """Give the files of a position, or those of the register as it stands.

    Raises:
        Http404: the log has no such position.
        ExportGoneError: its files are not kept.

    """
    if position is None:
        return current_edition(standing)
    state = standing_at(position)
    if state is None:
        raise Http404(f"The log has no position {position}; {BEGIN}")
    edition = kept_edition(state) or current_edition(standing)
    if edition.position != position:
        raise ExportGoneError(f"The files of position {position} are not kept; {BEGIN}")
    return edition


class Exporting(Question):
    """What is answered from files that the server writes."""

    def handle_exception(self, exc: Exception) -> Response:
        """Tell of a disk that is full, or not the server's to write on."""
        if not isinstance(exc, OSError):
            return super().handle_exception(exc)
        logger.error("exports cannot be written or read", exc_info=exc)
        where = self.request.path
        members = problem(FULL_STATUS, FULL.code, detail=NO_ROOM, instance=where)
        headers = {"Retry-After": str(FULL.retry_after)}
        return Response(
            members, status=FULL_STATUS, headers=headers, content_type=CONTENT_TYPE
        )


class Exports(Exporting):
    """Every published record of every collection, as files of one state.

    All files of an answer show the register at one position of the change log: load
    them, then go on from `position` with `/changes/`. An address serves for a while;
    once it answers 410 or 404, ask here again.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getExports"}
    summary = "The files of the whole register, with their digests"
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": ExportsShape}

    @conditional(register_etag)
    def get(self, request: Request) -> Response:
        """Give the manifest of the register as it stands."""
        self.asked(request)
        edition = edition_at(None)
        files = [described(request, edition, file) for file in edition.files]
        members = {
            "log": edition.log,
            "position": edition.position,
            "version": edition.version,
            "files": files,
        }
        return Response(members, headers={POSITION: str(edition.position)})


def described(request: Request, edition: Edition, file: ExportFile) -> dict[str, Any]:
    """Describe a file, with its address at the position of its edition."""
    place = reverse(f"exports-{file.format}", args=[file.collection])
    address = request.build_absolute_uri(f"{place}?position={edition.position}")
    return {**file.described(), "address": address}


class Export(Exporting):
    """Every published record of one collection, ordered by public id, in one file.

    Records are in their plain form: related records by their public ids alone, and
    nothing that depends on the day. `R57-Position` says up to which entry of the
    change log the file holds; `Repr-Digest` is the digest of its bytes (RFC 9530).
    """

    form: Form = Form.JSONL
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "position": Parameter(
            LogSequence(),
            "The files of this position, as the manifest has it; the register as it "
            "stands if left out.",
        )
    }
    places: ClassVar[Mapping[str, Parameter]] = {
        "collection": Parameter(SearchedCollection(), "Name of the collection.")
    }
    refusals: ClassVar[Mapping[int, str]] = {
        404: "There is no such export, or the log has no such position.",
        410: "The files of that position are not kept; begin with the manifest.",
    }

    def get(self, request: Request, collection: str) -> HttpResponseBase:
        """Send the file."""
        position = self.asked(request)["position"]
        if collection not in exported():
            raise unknown(f"{collection}.{self.form}")
        edition = edition_at(position)
        file = edition.file(collection, self.form)
        tag = f'"{file.sha256[:LENGTH]}"'
        response = unless_held(request, tag, lambda: self._sent(edition, file))
        response[POSITION] = str(edition.position)
        return response

    get.conditional = True  # type: ignore[attr-defined] # it may answer 304

    def _sent(self, edition: Edition, file: ExportFile) -> FileResponse:
        digest = base64.b64encode(bytes.fromhex(file.sha256)).decode()
        response = FileResponse(
            (edition.folder / file.name).open("rb"),
            as_attachment=True,
            filename=file.name,
            content_type=CONTENT_TYPES[self.form],
        )
        response["Repr-Digest"] = f"sha-256=:{digest}:"
        return response


class UnknownExport(APIView):
    """A file that is not exported: 404, naming what is."""

    schema = None

    def get(self, request: Request, name: str) -> Response:
        """Refuse."""
        raise unknown(name)


def unknown(name: str) -> Http404:
    """Say what there is instead of an export that there is not."""
    endings = ", ".join(f".{form}" for form in Form)
    names = ", ".join(exported())
    return Http404(f"No export «{name}». There are {endings} of: {names}.")


def export(form: Form, operation: str, words: str) -> URLPattern:
    """Give the address of the exports in one form."""
    kind = RENDERERS[form].media_type
    view = Export.as_view(
        form=form,
        operations={"get": operation},
        summary=f"All records of a collection as {words}",
        answers={kind: {"type": "string", "description": f"The file, as {words}."}},
        renderer_classes=(RENDERERS[form],),
    )
    return path(f"exports/<str:collection>.{form}", view, name=f"exports-{form}")


EXPORTS = [
    path("exports/", Exports.as_view(), name="exports"),
    export(Form.JSONL, "exportJSONLines", "JSON Lines"),
    export(Form.CSV, "exportCSV", "CSV"),
    path("exports/<path:name>", UnknownExport.as_view()),
]
