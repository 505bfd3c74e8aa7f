"""Progress: kept in step with every target, indicator and observation."""

from datetime import date

from policies.common.models import RecordState
from policies.common.snapshot import known_at
from policies.models import (
    HistoricalProgressInterval,
    Indicator,
    Observation,
    ProgressInterval,
    Target,
)
from policies.services import compute_progress, rebuild_progress
from policies.services.merging import merge_records
from policies.services.progress import stored_progress
from policies.services.removing import delete_record
from tests.factories import make_indicator, make_observation, make_target
from tests.policies.services.cases import ServiceCase

Told = list[tuple[str, date | None]]
YEAR_END = date(2025, 12, 31)
NOTHING: Told = [("no_data", None)]


def told(target: Target) -> Told:
    """Give the statuses of a target that lead, each from its first day on."""
    rows = ProgressInterval.objects.filter(target=target.pk, leading=True)
    return list(rows.order_by("starts_on").values_list("status", "starts_on"))


class ProgressTests(ServiceCase):
    """A target that is due in 2045, and a value that reaches it in 2025."""

    def setUp(self) -> None:
        self.target = make_target()
        self.indicator = Indicator.objects.get(targets=self.target)
        self.value = make_observation(indicator=self.indicator, method="m", value="60")
        self.reached: Told = sorted(
            [*NOTHING, ("reached", YEAR_END)], key=lambda one: one[1] or date.min
        )

    def assert_told(self, expected: Told, target: Target | None = None) -> None:
        """Compare what is kept, and that it is what the rules give."""
        asked = Target.objects.get(pk=(target or self.target).pk)
        key = [(status, day or date.min) for status, day in told(asked)]
        wanted = [(status, day or date.min) for status, day in expected]
        self.assertEqual(sorted(wanted), sorted(key))
        self.assertEqual(compute_progress(asked), stored_progress(asked))

    def test_a_value_tells_at_once(self) -> None:
        self.assert_told(self.reached)

    def test_an_ambition_has_no_progress(self) -> None:
        self.change(self.target, kind="ambition", due_on=None, due_precision="")
        self.assert_told([])

    def test_a_value_that_is_withdrawn_set_aside_or_a_bound_tells_nothing(self) -> None:
        for change in (
            {"state": RecordState.WITHDRAWN},
            {"comparator": "at_least"},
            {"period_on": date(2090, 1, 1)},
        ):
            value = Observation.objects.get(pk=self.value.pk)
            with self.subTest(change):
                self.change(value, **change)
                self.assertNotIn(("reached", YEAR_END), told(self.target))
                self.assert_told(told(self.target))
                self.change(
                    value,
                    state=RecordState.PUBLISHED,
                    comparator="eq",
                    period_on=date(2025, 1, 1),
                )
                self.assert_told(self.reached)

    def test_a_value_set_aside_tells_nothing(self) -> None:
        held = make_observation(indicator=self.indicator, method="m", value="10")
        self.change(self.value, held_instead=held, held_reason="gần nguồn hơn")
        self.assert_told(NOTHING)

    def test_a_draft_tells_nothing_until_it_is_published(self) -> None:
        self.change(self.value, state=RecordState.WITHDRAWN)
        draft = make_observation(
            indicator=self.indicator, method="m", value="70", state=RecordState.DRAFT
        )
        self.assert_told(NOTHING)
        self.change(draft, state=RecordState.PUBLISHED)
        self.assert_told(self.reached)

    def test_a_value_that_moves_to_another_indicator_leaves_the_first(self) -> None:
        other = make_target()
        self.change(self.value, indicator=other.indicator)
        self.assert_told(NOTHING)
        self.assert_told(self.reached, other)

    def test_another_goal_is_judged_anew(self) -> None:
        self.change(self.target, value="70")
        self.assert_told(NOTHING)

    def test_the_direction_of_the_indicator_counts(self) -> None:
        self.change(self.target, comparator="eq")
        self.assert_told(self.reached)
        self.change(self.indicator, direction="none")
        self.assert_told(NOTHING)

    def test_a_value_that_is_deleted_tells_nothing(self) -> None:
        delete_record(self.value)
        self.assert_told(NOTHING)

    def test_a_target_that_is_deleted_leaves_only_its_past(self) -> None:
        delete_record(self.target)
        past = HistoricalProgressInterval.objects.filter(target_id=self.target.pk)
        self.assertTrue(past.exists())
        self.assertFalse(past.filter(known_until=None).exists())

    def test_merging_indicators_brings_their_values_together(self) -> None:
        lone = make_target()
        merge_records(self.indicator, Indicator.objects.get(targets=lone))
        self.assert_told(self.reached, lone)
        self.assert_told(self.reached)

    def test_what_is_kept_is_not_written_again(self) -> None:
        kept = list(self.target.progress_intervals.values_list("id", flat=True))
        self.change(self.target, title="Tên khác")
        self.assertFalse(rebuild_progress(Target.objects.get(pk=self.target.pk)))
        after = list(self.target.progress_intervals.values_list("id", flat=True))
        self.assertEqual(kept, after)

    def test_what_was_tampered_with_is_set_right(self) -> None:
        ProgressInterval.objects.filter(target=self.target).update(series="x")
        self.assertTrue(rebuild_progress(Target.objects.get(pk=self.target.pk)))
        self.assert_told(self.reached)

    def test_the_past_is_kept(self) -> None:
        before = Observation.objects.get(pk=self.value.pk).modified_at
        self.change(self.value, value="10")
        self.assert_told(NOTHING)
        with known_at(before):
            self.assertIn(("reached", YEAR_END), told(self.target))

    def test_an_indicator_without_targets_costs_nothing(self) -> None:
        make_observation(indicator=make_indicator())
        self.assert_told(self.reached)
