#!/usr/bin/env python3
"""The command line of the register: ``python manage.py help``."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import DatabaseError, InterfaceError

from policies.common.outages import outage_of


def main() -> None:
    """Run one management command with the settings of ``r57``.

    An outage of the database ends it with one line, which says what the database said.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "r57.settings")
    try:
        execute_from_command_line(sys.argv)
    except (DatabaseError, InterfaceError) as error:
        outage = outage_of(error)
        if outage is None:
            raise
        said = " ".join(str(error).split())
        sys.exit(f"{outage.title} ({outage.code}): {said}")


if __name__ == "__main__":
    main()
