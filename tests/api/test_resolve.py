"""The resolver's address: what it takes, what it refuses, what it costs."""

from typing import Any

import orjson
from django.test import TestCase

from policies import choices
from policies.models import Document, DocumentAlias, Provision
from policies.rules.citations import (
    PROVISION_WORDS,
    REASON_WORDS,
    REMARK_WORDS,
    Outcome,
    ProvisionOutcome,
    Reason,
    Remark,
)
from tests.api.calls import CLIENT, JSON, PROBLEM, Answer, ask


def post(body: Any, *, query: str = "", kind: str = JSON) -> Answer:
    """Post a body to the resolver; what is not bytes is written as JSON."""
    content = body if isinstance(body, bytes) else orjson.dumps(body)
    found = CLIENT.post(f"/api/v1/resolve/{query}", data=content, content_type=kind)
    return Answer(found.status_code, found.headers["Content-Type"], found.content)


def pointers(answer: Answer) -> set[tuple[str, str]]:
    """Give the pointer and code of every fault."""
    return {(one["pointer"], one["code"]) for one in answer.body["errors"]}


class ResolveTests(TestCase):
    """Citations asked for by query and by body."""

    def test_a_query_takes_several_citations_in_their_order(self) -> None:
        forms = ["57-NQ/TW", "abc", "93/2025/QH15"]
        answer = ask("resolve/", [("citation", form) for form in forms])
        self.assertEqual(200, answer.status)
        self.assertEqual(forms, [one["citation"] for one in answer.body["results"]])

    def test_a_body_gives_the_same_as_a_query(self) -> None:
        forms = ["khoản 3 Điều 73 Luật 93/2025/QH15", "71/NQ-CP", "Luật KHCN", "???"]
        asked = ask("resolve/", [("citation", form) for form in forms])
        self.assertEqual(asked.body, post({"citations": forms}).body)

    def test_an_answer_does_not_depend_on_its_neighbours(self) -> None:
        forms = ["Luật KHCN", "Luật Công nghệ cao", "57", "266/2025/NĐ-CP", "71/NQ-CP"]
        together = post({"citations": forms}).body["results"]
        alone = [post({"citations": [one]}).body["results"][0] for one in forms]
        self.assertEqual(alone, together)

    def test_it_says_what_it_understood(self) -> None:
        text = "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"
        (answer,) = post({"citations": [text]}).body["results"]
        understood = answer["understood"]
        self.assertEqual("57-NQ/TW", understood["number"])
        self.assertEqual(2024, understood["year"])
        self.assertEqual("2024-12-22", understood["date"])
        self.assertEqual("BCT-TW", understood["issuer"])
        self.assertIn("party_resolution", understood["kinds"])

    def test_the_number_of_queries_is_the_same_for_one_and_a_hundred(self) -> None:
        with self.assertNumQueries(3):
            post({"citations": ["khoản 3 Điều 73 Luật 93/2025/QH15"]})
        forms = [f"Điều {n} Luật 93/2025/QH15" for n in range(1, 50)]
        forms += [f"Luật số {n} về thử nghiệm" for n in range(51)]
        with self.assertNumQueries(3):
            self.assertEqual(200, post({"citations": forms}).status)

    def test_what_is_not_public_is_not_found(self) -> None:
        Document.objects.filter(slug="93-2025-qh15").update(state="withdrawn")
        DocumentAlias.objects.filter(text__in=["Khoán 10", "Khoan 10"]).update(
            state="draft"
        )
        Provision.objects.filter(slug="193-2025-qh15-art-11").update(state="draft")
        forms = [
            *("93/2025/QH15", "Law on Science, Technology and Innovation"),
            *("Khoán 10", "Điều 11 Nghị quyết 193/2025/QH15"),
        ]
        answers = post({"citations": forms}).body["results"]
        self.assertEqual(
            ["not_found", "not_found", "not_found", "resolved"],
            [one["outcome"] for one in answers],
        )
        self.assertEqual("not_in_register", answers[3]["provision"]["outcome"])

    def test_point_d_without_accents_is_remarked(self) -> None:
        (answer,) = post(
            {"citations": ["diem d khoan 2 dieu 5 luat 93/2025/qh15"]}
        ).body["results"]
        self.assertEqual("art_5__cl_2__pt_d", answer["provision"]["eid"])
        self.assertEqual(["point_d"], [one["code"] for one in answer["remarks"]])

    def test_an_impossible_day_never_resolves(self) -> None:
        (answer,) = post({"citations": ["57-NQ/TW ngày 31/02/2024"]}).body["results"]
        self.assertEqual("ambiguous", answer["outcome"])
        self.assertEqual(
            ["date_impossible"], [one["code"] for one in answer["remarks"]]
        )


