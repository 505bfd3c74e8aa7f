"""Agencies, persons, subjects and sources."""

from typing import Any

from policies.choices import AgencyKind, Language, SourceKind, SuccessionKind
from policies.models import (
    Agency,
    AgencySuccession,
    Person,
    Post,
    Source,
    Subject,
    TargetGroup,
)
from tests.factories.base import next_number, saved


def make_agency(**over: Any) -> Agency:
    """Make a ministry without a code, so that any document may be its own."""
    return saved(
        Agency,
        over,
        name="Bộ Khoa học và Công nghệ",
        name_en="Ministry of Science and Technology",
        kind=AgencyKind.MINISTRY,
    )


def the_agency(code: str, name: str, kind: AgencyKind) -> Agency:
    """Give the one agency of a code, made at first use."""
    known = Agency.objects.filter(code=code).first()
    return known or make_agency(code=code, name=name, name_en="", kind=kind)


def government() -> Agency:
    """Give the Government, which issues decrees."""
    return the_agency("CP", "Chính phủ", AgencyKind.GOVERNMENT)


def prime_minister() -> Agency:
    """Give the Prime Minister, who issues decisions."""
    return the_agency("TTg", "Thủ tướng Chính phủ", AgencyKind.GOVERNMENT)


def national_assembly() -> Agency:
    """Give the National Assembly, which passes laws and resolutions."""
    return the_agency("QH", "Quốc hội", AgencyKind.LEGISLATURE)


def politburo() -> Agency:
    """Give the Politburo, which issued Resolution 57-NQ/TW."""
    return the_agency("BCT-TW", "Bộ Chính trị", AgencyKind.PARTY_ORGAN)


def ministry() -> Agency:
    """Give the Ministry of Science and Technology, which issues circulars."""
    return the_agency("BKHCN", "Bộ Khoa học và Công nghệ", AgencyKind.MINISTRY)


def make_succession(**over: Any) -> AgencySuccession:
    """Make a merger of one agency into another, on a known day."""
    return saved(
        AgencySuccession,
        over,
        predecessor=make_agency,
        successor=make_agency,
        kind=SuccessionKind.MERGED,
        effective_on="2025-03-01",
        effective_precision="day",
    )


def make_person(**over: Any) -> Person:
    """Make somebody in public office."""
    return saved(Person, over, name="Nguyễn Chí Dũng", name_en="Nguyen Chi Dung")


def make_post(**over: Any) -> Post:
    """Make an office that a person holds in an agency."""
    return saved(
        Post, over, person=make_person, agency=make_agency, title="Phó Thủ tướng"
    )


def make_subject(**over: Any) -> Subject:
    """Make a topic of the vocabulary."""
    return saved(Subject, over, name="Khoa học và công nghệ", name_en="Science")


def make_target_group(**over: Any) -> TargetGroup:
    """Make somebody a measure is meant for."""
    return saved(TargetGroup, over, name="Nhà khoa học", name_en="Researchers")


def make_source(**over: Any) -> Source:
    """Make a page with an address of its own."""
    return saved(
        Source,
        over,
        title="Nghị quyết số 57-NQ/TW",
        publisher="Cổng thông tin điện tử Chính phủ",
        kind=SourceKind.OFFICIAL_TEXT,
        language=Language.VI,
        url=f"https://example.vn/{next_number()}",
    )
