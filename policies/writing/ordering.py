"""The order in which rows are written: what others refer to comes first."""

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter

from policies.common.collections import Collection
from policies.common.registry import registered
from policies.writing.members import referred_model, slugs_of, written_members
from policies.writing.row import Row


def loading_order() -> list[Collection]:
    """Give the collections with a table of their own, referred-to ones first."""
    by_model = {one.model: one for one in registered() if not one.model._meta.proxy}
    graph = {
        model: {
            field.related_model
            for field in [*model._meta.fields, *model._meta.many_to_many]
            if field.related_model in by_model and field.related_model is not model
        }
        for model in by_model
    }
    return [by_model[model] for model in TopologicalSorter(graph).static_order()]


def in_order(rows: Sequence[Row]) -> tuple[list[Row], list[list[Row]]]:
    """Order rows of one table by what they refer to in it; give circles apart."""
    by_slug = {row.slug: row for row in rows if row.slug}
    graph = {
        row: [by_slug[one] for one in above(row) if one in by_slug] for row in rows
    }
    circles: list[list[Row]] = []
    while True:
        try:
            return list(TopologicalSorter(graph).static_order()), circles
        except CycleError as error:
            circle: list[Row] = list(error.args[1][:0:-1])
            circles.append(circle)
            graph = without(graph, circle)


def above(row: Row) -> list[str]:
    """Give the public ids of the same table that a row stands under."""
    table = row.model
    return [
        slug
        for name, field in written_members(row.shape).items()
        if referred_model(field) is table
        for slug in slugs_of(row.data.get(name))
    ]


def without(graph: dict[Row, list[Row]], circle: Sequence[Row]) -> dict[Row, list[Row]]:
    """Take rows out of a graph."""
    gone = set(circle)
    return {
        row: [one for one in those if one not in gone]
        for row, those in graph.items()
        if row not in gone
    }
