"""The signs of relations, the marks of labels, and the samples in the key: small drawings made of strokes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from argmap.layout.signs import RADIUS
from argmap.render.shapes import Circle, Path, Rect
from argmap.render.theme import BORDER_WIDTH, DASHES, IMPLICIT_DASH, LINE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.layout.geometry import Point
    from argmap.model import Kind
    from argmap.render.shapes import Shape
    from argmap.render.theme import Theme

JUNCTION_RADIUS: Final = 4.5
RIM: Final = 1.2  # pixels, of the ring around a sign
STROKE: Final = 1.5  # pixels
PATTERNS: Final = 5  # of the edges that tell groups apart
LABELS: Final = ("stands", "falls", "contested")


@dataclass(frozen=True, slots=True)
class Sample:
    """The small drawing that stands before one entry of the key."""

    theme: Theme
    what: str
    color: str = ""
    pattern: int = 0

    @property
    def lead(self) -> float:
        """How far the words of the entry begin to the right of where it begins, in pixels."""
        return 22.0 if self.what in LABELS else 12.0 if self.what == "strip" else 44.0

    def __call__(self, x: float, y: float) -> Iterator[Shape]:
        """Yield the sample, its middle line at y."""
        theme = self.theme
        if self.what in LABELS:
            yield from mark(self.what, x + 7, y, str(getattr(theme, self.what)))
        elif self.what == "strip":
            yield from strip(x, y - 8, 16.0, self.color, self.pattern)
        elif self.what in {"thesis", "implied", "frame"}:
            yield from self._box(x, y)
        elif self.what == "linked":
            for dy in (-5.0, 5.0):
                yield Path(points=straight(x, y + dy, x + 16, y), stroke=theme.supports, line=LINE_WIDTH)
            yield Circle(x=x + 16, y=y, radius=JUNCTION_RADIUS, fill=theme.supports)
            yield Path(points=straight(x + 16, y, x + 34, y), stroke=theme.supports, line=LINE_WIDTH)
        elif self.what == "strength":
            for dy, line in ((-4.0, 0.5), (4.0, 1.5)):
                yield Path(points=straight(x, y + dy, x + 34, y + dy), stroke=theme.muted, line=LINE_WIDTH * line)
        else:
            yield from self._line(x, y)

    def _line(self, x: float, y: float) -> Iterator[Shape]:
        kind: Kind = "attacks" if self.what == "rebuttal" else self.what  # type: ignore[assignment]  # one of KINDS
        color = str(getattr(self.theme, self.what))
        yield Path(points=straight(x, y, x + 36, y), stroke=color, line=LINE_WIDTH, dash=DASHES[kind])
        yield from sign(kind, x + 18, y, color, self.theme.background)

    def _box(self, x: float, y: float) -> Iterator[Rect]:
        card = Rect(x=x, y=y - 7, width=34, height=14, radius=3, stroke=self.theme.border, line=BORDER_WIDTH)
        if self.what == "implied":
            yield replace(card, dash=IMPLICIT_DASH)
        elif self.what == "frame":
            yield replace(card, line=1.0, fill=self.theme.frame, stroke=self.color or self.theme.frame_line)
        else:
            yield replace(card, line=BORDER_WIDTH * 2)
            yield replace(card, x=x + 3, y=y - 4, width=28, height=8, radius=2, line=1.0)


def strip(x: float, y: float, height: float, color: str, pattern: int = 0) -> Iterator[Rect]:
    """Yield the edge of a card that tells its group: whole, broken, dotted, hollow or thin, in print."""
    kind = pattern % PATTERNS
    if kind in {1, 2}:
        piece, gap = (6.5, 3.0) if kind == 1 else (2.5, 2.5)
        count = max(1, int((height + gap) // (piece + gap)))
        for index in range(count):
            yield Rect(x=x, y=y + index * (piece + gap), width=4, height=piece, fill=color)
    elif kind == 3:  # noqa: PLR2004 - the fourth of five
        yield Rect(x=x + 0.5, y=y + 0.5, width=3.4, height=height - 1, stroke=color, line=1.0)
    else:
        width = 4.0 if kind == 0 else 1.5
        yield Rect(x=x, y=y, width=width, height=height, radius=2 if kind == 0 else 0, fill=color)


def sign(kind: Kind, x: float, y: float, color: str, ground: str) -> Iterator[Shape]:
    """Yield the sign of a relation in a disc centred on (x, y): plus, minus, or an equals sign crossed out.

    Strokes, not letters: they need no font, and do not come between the claims when text is copied from a figure.
    """
    yield Circle(x=x, y=y, radius=RADIUS, fill=color)
    yield Circle(x=x, y=y, radius=RADIUS - RIM, fill=ground)
    half = RADIUS * 0.52
    for dy in (-1.7, 1.7) if kind == "undercuts" else (0.0,):
        yield Path(points=straight(x - half, y + dy, x + half, y + dy), stroke=color, line=STROKE)
    if kind == "supports":
        yield Path(points=straight(x, y - half, x, y + half), stroke=color, line=STROKE)
    if kind == "undercuts":
        yield Path(points=straight(x - half * 0.7, y + half, x + half * 0.7, y - half), stroke=color, line=STROKE)


def mark(label: str, x: float, y: float, color: str) -> Iterator[Shape]:
    """Yield the mark of a label, centred on (x, y): a tick, a cross, or a ring with a dot."""
    strokes = {
        "stands": ((-4.0, 0.0, -1.0, 3.5), (-1.0, 3.5, 4.5, -4.0)),
        "falls": ((-3.5, -3.5, 3.5, 3.5), (-3.5, 3.5, 3.5, -3.5)),
        "contested": ((-4.5, 0.0, 0.0, -4.5), (0.0, -4.5, 4.5, 0.0), (4.5, 0.0, 0.0, 4.5), (0.0, 4.5, -4.5, 0.0)),
    }[label]
    for x1, y1, x2, y2 in strokes:
        yield Path(points=straight(x + x1, y + y1, x + x2, y + y2), stroke=color, line=LINE_WIDTH)
    if label == "contested":
        yield Circle(x=x, y=y, radius=1.4, fill=color)


def straight(x1: float, y1: float, x2: float, y2: float) -> tuple[Point, ...]:
    """Return a straight line as one Bezier piece."""
    dx, dy = (x2 - x1) / 3, (y2 - y1) / 3
    return ((x1, y1), (x1 + dx, y1 + dy), (x2 - dx, y2 - dy), (x2, y2))
