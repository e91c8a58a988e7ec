"""What we write is read by the programs it is written for, without an error and with the same counts."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from argmap.formats import argdown, d2, gexf, kialo, mermaid
from argmap.formats.graphml import colors_of
from argmap.formats.notes import Notes
from argmap.formats.placed import placed
from argmap.model import ArgMap, Claim
from argmap.order import outline
from argmap.render.assets import strings
from argmap.source import SourceText
from argmap.xmlquote import legal
from tests.support.maps import HOSTILE_TEXTS, argmaps
from tests.support.peers import ask, needs

pytestmark = pytest.mark.node


def many(count: int) -> list[ArgMap]:
    """Random maps, the same ones every time."""
    found: list[ArgMap] = []

    @settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(argmaps())
    def collect(argmap: ArgMap) -> None:
        found.append(argmap)

    collect()
    return found


def hostile() -> ArgMap:
    """A map of everything that breaks careless code."""
    claims = tuple(Claim(id=f"c{index}", text=text) for index, text in enumerate(HOSTILE_TEXTS))
    return ArgMap(title="Hostile", claims=claims)


@needs("@argdown/node")
def test_argdown_reads_a_thousand_random_maps_without_an_error_and_with_our_counts() -> None:
    maps = [*many(1000), hostile()]
    assert len(maps) >= 1000
    texts = ["\n".join(argdown.write(argmap)) for argmap in maps]
    for text, found, argmap in zip(texts, ask("argdown.mjs", texts), maps, strict=True):
        assert found["errors"] == [], text
        ours = argdown.parse(SourceText(text), Notes("")).counts()
        assert found["counts"] == ours, text
        assert ours["statements"] >= len(argmap.claims)


@needs("@argdown/node")
def test_the_counts_of_argdown_are_those_of_the_map() -> None:
    text = "\n".join(argdown.write(hostile()))
    assert ask("argdown.mjs", [text]) == [
        {"counts": {"statements": len(HOSTILE_TEXTS), "arguments": 0, "inferences": 0}, "errors": []}
    ]


@needs("mermaid")
@needs("jsdom")
def test_mermaid_takes_what_we_write_and_shows_every_text() -> None:
    maps = [*many(200), hostile()]
    texts = ["\n".join(mermaid.write(argmap)) for argmap in maps]
    for text, found, argmap in zip(texts, ask("mermaid.mjs", texts), maps, strict=True):
        assert "error" not in found, (found, text)
        assert found["type"].startswith("flowchart")
        points = sum(line.endswith(":::point") for line in text.splitlines())
        assert len(found["labels"]) == len(argmap.claims) + points
        shown = [decoded(label) for label in found["labels"]]
        assert set(cards(argmap)) <= set(shown), text


def cards(argmap: ArgMap) -> list[str]:
    """Return what stands on the cards of pictures as text."""
    numbers, implied = outline(argmap).numbers, strings(argmap.language)["implied"]
    return [" ".join(f"{numbers[claim.id]} {claim.text} {implied * claim.implicit}".split()) for claim in argmap.claims]


def decoded(label: str) -> str:
    """Mermaid keeps codes such as #35; in this form until it draws."""
    return re.sub(r"\ufb02\u00b0\u00b0(\d+)\u00b6\u00df", lambda code: chr(int(code[1])), label)


@needs("@terrastruct/d2")
def test_d2_takes_what_we_write_and_shows_every_text() -> None:
    maps = [*many(10), hostile()]
    texts = ["\n".join(d2.write(argmap)) for argmap in maps]
    for text, found, argmap in zip(texts, ask("d2.mjs", texts), maps, strict=True):
        assert "error" not in found, (found, text)
        assert found["edges"] >= len(argmap.links)
        assert set(cards(argmap)) <= set(found["labels"]), text


@needs("@argdown/node")
def test_what_comes_from_kialo_goes_to_argdown() -> None:
    argmap = kialo.read(SourceText("1. A.\n1.1. Pro: B [x](http://y.z/a_b).\n1.1.1. Con: C {d} #e.\n")).argmap
    assert argmap is not None
    (found,) = ask("argdown.mjs", ["\n".join(argdown.write(argmap))])
    assert found == {
        "counts": {"statements": 3, "arguments": 0, "inferences": 0, "support": 1, "attack": 1},
        "errors": [],
    }


@needs("graphology-gexf")
def test_gephi_lite_finds_the_labels_colours_and_places_of_every_node() -> None:
    # graphology looks nodes up in plain objects: what is called as their properties are it believes to have already
    lost = {"constructor", "toString", "hasOwnProperty"}
    maps = [argmap for argmap in many(200) if lost.isdisjoint(claim.id for claim in argmap.claims)]
    maps = [argmap for argmap in maps if lost.isdisjoint(link.id for link in argmap.links)][:60]
    maps.append(hostile())
    assert len(maps) > 30
    for argmap, found in zip(maps, ask("gexf.mjs", ["\n".join(gexf.write(argmap)) for argmap in maps]), strict=True):
        where, colors = placed(argmap).spots, colors_of(argmap)
        assert found["type"] == ("directed" if argmap.links else "mixed")
        assert {node["name"] for node in found["nodes"]} == where.keys()
        assert len(found["edges"]) == sum(len(link.premises) + 1 for link in argmap.links)
        for node in found["nodes"]:
            spot = where[node["name"]]
            assert abs(node["x"] - spot.x) + abs(node["y"] + spot.y) < 0.1  # y grows up there
            assert abs(node["size"] - spot.height / 2) < 0.1
            assert node["color"] == "rgb({},{},{})".format(*bytes.fromhex(colors[node["name"]][1:]))
            if argmap.is_claim(node["name"]):
                text = argmap.claim(node["name"]).text
                assert node["label"].split(" ", 1)[1].split() == legal(text).split()
