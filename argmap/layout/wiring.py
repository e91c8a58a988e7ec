"""Wiring: which pieces a link is drawn in, and which links have a junction. The same for every engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap, Link


class Piece(NamedTuple):
    """One curve to be drawn, from a claim or junction to a claim or junction; a junction goes by its link's id."""

    link: str
    leg: str
    start: str
    end: str
    arrow: bool


class Wiring(NamedTuple):
    """All pieces, in file order, and the links that have a junction, in file order."""

    pieces: tuple[Piece, ...]
    junctions: tuple[str, ...]


def wiring(argmap: ArgMap) -> Wiring:
    """Return how the links of a map are drawn. O(links).

    Linked premises meet in a junction, and an undercut ends on the junction of the link it undercuts. Any other link
    is one piece from its premise to its target.
    """
    hit = {link.target for link in argmap.links if link.kind == "undercuts"}
    joined = {link.id: None for link in argmap.links if link.id in hit or len(set(link.premises)) > 1}
    return Wiring(tuple(piece for link in argmap.links for piece in _pieces(link, link.id in joined)), tuple(joined))


def _pieces(link: Link, joined: bool) -> Iterator[Piece]:  # noqa: FBT001 - private, and named at its only call
    premises = dict.fromkeys(link.premises)
    for premise in premises:
        yield Piece(link.id, premise, premise, link.id if joined else link.target, not joined)
    if joined:
        yield Piece(link.id, "", link.id, link.target, arrow=True)
