"""``python -m tests.bench``: the table. ``... plans``, ``importing``, ``evaluating``.

``DATABASE_URL`` names the server: PostgreSQL for the table, either engine for the
others (SQLite without it). ``BENCH_DOCUMENTS`` synthetic documents (20,000) stand
beside the register; ``BENCH_ROUNDS`` (5) rounds of ``BENCH_SECONDS`` (0.8) are run
for every request, number of connections and server.
"""

import os
import sys
from collections.abc import Sequence

from tests.bench import measure
from tests.bench.filled import filled, inside


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for."""
    if list(arguments) in (["plans"], ["importing"], ["evaluating"]):
        with filled() as environment:
            inside(environment, arguments[0])
        return 0
    if arguments or not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        sys.stdout.write(f"{__doc__}\nThe table needs PostgreSQL: run `make bench`.\n")
        return 2
    measure.main()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
