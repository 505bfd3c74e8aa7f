"""The requests that are measured: lists, records, searches, citations, a lineage.

So are the targets that are behind on a day, and the coverage of documents. A list is
also asked for a few members only, with facets, and with words to search; a list and a
record also by a client that holds the answer.
"""

from dataclasses import dataclass
from http.client import HTTPConnection

import orjson

HOST = "127.0.0.1"
"""Host that every request names, so that addresses in the answers are the same."""

HELD = "held"
DETAIL = "synthetic-000007"


@dataclass(frozen=True)
class Question:
    """One request.

    Attributes:
        name: what the table calls it.
        path: its path and query.
        body: the JSON that is posted; without it the request is a GET.
        built: whether the floor builds the answer from the rows. If not, it runs the
            same statements and writes the recorded answer.
        held: whether the client holds the answer: its entity tag is sent, and nothing
            but 304 comes back.

    """

    name: str
    path: str
    body: str = ""
    built: bool = True
    held: bool = False

    @property
    def method(self) -> str:
        """Give the method of the request."""
        return "POST" if self.body else "GET"

    @property
    def status(self) -> int:
        """Give the status that it is answered with."""
        return 304 if self.held else 200

    @property
    def key(self) -> str:
        """Tell the request from others at the same address."""
        return f"{HELD} {self.path}" if self.held else self.path

    def send(self, connection: HTTPConnection, tag: str) -> None:
        """Send the request, with the entity tag of the answer if that is held."""
        headers = {"Host": HOST}
        if self.held:
            headers["If-None-Match"] = tag
        if self.body:
            headers["Content-Type"] = "application/json"
        connection.request(self.method, self.path, self.body.encode() or None, headers)


LIST = (
    "/api/v1/documents/?kind=decree&issued_on__gte=2020-01-01"
    "&ordering=-issued_on&page_size=50"
)
WORDS = "q=tri+tue+nhan+tao&page_size=50"
CITATIONS = (
    *("57-NQ/TW", "nghi quyet 57 cua bo chinh tri", "Resolution No. 57-NQ/TW"),
    *("Nghị quyết số 57-NQ/TW ngày 22/12/2024", "03/NQ-CP", "03-NQ/CP"),
    *("Nghị quyết 193/2025/QH15", "Luật 193/2025/QH15", "khoản 1 Điều 4 NQ 193"),
    *("Luật 93/2025/QH15", "điểm a khoản 2 Điều 5 Luật 93/2025/QH15"),
    *(
        "Law No. 134/2025/QH15",
        "Luật Trí tuệ nhân tạo",
        "Luật Công nghiệp công nghệ số",
    ),
    *("262/2025/NĐ-CP", "262/ND-CP", "1131/QĐ-TTg", "71/NQ-CP"),
    *("10042/2024/NĐ-CP", "Thông tư 999999/2025/TT-BKHCN"),
)
"""Numbers in several spellings, provisions, names; incomplete, transposed, unknown."""

QUESTIONS = (
    Question("list", LIST),
    Question("detail", f"/api/v1/documents/{DETAIL}/"),
    Question("list 304", LIST, built=False, held=True),
    Question("detail 304", f"/api/v1/documents/{DETAIL}/", built=False, held=True),
    Question("fields", f"{LIST}&fields=number,title,issued_on"),
    Question("facets", f"{LIST}&facets=legal_state,issuer,subjects,year"),
    Question("search", f"/api/v1/documents/?{WORDS}"),
    Question("search all", f"/api/v1/search/?{WORDS}", built=False),
    Question(
        "resolve",
        "/api/v1/resolve/",
        orjson.dumps({"citations": CITATIONS}).decode(),
        built=False,
    ),
    Question(
        "lineage",
        "/api/v1/documents/57-nq-tw/lineage/?direction=both&depth=4",
        built=False,
    ),
    Question(
        "progress",
        "/api/v1/targets/?status=behind&as_of=2026-01-01&page_size=50",
        built=False,
    ),
    Question(
        "coverage", "/api/v1/coverage/?as_of=2026-01-01&page_size=50", built=False
    ),
    Question(
        "changes",
        "/api/v1/changes/?after=1000&include=record&page_size=50",
        built=False,
    ),
)
