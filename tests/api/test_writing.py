"""One record at a time: entered, replaced, changed, deleted by a partner."""

from django.test import TestCase

from policies.models import Change, Document, Subject
from tests.api.calls import BASE, CLIENT
from tests.api.writing import Bearer, bearer, publisher, subject
from tests.factories import (
    government,
    make_decree,
    make_law,
    make_measure,
    make_subject,
)

UNKNOWN_TAG = f'"{"0" * 32}"'


def decree(**over: object) -> dict[str, object]:
    """Give the members of a new decree."""
    return {
        "kind": "decree",
        "family": "normative",
        "number": "9907/2025/NĐ-CP",
        "title": "Nghị định thử",
        "issuer": government().slug,
        "issued_on": "2025-03-01",
        "state": "published",
    } | over


class CreateTests(TestCase):
    """POST to a list."""

    def test_a_record_is_entered_and_answered_whole(self) -> None:
        reply = publisher().post("subjects/", data := subject())
        self.assertEqual(201, reply.status)
        address = f"{BASE}subjects/{data['slug']}/"
        self.assertEqual(f"http://testserver{address}", reply.response["Location"])
        read = CLIENT.get(address)
        self.assertEqual(read.json(), reply.body)
        self.assertEqual(read["ETag"], reply.etag)

    def test_a_public_id_is_suggested(self) -> None:
        who = publisher()
        reply = who.post("decrees/", decree())
        self.assertEqual("9907-2025-nd-cp", reply.body["slug"])
        nameless = who.post("subjects/", {"name": "…"})
        self.assertEqual(400, nameless.status)
        self.assertIn("/slug", {pointer for pointer, _code in nameless.faults()})

    def test_who_and_why_stand_in_the_history_and_the_log(self) -> None:
        who = publisher()
        reply = who.post("subjects/", subject(), query={"reason": "đợt 3"})
        made = Subject.objects.get(slug=reply.body["slug"])
        first = made.history.get()
        self.assertEqual(
            (who.user, "đợt 3"), (first.history_user, first.history_change_reason)
        )
        logged = Change.objects.get(collection="subjects", slug=made.slug)
        self.assertEqual(("create", "đợt 3"), (logged.kind, logged.reason))
        for reason in ("", "x" * 101, "a\x00"):
            wrong = who.post("subjects/", subject(), query={"reason": reason})
            self.assertEqual((400, "invalid_query"), (wrong.status, wrong.body["code"]))

    def test_a_document_of_a_kind_is_one_of_the_documents(self) -> None:
        who = publisher()
        made = who.post("decrees/", decree())
        self.assertEqual(201, made.status)
        logged = Change.objects.get(slug=made.body["slug"])
        self.assertEqual("documents", logged.collection)
        self.assertEqual(made.etag, who.get(f"documents/{made.body['slug']}/").etag)
        wrong = who.post("laws/", decree(number="9908/2025/NĐ-CP"))
        self.assertEqual(
            (400, {("/kind", "another_kind")}), (wrong.status, wrong.faults())
        )
        self.assertFalse(Document.objects.filter(number="9908/2025/NĐ-CP").exists())

    def test_members_at_fault_are_named(self) -> None:
        who = publisher()
        reply = who.post(
            "measures/", {"slug": "Ă", "titel": "x", "title": 3, "document": "no-such"}
        )
        self.assertEqual({("/title", "wrong_type")}, reply.faults())
        reply = who.post("measures/", {"titel": "x"})
        self.assertEqual({("/titel", "unknown_member")}, reply.faults())
        reply = who.post("measures/", {"slug": "a", "title": "x", "document": "none"})
        self.assertIn(("/document", "does_not_exist"), reply.faults())

    def test_a_record_that_stands_already_is_a_conflict(self) -> None:
        who = publisher()
        taken = make_subject()
        reply = who.post("subjects/", subject(slug=taken.slug))
        self.assertEqual((400, {("/slug", "unique")}), (reply.status, reply.faults()))
        who.post("decrees/", decree())
        again = who.post("decrees/", decree(slug="another-one"))
        self.assertEqual((409, "conflict"), (again.status, again.body["code"]))


