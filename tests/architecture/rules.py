"""The house rules: each reads one file and tells where it breaks the rule."""

import ast
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.architecture.source import SourceFile

MAX_FILE = 400
MAX_FUNCTION = 40
SIGNALS = "policies/common/history.py"
COMMON = "policies/common/"
COMMON_IMPORTS = frozenset(
    {
        "django",
        "rest_framework",
        "django_filters",
        "drf_spectacular",
        "simple_history",
        "orjson",
        "urllib3",
    }
)
WIRING_IMPORTS = ("policies.common", "policies.api.urls", "decrees.api.urls")
WORDS_OF_THE_LAW = (
    "agency",
    "circular",
    "citation",
    "decree",
    "delegation",
    "indicator",
    "measure",
    "provision",
    "resolution",
    "ministry",
)

INNER = frozenset({"Meta", "Media"})
"""Classes inside classes that Django reads, and whose names say what they are."""

Fault = tuple[int, str]


@dataclass(frozen=True)
class Rule:
    """One house rule in words, and how it is read off a file.

    ``faults`` gives the line of each breach and what stands there.
    """

    name: str
    words: str
    faults: Callable[[SourceFile], Iterable[Fault]]

    def broken_by(self, files: Iterable[SourceFile]) -> list[str]:
        """Say where files break the rule: ``path:line: what``."""
        return [
            f"{file.path}:{line}: {what}"
            for file in files
            for line, what in self.faults(file)
        ]


def long_file(file: SourceFile) -> Iterator[Fault]:
    """Find a file that is too long to be one noun."""
    if file.lines > MAX_FILE:
        yield file.lines, f"{file.lines} lines"


def long_function(file: SourceFile) -> Iterator[Fault]:
    """Find a function that is too long to be read at once."""
    for function in file.functions():
        length = (function.end_lineno or 0) - function.lineno + 1
        if length > MAX_FUNCTION:
            yield function.lineno, f"{function.name} has {length} lines"


def star_import(file: SourceFile) -> Iterator[Fault]:
    """Find a name that nobody can trace."""
    for line, module in file.imports():
        if module.endswith(".*"):
            yield line, f"from {module[:-2]} import *"


def relative_import(file: SourceFile) -> Iterator[Fault]:
    """Find an import that does not say where it goes."""
    for line, module in file.imports():
        if module.startswith("."):
            yield line, module


def inner_import(file: SourceFile) -> Iterator[Fault]:
    """Find an import in a function; only ``ready()`` of an app has reason for one."""
    for function in file.functions():
        if function.name == "ready" and file.path.endswith("/apps.py"):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield node.lineno, f"import in {function.name}"


def signal(file: SourceFile) -> Iterator[Fault]:
    """Find what happens far from where it is caused."""
    if file.path == SIGNALS:
        return
    for line, module in file.imports():
        if "signals" in module.split(".") or module.startswith("django.dispatch"):
            yield line, module
    for node in file.nodes():
        if isinstance(node, ast.Attribute) and node.attr in {"connect", "receiver"}:
            yield node.lineno, ast.unparse(node)


def save_override(file: SourceFile) -> Iterator[Fault]:
    """Find rules in ``save`` or ``delete`` of a model, which bulk writes pass by."""
    if "/models" not in file.path:
        return
    for node in file.nodes():
        if not isinstance(node, ast.ClassDef):
            continue
        for method in node.body:
            if isinstance(method, ast.FunctionDef) and method.name in {
                "save",
                "delete",
            }:
                yield method.lineno, f"{node.name}.{method.name}"


def bare_print(file: SourceFile) -> Iterator[Fault]:
    """Find words to nobody; logs and ``self.stdout`` have readers."""
    for node in file.nodes():
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print":
            yield node.lineno, ast.unparse(node)


def no_docstring(file: SourceFile) -> Iterator[Fault]:
    """Find a public name that does not say what it is."""
    if not ast.get_docstring(file.tree):
        yield 1, "the module"
    yield from _silent(file.tree)


def _silent(parent: ast.Module | ast.ClassDef) -> Iterator[Fault]:
    for node in parent.body:
        if not isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        ) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node) and node.name not in INNER:
            yield node.lineno, node.name
        if isinstance(node, ast.ClassDef):
            yield from _silent(node)


def common_knows_law(file: SourceFile) -> Iterator[Fault]:
    """Find a building block that leans on more than Django, DRF and their like."""
    if not file.path.startswith(COMMON):
        return
    for line, module in file.imports():
        top = module.split(".")[0]
        if top in COMMON_IMPORTS or top in sys.stdlib_module_names:
            continue
        if not module.startswith("policies.common."):
            yield line, module


def wiring_knows_law(file: SourceFile) -> Iterator[Fault]:
    """Find a word of the law in the wiring, or an import from behind an API."""
    if file.app != "r57":
        return
    for line, module in file.imports():
        ours = module.split(".")[0] in {"policies", "decrees"}
        if ours and not module.startswith(WIRING_IMPORTS):
            yield line, module
    for node in file.nodes():
        name = _named(node).lower()
        if any(word in name for word in WORDS_OF_THE_LAW):
            yield getattr(node, "lineno", 0), _named(node)


def _named(node: ast.AST) -> str:
    """Give the name that a node brings in or uses, if it has one."""
    for part in ("name", "id", "attr", "arg"):
        name = getattr(node, part, None)
        if isinstance(name, str):
            return name
    return ""


RULES = (
    Rule("long_file", f"No file is longer than {MAX_FILE} lines.", long_file),
    Rule("long_function", f"No function exceeds {MAX_FUNCTION} lines.", long_function),
    Rule("star_import", "Nothing is imported by a star.", star_import),
    Rule("relative_import", "Imports are absolute.", relative_import),
    Rule("inner_import", "Imports stand at the top of the file.", inner_import),
    Rule("signal", f"Signals are used in {SIGNALS} only.", signal),
    Rule("save_override", "Models override neither save nor delete.", save_override),
    Rule("bare_print", "Nothing is printed.", bare_print),
    Rule("no_docstring", "Every public name has a docstring.", no_docstring),
    Rule(
        "common_knows_law",
        "policies/common imports only Django, DRF, their like and itself.",
        common_knows_law,
    ),
    Rule(
        "wiring_knows_law",
        "r57 has no word of the law and meets the apps at their API only.",
        wiring_knows_law,
    ),
)
"""The rules that each file keeps by itself."""
