"""An entity tag moves when its answer does; that of a record only then."""

from datetime import UTC, date, datetime
from unittest.mock import patch

from django.db import connection
from django.test import TestCase, override_settings

from policies.common.api.conditional import record_etag, record_etags, register_etag
from policies.common.models import RecordState
from policies.models import (
    Agency,
    Change,
    Document,
    Person,
    RegisterVersion,
    Relation,
)
from tests.api.calls import BY_NAME
from tests.api.held import again, change, get, tag
from tests.factories import (
    make_agency,
    make_law,
    make_measure,
    make_person,
    make_provision,
    make_relation,
    make_subject,
    make_term,
)

LISTS = ("laws/", "documents/?page_size=1", "search/?q=khoa", "laws.atom")


class RecordTests(TestCase):
    """The tag of one record."""

    law: Document
    issuer: Agency
    first: Person
    second: Person

    @classmethod
    def setUpTestData(cls) -> None:
        cls.first, cls.second = make_person(), make_person()
        cls.issuer = make_agency()
        cls.law = make_law(
            issuer=cls.issuer,
            signers=[cls.first, cls.second],
            subjects=[make_subject()],
            co_issuers=[make_agency()],
        )

    @property
    def address(self) -> str:
        return f"laws/{self.law.slug}/"

    def assert_moves(self, address: str, held: str) -> None:
        """Expect another tag and another body."""
        response = again(address, held)
        self.assertEqual(200, response.status_code)
        self.assertNotEqual(held, response["ETag"])

    def test_its_own_content(self) -> None:
        held = tag(self.address)
        change(self.law, note="Ghi chú mới.")
        self.assert_moves(self.address, held)

    def test_what_a_related_record_is_called(self) -> None:
        held = tag(self.address)
        change(self.issuer, name="Tên mới")
        self.assert_moves(self.address, held)

    def test_what_the_member_of_a_list_is_called(self) -> None:
        for member in (self.second, self.law.subjects.get(), self.law.co_issuers.get()):
            with self.subTest(type(member).__name__):
                held = tag(self.address)
                change(member, name_en="Another name")
                self.assert_moves(self.address, held)

    def test_the_members_of_a_list_and_their_order(self) -> None:
        held = tag(self.address)
        change(self.law, signers=[self.second, self.first])
        self.assert_moves(self.address, held)
        (listed,) = get(f"laws/?slug={self.law.slug}").json()["results"]
        self.assertEqual(listed, get(self.address).json())
        held = tag(self.address)
        change(self.law, signers=[self.second])
        self.assert_moves(self.address, held)
        held = tag(self.address)
        change(self.law, subjects=[])
        self.assert_moves(self.address, held)

    def test_a_relation_that_changes_its_legal_state(self) -> None:
        change(self.law, effective_on=self.law.issued_on)
        held = tag(self.address)
        state = get(self.address).json()["legal_state"]["state"]
        self.assertEqual("in_force", state)
        day = self.law.issued_on
        make_relation(target=self.law, type="repeals", effective_on=day, whole=True)
        self.assertEqual("ended", get(self.address).json()["legal_state"]["state"])
        self.assert_moves(self.address, held)

    def test_the_day_on_which_its_legal_state_changes_and_no_other(self) -> None:
        address = "laws/93-2025-qh15/"  # has effect from 1 October 2025 on
        tags = []
        for month, day in ((9, 29), (9, 30), (10, 1)):
            moment = datetime(2025, month, day, 1, tzinfo=UTC)
            with patch("django.utils.timezone.now", return_value=moment):
                tags.append(tag(address))
        self.assertEqual(tags[0], tags[1])
        self.assertNotEqual(tags[1], tags[2])

    def test_the_standing_of_what_depends_on_the_day(self) -> None:
        term = make_term(measure=make_measure(), valid_from=date(2031, 1, 1))
        for day, moves in (("2030-12-30", False), ("2031-01-01", True)):
            before = tag(f"terms/{term.slug}/?as_of=2030-12-31")
            after = tag(f"terms/{term.slug}/?as_of={day}")
            with self.subTest(day):
                self.assertEqual(moves, before != after)

    def test_a_record_that_it_does_not_show_leaves_it_alone(self) -> None:
        held, lists = tag(self.address), {one: tag(one) for one in LISTS}
        change(make_agency(), name="Cơ quan khác")
        make_provision(document=self.law)
        change(self.issuer, note="Không hiện ra ở đây.")
        self.assertEqual(304, again(self.address, held).status_code)
        for one, before in lists.items():
            with self.subTest(one):
                self.assert_moves(one, before)

    def test_a_save_that_changes_nothing_moves_nothing(self) -> None:
        addresses = (self.address, *LISTS)
        held = {one: tag(one) for one in addresses}
        change(self.law)
        for one in addresses:
            with self.subTest(one):
                self.assertEqual(304, again(one, held[one]).status_code)

    def test_two_changes_at_one_instant_are_two_tags(self) -> None:
        seen = {tag(self.address)}
        with patch("django.utils.timezone.now", return_value=self.law.modified_at):
            for note in ("Một.", "Hai.", "Ba."):
                change(self.law, note=note)
                seen.add(tag(self.address))
        self.assertEqual(4, len(seen))

    def test_another_release_is_another_answer(self) -> None:
        for address in (self.address, "laws/", "choices/"):
            held = tag(address)
            with self.subTest(address), override_settings(RELEASE="another"):
                self.assert_moves(address, held)


