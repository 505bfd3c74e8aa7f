"""A wrong rate cannot be published: worked examples stand by their measures."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from policies.choices import (
    Comparator,
    EvaluationOutcome,
    InputKind,
    InputRole,
    RuleKind,
    TermRole,
    Unit,
)
from policies.common.models import RecordState
from policies.common.turns import in_turn
from policies.models import Condition, Measure, MeasureInput, Term, WorkedExample
from policies.services import save_record
from policies.services.publishing import publish_measure
from policies.services.removing import delete_record
from tests.factories import (
    make_condition,
    make_example_value,
    make_measure,
    make_measure_input,
    make_term,
    make_worked_example,
)
from tests.policies.services.cases import ServiceCase, told

TURN = date(2026, 1, 1)
SPLIT = "commercialisation-revenue-split-30-70"


def make_split(*, state: str = "published", examples: int = 2) -> Measure:
    """Make a split of revenue into 40 and 60 percent, with worked examples."""
    with in_turn():
        measure = make_measure(
            state=state,
            rule_kind=RuleKind.SPLIT,
            effective_on="2025-01-01",
            document=None,
        )
        own: dict[str, Any] = {"measure": measure, "state": state}
        revenue = make_measure_input(**own, name="revenue")
        less, more = (
            make_term(**own, role=TermRole.SHARE, value=value, base=value)
            for value in ("40", "60")
        )
        for place in range(1, examples + 1):
            example = make_worked_example(**own)
            values: dict[str, Any] = {"example": example, "state": state}
            make_example_value(**values, input=revenue, value=str(10 * place))
            make_example_value(**values, input=None, term=less, value=str(4 * place))
            make_example_value(**values, input=None, term=more, value=str(6 * place))
    return measure


class WrongRateTests(ServiceCase):
    """Whatever a measure rests on is refused if an example does not come out."""

    def share(self, of: str) -> Term:
        return Term.objects.get(slug=f"{SPLIT}-{of}")

    def test_shares_that_total_100_but_are_not_those_of_the_examples(self) -> None:
        one, other = self.share("researchers"), self.share("research-organisations")
        one.value, other.value = 31, 69
        with self.assertRaises(ValidationError) as caught, in_turn():
            save_record(one)
            save_record(other)
        self.assertIn("example_fails", told(caught.exception)["value"])
        self.assertEqual(30, self.share("researchers").value)

    def test_shares_that_do_not_total_100(self) -> None:
        self.assert_refused(self.share("researchers"), {"value": "not_100"}, value=31)

    def test_a_change_of_what_is_told_or_expected(self) -> None:
        example = WorkedExample.objects.get(slug=f"{SPLIT}-example-one-dong")
        self.assert_refused(
            example,
            {"outcome": "example_fails"},
            outcome=EvaluationOutcome.DOES_NOT_APPLY,
        )
        told_value = example.values.get(term=None)
        self.assertIn("example_fails", told(self.refusal(told_value, value=3))["value"])

    def test_a_condition_that_turns_an_example_around(self) -> None:
        slug = "support-for-5g-stations-article-11-condition-stations"
        condition = Condition.objects.get(slug=slug)
        self.assert_refused(
            condition, {"comparator": "example_fails"}, comparator=Comparator.MORE_THAN
        )

    def test_the_end_of_a_measure_on_the_day_of_an_example(self) -> None:
        measure = Measure.objects.get(slug=SPLIT)
        refusal = self.refusal(measure, until="2025-06-01")
        self.assertIn("example_fails", told(refusal)["rule_kind"])

    def test_parts_that_others_rest_on_cannot_be_withdrawn(self) -> None:
        slug = "support-for-5g-stations-article-11-input-stations"
        withdrawn = RecordState.WITHDRAWN
        self.assert_refused(
            MeasureInput.objects.get(slug=slug),
            {"unit": "part_missing"},
            state=withdrawn,
        )
        slug = "liability-exemption-in-technology-trials-condition-trial"
        self.assert_refused(
            Condition.objects.get(slug=slug),
            {"comparator": "part_missing"},
            state=withdrawn,
        )

    def test_an_example_that_would_be_one_too_few(self) -> None:
        measure = make_split()
        first = WorkedExample.objects.filter(measure=measure)[0]
        self.assert_refused(
            first, {"outcome": "too_few_examples"}, state=RecordState.WITHDRAWN
        )

    def test_what_does_not_concern_the_result_is_free(self) -> None:
        measure = Measure.objects.get(slug=SPLIT)
        self.change(measure, summary="Nội dung khác.")


class PublishingTests(ServiceCase):
    """Publishing needs a whole rule and two worked examples that come out."""

    def test_in_one_turn_everything_may_come_in_any_order(self) -> None:
        self.assertEqual(RecordState.PUBLISHED, make_split().state)

    def test_fewer_than_two_examples(self) -> None:
        for examples in (0, 1):
            with self.subTest(examples=examples):
                with self.assertRaises(ValidationError) as caught:
                    make_split(examples=examples)
                self.assertEqual(
                    {"rule_kind": "too_few_examples"}, told(caught.exception)
                )

    def test_a_rule_kind_alone(self) -> None:
        measure = make_measure()
        refusal = self.refusal(measure, rule_kind=RuleKind.SPLIT)
        self.assertEqual({"rule_kind": "no_base, no_shares"}, told(refusal))

    def test_a_draft_need_not_come_out_until_it_is_published(self) -> None:
        measure = make_split(state=RecordState.DRAFT, examples=1)
        with self.assertRaises(ValidationError) as caught:
            publish_measure(measure)
        self.assertEqual({"rule_kind": "too_few_examples"}, told(caught.exception))
        self.assertEqual(RecordState.DRAFT, Measure.objects.get(pk=measure.pk).state)

    def test_a_draft_is_published_with_its_parts(self) -> None:
        measure = make_split(state=RecordState.DRAFT)
        parts = 1 + 1 + 2 + 2 + 6
        self.assertEqual(parts, publish_measure(measure))
        self.assertFalse(Term.objects.filter(measure=measure, state="draft").exists())

    def test_groups_of_conditions_are_published_before_what_is_in_them(self) -> None:
        measure = make_split(state=RecordState.DRAFT)
        group = make_condition(
            measure=measure,
            state=RecordState.DRAFT,
            kind="all_of",
            input=None,
            term=None,
            comparator="",
        )
        own: dict[str, Any] = {"measure": measure, "state": RecordState.DRAFT}
        make_condition(
            **own,
            group=group,
            input=make_measure_input(**own, role=InputRole.CONDITION),
            term=make_term(**own, role=TermRole.THRESHOLD, unit=Unit.VND),
        )
        with self.assertRaises(ValidationError) as caught:
            publish_measure(measure)  # its examples do not tell the new input
        self.assertIn("example_inputs", told(caught.exception)["rule_kind"])

    def test_the_last_two_examples_cannot_be_deleted(self) -> None:
        measure = make_split()
        example = WorkedExample.objects.filter(measure=measure)[0]
        with self.assertRaises(ValidationError), in_turn():
            for value in example.values.all():
                delete_record(value)
            delete_record(example)
        self.assertTrue(WorkedExample.objects.filter(pk=example.pk).exists())


class BelongingTests(ServiceCase):
    """What makes a measure computable belongs to that measure, and is alike."""

    def test_parts_of_another_measure(self) -> None:
        condition, other = make_condition(), make_measure_input()
        self.assert_refused(condition, {"input": "elsewhere"}, input=other)
        value = make_example_value()
        self.assert_refused(value, {"input": "elsewhere"}, input=other)

    def test_unlike_things(self) -> None:
        condition = make_condition()
        day = make_measure_input(
            measure=condition.measure,
            kind=InputKind.DAY,
            role=InputRole.CONDITION,
            unit="",
        )
        self.assert_refused(condition, {"input": "unlike"}, input=day)
        value = make_example_value()
        value.input = make_measure_input(
            measure=value.example.measure,
            kind=InputKind.YES_NO,
            role=InputRole.CONDITION,
            unit="",
        )
        self.assert_refused(value, {"answer": "unlike"})

    def test_a_circle_of_conditions(self) -> None:
        outer = make_condition(kind="any_of", input=None, term=None, comparator="")
        inner = make_condition(
            measure=outer.measure,
            kind="any_of",
            input=None,
            term=None,
            comparator="",
            group=outer,
        )
        self.assert_refused(outer, {"group": "circle"}, group=inner)

    def test_a_second_value_on_the_same_day(self) -> None:
        term = make_term(
            role=TermRole.RATE,
            base="doanh thu",
            valid_from=date(2025, 1, 1),
            valid_until=TURN,
        )
        same: dict[str, Any] = {
            "measure": term.measure,
            "role": TermRole.RATE,
            "base": "doanh thu",
            "beneficiary": term.beneficiary,
            "unit": Unit.PERCENT,
        }
        make_term(**same, valid_from=TURN)
        with self.assertRaises(ValidationError) as caught:
            make_term(**same, valid_from=date(2025, 12, 31), valid_until=TURN)
        self.assertEqual({"valid_from": "overlap"}, told(caught.exception))
