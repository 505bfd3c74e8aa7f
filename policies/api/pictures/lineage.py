"""The lineage of a document as a picture: columns of cards, joined by curves."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import ClassVar
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.found import published_document
from policies.api.lineage import lineage_of
from policies.api.pictures.asked import Pictured
from policies.api.pictures.cards import Card, called, deeds, of_day, short
from policies.choices import LineageDirection, LineagePlace
from policies.common.api.clocks import asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.rows import JSONRecord
from policies.common.clocks import legal_day
from policies.common.svg import Layout, Picture, curve, fitted, line, words
from policies.common.svg.marks import path_of
from policies.common.svg.pictures import MARGIN
from policies.common.xml import element
from policies.querysets.chain import CARRYING_OUT

DEPTH = 3
MOST_IN_COLUMN = 12
CARD, GAP, BETWEEN = 250, 72, 14
NARROW = 360
HEAD = 106
Columns = Mapping[int, Sequence[Card]]


class LineagePicture(Pictured):
    """The lineage of a document as a picture.

    What it carries out stands to the left, what carries it out to the right, at most
    three relations away and twelve documents in a column; the picture says how many
    more there are. An arrow leads from the acting document to the one acted on. Legal
    states are those of the day.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getLineagePicture"}
    tag = "documents"
    summary = "The lineage of a document as an SVG picture"

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """Draw the lineage."""
        asked = self.asked(request)
        walk = {
            "direction": LineageDirection.BOTH.value,
            "relation": CARRYING_OUT,
            "depth": DEPTH,
            "as_of": asked["as_of"],
            "attach": (),
        }
        body = lineage_of(published_document(slug), walk)
        return self.shown(asked, lambda layout: lineage_picture(body, layout))


def lineage_picture(body: JSONRecord, layout: Layout) -> Picture:
    """Draw a lineage as ``LineageShape`` gives it."""
    wide = layout is Layout.WIDE
    columns, left = _columns(body, CARD if wide else NARROW - 2 * MARGIN - 18)
    root = body["root"]
    title = _("Chuỗi văn bản của %(name)s") % {"name": short(root)}
    across = len(columns) * (CARD + GAP) - GAP + 2 * MARGIN
    picture = Picture(max(across, 620) if wide else NARROW, title)
    day = of_day(body["as_of"] or legal_day())
    picture.lines = [f"{title}: {called(root)}. {day}.", *_said(columns, left)]
    if not body["complete"]:
        picture.lines.append(_("Còn văn bản ở xa hơn không vẽ ở đây."))
    room = picture.width - 2 * MARGIN
    picture.add(
        words(fitted(title, room, 17, bold=True), MARGIN, 38, "ink h"),
        words(fitted(called(root), room, 13), MARGIN, 58, "quiet"),
        words(day, MARGIN, 77, "quiet s"),
    )
    if wide:
        _beside(picture, columns, left, body)
    else:
        _below(picture, columns, left)
    if not body["complete"]:
        picture.height += 20
        words_left = _("Còn văn bản ở xa hơn không vẽ ở đây.")
        picture.add(words(words_left, MARGIN, picture.height - 14, "quiet s"))
    return picture


def _level(node: JSONRecord) -> int:
    """Say how far to the right a document stands: above the root is to the left."""
    up = node["place"] == LineagePlace.UP
    return -int(node["depth"]) if up else int(node["depth"])


def _columns(body: JSONRecord, width: float) -> tuple[Columns, Mapping[int, int]]:
    """Lay out the documents by column, and count those left out of each."""
    nodes = {node["document"]["slug"]: node for node in body["nodes"]}
    by_level: dict[int, list[JSONRecord]] = defaultdict(list)
    for node in nodes.values():
        by_level[_level(node)].append(node)
    place: dict[str, float] = {}
    columns, left = {}, {}
    for level in sorted(by_level, key=lambda one: (abs(one), one)):
        kept = _joining_most(by_level[level], body["edges"])
        left[level] = len(by_level[level]) - len(kept)
        kept.sort(key=lambda node: _near(node, body["edges"], place))
        place |= {node["document"]["slug"]: n for n, node in enumerate(kept)}
        columns[level] = [
            Card(node, deeds(node, body["edges"], nodes), width) for node in kept
        ]
    return dict(sorted(columns.items())), left


