"""Coverage: what is owed, fulfilled and overdue, by document and for all of them."""

from datetime import date

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from decrees.models import Delegation
from policies.choices import RelationType
from policies.common.models import RecordState
from policies.models import Law
from policies.services import save_record
from tests.api.calls import PROBLEM, JSONRecord, ask
from tests.contract.validation import violations
from tests.factories import (
    EFFECTIVE,
    make_agency,
    make_decree,
    make_delegation,
    make_law,
    make_provision,
    make_relation,
)

COUNTS = ("owed", "fulfilled", "unclear", "overdue", "pending", "lapsed", "ratio")
BEFORE, LATER = date(2025, 9, 30), date(2026, 3, 1)


def coverage(slug: str, day: object, address: str = "laws") -> JSONRecord:
    """Ask for the coverage of a document, and hold it to the schema."""
    answer = ask(f"{address}/{slug}/coverage/", f"as_of={day}")
    broken = violations("Coverage", answer.body)
    if answer.status != 200 or broken:
        raise AssertionError((answer.content, broken))
    body: JSONRecord = answer.body
    return body


def counts(body: JSONRecord) -> tuple[object, ...]:
    """Give the counts of an answer."""
    return tuple(body[name] for name in COUNTS)


def statuses(slug: str, day: object) -> dict[str, str]:
    """Give the status of each delegation of a law on a day."""
    delegations = coverage(slug, day)["delegations"]
    return {one["slug"]: one["status"] for one in delegations}


class RegisterTests(TestCase):
    """The decrees of Law 93/2025/QH15 and of Resolution 193/2025/QH15."""

    def test_the_law_has_six_decrees_and_owes_circulars(self) -> None:
        body = coverage("93-2025-qh15", "2025-11-01")
        texts = {
            one["fulfilled_by"]["number"]
            for one in body["delegations"]
            if one["fulfilled_by"]
        }
        numbers = (262, 263, 264, 265, 267, 268)
        self.assertEqual({f"{number}/2025/NĐ-CP" for number in numbers}, texts)
        self.assertEqual((7, 2, 4, 1, 0, 0, "0.285714"), counts(body))
        (owed,) = (one for one in body["delegations"] if not one["fulfilled_by"])
        self.assertEqual("overdue", owed["status"])
        self.assertEqual("BKHCN", owed["agency"]["code"])

    def test_a_text_of_unknown_effect_is_neither_fulfilled_nor_overdue(self) -> None:
        body = coverage("193-2025-qh15", "2025-05-01", "documents")
        self.assertEqual((13, 0, 13, 0, 0, 0, "0"), counts(body))
        (first, *_others) = body["delegations"]
        self.assertEqual("art_3__cl_2", first["provision"]["eid"])
        self.assertEqual("unknown", first["fulfilled_by_state"]["state"])

    def test_in_force_but_not_detailed_is_overdue_until_the_decree_comes(self) -> None:
        body = coverage("193-2025-qh15", "2025-04-12", "documents")
        self.assertEqual((13, 0, 0, 13, 0, 0, "0"), counts(body))
        late = ask("delegations/", "overdue_on=2025-04-12&document=193-2025-qh15")
        self.assertEqual(13, len(late.slugs))