class ReplaceTests(TestCase):
    """PUT to a public id."""

    def setUp(self) -> None:
        self.who = publisher()
        self.data = subject(name_en="Subject")
        self.address = f"subjects/{self.data['slug']}/"

    def test_a_record_is_entered_under_its_id_and_replaced_wholly(self) -> None:
        made = self.who.put(self.address, self.data)
        self.assertEqual(201, made.status)
        less = {name: self.data[name] for name in ("name", "state")}
        reply = self.who.put(self.address, less, if_match=made.etag)
        self.assertEqual((200, None), (reply.status, reply.body["name_en"]))
        self.assertNotEqual(made.etag, reply.etag)
        self.assertEqual(reply.etag, CLIENT.get(BASE + self.address)["ETag"])

    def test_the_same_again_changes_nothing(self) -> None:
        made = self.who.put(self.address, self.data)
        entries = Change.objects.count()
        again = self.who.put(self.address, made.body, if_match=made.etag)
        self.assertEqual((200, made.body), (again.status, again.body))
        self.assertEqual(made.etag, again.etag)
        self.assertEqual(entries, Change.objects.count())

    def test_an_edit_of_what_was_not_read_is_refused(self) -> None:
        made = self.who.put(self.address, self.data)
        for method in ("PUT", "PATCH", "DELETE"):
            body = None if method == "DELETE" else {"name": "Khác"}
            missing = self.who.send(method, self.address, body)
            self.assertEqual(428, missing.status)
            self.assertEqual("precondition_required", missing.body["code"])
            stale = self.who.send(method, self.address, body, if_match=UNKNOWN_TAG)
            self.assertEqual(412, stale.status)
            self.assertEqual("precondition_failed", stale.body["code"])
            self.assertEqual({made.etag}, {missing.etag, stale.etag})
        self.assertEqual(made.body, self.who.get(self.address).body)
        reply = self.who.put(self.address, {"name": "Khác"}, if_match="*")
        self.assertEqual((200, "Khác"), (reply.status, reply.body["name"]))

    def test_a_condition_on_a_new_record(self) -> None:
        stale = self.who.put(self.address, self.data, if_match="*")
        self.assertEqual((412, False), (stale.status, "ETag" in stale.response))
        made = self.who.put(self.address, self.data, if_none_match="*")
        self.assertEqual(201, made.status)
        again = self.who.put(self.address, self.data, if_none_match="*")
        self.assertEqual((412, made.etag), (again.status, again.etag))

    def test_an_id_never_changes(self) -> None:
        self.who.put(self.address, self.data)
        for method in ("PUT", "PATCH"):
            reply = self.who.send(
                method, self.address, self.data | {"slug": "khac"}, if_match="*"
            )
            self.assertEqual({("/slug", "other_slug")}, reply.faults())


class ChangeTests(TestCase):
    """PATCH and DELETE."""

    def test_only_the_members_that_are_given_change(self) -> None:
        who = publisher()
        made = who.post("subjects/", subject(name_en="Subject"))
        address = f"subjects/{made.body['slug']}/"
        reply = who.patch(address, {"name_en": None}, if_match=made.etag)
        self.assertEqual(200, reply.status)
        kept = {"name_en", "modified_at"}
        self.assertEqual(
            {n: v for n, v in made.body.items() if n not in kept},
            {n: v for n, v in reply.body.items() if n not in kept},
        )
        self.assertIsNone(reply.body["name_en"])
        logged = Change.objects.filter(slug=made.body["slug"]).last()
        self.assertEqual("name_en", logged and logged.fields)

    def test_what_is_not_there_cannot_be_changed(self) -> None:
        who = publisher()
        for method in ("PATCH", "DELETE"):
            reply = who.send(method, "subjects/no-such/", {}, if_match="*")
            self.assertEqual((404, "not_found"), (reply.status, reply.body["code"]))

    def test_a_deleted_record_is_gone_and_its_id_stays_taken(self) -> None:
        who = publisher()
        made = who.post("subjects/", data := subject())
        address = f"subjects/{data['slug']}/"
        reply = who.delete(address, if_match=made.etag, query={"reason": "nhầm"})
        self.assertEqual((204, b""), (reply.status, reply.content))
        gone = who.get(address)
        self.assertEqual((410, "nhầm"), (gone.status, gone.body["reason"]))
        self.assertEqual(410, who.delete(address, if_match=made.etag).status)
        again = who.put(address, data)
        self.assertEqual({("/slug", "slug_used")}, again.faults())

    def test_what_others_refer_to_is_not_deleted(self) -> None:
        law = make_law()
        make_measure(document=law)
        who = publisher()
        etag = who.get(f"laws/{law.slug}/").etag
        reply = who.delete(f"laws/{law.slug}/", if_match=etag)
        self.assertEqual((409, {("/", "referred_to")}), (reply.status, reply.faults()))

    def test_a_record_is_written_in_its_own_collection(self) -> None:
        law = make_law()
        who = publisher()
        reply = who.patch(f"decrees/{law.slug}/", {"title": "x"}, if_match="*")
        self.assertEqual(404, reply.status)
        one = make_decree()
        reply = who.patch(
            f"decrees/{one.slug}/", {"kind": "law", "number": None}, if_match="*"
        )
        self.assertEqual({("/kind", "another_kind")}, reply.faults())
        one.refresh_from_db()
        self.assertEqual("decree", one.kind)


