"""Records with every field filled, so that each filter has something to find.

The register itself leaves some fields open everywhere, others today and not tomorrow.
"""

from datetime import date
from typing import Any

from policies.choices import RelationType, StipInstrument, TermRole
from policies.common.fields import DatePrecision
from policies.models import Document, Provision
from tests.api.records import DOCUMENT_FACTORIES
from tests.factories import (
    make_agency,
    make_alias,
    make_citation,
    make_condition,
    make_decree,
    make_delegation,
    make_delegation_citation,
    make_event,
    make_example_value,
    make_indicator,
    make_law,
    make_measure,
    make_observation,
    make_person,
    make_platform,
    make_post,
    make_provision,
    make_relation,
    make_reported_state,
    make_source,
    make_statement,
    make_subject,
    make_succession,
    make_target,
    make_target_group,
    make_task,
    make_technology,
    make_term,
    make_unresolved_citation,
)

YEARS = (2031, 2032)


def fill() -> None:
    """Make two complete records of each kind, with values of their own."""
    for year in YEARS:
        law = make_law()
        article = make_provision(
            document=law,
            effective_on=date(year, 1, 1),
            ends_on=date(year, 6, 1),
            heading="Quỹ",
            heading_en="Fund",
        )
        make_provision(document=law, parent=article, level="clause")
        _documents(year)
        _relations(law, article)
        _agencies(year)
        _measures(year, law, article)
        _goals(year, law, article)
        _work(year, law, article)
    day = date(YEARS[0], 1, 1)
    for act in RelationType:
        make_relation(type=act, effective_on=day, until=date(YEARS[1], 1, 1))


def known(name: str, day: date) -> dict[str, Any]:
    """Give a day and how exactly it is known."""
    exact = DatePrecision.DAY if day.year % 2 else DatePrecision.YEAR
    return {f"{name}_on": day, f"{name}_precision": exact}


def _documents(year: int) -> None:
    for make_one in DOCUMENT_FACTORIES.values():
        document = make_one(
            effective_on=date(year, 2, 1),
            ends_on=date(year, 6, 1),
            gazette_number=f"{year} + 1",
            gazette_on=date(year, 3, 1),
            official_url=f"https://{year}.example/",
            co_issuers=[make_agency()],
            signers=[make_person()],
            subjects=[make_subject()],
        )
        make_alias(document=document, text=f"Văn bản {year}")


def _relations(law: Document, article: Provision) -> None:
    decree = make_decree()
    own = make_provision(document=decree)
    make_relation(
        source=decree,
        target=law,
        whole=False,
        source_provisions=[own],
        target_provisions=[article],
    )
    make_unresolved_citation(relation=make_relation())
    make_citation(document=law, field=f"field {law.slug}", note="Xem thêm.")
    make_delegation_citation(field=f"field {law.slug}", note="Xem thêm.")
    make_reported_state(document=law, reported_on=date(2031, 1, law.pk % 28 + 1))


def _agencies(year: int) -> None:
    day = date(year, 1, 1)
    agency = make_agency(
        url=f"https://{year}.example/",
        parent=make_agency(),
        **known("established", day),
        **known("dissolved", day),
    )
    make_succession(
        predecessor=agency, legal_basis=make_law(), **known("effective", day)
    )
    make_post(
        agency=agency,
        **known("starts", day),
        **known("ends", day),
        **known("attested", day),
    )
    make_subject(parent=make_subject())
    make_source(**known("published", day))
    make_platform(operator=agency, document=make_law(), **known("launched", day))
    make_event(
        **known("starts", day),
        ends_on=day,
        agencies=[agency],
        people=[make_person()],
        documents=[make_law()],
    )


def _measures(year: int, law: Document, article: Provision) -> None:
    measure = make_measure(
        document=law,
        provision=article,
        effective_on=date(year, 1, 1),
        until=date(year, 6, 1),
        stip_instrument=StipInstrument.values[year % 2],
        target_groups=[make_target_group()],
        agencies=[make_agency()],
        subjects=[make_subject()],
    )
    make_measure(held_instead=measure, held_reason="Nguồn kia chính thức.")
    term = make_term(
        measure=measure,
        provision=article,
        valid_from=date(year, 1, 1),
        valid_until=date(year, 6, 1),
    )
    make_term(measure=measure, held_instead=term, held_reason="Nguồn kia chính thức.")
    make_term(role=TermRole.RATE, lower_bound=year)
    make_condition(provision=article)
    make_example_value()
    make_delegation(
        document=law,
        provision=article,
        fulfilled_by=make_decree(),
        **known("due", date(year, 1, 1)),
    )


def _goals(year: int, law: Document, article: Provision) -> None:
    day, reason = date(year, 1, 1), "Nguồn kia chính thức."
    indicator = make_indicator(subjects=[make_subject()])
    target = make_target(
        indicator=indicator, document=law, provision=article, **known("due", day)
    )
    make_target(indicator=indicator, held_instead=target, held_reason=reason)
    seen = make_observation(
        indicator=indicator, agency=make_agency(), value=year, **known("period", day)
    )
    make_observation(indicator=indicator, held_instead=seen, held_reason=reason)


def _work(year: int, law: Document, article: Provision) -> None:
    day, reason = date(year, 1, 1), "Nguồn kia chính thức."
    make_task(
        group=make_task(),
        order=year,
        document=law,
        provision=article,
        event=make_event(),
        lead=make_agency(),
        cooperating=[make_agency()],
        subjects=[make_subject()],
        status_on=day,
        evidence="Báo cáo.",
        **known("due", day),
    )
    make_technology(
        group=make_technology(kind="group"),
        document=law,
        order=year,
        **known("priority", day),
    )
    said = make_statement(
        person=make_person(),
        document=law,
        event=make_event(),
        subjects=[make_subject()],
        **known("said", day),
    )
    make_statement(held_instead=said, held_reason=reason)
