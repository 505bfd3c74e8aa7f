"""Tokens of partners in the admin: shown once, taken back, never read again."""

import re
from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from policies.models import ApiToken
from tests.api.calls import BASE
from tests.factories import make_token
from tests.policies.admin.cases import AdminCase, page

SECRET = re.compile(r"r57_[0-9a-f]{64}")


class TokenPageTests(AdminCase):
    """An officer gives a partner a token."""

    partner: User

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.partner = User.objects.create_user("quang-ninh")

    def give(self, **filled: object) -> str:
        """Fill in the form of a new token and give the page that follows."""
        values = {"user": self.partner, "name": "Cổng tỉnh", "scope": "write", **filled}
        response = self.add(ApiToken, **values)
        self.assertEqual(200, response.status_code)
        return str(response.content.decode())

    def test_a_token_is_shown_once_and_opens_what_it_should(self) -> None:
        (secret,) = set(SECRET.findall(self.give()))
        token = ApiToken.objects.get()
        self.assertEqual(self.partner, token.user)
        year = timezone.now() + timedelta(days=365)
        self.assertAlmostEqual(year, token.expiry, delta=timedelta(days=1))
        answer = self.client.get(
            f"{BASE}subjects/?state=draft", HTTP_AUTHORIZATION=f"Bearer {secret}"
        )
        self.assertEqual(200, answer.status_code)
        for address in (
            page(ApiToken, "change", token.pk),
            page(ApiToken, "changelist"),
            page(ApiToken, "history", token.pk),
        ):
            text = self.client.get(address).content.decode()
            self.assertNotIn(secret, text)
            self.assertNotIn(token.digest, text)

    def test_a_token_that_may_publish_must_be_one_that_writes(self) -> None:
        told = self.give(scope="read", may_publish="on")
        self.assertEqual([], SECRET.findall(told))
        self.assertIn("Chỉ khóa được ghi mới được công bố.", told)
        self.assertFalse(ApiToken.objects.exists())

    def test_owner_power_and_secret_of_a_token_stay(self) -> None:
        token = make_token(name="Cũ")
        before = ApiToken.objects.filter(pk=token.pk).values().get()
        self.client.post(
            page(ApiToken, "change", token.pk),
            {
                "name": "Mới",
                "scope": "write",
                "may_publish": "on",
                "user": self.partner.pk,
                "digest": "0",
                "token_key": "0",
            },
        )
        after = ApiToken.objects.filter(pk=token.pk).values().get()
        changed = {name for name in after if after[name] != before[name]}
        self.assertLessEqual(changed, {"name", "expiry"})
        self.assertEqual("Mới", after["name"])

    def test_a_token_is_taken_back(self) -> None:
        one, other = make_token(), make_token()
        self.client.post(page(ApiToken, "revoke", one.pk))
        one.refresh_from_db()
        self.assertTrue(one.has_ended)
        before = one.revoked_at
        chosen = {"action": "revoke_those", "_selected_action": [one.pk, other.pk]}
        self.client.post(page(ApiToken, "changelist"), chosen)
        one.refresh_from_db()
        other.refresh_from_db()
        self.assertEqual((before, True), (one.revoked_at, other.has_ended))
        told = self.client.get(page(ApiToken, "changelist")).content.decode()
        self.assertIn("Đã thu hồi", told)

    def test_nobody_else_takes_a_token_back(self) -> None:
        token = make_token()
        self.client.force_login(User.objects.create_user("khach", is_staff=True))
        answer = self.client.post(page(ApiToken, "revoke", token.pk))
        self.assertEqual(403, answer.status_code)
        token.refresh_from_db()
        self.assertFalse(token.has_ended)
