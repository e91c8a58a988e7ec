"""Circles in the structure of a map, one for each strongly connected component, with their sign.

Begging the question: nothing but supports. Rival positions: every way round passes an even number of attacks and
undercuts. Self-defeating: some way round passes an odd number of them, so that it ends against where it began.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import networkx as nx

    from argmap.analysis.network import Network

Sign = Literal["begging the question", "rival positions", "self-defeating"]


@dataclass(frozen=True, slots=True)
class Circle:
    """A strongly connected part of a map: its claims and links in file order, its sign, and one way round.

    `way` is the shortest way round that shows the sign, through the first claims and links of the file where there are
    several: each item bears on the next, the last on the first.
    """

    claims: tuple[str, ...]
    links: tuple[str, ...]
    sign: Sign
    way: tuple[str, ...]


def circles(net: Network, graph: nx.DiGraph[int]) -> tuple[Circle, ...]:
    """Return the circles of a map, in the order of their first items. `graph` has an edge x -> y where x bears on y."""
    import networkx as nx

    parts = [sorted(part) for part in nx.strongly_connected_components(graph)]
    found = [part for part in parts if len(part) > 1 or graph.has_edge(part[0], part[0])]
    return tuple(_circle(net, part) for part in sorted(found))


def _circle(net: Network, part: Sequence[int]) -> Circle:
    inside = set(part)
    counters = [x for x in part if net.counter[x] and net.bears[x][0] in inside]

    def ahead(x: int) -> list[int]:
        return [y for y in net.bears[x] if y in inside]

    if not counters:
        sign: Sign = "begging the question"
        way = _shortest(_back(ahead, x, x) for x in part[:1])
    elif (odd := _odd(net, part, ahead)) is not None:
        sign, way = "self-defeating", odd
    else:
        sign = "rival positions"
        way = _shortest(_back(ahead, x, x) for x in counters[:50])
    return Circle(
        claims=tuple(net.names[x] for x in part if x < net.n),
        links=tuple(net.names[x] for x in part if x >= net.n),
        sign=sign,
        way=tuple(net.names[x] for x in way),
    )


def _shortest(ways: Iterable[list[int]]) -> list[int]:
    return min(ways, key=len)


def _back(ahead: Callable[[int], list[int]], start: int, goal: int) -> list[int]:
    """Return the shortest way from start on to goal, without goal itself; start may be the goal."""
    parent: dict[int, int] = {}
    queue = deque([start])
    while queue:
        x = queue.popleft()
        for y in ahead(x):
            if y == goal:
                way = [x]
                while way[-1] != start:
                    way.append(parent[way[-1]])
                return way[::-1]
            if y not in parent:
                parent[y] = x
                queue.append(y)
    return []


def _odd(net: Network, part: Sequence[int], ahead: Callable[[int], list[int]]) -> list[int] | None:
    """Return a way round with an odd number of attacks and undercuts, None if there is none.

    All ways round are even if and only if the items can be given two colours that change exactly where an attack or
    undercut leaves its link (balance of a strongly connected signed graph).
    """
    color = {part[0]: 0}
    queue = deque([part[0]])
    while queue:
        x = queue.popleft()
        for y in ahead(x):
            shade = color[x] ^ net.counter[x]
            if y not in color:
                color[y] = shade
                queue.append(y)
            elif color[y] != shade:
                return _odd_way(net, ahead, y)
    return None


def _odd_way(net: Network, ahead: Callable[[int], list[int]], x: int) -> list[int]:
    """Return an odd way round, met on the shortest odd walk from x back to x."""
    parent: dict[tuple[int, int], tuple[int, int]] = {}
    queue = deque([(x, 0)])
    while (x, 1) not in parent:
        node = queue.popleft()
        for y in ahead(node[0]):
            after = (y, node[1] ^ net.counter[node[0]])
            if after not in parent:
                parent[after] = node
                queue.append(after)
    walk = [parent[x, 1]]
    while walk[-1] != (x, 0):
        walk.append(parent[walk[-1]])
    way: list[int] = []
    place: dict[int, int] = {}  # of an item on the way; none comes twice with the same parity
    for y, _ in reversed(walk):
        if y in place:
            return way[place[y] :]
        place[y] = len(way)
        way.append(y)
    return way
