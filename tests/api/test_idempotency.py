"""The same request under the same key: written once, answered alike."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from policies.models import KeptAnswer, Subject
from tests.api.writing import bearer, publisher, subject
from tests.factories import make_subject


class IdempotencyTests(TestCase):
    """``Idempotency-Key`` on POST."""

    def setUp(self) -> None:
        self.who = publisher()
        self.key = {"idempotency_key": "đơn-1".encode("ascii", "ignore").decode()}

    def test_a_request_sent_again_is_answered_as_before(self) -> None:
        data = {"name": "Một lần", "state": "published"}
        first = self.who.post("subjects/", data, **self.key)
        again = self.who.post("subjects/", data, **self.key)
        self.assertEqual(201, again.status)
        self.assertEqual(first.content, again.content)
        for name in ("ETag", "Location", "Content-Type"):
            self.assertEqual(first.response[name], again.response[name])
        self.assertNotIn("Idempotent-Replay", first.response)
        self.assertEqual("true", again.response["Idempotent-Replay"])
        self.assertEqual(1, Subject.objects.filter(name="Một lần").count())

    def test_another_request_under_the_key_is_refused(self) -> None:
        data = subject()
        self.who.post("subjects/", data, **self.key)
        for address, body, query in (
            ("subjects/", data | {"name": "Khác"}, {}),
            ("subjects/", data, {"reason": "khác"}),
            ("target-groups/", data, {}),
        ):
            reply = self.who.post(address, body, query=query, **self.key)
            self.assertEqual(422, reply.status)
            self.assertEqual("idempotency_key_reused", reply.body["code"])

    def test_keys_of_partners_do_not_meet(self) -> None:
        self.who.post("subjects/", subject(), **self.key)
        self.assertEqual(
            201, publisher().post("subjects/", subject(), **self.key).status
        )

    def test_what_was_refused_may_be_mended_under_the_same_key(self) -> None:
        wrong = self.who.post("subjects/", subject(name=""), **self.key)
        self.assertEqual(400, wrong.status)
        self.assertEqual(201, self.who.post("subjects/", subject(), **self.key).status)

    def test_a_key_that_is_none_is_refused(self) -> None:
        for key in ("", "a b", "x" * 256, "đ".encode().decode("latin-1")):
            reply = self.who.post("subjects/", subject(), idempotency_key=key)
            self.assertEqual(
                (400, "invalid_header"), (reply.status, reply.body["code"])
            )
        self.assertFalse(KeptAnswer.objects.exists())

    def test_a_merge_is_made_once(self) -> None:
        one, into = make_subject(), make_subject()
        address = f"subjects/{one.slug}/merge/"
        etag = self.who.get(f"subjects/{one.slug}/").etag
        options = {"if_match": etag, **self.key}
        first = self.who.post(address, {"into": into.slug}, **options)
        again = self.who.post(address, {"into": into.slug}, **options)
        self.assertEqual((200, into.slug), (first.status, first.body["slug"]))
        self.assertEqual((200, first.body), (again.status, again.body))

    def test_answers_are_kept_for_seven_days(self) -> None:
        data = subject(slug="mot-tuan")
        self.who.post("subjects/", data, **self.key)
        long_ago = timezone.now() - timedelta(days=7, seconds=1)
        KeptAnswer.objects.update(at=long_ago)
        reply = self.who.post("subjects/", data, **self.key)
        self.assertEqual((400, {("/slug", "unique")}), (reply.status, reply.faults()))
        bearer().post("subjects/", subject(), idempotency_key="another")
        self.assertEqual(1, KeptAnswer.objects.count())


class MergeTests(TestCase):
    """POST to ``merge/``."""

    def test_two_records_become_one(self) -> None:
        who = publisher()
        one, into = make_subject(), make_subject()
        below = make_subject(parent=one)
        etag = who.get(f"subjects/{one.slug}/").etag
        address = f"subjects/{one.slug}/merge/"
        reply = who.post(
            address, {"into": into.slug}, if_match=etag, query={"reason": "trùng"}
        )
        self.assertEqual((200, into.slug), (reply.status, reply.body["slug"]))
        self.assertEqual(who.get(f"subjects/{into.slug}/").etag, reply.etag)
        gone = who.get(f"subjects/{one.slug}/")
        self.assertEqual((301, into.slug), (gone.status, gone.body["into"]))
        below.refresh_from_db()
        self.assertEqual(into.pk, below.parent_id)

    def test_what_cannot_be_merged(self) -> None:
        who = publisher()
        one, into = make_subject(), make_subject()
        etag = who.get(f"subjects/{one.slug}/").etag
        address = f"subjects/{one.slug}/merge/"
        for body, fault in (
            ({}, ("/into", "required")),
            ({"into": "no-such"}, ("/into", "does_not_exist")),
            ({"into": 3}, ("/into", "wrong_type")),
            ({"into": "Ă"}, ("/into", "invalid")),
            ({"onto": into.slug}, ("/onto", "unknown_member")),
        ):
            reply = who.post(address, body, if_match=etag)
            self.assertEqual((400, {fault}), (reply.status, reply.faults()))
        self.assertEqual(428, who.post(address, {"into": into.slug}).status)
        itself = who.post(address, {"into": one.slug}, if_match=etag)
        self.assertEqual(
            (400, {("/", "into_itself")}), (itself.status, itself.faults())
        )
        reply = who.post("subjects/no-such/merge/", {"into": into.slug}, if_match="*")
        self.assertEqual(404, reply.status)
        refused = bearer().post(address, {"into": into.slug}, if_match=etag)
        self.assertEqual(
            (403, "may_not_publish"), (refused.status, refused.body["code"])
        )
