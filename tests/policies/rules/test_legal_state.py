"""What holds on a given day, and why."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random
from unittest import TestCase

from hypothesis import given, settings
from hypothesis import strategies as st

from policies.rules.legal_state import (
    DocumentFacts,
    EventKind,
    LegalEvent,
    LegalState,
    Reason,
    StateInterval,
    intervals,
    state_on,
)
from tests.policies.rules.legal_state_cases import (
    BY_NAME,
    CASES,
    FACTS,
    LIVES,
)

Answer = tuple[LegalState, Reason, str]
Act = tuple[date, date, str]

START = date(2030, 1, 1)
LENGTH = 30
FOREVER = date.max
WINDOW = [START + timedelta(n) for n in range(-1, LENGTH + 2)]

days = st.integers(0, LENGTH).map(lambda n: START + timedelta(n))
maybe_days = st.none() | days
documents = st.builds(
    DocumentFacts,
    st.just("normative") | st.sampled_from(["administrative", "other", "party"]),
    st.just("adopted") | st.sampled_from(["planned", "drafting", "submitted"]),
    maybe_days,
    maybe_days,
    maybe_days,
)
adopted = st.builds(
    DocumentFacts,
    st.just("normative"),
    st.just("adopted"),
    maybe_days,
    maybe_days,
    maybe_days,
)
events = st.builds(
    LegalEvent,
    st.sampled_from(EventKind),
    maybe_days,
    maybe_days,
    st.sampled_from("abc"),
    st.booleans(),
)
event_lists = st.lists(events, max_size=7)


def answer(interval: StateInterval) -> Answer:
    """Return what an interval says, without its days."""
    return interval.state, interval.decided_by, interval.cause


def written(interval: StateInterval) -> str:
    """Write an interval: first day, state, reason."""
    return f"{interval.starts_on or 'always'} {interval.state} {interval.decided_by}"


def latest_end(end: date | None, acts: list[Act]) -> date | None:
    """Return the end after every extension that took effect by the end then known."""
    if end is None:
        return latest_end(acts[0][1], acts) if acts else None
    later = max((until for start, until, _ in acts if start <= end), default=end)
    return latest_end(later, acts) if later > end else end


def extending(known: list[LegalEvent], *, whole: bool) -> list[Act]:
    """Return the extensions in order; one without an end runs forever."""
    return sorted(
        (e.effective_on, e.until or FOREVER, e.cause)
        for e in known
        if e.kind is EventKind.EXTENDED
        and e.whole is whole
        and e.effective_on is not None
        and e.effective_on < (e.until or FOREVER)
    )


def carrier(acts: list[Act], day: date) -> str:
    """Return the extension that keeps a document alive on a day past its end."""
    return next(cause for _, until, cause in acts if until > day)


def slow_state(facts: DocumentFacts, events: list[LegalEvent], day: date) -> Answer:
    """Return the state on one day, rule after rule, without any interval."""
    if facts.family == "party":
        return LegalState.NOT_APPLICABLE, Reason.PARTY_DOCUMENT, ""
    if facts.stage != "adopted":
        return LegalState.DRAFT, Reason.DRAFTING, ""
    known = [e for e in events if e.effective_on is not None]
    return (
        slow_end(facts, known, day)
        or slow_beginning(facts, known, day)
        or slow_suspension(known, day)
        or slow_part_end(facts, known, day)
        or slow_effect(facts, known, day)
    )


def slow_end(facts: DocumentFacts, known: list[LegalEvent], day: date) -> Answer | None:
    """Return the end that has come by the day, the earliest of all."""
    found: list[tuple[date, int, str, Reason]] = []
    for e in known:
        assert e.effective_on is not None
        if e.whole and e.kind is EventKind.REPLACED:
            found.append((e.effective_on, 0, e.cause, Reason.REPLACED))
        if e.whole and e.kind is EventKind.REPEALED:
            found.append((e.effective_on, 1, e.cause, Reason.REPEALED))
        if e.whole and e.kind is EventKind.PARENT_ENDED:
            found.append((e.effective_on, 2, e.cause, Reason.PARENT_ENDED))
    whole, part = extending(known, whole=True), extending(known, whole=False)
    end = latest_end(facts.ends_on, whole)
    last = end if end is None else latest_end(end, part)
    if last is not None and last < FOREVER:
        moved = last != facts.ends_on
        acts = part if last != end else whole
        cause = carrier(acts, last - timedelta(1)) if moved else ""
        reason = Reason.EXTENSION_ENDED if moved else Reason.OWN_END_DATE
        found.append((last, 3, cause, reason))
    by_now = sorted(e for e in found if e[0] <= day)
    return (LegalState.ENDED, by_now[0][3], by_now[0][2]) if by_now else None


def parts_in_force(known: list[LegalEvent]) -> list[tuple[date, str]]:
    """Return the days and causes of staggered parts, the earliest first."""
    return sorted(
        (e.effective_on, e.cause)
        for e in known
        if e.kind is EventKind.PART_IN_FORCE and e.effective_on is not None
    )


def slow_beginning(
    facts: DocumentFacts, known: list[LegalEvent], day: date
) -> Answer | None:
    """Return why no effect has begun by the day."""
    if any(start <= day for start, _ in parts_in_force(known)):
        return None
    if facts.effective_on is not None:
        waiting = day < facts.effective_on
        before = LegalState.NOT_YET_IN_FORCE, Reason.BEFORE_EFFECT, ""
        return before if waiting else None
    if facts.issued_on is not None and day < facts.issued_on:
        return LegalState.NOT_YET_IN_FORCE, Reason.BEFORE_ISSUE, ""
    return LegalState.UNKNOWN, Reason.NO_EFFECTIVE_DATE, ""


def suspending(known: list[LegalEvent]) -> list[Act]:
    """Return the suspensions of the whole in order; some run forever."""
    return sorted(
        (e.effective_on, e.until or FOREVER, e.cause)
        for e in known
        if e.kind is EventKind.SUSPENDED and e.whole and e.effective_on is not None
    )


def slow_suspension(known: list[LegalEvent], day: date) -> Answer | None:
    """Return the first suspension running on the day."""
    for start, until, cause in suspending(known):
        if start <= day < until:
            return LegalState.SUSPENDED, Reason.SUSPENDED, cause
    return None


def slow_part_end(
    facts: DocumentFacts, known: list[LegalEvent], day: date
) -> Answer | None:
    """Return why a part is over on the day while the rest has effect."""
    end = latest_end(facts.ends_on, extending(known, whole=True))
    if end is not None and end <= day:
        cause = carrier(extending(known, whole=False), day)
        return LegalState.PARTLY_ENDED, Reason.PART_EXTENDED, cause
    reasons = {
        EventKind.REPLACED: (0, Reason.PART_REPLACED),
        EventKind.REPEALED: (1, Reason.PART_REPEALED),
    }
    ends = sorted(
        (e.effective_on, *reasons[e.kind], e.cause)
        for e in known
        if e.kind in reasons
        and not e.whole
        and e.effective_on is not None
        and e.effective_on <= day
    )
    return (LegalState.PARTLY_ENDED, ends[0][2], ends[0][3]) if ends else None


def slow_effect(facts: DocumentFacts, known: list[LegalEvent], day: date) -> Answer:
    """Return why the document is in force on the day."""
    acts = extending(known, whole=True)
    base = facts.ends_on or (acts[0][1] if acts else FOREVER)
    if base <= day:
        return LegalState.IN_FORCE, Reason.EXTENDED, carrier(acts, day)
    if facts.effective_on is None or day < facts.effective_on:
        part = parts_in_force(known)[0]
        return LegalState.IN_FORCE, Reason.PART_IN_FORCE, part[1]
    resumed = [
        (until, cause)
        for start, until, cause in suspending(known)
        if start < until and facts.effective_on < until <= day
    ]
    if resumed:
        return LegalState.IN_FORCE, Reason.RESUMED, max(resumed)[1]
    return LegalState.IN_FORCE, Reason.OWN_EFFECTIVE_DATE, ""


class CaseTableTests(TestCase):
    """The table of cases: one document, one day, one answer with its reason."""

    def test_every_case_gives_its_state_and_reason(self) -> None:
        for case in CASES:
            with self.subTest(case.name):
                found = state_on(intervals(case.facts, case.events), case.day)
                self.assertEqual(answer(found), (case.state, case.reason, case.cause))

    def test_taking_an_event_back_gives_the_earlier_answer(self) -> None:
        shown = {(c.facts, c.day): c for c in CASES if not c.events}
        undone = [c for c in CASES if c.events and (c.facts, c.day) in shown]
        for case in undone:
            with self.subTest(case.name):
                before = shown[case.facts, case.day]
                found = state_on(intervals(case.facts, ()), case.day)
                self.assertEqual(answer(found), (before.state, before.reason, ""))
        changed = {e.kind for c in undone for e in c.events}
        self.assertGreaterEqual(changed, set(EventKind) - {EventKind.AMENDED})

    def test_the_slow_definition_agrees_with_every_case(self) -> None:
        for case in CASES:
            with self.subTest(case.name):
                found = slow_state(case.facts, list(case.events), case.day)
                self.assertEqual(found, (case.state, case.reason, case.cause))

    def test_every_state_and_every_reason_occurs(self) -> None:
        self.assertEqual({case.state for case in CASES}, set(LegalState))
        self.assertEqual({case.reason for case in CASES}, set(Reason))


class TimelineTests(TestCase):
    """The whole life of a document, state after state."""

    def test_lives(self) -> None:
        for name, life in LIVES.items():
            document, _, events = name.partition(" ")
            states = intervals(
                FACTS[document], [BY_NAME[event] for event in events.split("+")]
            )
            with self.subTest(name):
                self.assertEqual([written(one) for one in states], life.split("; "))

    def test_the_first_and_the_last_day_of_the_calendar(self) -> None:
        facts = DocumentFacts("normative", "adopted", None, date.min, date.max)
        self.assertEqual(
            [written(one) for one in intervals(facts, [])],
            ["always in_force own_effective_date", "9999-12-31 ended own_end_date"],
        )

    def test_misspelt_codes_are_refused(self) -> None:
        for family, stage in (("Party", "adopted"), ("normative", "published")):
            with (
                self.subTest(family=family, stage=stage),
                self.assertRaises(ValueError),
            ):
                DocumentFacts(family, stage, None, None, None)

    def test_a_day_that_no_interval_holds_is_an_error(self) -> None:
        with self.assertRaisesRegex(LookupError, "2030-01-01"):
            state_on((), START)


class PropertyTests(TestCase):
    """What holds for every document and every set of events."""

    @given(documents, event_lists)
    def test_intervals_tile_all_time(
        self, facts: DocumentFacts, events: list[LegalEvent]
    ) -> None:
        states = intervals(facts, events)
        self.assertIsNone(states[0].starts_on)
        self.assertIsNone(states[-1].until)
        for one, after in pairwise(states):
            self.assertIsNotNone(one.until)
            self.assertEqual(one.until, after.starts_on)
            self.assertNotEqual(answer(one), answer(after))
        for one in states:
            if one.starts_on is not None and one.until is not None:
                self.assertLess(one.starts_on, one.until)

    @settings(max_examples=400)
    @given(documents, event_lists)
    def test_every_day_agrees_with_the_slow_definition(
        self, facts: DocumentFacts, events: list[LegalEvent]
    ) -> None:
        states = intervals(facts, events)
        for day in [date.min, *WINDOW, FOREVER - timedelta(1)]:
            found = answer(state_on(states, day))
            self.assertEqual(found, slow_state(facts, events, day), day)

    @given(adopted, event_lists, st.randoms(use_true_random=False))
    def test_the_order_of_the_events_does_not_matter(
        self, facts: DocumentFacts, events: list[LegalEvent], random: Random
    ) -> None:
        shuffled = events[:]
        random.shuffle(shuffled)
        self.assertEqual(intervals(facts, shuffled), intervals(facts, events))

    @given(adopted, event_lists)
    def test_an_event_entered_twice_counts_once(
        self, facts: DocumentFacts, events: list[LegalEvent]
    ) -> None:
        self.assertEqual(intervals(facts, events * 2), intervals(facts, events))

    @given(adopted, event_lists, events)
    def test_amendments_and_undated_events_change_nothing(
        self, facts: DocumentFacts, events: list[LegalEvent], one: LegalEvent
    ) -> None:
        undated = LegalEvent(one.kind, None, one.until, one.cause, one.whole)
        amended = LegalEvent(
            EventKind.AMENDED, one.effective_on, one.until, one.cause, one.whole
        )
        self.assertEqual(
            intervals(facts, [undated, *events, amended]), intervals(facts, events)
        )

    @given(adopted, event_lists, events, days)
    def test_an_event_changes_nothing_before_its_day(
        self,
        facts: DocumentFacts,
        events: list[LegalEvent],
        one: LegalEvent,
        start: date,
    ) -> None:
        added = LegalEvent(one.kind, start, one.until, one.cause, one.whole)
        without, with_it = intervals(facts, events), intervals(facts, [*events, added])
        for day in (day for day in WINDOW if day < start):
            self.assertEqual(
                answer(state_on(with_it, day)), answer(state_on(without, day)), day
            )

    @given(adopted, event_lists)
    def test_what_has_ended_stays_ended(
        self, facts: DocumentFacts, events: list[LegalEvent]
    ) -> None:
        states = [one.state for one in intervals(facts, events)]
        self.assertNotIn(LegalState.ENDED, states[:-1])

    @given(adopted)
    def test_without_events_the_own_dates_alone_decide(
        self, facts: DocumentFacts
    ) -> None:
        states = intervals(facts, [])
        begin, end = facts.effective_on, facts.ends_on
        for day in WINDOW:
            if end is not None and end <= day:
                expected = LegalState.ENDED
            elif begin is not None:
                begun = begin <= day
                expected = LegalState.IN_FORCE if begun else LegalState.NOT_YET_IN_FORCE
            elif facts.issued_on is not None and day < facts.issued_on:
                expected = LegalState.NOT_YET_IN_FORCE
            else:
                expected = LegalState.UNKNOWN
            found = state_on(states, day)
            self.assertEqual((found.state, found.cause), (expected, ""), day)
