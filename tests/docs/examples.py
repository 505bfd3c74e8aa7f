"""The examples of the documentation: a curl command and the answer printed below it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.api.calls import CLIENT

ROOT = Path(__file__).resolve().parents[2]
COMMAND = re.compile(
    r"\$ curl (?P<options>[^\n]*?)'http://127\.0\.0\.1:8000(?P<path>[^']+)'"
    r"(?P<more>(?: \\\n[^\n]+)*)\n```\n\n"
    r"```(?P<language>\w+)\n(?P<answer>.*?)\n```",
    re.DOTALL,
)
OPTION = re.compile(r"(?P<name>-[HdX]|--json) '?(?P<value>[^']+?)'?(?=\s+-|\s*\\?\n|$)")


@dataclass(frozen=True)
class Example:
    """One command of the documentation with the answer it shows."""

    path: str
    options: str
    language: str
    shown: str

    @property
    def sent(self) -> dict[str, Any]:
        """The method, headers and body that the options of curl stand for."""
        found = [(one["name"], one["value"]) for one in OPTION.finditer(self.options)]
        bodies = [value for name, value in found if name == "--json"]
        headers = dict(value.split(": ", 1) for name, value in found if name == "-H")
        method = "POST" if bodies else "GET"
        data = bodies[0].encode() if bodies else b""
        return {"method": method, "data": data, "headers": headers}

    def answer(self) -> tuple[int, str, str]:
        """Ask; give the status, the content type and the text."""
        sent = self.sent
        response = CLIENT.generic(
            sent["method"],
            self.path,
            sent["data"],
            content_type="application/json" if sent["data"] else "",
            headers=sent["headers"],
        )
        kind = response.headers.get("Content-Type", "")
        return response.status_code, kind, response.content.decode()

    def faults(self) -> list[str]:
        """Say where the answer is not as shown."""
        _status, _kind, text = self.answer()
        if self.language == "json":
            answer = json.loads(text)
            return [] if holds(answer, json.loads(self.shown)) else [text[:3000]]
        lines = [line.strip() for line in self.shown.splitlines()]
        missing = [line for line in lines if line not in {"", "..."}]
        flat = re.sub(r">\s+<", "><", text)
        return [f"{line}\n{text[:3000]}" for line in missing if line not in flat]


def examples(file: str) -> Iterator[Example]:
    """Read the examples of a file of the repository."""
    for found in COMMAND.finditer((ROOT / file).read_text("utf-8")):
        options = f"{found['options']}{found['more']}"
        yield Example(found["path"], options, found["language"], found["answer"])


def holds(actual: Any, shown: Any) -> bool:
    """Tell whether an answer holds what is shown; members may be left out.

    A shown list may stop early, with ``"..."`` as its last item.
    """
    if isinstance(shown, dict):
        return isinstance(actual, dict) and all(
            name in actual and holds(actual[name], value)
            for name, value in shown.items()
        )
    if isinstance(shown, list):
        if not isinstance(actual, list):
            return False
        cut = shown[-1:] == ["..."]
        wanted = shown[:-1] if cut else shown
        fits = len(actual) > len(wanted) if cut else len(actual) == len(wanted)
        return fits and all(map(holds, actual, wanted))
    return bool(actual == shown)
