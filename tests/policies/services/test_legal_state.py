"""Legal state: kept in step with every event, and with its undoing."""

from datetime import date

from policies.choices import RelationType
from policies.common.models import RecordState
from policies.models import Document, LegalInterval
from policies.services import rebuild, save_record
from tests.factories import (
    EFFECTIVE,
    ISSUED,
    make_document,
    make_law,
    make_provision,
    make_relation,
    make_resolution,
)
from tests.policies.services.cases import ServiceCase, Stretch

END = date(2026, 7, 1)
LATER = date(2027, 1, 1)
BEFORE: Stretch = ("not_yet_in_force", None, EFFECTIVE, "")
OPEN: Stretch = ("in_force", EFFECTIVE, None, "")


def ended(on: date, cause: str) -> tuple[Stretch, Stretch, Stretch]:
    """Give the states of a law that something ends."""
    return BEFORE, ("in_force", EFFECTIVE, on, ""), ("ended", on, None, cause)


class OwnTests(ServiceCase):
    """The document's own dates give its states as soon as it is saved."""

    def test_a_law_is_in_force_from_its_day(self) -> None:
        self.assert_states(make_law(), BEFORE, OPEN)

    def test_a_law_with_an_end_of_its_own_ends(self) -> None:
        self.assert_states(make_law(ends_on=END), *ended(END, ""))

    def test_a_party_document_has_no_legal_effect(self) -> None:
        self.assert_states(make_resolution(), ("not_applicable", None, None, ""))

    def test_a_draft_has_none_either(self) -> None:
        draft = make_law(stage="drafting", effective_on=None)
        self.assert_states(draft, ("draft", None, None, ""))

    def test_what_has_no_day_of_effect_is_unknown_from_its_issue(self) -> None:
        self.assert_states(
            make_document(),
            ("not_yet_in_force", None, ISSUED, ""),
            ("unknown", ISSUED, None, ""),
        )

    def test_another_day_gives_other_states(self) -> None:
        law = make_law()
        self.change(law, effective_on=END)
        self.assert_states(
            law, ("not_yet_in_force", None, END, ""), ("in_force", END, None, "")
        )

    def test_states_that_stay_are_not_written_again(self) -> None:
        law = make_law()
        kept = list(law.legal_intervals.values_list("id", flat=True))
        self.change(law, title="Tên khác")
        self.assertFalse(rebuild(Document.objects.get(pk=law.pk)))
        self.assertEqual(kept, list(law.legal_intervals.values_list("id", flat=True)))

    def test_states_that_were_tampered_with_are_set_right(self) -> None:
        law = make_law()
        LegalInterval.objects.filter(document=law).update(reason="repealed")
        self.assertTrue(rebuild(law))
        self.assertFalse(rebuild(law))


