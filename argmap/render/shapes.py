"""The shapes of a figure: plain values with colours, in pixels, that every writer can draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
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
