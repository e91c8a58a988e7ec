"""The reader of YAML: the same tree and the same problems from both parsers, and never an exception."""

from __future__ import annotations

import gc

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap import limits, yamltree
from argmap.yamltree import Mapping, Scalar, Sequence
from tests.support.maps import argmaps

BOTH = pytest.mark.parametrize("pure", [False, True], ids=["C", "Python"])
SHARP = st.text("ab:-#'\"[]{},&*!|>%@`?\\ \n\t\r\u2028é日\x85\0", max_size=60)


def plain(node):
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else [(key.value, plain(value)) for key, value in node.pairs()]


def codes(tree) -> list[str]:
    return [problem.code for problem in tree.problems]


def test_the_parser_in_c_is_tested_here():
    assert yaml.__with_libyaml__


@BOTH
def test_scalars_are_texts_as_typed(pure):
    tree = yamltree.read("a: no\nb: 2024\nc: 1e3\nd: ~\ne: 2026-01-01\nf:\n", pure=pure)
    assert plain(tree.root) == [("a", "no"), ("b", "2024"), ("c", "1e3"), ("d", "~"), ("e", "2026-01-01"), ("f", "")]


@BOTH
def test_duplicates_stay_visible(pure):
    assert plain(yamltree.read("a: 1\na: 2\n", pure=pure).root) == [("a", "1"), ("a", "2")]


@BOTH
def test_places_count_characters(pure):
    text = "日本: é𝄞x\nb: [c, 'd']\ne: 'f\n  g'\n"
    tree = yamltree.read(text, "t", pure=pure)
    assert isinstance(tree.root, Mapping)
    spans = {key.value: (yamltree.span(key.place, tree.source), yamltree.span(value.place, tree.source))
             for key, value in tree.root.pairs()}  # fmt: skip
    assert [(s.line, s.column, s.end_column) for s in spans["日本"]] == [(0, 0, 2), (0, 4, 7)]
    assert [(s.line, s.column, s.end_column) for s in spans["b"]] == [(1, 0, 1), (1, 3, 11)]
    assert [(s.line, s.column, s.end_column) for s in spans["e"]] == [(2, 0, 1), (2, 3, 5)]  # to the end of the line


@BOTH
def test_line_ends_of_yaml_1_1_are_characters(pure):
    text = "a: x\u2028y\u2029z\x85w\nb: c\n"
    tree = yamltree.read(text, pure=pure)
    assert plain(tree.root) == [("a", "x\u2028y\u2029z\x85w"), ("b", "c")]
    assert tree.problems == []


def test_hidden_line_ends_do_not_collide_with_private_characters():
    text = "a: x\u2028\ue000\ue001\n"
    assert plain(yamltree.read(text).root) == [("a", "x\u2028\ue000\ue001")]


@BOTH
def test_blocks_lose_their_last_line_end_only(pure):
    tree = yamltree.read('a: |\n  x\n\n  y\n\nb: >+\n  z\n\nc: " q "\n', pure=pure)
    assert plain(tree.root) == [("a", "x\n\ny"), ("b", "z"), ("c", " q ")]


@BOTH
def test_aliases_repeat_and_are_bounded(pure):
    assert plain(yamltree.read("a: &x [1, 2]\nb: *x\n", pure=pure).root) == [("a", ["1", "2"]), ("b", ["1", "2"])]
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 9))
    assert codes(yamltree.read(bomb, pure=pure)) == ["AM010"]
    assert codes(yamltree.read("a: &a [*a]\n", pure=pure)) == ["AM009"]
    assert codes(yamltree.read("a: &a {b: *a}\n", pure=pure)) == ["AM009"]


@BOTH
def test_depth_is_bounded_before_anything_grows(pure):
    fits = "[" * limits.MAX_DEPTH + "]" * limits.MAX_DEPTH
    assert codes(yamltree.read(fits, pure=pure)) == []
    for text in (f"[{fits}]", "[" * 5_000, "{a: " * 200, "- " * 200 + "x", "? " * 200 + "x"):
        assert "AM011" in codes(yamltree.read(text, pure=pure)), text[:10]


def test_size_is_bounded():
    assert codes(yamltree.read(b"a: " + b"x" * limits.MAX_BYTES)) == ["AM012"]


