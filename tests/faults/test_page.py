"""The page of an outage keeps what was entered and says truly what became of it."""

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.http import HttpResponseBase
from django.test import RequestFactory, SimpleTestCase

from policies.common.admin.outage import outage_page
from policies.common.outages import LOCKED, READ_ONLY
from r57.problems import bad_request
from tests.faults.test_map import Said, wrapped
from tests.faults.writers import NOT_SURE, NOTHING_SAVED
from tests.policies.admin.page_forms import fields_of

ADDRESS = "/admin/policies/subject/add/?_popup=1"
RESEND = "<form"


def text_of(response: HttpResponseBase) -> str:
    """Give the page as a browser reads it: line ends are one character."""
    content: bytes = getattr(response, "content", b"")
    return content.decode().replace("\r\n", "\n")


class PageTests(SimpleTestCase):
    """Officers fear to lose work, and to be told what is not so."""

    def setUp(self) -> None:
        self.make = RequestFactory()

    def test_every_box_is_on_the_page_as_it_was_sent(self) -> None:
        sent = {
            "name": ["<b>&«Đột phá»\"'"],
            "note": ["\r\n hai\r\n\r\ndòng \r\n"],
            "types": ["a", "b"],
        }
        page = outage_page(self.make.post(ADDRESS, sent), LOCKED)
        self.assertEqual(503, page.status_code)
        self.assertEqual(str(LOCKED.retry_after), page["Retry-After"])
        self.assertIn("no-store", page["Cache-Control"])
        self.assertEqual(sent, fields_of(text_of(page)))
        self.assertIn(f'action="{ADDRESS}"', text_of(page))
        self.assertIn(NOTHING_SAVED, text_of(page))

    def test_a_password_is_not_repeated(self) -> None:
        sent = {"username": "an", "password": "secret"}
        page = text_of(outage_page(self.make.post("/admin/login/", sent), READ_ONLY))
        self.assertNotIn("secret", page)
        self.assertNotIn(RESEND, page)

    def test_a_file_cannot_be_repeated(self) -> None:
        sent = {"name": "a", "file": SimpleUploadedFile("a.csv", b"a")}
        self.assertNotIn(
            RESEND, text_of(outage_page(self.make.post("/", sent), LOCKED))
        )

    def test_who_only_looks_is_told_nothing_of_saving(self) -> None:
        page = text_of(outage_page(self.make.get(ADDRESS), LOCKED))
        self.assertNotIn(NOTHING_SAVED, page)
        self.assertNotIn(RESEND, page)
        self.assertIn(f'href="{ADDRESS}"', page)

    def test_the_page_speaks_the_language_of_the_browser(self) -> None:
        for language in ("vi", "en"):
            request = self.make.get("/admin/", headers={"accept-language": language})
            page = text_of(outage_page(request, LOCKED))
            self.assertIn(f'<html lang="{language}">', page)

    def test_a_session_that_could_not_be_saved_after_the_work(self) -> None:
        """The record may be saved by then, so nothing is promised."""
        error = SessionInterrupted("The session was deleted")
        error.__context__ = wrapped(OperationalError, Said(pgcode="55P03"))
        page = bad_request(self.make.post(ADDRESS, {"name": "a"}), error)
        self.assertEqual(503, page.status_code)
        self.assertIn(NOT_SURE, text_of(page))
        self.assertNotIn(NOTHING_SAVED, text_of(page))
