"""Who asks: tokens authenticate, and nothing else does."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.test import Client, TestCase
from django.utils import timezone

from policies.choices import TokenScope
from policies.models import ApiToken
from policies.services.tokens import issue_token, revoke_token
from tests.api.calls import BASE, CLIENT
from tests.api.writing import Bearer, bearer, publisher, subject
from tests.factories import make_subject


class TokenTests(TestCase):
    """The header ``Authorization`` on reads and writes."""

    def assert_challenged(self, who: Bearer, code: str = "invalid_token") -> None:
        for method in ("GET", "POST"):
            reply = who.send(method, "subjects/", subject())
            self.assertEqual(401, reply.status)
            self.assertEqual(code, reply.body["code"])
            self.assertIn("Bearer", reply.response["WWW-Authenticate"])

    def test_a_write_without_a_token_is_challenged(self) -> None:
        for method, address in (
            ("post", "subjects/"),
            ("put", "subjects/5g/"),
            ("patch", "subjects/5g/"),
            ("delete", "subjects/5g/"),
        ):
            response = CLIENT.generic(method.upper(), f"{BASE}{address}", b"{}")
            self.assertEqual(401, response.status_code)
            self.assertEqual("not_authenticated", response.json()["code"])
            self.assertIn("Bearer", response["WWW-Authenticate"])

    def test_a_token_that_is_none_is_refused_even_to_read(self) -> None:
        self.assert_challenged(Bearer(User(), "r57_0000"))
        self.assert_challenged(Bearer(User(), "đ".encode().decode("latin-1")))

    def test_an_expired_token_is_refused(self) -> None:
        who = bearer(expiry=timezone.now() + timedelta(hours=1))
        self.assertEqual(200, who.get("subjects/").status)
        ApiToken.objects.update(expiry=timezone.now() - timedelta(seconds=1))
        self.assert_challenged(who)

    def test_a_revoked_token_is_refused(self) -> None:
        who = bearer()
        self.assertEqual(200, who.get("subjects/").status)
        revoke_token(who.user.auth_token_set.get())
        self.assert_challenged(who)

    def test_the_token_of_a_user_who_left_is_refused(self) -> None:
        who = bearer()
        User.objects.filter(pk=who.user.pk).update(is_active=False)
        self.assert_challenged(who)

    def test_every_address_refuses_a_bad_token(self) -> None:
        for address in ("", "search/?q=luat", "choices/", "laws.atom", "laws/"):
            response = CLIENT.get(f"{BASE}{address}", HTTP_AUTHORIZATION="Bearer x")
            self.assertEqual(401, response.status_code, address)

    def test_knoxs_own_word_is_understood_too_and_others_are_not(self) -> None:
        text = bearer().text
        for words, status in (
            (f"Token {text}", 200),
            (f"bearer {text}", 200),
            (f"Basic {text}", 401),
            (text, 401),
            (f"Bearer {text} {text}", 401),
        ):
            response = CLIENT.get(f"{BASE}subjects/", HTTP_AUTHORIZATION=words)
            self.assertEqual(status, response.status_code, words)

    def test_a_session_writes_nothing(self) -> None:
        officer = Client()
        officer.force_login(User.objects.create_superuser("canbo"))
        response = officer.post(
            f"{BASE}subjects/", subject(), content_type="application/json"
        )
        self.assertEqual(401, response.status_code)

    def test_a_token_that_reads_may_not_write(self) -> None:
        reply = bearer(scope=TokenScope.READ).post("subjects/", subject())
        self.assertEqual((403, "wrong_scope"), (reply.status, reply.body["code"]))

    def test_only_a_hash_of_a_token_is_kept(self) -> None:
        token, text = issue_token(User.objects.create_user("kho"), name="Kho")
        kept = ApiToken.objects.filter(pk=token.pk).values().get()
        self.assertNotIn(text, [str(value) for value in kept.values()])
        self.assertTrue(text.startswith(kept["token_key"]))
        self.assertLess(len(kept["token_key"]), len(text) / 2)

    def test_use_is_noted_at_most_once_a_minute(self) -> None:
        who = bearer()
        token = who.user.auth_token_set.get()
        who.get("subjects/")
        token.refresh_from_db()
        first = token.last_used_at
        self.assertIsNotNone(first)
        with self.assertNumQueries(1):
            who.get("docs-of-nobody/")  # no address: nothing is asked at all
            list(ApiToken.objects.filter(pk=token.pk))
        who.get("subjects/")
        token.refresh_from_db()
        self.assertEqual(first, token.last_used_at)
        earlier = timezone.now() - timedelta(minutes=2)
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=earlier)
        who.get("subjects/")
        token.refresh_from_db()
        self.assertGreater(token.last_used_at or earlier, earlier)


class SeenTests(TestCase):
    """What a token lets one see beside what is public."""

    def test_a_partner_reads_back_its_draft_and_nobody_else_does(self) -> None:
        who, other = bearer(), bearer()
        made = who.post("subjects/", subject(state="in_review"))
        address = f"subjects/{made.body['slug']}/"
        self.assertEqual(made.body, who.get(address).body)
        self.assertEqual(made.etag, who.get(address).etag)
        self.assertEqual(404, other.get(address).status)
        self.assertEqual(404, CLIENT.get(f"{BASE}{address}").status_code)
        self.assertEqual(200, publisher().get(address).status)

    def test_any_token_reads_what_was_withdrawn(self) -> None:
        gone = make_subject(state="withdrawn")
        reply = bearer(scope=TokenScope.READ).get(f"subjects/{gone.slug}/")
        self.assertEqual((200, "withdrawn"), (reply.status, reply.body["state"]))

    def test_other_states_are_listed_on_request_and_with_a_token(self) -> None:
        who = bearer()
        mine = who.post("subjects/", subject()).body["slug"]
        theirs = bearer().post("subjects/", subject()).body["slug"]
        gone = make_subject(state="withdrawn").slug
        asked = {"query": {"state": "draft"}}
        self.assertEqual([mine], slugs(who, "draft"))
        self.assertEqual({mine, theirs}, set(slugs(publisher(), "draft")))
        self.assertEqual([gone], slugs(who, "withdrawn"))
        public = CLIENT.get(f"{BASE}subjects/", {"state": "draft"})
        self.assertEqual(401, public.status_code)
        public = CLIENT.get(f"{BASE}subjects/", {"state": "published"})
        self.assertEqual(200, public.status_code)
        plain = [
            one["slug"]
            for one in who.get("subjects/", query={"page_size": "200"}).body["results"]
        ]
        self.assertFalse({mine, theirs, gone} & set(plain), asked)
        wrong = who.get("subjects/", query={"state": "secret"})
        self.assertEqual((400, "invalid_query"), (wrong.status, wrong.body["code"]))

    def test_answers_to_tokens_are_not_shared(self) -> None:
        public = CLIENT.get(f"{BASE}subjects/5g/")
        private = bearer().get("subjects/5g/").response
        self.assertIn("private", private["Cache-Control"])
        self.assertNotIn("private", public.get("Cache-Control", ""))
        for response in (public, private):
            self.assertIn("Authorization", response["Vary"])


def slugs(who: Bearer, state: str) -> list[str]:
    """Give the public ids of what a partner lists in a state."""
    reply = who.get("subjects/", query={"state": state})
    return [one["slug"] for one in reply.body["results"]]
