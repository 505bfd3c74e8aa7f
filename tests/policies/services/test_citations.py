"""Citations of documents that are not there yet, and what becomes of them."""

from datetime import date

from policies.choices import RelationType
from policies.common.models import RecordState
from policies.models import Citation, Document, Relation, UnresolvedCitation
from policies.services import save_record
from tests.factories import (
    make_citation,
    make_decision,
    make_decree,
    make_document,
    make_law,
    make_relation,
    make_unresolved_citation,
)
from tests.policies.services.cases import ServiceCase, history_of

NUMBER = "9000/2025/NĐ-CP"


class ResolvingTests(ServiceCase):
    """A citation resolves by itself once the cited document is there."""

    def setUp(self) -> None:
        self.citation = make_unresolved_citation(
            text="Decree 9000/2025/ND-CP",
            type=RelationType.REFERS_TO,
            note="Nêu tại Điều 3",
        )

    def resolved(self) -> Relation | None:
        """Give the relation that the citation has become."""
        return UnresolvedCitation.objects.get(pk=self.citation.pk).relation

    def relation(self) -> Relation:
        """Give the relation, which must be there."""
        relation = self.resolved()
        if relation is None:
            self.fail("The citation is still unresolved.")
        return relation

    def test_it_becomes_a_relation_when_the_document_is_entered(self) -> None:
        self.assertIsNone(self.resolved())
        decree = make_decree(number=NUMBER)
        relation = self.relation()
        self.assertEqual(
            (self.citation.document, RelationType.REFERS_TO, decree.pk),
            (relation.source, relation.type, relation.target_id),
        )
        self.assertEqual("Nêu tại Điều 3", relation.note)
        self.assertEqual(RecordState.PUBLISHED, relation.state)

    def test_it_waits_until_the_document_is_public(self) -> None:
        decree = make_decree(number=NUMBER, state=RecordState.DRAFT)
        self.assertIsNone(self.resolved())
        self.change(decree, state=RecordState.PUBLISHED)
        self.assertEqual(decree.pk, self.relation().target_id)

    def test_a_draft_citation_waits_for_it_too(self) -> None:
        self.change(self.citation, state=RecordState.DRAFT)
        decree = make_decree(number=NUMBER, state=RecordState.DRAFT)
        self.assertIsNone(self.resolved())
        self.change(decree, state=RecordState.PUBLISHED)
        self.assertEqual(RecordState.DRAFT, self.relation().state)

    def test_it_resolves_when_a_number_is_set_right(self) -> None:
        decree = make_decree()
        self.assertIsNone(self.resolved())
        self.change(decree, number=NUMBER)
        self.assertEqual(decree.pk, self.relation().target_id)

    def test_it_stays_where_two_documents_have_the_number(self) -> None:
        citation = make_unresolved_citation(text="9000/QĐ-TTg")
        days = (date(2016, 5, 6), date(2025, 4, 15))
        drafts = [
            make_decision(number="9000/QĐ-TTg", issued_on=day, state=RecordState.DRAFT)
            for day in days
        ]
        for draft in drafts:
            self.change(draft, state=RecordState.PUBLISHED)
        citation.refresh_from_db()
        self.assertIsNone(citation.relation)

    def test_it_resolves_at_once_where_the_document_is_there_already(self) -> None:
        law = make_law(number="9000/2025/QH15")
        citation = make_unresolved_citation(text="Luật số 9000/2025/QH15")
        citation.refresh_from_db()
        self.assertEqual(law.pk, citation.relation and citation.relation.target_id)

    def test_it_becomes_the_relation_that_is_there_already(self) -> None:
        decree = make_decree(number=NUMBER, state=RecordState.DRAFT)
        known = make_relation(
            source=self.citation.document,
            type=self.citation.type,
            target=decree,
            state=RecordState.DRAFT,
        )
        self.change(self.citation, state=RecordState.DRAFT)
        self.change(decree, state=RecordState.PUBLISHED)
        self.assertEqual(known, self.resolved())

    def test_a_document_citing_its_own_number_becomes_no_relation(self) -> None:
        own = make_unresolved_citation(document=make_decree(), text="9002/2025/NĐ-CP")
        self.change(own.document, number="9002/2025/NĐ-CP")
        own.refresh_from_db()
        self.assertIsNone(own.relation)

    def test_a_withdrawn_citation_stays_as_it_is(self) -> None:
        self.change(self.citation, state=RecordState.WITHDRAWN)
        make_decree(number=NUMBER)
        self.assertIsNone(self.resolved())

    def test_resolving_is_told_in_the_history(self) -> None:
        make_decree(number=NUMBER)
        reasons = [row.history_change_reason for row in history_of(self.citation)]
        self.assertEqual([None, "resolved"], reasons)

    def test_a_resolved_citation_is_left_alone_by_later_saves(self) -> None:
        decree = make_decree(number=NUMBER)
        relation = self.relation()
        self.change(decree, title="Tên khác")
        self.assertEqual(relation, self.resolved())
        self.assertEqual(1, Relation.objects.filter(target=decree).count())


