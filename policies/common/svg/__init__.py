"""Drawing pictures as SVG: text that fits, marks that need no colour, two themes."""

from policies.common.svg.marks import MARKS, mark
from policies.common.svg.pictures import (
    Language,
    Layout,
    Picture,
    Theme,
    curve,
    line,
    rectangle,
    words,
)
from policies.common.svg.texts import fitted, text_width, wrapped

__all__ = [
    "MARKS",
    "Language",
    "Layout",
    "Picture",
    "Theme",
    "curve",
    "fitted",
    "line",
    "mark",
    "rectangle",
    "text_width",
    "words",
    "wrapped",
]
