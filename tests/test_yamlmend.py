"""What students type, and what they are told: all the mistakes of a file in one run, each with its fix."""

from __future__ import annotations

import pytest

from argmap.document import parse


def said(text: str) -> list[tuple[int, str, str]]:
    return [(problem.span.line + 1, problem.code, problem.help) for problem in parse(text).problems]


def test_a_first_attempt():
    text = """\
Title: Zoos
claims:
  close: Zoos should be closed
  pain: Animals suffer
    supports: close
  vets: "Vets" help them
  fun: {text: Zoos are fun, and cheap, attacks: close}
links:
  from: [pain, vets]
  supports: close
"""
    assert said(text) == [
        (1, "AM101", "write `title`"),
        (5, "AM007", "if it belongs to 'pain', move the text of line 4 to a line of its own, `text: ...`"),
        (6, "AM005", "put the text in quotation marks, or write `>-` and the text on the next lines, deeper"),
        (7, "AM101", "between braces a comma ends a text: put the text in quotation marks if this belongs to it"),
        (9, "AM103", "begin each link with `- from: ...`"),
    ]


def test_a_second_attempt():
    text = """\
title: Zoos
claims:
  close: Zoos should be closed
  pain:
    text: Animals suffer
   supports: close
  fun:
    text: Zoos are fun
    supports close
  kids:
    text: Kids love zoos
    attack: [close
    group: kids
"""
    assert said(text) == [
        (6, "AM007", "the line above starts in column 5: start this one there, too"),
        (9, "AM003", "write a colon after `supports`"),
        (12, "AM101", "write `attacks`"),
        (12, "AM006", "write `]` at the end, and commas between the items"),
        (13, "AM112", "add `kids: ...` under `groups`"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_kind_are_mended_alike(end):
    text = "title: a: b\nclaims:\n\ta: It's: so\n\tb: @x y\n".replace("\n", end)
    assert [(line, code) for line, code, _ in said(text)] == [(1, "AM005"), (3, "AM004"), (3, "AM005"), (4, "AM005")]


def test_columns_of_later_lines_stay_right():
    text = "title: a: b\nclaims:\n  a: {text: It rains., supports: zz}\n"
    problem = parse(text).problems[-1]
    assert problem.excerpt[problem.span.column : problem.span.end_column] == "zz"


def test_a_file_of_mistakes_ends():
    text = "title: T\nclaims:\n" + "".join(f"  c{number}: a: b: c\n" for number in range(200))
    assert 1 <= len(said(text)) <= 25


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("title: T\nclaims:\n  a: foo # bar\n    baz\n", "quotation marks"),
        ("title: T\nclaims:\n  a:It rains.\n", "a space after the colon"),
        ("title: T\nclaims\n  a: It rains.\n", "claims"),
        ("title: T\nclaims:\n  a: 50% of voters: they count\n", "quotation marks"),
        ('title: T\nclaims:\n  a: "C:\\new\\path"\n', "single quotation marks"),
        ("title: T\nclaims:\n  a: {text: x, supports: - b}\n", ""),
    ],
)  # fmt: skip
def test_the_fix_is_told(text, word):
    found = parse(text).problems
    assert found
    assert any(word in problem.help or word in problem.message for problem in found), found