class SourceTests(ServiceCase):
    """The relation takes over the sources of the citation, word for word."""

    def test_sources_speak_about_the_relation_too(self) -> None:
        waiting = make_unresolved_citation(text=NUMBER)
        known = make_citation(
            unresolved_citation=waiting,
            locator="đoạn 26",
            agrees=False,
            claimed_value="262/ND-CP",
            reason="Báo chí bỏ năm",
            note="Trích bài báo",
            field="text",
        )
        make_decree(number=NUMBER)
        waiting.refresh_from_db()
        copied = Citation.objects.get(relation=waiting.relation)
        for name in (
            "source",
            "locator",
            "agrees",
            "claimed_value",
            "reason",
            "note",
            "state",
        ):
            with self.subTest(name):
                self.assertEqual(getattr(known, name), getattr(copied, name))


class UnfitTests(ServiceCase):
    """A citation that cannot become a relation waits; the document is entered."""

    def enter(self, waiting: UnresolvedCitation, document: Document) -> None:
        """Publish the cited document and see the citation wait."""
        self.change(document, state=RecordState.PUBLISHED)
        waiting.refresh_from_db()
        document.refresh_from_db()
        self.assertEqual(RecordState.PUBLISHED, document.state)
        self.assertIsNone(waiting.relation)

    def test_it_waits_where_a_circle_would_arise(self) -> None:
        above = make_document()
        waiting = make_unresolved_citation(
            document=above, type=RelationType.IMPLEMENTS, text=NUMBER
        )
        below = make_decree(number=NUMBER, state=RecordState.DRAFT)
        make_relation(
            source=below,
            type=RelationType.IMPLEMENTS,
            target=above,
            state=RecordState.DRAFT,
        )
        self.enter(waiting, below)

    def test_it_waits_where_the_relation_is_not_public_yet(self) -> None:
        waiting = make_unresolved_citation(text=NUMBER)
        cited = make_decree(number=NUMBER, state=RecordState.DRAFT)
        make_relation(
            source=waiting.document,
            type=waiting.type,
            target=cited,
            state=RecordState.DRAFT,
        )
        self.enter(waiting, cited)

    def test_it_waits_where_the_public_id_is_taken(self) -> None:
        waiting = make_unresolved_citation(text=NUMBER)
        cited = make_decree(number=NUMBER, state=RecordState.DRAFT)
        taken = f"{waiting.document.slug}-refers-to-{cited.slug}"
        make_relation(slug=taken)
        self.enter(waiting, cited)


class KeyTests(ServiceCase):
    """What is cited is found by its number in any spelling."""

    def test_a_citation_knows_the_number_it_means(self) -> None:
        for text, key in (
            ("Decree 9000/2025/ND-CP", "9000-2025-nd-cp"),
            ("Nghị định số 9000/2025/NĐ-CP", "9000-2025-nd-cp"),
            ("Chương trình hành động của Chính phủ", ""),
        ):
            citation = make_unresolved_citation(text=text)
            with self.subTest(text):
                self.assertEqual(key, citation.number_key)

    def test_a_citation_without_a_number_never_resolves(self) -> None:
        citation = make_unresolved_citation(text="Chương trình hành động")
        make_document(number="")
        save_record(citation)
        citation.refresh_from_db()
        self.assertIsNone(citation.relation)
