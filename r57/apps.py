"""The project as an app, for its deployment checks."""

from django.apps import AppConfig


class R57Config(AppConfig):
    """Wiring."""

    name = "r57"

    def ready(self) -> None:
        """Register the deployment checks."""
        from r57 import checks  # noqa: F401, PLC0415 - registers by being imported
