"""A map in parts that are each small enough to be read from a chair: a claim and what bears on it, as deep as it fits.

Where a part ends above further reasons, these follow in a part of their own; together the parts show every claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from argmap.order import outline
from argmap.select import claims_of_step, part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from argmap.layout.geometry import Picture
    from argmap.model import ArgMap
    from argmap.order import Outline

MOST: Final = 60  # cards, beyond which no picture is tried: one of that many is never large enough


class Chapter(NamedTuple):
    """One part. `root`: the claim at its top, "" where several theses stand there.

    `more`: the claims whose reasons follow in a part of their own, and how many claims that are. `piece` of `pieces`:
    which one of the parts that share a root.
    """

    root: str
    argmap: ArgMap
    picture: Picture
    more: Mapping[str, int]
    piece: int = 1
    pieces: int = 1


def chapters(argmap: ArgMap, draw: Callable[[ArgMap], Picture], fits: Callable[[Picture], bool]) -> tuple[Chapter, ...]:
    """Return the parts in reading order: each claim with reasons is followed by the parts beneath it.

    `draw` lays a map out, `fits` says whether a picture is large enough. Premises that work together stay together,
    and so does an undercut with the step it denies, even where one such unit alone does not fit.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> from argmap.layout import layout
    >>> claims = tuple(Claim(id=f"c{n}", text="A claim.") for n in range(6))
    >>> links = tuple(Link(id=f"l{n}", premises=(f"c{n}",), kind="supports", target=f"c{n - 1}") for n in range(1, 6))
    >>> chain = ArgMap(title="", claims=claims, links=links)
    >>> [(each.root, len(each.argmap.claims)) for each in chapters(chain, layout, lambda it: len(it.boxes) < 4)]
    [('c0', 3), ('c2', 3), ('c4', 2)]
    """
    return tuple(_Cutter(argmap, draw, fits).chapters())


class _Shown(NamedTuple):
    """A part on trial. `own`: the claims that stand in it at their place in the outline; others only work with them."""

    argmap: ArgMap
    picture: Picture
    own: set[str]


class _Cutter:
    def __init__(self, argmap: ArgMap, draw: Callable[[ArgMap], Picture], fits: Callable[[Picture], bool]) -> None:
        self.argmap, self.draw, self.fits = argmap, draw, fits
        self.order: Outline = outline(argmap)
        self.place = {name: at for at, name in enumerate(self.order)}
        self.tried: dict[tuple[str, frozenset[str]], _Shown] = {}
        self.beneath: dict[str, int] = {}  # how many claims stand beneath each
        for name in reversed(tuple(self.order)):
            self.beneath[name] = sum(1 + self.beneath[child] for child in self.order.children[name])

    def chapters(self) -> Iterator[Chapter]:
        roots = self.order.roots
        stack = [roots[0] if len(roots) == 1 else ""] if roots else []
        while stack:
            root = stack.pop()
            cut = tuple(self._cut(root))
            self.tried.clear()
            later: list[str] = []
            for index, (argmap, picture, own) in enumerate(cut, 1):
                more = {name: self.beneath[name] for name in own if not own.issuperset(self.order.children[name])}
                later += more
                yield Chapter(root, argmap, picture, more, index, len(cut))
            stack += sorted(later, key=self.place.__getitem__, reverse=True)

    def _cut(self, root: str) -> Iterator[_Shown]:
        """Yield what a claim and all that stands beneath it becomes: one part, or else pieces of its reasons."""
        children = self.order.children[root] if root else self.order.roots
        if whole := self._deep(root, children):
            yield whole
            return
        piece: list[str] = []
        for unit in self._units(root, children):
            if piece and not self._fitting(root, {*piece, *unit}):
                yield self._deep(root, piece) or self._shown(root, {*piece})
                piece = []
            piece += unit
        yield self._deep(root, piece) or self._shown(root, {*piece})

    def _deep(self, root: str, children: Sequence[str]) -> _Shown | None:
        """Return a claim with those of its reasons, as many levels as fit, or None if not even these reasons do."""
        best, row, own = None, list(children), {*children}
        while trial := self._fitting(root, own):
            best, row = trial, [child for name in row for child in self.order.children[name]]
            if not row:
                break
            own = own | {*row}
        return best

    def _fitting(self, root: str, own: set[str]) -> _Shown | None:
        if len(own) > MOST:
            return None
        shown = self._shown(root, own)
        return shown if self.fits(shown.picture) else None

    def _shown(self, root: str, own: set[str]) -> _Shown:
        """Return the part that shows these claims beneath a claim, drawn once however often it is tried."""
        key = (root, frozenset(own))
        if key not in self.tried:
            kept = own | ({root} - {""})
            for name in own.difference(self.order.roots):
                kept |= claims_of_step(self.argmap, self.argmap.link(self.order.via[name]))
            argmap = part(self.argmap, kept)
            self.tried[key] = _Shown(argmap, self.draw(argmap), own)
        return self.tried[key]

    def _units(self, root: str, children: Sequence[str]) -> list[list[str]]:
        """Return the reasons of a claim, with those together that one step is made of or that undercut it."""
        unit = {name: [name] for name in children}
        for link in part(self.argmap, {root, *children} - {""}).links:
            units = {id(unit[end]): unit[end] for end in claims_of_step(self.argmap, link) if end in unit}
            joined = [name for each in units.values() for name in each]
            unit.update(dict.fromkeys(joined, joined))
        units = {id(each): sorted(each, key=self.place.__getitem__) for each in unit.values()}
        return sorted(units.values(), key=lambda each: self.place[each[0]])
