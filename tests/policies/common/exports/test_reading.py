"""Files in the form of the exports, whole and damaged, read row by row."""

import io
import tracemalloc
from itertools import chain, repeat
from typing import Any
from unittest import TestCase

from hypothesis import given, settings
from hypothesis import strategies as st

from policies.common.api.errors import Fault
from policies.common.api.plain import plain_plan
from policies.common.exports.cells import written
from policies.common.exports.lines import LONGEST_LINE
from policies.common.exports.reading import Form, rows_of
from policies.common.exports.writing import BOM, csv_rows, json_lines
from policies.common.text import is_clean
from policies.serializers import CitationShape, DocumentShape, SourceShape, TaskShape

SHAPE = SourceShape
TIMES = 3_000
texts = st.none() | st.text(
    st.sampled_from("'=+-@\t\r\n, \"\\;đ\u2028\x85\ufeff")
    | st.characters(codec="utf-8"),
    min_size=1,
).filter(is_clean)
slugs = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
tasks = st.fixed_dictionaries(
    {
        "slug": slugs,
        "title": texts,
        "summary": texts,
        "order": st.none() | st.integers(0, 32_767),
        "due_on": st.none() | st.dates().map(lambda day: day.isoformat()),
        "cooperating": st.lists(slugs, max_size=4),
    }
)


def read(data: bytes, form: str, shape: Any = SHAPE) -> list[tuple[int, Any]]:
    """Give all rows, faults by their code."""
    return [
        (line, row.code if isinstance(row, Fault) else row)
        for line, row in rows_of(io.BytesIO(data), form, shape)
    ]


class RoundTripTests(TestCase):
    """What was written is read again, whatever texts the records hold."""

    @settings(deadline=None)
    @given(st.lists(tasks, max_size=5))
    def test_csv(self, records: list[dict[str, Any]]) -> None:
        names = ["slug", "title", "summary", "order", "due_on", "cooperating"]
        rows = [[written(one[name]) for name in names] for one in records]
        data = BOM + csv_rows([names]) + csv_rows(rows)
        found = [row for _line, row in read(data, "csv", TaskShape)]
        self.assertEqual(records, found)

    @settings(deadline=None)
    @given(st.lists(tasks, max_size=5))
    def test_json_lines(self, records: list[dict[str, Any]]) -> None:
        found = read(json_lines(records), "jsonl", TaskShape)
        self.assertEqual(list(enumerate(records, 1)), found)

    def test_true_and_false_are_read_as_spreadsheets_write_them(self) -> None:
        data = b"slug,agrees\na,true\nb,FALSE\nc,\nd,yes\n"
        found = [row["agrees"] for _, row in read(data, "csv", CitationShape)]
        self.assertEqual([True, False, None, "yes"], found)

    def test_every_member_of_a_record_has_a_column(self) -> None:
        names = plain_plan(DocumentShape).names
        data = csv_rows([names]) + csv_rows([[""] * len(names)])
        ((_, record),) = read(data, "csv", DocumentShape)
        lists = plain_plan(DocumentShape).list_names
        wanted: dict[str, Any] = {name: [] if name in lists else None for name in names}
        self.assertEqual(wanted, record)