class WriterTests(TestCase):
    """The tag as those ask for it who are about to write."""

    def test_it_is_the_one_that_was_read(self) -> None:
        for name in ("laws", "relations", "agencies"):
            one = BY_NAME[name]
            slug = one.published().values_list("slug", flat=True)[0]
            with self.subTest(name), self.assertNumQueries(1):
                found = record_etag(one, slug)
            self.assertEqual(tag(f"{name}/{slug}/"), found)

    def test_a_law_has_one_tag_among_laws_and_documents(self) -> None:
        self.assertEqual(tag("laws/93-2025-qh15/"), tag("documents/93-2025-qh15/"))

    def test_of_a_draft_only_those_know_who_may(self) -> None:
        draft = make_law(state=RecordState.DRAFT)
        self.assertIsNone(record_etag(BY_NAME["laws"], draft.slug))
        found = record_etag(BY_NAME["laws"], draft.slug, public=False)
        change(draft, state=RecordState.PUBLISHED)
        self.assertNotEqual(found, tag(f"laws/{draft.slug}/"))

    def test_of_nothing_there_is_none(self) -> None:
        self.assertIsNone(record_etag(BY_NAME["laws"], "none"))
        self.assertIsNone(record_etag(BY_NAME["laws"], "262-2025-nd-cp"))

    def test_several_cost_one_query(self) -> None:
        some = list(Relation.objects.values_list("slug", flat=True)[:20])
        with self.assertNumQueries(1):
            found = record_etags(BY_NAME["relations"], [*some, "none"])
        self.assertEqual({one: tag(f"relations/{one}/") for one in some}, found)


class RegisterTests(TestCase):
    """The tag of what is read of many rows."""

    def test_a_draft_moves_it(self) -> None:
        held = tag("laws/")
        make_law(state=RecordState.DRAFT)
        self.assertNotEqual(held, tag("laws/"))

    def test_the_day_moves_it(self) -> None:
        seen = set()
        for day in (1, 2):
            moment = datetime(2026, 1, day, 1, tzinfo=UTC)
            with patch("django.utils.timezone.now", return_value=moment):
                seen.add(tag("laws/"))
        self.assertEqual(2, len(seen))

    def test_a_number_that_returns_after_a_restored_backup_is_another(self) -> None:
        held = register_etag()
        version = RegisterVersion.objects.get().version
        make_law()
        RegisterVersion.objects.update(version=version)
        self.assertNotEqual(held, register_etag())

    def test_a_register_that_was_never_written_has_one(self) -> None:
        RegisterVersion.objects.all().delete()
        Change.objects.all().delete()
        held = register_etag()
        make_law()
        self.assertNotEqual(held, register_etag())

    def test_it_is_read_before_the_rows_are(self) -> None:
        """What commits meanwhile is found, under a tag that is asked for again."""
        found: list[str] = []

        def write_first(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
            if "WITH page" in sql and not found:
                found.append(make_law(slug="0-meanwhile").slug)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(write_first):
            response = get("laws/?ordering=slug&page_size=1")
        self.assertEqual(found, [one["slug"] for one in response.json()["results"]])
        later = again("laws/?ordering=slug&page_size=1", response["ETag"])
        self.assertEqual(200, later.status_code)
