"""From placed boxes and curves to a Picture: ends spread, frames drawn, moved to the top left, two decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.layout.direct import Strips
from argmap.layout.dot import TITLE_HEIGHT
from argmap.layout.geometry import Box, Curve, Frame, Junction, Picture
from argmap.layout.groups import Grid, drawable
from argmap.layout.spread import reach, spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.layout.cards import Card
    from argmap.layout.geometry import Orientation, Point
    from argmap.layout.groups import Part
    from argmap.layout.wiring import Piece, Wiring

MARGIN = 16.0  # pixels around everything
LATE_FRAME = 8.0  # pixels: a frame that the engine knew nothing of must fit between boxes
LOOP = 20.0  # pixels, how far a curve swings out that ends where it starts


class Sketch(NamedTuple):
    """What an engine found: centres of claims and junctions, curves by piece, frames; y grows down, any origin.

    `paths` may leave out those between neighbouring ranks.
    `slots`: what the engine took for the sizes of the cards. All slots of a rank are alike in depth, and a card stands
    at that end of its slot that is nearer the thesis, so that a rank has one straight edge.
    `loose`: parts of groups that the engine did not keep together; a frame is drawn where it happens to fit.
    `clear`: whether no curve runs behind a card, which must stay so.
    """

    centres: Mapping[str, Point]
    slots: Mapping[str, tuple[float, float]]
    paths: Mapping[Piece, tuple[Point, ...]]
    frames: Sequence[Frame]
    loose: Sequence[Part]
    orientation: Orientation
    engine: str
    clear: bool = True


def assemble(sketch: Sketch, cards: Mapping[str, Card], wires: Wiring) -> Picture:
    """Return the picture. O(n log n)."""
    slots = {name: _slot(name, sketch) for name in cards}
    boxes = {
        name: Box(name, slots[name].x, slots[name].y, float(card.width), float(card.height), card.lines)
        for name, card in cards.items()
    }
    grid = Grid(slots.values())
    strips = Strips(slots, sketch.centres, grid if sketch.clear else None, up=sketch.orientation == "up")
    paths = [strips.path(piece) or sketch.paths.get(piece) or _straight(piece, sketch) for piece in wires.pieces]
    paths = spread(wires.pieces, paths, slots, grid if sketch.clear else None, sketch.orientation)
    paths = [reach(piece, path, boxes) for piece, path in zip(wires.pieces, paths, strict=True)]
    rim = (LATE_FRAME, TITLE_HEIGHT)
    late = drawable(sketch.loose, boxes, grid, sketch.frames, rim) if sketch.loose else ()
    frames = [*sketch.frames, *(Frame(group, x, y, right - x, low - y) for group, (x, y, right, low) in late)]
    left, top, right, bottom = _extent([*boxes.values(), *frames], paths)
    dx, dy = MARGIN - left, MARGIN - top
    return Picture(
        width=round(right - left + 2 * MARGIN, 2),
        height=round(bottom - top + 2 * MARGIN, 2),
        orientation=sketch.orientation,
        boxes=tuple(
            Box(box.id, round(box.x + dx, 2), round(box.y + dy, 2), box.width, box.height, box.lines)
            for box in boxes.values()
        ),
        junctions=tuple(
            Junction(name, round(sketch.centres[name][0] + dx, 2), round(sketch.centres[name][1] + dy, 2))
            for name in wires.junctions
        ),
        curves=tuple(
            Curve(piece.link, piece.leg, tuple((round(x + dx, 2), round(y + dy, 2)) for x, y in path), piece.arrow)
            for piece, path in zip(wires.pieces, paths, strict=True)
        ),
        frames=tuple(
            Frame(each.group, round(each.x + dx, 2), round(each.y + dy, 2), round(each.width, 2), round(each.height, 2))
            for each in frames
        ),
        engine=sketch.engine,
    )


def _slot(name: str, sketch: Sketch) -> Box:
    (x, y), (width, height) = sketch.centres[name], sketch.slots[name]
    return Box(name, x - width / 2, y - height / 2, width, height, ())


def _straight(piece: Piece, sketch: Sketch) -> tuple[Point, ...]:
    """Return the path of a piece that the engine did not draw: a line, or a loop if it ends where it starts."""
    start, end = sketch.centres[piece.start], sketch.centres[piece.end]
    if piece.start != piece.end:
        return (start, start, end, end)
    y, right = start[1], start[0] + sketch.slots.get(piece.start, (0.0, 0.0))[0] / 2
    return ((right, y), (right + LOOP, y - LOOP), (right + LOOP, y + LOOP), (right, y))


def _extent(rects: Iterable[Box | Frame], paths: Iterable[tuple[Point, ...]]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of all that is drawn."""
    points = [point for path in paths for point in path]
    for rect in rects:
        points += [(rect.x, rect.y), (rect.x + rect.width, rect.y + rect.height)]
    xs, ys = zip(*points, strict=True) if points else ((0.0,), (0.0,))
    return min(xs), min(ys), max(xs), max(ys)
