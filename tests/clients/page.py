"""The page ``docs/clients.md``: what it tells a reader to type is what CI runs."""

import re
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "clients.md"
SERVER = "http://127.0.0.1:8000"

SECTION = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: title=(?P<name>\S+))?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Client:
    """One section of the page: a client, how it is made, programmes, their output."""

    title: str
    files: dict[str, str]
    commands: tuple[str, ...]
    output: str

    @property
    def language(self) -> str:
        """``Python`` or ``TypeScript``."""
        return self.title.partition(":")[0]

    @property
    def programmes(self) -> list[str]:
        """The names of the programmes, as they are run one after the other."""
        return [name for name in self.files if name.endswith((".py", ".ts"))]

    @property
    def tool(self) -> str:
        """The generator."""
        return self.title.partition(": ")[2]


def clients() -> list[Client]:
    """Read the sections of the page, in its order."""
    _before, *parts = SECTION.split(PAGE.read_text("utf-8"))
    return [
        _client(title, text)
        for title, text in zip(parts[::2], parts[1::2], strict=True)
        if ": " in title
    ]


def _client(title: str, text: str) -> Client:
    blocks = list(BLOCK.finditer(text))
    shell = [one["text"] for one in blocks if one["language"] == "sh"]
    return Client(
        title=title,
        files={one["name"]: one["text"] for one in blocks if one["name"]},
        commands=tuple("".join(shell).splitlines()),
        output="".join(one["text"] for one in blocks if one["language"] == "text"),
    )
