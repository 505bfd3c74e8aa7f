"""The lineage of a document, on the real register and on made-up ones."""

from datetime import date
from itertools import pairwise
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as PropertyTestCase

from policies.api import attached, lineage
from policies.choices import RelationType
from policies.common.models import RecordState
from policies.models import Document, Relation
from policies.serializers.lineage import attachable
from tests.api.calls import PROBLEM, JSONRecord, ask
from tests.contract.validation import violations
from tests.factories import (
    make_decree,
    make_delegation,
    make_document,
    make_event,
    make_law,
    make_measure,
    make_relation,
)

ROOT = "57-nq-tw"
PILOT = "193-2025-qh15"


def walked(slug: str, query: str = "") -> JSONRecord:
    """Ask for a lineage, and hold it to the schema."""
    answer = ask(f"documents/{slug}/lineage/", query)
    if answer.status != 200:
        raise AssertionError(answer.content)
    broken = violations("Lineage", answer.body)
    if broken:
        raise AssertionError(broken)
    body: JSONRecord = answer.body
    return body


def placed(body: JSONRecord) -> dict[str, tuple[str, int]]:
    """Say where each document stands and how near."""
    return {
        node["document"]["slug"]: (node["place"], node["depth"])
        for node in body["nodes"]
    }


def chain_of(*documents: Document, kind: str = RelationType.DETAILS) -> None:
    """Let each document act on the one before it."""
    for target, source in pairwise(documents):
        make_relation(source=source, target=target, type=kind)


class RegisterTests(TestCase):
    """The chain of Resolution 57-NQ/TW as it stands in the register."""

    def test_down_from_resolution_57_lie_laws_and_their_decrees(self) -> None:
        found = placed(walked(ROOT, "direction=down"))
        self.assertEqual(("root", 0), found[ROOT])
        self.assertEqual(("down", 1), found[PILOT])
        self.assertEqual(("down", 1), found["93-2025-qh15"])
        self.assertEqual(("down", 2), found["262-2025-nd-cp"])

    def test_up_from_a_decree_lies_resolution_57(self) -> None:
        found = placed(walked("262-2025-nd-cp", "direction=up"))
        self.assertEqual(("up", 1), found["93-2025-qh15"])
        self.assertEqual(("up", 2), found[ROOT])
        self.assertNotIn("263-2025-nd-cp", found)

    def test_both_ways_are_walked_unless_said_otherwise(self) -> None:
        found = placed(walked("93-2025-qh15"))
        self.assertEqual(("up", 1), found[ROOT])
        self.assertEqual(("down", 1), found["262-2025-nd-cp"])

    def test_an_edge_leads_from_the_acting_document_in_both_wordings(self) -> None:
        edges = walked("93-2025-qh15")["edges"]
        found = next(
            e for e in edges if e["relation"] == "93-2025-qh15-implements-57-nq-tw"
        )
        self.assertEqual(("93-2025-qh15", ROOT), (found["source"], found["target"]))
        self.assertEqual("Triển khai, thể chế hóa", found["wording"])
        self.assertEqual("Implements", found["wording_en"])
        self.assertEqual("được triển khai, thể chế hóa bởi", found["inverse_wording"])
        self.assertEqual("is implemented by", found["inverse_wording_en"])

    def test_only_the_relations_named_are_followed(self) -> None:
        found = walked("80-2015-qh13", "relation=replaces&relation=amends")
        self.assertIn("64-2025-qh15", placed(found))
        types = {edge["type"] for edge in found["edges"]}
        self.assertLessEqual(types, {"replaces", "amends"})
        self.assertNotIn("64-2025-qh15", placed(walked("80-2015-qh13")))

    def test_the_real_chain_is_complete_at_the_usual_depth(self) -> None:
        body = walked(ROOT)
        self.assertEqual((True, []), (body["complete"], body["cut"]))

    def test_measures_and_delegations_are_attached_on_request(self) -> None:
        plain = walked(ROOT, "direction=down")
        self.assertEqual([], [n for n in plain["nodes"] if n["attached"]])
        body = walked(ROOT, "direction=down&attach=measures,delegations")
        found = {r["collection"] for n in body["nodes"] for r in n["attached"]}
        self.assertEqual({"measures", "delegations"}, found)
        for node in body["nodes"]:
            for record in node["attached"]:
                own = ask(f"{record['collection']}/{record['slug']}/").body
                self.assertEqual(node["document"], own["document"])


