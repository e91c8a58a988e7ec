"""Curves between neighbouring ranks, drawn by us: every rank has a straight edge, so the strip between two is free.

Such a curve leaves and arrives along the ranks' direction and never weaves. One that ends on another link's junction,
as undercuts do, arrives across it instead, so that it is not taken for one more premise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.layout.geometry import Box, Point
    from argmap.layout.groups import Grid
    from argmap.layout.wiring import Piece

RADIUS = 4.0  # pixels, of the dot that a junction is drawn as
LEAST = 12.0  # pixels of the way along that a curve needs for its bends
BEND = 0.6  # how far a curve goes straight on before it turns aside
BEFORE_JUNCTIONS = 0.2  # where a curve between two claims bends, so as to miss the junctions half way

Path = tuple[tuple[float, float], ...]


class Strips:
    """What stands where, for curves that want to run straight between ranks."""

    def __init__(self, slots: Mapping[str, Box], centres: Mapping[str, Point], grid: Grid | None, *, up: bool) -> None:
        """`centres` are needed of junctions only; without a grid curves may run behind boxes."""
        self.slots, self.centres, self.grid, self.up = slots, centres, grid, up
        self._dots: dict[int, list[float]] = {}  # places of junctions across, by their place along
        for name, centre in centres.items():
            if name not in slots:
                along, across = self._turned(centre)
                self._dots.setdefault(round(along), []).append(across)

    def path(self, piece: Piece) -> Path | None:
        """Return a curve for the piece, or None if its ends do not face each other or something is in the way."""
        start, end = self._end(piece.start, 1), self._end(piece.end, -1)
        if start[0] - end[0] < LEAST:
            return self._back(piece)
        if piece.end != piece.link and piece.end not in self.slots and abs(start[1] - end[1]) > 4 * RADIUS:
            points = self._aside(start, (end[0] - RADIUS, end[1]))
        else:
            whole = piece.start in self.slots and piece.end in self.slots
            bend = end[0] + (start[0] - end[0]) * (BEFORE_JUNCTIONS if whole else 0.5)
            points = (start, (bend, start[1]), (bend, end[1]), end)
        if points is None or not self._free(start, end):
            return None
        return tuple(self._turned(point) for point in points)

    def _back(self, piece: Piece) -> Path | None:
        """Return a curve from a claim to one further from the thesis: beside the curve that runs the other way."""
        if not (piece.start in self.slots and piece.end in self.slots):
            return None
        start, end = self._end(piece.start, -1), self._end(piece.end, 1)
        if end[0] - start[0] < LEAST or not self._free(end, start):
            return None
        bend = start[0] + (end[0] - start[0]) * BEFORE_JUNCTIONS
        return tuple(self._turned(point) for point in (start, (bend, start[1]), (bend, end[1]), end))

    def _aside(self, start: Point, centre: Point) -> Path | None:
        """Return a curve that turns and meets a junction from the side, unless another junction is in its way."""
        side = 1.0 if start[1] > centre[1] else -1.0
        tip = (centre[0], centre[1] + side * RADIUS)
        others = self._dots[round(centre[0])]
        if any(min(start[1], tip[1]) - RADIUS < other < max(start[1], tip[1]) + RADIUS for other in others
               if abs(other - centre[1]) > 1):  # fmt: skip
            return None
        turn = (start[0] + (centre[0] - start[0]) * BEND, start[1])
        return (start, turn, (centre[0], start[1] + (tip[1] - start[1]) * (1 - BEND)), tip)

    def _end(self, name: str, side: int) -> Point:
        """Return the middle of that side of a slot or junction, along and across: -1 looks away from the thesis."""
        if box := self.slots.get(name):
            along, across = self._turned((box.x + box.width / 2, box.y + box.height / 2))
            return along - side * (box.height if self.up else box.width) / 2, across
        along, across = self._turned(self.centres[name])
        return along - side * RADIUS, across

    def _free(self, start: Point, end: Point) -> bool:
        """Return whether no box stands in the rectangle between the ends."""
        low, high = min(start[1], end[1]) - RADIUS, max(start[1], end[1]) + RADIUS
        near, far = end[0] + 1, start[0] - 1
        rect = (low, near, high, far) if self.up else (near, low, far, high)
        return self.grid is None or not any(True for _ in self.grid.within(rect))

    def _turned(self, point: Point) -> Point:
        """Turn x and y into along and across, or back."""
        return (point[1], point[0]) if self.up else point
