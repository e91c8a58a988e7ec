"""The reading order of a map: which claim stands beneath which, in what order, under what number.

Every picture, outline, export and worksheet takes its numbers and its order from here, so that they agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model import ArgMap, Link


@dataclass(frozen=True, slots=True)
class Outline:
    """The map as an ordered forest. All mappings are by claim id and hold every claim, in outline order.

    `roots`: the theses, then whatever hangs on none of them. `children`: the claims beneath each, in order.
    `parent`: the claim above, "" for a root. `via`: the id of the link by which a claim hangs on its parent, "" for a
    root. `numbers`: 1, 1.1, 1.1.2. `depths`: 0 for a root.
    """

    roots: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]
    parent: Mapping[str, str]
    via: Mapping[str, str]
    numbers: Mapping[str, str]
    depths: Mapping[str, int]

    def __iter__(self) -> Iterator[str]:
        """Yield every claim id once, in reading order: a claim, then all that stands beneath it."""
        return iter(self.numbers)


def theses(argmap: ArgMap) -> tuple[str, ...]:
    """Return the main claims: those declared, else every claim that bears on no other, else none. O(claims + links)."""
    if argmap.thesis:
        return argmap.thesis
    bearing = {premise for link in argmap.links for premise in link.premises}
    return tuple(claim.id for claim in argmap.claims if claim.id not in bearing)


def reasons(argmap: ArgMap) -> dict[str, list[Link]]:
    """Return the links that bear on each claim, in reading order; an undercut follows the link it undercuts.

    Links to one target stand in the order in which their earliest premise stands in the file. The claim of an undercut
    is that of the link it undercuts, so "it does not follow" is read where the step is. O(n log n).
    """
    place = {claim.id: index for index, claim in enumerate(argmap.claims)}
    undercuts: dict[str, list[Link]] = {}
    direct: dict[str, list[Link]] = {}
    for link in argmap.links:
        (undercuts if link.kind == "undercuts" else direct).setdefault(link.target, []).append(link)

    def first(link: Link) -> int:
        return min(place[premise] for premise in link.premises)

    for links in (*undercuts.values(), *direct.values()):
        links.sort(key=first)
    ordered: dict[str, list[Link]] = {}
    for target, links in direct.items():
        row = ordered[target] = []
        stack = links[::-1]
        seen: set[str] = set()
        while stack:
            link = stack.pop()
            if link.id not in seen:
                seen.add(link.id)
                row.append(link)
                stack.extend(reversed(undercuts.get(link.id, [])))
    return ordered


def rebuts(argmap: ArgMap, link: Link, order: Outline) -> bool:
    """Return whether a link attacks a claim that itself stands there as an attack: an answer to an objection."""
    above = order.via.get(link.target, "")
    return link.kind == "attacks" and argmap.is_link(above) and argmap.link(above).kind == "attacks"


def outline(argmap: ArgMap) -> Outline:
    """Return the reading order of the map. O(n log n) for n claims and links; circles and shared claims included.

    A claim stands beneath the target of its first link (links in file order); where that leads round in a circle,
    beneath the first claim that has been reached. Claims that hang on no thesis become further roots, in file order.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> claims = tuple(Claim(id=name, text=name) for name in "abc")
    >>> links = (Link(id="l", premises=("b", "c"), kind="supports", target="a"),)
    >>> dict(outline(ArgMap(title="", claims=claims, links=links)).numbers)
    {'a': '1', 'b': '1.1', 'c': '1.2'}
    """
    tree = _Forest(argmap)
    for name in theses(argmap):
        tree.add_root(name)
    for root in tuple(tree.roots):
        tree.grow(root)
    tree.attach_the_rest()
    return tree.finish()


class _Forest:
    """The forest while it grows: children found so far, and who is placed."""

    def __init__(self, argmap: ArgMap) -> None:
        self.argmap = argmap
        self.reasons = reasons(argmap)
        self.roots: list[str] = []
        self.parent: dict[str, str] = {}
        self.via: dict[str, str] = {}
        self.home: dict[str, str] = {}  # the target that a claim would stand beneath: that of its first link
        for link in argmap.links:
            target = argmap.target_claim(link)
            for premise in link.premises:
                if target and target != premise:
                    self.home.setdefault(premise, target)

    def add_root(self, name: str) -> None:
        if name not in self.parent:
            self.roots.append(name)
            self.parent[name] = self.via[name] = ""

    def grow(self, start: str) -> list[str]:
        """Place all claims whose chain of first targets leads to start; return start and them."""
        stack, placed = [start], [start]
        while stack:
            name = stack.pop()
            for link in self.reasons.get(name, ()):
                for premise in link.premises:
                    if premise not in self.parent and self.home.get(premise) == name:
                        self.parent[premise], self.via[premise] = name, link.id
                        stack.append(premise)
                        placed.append(premise)
        return placed

    def attach_the_rest(self) -> None:
        """Place claims that lie on circles or hang on no thesis: beneath a placed claim if any, else as roots.

        Further roots are, in file order, first the claims that bear on nothing, then one claim of each loose circle.
        """
        self._spread(list(self.parent))
        names = [claim.id for claim in self.argmap.claims if claim.id not in self.parent]
        for name in (*(name for name in names if name not in self.home), *names):
            if name not in self.parent:
                self.add_root(name)
                self._spread(self.grow(name))

    def _spread(self, placed: list[str]) -> None:
        """Place every claim that bears on a placed one by any link at all. Each claim is looked at once."""
        for name in placed:  # the list grows while it is read
            for link in self.reasons.get(name, ()):
                for premise in link.premises:
                    if premise not in self.parent:
                        self.parent[premise], self.via[premise] = name, link.id
                        placed.extend(self.grow(premise))

    def finish(self) -> Outline:
        """Order the children, then number everything in one walk."""
        children: dict[str, list[str]] = {name: [] for name in self.parent}
        for name, links in self.reasons.items():
            for link in links:
                for premise in link.premises:
                    if self.parent.get(premise) == name and self.via[premise] == link.id:
                        children[name].append(premise)
        numbers: dict[str, str] = {}
        depths: dict[str, int] = {}
        stack = [(name, str(index)) for index, name in enumerate(self.roots, 1)][::-1]
        while stack:
            name, number = stack.pop()
            numbers[name] = number
            depths[name] = depths[self.parent[name]] + 1 if self.parent[name] else 0
            stack.extend([(child, f"{number}.{i}") for i, child in enumerate(children[name], 1)][::-1])
        return Outline(
            roots=tuple(self.roots),
            children={name: tuple(children[name]) for name in numbers},
            parent={name: self.parent[name] for name in numbers},
            via={name: self.via[name] for name in numbers},
            numbers=numbers,
            depths=depths,
        )
