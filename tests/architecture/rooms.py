"""The rooms of the house: both apps use the same inner file names, and no others."""

from pathlib import Path
from statistics import median

from tests.architecture.source import PROJECT, SourceFile

APPS = ("policies", "decrees")
MEDIAN_FILE = 100
TOP = frozenset({"r57", "policies", "decrees", "fixtures", "tests"})
ROOMS = frozenset(
    {
        "admin",
        "api",
        "apps",
        "catalog",
        "choices",
        "filtersets",
        "locale",
        "management",
        "migrations",
        "models",
        "querysets",
        "rules",
        "serializers",
        "services",
        "static",
        "templates",
    }
)
ONLY_IN = {"policies": frozenset({"common", "writing"})}


def strange_rooms(root: Path = PROJECT) -> list[str]:
    """Give what lies in an app under a name that the house does not know."""
    return [
        f"{app}/{entry.name}"
        for app in APPS
        for entry in sorted((root / app).iterdir())
        if not entry.name.startswith("__")
        and entry.stem not in ROOMS | ONLY_IN.get(app, frozenset())
    ]


def strange_packages(root: Path = PROJECT) -> list[str]:
    """Give the Python packages at the top beside those of the house."""
    return [
        entry.parent.name
        for entry in sorted(root.glob("*/__init__.py"))
        if entry.parent.name not in TOP
    ]


def median_length(files: list[SourceFile]) -> float:
    """Give the length of the file in the middle."""
    return median(file.lines for file in files)
