"""Many rows: all or nothing, in any order, never over what somebody else wrote."""

from itertools import permutations
from typing import Any

from policies.models import Change, Document, Provision, Subject
from policies.services import save_record
from policies.writing.row import Row
from policies.writing.rows import write_rows
from tests.factories import make_law, make_subject
from tests.policies.writing.cases import RowsCase, row, subject, tag


class OrderTests(RowsCase):
    """Rows may stand in any order, and all of them are written or none."""

    def test_a_row_may_refer_to_one_that_comes_later(self) -> None:
        rows = [
            row("measures", slug="m", title="M", instrument="fund", document="d"),
            subject("under", parent="above"),
            row("documents", slug="d", kind="law", family="normative",
                title="Luật thử", issuer="a", subjects=["under"]),
            subject("above"),
            row("agencies", slug="a", name="Cơ quan thử", kind="ministry"),
        ]  # fmt: skip
        self.assertEqual(["created"] * 5, self.outcomes(*rows))
        found = Document.objects.filter(
            subjects__parent__slug="above", issuer__slug="a"
        )
        self.assertEqual("d", found.get().slug)

    def test_every_order_of_a_chain_writes_the_same(self) -> None:
        chain = [("one", None), ("two", "one"), ("three", "two")]
        for number, order in enumerate(permutations(chain)):
            with self.subTest(order=order):
                rows = [
                    subject(f"{slug}-{number}", parent=above and f"{above}-{number}")
                    for slug, above in order
                ]
                self.write(*rows)
                last = Subject.objects.filter(parent__parent__slug=f"one-{number}")
                self.assertEqual(f"three-{number}", last.get().slug)

    def test_a_circle_is_named_in_each_of_its_rows(self) -> None:
        one, two = subject("one", parent="two"), subject("two", parent="one")
        free = subject("free")
        faults = self.refused(one, free, two)
        self.assertEqual(
            [(one.where, "/record", "circle"), (two.where, "/record", "circle")],
            faults,
        )
        for place in (one.where, two.where):
            self.assertIn(place, self.details[0])

    def test_every_fault_of_every_row_is_told_and_nothing_is_written(self) -> None:
        good = subject("good")
        bad = subject("bad", name="", colour="red")
        worse = row("measures", slug="worse", title="W", instrument="no-such")
        faults = self.refused(good, bad, worse)
        self.assertEqual(
            [
                (bad.where, "/record/colour", "unknown_member"),
                (worse.where, "/record/instrument", "invalid_choice"),
            ],
            faults,
        )
        self.assertFalse(Subject.objects.filter(slug="good").exists())

    def test_what_refers_to_a_refused_row_says_so(self) -> None:
        bad = subject("bad", name="")
        child = subject("child", parent="bad")
        orphan = subject("orphan", parent="nobody")
        faults = self.refused(child, bad, orphan)
        self.assertEqual(
            [
                (child.where, "/record/parent", "refused"),
                (bad.where, "/record/name", "blank"),
                (orphan.where, "/record/parent", "does_not_exist"),
            ],
            faults,
        )
        self.assertIn(bad.where, self.details[0])

    def test_a_row_that_has_to_wait_for_one_that_refers_to_it_is_tried_again(
        self,
    ) -> None:
        """A draft may not be referred to: the reference has to go first."""
        above = make_subject(name="Trên")
        under = make_subject(name="Dưới", parent=above)
        rows = [
            subject(above.slug, name="Trên", state="draft"),
            subject(under.slug, name="Dưới"),
        ]
        self.assertEqual(["updated"] * 2, self.outcomes(*rows, overwrite=True))

    def test_a_moved_tree_keeps_its_addresses(self) -> None:
        """What a row moves along is read anew by the rows after it."""
        law = make_law()
        parts = [
            ("art", None, "article", "5"),
            ("cl", "art", "clause", "2"),
            ("pt", "cl", "point", "a"),
        ]

        def rows(article: str) -> list[Row]:
            return [
                row("provisions", slug=slug, document=law.slug, parent=parent,
                    level=level, label=article if slug == "art" else label,
                    heading=f"{slug} {article}")
                for slug, parent, level, label in parts
            ]  # fmt: skip

        self.write(*rows("5"))
        article, _moved_along, point = rows("6")
        self.write(article, point, overwrite=True)
        eid = Provision.objects.get(slug="pt").eid
        self.assertEqual("art_6__cl_2__pt_a", eid)

    def test_a_dry_run_says_what_would_be_and_writes_nothing(self) -> None:
        before = Change.objects.count()
        written = write_rows([subject("tried")], dry_run=True)
        self.assertEqual(["created"], [one.outcome.value for one in written])
        self.assertEqual(before, Change.objects.count())
        self.assertFalse(Subject.objects.filter(slug="tried").exists())