def _joining_most(
    nodes: Sequence[JSONRecord], edges: Sequence[JSONRecord]
) -> list[JSONRecord]:
    """Keep so many documents of a column: those that join most others."""
    joins = Counter(edge[end] for edge in edges for end in ("source", "target"))
    ordered = sorted(nodes, key=lambda node: -joins[node["document"]["slug"]])
    return ordered[:MOST_IN_COLUMN]


def _near(
    node: JSONRecord, edges: Sequence[JSONRecord], place: Mapping[str, float]
) -> tuple[float, str]:
    """Order documents by where those they are joined to stand, so that few cross."""
    slug = node["document"]["slug"]
    ends = [(edge["source"], edge["target"]) for edge in edges]
    others = [b if a == slug else a for a, b in ends if slug in {a, b}]
    known = [place[other] for other in others if other in place]
    return (sum(known) / len(known) if known else len(place)), slug


def _heading(level: int) -> str:
    if level == 0:
        return _("Văn bản được hỏi")
    if level < 0:
        return _("Phía trên, bậc %(step)s") % {"step": -level}
    return _("Phía dưới, bậc %(step)s") % {"step": level}


def _more(count: int) -> str:
    return _("và %(count)s văn bản nữa") % {"count": count}


def _said(columns: Columns, left: Mapping[int, int]) -> list[str]:
    """Say in words what stands in each column."""
    found = []
    for level, cards in columns.items():
        more = f" {_more(left[level])}." if left[level] else ""
        told = " ".join(card.said() for card in cards)
        found.append(f"{_heading(level)}: {told}{more}")
    return found


def _beside(
    picture: Picture, columns: Columns, left: Mapping[int, int], body: JSONRecord
) -> None:
    """Put the columns side by side, each half way down, and join them."""
    heights = {
        level: sum(card.height + BETWEEN for card in cards) + (30 if left[level] else 0)
        for level, cards in columns.items()
    }
    tallest = max(heights.values())
    x: float = MARGIN
    for level, cards in columns.items():
        picture.add(words(_heading(level), x, HEAD + 4, "quiet s b"))
        y = HEAD + 18 + (tallest - heights[level]) / 2
        for card in cards:
            card.x, card.y = x, y
            y += card.height + BETWEEN
        if left[level]:
            picture.add(words(_more(left[level]), x + 12, y + 12, "quiet s"))
        x += CARD + GAP
    picture.add(*_joined(columns, body["edges"]))
    picture.add(*(card.drawn() for cards in columns.values() for card in cards))
    picture.height = HEAD + 18 + tallest + MARGIN - BETWEEN


def _joined(columns: Columns, edges: Sequence[JSONRecord]) -> list[Element]:
    """Draw the relations between neighbouring columns, an arrow at what is acted on."""
    at = {
        card.node["document"]["slug"]: (level, card)
        for level, cards in columns.items()
        for card in cards
    }
    found: list[Element] = []
    for pair in dict.fromkeys((edge["source"], edge["target"]) for edge in edges):
        ends = at.get(pair[0]), at.get(pair[1])
        if ends[0] is None or ends[1] is None:
            continue
        (level, acting), (other, target) = ends[0], ends[1]
        if abs(level - other) != 1:
            continue
        right = level > other
        start = (acting.x if right else acting.x + CARD, acting.middle)
        tip = (target.x + CARD if right else target.x, target.middle)
        back = 8 if right else -8
        found.append(curve(start, (tip[0] + back, tip[1])))
        head = path_of(
            (tip[0] + 1, tip[1]),
            (tip[0] + back, tip[1] - 4),
            (tip[0] + back, tip[1] + 4),
        )
        found.append(element("path", {"class": "a", "d": head}))
    return found


def _below(picture: Picture, columns: Columns, left: Mapping[int, int]) -> None:
    """Put the columns one below the other, along a line."""
    y: float = HEAD
    for level, cards in columns.items():
        picture.add(words(_heading(level), MARGIN, y, "quiet s b"))
        y += 10
        top = y
        for card in cards:
            card.x, card.y = MARGIN + 18, y
            picture.add(line([(MARGIN + 4, card.middle), (card.x, card.middle)]))
            picture.add(card.drawn())
            y += card.height + 8
        picture.add(line([(MARGIN + 4, top), (MARGIN + 4, cards[-1].middle)]))
        if left[level]:
            picture.add(words(_more(left[level]), MARGIN + 18, y + 10, "quiet s"))
            y += 18
        y += 26
    picture.height = y - 6