class StatusTests(TestCase):
    """What becomes of one delegation of a law in force from 1 October 2025."""

    def setUp(self) -> None:
        self.law = make_law()
        self.delegation = make_delegation(document=self.law)

    def status(self, day: object) -> str:
        """Give its status on a day; the filters of the list say the same."""
        found = statuses(self.law.slug, day)[self.delegation.slug]
        for name, status in (("overdue_on", "overdue"), ("fulfilled_on", "fulfilled")):
            listed = ask("delegations/", f"{name}={day}&document={self.law.slug}")
            kept = self.delegation.slug in listed.slugs
            self.assertEqual(found == status, kept, name)
        return found

    def change(self, **values: object) -> None:
        """Change the delegation."""
        row = Delegation.objects.get(pk=self.delegation.pk)
        for name, value in values.items():
            setattr(row, name, value)
        save_record(row)

    def test_it_is_overdue_from_the_day_the_law_is_in_force(self) -> None:
        self.assertEqual("pending", self.status(BEFORE))
        self.assertEqual("overdue", self.status(EFFECTIVE))

    def test_a_text_fulfils_it_while_it_has_effect(self) -> None:
        ends = date(2026, 6, 1)
        text = make_decree(effective_on=LATER, ends_on=ends)
        self.change(fulfilled_by=text)
        expected = {
            BEFORE: "pending",
            date(2026, 2, 28): "overdue",
            LATER: "fulfilled",
            date(2026, 5, 31): "fulfilled",
            ends: "overdue",
        }
        self.assertEqual(expected, {day: self.status(day) for day in expected})

    def test_a_text_of_unknown_effect_leaves_it_unclear_from_its_issue(self) -> None:
        self.change(fulfilled_by=make_decree(issued_on=date(2025, 12, 1)))
        self.assertEqual("overdue", self.status("2025-11-30"))
        self.assertEqual("unclear", self.status("2025-12-01"))

    def test_a_deadline_of_its_own_counts_with_its_whole_period(self) -> None:
        self.change(due_on=date(2026, 1, 1), due_precision="quarter")
        self.assertEqual("pending", self.status("2026-03-31"))
        self.assertEqual("overdue", self.status("2026-04-01"))

    def test_a_provision_with_a_day_of_its_own_is_due_on_it(self) -> None:
        part = make_provision(
            document=self.law, effective_on=LATER, ends_on=date(2026, 6, 1)
        )
        self.change(provision=part)
        self.assertEqual("pending", self.status("2026-02-28"))
        self.assertEqual("overdue", self.status(LATER))
        self.assertEqual("lapsed", self.status("2026-06-01"))

    def test_what_is_not_detailed_when_the_law_ends_lapses(self) -> None:
        law = Law.objects.get(pk=self.law.pk)
        law.ends_on = LATER
        save_record(law)
        self.assertEqual("overdue", self.status("2026-02-28"))
        self.assertEqual("lapsed", self.status(LATER))
        self.assertEqual(
            (0, 0, 0, 0, 0, 1, None), counts(coverage(self.law.slug, LATER))
        )

    def test_a_decree_outlives_its_law_since_april_2025_and_the_answer_says_so(
        self,
    ) -> None:
        for ends, law, status in (
            (date(2025, 3, 31), "law_80_2015", "lapsed"),
            (date(2025, 4, 1), "law_64_2025", "fulfilled"),
        ):
            began = date(2018, 1, 1)
            parent = make_law(
                number="", issued_on=None, effective_on=began, ends_on=ends
            )
            text = make_decree(number="", issued_on=None, effective_on=began)
            make_relation(source=text, type=RelationType.DETAILS, target=parent)
            make_delegation(document=parent, fulfilled_by=text)
            body = coverage(parent.slug, ends)
            with self.subTest(law):
                self.assertEqual(law, body["detailing_texts"])
                (only,) = body["delegations"]
                self.assertEqual(status, only["status"])
                self.assertIsNone(
                    coverage(parent.slug, "2024-01-01")["detailing_texts"]
                )

    def test_a_draft_counts_for_nothing(self) -> None:
        make_delegation(document=self.law, state=RecordState.DRAFT)
        self.assertEqual(1, coverage(self.law.slug, EFFECTIVE)["owed"])


