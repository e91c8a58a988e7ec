"""Whatever a map holds, every format writes it: as text that is UTF-8, twice the same, with every claim in it."""

from __future__ import annotations

from importlib import import_module
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from argmap import convert
from argmap.formats import FORMATS
from argmap.model import ArgMap, Claim, Link
from tests.support.maps import HOSTILE_TEXTS, argmaps

TEXTS = [row for row in FORMATS.values() if row.writes and not row.binary]
BINARY = [row for row in FORMATS.values() if row.writes and row.binary]
# what a Python program may put into a map though no map file may hold it
FORBIDDEN = ("a\x00b", "a\x0bb", "a\x1b[31mb", "\ud800", "\ufffe", "a\rb\r\nc", "\x7f", "\x85")


def name(row) -> str:
    return row.name


@pytest.mark.parametrize("row", TEXTS, ids=name)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(argmap=argmaps())
def test_every_random_map_is_written(row, argmap) -> None:
    module = import_module(f"argmap.formats.{row.module}")
    lines = list(module.write(argmap))
    assert lines == list(module.write(argmap))
    "\n".join(lines).encode("utf-8")


@pytest.mark.parametrize("row", BINARY, ids=name)
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(argmap=argmaps(max_claims=4))
def test_every_random_map_is_drawn(row, argmap) -> None:
    assert convert.write(argmap, row.name) == convert.write(argmap, row.name)


def hostile(texts) -> ArgMap:
    claims = tuple(Claim(id=f"c{index}", text=text, note=text, kind=text[:9]) for index, text in enumerate(texts))
    links = tuple(
        Link(id=f"l{claim.id}", premises=(claim.id,), kind="supports", target="c0", note=claim.text)
        for claim in claims[1:]
    )
    return ArgMap(title=texts[0], claims=claims, links=links, description=texts[0], authors=(texts[0],))


@pytest.mark.parametrize("row", [*TEXTS, *BINARY], ids=name)
def test_hostile_texts_are_written(row) -> None:
    assert convert.write(hostile(HOSTILE_TEXTS), row.name)


@pytest.mark.parametrize("row", [row for row in TEXTS if row.name in ("svg", "graphml", "gexf")], ids=name)
def test_what_is_written_is_xml_even_if_the_texts_are_not_of_a_map_file(row) -> None:
    for text in FORBIDDEN:
        written = convert.write(hostile((text, "x")), row.name)
        ET.fromstring(written.encode("utf-8"))  # noqa: S314 - what we wrote ourselves


@pytest.mark.parametrize("row", [row for row in TEXTS if row.name in ("dot", "html", "csv", "tsv")], ids=name)
def test_forbidden_characters_are_replaced(row) -> None:
    for text in FORBIDDEN:
        written = convert.write(hostile((text, "x")), row.name)
        written.encode("utf-8")
        assert not set("\x00\x0b\x1b\ufffe") & set(written)
