"""Two records that turned out to be one: one goes on, and nothing is lost."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from policies.choices import AliasKind, RelationType
from policies.common.models import Record, RecordState
from policies.models import (
    Change,
    Citation,
    Document,
    DocumentAlias,
    Measure,
    Provision,
    Relation,
    UnresolvedCitation,
)
from policies.services.merging import merge_records
from policies.services.removing import referring
from tests.factories import (
    make_agency,
    make_alias,
    make_circular,
    make_citation,
    make_decision,
    make_decree,
    make_delegation,
    make_delegation_citation,
    make_document,
    make_law,
    make_measure,
    make_observation,
    make_person,
    make_post,
    make_provision,
    make_relation,
    make_source,
    make_subject,
    make_succession,
    make_unresolved_citation,
)
from tests.factories.documents import EFFECTIVE
from tests.policies.services.cases import ServiceCase, Stretch, history_of, states

DRAFT, WITHDRAWN = RecordState.DRAFT, RecordState.WITHDRAWN
END = EFFECTIVE + timedelta(days=100)


class MergingCase(ServiceCase):
    """A test that merges records."""

    def merge(self, record: Record, into: Record, reason: str = "trùng") -> None:
        """Merge, and see that nothing refers to what is gone."""
        merge_records(record, into, reason=reason)
        self.assertFalse(type(record)._default_manager.filter(pk=record.pk).exists())
        self.assertEqual([], list(referring(record)))
        into.refresh_from_db()

    def refused(self, record: Record, into: Record) -> str:
        """Expect that two records are not merged, and that nothing is written."""
        last = Change.objects.count()
        with self.assertRaises(ValidationError) as caught:
            merge_records(record, into)
        self.assertEqual(last, Change.objects.count())
        self.assertTrue(type(record)._default_manager.filter(pk=record.pk).exists())
        return ", ".join(str(one.code) for one in _faults(caught.exception))

    def entries(self, record: Record) -> list[tuple[str, str]]:
        """Give kind and survivor of the entries of the log about a record."""
        told = Change.objects.filter(slug=record.slug).order_by("sequence")
        return list(told.values_list("kind", "into"))


def _faults(refusal: ValidationError) -> list[ValidationError]:
    if hasattr(refusal, "error_dict"):
        return [one for those in refusal.error_dict.values() for one in those]
    return list(refusal.error_list)


class RefusalTests(MergingCase):
    """What cannot be merged."""

    def test_a_record_into_itself(self) -> None:
        law = make_law()
        same = Document.objects.get(pk=law.pk)
        self.assertEqual("into_itself", self.refused(law, same))

    def test_records_of_different_kinds(self) -> None:
        self.assertEqual("other_table", self.refused(make_person(), make_agency()))

    def test_a_public_record_into_one_that_is_not(self) -> None:
        for state in (DRAFT, WITHDRAWN):
            into = make_person()
            self.change(into, state=state)
            with self.subTest(state):
                code = self.refused(make_person(), into)
                self.assertEqual("survivor_not_public", code)

    def test_a_record_that_was_public_into_one_that_never_was(self) -> None:
        person = make_person()
        self.change(person, state=WITHDRAWN)
        code = self.refused(person, make_person(state=DRAFT))
        self.assertEqual("survivor_not_public", code)

    def test_what_is_gone_already(self) -> None:
        one, two, three = make_person(), make_person(), make_person()
        self.merge(type(one).objects.get(pk=one.pk), two)
        with self.assertRaises(ValidationError) as caught:
            merge_records(one, three)
        self.assertEqual("gone", caught.exception.code)

    def test_a_tree_that_would_become_a_circle(self) -> None:
        top = make_agency()
        middle = make_agency(parent=top)
        below = make_agency(parent=middle)
        self.assertEqual("circle", self.refused(top, below))

    def test_a_chain_of_documents_that_would_become_a_circle(self) -> None:
        one, two, three = make_law(), make_law(), make_law()
        for source, target in ((one, two), (two, three)):
            make_relation(source=source, target=target, type=RelationType.IMPLEMENTS)
        self.assertEqual("circle", self.refused(one, three))

    def test_an_agency_whose_documents_have_another_code_in_their_number(self) -> None:
        issuer = make_decree().issuer
        assert issuer is not None
        other = make_agency(code="BKHCN")
        self.assertIn("issuer_mismatch", self.refused(issuer, other))


class AgencyTests(MergingCase):
    """What refers to an agency by column, by list and in an order."""

    def test_columns_and_lists_lead_to_the_survivor(self) -> None:
        one, two = make_agency(), make_agency()
        post = make_post(agency=one)
        part = make_agency(parent=one)
        measure = make_measure(agencies=[one])
        owed = make_delegation(agency=one)
        self.merge(one, two)
        for record in (post, part, owed):
            record.refresh_from_db()
        self.assertEqual([two] * 3, [post.agency, part.parent, owed.agency])
        self.assertEqual([two], list(measure.agencies.all()))

    def test_an_order_is_kept_and_nobody_stands_in_it_twice(self) -> None:
        one, two, first, last = (make_agency() for _number in range(4))
        document = make_document(co_issuers=[first, one, last])
        both = make_document(co_issuers=[one, first, two])
        self.merge(one, two)
        in_order = [
            list(each.co_issuers.order_by("documentissuer__order"))
            for each in (document, both)
        ]
        self.assertEqual([[first, two, last], [two, first]], in_order)

    def test_a_part_takes_the_place_of_what_it_was_part_of(self) -> None:
        top = make_agency()
        one = make_agency(parent=top)
        two = make_agency(parent=one)
        self.merge(one, two)
        self.assertEqual(top, two.parent)

    def test_a_succession_of_an_agency_to_itself_goes_with_its_citations(self) -> None:
        one, two = make_agency(), make_agency()
        succession = make_succession(predecessor=one, successor=two)
        citation = make_citation(succession=succession)
        self.merge(one, two)
        self.assertEqual([], list(referring(two)))
        for gone in (succession, citation):
            self.assertEqual(("delete", ""), self.entries(gone)[-1])

    def test_documents_that_become_one_are_merged_too(self) -> None:
        one, two = make_agency(), make_agency()
        twins = [make_circular(issuer=issuer) for issuer in (one, two)]
        same = ("number", "number_key", "sequence")
        Document.objects.filter(pk=twins[0].pk).update(
            **{name: getattr(twins[1], name) for name in same}
        )
        measure = make_measure(document=twins[0])
        self.merge(one, two)
        measure.refresh_from_db()
        self.assertEqual(twins[1], measure.document)
        self.assertEqual(("merge", twins[1].slug), self.entries(twins[0])[-1])

    def test_a_withdrawn_record_moves_along(self) -> None:
        one, two = make_agency(), make_agency()
        post = make_post(agency=one)
        self.change(post, state=WITHDRAWN)
        self.merge(one, two)
        post.refresh_from_db()
        self.assertEqual((two, WITHDRAWN), (post.agency, post.state))


class CitationTests(MergingCase):
    """Sources and what they are cited for."""

    def test_the_same_place_of_the_same_source_is_cited_once(self) -> None:
        one, two = make_source(), make_source()
        law = make_law()
        kept = make_citation(document=law, source=two, locator="Điều 5")
        same = make_citation(document=law, source=one, locator="Điều 5")
        other = make_citation(document=law, source=one, locator="Điều 6")
        owed = make_delegation_citation(source=one)
        self.merge(one, two)
        self.assertEqual({kept, other}, set(law.citations.all()))
        self.assertEqual(("merge", kept.slug), self.entries(same)[-1])
        owed.refresh_from_db()
        self.assertEqual(two, owed.source)

    def test_a_dissent_is_another_citation(self) -> None:
        one, two = make_source(), make_source()
        law = make_law()
        make_citation(document=law, source=two, locator="Điều 5")
        make_citation(
            document=law,
            source=one,
            locator="Điều 5",
            agrees=False,
            claimed_value="2025-01-01",
            reason="Công báo ghi khác.",
        )
        self.merge(one, two)
        self.assertEqual(2, law.citations.count())

    def test_of_two_alike_the_public_one_stays(self) -> None:
        one, two = make_source(), make_source()
        law = make_law()
        draft = make_citation(document=law, source=two, locator="Điều 5", state=DRAFT)
        shown = make_citation(document=law, source=one, locator="Điều 5")
        self.merge(one, two)
        self.assertEqual([shown], list(Citation.objects.filter(document=law)))
        self.assertEqual([], self.entries(draft))

    def test_a_citation_names_the_record_that_it_is_about_now(self) -> None:
        one, two = make_person(), make_person()
        citation = make_citation(person=one)
        self.merge(one, two)
        citation.refresh_from_db()
        self.assertEqual((two, two.slug), (citation.person, citation.record))
        reason = history_of(citation)[-1].history_change_reason
        self.assertEqual("trùng", reason)
        self.assertEqual("update", self.entries(citation)[-1][0])


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


class ReachTests(MergingCase):
    """Merges that reach further, and their traces."""

    def test_equal_terms_of_equal_measures_become_one(self) -> None:
        one, two = make_observation(), make_observation()
        one.indicator, two.indicator  # noqa: B018
        citation = make_citation(observation=one)
        self.merge(one.indicator, two.indicator)
        citation.refresh_from_db()
        self.assertEqual(two, citation.observation)

    def test_a_value_set_aside_for_the_one_that_goes_is_held_itself(self) -> None:
        held = make_measure()
        aside = make_measure(held_instead=held, held_reason="Nguồn chính thức hơn.")
        self.merge(held, aside)
        kept = Measure.objects.get(pk=aside.pk)
        self.assertEqual((None, ""), (kept.held_instead, kept.held_reason))

    def test_both_ids_stay_in_the_log_and_the_version_moves(self) -> None:
        one, two = make_person(), make_person()
        self.merge(one, two, "cùng một người")
        last = Change.objects.filter(slug=one.slug).order_by("sequence").last()
        assert last is not None
        self.assertEqual(
            ("merge", two.slug, "cùng một người"), (last.kind, last.into, last.reason)
        )
        with self.assertRaises(ValidationError):
            make_person(slug=one.slug)

    def test_a_draft_merges_without_a_word_in_the_log(self) -> None:
        one = make_person(state=DRAFT)
        self.merge(one, make_person())
        self.assertEqual([], self.entries(one))
        self.assertEqual("-", history_of(one)[-1].history_type)


def ended_from(day: date, cause: str) -> tuple[Stretch, Stretch, Stretch]:
    """Give the states of a law in force from its day on and ended by a cause."""
    return (
        ("not_yet_in_force", None, EFFECTIVE, ""),
        ("in_force", EFFECTIVE, day, ""),
        ("ended", day, None, cause),
    )
