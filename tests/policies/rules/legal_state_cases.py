"""Cases of legal state: a day, a document, what befell it, and the answer due.

Columns of the table: day, document, events (joined by "+"), state, reason, cause. The
cause is the name of the deciding event. "-" is none. Rows with the same day and
document and fewer events show what undoing an event gives back. Documents named by a
number carry their real dates; the others are made up and live in the 2030s.
"""

from dataclasses import dataclass
from datetime import date

from policies.rules.legal_state import (
    DocumentFacts,
    EventKind,
    LegalEvent,
    LegalState,
    Reason,
)


@dataclass(frozen=True)
class Case:
    """One row of the table under its heading."""

    name: str
    facts: DocumentFacts
    events: tuple[LegalEvent, ...]
    day: date
    state: LegalState
    reason: Reason
    cause: str


# Name, family, stage, issued, effective, first day after its own end.
DOCUMENTS = """
71/2025    normative      adopted   2025-06-14 2026-01-01 -
93/2025    normative      adopted   2025-06-27 2025-10-01 -
80/2025    normative      adopted   2025-06-24 2025-07-01 -
80/2015    normative      adopted   -          2016-07-01 -
64/2025    normative      adopted   2025-02-19 2025-04-01 -
29/2013    normative      adopted   -          -          -
67/2006    normative      adopted   -          -          -
193/2025   normative      adopted   2025-02-19 2025-02-19 -
66.14/2026 normative      adopted   -          2026-02-10 2027-03-01
149/2025   normative      adopted   2025-06-12 2025-01-01 -
57-NQ/TW   party          adopted   2024-12-22 -          -
03/NQ-CP   administrative adopted   2025-01-09 -          -
decree     normative      adopted   2030-01-10 2030-03-01 -
pilot      normative      adopted   2030-01-10 2030-03-01 2031-03-01
plan       administrative adopted   2030-01-10 2030-01-10 -
treaty     other          adopted   2030-01-10 2030-03-01 -
undated    normative      adopted   2030-01-10 -          -
only-end   normative      adopted   -          -          2031-03-01
planned    normative      planned   -          -          -
drafting   normative      drafting  -          -          -
submitted  normative      submitted -          2030-03-01 -
conclusion party          drafting  -          2030-03-01 2031-03-01
"""

# Name, kind, scope, day of effect, until.
EVENTS = """
93-part    part_in_force part  2025-07-01 -
80-part    part_in_force part  2026-01-01 -
by-64      replaced      whole 2025-04-01 -
by-93      replaced      whole 2025-10-01 -
by-148     repealed      whole 2026-07-01 -
by-87      amended       part  2025-07-01 -
by-71      amended       whole 2025-04-01 -
cut-193    repealed      part  2025-10-01 -
part       part_in_force part  2030-02-01 -
repeal     repealed      whole 2032-01-01 -
replace    replaced      whole 2032-01-01 -
early-end  repealed      whole 2030-02-01 -
at-end     replaced      whole 2031-03-01 -
no-day     repealed      whole -          -
no-day-s   suspended     whole -          2031-01-01
early-cut  repealed      part  2030-02-01 -
cut        repealed      part  2030-06-01 -
swap       replaced      part  2030-09-01 -
swap-same  replaced      part  2030-06-01 -
last-cut   replaced      part  2032-01-01 -
pause      suspended     whole 2030-05-01 2030-07-01
stop       suspended     whole 2030-06-01 -
part-stop  suspended     part  2030-05-01 -
pre-pause  suspended     whole 2030-02-01 2030-04-01
pre-over   suspended     whole 2030-02-01 2030-03-01
late-stop  suspended     whole 2033-01-01 -
backwards  suspended     whole 2030-07-01 2030-05-01
no-time    suspended     whole 2030-07-01 2030-07-01
extend     extended      whole 2030-12-01 2032-03-01
again      extended      whole 2032-03-01 2033-03-01
too-late   extended      whole 2031-03-02 2032-03-01
open       extended      whole 2030-12-01 -
shorter    extended      whole 2030-06-01 2030-12-01
extend-p   extended      part  2030-12-01 2032-03-01
fall       parent_ended  whole 2032-01-01 -
fall-31    parent_ended  whole 2031-03-01 -
fall-early parent_ended  whole 2030-02-01 -
"""