class ListTests(TestCase):
    """The coverage of all documents that delegate."""

    def walk(self, query: str) -> list[JSONRecord]:
        """Walk the list page by page, held to the schema."""
        found, following = [], f"coverage/?{query}"
        while following:
            address, _, text = following.partition("?")
            answer = ask(address, text)
            self.assertEqual([], violations("CoveragePage", answer.body))
            found += answer.body["results"]
            following = (answer.body["next"] or "").partition("/api/v1/")[2]
        return found

    def test_it_gives_what_each_document_gives(self) -> None:
        for day in ("2025-03-01", "2025-11-01"):
            rows = self.walk(f"as_of={day}&page_size=1")
            slugs = [one["document"]["slug"] for one in rows]
            self.assertEqual(sorted(slugs), slugs)
            self.assertEqual(
                set(Delegation.objects.values_list("document__slug", flat=True)),
                set(slugs),
            )
            for one in rows:
                own = coverage(one["document"]["slug"], day, "documents")
                self.assertEqual(counts(own), counts(one))
                self.assertEqual(own["legal_state"], one["legal_state"])

    def test_it_is_narrowed_to_kinds_and_to_what_is_overdue(self) -> None:
        laws = self.walk("kind=law&as_of=2025-11-01")
        self.assertEqual({"law"}, {one["kind"] for one in laws})
        late = self.walk("overdue=true&as_of=2025-11-01")
        on_time = self.walk("overdue=false&as_of=2025-11-01")
        self.assertTrue(late)
        self.assertTrue(all(one["overdue"] for one in late))
        self.assertTrue(on_time)
        self.assertFalse(any(one["overdue"] for one in on_time))

    def test_it_costs_the_same_however_many_documents_there_are(self) -> None:
        law, agency = make_law(), make_agency()
        for address, expected in ((f"laws/{law.slug}/coverage/", 4), ("coverage/", 3)):
            costs = []
            for _ in range(3):
                text = make_decree(effective_on=LATER)
                make_delegation(document=law, agency=agency, fulfilled_by=text)
                make_delegation(agency=agency)
                with CaptureQueriesContext(connection) as captured:
                    self.assertEqual(200, ask(address).status)
                costs.append(len(captured))
            with self.subTest(address):
                self.assertEqual([expected] * 3, costs)


class AnswerTests(TestCase):
    """The register's past, 304 and refusals."""

    def test_the_register_s_past_is_answered(self) -> None:
        delegation = make_delegation()
        law = delegation.document
        before = delegation.modified_at.isoformat().replace("+", "%2B")
        again = Delegation.objects.get(pk=delegation.pk)
        again.fulfilled_by = make_decree(effective_on=EFFECTIVE)
        save_record(again)
        day = f"as_of={EFFECTIVE}"
        for address in (f"laws/{law.slug}/coverage/", "coverage/"):
            now, past = (
                ask(address, f"{day}{known}") for known in ("", f"&known_at={before}")
            )
            for answer, expected in ((now, "fulfilled"), (past, "overdue")):
                rows = answer.body.get("results", [answer.body])
                (own,) = (one for one in rows if one["document"]["slug"] == law.slug)
                self.assertEqual(1, own[expected])

    def test_a_client_that_holds_the_answer_gets_304(self) -> None:
        for address in ("laws/93-2025-qh15/coverage/", "coverage/"):
            first = self.client.get(f"/api/v1/{address}")
            held = {"If-None-Match": first["ETag"]}
            again = self.client.get(f"/api/v1/{address}", headers=held)
            self.assertEqual(304, again.status_code)

    def test_a_wrong_question_is_refused_by_name(self) -> None:
        for address, query, name in (
            ("laws/93-2025-qh15/coverage/", "as_of=soon", "as_of"),
            ("laws/93-2025-qh15/coverage/", "page_size=1", "page_size"),
            ("coverage/", "kind=letter", "kind"),
            ("coverage/", "overdue=yes", "overdue"),
            ("coverage/", "after=A", "after"),
            ("coverage/", "page_size=0", "page_size"),
            ("coverage/", "cursor=x", "cursor"),
        ):
            answer = ask(address, query)
            with self.subTest(address, query=query):
                self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                self.assertEqual(name, answer.body["errors"][0]["parameter"])

    def test_a_document_that_is_no_law_is_not_found_among_the_laws(self) -> None:
        self.assertEqual(404, ask("laws/193-2025-qh15/coverage/").status)
        self.assertEqual(404, ask("documents/no-such/coverage/").status)
