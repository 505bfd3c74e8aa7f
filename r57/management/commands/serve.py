"""Serve the register: database, data, a demo officer, and a real application server."""

import os
import secrets
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.core.management.base import BaseCommand

OFFICER = "officer"
APPS = ("policies", "decrees")


def kept_secret(name: str, length: int) -> str:
    """Give the secret kept in a file of ``var/``, making it the first time."""
    path: Path = settings.VAR_DIR / name
    settings.VAR_DIR.mkdir(exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(length), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def demo_officer(password: str) -> None:
    """Make the demo account if it is not there; it enters and edits every record."""
    officer, created = User.objects.get_or_create(
        username=OFFICER, defaults={"is_staff": True}
    )
    if created:
        officer.set_password(password)
        officer.save()
        allowed = Permission.objects.filter(content_type__app_label__in=APPS)
        officer.user_permissions.set(allowed)


class Command(BaseCommand):
    """Migrate, load the register if it is empty, and serve on HOST and PORT."""

    help = "Migrate, load the register into an empty database, serve, say where."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options; the environment gives their defaults."""
        parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
        parser.add_argument("--port", default=os.environ.get("PORT", "8000"))
        parser.add_argument("--workers", default=os.environ.get("WORKERS", "2"))

    def handle(self, *_args: Any, **options: Any) -> None:
        """Prepare everything, say where to click, and become the server."""
        call_command("migrate", verbosity=0)
        call_command("load_register", "--if-empty")
        if not settings.COLLECTED:
            call_command("collectstatic", verbosity=0, interactive=False)
        password = kept_secret("demo-password", 9)
        demo_officer(password)
        os.environ.setdefault("R57_SECRET_KEY", kept_secret("secret-key", 60))
        host, port = options["host"], options["port"]
        base = f"http://{host}:{port}"
        self.stdout.write(
            f"\nAdmin  {base}/admin/  ({OFFICER} / {password})\n"
            f"API    {base}/api/v1/\n"
            f"Docs   {base}/api/v1/docs/\n"
        )
        self.stdout.flush()
        gunicorn = [sys.executable, "-m", "gunicorn", "r57.wsgi:application"]
        gunicorn += ["--bind", f"{host}:{port}", "--workers", str(options["workers"])]
        gunicorn += ["--worker-class", "gthread", "--threads", "4", "--timeout", "30"]
        gunicorn += ["--limit-request-line", "8190"]  # its largest
        gunicorn += ["--limit-request-line", "8190"]  # its largest; the API says 414
        os.execv(sys.executable, gunicorn)  # noqa: S606 - the server takes over
