"""The source files of the project as the rules read them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = ("r57", "policies", "decrees")


@dataclass(frozen=True)
class SourceFile:
    """One Python file: where it lies below the project, and what is in it."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The file as Python reads it."""
        return ast.parse(self.text, self.path)

    @property
    def lines(self) -> int:
        """How long the file is."""
        return len(self.text.splitlines())

    @property
    def app(self) -> str:
        """The package at the top that the file belongs to."""
        return self.path.split("/")[0]

    def nodes(self) -> Iterator[ast.AST]:
        """Everything in the file, in no order to rely on."""
        return ast.walk(self.tree)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Give all functions and methods, nested ones too."""
        for node in self.nodes():
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def imports(self) -> Iterator[tuple[int, str]]:
        """Give the line and full module name of each import."""
        for node in self.nodes():
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                dots = "." * node.level
                module = node.module or ""
                names = (alias.name for alias in node.names)
                yield from ((node.lineno, f"{dots}{module}.{name}") for name in names)


def sources(root: Path = PROJECT) -> list[SourceFile]:
    """Read the files that people write; migrations are generated."""
    return [
        SourceFile(path.relative_to(root).as_posix(), path.read_text("utf-8"))
        for package in PACKAGES
        for path in sorted((root / package).rglob("*.py"))
        if "migrations" not in path.parts
    ]
