"""Bulk writes by token: all or nothing, every fault with its row and member."""

from typing import Any

from django.test import TestCase

from policies.models import Change, Document, Subject
from tests.api.calls import JSONRecord
from tests.api.writing import Bearer, Reply, bearer, publisher, subject
from tests.factories import make_law, make_subject


def rows(*records: JSONRecord, collection: str = "subjects") -> list[JSONRecord]:
    """Give rows of one collection."""
    return [{"collection": collection, "record": record} for record in records]


class BulkCase(TestCase):
    """A test that sends many records at once."""

    def send(self, partner: Bearer, given: Any, **options: Any) -> Reply:
        """Send rows with options of the body."""
        return partner.post("bulk/", {"rows": given, **options})

    def outcomes(self, reply: Reply) -> list[str]:
        """Give the outcome of each row."""
        self.assertEqual(200, reply.status, reply.body)
        return [one["outcome"] for one in reply.body["rows"]]


class WrittenTests(BulkCase):
    """What is written, and what is said of it."""

    def test_rows_of_any_collections_are_written_in_any_order(self) -> None:
        above = subject()
        under = subject(parent=above["slug"])
        law: JSONRecord = {"kind": "law", "family": "normative", "title": "Luật thử"}
        law |= {"subjects": [under["slug"]], "state": "published"}
        given = [*rows(law, collection="documents"), *rows(under, above)]
        reply = self.send(publisher(), given, reason="gửi lần đầu")
        self.assertEqual(["created"] * 3, self.outcomes(reply))
        slug = reply.body["rows"][0]["slug"]
        self.assertEqual(
            under["slug"], Document.objects.get(slug=slug).subjects.get().slug
        )
        last = Change.objects.order_by("sequence").last()
        self.assertEqual("gửi lần đầu", last and last.reason)

    def test_the_tag_given_is_the_one_to_write_with(self) -> None:
        partner, one = publisher(), subject()
        reply = self.send(partner, rows(one))
        etag = reply.body["rows"][0]["etag"]
        self.assertEqual(etag, partner.get(f"subjects/{one['slug']}/").etag)
        changed = [{**rows({**one, "name": "Mới"})[0], "etag": etag}]
        self.assertEqual(["updated"], self.outcomes(self.send(partner, changed)))

    def test_what_was_read_can_be_sent_back_and_changes_nothing(self) -> None:
        partner, law = publisher(), make_law(subjects=[make_subject()])
        before = Change.objects.count()
        read = partner.get(f"documents/{law.slug}/").body
        reply = self.send(partner, rows(read, collection="documents"))
        self.assertEqual(["unchanged"], self.outcomes(reply))
        self.assertEqual(before, Change.objects.count())

    def test_a_dry_run_writes_nothing(self) -> None:
        one = subject()
        reply = self.send(publisher(), rows(one), dry_run=True)
        self.assertEqual(["created"], self.outcomes(reply))
        self.assertIsNone(reply.body["rows"][0]["etag"])
        self.assertFalse(Subject.objects.filter(slug=one["slug"]).exists())

    def test_the_same_key_writes_once_and_is_answered_alike(self) -> None:
        partner, given = publisher(), {"rows": rows({"name": "Quang tử thử"})}
        first, second = (
            partner.post("bulk/", given, idempotency_key="một-lần".encode().hex())
            for _ in range(2)
        )
        self.assertEqual(first.body, second.body)
        self.assertEqual(1, Subject.objects.filter(name="Quang tử thử").count())

    def test_a_citation_of_an_unknown_number_is_put_in_the_queue(self) -> None:
        law = make_law()
        relation = {"source": law.slug, "target": "9876/2025/QH15", "type": "amends"}
        given = rows(relation | {"state": "published"}, collection="relations")
        row = self.send(publisher(), given).body["rows"][0]
        self.assertEqual("unresolved-citations", row["collection"])
        self.assertIn("9876/2025/QH15", row["note"])


