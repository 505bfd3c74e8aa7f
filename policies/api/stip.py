"""The export of measures in the flat layout of the EC-OECD STIP survey."""

import base64
import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from tempfile import SpooledTemporaryFile
from typing import IO, ClassVar

from django.http import FileResponse
from django.urls import reverse
from rest_framework.request import Request

from policies.api.exports import POSITION, CSVRenderer, Exporting
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer
from policies.common.exports.cells import guarded
from policies.common.exports.isolation import one_snapshot
from policies.common.exports.writing import BOM
from policies.services.exporting import standing
from policies.services.stip import columns, stip_rows

SEPARATOR = "|"
IN_MEMORY = 1 << 20  # bytes; what is longer goes to the disk
CONTENT_TYPE = "text/csv; charset=utf-8; header=present"
FILE = {
    "type": "string",
    "description": "The file: UTF-8, separated by `|`, two header rows.",
}


class StipExport(Exporting):
    """Measures in the flat layout in which STIP Compass publishes its survey.

    The separator is `|`; the first row names the columns, the second describes them,
    then each measure has a row for its instrument type. `TG` columns are target groups
    (1 or 0), `TH` columns themes, which are empty because subjects have no crosswalk
    to them. What the register does not record is empty too. Measures that another was
    held instead of are left out.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "exportSTIP"}
    summary = "All measures in the flat layout of the EC-OECD STIP survey"
    answers: ClassVar[Mapping[str, Answer]] = {"text/csv": FILE}
    renderer_classes = (CSVRenderer,)

    @conditional(register_etag)
    def get(self, request: Request) -> FileResponse:
        """Write the file from one snapshot, and send it."""
        self.asked(request)

        def address(slug: str) -> str:
            return request.build_absolute_uri(reverse("measures-detail", args=[slug]))

        file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 # sent, then closed
        with one_snapshot():
            position = standing().position
            described = columns()
            digest = written(file, [list(described), list(described.values())])
            digest = written(file, stip_rows(address), digest)
        file.seek(0)
        response = FileResponse(
            file, as_attachment=True, filename="stip.csv", content_type=CONTENT_TYPE
        )
        response[POSITION] = str(position)
        made = base64.b64encode(digest.digest()).decode()
        response["Repr-Digest"] = f"sha-256=:{made}:"
        return response


def written(
    file: IO[bytes], rows: Iterable[list[str]], digest: "hashlib._Hash | None" = None
) -> "hashlib._Hash":
    """Write rows and add them to a digest, which begins with the mark of UTF-8."""
    if digest is None:
        file.write(BOM)
        digest = hashlib.sha256(BOM)
    for row in rows:
        line = io.StringIO(newline="")
        cells = [guarded(cell) for cell in row]
        csv.writer(line, delimiter=SEPARATOR, lineterminator="\r\n").writerow(cells)
        data = line.getvalue().encode()
        file.write(data)
        digest.update(data)
    return digest
