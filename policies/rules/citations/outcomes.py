"""Outcomes of looking a citation up, and the reasons given with them."""

from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """How far a citation leads to one document."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"


class Reason(StrEnum):
    """Why a document is a candidate and not the answer."""

    NUMBER_RESTARTS = "number_restarts"
    YEAR_MISSING = "year_missing"
    YEAR_DIFFERS = "year_differs"
    YEAR_UNKNOWN = "year_unknown"
    DATE_DIFFERS = "date_differs"
    TRANSPOSED = "transposed"
    KIND_MISSING = "kind_missing"
    KIND_DIFFERS = "kind_differs"
    ISSUER_MISSING = "issuer_missing"
    ISSUER_DIFFERS = "issuer_differs"
    ISSUER_UNREAD = "issuer_unread"
    ALIAS_SHARED = "alias_shared"
    NUMBER_OF_ANOTHER = "number_of_another"
    MISPRINT = "misprint"
    TITLE_SHARED = "title_shared"
    TITLE_DIFFERS = "title_differs"
    TITLE_IN_PART = "title_in_part"
    ABBREVIATION = "abbreviation"
    SEVERAL_DOCUMENTS = "several_documents"
    NAMED_INSIDE = "named_inside"


REASON_WORDS: Final = {
    Reason.NUMBER_RESTARTS: (
        "Numbers of this series start again every year or term and more than one "
        "document has this one; give its date or year."
    ),
    Reason.YEAR_MISSING: (
        "Numbers of this series carry their year, and the citation leaves it out."
    ),
    Reason.YEAR_DIFFERS: "The citation names another year.",
    Reason.YEAR_UNKNOWN: (
        "The register does not know the year of the document, so it was not compared."
    ),
    Reason.DATE_DIFFERS: "The document was issued on another day than the one cited.",
    Reason.TRANSPOSED: (
        "Hyphen and slash stand as in the numbers of the other family: State numbers "
        "read 03/NQ-CP, Party numbers 57-NQ/TW."
    ),
    Reason.KIND_MISSING: "The citation does not say what kind of document it is.",
    Reason.KIND_DIFFERS: "The citation names another kind of document.",
    Reason.ISSUER_MISSING: (
        "Several bodies issue such documents, and the citation does not say which."
    ),
    Reason.ISSUER_DIFFERS: "The citation names another issuer.",
    Reason.ISSUER_UNREAD: "The citation names an issuer that could not be read.",
    Reason.ALIAS_SHARED: "This name is used of more than one document.",
    Reason.NUMBER_OF_ANOTHER: (
        "The name belongs to one document and the number to another as well."
    ),
    Reason.MISPRINT: "The register knows this spelling as a misprint.",
    Reason.TITLE_SHARED: "More than one document has this title; give its year.",
    Reason.TITLE_DIFFERS: "The title belongs to one document, the number to another.",
    Reason.TITLE_IN_PART: "The citation is only a part of the title.",
    Reason.ABBREVIATION: "The title fits once usual abbreviations are spelled out.",
    Reason.SEVERAL_DOCUMENTS: "The citation names more than one document.",
    Reason.NAMED_INSIDE: (
        "The citation describes another document, which is about this one."
    ),
}


class Remark(StrEnum):
    """What a reader of the answer should know beside it."""

    NUMBER_RESTARTS = "number_restarts"
    DATE_UNCHECKED = "date_unchecked"
    DATE_IMPOSSIBLE = "date_impossible"
    TITLE_ONLY = "title_only"
    DOCUMENT_MISSING = "document_missing"
    POINT_D = "point_d"


REMARK_WORDS: Final = {
    Remark.NUMBER_RESTARTS: (
        "Numbers of this series start again every year or term; this is the only "
        "document in the register with this one."
    ),
    Remark.DATE_UNCHECKED: (
        "The register does not know the day of issue, so the date was not compared."
    ),
    Remark.DATE_IMPOSSIBLE: "The calendar has no such day.",
    Remark.TITLE_ONLY: (
        "The document is named by its title alone; documents outside the register "
        "may have the same title."
    ),
    Remark.DOCUMENT_MISSING: "A provision is named, but no document.",
    Remark.POINT_D: "Written without accents, point d may stand for point đ.",
}


class ProvisionOutcome(StrEnum):
    """What became of the provision of a citation."""

    IN_REGISTER = "in_register"
    NOT_IN_REGISTER = "not_in_register"
    DOCUMENT_OPEN = "document_open"
    INCOMPLETE = "incomplete"
    SEVERAL = "several"
    IMPOSSIBLE = "impossible"


PROVISION_WORDS: Final = {
    ProvisionOutcome.IN_REGISTER: "The provision is in the register.",
    ProvisionOutcome.NOT_IN_REGISTER: "The provision is not in the register.",
    ProvisionOutcome.DOCUMENT_OPEN: (
        "The provision was read; which document it belongs to is open."
    ),
    ProvisionOutcome.INCOMPLETE: "A clause or point is named without its article.",
    ProvisionOutcome.SEVERAL: "More than one provision is named; ask for each.",
    ProvisionOutcome.IMPOSSIBLE: "No provision of this level can have that label.",
}
