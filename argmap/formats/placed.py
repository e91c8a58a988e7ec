"""Our layout for programs that draw nodes and edges: where every claim and link stands, and by which points edges run.

A link is a node too: the junction where there is one, else the place of its sign, which cuts its curve in two.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final

from argmap.layout import layout
from argmap.layout.geometry import bezier
from argmap.layout.signs import RADIUS, signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.layout.geometry import Curve, Point
    from argmap.model import ArgMap

_PARTS: Final = 6  # samples of a Bezier piece
_STRAIGHT: Final = 1.5  # pixels: a point nearer to the line between its neighbours is left out


@dataclass(frozen=True, slots=True)
class Spot:
    """A node: its centre and size in pixels, y growing down; the wrapped lines of a claim, none for a link."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """Spots by id of claim or link; the points of every edge, ends included, by its two ends."""

    spots: Mapping[str, Spot]
    paths: Mapping[tuple[str, str], tuple[Point, ...]]


def placed(argmap: ArgMap) -> Placed:
    """Return where a map stands, by our own layout. Costs the layout, then O(size).

    Raises EnvironmentProblemError if the map needs a layout engine and none is installed.
    """
    picture = layout(argmap)
    spots = {
        box.id: Spot(box.x + box.width / 2, box.y + box.height / 2, box.width, box.height, box.lines)
        for box in picture.boxes
    }
    size = 2 * RADIUS
    spots |= {link: Spot(x, y, size, size) for link, (x, y) in signs(picture).items()}
    joined = {dot.link for dot in picture.junctions}
    spots |= {dot.link: Spot(dot.x, dot.y, size, size) for dot in picture.junctions}
    paths: dict[tuple[str, str], tuple[Point, ...]] = {}
    for curve in picture.curves:
        paths |= _paths(argmap, curve, spots[curve.link], joined=curve.link in joined)
    return Placed(spots, paths)


def _paths(argmap: ArgMap, curve: Curve, spot: Spot, *, joined: bool) -> dict[tuple[str, str], tuple[Point, ...]]:
    """Return the points of the one or two edges that a curve is."""
    points = list(_sampled(curve.points))
    target = argmap.link(curve.link).target
    if joined:
        ends = (curve.leg, curve.link) if curve.leg else (curve.link, target)
        return {ends: _thin(points)}
    centre = (spot.x, spot.y)
    cut = min(range(len(points)), key=lambda at: hypot(points[at][0] - centre[0], points[at][1] - centre[1]))
    before = [*points[: max(cut, 1)], centre]
    after = [centre, *points[min(cut + 1, len(points) - 1) :]]
    return {(curve.leg, curve.link): _thin(before), (curve.link, target): _thin(after)}


def _sampled(points: tuple[Point, ...]) -> Iterator[Point]:
    """Yield points on a chain of Bezier pieces, from its start to its end."""
    yield points[0]
    for start in range(0, len(points) - 1, 3):
        piece = points[start : start + 4]
        yield from (bezier(piece, part / _PARTS) for part in range(1, _PARTS + 1))


def _thin(points: list[Point]) -> tuple[Point, ...]:
    """Return the points without those on a straight stretch.

    >>> _thin([(0, 0), (5, 0), (10, 0), (10, 10)])
    ((0, 0), (10, 0), (10, 10))
    """
    kept = points[:1]
    for point, after in pairwise(points[1:]):
        if _distance(point, kept[-1], after) > _STRAIGHT:
            kept.append(point)
    return (*kept, points[-1])


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the line through two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    return abs(dx * (start[1] - point[1]) - dy * (start[0] - point[0])) / length if length else 0.0
