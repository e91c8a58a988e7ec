"""The layered picture: Graphviz orders and places; reading order and the shape of the page are ours to see to."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from argmap.layout import graphviz
from argmap.layout.assemble import Sketch, assemble
from argmap.layout.dot import NODE_GAP, RANK_GAP, Order, Plan, dot_text, plan
from argmap.layout.geometry import Frame
from argmap.layout.groups import parts, whole
from argmap.layout.spread import roomy, run_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.layout.cards import Card
    from argmap.layout.dot import Ranks
    from argmap.layout.geometry import Orientation, Picture
    from argmap.layout.groups import Part
    from argmap.layout.options import LayoutOptions
    from argmap.layout.wiring import Wiring
    from argmap.model import ArgMap
    from argmap.order import Outline

SMALL = 150  # claims, up to which a run is spent on keeping parts of groups together, or on rows of one depth
SPREAD = 1.2  # how much longer rows become when they are placed than their boxes and gaps together, at the median
MEDIUM = 500  # claims, up to which a run is spent on the last pairs that stand against reading order
HABIT = 1.15  # how much worse the shape may be with the thesis on top, where readers look for it first


def layered(
    argmap: ArgMap, outline: Outline, cards: Mapping[str, Card], wires: Wiring, options: LayoutOptions
) -> Picture:
    """Return the picture as the engine lays it out.

    Two runs: the first finds the ranks, the second places. One more follows where parts of groups could not be kept
    together in reading order, or where the ranks came out otherwise.
    """
    program, engine = graphviz.find()
    every = parts(argmap, outline) if options.groups == "fit" else ()
    what = plan(argmap, outline, cards, wires, whole(argmap, outline) if options.groups == "all" else ())
    ranks = _ranks(what, program)
    orientation = fitting(what, ranks, options.aspect) if options.orientation == "auto" else options.orientation
    cards = roomy(cards, Counter(piece.end for piece in wires.pieces if piece.arrow), orientation)
    what = what._replace(sizes={**what.sizes, **{name: (card.width, card.height) for name, card in cards.items()}})
    kept = tuple(part for part in every if part.closed and len(cards) <= SMALL)
    indifferent = options.order == "crossings" or options.groups == "all"

    def run(clusters: Sequence[Part], ranks: Ranks) -> tuple[Plan, graphviz.Placed, Ranks, bool]:
        trial = what._replace(clusters=tuple(clusters), sizes=slots(what, ranks, orientation))
        order = Order(ranks, siblings(outline, ranks) if options.order == "file" else ())
        found = graphviz.placed(graphviz.run(program, dot_text(trial, orientation, order)))
        rows = _rows(trial, found, orientation)
        return trial, found, rows, indifferent or in_order(siblings(outline, rows), rows)

    trial, found, rows, right = run(kept or what.clusters, ranks)
    if kept and not right:
        trial, found, rows, right = run((), ranks)
    small = len(cards) <= SMALL
    if (not right and len(cards) <= MEDIUM) or (small and slots(trial, rows, orientation) != trial.sizes):
        trial, found, rows, right = run(trial.clusters if right else what.clusters, rows)
    loose = [part for part in every if part not in trial.clusters]
    return assemble(_sketch(trial, found, loose, orientation, engine), cards, wires)


def _ranks(what: Plan, program: str) -> Ranks:
    found = graphviz.ranks(graphviz.run(program, dot_text(what, "up")))
    return {name: found[f"n{at}"] for at, name in enumerate(what.nodes)}


def siblings(outline: Outline, ranks: Ranks) -> tuple[tuple[str, str], ...]:
    """Return the neighbours of one rank among the claims beneath one claim, and among the roots, in reading order."""
    pairs = []
    for children in (outline.roots, *outline.children.values()):
        rows: dict[int, str] = {}
        for child in children:
            if (rank := ranks[child][0]) in rows:
                pairs.append((rows[rank], child))
            rows[rank] = child
    return tuple(pairs)


def slots(what: Plan, ranks: Ranks, orientation: Orientation) -> dict[str, tuple[int, int]]:
    """Return the room for each card: as deep as the deepest of its rank and its arrows. Junctions stay as they are."""
    deepest: dict[int, int] = {}
    axis = 1 if orientation == "up" else 0
    arrows = Counter(piece.end for piece in what.pieces if piece.arrow)
    for name, (rank, _) in ranks.items():
        size = what.sizes[name]
        straight = 0 if name in what.junctions else round(run_in(arrows[name], size[1 - axis], orientation))
        deepest[rank] = max(deepest.get(rank, 0), size[axis] + straight)
    return {
        name: size
        if name in what.junctions
        else (size[0], deepest[ranks[name][0]])
        if axis
        else (deepest[ranks[name][0]], size[1])
        for name, size in what.sizes.items()
    }


def in_order(pairs: Sequence[tuple[str, str]], rows: Ranks) -> bool:
    """Return whether each of those pairs stands in its order."""
    return all(rows[one][1] < rows[other][1] for one, other in pairs)


def _rows(what: Plan, found: graphviz.Placed, orientation: Orientation) -> Ranks:
    """Return the rows and places that the engine gave in the end, by whole pixels; its y grows up."""
    centres = {name: found.nodes[f"n{at}"] for at, name in enumerate(what.nodes)}
    if orientation == "up":
        return {name: (round(-y), round(x)) for name, (x, y) in centres.items()}
    return {name: (round(x), round(-y)) for name, (x, y) in centres.items()}


def fitting(what: Plan, ranks: Ranks, aspect: float) -> Orientation:
    """Return the orientation whose shape is nearer the wanted one, judged by the sizes of the rows before placing."""
    rows: dict[int, list[int]] = {}
    for name, (rank, _) in ranks.items():
        if name not in what.junctions:
            row = rows.setdefault(rank, [0, 0, 0, 0])
            width, height = what.sizes[name]
            row[0] += width + NODE_GAP
            row[1] += height + NODE_GAP
            row[2] = max(row[2], width)
            row[3] = max(row[3], height)
    gaps = RANK_GAP * max(rows)
    up = SPREAD * max(row[0] for row in rows.values()) / (sum(row[3] for row in rows.values()) + gaps)
    left = (sum(row[2] for row in rows.values()) + gaps) / (SPREAD * max(row[1] for row in rows.values()))
    return "up" if abs(log(up / aspect)) <= abs(log(left / aspect)) + log(HABIT) else "left"


def _sketch(what: Plan, found: graphviz.Placed, loose: Sequence[Part], orientation: Orientation, engine: str) -> Sketch:
    """Return what the engine placed, in our names, with y growing down and curves running to their targets."""
    return Sketch(
        centres={name: (found.nodes[f"n{at}"][0], -found.nodes[f"n{at}"][1]) for at, name in enumerate(what.nodes)},
        slots=what.sizes,
        paths={
            piece: tuple((x, -y) for x, y in reversed(found.edges[f"e{at}"]))
            for at, piece in enumerate(what.pieces)
            if f"e{at}" in found.edges
        },
        frames=[
            Frame(part.group, left, -top, right - left, top - bottom)
            for at, part in enumerate(what.clusters)
            for left, bottom, right, top in [found.clusters[f"cluster_{at}"]]
        ],
        loose=loose,
        orientation=orientation,
        engine=engine,
    )
