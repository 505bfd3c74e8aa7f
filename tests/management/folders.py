"""Folders of register files made for tests."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def folder(**files: str) -> Iterator[Path]:
    """Give a folder with these files: ``sources="- slug: ..."``."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for stem, text in files.items():
            (place / f"{stem}.yaml").write_text(text, encoding="utf-8")
        yield place


SOURCE = """
- slug: made-source
  title: Nguồn để thử
  kind: press
  language: vi
"""

MEASURE = """
- slug: made-measure
  title: Biện pháp để thử
  instrument: revenue_split
  citations:
    - {source: made-source, locator: đoạn 1}
"""


def term(value: str, extra: str = "") -> str:
    """Write a share of the made measure."""
    return f"""
- slug: made-term
  measure: made-measure
  role: share
  unit: percent
  value: "{value}"
  citations:
    - {{source: made-source, locator: đoạn 1}}
{extra}"""
