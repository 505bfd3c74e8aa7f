"""Forms a document number can take, and results of reading one."""

from enum import StrEnum


class NumberResult(StrEnum):
    """How far a text could be read as a document number."""

    OK = "ok"
    """A complete number in a form used today."""
    INCOMPLETE = "incomplete"
    """The year is missing (``262/NĐ-CP``); it is never invented."""
    TRANSPOSED = "transposed"
    """The mirror image of a Party or State number (``03-NQ/CP``)."""
    LEGACY = "legacy"
    """An old or type-less number (``88/CP``, the dispatch ``9305/VPCP-CN``)."""
    NONE = "none"
    """No number, or nothing that can be read as one."""


class NumberForm(StrEnum):
    """Pattern of a document number.

    An incomplete or transposed number has the form of the number meant.
    """

    NA = "na"
    """National Assembly: ``193/2025/QH15``."""
    NASC = "nasc"
    """Standing Committee of the National Assembly: ``103/2025/UBTVQH15``."""
    NASC_INDIVIDUAL = "nasc_individual"
    """The same without a year: ``560/NQ-UBTVQH15``."""
    NORMATIVE = "normative"
    """State, with a year: ``262/2025/NĐ-CP``."""
    JOINT = "joint"
    """Several issuers: ``12/2016/TTLT-BKHCN-BTC``."""
    CONSOLIDATED = "consolidated"
    """Consolidated text: ``31/VBHN-VPQH``."""
    PARTY = "party"
    """Party: ``57-NQ/TW``."""
    INDIVIDUAL = "individual"
    """State, without a year: ``1131/QĐ-TTg``."""
    LEGACY = "legacy"
    """Old or type-less: ``43-LCT/HĐNN8``."""
    NONE = "none"
    """Not a number."""
