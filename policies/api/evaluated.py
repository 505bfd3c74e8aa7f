"""Writing what an evaluation found as ``EvaluatedShape`` says."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from policies.api.found import document_ref
from policies.api.sourced import Cited
from policies.common.api.rows import JSONRecord, decimal_text, utc_text
from policies.common.clocks import known_time
from policies.common.codes import CodeList
from policies.common.wording import wording
from policies.models import Provision, TargetGroup
from policies.rules.evaluation import (
    ENGINE,
    RULE,
    Amount,
    Finding,
    Judged,
    RuleInput,
    RuleTerm,
    Step,
    places_of,
    plain,
)
from policies.services.evaluating import Promise

SEPARATORS = {"vi": (".", ","), "en": (",", ".")}


def labelled(name: str, code: CodeList) -> JSONRecord:
    """Give a code with its labels in both languages."""
    words = wording(code)
    return {name: code.value, f"{name}_label": words.vi, f"{name}_label_en": words.en}


def written(
    promise: Promise, told: Mapping[str, Any], day: date, finding: Finding, cited: Cited
) -> JSONRecord:
    """Write one evaluation."""
    measure, rule = promise.measure, promise.rule
    return {
        "measure": measure_ref(measure),
        "as_of": day,
        "known_at": utc_text(known_time()),
        **labelled("outcome", finding.outcome),
        **labelled("reason", finding.reason),
        "basis": _basis(promise, day),
        "rule": {
            "kind": measure.rule_kind or None,
            "version": utc_text(promise.version),
            "engine": ENGINE,
        },
        "inputs": [_given(one, told) for one in rule.inputs] if rule else [],
        "conditions": [_judged(one) for one in finding.conditions],
        "amounts": [_amount(one) for one in finding.amounts],
        "rounding": _rounding(finding),
        "steps": [_step(one) for one in finding.steps],
        "terms": [term_used(one) for one in finding.used],
        "missing": [term_used(one) for one in finding.missing],
        "citations": _citations(promise, finding, cited),
    }


def measure_ref(measure: Any) -> JSONRecord:
    """Name a measure as ``MeasureRef`` does."""
    return {
        "slug": measure.slug,
        "title": measure.title,
        "title_en": measure.title_en or None,
    }


def provision_ref(provision: Provision | None) -> JSONRecord | None:
    """Name a provision as ``ProvisionRef`` does."""
    if provision is None:
        return None
    return {
        "slug": provision.slug,
        "eid": provision.eid,
        "heading": provision.heading or None,
        "heading_en": provision.heading_en or None,
    }


def group_ref(group: TargetGroup | None) -> JSONRecord | None:
    """Name a target group as ``TargetGroupRef`` does."""
    if group is None:
        return None
    return {"slug": group.slug, "name": group.name, "name_en": group.name_en or None}


def _basis(promise: Promise, day: date) -> JSONRecord:
    measure, duration = promise.measure, promise.duration
    interval = promise.interval_on(day)
    return {
        "document": document_ref(measure.document) if measure.document else None,
        "provision": provision_ref(measure.provision),
        "legal_state": interval.state if interval else None,
        "starts_on": duration.starts_on,
        "started_by": duration.started_by.value if duration.started_by else None,
        "until": duration.until,
    }


def _given(one: RuleInput, told: Mapping[str, Any]) -> JSONRecord:
    given = told[one.name]
    return {
        **{name: given.get(name) for name in ("value", "unit", "day", "answer")},
        "name": one.name,
        "label": one.label,
        "label_en": one.label_en or None,
        "kind": one.kind.value,
    }


def _compared(value: Decimal | date | bool | None) -> JSONRecord | None:  # noqa: FBT001
    if value is None:
        return None
    number = decimal_text(value) if isinstance(value, Decimal) else None
    return {
        "value": number,
        "day": value if isinstance(value, date) else None,
        "answer": value if isinstance(value, bool) else None,
    }


def _judged(one: Judged) -> JSONRecord:
    condition = one.condition
    record = condition.record
    provision = record.provision or (one.term.record.provision if one.term else None)
    return {
        "slug": condition.slug,
        "label": record.label,
        "label_en": record.label_en or None,
        "kind": condition.kind.value,
        "group": condition.group,
        "comparator": condition.comparator.value if condition.comparator else None,
        "expected": _compared(one.expected),
        "actual": _compared(one.actual),
        "unit": one.unit.value if one.unit else None,
        "passed": one.passed,
        "term": one.term.slug if one.term else None,
        "provision": provision_ref(provision),
    }


def _amount(one: Amount) -> JSONRecord:
    term = one.term.record if one.term else None
    return {
        "term": term.slug if term else None,
        "beneficiary": group_ref(term.beneficiary if term else None),
        "base": (term.base or None) if term else None,
        "base_en": (term.base_en or None) if term else None,
        "comparator": one.comparator.value,
        "value": decimal_text(one.value),
        "unit": one.unit.value,
        "exact": plain(one.exact),
        "bound": one.bound.value,
        "takes_remainder": one.takes_remainder,
    }


def _rounding(finding: Finding) -> JSONRecord | None:
    if not finding.amounts:
        return None
    last = [one for one in finding.amounts if one.takes_remainder and one.term]
    return {
        "rule": RULE,
        "places": places_of(finding.amounts[0].unit),
        "remainder_to": last[0].term.slug if last and last[0].term else None,
    }


def _step(one: Step) -> JSONRecord:
    words = wording(one.kind)
    return {
        "kind": one.kind.value,
        "term": one.term.slug if one.term else None,
        "words": words.vi.format(**_numbers(one, "vi")),
        "words_en": words.en.format(**_numbers(one, "en")),
    }


def _numbers(one: Step, language: str) -> dict[str, str]:
    return {name: grouped(value, language) for name, value in one.values.items()}


def grouped(value: Decimal, language: str) -> str:
    """Write a number for people: 1.234.567,8 in Vietnamese, 1,234,567.8 in English."""
    thousands, point = SEPARATORS[language]
    whole, _, rest = plain(value).partition(".")
    text = f"{int(whole):,}".replace(",", thousands)
    return f"{text}{point}{rest}" if rest else text


def term_used(one: RuleTerm) -> JSONRecord:
    """Write a quantity with its version, as ``UsedTermShape`` says."""
    record = one.record
    return {
        "slug": one.slug,
        "role": one.role.value,
        "base": record.base or None,
        "base_en": record.base_en or None,
        "comparator": one.comparator.value,
        "value": decimal_text(one.value),
        "unit": one.unit.value,
        "valid_from": one.valid_from,
        "valid_until": one.valid_until,
        "provision": provision_ref(record.provision),
        "version": utc_text(one.version),
    }


def _citations(promise: Promise, finding: Finding, cited: Cited) -> list[JSONRecord]:
    """Give who says so: of the measure, and of each quantity used or missing."""
    measure = promise.measure
    terms = dict.fromkeys((*finding.used, *finding.missing))
    found = list(cited.get(("measure", measure.pk), []))
    for one in terms:
        found += cited.get(("term", one.record.pk), [])
    return found