class DayTests(TestCase):
    """A lineage as it stood on a day."""

    def test_a_law_joins_the_chain_on_the_day_it_takes_effect(self) -> None:
        before = placed(walked(ROOT, "direction=down&as_of=2025-09-30"))
        after = placed(walked(ROOT, "direction=down&as_of=2025-10-01"))
        self.assertIn(PILOT, before)
        self.assertNotIn("93-2025-qh15", before)
        self.assertIn("93-2025-qh15", after)

    def test_the_legal_state_is_that_of_the_day(self) -> None:
        for day, state in (
            ("2025-02-18", "not_yet_in_force"),
            ("2025-02-19", "in_force"),
        ):
            nodes = walked(PILOT, f"as_of={day}")["nodes"]
            with self.subTest(day):
                self.assertEqual(state, nodes[0]["legal_state"]["state"])

    def test_what_lies_behind_a_relation_not_in_effect_is_not_reached(self) -> None:
        top, middle, low = make_law(), make_document(), make_document()
        make_relation(source=middle, target=top, effective_on=date(2030, 1, 1))
        make_relation(source=low, target=middle, effective_on=date(2029, 1, 1))
        self.assertEqual({top.slug}, set(placed(walked(top.slug, "as_of=2029-12-31"))))
        self.assertEqual(3, len(placed(walked(top.slug, "as_of=2030-01-01"))))

    def test_a_relation_ends_on_its_until(self) -> None:
        law, decree = make_law(), make_document()
        days = {"effective_on": date(2030, 1, 1), "until": date(2031, 1, 1)}
        make_relation(source=decree, target=law, **days)
        for day, there in (("2029-12-31", 0), ("2030-12-31", 1), ("2031-01-01", 0)):
            with self.subTest(day):
                edges = walked(law.slug, f"as_of={day}")["edges"]
                self.assertEqual(there, len(edges))

    def test_the_day_of_effect_and_then_of_issue_stand_in(self) -> None:
        law = make_law()
        make_relation(
            source=make_document(
                issued_on=date(2025, 1, 1), effective_on=date(2025, 3, 1)
            ),
            target=law,
        )
        make_relation(source=make_document(issued_on=date(2025, 2, 1)), target=law)
        make_relation(source=make_document(issued_on=None), target=law)
        counts = [
            len(walked(law.slug, f"as_of={day}")["edges"])
            for day in ("2025-01-31", "2025-02-01", "2025-03-01")
        ]
        self.assertEqual([0, 1, 2], counts)
        self.assertEqual(3, len(walked(law.slug)["edges"]))

    def test_a_draft_does_not_act_on_any_day(self) -> None:
        law = make_law()
        draft = make_document(stage="drafting")
        make_relation(source=draft, target=law, effective_on=date(2030, 1, 1))
        self.assertEqual([], walked(law.slug, "as_of=2031-01-01")["edges"])
        self.assertEqual(1, len(walked(law.slug)["edges"]))


