"""Paper: how large a figure stands on which page, and over how many pages. Points (1/72 inch) for paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from argmap.layout.geometry import FONT_SIZE, HEADER_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Paper = Literal["A3", "A4", "Letter", "slide", "none"]
Extent = tuple[float, float, float, float]  # left, top, right and bottom
Turn = Literal["auto", "portrait", "landscape"]

POINTS_PER_PIXEL: Final = 0.75  # CSS: 96 pixels an inch
PAPERS: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {"A3": (841.89, 1190.55), "A4": (595.28, 841.89), "Letter": (612.0, 792.0), "slide": (540.0, 960.0)}
)  # portrait, width and height
EDGE: Final = 28.35  # points, one centimetre: what printers leave white
OVERLAP: Final = 28.35  # points that neighbouring tiles share
SMALLEST: Final = 6.0  # points: smaller text is not legible in print
SMALLEST_ON_A_SLIDE: Final = 8.0  # points: smaller text cannot be read from a chair
LARGEST_SCALE: Final = 1.25  # points a pixel, so that a map of three cards does not fill a poster


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One page: its place in the grid (from 0), and the pixel of the figure at the top left of its printed area."""

    row: int
    column: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A figure on paper. `width` and `height` of one page and `edge` in points; `scale` in points a pixel."""

    width: float
    height: float
    edge: float
    scale: float
    tiles: tuple[Tile, ...]

    @property
    def smallest_text(self) -> float:
        """The size of the smallest text of a claim, in points."""
        return min(FONT_SIZE, HEADER_SIZE) * self.scale

    @property
    def grid(self) -> tuple[int, int]:
        """The number of rows and of columns of pages, blank ones among them."""
        return max(tile.row for tile in self.tiles) + 1, max(tile.column for tile in self.tiles) + 1


def plan(width: float, height: float, paper: Paper, turn: Turn = "auto", *, tiles: bool | None = None) -> Plan:
    """Return how a figure of that size in pixels stands on paper. Pure; O(number of tiles).

    `paper="none"`: a page of the figure's own size. `tiles`: True splits it over as few pages as keep it legible, False
    fits it on one page however small, None fits it unless its smallest text would be below 6 points. A slide is one
    page, and landscape unless `turn` says otherwise.

    >>> plan(1000, 500, "A4").tiles == (Tile(row=0, column=0, x=0.0, y=0.0),)
    True
    >>> plan(4000, 3000, "A4").grid
    (4, 3)
    >>> plan(3000, 4000, "slide").grid
    (1, 1)
    """
    if paper == "none":
        size = (width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL)
        return Plan(
            width=size[0],
            height=size[1],
            edge=0.0,
            scale=POINTS_PER_PIXEL,
            tiles=(Tile(row=0, column=0, x=0.0, y=0.0),),
        )
    short, long = PAPERS[paper]
    slide = paper == "slide"
    either = [(long, short)] if slide else [(long, short), (short, long)]
    pages = {"portrait": [(short, long)], "landscape": [(long, short)]}.get(turn, either)
    if not tiles:
        fitted = max((_fit(width, height, page) for page in pages), key=lambda each: each.scale)
        if slide or tiles is False or fitted.smallest_text >= SMALLEST:
            return fitted
    return min((_tiled(width, height, page) for page in pages), key=lambda each: len(each.tiles))


def without_blank(sheets: Plan, boxes: Iterable[Extent]) -> Plan:
    """Return a plan without the sheets on which nothing is drawn; `boxes` are what is, in pixels. O(boxes + tiles).

    >>> sheets = plan(1000, 3000, "A4", tiles=True)
    >>> len(sheets.tiles), len(without_blank(sheets, [(0, 0, 900, 10)]).tiles)
    (4, 1)
    """
    if len(sheets.tiles) == 1:
        return sheets
    inner = [(side - 2 * sheets.edge) / sheets.scale for side in (sheets.width, sheets.height)]
    steps = [length - OVERLAP / sheets.scale for length in inner]
    drawn: set[tuple[int, int]] = set()
    for left, top, right, bottom in boxes:
        columns, rows = (
            range(max(0, int((low - length) // step) + 1), int(high // step) + 1)
            for low, high, length, step in zip((left, top), (right, bottom), inner, steps, strict=True)
        )
        drawn.update((row, column) for row in rows for column in columns)
    return replace(sheets, tiles=tuple(tile for tile in sheets.tiles if (tile.row, tile.column) in drawn))


def _fit(width: float, height: float, page: tuple[float, float]) -> Plan:
    scale = min((page[0] - 2 * EDGE) / width, (page[1] - 2 * EDGE) / height, LARGEST_SCALE)
    tile = Tile(row=0, column=0, x=0.0, y=0.0)
    return Plan(width=page[0], height=page[1], edge=EDGE, scale=scale, tiles=(tile,))


def _tiled(width: float, height: float, page: tuple[float, float]) -> Plan:
    """Return the fewest sheets on which all text is legible, and on those the figure as large as they allow."""
    inner = [side - 2 * EDGE for side in page]
    smallest = SMALLEST / min(FONT_SIZE, HEADER_SIZE)
    columns, rows = (
        max(1, ceil((length * smallest - OVERLAP) / (side - OVERLAP) - 1e-9))
        for length, side in zip((width, height), inner, strict=True)
    )
    covered = (columns * (inner[0] - OVERLAP) + OVERLAP, rows * (inner[1] - OVERLAP) + OVERLAP)
    scale = min(covered[0] / width, covered[1] / height, LARGEST_SCALE)
    across, down = ((side - OVERLAP) / scale for side in inner)  # pixels that each further sheet adds
    tiles = tuple(
        Tile(row=row, column=column, x=column * across, y=row * down)
        for row in range(rows)
        for column in range(columns)
    )
    return Plan(width=page[0], height=page[1], edge=EDGE, scale=scale, tiles=tiles)