class PermissionTests(TestCase):
    """A token that may not publish."""

    def setUp(self) -> None:
        self.who = bearer()

    def state_of(self, who: Bearer, **over: object) -> str:
        return str(who.post("subjects/", subject(**over)).body["state"])

    def test_what_is_entered_is_a_draft(self) -> None:
        for asked, given in (
            ("published", "draft"),
            ("withdrawn", "draft"),
            ("draft", "draft"),
            ("in_review", "in_review"),
        ):
            self.assertEqual(given, self.state_of(self.who, state=asked))
        self.assertEqual("published", self.state_of(publisher(), state="published"))

    def test_its_own_draft_is_changed_but_not_published(self) -> None:
        made = self.who.post("subjects/", data := subject())
        address = f"subjects/{data['slug']}/"
        again = self.who.put(address, data, if_match=made.etag)
        self.assertEqual((200, made.body), (again.status, again.body))
        reply = self.who.patch(
            address, {"name": "Khác", "state": "published"}, if_match=made.etag
        )
        self.assertEqual("draft", reply.body["state"])
        self.assertEqual("Khác", reply.body["name"])
        self.assertFalse(Change.objects.filter(slug=data["slug"]).exists())
        self.assertEqual(204, self.who.delete(address, if_match=reply.etag).status)

    def test_what_is_or_was_public_stays_as_it_is(self) -> None:
        for state in ("published", "withdrawn"):
            address = f"subjects/{make_subject(state=state).slug}/"
            read = self.who.get(address)
            same = self.who.put(address, read.body, if_match=read.etag)
            self.assertEqual((200, read.body), (same.status, same.body))
            for changed in ({"name": "Khác"}, {"state": "draft"}):
                reply = self.who.patch(address, changed, if_match=read.etag)
                self.assertEqual(
                    (403, "may_not_publish"), (reply.status, reply.body["code"])
                )
            reply = self.who.delete(address, if_match=read.etag)
            self.assertEqual(
                (403, "may_not_publish"), (reply.status, reply.body["code"])
            )
            self.assertEqual(read.body, self.who.get(address).body)

    def test_the_draft_of_another_partner_is_not_touched(self) -> None:
        theirs = bearer().post("subjects/", data := subject())
        address = f"subjects/{data['slug']}/"
        for method in ("PUT", "PATCH", "DELETE"):
            reply = self.who.send(method, address, data, if_match=theirs.etag)
            self.assertEqual(403, reply.status)
            self.assertEqual("another_partners_record", reply.body["code"])
            self.assertNotIn("ETag", reply.response)
        reply = self.who.post("subjects/", subject(parent=data["slug"]))
        self.assertEqual({("/parent", "does_not_exist")}, reply.faults())
        reply = publisher().patch(address, {"state": "published"}, if_match="*")
        self.assertEqual((200, "published"), (reply.status, reply.body["state"]))

    def test_the_draft_of_an_officer_is_not_touched(self) -> None:
        address = f"subjects/{make_subject(state='draft').slug}/"
        self.assertEqual(404, self.who.get(address).status)
        reply = self.who.patch(address, {"name": "x"}, if_match="*")
        self.assertEqual("another_partners_record", reply.body["code"])
