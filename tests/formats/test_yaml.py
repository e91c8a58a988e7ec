"""What is written as a map file is read back as the same map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap import document
from argmap.api import loads
from argmap.formats.yaml import dumps, gathered, write
from argmap.model import ArgMap, Claim, Link, Source, link_id
from argmap.order import outline, reasons
from argmap.yamltext import folded, quote
from tests.support.maps import HOSTILE_TEXTS, argmaps, texts

if TYPE_CHECKING:
    from argmap.model import Kind


@settings(max_examples=150, deadline=None)
@given(argmap=argmaps())
def test_model_to_yaml_to_model_is_the_identity(argmap):
    text = dumps(argmap)
    assert loads(text) == argmap
    assert document.parse(text, pure=True).argmap == argmap


@settings(max_examples=50, deadline=None)
@given(argmap=argmaps())
def test_other_yaml_readers_see_the_same_texts(argmap):
    found = yaml.safe_load(dumps(argmap))
    assert found["title"] == argmap.title
    claims = {key: value if isinstance(value, str) else value["text"] for key, value in found["claims"].items()}
    assert claims == {claim.id: claim.text for claim in argmap.claims}


@settings(max_examples=300)
@given(text=st.one_of(texts(), st.text(st.characters(exclude_categories=("Cs",)), max_size=200)))
def test_a_quoted_text_is_that_text_everywhere(text):
    for row in (quote(text), quote(text, flow=True)):
        assert "\n" not in row
        assert yaml.safe_load(f"k: {row}\nl: [{quote(text, flow=True)}]\n") == {"k": text, "l": [text]}
        assert yaml.load(f"k: {row}\n", yaml.CSafeLoader) == {"k": text}


@settings(max_examples=300)
@given(text=st.one_of(texts(), st.text("ab \n#:-\t", max_size=300)))
def test_a_folded_text_is_that_text(text):
    rows = folded(text, "  ")
    if rows is not None:
        block = "\n".join(["k: " + rows[0], *rows[1:]])
        assert yaml.safe_load(block + "\n") == {"k": text}
        assert yaml.load(block + "\nl: m\n", yaml.CSafeLoader) == {"k": text, "l": "m"}


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_texts_survive(text):
    argmap = ArgMap(title=text, claims=(Claim(id="a", text=text, note=text, quote=(text, text), by=text),))
    assert loads(dumps(argmap)) == argmap


def link(premises: str, kind: Kind, target: str, **more: object) -> Link:
    names = tuple(premises.split("+"))
    return Link(id=link_id(names, kind, target), premises=names, kind=kind, target=target, **more)


def test_a_written_map_reads_well():
    claims = (
        Claim(id="a", text="A thesis."),
        Claim(id="b", text="A reason.", tags=("x", "z"), credence=0.5, implicit=True),
        Claim(id="c", text="word " * 30 + "end.", quote=("one", "two"), at=(3, "p. 4")),
        Claim(id="d", text="Note: quoted."),
    )
    links = (
        link("b", "supports", "a"),
        link("c", "attacks", "a"),
        link("c", "attacks", "b"),
        link("b+c", "supports", "d", strength=1.0),
        link("d", "undercuts", "b supports a"),
    )
    argmap = ArgMap(title="T", claims=claims, links=links, sources=(Source(title="Essay", year="1928", skip=2),))
    assert (
        "\n".join(write(argmap))
        == """\
title: T
source:
  title: Essay
  year: "1928"
  skip: 2

claims:
  a: A thesis.
  b:
    text: A reason.
    supports: a
    tags: [x, z]
    credence: 0.5
    implicit: true
  c:
    text: >-
      word word word word word word word word word word word word word word word word word word word
      word word word word word word word word word word word end.
    attacks: [a, b]
    quote:
      - one
      - two
    at: [3, p. 4]
  d: "Note: quoted."

links:
  - from: [b, c]
    supports: d
    strength: 1
  - from: d
    undercuts: b supports a"""
    )


def test_links_that_come_out_of_order_are_listed():
    claims = tuple(Claim(id=name, text=f"{name}.") for name in "abc")
    links = (link("c", "supports", "a"), link("b", "supports", "a"))
    argmap = ArgMap(title="T", claims=claims, links=links)
    assert "  - from: b\n    supports: a\n" in dumps(argmap)
    assert loads(dumps(argmap)).links == links


def test_kinds_that_alternate_on_a_claim_are_listed():
    claims = tuple(Claim(id=name, text=f"{name}.") for name in "abcd")
    links = (link("a", "supports", "b"), link("a", "attacks", "c"), link("a", "supports", "d"))
    argmap = ArgMap(title="T", claims=claims, links=links)
    assert loads(dumps(argmap)) == argmap


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(argmaps())
def test_gathering_links_keeps_the_reading_order_and_every_link(argmap):
    fresh = gathered(argmap)
    assert loads(dumps(fresh)) == fresh
    assert gathered(fresh) == fresh
    assert sorted(fresh.links, key=str) == sorted(argmap.links, key=str)
    assert (outline(fresh), reasons(fresh)) == (outline(argmap), reasons(argmap))


def test_gathered_links_stand_on_their_claims():
    claims = tuple(Claim(id=name, text=f"{name}.") for name in "abcd")
    links = (
        link("c", "attacks", "b"),
        link("b", "supports", "a"),
        replace(link("d", "supports", "a"), scheme="sign"),
        link("d", "supports", "b"),
        link("c", "supports", "a"),
    )
    text = dumps(gathered(ArgMap(title="T", claims=claims, links=links)))
    assert "  b:\n    text: b.\n    supports: a\n" in text
    assert "  c:\n    text: c.\n    attacks: b\n    supports: a\n" in text
    assert text.endswith("    scheme: sign\n  - from: d\n    supports: b\n"), "what d bears on first stays first"
