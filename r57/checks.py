"""What production refuses to start with."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security)
def production_is_safe(**_options: Any) -> list[CheckMessage]:
    """Refuse an unsafe key, debug mode and default hosts when in production."""
    if not settings.PRODUCTION:
        return []
    faults = {
        "r57.E001": (
            len(settings.SECRET_KEY) < 50
            or settings.SECRET_KEY == settings.INSECURE_KEY,
            "R57_SECRET_KEY must be a secret of at least 50 characters.",
        ),
        "r57.E002": (settings.DEBUG, "R57_DEBUG must be off."),
        "r57.E003": (
            settings.ALLOWED_HOSTS == settings.DEFAULT_HOSTS
            or "*" in settings.ALLOWED_HOSTS,
            "R57_ALLOWED_HOSTS must name the hosts that are served.",
        ),
    }
    return [Error(words, id=code) for code, (wrong, words) in faults.items() if wrong]
