"""Synthetic documents beside the register: the same ones every time.

Written by bulk inserts, since a service call for each would take many minutes; the
legal states are computed by the rule that the services use. Titles are made of the
register's own subjects, and numbers begin where no real document goes.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, Self

from policies.choices import (
    AgencyKind,
    DocumentFamily,
    DocumentKind,
    DocumentStage,
    RelationType,
)
from policies.common.models import RecordState
from policies.common.text import ascii_key
from policies.models import (
    Agency,
    Document,
    DocumentIssuer,
    DocumentSigner,
    LegalInterval,
    Person,
    Relation,
    Subject,
)
from policies.rules.legal_state import DocumentFacts, intervals
from tests.bench.entered import ENTERED_AT
from tests.bench.goals import fill_goals

SEED = 57
FIRST_NUMBER = 10_001
BATCH = 2_000
FIRST_DAY = date(2010, 1, 1)
DAYS = 5_800
ROOT = "57-nq-tw"
LINKED, BRANCHES = 25, 3
OPENINGS = (
    ("Quy định chi tiết một số điều về", "Detailing a number of articles on"),
    ("Sửa đổi, bổ sung một số quy định về", "Amending a number of rules on"),
    ("Phê duyệt chương trình phát triển", "Approving the programme to develop"),
    ("Ban hành kế hoạch hành động về", "Issuing the action plan on"),
    ("Về cơ chế, chính sách đối với", "On mechanisms and policies for"),
)


@dataclass(frozen=True)
class Form:
    """A kind of document in the corpus: how often, and how its number is written."""

    kind: DocumentKind
    family: DocumentFamily
    weight: int
    number: str


FORMS = (
    Form(DocumentKind.DECISION, DocumentFamily.ADMINISTRATIVE, 45, "{n}/QĐ-{code}"),
    Form(DocumentKind.CIRCULAR, DocumentFamily.NORMATIVE, 25, "{n}/{year}/TT-{code}"),
    Form(DocumentKind.DECREE, DocumentFamily.NORMATIVE, 12, "{n}/{year}/NĐ-{code}"),
    Form(DocumentKind.GOV_RESOLUTION, DocumentFamily.OTHER, 10, "{n}/NQ-{code}"),
    Form(DocumentKind.DIRECTIVE, DocumentFamily.ADMINISTRATIVE, 8, "{n}/CT-{code}"),
)
WEIGHTS = [form.weight for form in FORMS]
GOVERNMENT_KINDS = frozenset({DocumentKind.DECREE, DocumentKind.GOV_RESOLUTION})


@dataclass(frozen=True)
class Vocabulary:
    """What the register offers to make documents of."""

    government: Agency
    agencies: list[Agency]
    subjects: list[Subject]
    people: list[Person]

    @classmethod
    def read(cls) -> Self:
        """Read it in one fixed order."""
        kinds = (AgencyKind.MINISTRY, AgencyKind.GOVERNMENT)
        coded = Agency.objects.filter(kind__in=kinds).exclude(code="").order_by("slug")
        return cls(
            government=coded.get(code="CP"),
            agencies=list(coded),
            subjects=list(Subject.objects.order_by("slug")),
            people=list(Person.objects.order_by("slug")),
        )


class Corpus:
    """A source of synthetic documents and of the rows that hang on them."""

    def __init__(self) -> None:
        self.random = Random(SEED)  # noqa: S311 - the same documents every time
        self.vocabulary = Vocabulary.read()

    def document(self, n: int) -> Document:
        """Make the document of a place in the corpus."""
        form = self.random.choices(FORMS, WEIGHTS)[0]
        issuer = self.vocabulary.government
        if form.kind not in GOVERNMENT_KINDS:
            issuer = self.random.choice(self.vocabulary.agencies)
        issued_on, effective_on, ends_on = self._days()
        adopted = self.random.random() >= 0.03
        number = form.number.format(
            n=FIRST_NUMBER + n, year=issued_on.year, code=issuer.code
        )
        title, title_en = self._titles()
        return Document(
            slug=f"synthetic-{n:06}",
            state=RecordState.DRAFT if n % 40 == 0 else RecordState.PUBLISHED,
            created_at=ENTERED_AT + timedelta(seconds=n),
            modified_at=ENTERED_AT + timedelta(seconds=n, microseconds=n),
            family=form.family,
            kind=form.kind,
            number=number,
            number_key=ascii_key(number),
            sequence=str(FIRST_NUMBER + n),
            year=issued_on.year,
            title=title,
            title_en=title_en,
            summary=f"{title}. {self._titles()[0]}." if n % 3 == 0 else "",
            stage=DocumentStage.ADOPTED if adopted else DocumentStage.DRAFTING,
            issuer=issuer,
            issued_on=issued_on,
            effective_on=effective_on if adopted else None,
            ends_on=ends_on if adopted and effective_on else None,
        )

    def _days(self) -> tuple[date, date | None, date | None]:
        """Pick the days of issue, effect and end; some of the latter are not known."""
        issued_on = FIRST_DAY + timedelta(days=self.random.randrange(DAYS))
        effective_on = issued_on + timedelta(days=self.random.randrange(90))
        ends_on = effective_on + timedelta(days=self.random.randrange(365, 2_000))
        known = self.random.random() < 0.9
        ending = self.random.random() < 0.2
        return issued_on, effective_on if known else None, ends_on if ending else None

    def _titles(self) -> tuple[str, str]:
        opening, opening_en = self.random.choice(OPENINGS)
        chosen = self.random.sample(self.vocabulary.subjects, 3)
        names = ", ".join(subject.name.lower() for subject in chosen)
        names_en = ", ".join(subject.name_en.lower() for subject in chosen)
        return f"{opening} {names}", f"{opening_en} {names_en}"

    def subjects(self, document: Document) -> list[Any]:
        """Give one to three subjects to a document."""
        chosen = self.random.sample(
            self.vocabulary.subjects, self.random.choice((1, 2, 2, 3))
        )
        return [
            Document.subjects.through(document=document, subject=subject)
            for subject in chosen
        ]

    def signers(self, document: Document) -> list[DocumentSigner]:
        """Give most documents one signer."""
        if self.random.random() < 0.3:
            return []
        person = self.random.choice(self.vocabulary.people)
        return [DocumentSigner(document=document, person=person)]

    def co_issuers(self, document: Document) -> list[DocumentIssuer]:
        """Give a few documents a second issuer."""
        agency = self.random.choice(self.vocabulary.agencies)
        if agency == document.issuer or self.random.random() < 0.95:
            return []
        return [DocumentIssuer(document=document, agency=agency)]


def legal_intervals(document: Document) -> list[LegalInterval]:
    """Compute the legal states of a document on which no other one acts."""
    facts = DocumentFacts(
        family=document.family,
        stage=document.stage,
        issued_on=document.issued_on,
        effective_on=document.effective_on,
        ends_on=document.ends_on,
    )
    return [
        LegalInterval(
            document=document,
            state=one.state.value,
            starts_on=one.starts_on,
            until=one.until,
            reason=one.decided_by.value,
            cause=one.cause,
        )
        for one in intervals(facts, ())
    ]


def implementing(made: list[Document], root: Document) -> list[Relation]:
    """Let every 25th document implement one of these, each by three: a tree."""
    linked = [root, *made[1::LINKED]]
    return [
        Relation(
            slug=f"{source.slug}-implements",
            state=RecordState.PUBLISHED,
            created_at=ENTERED_AT,
            modified_at=ENTERED_AT,
            source=source,
            target=linked[place // BRANCHES],
            type=RelationType.IMPLEMENTS,
        )
        for place, source in enumerate(linked[1:])
    ]


def fill(size: int) -> None:
    """Add ``size`` synthetic documents to a loaded register."""
    corpus = Corpus()
    linked: list[Document] = []
    for start in range(0, size, BATCH):
        places = range(start, min(start + BATCH, size))
        made = Document.objects.bulk_create(corpus.document(n) for n in places)
        linked += made
        LegalInterval.objects.bulk_create(
            row for document in made for row in legal_intervals(document)
        )
        Document.subjects.through.objects.bulk_create(
            row for document in made for row in corpus.subjects(document)
        )
        DocumentSigner.objects.bulk_create(
            row for document in made for row in corpus.signers(document)
        )
        DocumentIssuer.objects.bulk_create(
            row for document in made for row in corpus.co_issuers(document)
        )
    root = Document.objects.get(slug=ROOT)
    Relation.objects.bulk_create(implementing(linked, root))
    fill_goals(linked)
