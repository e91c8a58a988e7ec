from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import (
    Collector,
    Diagnostic,
    InvalidMapError,
    as_github,
    as_json,
    as_text,
    in_file_order,
    raise_for_errors,
    visible,
)
from argmap.source import SourceText, Span


def problem(line: str, column: int, end: int, **more: str) -> Diagnostic:
    fields = {"code": "AM101", "severity": "error", "message": "m"} | more
    return Diagnostic(span=Span("a.yaml", 2, column, end), excerpt=line, **fields)


def test_carets_stand_beneath_what_they_mean():
    rows = as_text(problem("  abc: def", 7, 10, help="do it")).split("\n")
    assert rows == ["a.yaml:3:8: error[AM101]: m", "      abc: def", "           ^^^", "    help: do it"]


def test_wide_characters_take_two_columns_and_marks_none():
    assert as_text(problem("日本: x", 4, 5)).split("\n")[2] == "    " + " " * 6 + "^"
    assert as_text(problem("日本: x", 0, 2)).split("\n")[2] == "    ^^^^"
    assert as_text(problem("e\u0301: x", 4, 5)).split("\n")[2] == "    " + " " * 3 + "^"


def test_tabs_are_shown_as_four_spaces():
    rows = as_text(problem("\ta: x", 4, 5)).split("\n")
    assert rows[1:] == ["        a: x", "    " + " " * 7 + "^"]


def test_long_lines_are_cut_around_the_place():
    rows = as_text(problem("x" * 300 + "HERE" + "y" * 300, 300, 304)).split("\n")
    assert "HERE" in rows[1]
    assert rows[1].startswith("    ...x")
    assert rows[1].endswith("y...")
    assert rows[1][rows[2].index("^") :].startswith("HERE")


def test_colour_is_only_added():
    plain, colored = as_text(problem("abc", 0, 3)), as_text(problem("abc", 0, 3), color=True)
    assert "\x1b" not in plain
    for code in ("\x1b[1;31m", "\x1b[1m", "\x1b[0m"):
        colored = colored.replace(code, "")
    assert colored == plain


@given(text=st.text(max_size=30))
def test_nothing_hostile_reaches_a_terminal(text):
    shown = as_text(problem(text.replace("\n", " "), 0, 3, message=text, help=text))
    assert not any(ord(char) < 32 and char not in "\n\t" for char in shown)
    assert "\u202e" not in shown
    assert "\x9b" not in visible(text)


@given(line=st.text(max_size=300), column=st.integers(0, 300), length=st.integers(-3, 300))
def test_any_place_can_be_shown(line, column, length):
    assert as_text(problem(line, column, column + length))


def test_json_counts_from_one():
    row = json.loads(as_json([problem("abc", 0, 2, element="é", help="h")]))["problems"][0]
    assert row == {"code": "AM101", "severity": "error", "message": "m", "help": "h", "path": "a.yaml", "line": 3,
                   "column": 1, "end_column": 3, "element": "é"}  # fmt: skip


def test_github_annotations_are_escaped():
    row = Diagnostic(code="AM1", severity="warning", message="a%b\r\nc", span=Span("x:y,z%.yaml", 0, 1, 2), help="h::")
    assert as_github(row) == ("::warning file=x%3Ay%2Cz%25.yaml,line=1,col=2,endColumn=3,title=AM1::a%25b%0D%0Ac%0Ah::")


def test_errors_are_raised_together_and_warnings_are_not():
    warning = problem("", 0, 1, severity="warning")
    raise_for_errors([warning])
    with pytest.raises(InvalidMapError, match=r"a.yaml:3:1: error\[AM101\]: m \(and 1 more\)") as caught:
        raise_for_errors([problem("", 0, 1), warning, problem("", 1, 1)])
    assert len(caught.value.problems) == 2


def test_problems_come_in_file_order_and_once():
    later, first = problem("", 4, 5), problem("", 1, 5)
    assert in_file_order([later, first, later]) == (first, later)


def test_a_collector_keeps_the_line():
    collector = Collector(SourceText("a\nbc", "x"))
    collector.add("AM110", "m", Span("x", 1, 0, 1), "h", "e")
    assert collector.found[0].excerpt == "bc"
    assert collector.found[0].severity == "error"
