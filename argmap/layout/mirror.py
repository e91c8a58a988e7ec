"""A picture for readers from right to left: the first reason at the right, the thesis where reading begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argmap.layout.geometry import Orientation, Picture

_TURNED: Final[dict[Orientation, Orientation]] = {"up": "up", "left": "right", "right": "left"}


def mirrored(picture: Picture) -> Picture:
    """Return the picture with left and right exchanged; texts stay as they are. O(n).

    >>> from argmap.layout.geometry import Box, Picture
    >>> left = Picture(200, 50, "left", (Box("thesis", 10, 10, 60, 30, ("True.",)),), (), (), (), "tree")
    >>> mirrored(left).orientation, mirrored(left).boxes[0].x
    ('right', 130)
    """

    def over(x: float) -> float:
        return round(picture.width - x, 2)

    return replace(
        picture,
        orientation=_TURNED[picture.orientation],
        boxes=tuple(replace(box, x=over(box.x + box.width)) for box in picture.boxes),
        junctions=tuple(replace(junction, x=over(junction.x)) for junction in picture.junctions),
        curves=tuple(replace(curve, points=tuple((over(x), y) for x, y in curve.points)) for curve in picture.curves),
        frames=tuple(replace(frame, x=over(frame.x + frame.width)) for frame in picture.frames),
    )
