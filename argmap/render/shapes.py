"""The shapes of a figure: plain values with colours, in pixels, that every writer can draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from argmap.layout.text import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.layout.geometry import Point

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle; (x, y) is its top left, `dash` pixels on and off."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: str = ""
    stroke: str = ""
    line: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text, its base line starting at (x, y); at its right end where `rtl` says so or `anchor` is "end"."""

    x: float
    y: float
    text: str
    size: float
    color: str
    anchor: Anchor = "start"
    rtl: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Cubic Bezier pieces: a start, then three points a piece."""

    points: tuple[Point, ...]
    stroke: str
    line: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Polygon:
    """A filled polygon."""

    points: tuple[Point, ...]
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str


Shape = Rect | Text | Path | Polygon | Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Shapes that belong together: `id` is the element's, `label` is what a screen reader says."""

    kind: Literal["claim", "link", "frame", "key", "title"]
    id: str
    label: str
    shapes: tuple[Shape, ...]
    url: str = ""


def extents(shape: Shape) -> Iterator[tuple[float, float, float, float]]:
    """Yield left, top, right and bottom of a shape, of a path those of each piece. Texts count in both directions."""
    match shape:
        case Rect():
            yield shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Circle():
            yield shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius
        case Text():
            width = measure(shape.text, shape.size) * 1.1
            left = 0.0 if shape.anchor == "start" and not shape.rtl else width
            yield shape.x - left, shape.y - shape.size, shape.x + width, shape.y + shape.size * 0.3
        case Polygon():
            yield _around(shape.points)
        case Path():
            for start in range(0, len(shape.points) - 1, 3):
                yield _around(shape.points[start : start + 4])


def _around(points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    columns, rows = zip(*points, strict=True)
    return min(columns), min(rows), max(columns), max(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A figure: `parts` in drawing order, inside (0, 0) .. (width, height) pixels."""

    width: float
    height: float
    background: str
    title: str
    description: str
    language: str
    parts: tuple[Part, ...]
