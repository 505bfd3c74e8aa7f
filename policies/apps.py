"""The policy framework as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from policies.common.registry import register


class PoliciesConfig(AppConfig):
    """Agencies, documents, relations, measures, goals and work."""

    name = "policies"
    verbose_name = _("Khung chính sách")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the app's collections known."""
        from policies.catalog import COLLECTIONS  # noqa: PLC0415 - models must be loaded

        register(COLLECTIONS)
