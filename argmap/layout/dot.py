"""A map as DOT text for the engine: boxes without text, points for junctions, clusters. No id or text of a user in it.

Edges run from target to premise, so that the thesis has rank 0; claims stand on even ranks, junctions on odd ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.layout.geometry import HEADER_SIZE
from argmap.layout.text import measure
from argmap.order import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.layout.cards import Card
    from argmap.layout.geometry import Orientation
    from argmap.layout.groups import Part
    from argmap.layout.wiring import Piece, Wiring
    from argmap.model import ArgMap
    from argmap.order import Outline

JUNCTION = 8  # pixels across
NODE_GAP = 20  # pixels between boxes side by side
RANK_GAP = 30  # pixels between a row of boxes and the junctions beneath it: an arrowhead and its sign
FRAME_MARGIN = 12
TITLE_HEIGHT = 14
_PER_INCH = 72
_MAX_TITLE = 400.0
_TREE_WEIGHT = 8  # how much shorter and straighter the links of the outline are to be than the others
_PORTS = {"up": ("s", "n"), "left": ("e", "w")}  # where a curve leaves a target and meets a premise

Ranks = dict[str, tuple[int, int]]  # by id of claim or junction: rank from the thesis down, place from left to right


class Plan(NamedTuple):
    """What the engine is given. `nodes`: claims in reading order, then junctions; node n0 of the DOT text is the first.

    `pieces`: what is drawn, in reading order, for that is the order the engine starts from. `tree`: the links by which
    claims hang in the outline. `clusters`: the parts of groups that are kept together.
    """

    nodes: tuple[str, ...]
    sizes: Mapping[str, tuple[int, int]]
    pieces: tuple[Piece, ...]
    junctions: frozenset[str]
    tree: frozenset[str]
    clusters: tuple[Part, ...]
    titles: Mapping[str, str]


class Order(NamedTuple):
    """What the first run teaches the second: ranks, and neighbours that must keep their order."""

    ranks: Ranks
    neighbours: tuple[tuple[str, str], ...]


def plan(argmap: ArgMap, outline: Outline, cards: Mapping[str, Card], wires: Wiring, clusters: Sequence[Part]) -> Plan:
    """Return what the engine needs to know. O(n log n)."""
    sizes = {name: (cards[name].width, cards[name].height) for name in outline}
    sizes.update(dict.fromkeys(wires.junctions, (JUNCTION, JUNCTION)))
    ranking = reasons(argmap)
    place = {link.id: at for at, link in enumerate(link for name in outline for link in ranking.get(name, ()))}
    return Plan(
        nodes=tuple(sizes),
        sizes=sizes,
        pieces=tuple(sorted(wires.pieces, key=lambda piece: (place.get(piece.link, len(place)), piece.leg != ""))),
        junctions=frozenset(wires.junctions),
        tree=frozenset(outline.via.values()),
        clusters=tuple(clusters),
        titles={group.id: group.title for group in argmap.groups},
    )


def dot_text(what: Plan, orientation: Orientation, order: Order | None = None) -> str:
    """Return the DOT text: of the first run, which stops when ranks and places are found, or of the second."""
    return "\n".join(_lines(what, orientation, order))


def _lines(what: Plan, orientation: Orientation, order: Order | None) -> Iterator[str]:
    keys = {name: f"n{at}" for at, name in enumerate(what.nodes)}
    yield "digraph{" + ("" if order else "phase=2;")
    yield f"rankdir={'TB' if orientation == 'up' else 'LR'};nodesep={_inch(NODE_GAP)};ranksep={_inch(RANK_GAP)};"
    yield 'node[shape=box,fixedsize=true,label="",margin=0];edge[arrowhead=none];'
    for name in what.nodes:
        width, height = what.sizes[name]
        shape = ",shape=circle" if name in what.junctions else ""
        yield f"{keys[name]}[width={_inch(width)},height={_inch(height)}{shape}];"
    for at, part in enumerate(what.clusters):
        yield f"subgraph cluster_{at}{{margin={FRAME_MARGIN};{_title(what.titles.get(part.group, ''))};"
        yield ";".join(keys[name] for name in _inside(part, what)) + "}"
    for at, piece in enumerate(what.pieces):
        ports = _ports(piece, what, orientation, order.ranks) if order else ""
        yield f"{keys[piece.end]}->{keys[piece.start]}[id=e{at}{_weight(piece, what)}{ports}];"
    if order and order.neighbours:
        yield from _kept(what, keys, order, orientation)
    yield "}"


def _inside(part: Part, what: Plan) -> list[str]:
    """Return the claims of a cluster and the junctions that join its claims alone."""
    claims = set(part.claims)
    legs: dict[str, bool] = {}
    for piece in what.pieces:
        if piece.leg and piece.link in what.junctions:
            legs[piece.link] = legs.get(piece.link, True) and piece.leg in claims
    return [*part.claims, *(link for link, within in legs.items() if within)]


def _kept(what: Plan, keys: Mapping[str, str], order: Order, orientation: Orientation) -> Iterator[str]:
    """Yield unseen edges within a rank, which keep neighbours in order, and unseen nodes, without which they do not.

    The engine compares a node with the next one that has a neighbour in the rank it looks at, and swaps the two over
    the heads of those between that have none; so every claim on which nothing bears is given such a neighbour. And
    where ranks run from left to right it takes the order of two nodes in one cluster the wrong way round.
    """
    home = {name: at for at, part in enumerate(what.clusters) for name in part.claims}
    for pair in order.neighbours:
        together = home.get(pair[0], -1) == home.get(pair[1], -2)
        left, right = pair[::-1] if together and orientation == "left" else pair
        yield f"{keys[left]}->{keys[right]}[minlen=0,style=invis];"
    yield "node[width=0.01,height=0.01];edge[style=invis];"
    borne = {piece.end for piece in what.pieces}
    for name in what.nodes:
        if name not in borne and name not in what.junctions:
            yield f"{keys[name]}->l{keys[name]};"


def _weight(piece: Piece, what: Plan) -> str:
    """Return the attributes of an edge that keep claims on even ranks and the outline's links short."""
    weight = _TREE_WEIGHT if piece.link in what.tree else 2
    one_step = (piece.start in what.junctions) != (piece.end in what.junctions)
    return f",weight={weight}" + ("" if one_step else ",minlen=2")


def _ports(piece: Piece, what: Plan, orientation: Orientation, ranks: Ranks) -> str:
    """Return on which sides of its boxes a curve ends: those that face each other, unless both stand in one rank."""
    if ranks[piece.end][0] == ranks[piece.start][0]:
        return ""
    tail, head = _PORTS[orientation] if ranks[piece.end][0] < ranks[piece.start][0] else _PORTS[orientation][::-1]
    leaves = "" if piece.end in what.junctions else f",tailport={tail}"
    return leaves + ("" if piece.start in what.junctions else f",headport={head}")


def _title(text: str) -> str:
    """Return a cluster's label: an empty cell as large as the group's title, since the engine has no fonts."""
    width = min(_MAX_TITLE, measure(text, HEADER_SIZE) + 2 * FRAME_MARGIN)
    cell = f'<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{TITLE_HEIGHT}"><TR><TD></TD></TR></TABLE>'
    return f"label=<{cell}>;labeljust=l"


def _inch(pixels: float) -> str:
    return f"{pixels / _PER_INCH:.5f}"