class RepeatedTests(RowsCase):
    """The same row twice is harmless; rows that contradict each other are not."""

    def test_rows_written_again_change_nothing(self) -> None:
        rows = [subject("one"), subject("two", parent="one")]
        self.write(*rows)
        before = list(Subject.objects.values()), Change.objects.count()
        self.assertEqual(["unchanged"] * 2, self.outcomes(*rows))
        self.assertEqual(
            before, (list(Subject.objects.values()), Change.objects.count())
        )

    def test_the_same_row_twice_is_written_once(self) -> None:
        self.assertEqual(
            ["created", "unchanged"], self.outcomes(subject("one"), subject("one"))
        )

    def test_the_full_form_says_the_same_as_the_plain_one(self) -> None:
        above = make_subject()
        plain = subject("one", parent=above.slug)
        full = subject("one", parent={"slug": above.slug, "name": above.name})
        self.assertEqual(["created", "unchanged"], self.outcomes(plain, full))

    def test_rows_that_contradict_each_other_name_both_places(self) -> None:
        one, other = subject("one"), subject("one", name="Khác")
        faults = self.refused(one, other)
        self.assertEqual([(other.where, "/record/name", "contradiction")], faults)
        self.assertIn(one.where, self.details[0])

    def test_a_law_and_the_same_document_contradict_each_other_too(self) -> None:
        law = {"slug": "l", "kind": "law", "family": "normative"}
        one = row("laws", title="Luật", **law)
        other = row("documents", title="Luật khác", **law)
        self.assertEqual(
            [(other.where, "/record/title", "contradiction")], self.refused(one, other)
        )

    def test_a_law_is_no_decree(self) -> None:
        data = {"slug": "l", "kind": "law", "family": "normative", "title": "Luật"}
        one = row("decrees", **data)
        self.assertEqual(
            [(one.where, "/record/kind", "another_kind")], self.refused(one)
        )


class UnnamedTests(RowsCase):
    """A row without a public id is given one, and sent again it finds its record."""

    def test_a_row_without_a_public_id_is_given_one(self) -> None:
        (written,) = self.write(row("subjects", name="Quang tử", name_en="Photonics"))
        self.assertEqual("photonics", written.slug)

    def test_sent_again_it_finds_its_record(self) -> None:
        one = row("subjects", name="Quang tử", name_en="Photonics")
        other = row("subjects", name="Quang học", name_en="Photonics")
        self.write(one, other)
        self.assertEqual(["unchanged"] * 2, self.outcomes(other, one))

    def test_a_relation_without_a_public_id_is_found_again(self) -> None:
        one, other = make_law(), make_law()
        relation = row("relations", source=one.slug, target=other.slug, type="amends")
        self.assertEqual(["created"], self.outcomes(relation))
        self.assertEqual(["unchanged"], self.outcomes(relation))

    def test_what_says_too_little_is_refused(self) -> None:
        one = row("subjects", name_en="Photonics")
        self.assertEqual([(one.where, "/record/name", "required")], self.refused(one))


