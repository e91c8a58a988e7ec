"""Kialo's text: stances, references in both directions, several theses, slips; and what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import kialo
from argmap.formats.features import losses
from argmap.formats.table import FORMATS
from argmap.model import ArgMap, Claim, Link
from argmap.source import SourceText
from tests.support.growth import assert_linear

if TYPE_CHECKING:
    from collections.abc import Callable

DEBATE = r"""Discussion Title: Should bicycles have bells?

1. Bicycles should have bells.
1.1. Con: Shouting is louder \(try it\), see [this](https://example.org/a_b).
1.1.1. Con: Shouting is rude,
and nobody likes it.
1.2. Pro: -> See 1.10.
1.10. Pro: Walkers hear bells.
1.10.1. Con: -> See 1.1.1.
"""


def read(text: str) -> ArgMap:
    found = kialo.read(SourceText(text)).argmap
    assert found is not None
    return found


def codes(text: str) -> list[tuple[str, int]]:
    return [(problem.code, problem.span.line + 1) for problem in kialo.read(SourceText(text)).problems]


def test_a_debate() -> None:
    argmap = read(DEBATE)
    assert argmap.title == "Should bicycles have bells?"
    assert [claim.text for claim in argmap.claims] == [
        "Bicycles should have bells.",
        "Shouting is louder (try it), see [this](https://example.org/a_b).",
        "Shouting is rude, and nobody likes it.",
        "Walkers hear bells.",
    ]
    assert [(link.kind, link.premises[0], link.target) for link in argmap.links] == [
        ("attacks", "shouting-louder-try-see", "bicycles-should-bells"),
        ("attacks", "shouting-rude-nobody-likes", "shouting-louder-try-see"),
        ("supports", "walkers-hear-bells", "bicycles-should-bells"),
        ("supports", "walkers-hear-bells", "bicycles-should-bells"),
        ("attacks", "shouting-rude-nobody-likes", "walkers-hear-bells"),
    ]
    assert codes(DEBATE) == []


def test_line_ends_and_a_missing_last_one() -> None:
    assert read(DEBATE.replace("\n", "\r\n")) == read(DEBATE.rstrip()) == read("\ufeff" + DEBATE) == read(DEBATE)


def test_several_theses() -> None:
    argmap = read(
        "1. Which bell?\n1.1. A loud one.\n1.1.1. Pro: It is heard.\n1.2. A soft one.\n1.2.1. Con: -> See 1.1.1.\n"
    )
    assert argmap.title == "Which bell?"
    assert [claim.text for claim in argmap.claims] == ["A loud one.", "It is heard.", "A soft one."]
    assert [link.id for link in argmap.links] == ["heard supports loud-one", "heard attacks soft-one"]
    assert read("\n".join(kialo.write(argmap))) == argmap


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. A.\n1.1. Pro: -> See 1.7.\n", [("AM507", 2)]),
        ("1. A.\n1.1. Pro: B.\n1.1. Con: C.\n", [("AM504", 3)]),
        ("1. A.\n1.1. B.\n1.2. Pro: C.\n", [("AM503", 2)]),
        ("1. A.\n1.1. Pro: -> See 1.2.\n1.2. Con: -> See 1.1.\n", [("AM507", 2), ("AM507", 3)]),
        ("1. A.\n1.1. Pro: -> See 1.7.\n1.1.1. Con: B.\n", [("AM507", 2), ("AM507", 3)]),
        ("", [("AM508", 1)]),
        ("Some text.\n1. A.\n", [("AM501", 1)]),
        ("Discussion Title: x\n\n", [("AM508", 1)]),
        ("1. A.\n1.1. Pro:\n", [("AM503", 2)]),
    ],
)
def test_slips_are_told(text: str, told: list[tuple[str, int]]) -> None:
    assert codes(text) == told


def test_a_title_of_several_lines_and_a_question_of_its_own() -> None:
    argmap = read(
        "Discussion Title: Bells,\nor horns?\n\n1. Which one \\(of two\\)?\n1.1. A loud one.\n1.2. A soft one.\n"
    )
    assert (argmap.title, argmap.description) == ("Bells, or horns?", "Which one (of two)?")
    assert read("Discussion Title: A  b\n\n1. A b\n1.1. c\n1.2. d\n").description == ""


def test_stances_in_small_letters_and_numbers_without_their_last_dot() -> None:
    links = read("1. A.\n1.1 Pro: B.\n1.1.1. con: C.\n1.2 CON: D\n1.3 is a number.\n").links
    assert [(link.kind, link.premises, link.target) for link in links] == [
        ("supports", ("b",), "a"), ("attacks", ("c",), "b"), ("attacks", ("d-1-3-number",), "a"),
    ]  # fmt: skip


def test_a_claim_below_a_missing_number_hangs_on_the_nearest_above() -> None:
    assert [link.target for link in read("1. A.\n1.1.1. Pro: B.\n").links] == ["a"]


def test_an_undercut_becomes_an_attack_on_the_premise_and_is_told() -> None:
    claims = tuple(Claim(id=name, text=name) for name in "abcd")
    links = (
        Link(id="step", named=True, premises=("b", "c"), kind="supports", target="a"),
        Link(id="d undercuts step", premises=("d",), kind="undercuts", target="step"),
    )
    argmap = ArgMap(title="T", claims=claims, links=links)
    assert list(kialo.write(argmap)) == [
        "Discussion Title: T", "", "1. a", "1.1. Pro: b", "1.1.1. Con: d", "1.2. Pro: c",
    ]  # fmt: skip
    row = FORMATS["kialo"]
    told = [(problem.code, problem.element) for problem in losses(argmap, row.keeps, row.name, row.softens)]
    assert told == [("AM601", "step"), ("AM602", "d undercuts step"), ("AM604", "step")]


@pytest.mark.parametrize(
    "text",
    [
        "Pro: x",
        "Con: y",
        "con: y",
        "PRO: z",
        "1.1 Pro: x",
        "-> See 1.1.",
        "1.1. z",
        "\\",
        "a\nb",
        "(x) [y]",
        "Discussion Title: t",
    ],
)
def test_a_text_is_never_taken_for_something_else(text: str) -> None:
    claims = (Claim(id="t", text=text), Claim(id="p", text=text))
    argmap = ArgMap(
        title="T", claims=claims, links=(Link(id="p supports t", premises=("p",), kind="supports", target="t"),)
    )
    again = read("\n".join(kialo.write(argmap)))
    assert [claim.text for claim in again.claims] == [" ".join(text.split())] * 2
    assert len(again.links) == 1


def test_a_long_chain_of_references_is_followed_in_linear_time() -> None:
    def chain(count: int) -> Callable[[], ArgMap]:
        rows = "".join(f"1.{at}. Pro: -> See 1.{at + 1}.\n" for at in range(1, count))
        return lambda: read(f"1. a\n{rows}1.{count}. Con: b\n")

    assert len(chain(100)().links) == 100
    assert_linear(chain)


_LINES = st.sampled_from((
    "1. A", "1.1. Pro: B", "1.1. Con: C", "1.2. -> See 1.1.", "1.1.1. Pro: -> See 1.", "2. D", "1.", "text", "",
    "Discussion Title: x", "1.1.1.1.1. Con: E", "-> See 1.", "1.1 Pro: F", "\x00",
))  # fmt: skip


@settings(max_examples=200)
@given(st.lists(_LINES, max_size=12).map("\n".join))
def test_any_text_at_all_is_a_map_or_an_error(text: str) -> None:
    found = kialo.read(SourceText(text))
    assert (found.argmap is None) == any(problem.severity == "error" for problem in found.problems)


def test_a_file_cut_off_anywhere_is_read_or_refused() -> None:
    for length in range(len(DEBATE)):
        found = kialo.read(SourceText(DEBATE[:length]))
        assert (found.argmap is None) == any(problem.severity == "error" for problem in found.problems)
