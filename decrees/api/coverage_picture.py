"""The coverage of a document as a picture: a bar of what is owed, a row for each."""

from collections.abc import Mapping, Sequence
from typing import ClassVar
from xml.etree.ElementTree import Element

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from decrees.api.coverage import coverage_of
from policies.api.found import published_document
from policies.api.pictures.asked import Pictured
from policies.api.pictures.cards import called, of_day, short
from policies.choices import DelegationStatus
from policies.common.api.clocks import asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.rows import JSONRecord
from policies.common.clocks import legal_day
from policies.common.svg import (
    Layout,
    Picture,
    fitted,
    mark,
    rectangle,
    text_width,
    words,
    wrapped,
)
from policies.common.svg.pictures import MARGIN
from policies.common.xml import element
from policies.rules.provisions import citation_en, citation_vi, read_eid

WIDE, NARROW = 960, 360
MOST_ROWS = 60
STEP = 15.5
STATUSES: Mapping[str, tuple[str, str]] = {
    DelegationStatus.FULFILLED: ("dot", "good"),
    DelegationStatus.UNCLEAR: ("warning", "none"),
    DelegationStatus.OVERDUE: ("cross", "bad"),
    DelegationStatus.PENDING: ("ring", "calm"),
    DelegationStatus.LAPSED: ("dash", "none"),
}


class CoveragePicture(Pictured):
    """The coverage of a document as a picture.

    A bar shows how many of the matters owed are detailed; below it stands a row for
    each, with the provision that orders it, who owes it and the text that details it,
    at most sixty. States are those of the day.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getCoveragePicture"}
    tag = "documents"
    summary = "The coverage of a document as an SVG picture"

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Draw the coverage."""
        asked = self.asked(request)
        day = asked["as_of"] or legal_day()
        body = coverage_of(published_document(slug), day)
        return self.shown(asked, lambda layout: coverage_picture(body, layout))


def coverage_picture(body: JSONRecord, layout: Layout) -> Picture:
    """Draw a coverage as ``CoverageShape`` gives it."""
    document = body["document"]
    rows = sorted(body["delegations"], key=lambda one: one["provision"] is None)
    title = _("Quy định chi tiết %(name)s") % {"name": short(document)}
    picture = Picture(WIDE if layout is Layout.WIDE else NARROW, title)
    room = picture.width - 2 * MARGIN
    summary = _summary(body)
    picture.lines = [
        f"{title}: {called(document)}. {of_day(body['on'])}. {summary}",
        *(_said(one) for one in rows[:MOST_ROWS]),
    ]
    picture.add(
        words(fitted(title, room, 17, bold=True), MARGIN, 38, "ink h"),
        words(fitted(called(document), room, 13), MARGIN, 58, "quiet"),
        words(of_day(body["on"]), MARGIN, 77, "quiet s"),
        words(fitted(summary, room, 13, bold=True), MARGIN, 106, "ink b"),
    )
    picture.height = 118
    _bar(picture, body, room)
    for one in rows[:MOST_ROWS]:
        picture.height += _row(picture, one, picture.height) + 8
    if len(rows) > MOST_ROWS:
        more = _("và %(count)s nội dung nữa") % {"count": len(rows) - MOST_ROWS}
        picture.lines.append(more)
        picture.add(words(more, MARGIN, picture.height + 14, "quiet s"))
        picture.height += 24
    picture.height += MARGIN - 8
    return picture


def _summary(body: JSONRecord) -> str:
    """Say in one line how much is detailed."""
    if not body["delegations"]:
        return _("Sổ chưa ghi nội dung nào được giao quy định chi tiết.")
    return _("Đã quy định %(done)s trong %(owed)s nội dung phải quy định.") % {
        "done": body["fulfilled"],
        "owed": body["owed"],
    }


