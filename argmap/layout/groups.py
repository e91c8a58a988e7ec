"""Groups: which of their claims stand together, and what frames can be drawn without a stranger inside."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.layout.geometry import Box, Frame
    from argmap.model import ArgMap
    from argmap.order import Outline

CELL = 256.0  # pixels, of the grid in which boxes are looked up

Rect = tuple[float, float, float, float]  # left, top, right, bottom


class Part(NamedTuple):
    """Claims of one group that hang together in the outline. `closed`: all that hangs on them is among them."""

    group: str
    claims: tuple[str, ...]
    closed: bool


def parts(argmap: ArgMap, outline: Outline) -> tuple[Part, ...]:
    """Return the connected parts of every group, in reading order; single claims are none. O(claims).

    Claims hang together if one stands beneath the other, or both beneath the same claim.
    """
    first: dict[tuple[str, str], str] = {}  # by claim above and group: the claim whose part they share
    part_of: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for name in outline:
        if group := argmap.claim(name).group:
            above = outline.parent[name]
            home = part_of[above] if above and argmap.claim(above).group == group else ""
            part_of[name] = home or first.setdefault((above or name, group), name)
            members.setdefault(part_of[name], []).append(name)
    return tuple(
        Part(argmap.claim(start).group, tuple(names), _closed(names, outline))
        for start, names in members.items()
        if len(names) > 1
    )


def whole(argmap: ArgMap, outline: Outline) -> tuple[Part, ...]:
    """Return every group as one part, in file order, whether it hangs together or not."""
    members: dict[str, list[str]] = {group.id: [] for group in argmap.groups}
    for name in outline:
        if (group := argmap.claim(name).group) in members:
            members[group].append(name)
    return tuple(Part(group, tuple(names), closed=False) for group, names in members.items() if names)


def _closed(names: Sequence[str], outline: Outline) -> bool:
    inside = set(names)
    return all(child in inside for name in names for child in outline.children[name])


class Grid:
    """Boxes by place, so that those near a rectangle are found without a look at all."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            for cell in _cells((box.x, box.y, box.x + box.width, box.y + box.height)):
                self._cells[cell].append(box)

    def within(self, rect: Rect) -> Iterator[Box]:
        """Yield the boxes that share area with a rectangle; one that spans cells may come more than once."""
        left, top, right, bottom = rect
        for cell in _cells(rect):
            for box in self._cells.get(cell, ()):
                if left < box.x + box.width and box.x < right and top < box.y + box.height and box.y < bottom:
                    yield box


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(each // CELL) for each in rect)
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def drawable(
    wanted: Iterable[Part], boxes: Mapping[str, Box], grid: Grid, taken: Iterable[Frame], rim: tuple[float, float]
) -> Iterator[tuple[str, Rect]]:
    """Yield (group, rectangle) for every part around which a frame fits: no other box inside, no other frame touched.

    `rim`: what a frame adds at each side, and above that for its title.
    """
    side, title = rim
    frames = [(each.x, each.y, each.x + each.width, each.y + each.height) for each in taken]
    for part in wanted:
        inside = set(part.claims)
        around = [boxes[name] for name in part.claims]
        rect = (
            min(box.x for box in around) - side,
            min(box.y for box in around) - side - title,
            max(box.x + box.width for box in around) + side,
            max(box.y + box.height for box in around) + side,
        )
        if not any(_touch(rect, other) for other in frames) and all(box.id in inside for box in grid.within(rect)):
            frames.append(rect)
            yield part.group, rect


def _touch(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
