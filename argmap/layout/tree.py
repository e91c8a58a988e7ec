"""The tidy tree: exact reading order in linear time, for maps too large for a layered picture.

Every claim stands beneath its parent in the outline, as near its siblings as their subtrees allow (Reingold and
Tilford 1981, https://doi.org/10.1109/TSE.1981.234519). Links outside the outline may pass behind cards. Nothing here
recurses: chains may be thousands of claims deep. Lengths are "across" (along a row of siblings) and "along" (from
the thesis down).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from argmap.layout.assemble import Sketch, assemble
from argmap.layout.dot import JUNCTION, NODE_GAP, RANK_GAP
from argmap.layout.groups import parts
from argmap.layout.spread import roomy, run_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.layout.cards import Card
    from argmap.layout.geometry import Orientation, Picture, Point
    from argmap.layout.options import LayoutOptions
    from argmap.layout.wiring import Piece, Wiring
    from argmap.model import ArgMap
    from argmap.order import Outline

GAP = 2.0 * RANK_GAP + JUNCTION  # pixels between rows, as in the layered picture
LEVELS = (0.5, 0.32, 0.18)  # where in the gap above a row the junctions of links, of undercuts, of theirs stand


class Contour:
    """The edges of a laid-out subtree: its least and its greatest place in each row, the deepest row first.

    `shift` is still to be added to all of them, so that a subtree moves in one step.
    """

    __slots__ = ("high", "low", "shift")

    def __init__(self) -> None:
        self.low: list[float] = []
        self.high: list[float] = []
        self.shift = 0.0

    def put_beside(self, other: Contour) -> tuple[Contour, float]:
        """Move the other to the right of this one; return both as one, and by how much it moved. O(the shallower)."""
        common = min(len(self.low), len(other.low))
        if not common:
            return other, 0.0
        far = max(high - low for high, low in zip(self.high[-common:], other.low[-common:], strict=True))
        moved = far + self.shift - other.shift + NODE_GAP
        other.shift += moved
        if len(self.low) >= len(other.low):
            by = other.shift - self.shift
            self.high[-common:] = [each + by for each in other.high[-common:]]
            return self, moved
        by = self.shift - other.shift
        other.low[-common:] = [each + by for each in self.low[-common:]]
        return other, moved

    def crown(self, low: float, high: float) -> None:
        """Add a row on top."""
        self.low.append(low - self.shift)
        self.high.append(high - self.shift)


class Placing(NamedTuple):
    """Where claims stand in one orientation: middles across, starts of rows and their depths along, the whole size."""

    middles: Mapping[str, float]
    starts: Sequence[float]
    depths: Sequence[float]
    across: float
    along: float


def tree(argmap: ArgMap, outline: Outline, cards: Mapping[str, Card], wires: Wiring, options: LayoutOptions) -> Picture:
    """Return the picture of the outline as a tidy tree. O(claims + links)."""
    wanted: tuple[Orientation, ...] = ("up", "left") if options.orientation == "auto" else (options.orientation,)
    arrows = Counter(piece.end for piece in wires.pieces if piece.arrow)
    grown = {orientation: roomy(cards, arrows, orientation) for orientation in wanted}
    placings = {orientation: place(outline, grown[orientation], arrows, orientation) for orientation in wanted}

    def misfit(orientation: Orientation) -> float:
        found = placings[orientation]
        shape = found.across / found.along if orientation == "up" else found.along / found.across
        return max(shape / options.aspect, options.aspect / shape)

    best = min(wanted, key=misfit)
    loose = parts(argmap, outline) if options.groups != "none" else ()
    sketch = _sketch(argmap, outline, grown[best], wires, placings[best], best)
    return assemble(sketch._replace(loose=loose), grown[best], wires)


def place(outline: Outline, cards: Mapping[str, Card], arrows: Mapping[str, int], orientation: Orientation) -> Placing:
    """Return where every claim stands; `arrows`: how many end on each. O(claims)."""
    axis = 0 if orientation == "up" else 1
    size = {name: (card.width, card.height) for name, card in cards.items()}
    offsets: dict[str, float] = {}  # of a claim's middle from its parent's
    contours: dict[str, Contour] = {}
    for name in reversed(list(outline)):
        contours[name] = _subtree(outline.children[name], size[name][axis] / 2, contours, offsets)
    forest = Contour()
    for root in outline.roots:
        forest, offsets[root] = forest.put_beside(contours[root])
    middles: dict[str, float] = {}
    for name in outline:
        middles[name] = offsets[name] + (middles[outline.parent[name]] if outline.parent[name] else 0.0)
    depths: list[float] = [0.0] * (max(outline.depths.values(), default=0) + 1)
    for name, depth in outline.depths.items():
        straight = run_in(arrows.get(name, 0), size[name][axis], orientation)
        depths[depth] = max(depths[depth], size[name][1 - axis] + straight)
    starts = [0.0]
    for deep in depths:
        starts.append(starts[-1] + deep + GAP)
    across = max(forest.high, default=1.0) - min(forest.low, default=0.0)
    return Placing(middles, starts[:-1], depths, across, max(starts[-1] - GAP, 1.0))


def _subtree(children: Sequence[str], half: float, contours: dict[str, Contour], offsets: dict[str, float]) -> Contour:
    """Set the children side by side and their parent above the middle of the first and the last; note the offsets."""
    row = Contour()
    at = []
    for child in children:
        row, moved = row.put_beside(contours.pop(child))
        at.append(moved)
    if at:
        middle = (at[0] + at[-1]) / 2
        row.shift -= middle
        offsets.update((child, each - middle) for child, each in zip(children, at, strict=True))
    row.crown(-half, half)
    return row


def _sketch(
    argmap: ArgMap,
    outline: Outline,
    cards: Mapping[str, Card],
    wires: Wiring,
    found: Placing,
    orientation: Orientation,
) -> Sketch:
    up = orientation == "up"
    slots, centres = {}, {}
    for name, card in cards.items():
        depth = outline.depths[name]
        along = found.starts[depth] + found.depths[depth] / 2
        centres[name] = (found.middles[name], along) if up else (along, found.middles[name])
        slots[name] = (float(card.width), found.depths[depth]) if up else (found.depths[depth], float(card.height))
    for name in wires.junctions:
        across, along = _junction(argmap, outline, found, name)
        centres[name] = (across, along) if up else (along, across)
    paths = {piece: _path(piece, centres, slots, up=up) for piece in wires.pieces if piece.start != piece.end}
    return Sketch(centres, slots, paths, (), (), orientation, "tree", clear=False)


def _junction(argmap: ArgMap, outline: Outline, found: Placing, name: str) -> Point:
    """Return where the junction of a link stands: amid those premises that hang by it, in the gap above them."""
    link = argmap.link(name)
    hanging = [premise for premise in link.premises if outline.via[premise] == name] or list(link.premises)
    level, below = 0, link
    while below.kind == "undercuts" and level < len(LEVELS) - 1 and argmap.is_link(below.target):
        level, below = level + 1, argmap.link(below.target)
    across = sum(found.middles[premise] for premise in hanging) / len(hanging)
    return across, found.starts[min(outline.depths[premise] for premise in hanging)] - GAP * LEVELS[level]


def _path(
    piece: Piece, centres: Mapping[str, Point], slots: Mapping[str, tuple[float, float]], *, up: bool
) -> tuple[Point, ...]:
    """Return one curve between the facing sides of two slots, or beneath a row, or from or to a junction's centre."""
    axis = 1 if up else 0
    start, end = centres[piece.start], centres[piece.end]
    level = abs(start[axis] - end[axis]) < 1
    backwards = -1.0 if start[axis] < end[axis] else 1.0
    start = _edge(start, slots.get(piece.start, (0.0, 0.0)), axis, 1.0 if level else -backwards)
    end = _edge(end, slots.get(piece.end, (0.0, 0.0)), axis, backwards)
    bend = start[axis] + GAP / 2 if level else (start[axis] + end[axis]) / 2
    if up:
        return (start, (start[0], bend), (end[0], bend), end)
    return (start, (bend, start[1]), (bend, end[1]), end)


def _edge(centre: Point, size: tuple[float, float], axis: int, side: float) -> Point:
    """Return the middle of that side of a slot that looks to or from the thesis."""
    by = side * size[axis] / 2
    return (centre[0], centre[1] + by) if axis else (centre[0] + by, centre[1])