@BOTH
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "AM013"), ("# x\n", "AM013"), ("\n\n", "AM013"), ("---\n# x\n---\na: b\n", "AM008"),
        ("a: !x y\n", "AM014"), ("a: !!int 3\n", "AM014"), ("!m {a: b}\n", "AM014"), ("? [a]\n: b\n", "AM015"),
        ("{a: b}: c\n", "AM015"), ("a: *b\n", "AM009"), ('a: "\\0"\n', "AM002"), ("a:\n\tb: c\n", "AM004"),
        ("a: b: c\n", "AM005"), ("a: @b\n", "AM005"), ("a: `b`\n", "AM005"), ("a: %b\n", "AM005"), ("a: ,b\n", "AM005"),
        ("a: **b** c\n", "AM005"), ("a: > 5\n", "AM005"), ("a: [x] y\n", "AM005"), ("a: 'it's'\n", "AM005"),
        ('a: "b" c\n', "AM005"), ('a: "b\\qc"\n', "AM005"), ("a: b # c\n  d\n", "AM005"), ('a: "b\n', "AM006"),
        ("a: 'b\n", "AM006"), ("a: [b, c\nd: e\n", "AM006"), ("a: {b: c\n", "AM006"), ("a: b\n c: d\n", "AM007"),
        ("a:\n    b: c\n  d: e\n", "AM007"), ("a: - b\n", "AM007"), ("a: b\n- c\n", "AM007"), ("- a\nb: c\n", "AM007"),
        ("a: b\nc d\ne: f\n", "AM003"), ("a: b\nc:d\ne: f\n", "AM003"), ("%YAML 3.0\n---\na: b\n", "AM003"),
        ("a\0b: c\n", "AM002"), ('a: "b\\rc"\n', "AM002"), ('a: "x\nb: "y"\n', "AM006"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_code(text, code, pure):
    assert code in codes(yamltree.read(text, pure=pure))


@BOTH
def test_reading_goes_on_after_a_mistake(pure):
    text = "a: b: c\nd: 'it's'\ne: @f\ng:h\ni: *j k\nl: [m\n"
    tree = yamltree.read(text, pure=pure)
    assert [problem.span.line for problem in tree.problems] == [0, 1, 2, 3, 4, 5]


@BOTH
def test_a_mended_line_reads_as_it_was_meant(pure):
    tree = yamltree.read('a: b: "c" \\d\n  - x: @y\n', pure=pure)
    assert tree.problems
    tree = yamltree.read("l:\n  - x: @y # z\n    w: 1\n", pure=pure)
    assert plain(tree.root) == [("l", [[("x", "@y # z"), ("w", "1")]])]


@settings(max_examples=400)
@given(text=st.one_of(SHARP, st.text(max_size=60), st.binary(max_size=60)))
@example(text='"\\U00110000"')
@example(text='a: "\\ud800\\udc00"')
@example(text=b"\xff\xfe")
@example(text="%TAG ! tag:x,2000:\n---\n!a b")
@example(text="a: |9\n x")
@example(text="\ufeff\ufeff")
@example(text="&a &b c")
@example(text="a: x" + "y" * 2_000 + ": z")
def test_any_text_gives_a_tree_or_problems(text):
    for pure in (False, True):
        tree = yamltree.read(text, pure=pure)
        assert tree.root is not None or tree.problems
        for problem in tree.problems:
            assert problem.message
            assert problem.span.column >= 0


@settings(max_examples=60)
@given(argmap=argmaps(max_claims=4))
def test_both_parsers_give_the_same_tree(argmap):
    from argmap.formats.yaml import dumps

    text = dumps(argmap)
    assert plain(yamltree.read(text).root) == plain(yamltree.read(text, pure=True).root)


@settings(max_examples=100)
@given(argmap=argmaps(max_claims=3), data=st.data())
def test_maps_with_a_broken_line_give_problems_in_the_file(argmap, data):
    from argmap.formats.yaml import dumps

    rows = dumps(argmap).split("\n")
    at = data.draw(st.integers(0, len(rows) - 1))
    rows[at] = rows[at][: data.draw(st.integers(0, 10))] + data.draw(SHARP) + rows[at][data.draw(st.integers(0, 10)) :]
    tree = yamltree.read("\n".join(rows))
    assert all(0 <= problem.span.line <= len(tree.source.lines) for problem in tree.problems)


def test_collecting_garbage_is_on_again_afterwards():
    yamltree.read("a: [")
    assert gc.isenabled()
    gc.disable()
    try:
        yamltree.read("a: b")
        assert not gc.isenabled()
    finally:
        gc.enable()
