"""Tidying keeps the map and every comment, and is done after one time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from argmap import InvalidMapError
from argmap.api import loads
from argmap.cli.new import starter
from argmap.formats.tidy import tidy
from argmap.formats.yaml import dumps
from tests.support.maps import argmaps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))


def comments(text: str) -> list[str]:
    """The comments of a file, as another YAML reader finds them: the lines that vanish when they are deleted."""
    return sorted(word for line in text.splitlines() for word in line.split() if word.startswith("#c"))


@st.composite
def commented(draw):
    """A map file with comments at every kind of place, in one of several styles."""
    argmap = draw(argmaps(max_claims=4))
    style = draw(st.sampled_from(("ours", "flow", "block", "ruamel")))
    text = dumps(argmap)
    if style != "ours":
        tree = yaml.safe_load(text)
        text = yaml.dump(tree, default_flow_style=style == "flow", allow_unicode=True, width=60, sort_keys=False)
        if style == "ruamel":
            stream = io.StringIO()
            YAML().dump(YAML().load(dumps(argmap)), stream)
            text = stream.getvalue()
    rows = text.split("\n")
    for number in draw(st.lists(st.integers(0, len(rows)), max_size=6)):
        indent = " " * draw(st.integers(0, 6))
        fresh = [*rows[:number], f"{indent}#c{len(rows)}", *rows[number:]]
        if same(argmap, fresh):
            rows = fresh
    for number in draw(st.lists(st.integers(0, len(rows) - 1), max_size=4)):
        fresh = [*rows[:number], f"{rows[number]}  #c{number}", *rows[number + 1 :]]
        if rows[number].strip() and same(argmap, fresh):
            rows = fresh
    return "\n".join(rows)


def same(argmap, rows: list[str]) -> bool:
    try:
        return loads("\n".join(rows)) == argmap
    except InvalidMapError:
        return False


@settings(max_examples=120, deadline=None)
@given(text=commented())
def test_tidying_keeps_the_map_and_the_comments_and_is_done_after_one_time(text):
    fresh = tidy(text)
    assert loads(fresh) == loads(text)
    assert comments(fresh) == comments(text)
    assert tidy(fresh) == fresh


@settings(max_examples=50, deadline=None)
@given(argmap=argmaps())
def test_what_we_write_is_tidy_but_for_blank_lines(argmap):
    text = dumps(argmap)
    assert tidy(text) == text


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_gallery_keeps_its_meaning(path):
    text = path.read_text("utf-8")
    fresh = tidy(text)
    assert loads(fresh) == loads(text)
    assert tidy(fresh) == fresh
    assert fresh.count("#") == text.count("#")


def test_the_starter_is_tidy():
    text = starter("A title", "x.yaml")
    assert tidy(text) == text


def test_comments_stay_where_they_belong():
    text = """\
# header

# about the title
title:   'X'   # beside
# before claims
claims:
    # first
    a: "A claim."

    b: {supports: a, text: B., credence: 0.70}   # was flow
    c:       # on c
        # in c
        supports:   # why
          - a
          - b  # why b
        text: >
           folded text
           here
        # end of c
    # end of claims

# groups
groups: {g: G}

links:
- from: [a,
    b]   # both
  # x
  supports: c
  # y
# last
"""
    assert (
        tidy(text)
        == """\
# header

# about the title
title: X       # beside

# groups
groups:
  g: G
# before claims
claims:
  # first
  a: A claim.

  b:  # was flow
    text: B.
    supports: a
    credence: 0.70
  c:         # on c
    text: folded text here
    # in c
    supports:       # why
      - a
      - b      # why b
    # end of c
    # end of claims

links:
  - from: [a, b]  # both
    # x
    supports: c
    # y
# last
"""
    )


def test_bare_years_and_dates_stay_bare():
    text = 'title: 2024\ndate: 2026-05-04\nclaims:\n  a: {text: "no", at: "3", credence: 0.5}\n'
    assert (
        tidy(text)
        == """\
title: 2024
date: 2026-05-04
claims:
  a:
    text: "no"
    credence: 0.5
    at: "3"
"""
    )


def test_a_file_with_aliases_is_left_alone():
    text = "title:   T\nclaims:\n  a: &t 'x y z'\n  b: *t\n"
    assert tidy(text) == text


def test_windows_lines_become_plain_lines():
    assert tidy(b"\xef\xbb\xbftitle: T  # c\r\nclaims:\r\n  a: A b.\r\n") == "title: T  # c\nclaims:\n  a: A b.\n"


def test_errors_are_told_not_tidied():
    with pytest.raises(InvalidMapError):
        tidy("title: T\nclaims:\n  a: {text: A., supports: zz}\n")
