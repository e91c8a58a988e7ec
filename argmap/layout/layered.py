"""The layered picture: Graphviz orders and places; reading order and the shape of the page are ours to see to."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from argmap.layout import graphviz
from argmap.layout.dot import NODE_GAP, RANK_GAP, Plan, dot_text, plan
from argmap.layout.finish import finish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.layout.cards import Card
    from argmap.layout.geometry import Orientation, Picture
    from argmap.layout.options import LayoutOptions
    from argmap.layout.wiring import Wiring
    from argmap.model import ArgMap
    from argmap.order import Outline

Ranks = dict[str, tuple[int, int]]  # by id of claim or junction: rank from the thesis down, place from left to right


def layered(
    argmap: ArgMap, outline: Outline, cards: Mapping[str, Card], wires: Wiring, options: LayoutOptions
) -> Picture:
    """Return the picture as the engine lays it out. Two runs: the first orders, the second places."""
    program, engine = graphviz.find()
    what = plan(argmap, tuple(outline), cards, wires, groups=options.groups)
    found = graphviz.ranks(graphviz.run(program, dot_text(what, "up", phase=2)))
    ranks = {name: found[f"n{at}"] for at, name in enumerate(what.nodes)}
    orientation = options.orientation
    if orientation == "auto":
        orientation = fitting(what, ranks, options.aspect)
    neighbours = siblings(outline, ranks) if options.order == "file" else []
    placed = graphviz.placed(graphviz.run(program, dot_text(what, orientation, neighbours)))
    return finish(what, placed, cards, wires, orientation, engine)


def siblings(outline: Outline, ranks: Ranks) -> list[tuple[str, str]]:
    """Return the neighbouring claims of one parent that share a rank, each pair in reading order."""
    pairs = []
    for children in outline.children.values():
        rows: dict[int, str] = {}
        for child in children:
            if (rank := ranks[child][0]) in rows:
                pairs.append((rows[rank], child))
            rows[rank] = child
    return pairs


def fitting(what: Plan, ranks: Ranks, aspect: float) -> Orientation:
    """Return the orientation whose shape is nearer the wanted one, judged by the sizes of the rows before placing."""
    across: dict[int, list[int]] = {}
    for name, (rank, _) in ranks.items():
        if name not in what.junctions:
            row = across.setdefault(rank, [0, 0, 0, 0])
            width, height = what.sizes[name]
            row[0] += width + NODE_GAP
            row[1] += height + NODE_GAP
            row[2] = max(row[2], width)
            row[3] = max(row[3], height)
    gaps = 2 * RANK_GAP * (len(across) - 1) + 1
    rows = across.values()
    up = max(row[0] for row in rows) / (sum(row[3] for row in rows) + gaps)
    left = (sum(row[2] for row in rows) + gaps) / max(row[1] for row in rows)
    return "up" if abs(log(up / aspect)) <= abs(log(left / aspect)) else "left"
