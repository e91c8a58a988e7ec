"""A map in D2, https://d2lang.com. Written, not read.

Linked premises meet in a point and go on as one arrow; so does a step that is undercut, and the undercut ends there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argmap.order import outline
from argmap.render.assets import strings
from argmap.render.words import on_arrows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap, Link

_COLORS: Final = {"supports": "#00805D", "attacks": "#C04A00", "undercuts": "#7B3294"}
_DASHES: Final = {"supports": 0, "attacks": 5, "undercuts": 2}


def quote(text: str) -> str:
    r"""Return a text as a D2 string: in single quotation marks nothing has a meaning but these.

    >>> print(quote("it's ${x}\n{y} \\"))
    'it''s ${x} {y} \'
    """
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the lines of a D2 diagram, theses on top. O(size)."""
    yield "direction: up"
    if argmap.title:
        yield f"title: {quote(argmap.title)} {{shape: text; near: top-center; style.font-size: 24}}"
    names = {}
    known = {group.id: f"g{index}" for index, group in enumerate(argmap.groups)}
    for index, claim in enumerate(argmap.claims):
        home = f"{known[claim.group]}." if claim.group in known else ""
        names[claim.id] = f"{home}c{index}"
    used = {claim.group for claim in argmap.claims}
    for group in argmap.groups:
        if group.id in used:
            yield f"{known[group.id]}: {quote(group.title)}"
    numbers, implied = outline(argmap).numbers, strings(argmap.language)["implied"]
    for claim in argmap.claims:
        text = f"{numbers[claim.id]} {claim.text}{f' {implied}' if claim.implicit else ''}"
        yield f"{names[claim.id]}: {quote(text)}{' {style.stroke-dash: 4}' if claim.implicit else ''}"
    hit = {link.target for link in argmap.links if link.kind == "undercuts"}
    points = {
        link.id: f"s{index}" for index, link in enumerate(argmap.links) if len(link.premises) > 1 or link.id in hit
    }
    for link in argmap.links:
        if link.id in points:
            yield f"{points[link.id]}: '' {{shape: circle; width: 12; height: 12}}"
    words = on_arrows(argmap.language)
    for link in argmap.links:
        yield from _link(link, names, points, words[link.kind])


def _link(link: Link, names: dict[str, str], points: dict[str, str], word: str) -> Iterator[str]:
    target = points[link.target] if link.kind == "undercuts" else names[link.target]
    style = f'{{style.stroke: "{_COLORS[link.kind]}"; style.stroke-dash: {_DASHES[link.kind]}}}'
    if link.id in points:
        for premise in link.premises:
            yield f"{names[premise]} -- {points[link.id]}: {style}"
    start = points.get(link.id) or names[link.premises[0]]
    yield f"{start} -> {target}: {quote(word)} {style}"
