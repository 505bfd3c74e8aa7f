"""Marks that are told apart by their shape, so that colour only repeats it."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from policies.common.xml import element

Shape = Callable[[float, float, float], dict[str, str]]


def number(value: float) -> str:
    """Write a coordinate, no more exactly than a screen shows it."""
    return f"{value:.1f}".removesuffix(".0")


def path_of(*points: tuple[float, float]) -> str:
    """Write a closed shape through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def _circle(x: float, y: float, r: float) -> dict[str, str]:
    return {
        "d": f"M{number(x - r)} {number(y)}a{r} {r} 0 1 0 {number(2 * r)} 0"
        f"a{r} {r} 0 1 0 {number(-2 * r)} 0Z"
    }


def _half(x: float, y: float, r: float) -> dict[str, str]:
    top = f"{number(x)} {number(y - r)}"
    return {"d": f"M{top}a{r} {r} 0 0 0 0 {number(2 * r)}Z"}


def _square(x: float, y: float, r: float) -> dict[str, str]:
    s = r * 0.88
    return {
        "d": path_of((x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s))
    }


def _triangle(x: float, y: float, r: float) -> dict[str, str]:
    s = r * 1.1
    return {"d": path_of((x, y - s), (x + s, y + s * 0.8), (x - s, y + s * 0.8))}


def _diamond(x: float, y: float, r: float) -> dict[str, str]:
    s = r * 1.15
    return {"d": path_of((x, y - s), (x + s, y), (x, y + s), (x - s, y))}


def _cross(x: float, y: float, r: float) -> dict[str, str]:
    s = r * 0.8
    a, b, c, d = (number(v) for v in (x - s, x + s, y - s, y + s))
    return {"d": f"M{a} {c}L{b} {d}M{b} {c}L{a} {d}"}


def _bars(x: float, y: float, r: float) -> dict[str, str]:
    s, t = r * 0.5, r * 0.85
    a, b, c, d = (number(v) for v in (x - s, x + s, y - t, y + t))
    return {"d": f"M{a} {c}V{d}M{b} {c}V{d}"}


def _dash(x: float, y: float, r: float) -> dict[str, str]:
    return {"d": f"M{number(x - r)} {number(y)}H{number(x + r)}"}


MARKS: dict[str, tuple[tuple[Shape, str], ...]] = {
    "dot": ((_circle, "solid"),),
    "ring": ((_circle, "hollow"),),
    "dashed": ((_circle, "hollow dashed"),),
    "half": ((_circle, "hollow"), (_half, "solid")),
    "square": ((_square, "solid"),),
    "box": ((_square, "hollow"),),
    "triangle": ((_triangle, "solid"),),
    "warning": ((_triangle, "hollow"),),
    "diamond": ((_diamond, "solid"),),
    "cross": ((_cross, "stroke"),),
    "bars": ((_bars, "stroke"),),
    "dash": ((_dash, "stroke"),),
}
"""The marks by name: outlines, each with how it is painted."""


def mark(name: str, tone: str, x: float, y: float, r: float = 5) -> Element:
    """Draw a mark around a point in one of the tones of a picture."""
    return element(
        "g",
        {},
        [
            element("path", {"class": f"m {paint} {tone}", **shape(x, y, r)})
            for shape, paint in MARKS[name]
        ],
    )