class BoundTests(TestCase):
    """Circles, depths and sizes."""

    def test_a_circle_is_walked_once(self) -> None:
        one, two, three = make_document(), make_document(), make_document()
        chain_of(one, two, three, one, kind=RelationType.BASED_ON)
        body = walked(one.slug, "depth=10")
        self.assertEqual(
            {one.slug: ("root", 0), two.slug: ("both", 1), three.slug: ("both", 1)},
            placed(body),
        )
        self.assertEqual(3, len(body["edges"]))
        self.assertTrue(body["complete"])

    def test_the_depth_bounds_the_walk_and_says_so(self) -> None:
        documents = [make_document() for _ in range(6)]
        chain_of(*documents)
        root = documents[0].slug
        for depth, complete in ((1, False), (4, False), (5, True), (10, True)):
            body = walked(root, f"depth={depth}")
            with self.subTest(depth):
                self.assertEqual(min(depth, 5) + 1, len(body["nodes"]))
                self.assertEqual(complete, body["complete"])
                self.assertEqual([] if complete else ["depth"], body["cut"])

    def test_too_many_documents_are_cut_and_it_says_so(self) -> None:
        law = make_law()
        for _ in range(4):
            make_relation(source=make_document(), target=law)
        for most, cut in ((4, ["nodes"]), (5, [])):
            with self.subTest(most), patch.object(lineage, "MOST_NODES", most):
                body = walked(law.slug)
                self.assertEqual(most, len(body["nodes"]))
                self.assertEqual(most - 1, len(body["edges"]))
                self.assertEqual((not cut, cut), (body["complete"], body["cut"]))

    def test_too_many_attached_records_are_cut_and_it_says_so(self) -> None:
        law = make_law()
        for _ in range(3):
            make_measure(document=law)
        for most, cut in ((2, ["attached"]), (3, [])):
            with self.subTest(most), patch.object(attached, "MOST_ATTACHED", most):
                body = walked(law.slug, "attach=measures")
                self.assertEqual(most, len(body["nodes"][0]["attached"]))
                self.assertEqual(cut, body["cut"])

    def test_the_number_of_queries_does_not_depend_on_depth(self) -> None:
        documents = [make_document() for _ in range(8)]
        chain_of(*documents)
        for depth in (1, 4, 10):
            query = f"depth={depth}&as_of=2025-12-31"
            with self.subTest(depth), CaptureQueriesContext(connection) as captured:
                walked(documents[0].slug, query)
                self.assertEqual(5, len(captured))

    def test_each_attached_collection_costs_one_query(self) -> None:
        names = list(attachable())
        self.assertIn("delegations", names)
        with CaptureQueriesContext(connection) as captured:
            walked(ROOT, f"attach={','.join(names)}")
        self.assertEqual(5 + len(names), len(captured))


class PublicTests(TestCase):
    """Only what is published is walked, met or attached."""

    def test_a_document_or_relation_that_is_not_public_ends_the_way(self) -> None:
        for hidden in ("middle", "relation"):
            top, middle, low = make_law(), make_document(), make_document()
            relation = make_relation(source=middle, target=top)
            make_relation(source=low, target=middle)
            table, record = (
                (Document, middle) if hidden == "middle" else (Relation, relation)
            )
            for state in ("draft", "in_review", "withdrawn"):
                table.objects.filter(pk=record.pk).update(state=state)
                with self.subTest(hidden, state=state):
                    self.assertEqual([top.slug], list(placed(walked(top.slug))))

    def test_an_attached_record_is_public(self) -> None:
        law = make_law()
        shown = make_measure(document=law)
        make_measure(document=law, state=RecordState.DRAFT)
        records = walked(law.slug, "attach=measures")["nodes"][0]["attached"]
        self.assertEqual([shown.slug], [record["slug"] for record in records])

    def test_a_record_stands_on_each_of_its_documents(self) -> None:
        law, decree, other = make_law(), make_decree(), make_law()
        make_relation(source=decree, target=law)
        event = make_event(documents=[law, decree, other])
        delegation = make_delegation(document=law)
        nodes = walked(law.slug, "attach=events,delegations")["nodes"]
        found = [[record["slug"] for record in node["attached"]] for node in nodes]
        self.assertEqual([[event.slug, delegation.slug], [event.slug]], found)

    def test_a_document_that_is_not_public_has_no_lineage(self) -> None:
        hidden = make_law(state=RecordState.DRAFT)
        for slug in (hidden.slug, "no-such-document", "No Slug", "a" * 201):
            answer = ask(f"documents/{slug}/lineage/")
            with self.subTest(slug):
                self.assertEqual((404, PROBLEM), (answer.status, answer.type))


