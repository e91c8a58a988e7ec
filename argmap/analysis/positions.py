"""Positions: the ways in which what is contested could be settled.

A position is a preferred labelling (Dung 1995, Definition 7; for rules: regular models, Caminada, Sá, Alcântara &
Dvořák 2015, https://doi.org/10.1016/j.ijar.2014.12.004): it accepts as much as it can while it answers every objection
to what it accepts. Positions are found for each contested component by itself, never for the whole map: components
hang together only through what is already decided, and the positions of a map are all their combinations.

The search chooses *assumptions*: "nothing hits this claim", "nothing cuts this link". Of two branches the one that
makes an assumption comes first, so a set that is found later is never larger than one found before.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.analysis.circles import depends
from argmap.analysis.labels import solve
from argmap.analysis.limits import Limit, never
from argmap.analysis.network import network

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.analysis.labels import Solution
    from argmap.analysis.limits import Expired
    from argmap.analysis.network import Network, Outcome
    from argmap.model import ArgMap


@dataclass(frozen=True, slots=True)
class Position:
    """One way to settle a component: ids in file order. `contested` and `open` hold what even this leaves open."""

    stands: tuple[str, ...]
    falls: tuple[str, ...]
    contested: tuple[str, ...]
    live: tuple[str, ...]
    dead: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True)
class Component:
    """Contested claims and links that hang together, and the positions on them; `complete` unless a limit was reached.

    Positions found before the limit was reached are kept, but then `accepted`, `possible` and `rejected` are empty.
    """

    claims: tuple[str, ...]
    links: tuple[str, ...]
    positions: tuple[Position, ...]
    complete: bool = True

    @cached_property
    def accepted(self) -> tuple[str, ...]:
        """The claims that stand in every position (sceptical acceptance), although they are contested."""
        return tuple(name for name in self.claims if self.complete and all(name in p.stands for p in self.positions))

    @cached_property
    def possible(self) -> tuple[str, ...]:
        """The claims that stand in some position (credulous acceptance)."""
        return tuple(name for name in self.claims if self.complete and any(name in p.stands for p in self.positions))

    @cached_property
    def rejected(self) -> tuple[str, ...]:
        """The claims that fall in every position, although they are contested."""
        return tuple(name for name in self.claims if self.complete and all(name in p.falls for p in self.positions))


def positions(
    argmap: ArgMap, do: Mapping[str, Outcome] | None = None, *, expired: Expired = never, effort: int | None = None
) -> tuple[Component, ...]:
    """Return the contested components of the map, each with its positions; nothing if nothing is contested.

    Exponential in the size of a component at worst: `expired` is asked again and again and ends the search by returning
    True; `effort` bounds the number of items that are looked at. Raises UsageError for an unknown claim.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> rivals = ArgMap(
    ...     title="Rivals",
    ...     claims=(Claim(id="a", text="A."), Claim(id="b", text="B.")),
    ...     links=(
    ...         Link(id="x", premises=("a",), kind="attacks", target="b"),
    ...         Link(id="y", premises=("b",), kind="attacks", target="a"),
    ...     ),
    ... )
    >>> [position.stands for position in positions(rivals)[0].positions]
    [('a',), ('b',)]
    """
    net = network(argmap)
    solution = solve(net, net.interventions(do or {}))
    limit = Limit(expired, effort)
    return tuple(component(net, solution, items, limit) for items in contested(net, solution))


def contested(net: Network, solution: Solution, start: int | None = None) -> list[list[int]]:
    """Return the contested components, each in file order; only that of `start` if it is given. O(claims + links)."""
    near: dict[int, list[int]] = {x: [] for x, state in enumerate(solution.state) if not state}
    for x, row in near.items():
        for y, _ in depends(net, solution, x):
            row.append(y)
            near[y].append(x)
    found: list[list[int]] = []
    seen: set[int] = set()
    for x in near if start is None else (start,):
        if x not in seen:
            seen.add(x)
            items = [x]
            for y in items:  # grows while it is read
                fresh = [z for z in dict.fromkeys(near[y]) if z not in seen]
                seen.update(fresh)
                items.extend(fresh)
            found.append(sorted(items))
    return found


def component(net: Network, solution: Solution, items: Sequence[int], limit: Limit) -> Component:
    """Return the positions on one contested component."""
    board = _Board(net, solution, items)
    found, complete = board.search(limit)
    return Component(
        claims=tuple(net.names[x] for x in items if x < net.n),
        links=tuple(net.names[x] for x in items if x >= net.n),
        positions=tuple(_position(net, items, board, mask) for mask in found),
        complete=complete,
    )


def _position(net: Network, items: Sequence[int], board: _Board, mask: int) -> Position:
    inside = board.derived(mask)
    possible = board.derived(board.all & ~board.hit(inside))

    def names(among: range, wanted: int) -> tuple[str, ...]:
        rows = (x for i, x in enumerate(items) if x in among and inside[i] + possible[i] == wanted)
        return tuple(net.names[x] for x in rows)

    claims, links = range(net.n), range(net.n, len(net.names))
    return Position(*(names(among, wanted) for among in (claims, links) for wanted in (2, 0, 1)))


class _Board:
    """One component, its items numbered from 0. Sets of assumptions are integers: bit i is "nothing counters i"."""

    def __init__(self, net: Network, solution: Solution, items: Sequence[int]) -> None:
        place = {x: i for i, x in enumerate(items)}
        self.need = [0] * len(items)  # how many of the items that speak for it must be derived first
        self.feeds: list[list[int]] = [[] for _ in items]
        self.counters: list[int] = [0] * len(items)  # the items it counters, as a set of bits
        self.all = 0
        for x, i in place.items():
            rows = depends(net, solution, x)
            speakers = [place[y] for y, counter in rows if not counter]
            self.need[i] = len(speakers) if x >= net.n else min(1, len(speakers))
            for j in speakers:
                self.feeds[j].append(i)
            for y, counter in rows:
                if counter:
                    self.counters[place[y]] |= 1 << i
                    self.all |= 1 << i

    def derived(self, mask: int) -> bytearray:
        """Return what follows from a set of assumptions: 1 for each item that does."""
        need = self.need.copy()
        found = bytearray(len(need))
        allowed = ~self.all | mask
        stack = [i for i, wanting in enumerate(need) if not wanting and allowed >> i & 1]
        while stack:
            i = stack.pop()
            found[i] = 1
            for j in self.feeds[i]:
                need[j] -= 1
                if not need[j] and allowed >> j & 1:
                    stack.append(j)
        return found

    def hit(self, derived: Iterable[int]) -> int:
        """Return the assumptions that the derived items contradict."""
        mask = 0
        for counters, is_derived in zip(self.counters, derived, strict=True):
            if is_derived:
                mask |= counters
        return mask

    def search(self, limit: Limit) -> tuple[list[int], bool]:
        """Return the maximal admissible sets of assumptions, and whether they are all."""
        found: list[int] = []
        stack = [(0, 0)]  # what is assumed, what is ruled out
        while stack:
            inside, outside = stack.pop()
            settled = self._narrow(inside, outside, limit)
            if limit.over:
                return found, False
            if settled is None:
                continue
            outside, open_hits = settled
            possible = self.all & ~outside
            if any(possible & ~known == 0 for known in found):
                continue
            if not possible & open_hits:
                found.append(possible)
                continue
            choice = possible & ~inside
            choice = (choice & open_hits) or choice
            bit = choice & -choice
            stack += [(inside, outside | bit), (inside | bit, outside)]
        return found, True

    def _narrow(self, inside: int, outside: int, limit: Limit) -> tuple[int, int] | None:
        """Rule out what cannot join; return that and what the rest would hit, None if `inside` cannot be defended."""
        while not limit.spend(3 * len(self.need)):
            outside_now = outside | self.hit(self.derived(inside))
            hits = self.hit(self.derived(self.all & ~outside_now))
            outside_now |= self.hit(self.derived(self.all & ~hits))
            if outside_now & inside:
                return None
            if outside_now == outside:
                return outside, hits
            outside = outside_now
        return None
