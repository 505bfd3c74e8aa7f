"""Relations: no circle in what implements what, each stored once, sides that fit."""

from datetime import date

from policies.choices import RelationType
from policies.common.models import RecordState
from policies.models import Document, Relation
from policies.services import Outcome, save_record
from tests.factories import make_document, make_law, make_provision, make_relation
from tests.policies.services.cases import ServiceCase

IMPLEMENTS = RelationType.IMPLEMENTS


def implements(source: Document, target: Document) -> Relation:
    """Make a new relation, not saved yet."""
    return Relation(
        slug=f"{source.slug}-implements-{target.slug}",
        source=source,
        type=IMPLEMENTS,
        target=target,
        state=RecordState.PUBLISHED,
    )


class CircleTests(ServiceCase):
    """Nothing implements what implements it."""

    def test_two_documents_do_not_implement_each_other(self) -> None:
        one, two = make_document(), make_document()
        save_record(implements(one, two))
        self.assert_refused(implements(two, one), {"target": "circle"})

    def test_a_long_circle_is_refused_too(self) -> None:
        chain = [make_document() for _place in range(12)]
        for below, above in zip(chain[1:], chain, strict=False):
            save_record(implements(below, above))
        for low in (2, 6, 11):
            with self.subTest(length=low + 1):
                self.assert_refused(
                    implements(chain[0], chain[low]), {"target": "circle"}
                )

    def test_a_document_may_implement_two_that_implement_one(self) -> None:
        top, left, right, below = (make_document() for _place in range(4))
        for source, target in ((left, top), (right, top), (below, left)):
            save_record(implements(source, target))
        self.assertEqual(Outcome.CREATED, save_record(implements(below, right)))

    def test_other_relations_may_go_both_ways(self) -> None:
        one, two = make_document(), make_document()
        make_relation(source=one, target=two, type=RelationType.REFERS_TO)
        made = make_relation(source=two, target=one, type=RelationType.REFERS_TO)
        self.assertIsNotNone(made.pk)

    def test_a_relation_entered_the_wrong_way_round_can_be_turned(self) -> None:
        one, two = make_document(), make_document()
        relation = implements(one, two)
        save_record(relation)
        outcome = self.change(relation, source=two, target=one)
        self.assertEqual(Outcome.UPDATED, outcome)

    def test_a_withdrawn_relation_closes_no_circle(self) -> None:
        one, two = make_document(), make_document()
        wrong = implements(one, two)
        save_record(wrong)
        self.change(wrong, state=RecordState.WITHDRAWN)
        self.assertEqual(Outcome.CREATED, save_record(implements(two, one)))
        self.assert_refused(wrong, {"target": "circle"}, state=RecordState.PUBLISHED)

    def test_a_document_does_not_act_on_itself(self) -> None:
        document = make_document()
        self.assert_refused(implements(document, document), {"__all__": "itself"})


class OnceTests(ServiceCase):
    """One fact is stored once."""

    def test_the_same_relation_is_refused(self) -> None:
        for day in (None, date(2025, 10, 1)):
            known = make_relation(effective_on=day)
            again = Relation(
                slug=f"{known.slug}-again",
                source=known.source,
                type=known.type,
                target=known.target,
                effective_on=day,
            )
            with self.subTest(day=day):
                refusal = self.refusal(again)
                self.assertEqual(["__all__"], list(refusal.message_dict))

    def test_a_part_and_the_whole_are_two_relations(self) -> None:
        known = make_relation(type=RelationType.REPEALS)
        part = make_relation(
            source=known.source, target=known.target, type=known.type, whole=False
        )
        self.assertNotEqual(known.pk, part.pk)


class SideTests(ServiceCase):
    """Each side lists provisions of its own document only."""

    def test_a_provision_of_another_document_is_refused(self) -> None:
        stranger = make_provision()
        for side in ("source_provisions", "target_provisions"):
            with self.subTest(side):
                self.assert_refused(
                    make_relation(), {side: "elsewhere"}, lists={side: [stranger]}
                )

    def test_provisions_of_both_sides_are_kept(self) -> None:
        decree, law = make_document(), make_law()
        acting, acted_on = make_provision(document=decree), make_provision(document=law)
        relation = make_relation(
            source=decree,
            target=law,
            source_provisions=[acting],
            target_provisions=[acted_on],
        )
        self.assertEqual([acting], list(relation.source_provisions.all()))
        self.assertEqual([acted_on], list(relation.target_provisions.all()))

    def test_a_relation_moved_away_leaves_no_provision_behind(self) -> None:
        law = make_law()
        article = make_provision(document=law)
        relation = make_relation(target=law, target_provisions=[article])
        self.assert_refused(
            relation, {"target_provisions": "elsewhere"}, target=make_law()
        )
        outcome = self.change(
            relation, target=make_law(), lists={"target_provisions": []}
        )
        self.assertEqual(Outcome.UPDATED, outcome)