TABLE = """
# not yet in force, then in force
2025-06-13 71/2025    -             not_yet_in_force  before_effect      -
2025-06-14 71/2025    -             not_yet_in_force  before_effect      -
2025-12-31 71/2025    -             not_yet_in_force  before_effect      -
2026-01-01 71/2025    -             in_force          own_effective_date -
2026-01-02 71/2025    -             in_force          own_effective_date -
# administrative documents and others follow the same rules
2030-01-09 plan       -             not_yet_in_force  before_effect      -
2030-01-10 plan       -             in_force          own_effective_date -
2032-01-01 plan       repeal        ended             repealed           repeal
2030-02-28 treaty     -             not_yet_in_force  before_effect      -
2030-03-01 treaty     -             in_force          own_effective_date -
# effect before issue
2024-12-31 149/2025   -             not_yet_in_force  before_effect      -
2025-01-01 149/2025   -             in_force          own_effective_date -
2025-06-11 149/2025   -             in_force          own_effective_date -
2025-06-12 149/2025   -             in_force          own_effective_date -
# staggered effect: a part before the main day
2025-06-30 93/2025    93-part       not_yet_in_force  before_effect      -
2025-07-01 93/2025    93-part       in_force          part_in_force      93-part
2025-07-01 93/2025    -             not_yet_in_force  before_effect      -
2025-09-30 93/2025    93-part       in_force          part_in_force      93-part
2025-10-01 93/2025    93-part       in_force          own_effective_date -
# staggered effect: a part after the main day
2025-06-30 80/2025    80-part       not_yet_in_force  before_effect      -
2025-07-01 80/2025    80-part       in_force          own_effective_date -
2026-01-01 80/2025    80-part       in_force          own_effective_date -
# staggered effect: only the part's day is known
2030-01-09 undated    part          not_yet_in_force  before_issue       -
2030-01-31 undated    part          unknown           no_effective_date  -
2030-02-01 undated    part          in_force          part_in_force      part
2030-02-01 undated    -             unknown           no_effective_date  -
2030-06-01 undated    part+cut      partly_ended      part_repealed      cut
# Party documents
2024-12-21 57-NQ/TW   -             not_applicable    party_document     -
2025-12-31 57-NQ/TW   -             not_applicable    party_document     -
2033-01-01 57-NQ/TW   repeal        not_applicable    party_document     -
2031-03-01 conclusion -             not_applicable    party_document     -
# stages before adoption
2030-01-01 planned    -             draft             drafting           -
2030-01-01 drafting   -             draft             drafting           -
2030-03-01 submitted  -             draft             drafting           -
2033-01-01 drafting   repeal        draft             drafting           -
# effective date not known
2025-01-08 03/NQ-CP   -             not_yet_in_force  before_issue       -
2025-01-09 03/NQ-CP   -             unknown           no_effective_date  -
2025-04-01 03/NQ-CP   by-71         unknown           no_effective_date  -
2025-09-30 29/2013    by-93         unknown           no_effective_date  -
2025-10-01 29/2013    by-93         ended             replaced           by-93
2025-10-01 29/2013    -             unknown           no_effective_date  -
2026-06-30 67/2006    by-148        unknown           no_effective_date  -
2026-07-01 67/2006    by-148        ended             repealed           by-148
2026-07-01 67/2006    -             unknown           no_effective_date  -
2030-06-01 undated    cut           unknown           no_effective_date  -
2030-06-01 undated    pause         unknown           no_effective_date  -
2031-02-28 only-end   -             unknown           no_effective_date  -
2031-03-01 only-end   -             ended             own_end_date       -
# replaced by a later law
2025-03-31 80/2015    by-64         in_force          own_effective_date -
2025-04-01 80/2015    by-64         ended             replaced           by-64
2025-04-02 80/2015    by-64         ended             replaced           by-64
2025-04-01 80/2015    -             in_force          own_effective_date -
# repealed by a later act
2031-12-31 decree     repeal        in_force          own_effective_date -
2032-01-01 decree     repeal        ended             repealed           repeal
2050-01-01 decree     repeal        ended             repealed           repeal
2050-01-01 decree     -             in_force          own_effective_date -
2032-01-01 decree     repeal+replace ended            replaced           replace
2040-01-01 decree     no-day        in_force          own_effective_date -
2040-01-01 decree     no-day-s      in_force          own_effective_date -
# ended before it began
2030-01-31 decree     early-end     not_yet_in_force  before_effect      -
2030-02-01 decree     early-end     ended             repealed           early-end
2030-03-01 decree     early-end     ended             repealed           early-end
2030-03-01 decree     -             in_force          own_effective_date -
# amended only
2025-07-01 64/2025    by-87         in_force          own_effective_date -
# partly ended
2025-09-30 193/2025   cut-193       in_force          own_effective_date -
2025-10-01 193/2025   cut-193       partly_ended      part_repealed      cut-193
2025-10-02 193/2025   cut-193       partly_ended      part_repealed      cut-193
2025-10-01 193/2025   -             in_force          own_effective_date -
2030-09-01 decree     swap          partly_ended      part_replaced      swap
2031-01-01 decree     swap+cut      partly_ended      part_repealed      cut
2030-08-31 decree     swap          in_force          own_effective_date -
2030-06-01 decree     cut+swap-same partly_ended      part_replaced      swap-same
2030-02-28 decree     early-cut     not_yet_in_force  before_effect      -
2030-03-01 decree     early-cut     partly_ended      part_repealed      early-cut
2032-01-01 decree     last-cut+repeal ended           repealed           repeal
2030-06-01 decree     early-end+cut ended             repealed           early-end
# suspended and resumed
2030-04-30 decree     pause         in_force          own_effective_date -
2030-05-01 decree     pause         suspended         suspended          pause
2030-05-01 decree     -             in_force          own_effective_date -
2030-06-30 decree     pause         suspended         suspended          pause
2030-07-01 decree     pause         in_force          resumed            pause
2030-07-01 decree     -             in_force          own_effective_date -
2040-01-01 decree     stop          suspended         suspended          stop
2030-06-30 decree     stop+pause    suspended         suspended          pause
2030-07-01 decree     stop+pause    suspended         suspended          stop
2030-06-15 decree     pause+cut     suspended         suspended          pause
2030-07-01 decree     pause+cut     partly_ended      part_repealed      cut
2030-07-01 decree     backwards     in_force          own_effective_date -
2030-07-01 decree     no-time       in_force          own_effective_date -
# a part suspended: the rest has effect
2030-05-01 decree     part-stop     in_force          own_effective_date -
2030-06-01 decree     part-stop+cut partly_ended      part_repealed      cut
# suspended before it began
2030-02-15 decree     pre-pause     not_yet_in_force  before_effect      -
2030-03-01 decree     pre-pause     suspended         suspended          pre-pause
2030-04-01 decree     pre-pause     in_force          resumed            pre-pause
2030-03-01 decree     pre-over      in_force          own_effective_date -
2030-02-15 decree     part+pre-pause suspended        suspended          pre-pause
# suspended and ended
2032-01-01 decree     stop+repeal   ended             repealed           repeal
2033-01-01 decree     repeal+late-stop ended          repealed           repeal
# a pilot with an end of its own
2026-02-09 66.14/2026 -             not_yet_in_force  before_effect      -
2027-02-28 66.14/2026 -             in_force          own_effective_date -
2027-03-01 66.14/2026 -             ended             own_end_date       -
2027-03-02 66.14/2026 -             ended             own_end_date       -
2031-03-01 pilot      at-end        ended             replaced           at-end
2032-01-01 pilot      repeal        ended             own_end_date       -
# a pilot extended
2031-02-28 pilot      extend        in_force          own_effective_date -
2031-03-01 pilot      extend        in_force          extended           extend
2031-03-01 pilot      -             ended             own_end_date       -
2032-02-29 pilot      extend        in_force          extended           extend
2032-03-01 pilot      extend        ended             extension_ended    extend
2032-03-01 pilot      extend+again  in_force          extended           again
2032-03-01 pilot      again         ended             own_end_date       -
2033-03-01 pilot      extend+again  ended             extension_ended    again
2031-03-02 pilot      too-late      ended             own_end_date       -
2040-01-01 pilot      open          in_force          extended           open
2040-01-01 pilot      open+again    in_force          extended           open
2030-12-01 pilot      shorter       in_force          own_effective_date -
2032-01-01 pilot      extend+repeal ended             repealed           repeal
2031-03-01 pilot      extend+pause  in_force          extended           extend
2031-03-01 pilot      extend+cut    partly_ended      part_repealed      cut
2031-03-01 pilot      extend+stop   suspended         suspended          stop
2032-02-29 decree     extend        in_force          own_effective_date -
2032-03-01 decree     extend        ended             extension_ended    extend
# a part of a pilot extended
2031-02-28 pilot      extend-p      in_force          own_effective_date -
2031-03-01 pilot      extend-p      partly_ended      part_extended      extend-p
2032-03-01 pilot      extend-p      ended             extension_ended    extend-p
2040-01-01 decree     extend-p      in_force          own_effective_date -
# what it details has ended, and it with it
2031-12-31 decree     fall          in_force          own_effective_date -
2032-01-01 decree     fall          ended             parent_ended       fall
2032-01-01 decree     -             in_force          own_effective_date -
2032-01-01 decree     fall+repeal   ended             repealed           repeal
2032-01-01 decree     fall+replace  ended             replaced           replace
2032-01-01 decree     fall+cut      ended             parent_ended       fall
2031-03-01 pilot      fall-31       ended             parent_ended       fall-31
2032-01-01 pilot      fall          ended             own_end_date       -
2030-03-01 decree     fall-early    ended             parent_ended       fall-early
2032-01-01 57-NQ/TW   fall          not_applicable    party_document     -
"""


