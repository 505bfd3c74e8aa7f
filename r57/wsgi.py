"""The WSGI entry of the register; it refuses to start unsafely."""

import os

from django.core.checks import Error, Tags, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "r57.settings")

application = get_wsgi_application()

_errors = [
    found for found in run_checks(tags=[Tags.security]) if isinstance(found, Error)
]
if _errors:
    raise ImproperlyConfigured("; ".join(str(found) for found in _errors))
