"""Where the sign of a link stands on its line: near the arrowhead, stepping back where arrows arrive side by side."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from argmap.layout.geometry import bezier

if TYPE_CHECKING:
    from argmap.layout.geometry import Curve, Picture, Point

NEAR: Final = 21.0  # pixels from the tip to the centre of the sign
BACK: Final = 17.0  # pixels from one lane of signs to the next one further back
RADIUS: Final = 7.0  # pixels, of the disc that holds the sign
LANES: Final = 4  # of signs before one card, at the most
APART: Final = 2 * RADIUS + 1  # pixels between the tips of arrows whose signs may stand in one lane
_PARTS: Final = 20  # of a Bezier piece, to find a point on it


def signs(picture: Picture) -> dict[str, Point]:
    """Return the centre of the sign of every link, in pixels, by link id. O(links log links)."""
    reach = reaches(picture)
    return {curve.link: point_before(curve, reach[curve.link]) for curve in picture.curves if curve.arrow}


def reaches(picture: Picture) -> dict[str, float]:
    """Return how far from the tip of its arrow the sign of each link stands, in pixels, by link id.

    Tips nearer to each other than a disc is wide take turns: the first sign stands near, the next one a lane further
    back, and so on.
    """
    arrows = [curve for curve in picture.curves if curve.arrow]
    arrows.sort(key=lambda curve: (curve.points[-1], curve.link))
    found: dict[str, float] = {}
    latest: list[Point] = []  # the tip whose sign stands last in each lane
    for curve in arrows:
        tip = curve.points[-1]
        free = (lane for lane, point in enumerate(latest) if hypot(tip[0] - point[0], tip[1] - point[1]) >= APART)
        lane = next(free, len(latest) % LANES)
        latest[lane : lane + 1] = [tip]
        found[curve.link] = NEAR + BACK * lane
    return found


def point_before(curve: Curve, reach: float) -> Point:
    """Return the point of a curve that is `reach` pixels from its end as the crow flies, or its start if none is."""
    points = curve.points
    end = points[-1]
    for start in range(len(points) - 4, -1, -3):
        piece = points[start : start + 4]
        for part in range(_PARTS - 1, -1, -1):
            point = bezier(piece, part / _PARTS)
            if hypot(point[0] - end[0], point[1] - end[1]) >= reach:
                return point
    return points[0]