class RefusalTests(TestCase):
    """What the resolver refuses, each with where and why."""

    def test_a_query_without_a_citation_is_refused(self) -> None:
        for query, code in (
            ("", "missing"),
            ("citation=", "empty"),
            (f"citation={'x' * 501}", "malformed"),
            ("citation=%00", "unclean"),
            ("&".join(["citation=57"] * 101), "too_many"),
        ):
            with self.subTest(query[:40]):
                answer = ask("resolve/", query)
                self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                self.assertEqual([code], [one["code"] for one in answer.body["errors"]])

    def test_an_unknown_parameter_is_refused_beside_a_body_too(self) -> None:
        answer = post({"citations": ["57"]}, query="?citation=57")
        self.assertEqual(400, answer.status)
        self.assertEqual("unknown_parameter", answer.body["errors"][0]["code"])

    def test_each_wrong_member_is_pointed_at(self) -> None:
        wrong = ["57", 5, None, "", " ", True, {"a": 1}, ["57"], "x" * 501, "a\ufffd"]
        answer = post({"citations": wrong})
        self.assertEqual((400, PROBLEM), (answer.status, answer.type))
        self.assertEqual(
            {
                *{("/citations/1", "invalid"), ("/citations/2", "null")},
                *{("/citations/3", "blank"), ("/citations/4", "blank")},
                *{("/citations/5", "invalid"), ("/citations/6", "invalid")},
                *{("/citations/7", "invalid"), ("/citations/8", "max_length")},
                ("/citations/9", "unclean"),
            },
            pointers(answer),
        )

    def test_characters_that_no_text_has_are_refused(self) -> None:
        for text in ("\\u0000", "\\ud800", "\\u0001", "\\ufffe"):
            with self.subTest(text):
                answer = post(f'{{"citations": ["57{text}"]}}'.encode())
                self.assertEqual({("/citations/0", "unclean")}, pointers(answer))

    def test_a_body_of_another_form_is_refused(self) -> None:
        cases: tuple[tuple[Any, str, str], ...] = (
            ({}, "/citations", "required"),
            ({"citations": "57"}, "/citations", "not_a_list"),
            ({"citations": {"0": "57"}}, "/citations", "not_a_list"),
            ({"citations": None}, "/citations", "null"),
            ({"citations": []}, "/citations", "min_length"),
            ({"citations": ["57"] * 101}, "/citations", "max_length"),
            ({"citations": ["57"], "day": 1}, "/day", "unknown_member"),
            ({"citations": ["57"], "a/b~c": 1}, "/a~1b~0c", "unknown_member"),
            (["57"], "/", "invalid"),
            (None, "/", "null"),
        )
        for body, pointer, code in cases:
            with self.subTest(body=str(body)[:60]):
                answer = post(body)
                self.assertEqual((400, PROBLEM), (answer.status, answer.type))
                self.assertEqual({(pointer, code)}, pointers(answer))

    def test_a_member_name_that_no_text_has_is_a_problem_too(self) -> None:
        answer = post(b'{"citations": ["57"], "\\ud800": 1}')
        self.assertEqual(400, answer.status)
        self.assertEqual({("/?", "unknown_member")}, pointers(answer))

    def test_a_body_that_is_no_json_is_refused(self) -> None:
        for body in (b"{", b"\xff\xfe", b'{"citations": [NaN]}', b"citations=57"):
            with self.subTest(body):
                answer = post(body)
                self.assertEqual(400, answer.status)
                self.assertEqual("malformed_body", answer.body["code"])

    def test_a_body_nested_too_deep_is_refused(self) -> None:
        for body in (b"[" * 20_000, b'{"a":' * 20_000, b"[" * 20_000 + b"]" * 20_000):
            with self.subTest(body[:5]):
                answer = post(body)
                self.assertEqual(400, answer.status)
                self.assertEqual("malformed_body", answer.body["code"])

    def test_another_content_type_is_refused(self) -> None:
        for kind in (
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=a",
        ):
            with self.subTest(kind):
                answer = post(b"57", kind=kind)
                self.assertEqual((415, PROBLEM), (answer.status, answer.type))


class CodeTests(TestCase):
    """The codes of the rules and of the lists are the same, and all have words."""

    def test_rules_and_lists_have_the_same_codes(self) -> None:
        for rule, codes in (
            (Outcome, choices.CitationOutcome),
            (Reason, choices.CandidateReason),
            (Remark, choices.CitationRemark),
            (ProvisionOutcome, choices.ProvisionOutcome),
        ):
            self.assertEqual([one.value for one in rule], codes.values)

    def test_every_code_is_told_in_words(self) -> None:
        self.assertEqual(set(Reason), set(REASON_WORDS))
        self.assertEqual(set(Remark), set(REMARK_WORDS))
        self.assertEqual(set(ProvisionOutcome), set(PROVISION_WORDS))
