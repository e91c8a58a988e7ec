"""From placed pieces to a Picture: pixels from the top left, curves from premise to target, two decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.layout.geometry import Box, Curve, Frame, Junction, Picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.layout.cards import Card
    from argmap.layout.dot import Plan
    from argmap.layout.geometry import Orientation, Point
    from argmap.layout.graphviz import Placed
    from argmap.layout.wiring import Piece, Wiring

MARGIN = 16.0  # pixels around everything


def finish(
    what: Plan, placed: Placed, cards: Mapping[str, Card], wires: Wiring, orientation: Orientation, engine: str
) -> Picture:
    """Return the picture of what the engine placed."""
    centres = {name: placed.nodes[f"n{at}"] for at, name in enumerate(what.nodes)}
    paths = {
        (piece.link, piece.leg): placed.edges[f"e{at}"][::-1]
        for at, piece in enumerate(what.pieces)
        if f"e{at}" in placed.edges
    }
    centres = {name: (x, -y) for name, (x, y) in centres.items()}
    paths = {key: [(x, -y) for x, y in points] for key, points in paths.items()}
    corners = {
        group: (left, -top, right - left, top - bottom)
        for at, group in enumerate(what.frames)
        for left, bottom, right, top in [placed.clusters[f"cluster_{at}"]]
    }
    frames = [(group, *corner) for group, corner in corners.items()]
    return picture(centres, paths, frames, cards, wires, orientation, engine)


def picture(  # noqa: PLR0913, PLR0917 - everything a picture is made of, once
    centres: Mapping[str, Point],
    paths: Mapping[tuple[str, str], Sequence[Point]],
    frames: Sequence[tuple[str, float, float, float, float]],
    cards: Mapping[str, Card],
    wires: Wiring,
    orientation: Orientation,
    engine: str,
) -> Picture:
    """Return the picture whose top left is (0, 0), from any coordinates with y growing down.

    `paths`: by link and leg. A piece without a path is drawn straight.
    """
    boxes = {
        name: (centres[name][0] - card.width / 2, centres[name][1] - card.height / 2, card.width, card.height)
        for name, card in cards.items()
    }
    curves = [(piece, paths.get((piece.link, piece.leg)) or _straight(piece, centres)) for piece in wires.pieces]
    corners = [*boxes.values(), *(frame[1:] for frame in frames)]
    xs = [x for x, _, _, _ in corners] + [x + width for x, _, width, _ in corners]
    ys = [y for _, y, _, _ in corners] + [y + height for _, y, _, height in corners]
    for _, points in curves:
        xs += [x for x, _ in points]
        ys += [y for _, y in points]
    left, top = min(xs, default=0.0) - MARGIN, min(ys, default=0.0) - MARGIN
    return Picture(
        width=round(max(xs, default=0.0) - left + MARGIN, 2),
        height=round(max(ys, default=0.0) - top + MARGIN, 2),
        orientation=orientation,
        boxes=tuple(
            Box(name, round(x - left, 2), round(y - top, 2), width, height, cards[name].lines)
            for name, (x, y, width, height) in boxes.items()
        ),
        junctions=tuple(
            Junction(name, round(centres[name][0] - left, 2), round(centres[name][1] - top, 2))
            for name in wires.junctions
        ),
        curves=tuple(
            Curve(piece.link, piece.leg, tuple((round(x - left, 2), round(y - top, 2)) for x, y in points), piece.arrow)
            for piece, points in curves
        ),
        frames=tuple(
            Frame(group, round(x - left, 2), round(y - top, 2), round(width, 2), round(height, 2))
            for group, x, y, width, height in frames
        ),
        engine=engine,
    )


def _straight(piece: Piece, centres: Mapping[str, Point]) -> tuple[Point, ...]:
    (x1, y1), (x2, y2) = centres[piece.start], centres[piece.end]
    return ((x1, y1), (x1, y1), (x2, y2), (x2, y2))