class DamagedTests(TestCase):
    """What cannot be read is a fault with its line, and reading goes on."""

    def test_json_lines(self) -> None:
        for damage, code in (
            (b'{"slug": "b", "tit', "malformed_row"),
            (b'["b"]', "malformed_row"),
            (b'{"slug": NaN}', "malformed_row"),
            (b'{"slug": "b", "slug": "c"}', "malformed_row"),
            (b'{"slug": "b", "a": ' + b"[" * 995 + b"]" * 995 + b"}", "malformed_row"),
            (b'{"slug": "\\ud800"}', "malformed_row"),
            (b'{"slug": "\xed\xa0\x80"}', "not_utf8"),
            (b'{"slug": "\xff"}', "not_utf8"),
            (b'{"slug": "\0"}', "nul"),
            (b'{"slug": "\\u0000"}', "nul"),
            (b'{"slug": "' + b"a" * LONGEST_LINE + b'"}', "line_too_long"),
            (b"[" * 100_000, "malformed_row"),
        ):
            with self.subTest(damage[:30]):
                data = b'{"slug": "a"}\n\n' + damage + b'\n{"slug": "c"}\n'
                wanted = [(1, {"slug": "a"}), (3, code), (4, {"slug": "c"})]
                self.assertEqual(wanted, read(data, "jsonl"))

    def test_an_escaped_backslash_makes_no_nul(self) -> None:
        ((_, record),) = read(b'{"title": "\\\\u0000"}', "jsonl")
        self.assertEqual({"title": "\\u0000"}, record)

    def test_csv(self) -> None:
        for damage, code in (
            (b"b", "cells"),
            (b"b,x,y", "cells"),
            (b'b,"x"y', "malformed_row"),
            (b"b,x\ry", "malformed_row"),
            (b"b,\xff", "not_utf8"),
            (b"b,\xed\xa0\x80", "not_utf8"),
            (b"b,\0", "nul"),
            (b"b," + b"x" * 140_000, "malformed_row"),
            (b"b," + b"x" * LONGEST_LINE, "line_too_long"),
        ):
            with self.subTest(damage[:30]):
                data = b"slug,title\na,A\n\n" + damage + b"\nc,C\n"
                rows = ("a", "A"), ("c", "C")
                first, last = ({"slug": slug, "title": title} for slug, title in rows)
                wanted = [(2, first), (4, code), (5, last)]
                self.assertEqual(wanted, read(data, "csv"))

    def test_a_row_of_several_lines_is_named_by_its_first(self) -> None:
        data = b'slug,title\na,"A\n\nB"\nb\n'
        self.assertEqual(
            [(2, {"slug": "a", "title": "A\n\nB"}), (5, "cells")], read(data, "csv")
        )

    def test_half_a_file(self) -> None:
        whole = b"slug,title\r\na,A\r\n"
        for cut in (b"b,", b"b,B", b"b,B\r"):
            with self.subTest(cut):
                self.assertEqual((3, "cut_short"), read(whole + cut, "csv")[-1])
        for cut in (b'b,"B', b'b,"B\r\n'):
            with self.subTest(cut):
                self.assertEqual((3, "malformed_row"), read(whole + cut, "csv")[-1])

    def test_a_header_that_is_none(self) -> None:
        for header in (
            *(b"", b"slug,title", b"slug,titel\n", b"slug,slug\n", b"slug;title\n"),
            *(b"a,A\n", b"slug,\n", b"\n"),
        ):
            with self.subTest(header):
                found = read(header + (b"a,A\n" if b"\n" in header else b""), "csv")
                self.assertEqual([(1, "header")], found)

    def test_a_header_that_is_no_text(self) -> None:
        self.assertEqual([(1, "not_utf8")], read(b"slug,\xff\na,A\n", "csv"))

    def test_an_empty_file_of_json_lines_has_no_rows(self) -> None:
        self.assertEqual([], read(b"", "jsonl"))

    @settings(deadline=None)
    @given(st.binary(max_size=200), st.sampled_from(Form))
    def test_nothing_is_raised(self, data: bytes, form: Form) -> None:
        for prefix in (b"", b"slug,title\n", b'{"slug": "a"}\n'):
            read(prefix + data, form)


class Endless(io.BytesIO):
    """A file of a first line and very many equal ones that is nowhere in memory."""

    def __init__(self, first: bytes, line: bytes, times: int) -> None:
        super().__init__()
        self.lines = chain([first], repeat(line, times))

    def readline(self, _size: int | None = -1, /) -> bytes:
        """Give the next line."""
        return next(self.lines, b"")


class MemoryTests(TestCase):
    """A long file takes no more memory than a short one."""

    def test_a_long_file_is_not_kept(self) -> None:
        line = b'{"slug": "a", "title": "' + b"x" * 1000 + b'"}\n'
        row = b"a," + b"x" * 1000 + b"\n"
        for form, stream in (
            ("jsonl", Endless(b"\n", line, TIMES)),
            ("csv", Endless(b"slug,title\n", row, TIMES)),
        ):
            with self.subTest(form):
                tracemalloc.start()
                count = len([None for _ in rows_of(stream, form, SHAPE)])
                most = tracemalloc.get_traced_memory()[1]
                tracemalloc.stop()
                self.assertEqual(TIMES, count)
                self.assertLess(most, 1_000_000)
