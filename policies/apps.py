"""The policy framework as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from policies.common.fates import fates_told_by
from policies.common.registry import register, register_pictures
from policies.common.version import version_read_by


class PoliciesConfig(AppConfig):
    """Agencies, documents, relations, measures, goals and work."""

    name = "policies"
    verbose_name = _("Khung chính sách")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make known collections and pictures, and who tells version and fates."""
        from policies.catalog import (  # noqa: PLC0415 - models must be loaded
            COLLECTIONS,
            PICTURES,
        )
        from policies.services.fates import told_fate  # noqa: PLC0415 - the same
        from policies.services.version import read_version  # noqa: PLC0415 - the same

        register(COLLECTIONS)
        register_pictures(PICTURES)
        version_read_by(read_version)
        fates_told_by(told_fate)
