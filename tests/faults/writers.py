"""Who writes: an officer in the admin, and a partner by the API."""

import json
from collections.abc import Callable
from dataclasses import replace
from http.cookiejar import CookieJar
from typing import Protocol
from urllib.parse import urlencode

from django.utils import translation

from policies.common.admin.outage import WHAT_HAPPENED
from policies.common.outages import OUTAGES, UNAVAILABLE
from tests.faults.site import OFFICER, PASSWORD, Answer, Site, patiently
from tests.policies.admin.page_forms import Fields, fields_of

Send = Callable[[], Answer]
LOGIN = "/admin/login/"
SUBJECT = "/admin/policies/subject/1/change/"
NOTHING_SAVED = "Chưa có gì được lưu."
NOT_SURE = "Chưa biết chắc thay đổi đã được lưu hay chưa"


class Writer(Protocol):
    """Somebody who changes the note of the subject with the internal id 1."""

    def edit(self, note: str) -> Send:
        """Look at the subject and get ready to change its note."""

    def note(self) -> str:
        """Read the note."""

    def again(self, send: Send, refused: Answer, code: str) -> Send:
        """See that the answer tells of an outage; get ready to send once more."""


class Officer:
    """Fills in forms, and goes on from whatever page comes back."""

    def __init__(self, site: Site) -> None:
        self.site = replace(site, cookies=CookieJar())
        entered = {"username": [OFFICER], "password": [PASSWORD]}
        form = fields_of(self.site.ask(LOGIN).text) | entered
        answer = patiently(lambda: self._post(LOGIN, form))
        assert answer.status == 302, answer

    def _post(self, page: str, fields: Fields) -> Answer:
        body = urlencode(fields, doseq=True).encode()
        return self.site.ask(page, body, method="POST")

    def _form(self) -> Fields:
        page = self.site.ask(SUBJECT)
        assert page.status == 200, page
        return fields_of(page.text)

    def edit(self, note: str) -> Send:
        fields = self._form() | {"note": [note]}
        return lambda: self._post(SUBJECT, fields)

    def note(self) -> str:
        return self._form()["note"][0]

    def again(self, send: Send, refused: Answer, code: str) -> Send:
        outage = next(one for one in OUTAGES if one.code == code)
        with translation.override("vi"):
            assert str(WHAT_HAPPENED[outage]) in refused.text
        assert (NOT_SURE if outage is UNAVAILABLE else NOTHING_SAVED) in refused.text
        assert f'action="{SUBJECT}"' in refused.text
        assert "no-store" in refused.headers["Cache-Control"]
        return lambda: self._post(SUBJECT, fields_of(refused.text))


class Partner:
    """Changes one member of the record by its token, on condition."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.headers = {"Authorization": f"Bearer {site.token}"}
        self.path = f"/api/v1/subjects/{site.slug}/"

    def edit(self, note: str) -> Send:
        body = json.dumps({"note": note}).encode()
        headers = self.headers | {
            "If-Match": self.site.ask(self.path).headers["ETag"],
            "Content-Type": "application/json",
        }
        return lambda: self.site.ask(self.path, body, method="PATCH", headers=headers)

    def note(self) -> str:
        record = json.loads(self.site.ask(self.path).text)
        return str(record["note"])

    def again(self, send: Send, refused: Answer, code: str) -> Send:
        assert refused.headers["Content-Type"] == "application/problem+json"
        assert json.loads(refused.text)["code"] == code
        return send
