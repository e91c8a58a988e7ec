"""The picture: where everything stands, in pixels. x grows right, y grows down. No colours, no fonts by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Orientation = Literal["up", "left", "right"]  # which way the arrows point: to the thesis
Point = tuple[float, float]

FONT_SIZE = 14.0  # pixels, of a claim's text
LINE_HEIGHT = 18.0
HEADER_SIZE = 11.0  # pixels, of the row above the text: number, kind, marks
HEADER_HEIGHT = 18.0
PADDING_X = 12.0
PADDING_Y = 8.0


@dataclass(frozen=True, slots=True)
class Box:
    """A placed claim; (x, y) is its top left. `lines` is its wrapped text.

    Header and text stand in the middle of a box that is higher than they need, as one is where many arrows end.
    """

    id: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Junction:
    """The point in which linked premises meet, or in which an undercut ends on its link; (x, y) is the centre."""

    link: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """One drawn piece of a link: cubic Bezier pieces, `points` = start, then three points a piece.

    `leg` is the premise id for a piece that starts at a premise, "" for the trunk from the junction to the target.
    `arrow` tells whether the piece ends in the link's arrowhead, whose tip is `points[-1]`; a link has exactly one
    piece with an arrow: the trunk if it has a junction, else its only leg.
    """

    link: str
    leg: str
    points: tuple[Point, ...]
    arrow: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle around the claims of one group; (x, y) is its top left. Its title stands inside the top edge.

    A group whose claims stand apart may have several frames, and one whose frames would hold other claims has none.
    """

    group: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A laid-out map. Everything lies inside (0, 0) .. (width, height). Tuples stand in file order.

    `engine` says who placed it: "graphviz-pure", "dot" or "tree".
    """

    width: float
    height: float
    orientation: Orientation
    boxes: tuple[Box, ...]
    junctions: tuple[Junction, ...]
    curves: tuple[Curve, ...]
    frames: tuple[Frame, ...]
    engine: str


def bezier(piece: Sequence[Point], t: float) -> Point:
    """Return the point at t, from 0 to 1, of one cubic Bezier piece.

    >>> bezier([(0, 0), (0, 0), (8, 8), (8, 8)], 0.5)
    (4.0, 4.0)
    """
    s = 1 - t
    a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = piece
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
