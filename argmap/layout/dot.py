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
    from argmap.layout.wiring import Piece, Wiring
    from argmap.model import ArgMap

JUNCTION = 8  # pixels across
NODE_GAP = 20  # pixels between boxes side by side
RANK_GAP = 30  # pixels between a row of boxes and the junctions beneath it: an arrowhead and its sign
FRAME_MARGIN = 12
TITLE_HEIGHT = 14
_PER_INCH = 72
_MAX_TITLE = 400.0


class Plan(NamedTuple):
    """What the engine is given: names of nodes and edges by position, sizes, frames.

    `nodes`: claims in reading order, then junctions, by id. `frames`: by group, the ids that stand inside.
    """

    nodes: tuple[str, ...]
    sizes: Mapping[str, tuple[int, int]]
    pieces: tuple[Piece, ...]
    frames: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, str]
    junctions: frozenset[str]


def plan(argmap: ArgMap, order: Sequence[str], cards: Mapping[str, Card], wires: Wiring, *, groups: bool) -> Plan:
    """Return what the engine needs to know, in reading order. O(claims + links)."""
    sizes = {name: (cards[name].width, cards[name].height) for name in order}
    sizes.update(dict.fromkeys(wires.junctions, (JUNCTION, JUNCTION)))
    return Plan(
        nodes=tuple(sizes),
        sizes=sizes,
        pieces=_in_reading_order(argmap, order, wires),
        frames=_frames(argmap, order, wires) if groups else {},
        titles={group.id: group.title for group in argmap.groups},
        junctions=frozenset(wires.junctions),
    )


def _in_reading_order(argmap: ArgMap, order: Sequence[str], wires: Wiring) -> tuple[Piece, ...]:
    """Return the pieces as the outline reads them: the engine's first guess at the order of boxes follows them."""
    ranking = reasons(argmap)
    place = {link.id: at for at, link in enumerate(link for name in order for link in ranking.get(name, ()))}
    known = [piece for piece in wires.pieces if piece.end in place or piece.end in ranking or piece.link in place]
    return tuple(sorted(known, key=lambda piece: (place.get(piece.link, len(place)), piece.leg != "")))


def _frames(argmap: ArgMap, order: Sequence[str], wires: Wiring) -> dict[str, tuple[str, ...]]:
    """Return the claims of each group, and the junctions whose premises all belong to it."""
    inside: dict[str, list[str]] = {group.id: [] for group in argmap.groups}
    for name in order:
        if (group := argmap.claim(name).group) in inside:
            inside[group].append(name)
    for name in wires.junctions:
        homes = {argmap.claim(premise).group for premise in argmap.link(name).premises}
        if len(homes) == 1 and (group := homes.pop()) in inside:
            inside[group].append(name)
    return {group: tuple(names) for group, names in inside.items() if names}


def dot_text(
    what: Plan, orientation: Orientation, neighbours: Sequence[tuple[str, str]] = (), *, phase: int = 0
) -> str:
    """Return the DOT text. `neighbours`: pairs of one rank that must stand in that order; `phase`: where to stop."""
    return "\n".join(_lines(what, orientation, neighbours, phase))


def _lines(what: Plan, orientation: Orientation, neighbours: Sequence[tuple[str, str]], phase: int) -> Iterator[str]:
    keys = {name: f"n{at}" for at, name in enumerate(what.nodes)}
    yield "digraph{" + (f"phase={phase};" if phase else "")
    yield f"rankdir={'TB' if orientation == 'up' else 'LR'};nodesep={_inch(NODE_GAP)};ranksep={_inch(RANK_GAP)};"
    yield 'splines=spline;node[shape=box,fixedsize=true,label="",margin=0];edge[arrowhead=none];'
    for name in what.nodes:
        width, height = what.sizes[name]
        shape = ",shape=circle" if name in what.junctions else ""
        yield f"{keys[name]}[width={_inch(width)},height={_inch(height)}{shape}];"
    for at, (group, names) in enumerate(what.frames.items()):
        yield f"subgraph cluster_{at}{{margin={FRAME_MARGIN};{_title(what.titles[group])};"
        yield ";".join(keys[name] for name in names) + "}"
    for at, piece in enumerate(what.pieces):
        yield f"{keys[piece.end]}->{keys[piece.start]}[id=e{at}{_edge(piece, what.junctions)}];"
    for left, right in neighbours:
        yield f"{keys[left]}->{keys[right]}[minlen=0,weight=0,style=invis];"
    yield "}"


def _edge(piece: Piece, junctions: frozenset[str]) -> str:
    """Return the attributes of an edge that keep claims on even ranks and legs short."""
    ends = (piece.start in junctions) + (piece.end in junctions)
    if ends == 1:
        return ",weight=3"
    return ",minlen=2"


def _title(text: str) -> str:
    """Return a cluster's label: an empty cell as large as the group's title, since the engine has no fonts."""
    width = min(_MAX_TITLE, measure(text, HEADER_SIZE) + 2 * FRAME_MARGIN)
    cell = f'<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{TITLE_HEIGHT}"><TR><TD></TD></TR></TABLE>'
    return f"label=<{cell}>;labeljust=l"


def _inch(pixels: float) -> str:
    return f"{pixels / _PER_INCH:.5f}"
