"""What may happen to an SQLite file while a register is served from it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from time import sleep

from tests.faults.fault import Fault, unreachable
from tests.faults.site import Site, opened
from tests.served import prepared

NO_ROOM = "R57_TEST_NO_ROOM"
RIGHTS = "-dac_override,-dac_read_search"  # root's, to pass over the modes of files
BOUND = ("setpriv", f"--bounding-set={RIGHTS}", f"--inh-caps={RIGHTS}")


@contextmanager
def on_sqlite(url: str) -> Iterator[tuple[Site, Path]]:
    """Serve a register on a file, which no connection keeps open."""
    environment = prepared(url)
    file = Path(url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file)) as tidied:
        tidied.execute("VACUUM")  # so that no page is free inside the file
    environment = {
        **environment,
        "DATABASE_URL": f"{url}?timeout=1",
        "R57_CONN_MAX_AGE": "0",
        NO_ROOM: str(full(file)),
    }
    application = "tests.faults.narrow:application"
    prefix = () if os.geteuid() else BOUND
    with opened(application, "r57_faults", environment, prefix) as site:
        yield site, file


def full(file: Path) -> Path:
    """Name the file that says that another one may not grow."""
    return file.with_suffix(".full")


def settle(file: Path) -> None:
    """Wait until the server has closed the file, and its log is gone with that.

    Raises:
        TimeoutError: the log stays.

    """
    for _ in range(200):
        if not any(file.parent.glob(f"{file.name}-*")):
            return
        sleep(0.05)
    raise TimeoutError


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Let another process write beyond the time limit."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def no_room(file: Path) -> Iterator[None]:
    """Let the disk be full."""
    full(file).touch()
    yield
    full(file).unlink()


@contextmanager
def file_allows(mode: int, file: Path) -> Iterator[None]:
    """Let the file not be written, or not be read."""
    settle(file)
    file.chmod(mode)
    yield
    for path in (file, *file.parent.glob(f"{file.name}-*")):  # and its log
        path.chmod(0o600)


@contextmanager
def folder_allows(mode: int, file: Path) -> Iterator[None]:
    """Let no file be made beside it, as the log would be."""
    settle(file)
    file.parent.chmod(mode)
    yield
    file.parent.chmod(0o700)


@contextmanager
def replaced(content: bytes | None, file: Path) -> Iterator[None]:
    """Let something else be where the file was, or nothing."""
    settle(file)
    kept = file.rename(file.with_suffix(".kept"))
    if content is not None:
        file.write_bytes(content)
    yield
    for rest in file.parent.glob(f"{file.name}*"):
        rest.unlink()
    kept.rename(file)


READ_ONLY = partial(file_allows, 0o400)
FAULTS = [
    Fault("another process writes", locked, "database_locked"),
    Fault("the disk is full", no_room, "storage_full"),
    Fault("a read-only file", READ_ONLY, "database_read_only", ready="read-only"),
    unreachable("a read-only folder", partial(folder_allows, 0o500)),
    unreachable("an unreadable file", partial(file_allows, 0)),
    unreachable("no file", partial(replaced, None)),
    unreachable("a file that is no database", partial(replaced, b"R57 " * 5000)),
]
