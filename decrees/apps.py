"""Subordinate legislation as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from policies.common.registry import register


class DecreesConfig(AppConfig):
    """Decrees, circulars, decisions and the delegations they fulfil."""

    name = "decrees"
    verbose_name = _("Văn bản dưới luật")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the app's collections known."""
        from decrees.catalog import COLLECTIONS  # noqa: PLC0415 - models must be loaded

        register(COLLECTIONS)
