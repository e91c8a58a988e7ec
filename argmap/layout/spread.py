"""The ends of curves: spread along the side of a box so that every arrowhead is seen, and led up to the card."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from argmap.layout.geometry import bezier
from argmap.layout.signs import APART, BACK, LANES, RADIUS
from argmap.layout.signs import NEAR as NEAR_TIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.layout.cards import Card
    from argmap.layout.geometry import Box, Orientation, Point
    from argmap.layout.groups import Grid, Rect
    from argmap.layout.wiring import Piece

LEAST = APART / 2  # pixels between two arrowheads, for which a card grows; their signs take two lanes then
LONGEST = 480.0  # pixels to which a card grows for its arrows
STEP = 24.0  # pixels between two arrowheads, where the side is long enough
SHARE = 0.75  # of the side that may be used
NEAR = 3.0  # pixels within which a curve ends in the middle of a side
SAMPLES = 8

Path = tuple[tuple[float, float], ...]


def spread(
    pieces: Sequence[Piece],
    paths: Sequence[Path],
    boxes: Mapping[str, Box],
    grid: Grid | None,
    orientation: Orientation,
) -> list[Path]:
    """Return the paths, given in the order of the pieces, with their ends moved apart. O(n log n).

    An end stays where it is if, moved, it would run behind a box of the grid.
    """
    found = list(paths)
    axis = 0 if orientation == "up" else 1
    sides: dict[tuple[str, bool], list[tuple[float, int, bool]]] = {}
    for at, (piece, path) in enumerate(zip(pieces, paths, strict=True)):
        for name, tip, near, far in ((piece.start, False, path[0], path[-1]), (piece.end, True, path[-1], path[0])):
            if name in boxes and _central(near, boxes[name], axis):
                sides.setdefault((name, _beyond(near, boxes[name], axis)), []).append((far[axis], at, tip))
    for (name, _), ends in sides.items():
        box = boxes[name]
        step = step_between(len(ends), box.width if axis == 0 else box.height)
        for index, (_, at, tip) in enumerate(sorted(ends)):
            moved = _moved(found[at], (index - (len(ends) - 1) / 2) * step, axis, tip=tip)
            if grid is None or not any(_hits(moved, pieces[at], grid, tip=tip)):
                found[at] = moved
    return found


def step_between(ends: int, side: float) -> float:
    """Return how far apart the ends of so many curves stand on a side of a card. All lengths in pixels."""
    return min(STEP, SHARE * side / ends)


def roomy(cards: Mapping[str, Card], arrows: Mapping[str, int], orientation: Orientation) -> dict[str, Card]:
    """Return the cards, of which those where many arrows end are wider, or at the side higher. O(cards).

    `arrows`: how many end on each. A card of 26 reasons is 260 pixels long.
    """
    found = dict(cards)
    for name, count in arrows.items():
        side = ceil(min(LONGEST, count * LEAST / SHARE))
        if card := cards.get(name):
            wide, high = (side, 0) if orientation == "up" else (0, side)
            found[name] = replace(card, width=max(card.width, wide), height=max(card.height, high))
    return found


def run_in(arrows: int, side: float, orientation: Orientation) -> float:
    """Return how long arrows run straight up to the side of a card, so that their signs stand clear of each other.

    Pixels. Signs take as many lanes as they need. Few arrows need no straight way, for they come from nearby: one
    between rows of cards, two between columns.

    >>> run_in(6, 60, "left"), run_in(2, 60, "left"), run_in(2, 200, "up")
    (45.0, 0.0, 28.0)
    """
    if arrows <= (1 if orientation == "up" else 2):
        return 0.0
    lanes = min(LANES, ceil(APART / step_between(arrows, side)))
    return NEAR_TIP + BACK * (lanes - 1) + RADIUS


def _central(point: Point, box: Box, axis: int) -> bool:
    """Return whether a curve ends in the middle of one of the sides that face other ranks."""
    middle = (box.x + box.width / 2, box.y + box.height / 2)[axis]
    low, high = ((box.y, box.y + box.height), (box.x, box.x + box.width))[axis]
    across = point[1 - axis]
    return abs(point[axis] - middle) < NEAR and min(abs(across - low), abs(across - high)) < NEAR


def _beyond(point: Point, box: Box, axis: int) -> bool:
    """Return whether a point lies on that side of a box which is turned away from the thesis."""
    return point[1] > box.y + box.height / 2 if axis == 0 else point[0] > box.x + box.width / 2


def _moved(path: Path, by: float, axis: int, *, tip: bool) -> Path:
    """Return the path with its tip or its start, and the control point next to it, moved along the side of the box."""

    def shifted(point: Point) -> Point:
        return (point[0] + by, point[1]) if axis == 0 else (point[0], point[1] + by)

    ends = path[-2:] if tip else path[:2]
    ends = tuple(shifted(point) for point in ends)
    return (*path[:-2], *ends) if tip else (*ends, *path[2:])


def _hits(path: Path, piece: Piece, grid: Grid, *, tip: bool) -> Iterator[bool]:
    """Yield whether a sample of the moved end lies in a box that is not the curve's own."""
    ends = path[-4:] if tip else path[:4]
    xs, ys = zip(*ends, strict=True)
    near = [box for box in grid.within((min(xs), min(ys), max(xs), max(ys))) if box.id not in (piece.start, piece.end)]
    for box in near:
        rect = (box.x - 2, box.y - 2, box.x + box.width + 2, box.y + box.height + 2)
        yield any(_inside(bezier(ends, step / SAMPLES), rect) for step in range(SAMPLES + 1))


def reach(piece: Piece, path: Path, boxes: Mapping[str, Box]) -> Path:
    """Return the path led straight on from the edge of a slot to the card in it, at both ends."""
    if (box := boxes.get(piece.start)) and (gap := _gap(path[0], box)):
        path = (*_line(gap, path[0])[:-1], *path)
    if (box := boxes.get(piece.end)) and (gap := _gap(path[-1], box)):
        path = (*path, *_line(path[-1], gap)[1:])
    return path


def _gap(point: Point, box: Box) -> Point | None:
    """Return the point of the box that is nearest, if it is not the point itself."""
    x = min(max(point[0], box.x), box.x + box.width)
    y = min(max(point[1], box.y), box.y + box.height)
    return None if abs(x - point[0]) + abs(y - point[1]) < 1 else (x, y)


def _line(start: Point, end: Point) -> Path:
    """Return a straight Bezier piece."""
    (x, y), (dx, dy) = start, ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    return (start, (x + dx, y + dy), (x + 2 * dx, y + 2 * dy), end)


def _inside(point: Point, rect: Rect) -> bool:
    return rect[0] < point[0] < rect[2] and rect[1] < point[1] < rect[3]
