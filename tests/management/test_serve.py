"""What ``make run`` prepares before it serves."""

import stat
import tempfile
from pathlib import Path

from django.contrib.auth.models import User
from django.test import TestCase, override_settings

from r57.management.commands.serve import OFFICER, demo_officer, kept_secret


class ServeTest(TestCase):
    """A newcomer gets an account that works, again and again."""

    def test_the_officer_may_enter_every_record_but_is_no_superuser(self) -> None:
        demo_officer("a-password")
        officer = User.objects.get(username=OFFICER)
        self.assertTrue(officer.check_password("a-password"))
        self.assertTrue(officer.is_staff)
        self.assertFalse(officer.is_superuser)
        for name in ("policies.add_document", "decrees.change_delegation"):
            self.assertTrue(officer.has_perm(name), name)
        self.assertFalse(officer.has_perm("auth.change_user"))

    def test_starting_again_leaves_a_changed_password_alone(self) -> None:
        demo_officer("first")
        officer = User.objects.get(username=OFFICER)
        officer.set_password("chosen by the officer")
        officer.save()
        demo_officer("first")
        officer.refresh_from_db()
        self.assertTrue(officer.check_password("chosen by the officer"))

    def test_a_secret_is_made_once_and_only_its_owner_reads_it(self) -> None:
        with (
            tempfile.TemporaryDirectory() as name,
            override_settings(VAR_DIR=Path(name)),
        ):
            first = kept_secret("secret-key", 60)
            self.assertEqual(kept_secret("secret-key", 60), first)
            self.assertGreaterEqual(len(first), 60)
            mode = stat.S_IMODE((Path(name) / "secret-key").stat().st_mode)
            self.assertEqual(mode, 0o600)