class UnseenTests(RowsCase):
    """No row replaces what its writer has not seen."""

    def setUp(self) -> None:
        self.write(subject("kept"))
        self.tag = tag("subjects", "kept")

    def correct(self) -> None:
        """Let an officer correct the record."""
        kept = Subject.objects.get(slug="kept")
        kept.name = "Đã sửa"
        save_record(kept)

    def test_another_content_needs_the_tag(self) -> None:
        one = subject("kept", name="Mới")
        self.assertEqual(
            [(one.where, "/etag", "precondition_required")], self.refused(one)
        )

    def test_with_the_tag_it_is_written(self) -> None:
        one = subject("kept", name="Mới", etag=self.tag)
        self.assertEqual(["updated"], self.outcomes(one))

    def test_an_old_tag_is_refused_with_the_current_one(self) -> None:
        self.correct()
        one = subject("kept", name="Mới", etag=self.tag)
        faults = self.refused(one)
        self.assertEqual([(one.where, "/etag", "precondition_failed")], faults)
        self.assertIn(tag("subjects", "kept"), self.details[0])

    def test_a_file_sent_again_does_not_take_back_a_correction(self) -> None:
        self.correct()
        one = subject("kept")
        self.assertEqual(
            [(one.where, "/etag", "precondition_required")], self.refused(one)
        )
        self.assertEqual("Đã sửa", Subject.objects.get(slug="kept").name)

    def test_it_is_told_to_overwrite(self) -> None:
        one = subject("kept", name="Mới")
        self.assertEqual(["updated"], self.outcomes(one, overwrite=True))
        other = subject("kept", name="Nữa", etag="*")
        self.assertEqual(["updated"], self.outcomes(other))

    def test_an_old_tag_of_what_is_held_already_is_harmless(self) -> None:
        one = subject("kept", name="Mới", etag=self.tag)
        self.write(one)
        self.assertEqual(["unchanged"], self.outcomes(one))

    def test_a_tag_of_a_record_that_is_not_there_is_refused(self) -> None:
        one = subject("nobody", etag=self.tag)
        self.assertEqual(
            [(one.where, "/etag", "precondition_failed")], self.refused(one)
        )


class BadRowTests(RowsCase):
    """Whatever a row holds, its fault is named."""

    def test_no_text_breaks_the_writing(self) -> None:
        for bad in ("a\x00b", "a\ud800", "A b", "x" * 500, "", " "):
            with self.subTest(ascii(bad)):
                one = subject("one", parent=bad)
                self.assertEqual(
                    [one.where], [place for place, *_ in self.refused(one)]
                )

    def test_no_public_id_breaks_the_writing(self) -> None:
        for bad in ("a\x00b", "a\ud800", "A b", "x" * 500, " ", 5, ["a"], {"a": 1}):
            with self.subTest(ascii(bad)):
                one = subject("one", slug=bad)
                faults = self.refused(one)
                self.assertEqual({(one.where, "/record/slug")}, {f[:2] for f in faults})

    def test_no_value_breaks_the_writing(self) -> None:
        values: tuple[Any, ...] = (
            5,
            1e400,
            True,
            [],
            {},
            [[]],
            [None],
            {"slug": {}},
            {"slug": []},
        )
        for bad in values:
            for member in ("name", "parent", "state"):
                with self.subTest(member=member, bad=bad):
                    one = subject("one", **{member: bad})
                    found = {pointer for _place, pointer, _code in self.refused(one)}
                    self.assertEqual({f"/record/{member}"}, found)

    def test_a_citation_of_what_is_nothing_is_named(self) -> None:
        for kind, of in (("subject", "x"), ([], "x"), ("document", [])):
            one = row("citations", slug="c", source="s", locator="1",
                      record_type=kind, record=of)  # fmt: skip
            with self.subTest(kind=kind, of=of):
                self.assertTrue(self.refused(one))
