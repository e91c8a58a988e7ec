"""Mermaid, D2 and the numbered outline: one map with everything, as a whole; texts that must not break out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argmap.formats import d2, markdown, mermaid
from argmap.model import ArgMap, Claim, Group, Link, Source
from argmap.order import outline
from tests.support.maps import HOSTILE_TEXTS, argmaps

if TYPE_CHECKING:
    from collections.abc import Callable

MAP = ArgMap(
    title="Rain?",
    description="What the street tells.",
    authors=("Ann", "Bob"),
    groups=(Group(id="g", title="Signs"), Group(id="empty", title="Nothing")),
    sources=(Source(title="Weather", author="Cid", year="1931"),),
    claims=(
        Claim(id="rain", text="It rains.", quote=("Rain fell.",)),
        Claim(id="wet", text="The street is wet.", group="g"),
        Claim(id="cause", text="Only rain makes streets wet.", implicit=True, group="g"),
        Claim(id="hose", text="The hose was on.", note="Ann's."),
        Claim(id="dry", text="The grass is dry."),
        Claim(id="tent", text="A tent stood there."),
    ),
    links=(
        Link(id="sign", named=True, premises=("wet", "cause"), kind="supports", target="rain"),
        Link(id="hose undercuts sign", premises=("hose",), kind="undercuts", target="sign"),
        Link(id="dry attacks rain", premises=("dry",), kind="attacks", target="rain"),
        Link(id="tent undercuts dry attacks rain", premises=("tent",), kind="undercuts", target="dry attacks rain"),
        Link(id="hose attacks cause", premises=("hose",), kind="attacks", target="cause"),
    ),
)


@pytest.mark.parametrize(("module", "suffix"), [(mermaid, "mmd"), (d2, "d2"), (markdown, "md")])
def test_one_map_with_everything(module, suffix: str, golden: Callable[[str, str], None]) -> None:
    golden(f"formats/rain.{suffix}", "".join(f"{line}\n" for line in module.write(MAP)))


@pytest.mark.parametrize("module", [mermaid, d2, markdown])
@settings(max_examples=50)
@given(argmap=argmaps())
def test_lines_are_lines_and_two_runs_are_equal(module, argmap: ArgMap) -> None:
    lines = list(module.write(argmap))
    assert lines == list(module.write(argmap))
    assert not any(mark in line for line in lines for mark in "\n\r\u2028\u2029\u0085")


@settings(max_examples=50)
@given(argmap=argmaps())
def test_the_numbered_outline_holds_every_claim_under_its_number(argmap: ArgMap) -> None:
    text = "\n".join(markdown.write(argmap))
    numbers = outline(argmap).numbers
    for claim in argmap.claims:
        assert f"- **{numbers[claim.id]}** " in text
        assert markdown.escape(claim.text) in text


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_nothing_breaks_out_of_a_quotation(text: str) -> None:
    inside = mermaid.quote(text)[1:-1]
    assert not set(inside) & set('"<>&[]{}|`\\\n\r')
    assert d2.quote(text)[1:-1].replace("''", "").count("'") == 0
    assert "<" not in markdown.escape(text).replace("\\<", "")


def test_quotations_and_paragraphs_stay_apart_in_markdown() -> None:
    claim = Claim(id="a", text="A claim.", quote=("first", "second"), at=(1, "p. 12"))
    argmap = ArgMap(title="t", description="One.\n\nTwo\nlines.", claims=(claim,))
    assert list(markdown.write(argmap)) == [
        "# t", "", "One.", "", "Two lines.", "",
        "- **1** A claim.", "  > first (paragraph 1)", "  >", "  > second (p. 12)",
    ]  # fmt: skip


def test_markdown_says_who_whence_and_where_and_its_addresses_can_be_followed() -> None:
    sources = (Source(id="one", title="Book *One*", url="https://a.b/c_d"), Source(id="two", url="javascript:alert(1)"))
    claims = (
        Claim(id="a", text="A."),
        Claim(id="b", text="B.", by="Cy", url="https://e.f/", quote=("words",), at=("p. 12",), source="one"),
        Claim(id="c", text="C.", status="rejected", url="https://e.f/> <b>"),
    )
    links = (Link(id="l", premises=("b", "c"), kind="supports", target="a", note="On it.", quote=("thus",)),)
    lines = list(markdown.write(ArgMap(title="t", license="MIT", claims=claims, links=links, sources=sources)))
    assert "  - **1.1** *because (together with 1.2):* B. *(Cy)*" in lines
    assert "    > words (p. 12, Book \\*One\\*)" in lines
    assert "    > thus" in lines
    assert "    - On this step: On it." in lines
    assert "    - <https://e.f/>" in lines
    assert "  - **1.2** *because (together with 1.1):* C. *(rejected)*" in lines
    assert lines[-2:] == ["- Book \\*One\\* <https://a.b/c_d>", "- javascript:alert(1)"]
    assert "MIT" in lines
