"""An officer's work in the admin, in a real browser."""

import os
import re
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch

from django.contrib.auth.models import User
from django.contrib.staticfiles.testing import StaticLiveServerTestCase
from playwright.sync_api import Browser, Page, expect, sync_playwright

from decrees.models import Decree
from policies.models import ApiToken, Law, Measure, Relation, Target
from r57.api import openapi
from tests.factories import (
    make_decree,
    make_delegation,
    make_law,
    make_measure,
    make_observation,
    make_relation,
    make_subject,
    make_target,
)
from tests.policies.admin.cases import page as address_of

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "a-long-password-of-an-officer"


class OfficerTests(StaticLiveServerTestCase):
    """One officer, signed in, who reads Vietnamese."""

    browser: ClassVar[Browser]

    @classmethod
    def setUpClass(cls) -> None:
        # Playwright runs a loop in this thread, which Django takes for async code.
        cls.enterClassContext(patch.dict(os.environ, DJANGO_ALLOW_ASYNC_UNSAFE="1"))
        super().setUpClass()
        openapi()  # the witness needs it, and two images at once would both build it
        playwright = cls.enterClassContext(sync_playwright())
        cls.browser = cls.enterClassContext(
            playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        )

    def setUp(self) -> None:
        super().setUp()
        User.objects.create_superuser("canbo", password=PASSWORD, first_name="An")
        self.law = make_law(number="9801/2025/QH15", title="Luật Thử nghiệm đột phá")
        self.decree = make_decree(
            number="9802/2025/NĐ-CP", title="Về thử nghiệm đột phá", summary="Bản cũ"
        )
        context = self.browser.new_context(
            locale="vi-VN", viewport={"width": 1440, "height": 900}
        )
        self.addCleanup(context.close)
        self.page: Page = context.new_page()
        self.broken: list[str] = []
        self.page.on("pageerror", lambda error: self.broken.append(str(error)))
        self.page.on("response", self.note)
        self.sign_in()

    def tearDown(self) -> None:
        self.assertEqual(self.broken, [])
        super().tearDown()

    def note(self, response: Any) -> None:
        """Remember whatever a page could not load."""
        if response.status >= 400:
            self.broken.append(f"{response.status} {response.url}")

    def open(self, address: str) -> None:
        """Open a page of the register."""
        self.page.goto(f"{self.live_server_url}{address}")

    def sign_in(self) -> None:
        self.open("/admin/login/")
        self.page.fill("#id_username", "canbo")
        self.page.fill("#id_password", PASSWORD)
        self.page.click("[type=submit]")
        expect(self.page.locator("#site-name")).to_contain_text("Nghị quyết 57")

    def choose(self, box: str, typed: str, offered: str) -> None:
        """Type into a search box and take what it offers."""
        wrapper = self.page.locator(f"#{box} + .select2-container")
        wrapper.click()
        self.page.locator(".select2-search__field:focus").fill(typed)
        option = self.page.locator(".select2-results__option", has_text=offered)
        option.first.click()
        expect(wrapper).to_contain_text(offered)

    def picture(self, name: str) -> None:
        """Keep a picture of the page where a folder for pictures is named."""
        folder = os.environ.get("R57_PICTURES")
        if folder:
            self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    def test_a_decree_is_found_changed_and_told_in_its_history(self) -> None:
        page = self.page
        self.open(address_of(Decree, "changelist"))
        page.fill("#searchbar", "thu nghiem dot pha 9802")
        page.press("#searchbar", "Enter")
        page.click("text=9802/2025/NĐ-CP")
        page.fill("#id_summary", "Bản mới\nhai dòng")
        page.fill("#id_effective_on", "01/10/2025")
        page.fill("#id_change_reason", "đối chiếu công báo")
        page.click("text=Quan hệ văn bản (0)")
        page.click("text=Thêm một Quan hệ văn bản")
        page.select_option("#id_outgoing-0-type", "details")
        self.choose("id_outgoing-0-target", "luat thu nghiem dot pha", "9801/2025/QH15")
        self.picture("decree")
        page.locator("[name=_save]").last.click()
        expect(page.locator(".messagelist .success")).to_contain_text("9802/2025/NĐ-CP")
        page.click("text=9802/2025/NĐ-CP >> nth=-1")
        page.click("text=Lịch sử")
        history = page.locator("#change-history")
        for text in ("An", "đối chiếu công báo", "Bản cũ", "Bản mới"):
            expect(history).to_contain_text(text)
        self.picture("history")
        self.decree.refresh_from_db()
        self.assertEqual(self.decree.summary, "Bản mới\nhai dòng")
        self.assertEqual(self.decree.outgoing.get().target_id, self.law.pk)
        changes = self.decree.history.count()
        page.go_back()
        page.locator("[name=_save]").last.click()
        expect(page.locator(".messagelist .success")).to_be_visible()
        self.assertEqual(self.decree.history.count(), changes)

    def test_a_mistake_is_shown_at_its_box_with_all_work_kept(self) -> None:
        page = self.page
        self.open(address_of(Decree, "change", self.decree.pk))
        page.fill("#id_number", "9802/2024/NĐ-CP")
        page.fill("#id_summary", "Còn đây")
        page.locator("[name=_save]").first.click()
        box = page.locator(".field-issued_on, .field-number")
        expect(box.locator(".errorlist").first).to_contain_text("2024")
        expect(page.locator("#id_summary")).to_have_value("Còn đây")
        self.picture("mistake")

    def test_a_measure_gets_a_subject_typed_without_accents(self) -> None:
        page = self.page
        measure = make_measure(document=self.law)
        subject = make_subject(name="Chuyển đổi số thử")
        self.open(address_of(Measure, "change", measure.pk))
        wrapper = page.locator("#id_subjects + .select2-container")
        wrapper.locator("input").fill("chuyen doi so thu")
        page.click(f".select2-results__option:has-text('{subject.name}')")
        page.locator("[name=_continue]").last.click()
        expect(page.locator(".messagelist .success")).to_be_visible()
        self.assertEqual(list(measure.subjects.all()), [subject])
        self.picture("measure")

    def test_a_token_is_given_shown_once_and_taken_back(self) -> None:
        page = self.page
        self.open(address_of(ApiToken, "add"))
        page.fill("#id_name", "Cổng tỉnh Quảng Ninh")
        self.choose("id_user", "canbo", "canbo")
        page.select_option("#id_scope", "write")
        self.picture("token-form")
        page.locator("[name=_save]").last.click()
        shown = page.locator("#token")
        expect(shown).to_have_value(re.compile("^r57_[0-9a-f]{64}$"))
        secret = shown.input_value()
        self.picture("token-made")
        page.click("text=Tôi đã chép khóa")
        expect(page.locator("body")).not_to_contain_text(secret)
        expect(page.locator(".token-standing")).to_have_text("Đang dùng được")
        self.picture("token")
        page.click("text=Thu hồi >> nth=0")
        expect(page.locator(".token-standing")).to_have_text("Đã thu hồi")
        self.open(address_of(ApiToken, "changelist"))
        expect(page.locator("#result_list")).to_contain_text("Cổng tỉnh Quảng Ninh")
        self.picture("tokens")
        self.assertTrue(ApiToken.objects.get().has_ended)

    def test_a_list_is_narrowed_by_its_boxes(self) -> None:
        page = self.page
        self.open(address_of(Measure, "changelist"))
        make_measure(document=self.law, title="Biện pháp của luật thử")
        make_measure(title="Biện pháp khác")
        page.select_option("[data-filter-title='công cụ chính sách'] select", index=1)
        expect(page).to_have_url(re.compile("instrument__exact="))
        self.choose("filter-document", "luat 9801", "9801/2025/QH15")
        expect(page).to_have_url(re.compile(f"document__id__exact={self.law.pk}"))
        expect(page.locator("#result_list")).to_contain_text("Biện pháp của luật thử")
        expect(page.locator("#result_list")).not_to_contain_text("Biện pháp khác")
        self.picture("measures")

    def test_a_law_shows_its_pictures_when_they_are_unfolded(self) -> None:
        page = self.page
        make_relation(source=self.decree, target=self.law)
        make_delegation(document=self.law, fulfilled_by=self.decree)
        self.open(address_of(Law, "change", self.law.pk))
        page.click("summary >> text=Hình vẽ")
        images = page.locator(".picture img")
        expect(images).to_have_count(2)
        for number, name in enumerate(("Chuỗi văn bản", "Quy định chi tiết")):
            image = images.nth(number)
            image.scroll_into_view_if_needed()
            expect(image).to_have_attribute("alt", re.compile(f"{name}: 9801/2025"))
            expect(image).to_have_js_property("complete", value=True)
            self.assertGreater(image.evaluate("one => one.naturalWidth"), 300)
        self.picture("pictures")

    def test_a_target_shows_its_path(self) -> None:
        page, target = self.page, make_target()
        make_observation(indicator=target.indicator, method="Một", value="14")
        self.open(address_of(Target, "change", target.pk))
        page.click("summary >> text=Hình vẽ")
        image = page.locator(".picture img")
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", value=True)
        self.assertGreater(image.evaluate("one => one.naturalWidth"), 300)
        self.picture("path")

    def test_what_a_relation_touches_is_seen_before_it_is_published(self) -> None:
        page = self.page
        make_measure(document=self.law, title="Hỗ trợ thử nghiệm")
        draft = make_relation(
            source=self.decree, type="repeals", target=self.law, state="draft"
        )
        self.open(address_of(Relation, "change", draft.pk))
        expect(page.locator(".effect")).to_contain_text("Hỗ trợ thử nghiệm")
        page.select_option("#id_state", "published")
        page.fill("#id_note", "Theo tờ trình")
        page.click("[name=_save]")
        expect(page.locator(".errorlist")).to_contain_text("ảnh hưởng đến 1 bản ghi")
        expect(page.locator("#id_note")).to_have_value("Theo tờ trình")
        self.picture("effect")
        page.check("[name=effect_seen]")
        page.click("[name=_save]")
        expect(page.locator(".messagelist")).to_contain_text("9802/2025/NĐ-CP")
        draft.refresh_from_db()
        self.assertEqual("published", draft.state)
