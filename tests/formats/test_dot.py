"""DOT that Graphviz draws as it is meant: the nodes and edges of the wiring, and every text letter for letter."""

from __future__ import annotations

import subprocess
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from argmap import ArgMap, Claim, loads, outline
from argmap.formats import dot
from argmap.layout import LayoutOptions
from argmap.layout.cards import cards
from argmap.layout.graphviz import find
from argmap.layout.wiring import wiring
from argmap.render.assets import strings
from tests.support.exchange import NASTY
from tests.support.maps import HOSTILE_TEXTS, argmaps

SVG = "{http://www.w3.org/2000/svg}"


def drawn(text: str) -> ET.Element:
    """The SVG that Graphviz makes of a DOT text; it must not even warn about the syntax."""
    done = subprocess.run([find()[0], "-Kdot", "-Tsvg"], input=text.encode(), capture_output=True, check=False)
    assert b"syntax" not in done.stderr, done.stderr.decode()
    return ET.fromstring(done.stdout.decode())  # noqa: S314 - what Graphviz wrote


def plain(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace())


def parts(svg: ET.Element, kind: str) -> list[tuple[str, str]]:
    """Name and text of every node, edge or cluster, without spaces."""
    return [
        (plain(each.findtext(f"{SVG}title")), plain("".join(text.text or "" for text in each.iter(f"{SVG}text"))))
        for each in svg.iter(f"{SVG}g")
        if each.get("class", "").split()[0:1] == [kind]
    ]


def check(argmap) -> None:
    svg = drawn("\n".join(dot.write(argmap)))
    wires, order = wiring(argmap), outline(argmap)
    sized = cards(argmap, order, LayoutOptions())
    wanted = {plain(name): "" for name in wires.junctions}
    for claim in argmap.claims:
        implied = strings(argmap.language)["implied"] * claim.implicit
        header = "·".join(word for word in (order.numbers[claim.id], claim.kind, implied) if word)
        wanted[plain(claim.id)] = plain(header) + plain("".join(sized[claim.id].lines))
    assert dict(parts(svg, "node")) == wanted
    assert len(parts(svg, "edge")) == len(wires.pieces)
    used = {claim.group for claim in argmap.claims}
    shown = {plain(text) for _, text in parts(svg, "cluster")}
    assert {plain(group.title) for group in argmap.groups if group.id in used} <= shown


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(argmap=argmaps())
def test_graphviz_draws_every_random_map(argmap) -> None:
    check(argmap)


def test_hostile_texts_arrive_letter_for_letter() -> None:
    claims = tuple(Claim(id=f"c{index}", text=text) for index, text in enumerate(HOSTILE_TEXTS))
    check(ArgMap(title="\\", claims=claims))


def test_the_file_looks_as_it_did(golden) -> None:
    golden("exchange.dot", "\n".join(dot.write(loads(NASTY))) + "\n")


@pytest.mark.parametrize("word", ["node", "graph", "strict", "subgraph", "edge", "digraph"])
def test_keywords_are_names(word: str) -> None:
    assert parts(drawn("\n".join(dot.write(loads(f"title: x\nclaims:\n  {word}: A claim.\n")))), "node")[0][0] == word
