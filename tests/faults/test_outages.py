"""Whatever happens to the database is 503 with a code, and passes by itself."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.faults import postgresql_faults, sqlite
from tests.faults.fault import Fault
from tests.faults.postgresql import on_postgresql
from tests.faults.site import Site, patiently
from tests.faults.writers import Officer, Partner, Writer
from tests.scratch import database

ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
FAULTS = postgresql_faults.FAULTS if ON_POSTGRESQL else sqlite.FAULTS
LONG = " Chữ dài." * 500  # so long that the file has to grow


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[Site, Any]]:
    """Serve a register from a database of its own, and give what faults strike."""
    serve = on_postgresql if ON_POSTGRESQL else sqlite.on_sqlite
    with database(f"r57_faults_{os.getpid()}") as url, serve(url) as site:
        yield site


@pytest.mark.parametrize("who", [Officer, Partner])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_an_outage(
    served: tuple[Site, Any], fault: Fault, who: Callable[[Site], Writer]
) -> None:
    """It strikes while somebody writes, says what it is, and leaves no trace."""
    site, struck = served
    writer = who(site)
    before, after = writer.note(), f"{who.__name__}: {fault.name}{LONG}"
    send = writer.edit(after)

    with fault.strike(struck):
        probe = site.ask("/readyz")
        read = site.read()
        refused = send()

    assert f'"status": "{fault.ready}"' in probe.text
    assert read.status == fault.reads
    if read.status != 200:
        assert f'"code":"{fault.code}"' in read.text
    assert refused.status == 503, refused
    assert int(refused.headers["Retry-After"]) > 0
    send = writer.again(send, refused, fault.code)

    assert patiently(site.read).status == 200
    assert patiently(lambda: site.ask("/readyz")).text == '{"status": "ready"}'
    assert writer.note() == before
    assert patiently(send).status in {200, 302}
    assert writer.note() == after
