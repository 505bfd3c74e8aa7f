"""Merged documents: their names, relations, provisions and legal states go on."""

from datetime import date, timedelta

from policies.choices import AliasKind, RelationType
from policies.common.models import RecordState
from policies.models import (
    DocumentAlias,
    Provision,
    Relation,
    UnresolvedCitation,
)
from tests.factories import (
    make_alias,
    make_citation,
    make_decision,
    make_decree,
    make_law,
    make_measure,
    make_provision,
    make_relation,
    make_subject,
    make_unresolved_citation,
)
from tests.factories.documents import EFFECTIVE
from tests.policies.services.cases import Stretch, states
from tests.policies.services.merging import MergingCase

DRAFT, WITHDRAWN = RecordState.DRAFT, RecordState.WITHDRAWN
END = EFFECTIVE + timedelta(days=100)


class DocumentTests(MergingCase):
    """What hangs on a document."""

    def test_number_and_titles_are_kept_as_names(self) -> None:
        one = make_decision(title="Về chuyển đổi số", title_en="On digitalisation")
        two = make_decision(title="Chuyển đổi số quốc gia")
        self.merge(one, two)
        names = {one.text: one.kind for one in two.aliases.all()}
        self.assertEqual(
            {
                one.number: AliasKind.SPELLING,
                "Về chuyển đổi số": AliasKind.SPELLING,
                "On digitalisation": AliasKind.TRANSLATION,
            },
            names,
        )

    def test_a_name_that_it_has_is_not_kept_twice(self) -> None:
        one = make_decision(title="Về chuyển đổi số")
        two = make_decision(title="Về chuyển đổi số")
        make_alias(document=two, text=one.number)
        make_alias(document=one, text="Quyết định chuyển đổi số")
        make_alias(document=two, text="Quyết định chuyển đổi số")
        self.merge(one, two)
        texts = sorted(
            DocumentAlias.objects.values_list("text", flat=True).filter(document=two)
        )
        self.assertEqual(sorted([one.number, "Quyết định chuyển đổi số"]), texts)

    def test_a_relation_to_the_survivor_goes_and_one_like_another_joins_it(
        self,
    ) -> None:
        one, two, law = make_decree(), make_decree(), make_law()
        itself = make_relation(source=one, target=two)
        queue = make_unresolved_citation(document=make_law())
        queue.relation = itself
        self.change(queue)
        mine = make_relation(source=one, target=law)
        cited = make_citation(relation=mine)
        theirs = make_relation(source=two, target=law)
        self.merge(one, two)
        self.assertEqual([theirs], list(Relation.objects.filter(source=two)))
        self.assertEqual(("delete", ""), self.entries(itself)[-1])
        self.assertEqual(("delete", ""), self.entries(queue)[-1])
        self.assertEqual(("merge", theirs.slug), self.entries(mine)[-1])
        cited.refresh_from_db()
        self.assertEqual(theirs, cited.relation)

    def test_provisions_named_in_relations_alike_are_joined(self) -> None:
        one, two, law = make_decree(), make_decree(), make_law()
        five, six = (make_provision(document=law, label=label) for label in "56")
        make_relation(source=one, target=law, whole=False, target_provisions=[five])
        kept = make_relation(
            source=two, target=law, whole=False, target_provisions=[six]
        )
        self.merge(one, two)
        self.assertEqual({five, six}, set(kept.target_provisions.all()))

    def test_provisions_move_with_their_parts_or_join_their_like(self) -> None:
        one, two = make_decree(), make_decree()
        trees = {}
        for document, clauses in ((one, "12"), (two, "23")):
            article = make_provision(document=document, label="5")
            trees[document.pk] = (
                article,
                [
                    make_provision(
                        document=document, parent=article, level="clause", label=label
                    )
                    for label in clauses
                ],
            )
        alone = make_provision(document=one, label="7")
        inside = make_provision(document=one, parent=alone, level="clause", label="1")
        gone, moved = trees[one.pk]
        kept, own = trees[two.pk]
        measure = make_measure(document=one, provision=moved[1])
        relation = make_relation(
            source=one, target=make_law(), whole=False, source_provisions=[gone, alone]
        )
        self.merge(one, two)
        self.assertEqual(
            {
                ("art_5", None),
                ("art_5__cl_1", kept.pk),
                ("art_5__cl_2", kept.pk),
                ("art_5__cl_3", kept.pk),
                ("art_7", None),
                ("art_7__cl_1", alone.pk),
            },
            set(Provision.objects.filter(document=two).values_list("eid", "parent")),
        )
        self.assertEqual(("merge", own[0].slug), self.entries(moved[1])[-1])
        measure.refresh_from_db()
        self.assertEqual((two, own[0]), (measure.document, measure.provision))
        relation.refresh_from_db()
        self.assertEqual(two, relation.source)
        self.assertEqual({kept, alone}, set(relation.source_provisions.all()))
        self.assertEqual(alone, Provision.objects.get(pk=inside.pk).parent)

    def test_provisions_of_two_documents_are_not_merged_across_them(self) -> None:
        one, two = make_provision(), make_provision()
        make_provision(document=one.document, parent=one, level="clause", label="1")
        self.assertEqual("elsewhere", self.refused(one, two))

    def test_legal_states_follow_what_moved(self) -> None:
        one, two, law = make_law(effective_on=END), make_law(), make_law()
        make_relation(source=one, target=law, type=RelationType.REPEALS)
        own = make_relation(
            source=make_law(effective_on=END), target=one, type=RelationType.REPEALS
        )
        self.merge(one, two)
        self.assert_states(two, *ended_from(END, own.slug))
        self.assertEqual("ended", states(law)[-1][0])
        self.assertEqual(EFFECTIVE, states(law)[-1][1])

    def test_lists_without_an_order_are_joined(self) -> None:
        first, second = make_subject(), make_subject()
        one, two = make_law(subjects=[first]), make_law(subjects=[second])
        self.merge(one, two)
        self.assertEqual({first, second}, set(two.subjects.all()))

    def test_what_waited_for_the_only_document_of_a_number_finds_it(self) -> None:
        one = make_decree()
        two = make_decree(number=one.number, issued_on=date(2025, 7, 1))
        waits = make_unresolved_citation(text=one.number)
        self.assertIsNone(waits.relation)
        self.merge(one, two)
        waits = UnresolvedCitation.objects.get(pk=waits.pk)
        assert waits.relation is not None
        self.assertEqual(two, waits.relation.target)


def ended_from(day: date, cause: str) -> tuple[Stretch, Stretch, Stretch]:
    """Give the states of a law in force from its day on and ended by a cause."""
    return (
        ("not_yet_in_force", None, EFFECTIVE, ""),
        ("in_force", EFFECTIVE, day, ""),
        ("ended", day, None, cause),
    )