def _bar(picture: Picture, body: JSONRecord, room: float) -> None:
    """Draw what is owed as one bar, each part with its mark, number and word below."""
    parts = [(one, body[one.value]) for one in DelegationStatus if body[one.value]]
    total = sum(count for _status, count in parts)
    if not total:
        return
    x, y = float(MARGIN), picture.height
    for status, count in parts:
        width = room * count / total
        mark_name, tone = STATUSES[status]
        kind = "c" if mark_name in {"ring", "warning", "dash"} else f"f {tone}"
        picture.add(rectangle(x + 1, y, max(width - 2, 2), 14, kind, 3))
        x += width
    x, y = float(MARGIN), y + 34
    for status, count in parts:
        label = f"{count} · {status.label}"
        width = text_width(label, 11.5) + 34
        if x > MARGIN and x + width > MARGIN + room:
            x, y = float(MARGIN), y + 20
        name, tone = STATUSES[status]
        picture.add(mark(name, tone, x + 5, y - 4))
        picture.add(words(fitted(label, room - 16, 11.5), x + 16, y, "ink s"))
        x += width
    picture.height = y + 18


def _cited(one: JSONRecord) -> str:
    """Cite the provision that orders the matter."""
    if one["provision"] is None:
        return ""
    cite = citation_en if get_language() == "en" else citation_vi
    return cite(read_eid(one["provision"]["eid"]))


def _matter(one: JSONRecord) -> str:
    english = one["matter_en"] if get_language() == "en" else None
    return str(english or one["matter"])


def _agency(one: JSONRecord) -> str:
    agency = one["agency"]
    if agency is None:
        return ""
    english = agency["name_en"] if get_language() == "en" else None
    return str(english or agency["name"])


def _status(one: JSONRecord) -> str:
    return str(DelegationStatus(one["status"]).label)


def _said(one: JSONRecord) -> str:
    """Say one row in words."""
    text = one["fulfilled_by"]
    parts = [_cited(one), _matter(one), _agency(one), _status(one)]
    return "; ".join(part for part in [*parts, text and short(text)] if part) + "."


def _row(picture: Picture, one: JSONRecord, y: float) -> float:
    """Draw one matter; give how high it is."""
    wide = picture.width == WIDE
    room = picture.width - 2 * MARGIN
    side = 270 if wide else 0
    left = _ordered(one, room - side - 24)
    right = _became(one, (side or room) - 40)
    lines = max(len(left), len(right)) if wide else len(left) + len(right)
    height = 22 + STEP * lines + (0 if wide else 4)
    parts: list[Element] = [
        element("title", text=_said(one)),
        rectangle(MARGIN, y, room, height),
    ]
    at = y + 11
    for text, kind in left:
        at += STEP
        parts.append(words(text, MARGIN + 14, at - 3, kind))
    at, x = (y + 11, MARGIN + room - side) if wide else (at + 4, float(MARGIN + 14))
    name, tone = STATUSES[one["status"]]
    parts.append(mark(name, tone, x + 5, at + STEP - 7))
    for text, kind in right:
        at += STEP
        parts.append(words(text, x + 18, at - 3, kind))
    picture.add(element("g", {}, parts))
    return height


def _ordered(one: JSONRecord, room: float) -> Sequence[tuple[str, str]]:
    """Give the lines of what is ordered: provision, matter, who owes it."""
    cited, agency = _cited(one), _agency(one)
    lines = [(fitted(cited, room, 13, bold=True), "ink b")] if cited else []
    lines += [(text, "ink s") for text in wrapped(_matter(one), room, 11.5, 3)]
    return [*lines, *([(fitted(agency, room, 11.5), "quiet s")] if agency else [])]


def _became(one: JSONRecord, room: float) -> Sequence[tuple[str, str]]:
    """Give the lines of what became of it: status, and the text that details it."""
    tone = STATUSES[one["status"]][1]
    lines = [(text, f"{tone} s b") for text in wrapped(_status(one), room, 11.5, 2)]
    text = one["fulfilled_by"]
    return [*lines, *([(fitted(short(text), room, 11.5), "ink s")] if text else [])]
