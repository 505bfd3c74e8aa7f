"""A document as a card of a picture: its number, its title, its state, what it does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from policies.api.pictures.states import state_label, state_mark
from policies.choices import LineagePlace, RelationType
from policies.common.api.rows import JSONRecord
from policies.common.svg import fitted, mark, rectangle, words, wrapped
from policies.common.xml import element

PAD = 12
STEP = 15.5
MOST_TITLE, MOST_DEEDS = 2, 3


def called(document: Mapping[str, str | None]) -> str:
    """Give the title of a document in the language that is written."""
    english = document["title_en"] if get_language() == "en" else None
    return english or document["title"] or ""


def short(document: Mapping[str, str | None]) -> str:
    """Name a document as people do: by its number, else by its title."""
    return document["number"] or called(document)


def of_day(day: date) -> str:
    """Say for which day states are shown."""
    written = f"{day:%d/%m/%Y}" if get_language() == "vi" else f"{day:%Y-%m-%d}"
    return _("Tình trạng ngày %(day)s") % {"day": written}


def deeds(
    node: JSONRecord, edges: Sequence[JSONRecord], nodes: Mapping[str, JSONRecord]
) -> list[str]:
    """Say what a document does to others of a lineage, one line a relation type."""
    done: dict[str, list[str]] = {}
    for edge in edges:
        if edge["source"] == node["document"]["slug"]:
            other = short(nodes[edge["target"]]["document"])
            done.setdefault(edge["type"], []).append(other)
    return [
        f"{RelationType(kind).label}: {', '.join(others)}"
        for kind, others in done.items()
    ]


@dataclass
class Card:
    """One document laid out for a width, before it has a place."""

    node: JSONRecord
    done: Sequence[str]
    width: float
    x: float = 0
    y: float = 0

    def __post_init__(self) -> None:
        """Break its text into lines."""
        inner = self.width - 2 * PAD
        document = self.node["document"]
        number, title = document["number"], called(document)
        self.head = fitted(number or title, inner, 13, bold=True)
        self.title = wrapped(title, inner, 11.5, MOST_TITLE) if number else ()
        self.deeds: list[str] = []
        for deed in self.done[:MOST_DEEDS]:
            self.deeds += wrapped(deed, inner, 11.5, 2)
        lines = len(self.title) + len(self.deeds)
        self.height = 2 * PAD + 32 + STEP * lines + (5 if self.deeds else 0)

    @property
    def middle(self) -> float:
        """Half way down the card."""
        return self.y + self.height / 2

    def drawn(self) -> Element:
        """Draw the card at its place; pointing at it tells the whole title."""
        state = self.node["legal_state"]["state"]
        sign, tone = state_mark(state)
        root = self.node["place"] == LineagePlace.ROOT
        x, y = self.x + PAD, self.y + PAD + 11
        parts = [
            rectangle(self.x, self.y, self.width, self.height, "c k" * root or "c")
        ]
        parts.append(words(self.head, x, y, "ink b"))
        for text in self.title:
            y += STEP
            parts.append(words(text, x, y, "ink s"))
        y += STEP + 3
        parts.append(mark(sign, tone, x + 5, y - 4))
        label = fitted(state_label(state), self.width - 2 * PAD - 16, 11.5)
        parts.append(words(label, x + 16, y, f"{tone} s"))
        y += 5
        for text in self.deeds:
            y += STEP
            parts.append(words(text, x, y, "quiet s"))
        title = element("title", text=self.said())
        return element("g", {}, [title, *parts])

    def said(self) -> str:
        """Say in words what the card shows."""
        document = self.node["document"]
        state = state_label(self.node["legal_state"]["state"])
        names = [document["number"], called(document)]
        named = " – ".join(name for name in names if name)
        return f"{named} ({state}). {'; '.join(self.done)}".strip()