# The whole life of a document, interval after interval: first day, state, reason.
LIVES = {
    "93/2025 93-part": "always not_yet_in_force before_effect; "
    "2025-07-01 in_force part_in_force; "
    "2025-10-01 in_force own_effective_date",
    "pilot extend+pause+cut": "always not_yet_in_force before_effect; "
    "2030-03-01 in_force own_effective_date; "
    "2030-05-01 suspended suspended; "
    "2030-07-01 partly_ended part_repealed; "
    "2032-03-01 ended extension_ended",
    "decree repeal+pause": "always not_yet_in_force before_effect; "
    "2030-03-01 in_force own_effective_date; "
    "2030-05-01 suspended suspended; "
    "2030-07-01 in_force resumed; "
    "2032-01-01 ended repealed",
}


def _day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


def _rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def _read_cases() -> list[Case]:
    cases: list[Case] = []
    heading = ""
    for line in TABLE.strip().splitlines():
        if line.startswith("# "):
            heading = line
            continue
        day, facts, names, state, reason, cause = line.split()
        cases.append(
            Case(
                f"{heading}: {day} {facts} {names}",
                FACTS[facts],
                tuple(BY_NAME[name] for name in names.split("+") if name != "-"),
                date.fromisoformat(day),
                LegalState(state),
                Reason(reason),
                "" if cause == "-" else cause,
            )
        )
    return cases


FACTS = {
    name: DocumentFacts(family, stage, _day(issued), _day(effective), _day(ends))
    for name, family, stage, issued, effective, ends in _rows(DOCUMENTS)
}
BY_NAME = {
    name: LegalEvent(EventKind(kind), _day(on), _day(until), name, scope == "whole")
    for name, kind, scope, on, until in _rows(EVENTS)
}
CASES = _read_cases()
