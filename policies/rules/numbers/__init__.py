"""Numbers of Vietnamese documents: how they are written and what they tell.

    State, with a year        262/2025/NĐ-CP, 193/2025/QH15
    State, without a year     1131/QĐ-TTg, 03/NQ-CP
    Party                     57-NQ/TW

State and Party numbers mirror each other: slash then hyphen, hyphen then slash.
Numbering rules: Law 64/2025/QH15 article 7, Decree 78/2025/NĐ-CP article 71,
Decree 30/2020/NĐ-CP annex III; for the Party, guideline 36-HD/VPTW. A number is
not an identifier: series restart every year or every term.
"""

from policies.rules.numbers.agreement import Disagreement, disagreements
from policies.rules.numbers.document_number import DocumentNumber
from policies.rules.numbers.forms import NumberForm, NumberResult
from policies.rules.numbers.grammar import parse
from policies.rules.numbers.prefix import is_unnumbered

__all__ = [
    "Disagreement",
    "DocumentNumber",
    "NumberForm",
    "NumberResult",
    "disagreements",
    "is_unnumbered",
    "parse",
]
