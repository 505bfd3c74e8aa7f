#!/usr/bin/env python3
"""The command line of the register: ``python manage.py help``."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one management command with the settings of ``r57``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "r57.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
