"""Subordinate legislation as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from policies.common.registry import register, register_pictures


class DecreesConfig(AppConfig):
    """Decrees, circulars, decisions and the delegations they fulfil."""

    name = "decrees"
    verbose_name = _("Văn bản dưới luật")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the app's collections and pictures known."""
        from decrees.catalog import (  # noqa: PLC0415 - models must be loaded
            COLLECTIONS,
            PICTURES,
        )

        register(COLLECTIONS)
        register_pictures(PICTURES)
