"""Writing XML: elements from plain values, and no character that XML 1.0 forbids."""

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, indent, tostring

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(
    tag: str,
    attributes: Mapping[str, str | None] | None = None,
    children: Iterable[Element] = (),
    text: str = "",
) -> Element:
    """Make an element; attributes that are ``None`` are left out."""
    given = (attributes or {}).items()
    made = Element(tag, {name: clean(v) for name, v in given if v is not None})
    made.text = clean(text) or None
    made.extend(children)
    return made


def clean(text: str) -> str:
    """Take out the characters that no XML document can hold, escaped or not."""
    return _FORBIDDEN.sub("", text)


def document(root: Element) -> bytes:
    """Write a document in UTF-8, with its declaration."""
    indent(root)
    written: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return written
