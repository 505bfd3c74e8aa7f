"""A picture: its size, its words for those who do not see it, its colours.

Nothing in it is fetched from elsewhere and nothing runs. Colours stand in one style
sheet of its own; ``auto`` follows what the reader's device prefers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from xml.etree.ElementTree import Element

from policies.common.svg.marks import number
from policies.common.xml import document, element

MARGIN = 24
FONT = "'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif"


class Language(StrEnum):
    """The language of a picture's words."""

    VI = "vi"
    EN = "en"


class Theme(StrEnum):
    """The colours of a picture; ``auto`` follows the reader's device."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Layout(StrEnum):
    """For which room a picture is laid out: a page, or a telephone held upright."""

    WIDE = "wide"
    NARROW = "narrow"


Colours = Mapping[str, str]
LIGHT: Colours = {
    "paper": "#ffffff",
    "card": "#f6f8fa",
    "ink": "#1f2328",
    "quiet": "#57606a",
    "line": "#8c959f",
    "faint": "#d0d7de",
    "accent": "#0b57d0",
    "good": "#1a7f37",
    "calm": "#0b62b8",
    "warn": "#8a5a00",
    "bad": "#b4232c",
    "none": "#57606a",
}
DARK: Colours = {
    "paper": "#0f141a",
    "card": "#1a212a",
    "ink": "#e9eef4",
    "quiet": "#a5b0bc",
    "line": "#7a8591",
    "faint": "#36404b",
    "accent": "#8ab8ff",
    "good": "#5fc97a",
    "calm": "#7cb7ff",
    "warn": "#e3b341",
    "bad": "#ff8a83",
    "none": "#a5b0bc",
}
TONES = ("ink", "quiet", "accent", "good", "calm", "warn", "bad", "none")

FIXED = (
    f"text{{font-family:{FONT};font-size:13px}}"
    ".b{font-weight:600}.s{font-size:11.5px}.h{font-size:17px;font-weight:600}"
    ".e,.g{fill:none}.e{stroke-width:1.5}.g{stroke-width:1}"
    ".c{stroke-width:1}.k{stroke-width:2}"
    ".m{stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}"
    ".stroke{fill:none;stroke-width:2.2}"
    ".dashed{stroke-dasharray:2.5 2.5}.d{stroke-dasharray:6 4}"
)


def _painted(colours: Colours) -> str:
    """Write the rules of a theme."""
    c = colours
    rules = [
        f".paper{{fill:{c['paper']}}}",
        f".c{{fill:{c['card']};stroke:{c['faint']}}}",
        f".k{{stroke:{c['accent']}}}",
        f".e{{stroke:{c['line']}}}",
        f".g{{stroke:{c['faint']}}}",
        f".a{{fill:{c['line']}}}",
        f".hollow{{fill:{c['paper']}}}",
    ]
    for tone in TONES:
        rules += [
            f"text.{tone},.f.{tone}{{fill:{c[tone]}}}",
            f".m.{tone}{{stroke:{c[tone]}}}.m.solid.{tone}{{fill:{c[tone]}}}",
            f".e.{tone}{{stroke:{c[tone]}}}",
        ]
    return "".join(rules)


def style_of(theme: Theme) -> str:
    """Write the style sheet of a theme."""
    if theme is Theme.DARK:
        return FIXED + _painted(DARK)
    light = FIXED + _painted(LIGHT)
    if theme is Theme.LIGHT:
        return light
    return f"{light}@media (prefers-color-scheme:dark){{{_painted(DARK)}}}"


@dataclass
class Picture:
    """A picture while it is drawn.

    Attributes:
        width: its width; readers scale it.
        title: what it shows, in a few words.
        lines: what it says, for those who do not see it.
        parts: what was drawn, the hindmost first.
        height: how far down it was drawn.

    """

    width: float
    title: str
    lines: list[str] = field(default_factory=list)
    parts: list[Element] = field(default_factory=list)
    height: float = 0

    def add(self, *parts: Element) -> None:
        """Draw on top of what was drawn."""
        self.parts.extend(parts)

    def written(self, language: Language, theme: Theme) -> bytes:
        """Write the picture as a document of its own."""
        width, height = number(self.width), number(self.height)
        root = element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {width} {height}",
                "width": width,
                "height": height,
                "role": "img",
                "aria-labelledby": "r57-title r57-desc",
                "xml:lang": language.value,
                "lang": language.value,
            },
            [
                element("title", {"id": "r57-title"}, text=self.title),
                element("desc", {"id": "r57-desc"}, text=" ".join(self.lines)),
                element("style", text=style_of(theme)),
                element(
                    "rect",
                    {"class": "paper", "width": width, "height": height, "rx": "8"},
                ),
                *self.parts,
            ],
        )
        return document(root)


def words(
    text: str, x: float, y: float, kind: str = "ink", anchor: str = ""
) -> Element:
    """Write one line of text; ``kind`` names its tone and size."""
    place = {"class": kind, "x": number(x), "y": number(y)}
    return element("text", {**place, "text-anchor": anchor or None}, text=text)


def rectangle(  # a box has four sides
    x: float, y: float, width: float, height: float, kind: str = "c", rx: float = 6
) -> Element:
    """Draw a box."""
    sides = {"x": x, "y": y, "width": width, "height": height, "rx": rx}
    written = {name: number(value) for name, value in sides.items()}
    return element("rect", {"class": kind, **written})


def line(points: Iterable[tuple[float, float]], kind: str = "e") -> Element:
    """Draw a line through points."""
    through = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return element("path", {"class": kind, "d": f"M{through}"})


def curve(start: tuple[float, float], end: tuple[float, float]) -> Element:
    """Draw a curve that leaves and arrives level."""
    (x, y), (to_x, to_y) = start, end
    middle = number((x + to_x) / 2)
    begins, ends = f"{number(x)} {number(y)}", f"{number(to_x)} {number(to_y)}"
    turns = f"{middle} {number(y)} {middle} {number(to_y)}"
    return element("path", {"class": "e", "d": f"M{begins}C{turns} {ends}"})