class RelationTests(ServiceCase):
    """What one document does to another moves the other's states, both ways."""

    def setUp(self) -> None:
        self.law = make_law()
        self.acting = make_law(effective_on=END)
        self.relation = make_relation(
            source=self.acting, type=RelationType.REPLACES, target=self.law
        )

    def test_a_law_that_is_replaced_ends_with_the_other_one_s_beginning(self) -> None:
        self.assert_states(self.law, *ended(END, self.relation.slug))

    def test_a_day_of_the_relation_itself_counts_first(self) -> None:
        self.change(self.relation, effective_on=LATER)
        self.assert_states(self.law, *ended(LATER, self.relation.slug))

    def test_the_end_follows_the_day_of_the_acting_document(self) -> None:
        self.change(self.acting, effective_on=LATER)
        self.assert_states(self.law, *ended(LATER, self.relation.slug))

    def test_withdrawing_the_relation_undoes_its_effect(self) -> None:
        self.change(self.relation, state=RecordState.WITHDRAWN)
        self.assert_states(self.law, BEFORE, OPEN)
        self.change(self.relation, state=RecordState.PUBLISHED)
        self.assert_states(self.law, *ended(END, self.relation.slug))

    def test_withdrawing_the_acting_document_undoes_its_effect(self) -> None:
        self.change(self.acting, state=RecordState.WITHDRAWN)
        self.assert_states(self.law, BEFORE, OPEN)

    def test_an_acting_document_that_is_not_adopted_does_nothing(self) -> None:
        self.change(self.relation, effective_on=LATER)
        self.change(self.acting, stage="submitted", effective_on=None)
        self.assert_states(self.law, BEFORE, OPEN)

    def test_a_relation_turned_to_another_law_frees_the_first(self) -> None:
        other = make_law()
        self.change(self.relation, target=other)
        self.assert_states(self.law, BEFORE, OPEN)
        self.assert_states(other, *ended(END, self.relation.slug))

    def test_a_relation_of_another_type_does_what_that_type_does(self) -> None:
        self.change(self.relation, type=RelationType.BASED_ON)
        self.assert_states(self.law, BEFORE, OPEN)
        self.change(self.relation, type=RelationType.SUSPENDS, until=LATER)
        self.assert_states(
            self.law,
            BEFORE,
            ("in_force", EFFECTIVE, END, ""),
            ("suspended", END, LATER, self.relation.slug),
            ("in_force", LATER, None, self.relation.slug),
        )

    def test_a_part_that_ends_leaves_the_law_partly_ended(self) -> None:
        self.change(self.relation, whole=False)
        self.assert_states(
            self.law,
            BEFORE,
            ("in_force", EFFECTIVE, END, ""),
            ("partly_ended", END, None, self.relation.slug),
        )

    def test_the_public_id_it_was_published_under_is_named_as_the_cause(self) -> None:
        law = make_law()
        relation = make_relation(
            source=self.acting,
            type=RelationType.REPEALS,
            target=law,
            state=RecordState.DRAFT,
        )
        self.change(relation, slug="luat-moi-bai-bo-luat-cu")
        self.change(relation, state=RecordState.PUBLISHED)
        self.assert_states(law, *ended(END, "luat-moi-bai-bo-luat-cu"))

    def test_a_draft_relation_does_nothing(self) -> None:
        law = make_law()
        relation = make_relation(
            source=self.acting,
            type=RelationType.REPEALS,
            target=law,
            state=RecordState.DRAFT,
        )
        self.assert_states(law, BEFORE, OPEN)
        self.change(relation, state=RecordState.PUBLISHED)
        self.assert_states(law, *ended(END, relation.slug))

    def test_an_extension_carries_a_law_past_its_own_end(self) -> None:
        law = make_law(ends_on=END)
        relation = make_relation(
            source=make_law(),
            type=RelationType.EXTENDS,
            target=law,
            until=LATER,
        )
        self.assert_states(
            law,
            BEFORE,
            ("in_force", EFFECTIVE, END, ""),
            ("in_force", END, LATER, relation.slug),
            ("ended", LATER, None, relation.slug),
        )


class ProvisionTests(ServiceCase):
    """A provision with a day of its own moves the states of its document."""

    EARLY = date(2025, 7, 1)

    def test_a_part_that_begins_first_puts_the_law_in_force(self) -> None:
        law = make_law()
        article = make_provision(document=law, effective_on=self.EARLY)
        self.assert_states(
            law,
            ("not_yet_in_force", None, self.EARLY, ""),
            ("in_force", self.EARLY, EFFECTIVE, article.slug),
            OPEN,
        )
        self.change(article, effective_on=None)
        self.assert_states(law, BEFORE, OPEN)

    def test_a_part_that_ends_first_leaves_the_law_partly_ended(self) -> None:
        law = make_law()
        article = make_provision(document=law, ends_on=END)
        self.assert_states(
            law,
            BEFORE,
            ("in_force", EFFECTIVE, END, ""),
            ("partly_ended", END, None, article.slug),
        )
        self.change(article, state=RecordState.WITHDRAWN)
        self.assert_states(law, BEFORE, OPEN)

    def test_a_part_moved_to_another_document_frees_the_first(self) -> None:
        law, other = make_law(), make_law()
        article = make_provision(document=law, ends_on=END)
        self.change(article, document=other)
        self.assert_states(law, BEFORE, OPEN)
        self.assertEqual(3, other.legal_intervals.count())

    def test_a_clause_counts_like_an_article(self) -> None:
        law = make_law()
        article = make_provision(document=law)
        clause = make_provision(
            document=law,
            parent=article,
            level="clause",
            label="1",
            effective_on=self.EARLY,
        )
        self.assertEqual(clause.slug, law.legal_intervals.all()[1].cause)
        save_record(law)
        self.assertEqual(3, law.legal_intervals.count())