class RefusedTests(BulkCase):
    """Nothing is written if anything is wrong, and everything wrong is named."""

    def faults(self, given: Any, **options: Any) -> set[tuple[str, str]]:
        """Expect a refusal of the body, and give pointer and code of each fault."""
        before = Change.objects.count()
        reply = self.send(publisher(), given, **options)
        self.assertEqual(400, reply.status)
        self.assertEqual("invalid_body", reply.body["code"])
        self.assertEqual(before, Change.objects.count())
        return reply.faults()

    def test_all_faults_of_all_rows_are_named(self) -> None:
        kept = make_subject()
        given = rows(
            subject(),
            subject(name=5, colour="red"),
            subject(parent="nobody"),
            subject(slug=kept.slug),
        )
        self.assertEqual(
            {
                ("/rows/1/record/name", "wrong_type"),
                ("/rows/2/record/parent", "does_not_exist"),
                ("/rows/3/etag", "precondition_required"),
            },
            self.faults(given),
        )

    def test_rows_that_are_none_are_named(self) -> None:
        self.assertEqual(
            {
                ("/rows/0/collection", "invalid_choice"),
                ("/rows/0/record", "not_a_dict"),
                ("/rows/1/collection", "required"),
                ("/rows/1/record", "required"),
                ("/rows/1/etag", "invalid"),
            },
            self.faults([{"collection": ["x"], "record": []}, {"etag": 5}]),
        )
        self.assertEqual({("/rows", "wrong_type")}, self.faults({}))
        self.assertEqual({("/rows", "min_length")}, self.faults([]))
        many = rows(*(subject() for _ in range(1001)))
        self.assertEqual({("/rows", "max_length")}, self.faults(many))

    def test_unknown_members_and_types_of_the_body_are_named(self) -> None:
        given = rows(subject())
        self.assertEqual(
            {("/overwrite", "wrong_type")}, self.faults(given, overwrite="yes")
        )
        self.assertEqual({("/now", "unknown_member")}, self.faults(given, now=True))

    def test_a_query_beside_the_body_is_refused(self) -> None:
        reply = publisher().post("bulk/", {"rows": rows(subject())}, query={"a": "1"})
        self.assertEqual((400, "invalid_query"), (reply.status, reply.body["code"]))

    def test_no_token_writes_nothing(self) -> None:
        reply = bearer(scope="read").post("bulk/", {"rows": rows(subject())})
        self.assertEqual((403, "wrong_scope"), (reply.status, reply.body["code"]))


class PartnerTests(BulkCase):
    """The rules of a partner's token hold for every row."""

    def test_what_a_partner_sends_is_a_draft_and_may_be_sent_again(self) -> None:
        partner, one = bearer(), subject()
        self.assertEqual(["created"], self.outcomes(self.send(partner, rows(one))))
        self.assertEqual("draft", Subject.objects.get(slug=one["slug"]).state)
        self.assertEqual(["unchanged"], self.outcomes(self.send(partner, rows(one))))

    def test_another_partners_draft_is_not_touched_nor_seen(self) -> None:
        one = subject()
        self.send(bearer(), rows(one))
        for sent in (one, one | {"name": "Khác"}):
            reply = self.send(bearer(), rows(sent), overwrite=True)
            self.assertEqual(
                {("/rows/0/record", "another_partners_record")}, reply.faults()
            )

    def test_what_is_public_is_not_changed_without_the_right_to_publish(self) -> None:
        kept = make_subject()
        one = subject(slug=kept.slug)
        reply = self.send(bearer(), rows(one), overwrite=True)
        self.assertEqual({("/rows/0/record", "may_not_publish")}, reply.faults())

    def test_rows_may_refer_to_drafts_of_the_same_partner(self) -> None:
        above = subject()
        under = subject(parent=above["slug"])
        reply = self.send(bearer(), rows(under, above))
        self.assertEqual(["created"] * 2, self.outcomes(reply))
