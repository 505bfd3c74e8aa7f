"""What of a new OpenAPI document would break a client made from an older one.

Pure: two documents in, a list of breaks out. A break has a *subject* in the words of a
generated client, an operation ``listLaws``, its parameter ``listLaws(issuer)``, its
answer ``listLaws 200``, a component ``Law`` or its member ``Law.number``.

What a client sends may not be narrowed, what it receives may not be widened: a new
code in an answer is a break too, because generated enums refuse what they do not know.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from tests.contract.normal import Normal, component_of, normal
from tests.contract.whole import whole

Document = Mapping[str, Any]
Schema = Mapping[str, Any]

LOWER = ("minLength", "minItems", "minimum", "exclusiveMinimum", "minProperties")
UPPER = ("maxLength", "maxItems", "maximum", "exclusiveMaximum", "maxProperties")


class Way(Enum):
    """Which way a value goes, seen from the client."""

    SENT = auto()
    RECEIVED = auto()


@dataclass(frozen=True, order=True)
class Break:
    """One thing that would break a client: where, and what."""

    subject: str
    what: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.what}"


def breaks(before: Document, after: Document) -> list[Break]:
    """Find all breaks between two documents."""
    old, new = whole(dict(before)), whole(dict(after))
    found = {*_operations(old, new), *_components(old, new)}
    return sorted(found)


# --- Operations --------------------------------------------------------------------


def _operations(before: Document, after: Document) -> Iterator[Break]:
    for path, operations in before["paths"].items():
        for method, old in operations.items():
            name = old["operationId"]
            new = after["paths"].get(path, {}).get(method)
            if new is None:
                yield Break(name, f"{method.upper()} {path} is gone")
                continue
            if new["operationId"] != name:
                yield Break(name, f"is now called {new['operationId']}")
            if new.get("tags") != old.get("tags"):
                yield Break(name, f"moved from {old.get('tags')} to {new.get('tags')}")
            if new.get("security") and not old.get("security"):
                yield Break(name, "needs a key")
            yield from _parameters(name, old, new)
            yield from _body(name, old, new)
            yield from _answers(name, old, new)


def _parameters(name: str, old: Schema, new: Schema) -> Iterator[Break]:
    before, after = (
        {(one["in"], one["name"]): one for one in operation.get("parameters", ())}
        for operation in (old, new)
    )
    for key, one in before.items():
        subject = f"{name}({key[1]})"
        if key not in after:
            yield Break(subject, "parameter is gone")
            continue
        other = after[key]
        if any(one.get(how) != other.get(how) for how in ("style", "explode")):
            yield Break(subject, "is written otherwise")
        yield from _schema(subject, one["schema"], other["schema"], Way.SENT)
    for key, one in after.items():
        was_required = before.get(key, {}).get("required")
        if one.get("required") and not was_required:
            yield Break(f"{name}({key[1]})", "parameter must be given")


def _body(name: str, old: Schema, new: Schema) -> Iterator[Break]:
    before, after = old.get("requestBody"), new.get("requestBody")
    subject = f"{name} body"
    if before and not after:
        yield Break(subject, "is gone")
    if after and after.get("required") and not (before and before.get("required")):
        yield Break(subject, "must be given")
    if before and after:
        yield from _content(subject, before, after, Way.SENT)


def _answers(name: str, old: Schema, new: Schema) -> Iterator[Break]:
    for status, before in old["responses"].items():
        subject = f"{name} {status}"
        after = new["responses"].get(status)
        if after is None:
            yield Break(subject, "is no longer answered")
            continue
        yield from _content(subject, before, after, Way.RECEIVED)
        for header in before.get("headers", {}):
            if header not in after.get("headers", {}):
                yield Break(subject, f"header {header} is gone")


def _content(subject: str, before: Schema, after: Schema, way: Way) -> Iterator[Break]:
    old, new = before.get("content", {}), after.get("content", {})
    if old and new and next(iter(old)) in new and next(iter(old)) != next(iter(new)):
        yield Break(subject, f"{next(iter(old))} is no longer the first media type")
    for kind, media in old.items():
        if kind not in new:
            yield Break(subject, f"{kind} is gone")
        else:
            yield from _schema(subject, media["schema"], new[kind]["schema"], way)


# --- Components --------------------------------------------------------------------


def _components(before: Document, after: Document) -> Iterator[Break]:
    old, new = (one["components"]["schemas"] for one in (before, after))
    ways = {Way.SENT: sent(before), Way.RECEIVED: received(before)}
    for name, schema in old.items():
        if name not in new:
            yield Break(name, "component is gone")
            continue
        for way, names in ways.items():
            if name in names:
                yield from _schema(name, schema, new[name], way)


def sent(document: Document) -> set[str]:
    """Name the components that a client sends, at any depth."""
    roots = [
        part
        for operation in _each(document)
        for part in (operation.get("parameters"), operation.get("requestBody"))
    ]
    return _reached(document, roots)


def received(document: Document) -> set[str]:
    """Name the components that a client receives, at any depth."""
    return _reached(document, [one["responses"] for one in _each(document)])


def _each(document: Document) -> Iterator[Schema]:
    for path in document["paths"].values():
        yield from path.values()


def _reached(document: Document, roots: list[Any]) -> set[str]:
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, Mapping):
            name = component_of(node)
            if name and name not in found:
                found.add(name)
                waiting.append(document["components"]["schemas"][name])
            waiting.extend(node.values())
    return found


# --- Schemas -----------------------------------------------------------------------


def _schema(subject: str, old: Schema, new: Schema, way: Way) -> Iterator[Break]:
    before, after = normal(old), normal(new)
    if before.refs != after.refs:
        yield Break(subject, f"is {_named(after.refs)}, was {_named(before.refs)}")
    yield from _types(subject, before, after, way)
    yield from _codes(subject, before, after, way)
    for rule in ("format", "pattern"):
        was, is_ = before.rules.get(rule), after.rules.get(rule)
        relaxed = way is Way.SENT and is_ is None
        if was != is_ and not relaxed:
            yield Break(subject, f"{rule} is {is_}, was {was}")
    if way is Way.SENT:
        yield from _bounds(subject, before, after)
    yield from _members(subject, before, after, way)
    if before.items is not None and after.items is not None:
        yield from _schema(subject, before.items, after.items, way)
    if before.others is not None and after.others is not None:
        yield from _schema(f"{subject}.*", before.others, after.others, way)


def _named(refs: frozenset[str]) -> str:
    return " or ".join(sorted(refs)) or "no component"


def _types(subject: str, before: Normal, after: Normal, way: Way) -> Iterator[Break]:
    if way is Way.SENT:
        lost = (before.types or {"anything"}) - (after.types or before.types)
        if after.types and lost:
            yield Break(subject, f"may no longer be {', '.join(sorted(lost))}")
    elif after.types - before.types or (before.types and not after.types):
        gained = sorted(after.types - before.types) or ["anything"]
        yield Break(subject, f"may now be {', '.join(gained)}")
    elif before.types - after.types - {"null"}:
        lost_types = sorted(before.types - after.types)
        yield Break(subject, f"is never {', '.join(lost_types)}")


def _codes(subject: str, before: Normal, after: Normal, way: Way) -> Iterator[Break]:
    old, new = before.codes, after.codes
    if way is Way.SENT and new is not None:
        gone = ["anything else"] if old is None else sorted(old - new)
        if gone:
            yield Break(subject, f"no longer takes {', '.join(gone)}")
    if way is Way.RECEIVED and old is not None:
        added = ["anything else"] if new is None else sorted(new - old)
        if added:
            yield Break(subject, f"may now be {', '.join(added)}")


def _bounds(subject: str, before: Normal, after: Normal) -> Iterator[Break]:
    for rules, tighter in ((LOWER, 1), (UPPER, -1)):
        for rule in rules:
            was, is_ = before.rules.get(rule), after.rules.get(rule)
            if is_ is not None and (was is None or (is_ - was) * tighter > 0):
                yield Break(subject, f"{rule} is {is_}, was {was}")
    if after.rules.get("uniqueItems") and not before.rules.get("uniqueItems"):
        yield Break(subject, "takes no value twice")


def _members(subject: str, before: Normal, after: Normal, way: Way) -> Iterator[Break]:
    for name, schema in before.properties.items():
        member = f"{subject}.{name}"
        if name not in after.properties:
            yield Break(member, "member is gone")
        else:
            yield from _schema(member, schema, after.properties[name], way)
    if way is Way.SENT:
        for name in after.required - before.required:
            yield Break(f"{subject}.{name}", "member must be given")
    else:
        for name in (before.required - after.required) & {*after.properties}:
            yield Break(f"{subject}.{name}", "member is not always there")