class StrictTests(TestCase):
    """What is asked wrongly is refused in words."""

    def test_a_wrong_parameter_is_named(self) -> None:
        for query, name, code in (
            ("direction=sideways", "direction", "malformed"),
            ("direction=up&direction=down", "direction", "repeated"),
            ("relation=eats", "relation", "malformed"),
            ("relation=", "relation", "empty"),
            ("depth=0", "depth", "malformed"),
            ("depth=11", "depth", "malformed"),
            ("depth=two", "depth", "malformed"),
            ("as_of=2025-02-30", "as_of", "malformed"),
            ("attach=relations", "attach", "malformed"),
            ("attach=measures,", "attach", "empty"),
            ("attach=measures,measures", "attach", "repeated"),
            ("attach=measures&attach=events", "attach", "repeated"),
            ("deep=3", "deep", "unknown_parameter"),
        ):
            answer = ask(f"documents/{ROOT}/lineage/", query)
            with self.subTest(query):
                self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                faults = [(f["parameter"], f["code"]) for f in answer.body["errors"]]
                self.assertEqual([(name, code)], faults)

    def test_what_can_be_attached_is_listed(self) -> None:
        answer = ask(f"documents/{ROOT}/lineage/", "attach=laws")
        allowed = answer.body["errors"][0]["allowed"]
        self.assertLessEqual({"measures", "delegations", "tasks"}, set(allowed))


Graph = set[tuple[int, int]]
SIZE = 7
numbers = st.integers(0, SIZE - 1)
graphs = st.sets(
    st.tuples(numbers, numbers).filter(lambda pair: pair[0] != pair[1]), max_size=16
)


def reached(graph: Graph, root: int, *, up: bool, depth: int) -> dict[int, int]:
    """Walk a graph of (source, target) in breadth, in plain Python."""
    found, border = {root: 0}, [root]
    for step in range(1, depth + 1):
        following = [
            target if up else source
            for source, target in sorted(graph)
            if (source if up else target) in border
        ]
        border = [number for number in following if number not in found]
        found |= dict.fromkeys(border, step)
    return found


class GraphProperties(PropertyTestCase):
    """Any graph of documents is walked as one would by hand."""

    documents: list[Document]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.documents = [make_document() for _ in range(SIZE)]

    @settings(max_examples=60, deadline=None)
    @given(
        graph=graphs,
        root=numbers,
        depth=st.integers(1, 4),
        way=st.sampled_from(["up", "down", "both"]),
    )
    def test_the_nodes_and_edges_are_those_of_a_walk_by_hand(
        self, graph: Graph, root: int, depth: int, way: str
    ) -> None:
        slugs = [document.slug for document in self.documents]
        Relation.objects.bulk_create(
            Relation(
                slug=f"edge-{source}-{target}",
                source=self.documents[source],
                target=self.documents[target],
                type=RelationType.BASED_ON,
                state=RecordState.PUBLISHED,
            )
            for source, target in graph
        )
        sides = [side for side in ("up", "down") if way in {side, "both"}]
        far = {s: reached(graph, root, up=s == "up", depth=depth + 1) for s in sides}
        near: dict[int, tuple[str, int]] = {}
        for side in sides:
            for number, steps in far[side].items():
                if steps <= depth:
                    met, least = near.get(number, (side, steps))
                    near[number] = (side if met == side else "both", min(least, steps))
        near[root] = ("root", 0)
        body: Any = walked(slugs[root], f"direction={way}&depth={depth}")
        self.assertEqual({slugs[n]: place for n, place in near.items()}, placed(body))
        edges = {(e["source"], e["target"]) for e in body["edges"]}
        wanted = {(slugs[s], slugs[t]) for s, t in graph if {s, t} <= near.keys()}
        self.assertEqual(wanted, edges)
        deeper = any(depth + 1 in steps.values() for steps in far.values())
        self.assertEqual(not deeper, body["complete"])
