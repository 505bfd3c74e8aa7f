"""Editions: the files of all collections for one state, kept in a folder of their own.

An edition is written once, under a lock, into a folder that gets its name only when
it is whole. So whoever finds an edition finds all of it, and a slow reader of a file
holds no transaction.
"""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
from django.conf import settings

from policies.common.exports.isolation import one_snapshot
from policies.common.exports.state import State, exported
from policies.common.exports.writing import ExportFile, Sink, write_collection

KEPT = 8  # editions, so that a client may fetch all files of the one it began with
MANIFEST = "manifest.json"
MANIFEST_STYLE = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
UNFINISHED = ".unfinished"
LOCK = ".lock"

Standing = Callable[[], State]


@dataclass(frozen=True)
class Edition:
    """The files of one state."""

    folder: Path
    version: int
    log: str
    position: int
    files: tuple[ExportFile, ...]

    @classmethod
    def read(cls, folder: Path) -> "Edition":
        """Read what a folder holds."""
        manifest = orjson.loads((folder / MANIFEST).read_bytes())
        files = tuple(
            ExportFile(*(one[name] for name in ExportFile.__dataclass_fields__))
            for one in manifest.pop("files")
        )
        return cls(folder, **manifest, files=files)

    def file(self, collection: str, form: str) -> ExportFile:
        """Give the file of a collection in one form."""
        wanted = f"{collection}.{form}"
        return next(one for one in self.files if one.name == wanted)


def current_edition(standing: Standing) -> Edition:
    """Give the edition of the register as it stands, writing it if need be."""
    folder = Path(settings.EXPORTS_DIR)
    kept = folder / standing().name
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder), one_snapshot():
            state = standing()
            kept = folder / state.name
            if not kept.exists():
                _make(kept, state)
                _forget(folder)
    return Edition.read(kept)


def kept_edition(state: State) -> Edition | None:
    """Give an edition of a position, if it is still kept; drafts do not matter."""
    folder = Path(settings.EXPORTS_DIR)
    found = sorted(folder.glob(f"{state.position}-*-{state.digest}"), key=_made)
    return Edition.read(found[-1]) if found else None


def write_edition(folder: Path, state: State) -> None:
    """Write the files of a state into a folder, and last their manifest."""
    folder.mkdir(parents=True)
    files = [
        file for one in exported().values() for file in write_collection(one, folder)
    ]
    manifest = {
        "log": state.log,
        "position": state.position,
        "version": state.version,
        "files": [one.described() for one in files],
    }
    with Sink(folder / MANIFEST) as sink:
        sink.write(orjson.dumps(manifest, option=MANIFEST_STYLE))


def _make(kept: Path, state: State) -> None:
    """Write an edition beside the others, and name it when it is whole."""
    made = kept.with_name(UNFINISHED)
    shutil.rmtree(made, ignore_errors=True)
    write_edition(made, state)
    made.rename(kept)


def _forget(folder: Path) -> None:
    """Remove old editions; a file that is being read stays until it is closed."""
    editions = [one for one in folder.iterdir() if not one.name.startswith(".")]
    for old in sorted(editions, key=_made)[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)


def _made(folder: Path) -> int:
    return folder.stat().st_mtime_ns


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one writer at a time make an edition; the others find it made."""
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
