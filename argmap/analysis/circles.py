"""Why a contested item is contested: the smallest circle of objections that it lies on or depends on.

A contested item depends on the contested items that keep it open, in this order: a claim on its contested supports
(unless it is given or has a live support: then they do not matter), then on its contested attacks; a link on its
contested premises, then on its contested undercuts; each in file order, premises in written order. A circle counts if
one of its steps goes to an attack or an undercut; circles of mere support never leave anything contested.

The circle of x, found breadth first:

1. The shortest way from x back to x that passes an attack or an undercut, if it visits nothing twice. x lies on it.
2. Otherwise x depends on one. Of the attacks and undercuts on the way down from x, in the order in which they are met,
   the first `NEAREST` (more if none of these lies on a circle) are looked at; the smallest circle through one of them
   is taken, the first among equals. It begins with the item that the attack or undercut is directed at.

O(claims + links) in the first case, at worst NEAREST times that in the second.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis.labels import Solution
    from argmap.analysis.network import Network

NEAREST = 100

Node = tuple[int, bool]  # an item, and whether an attack or undercut was passed on the way to it


def depends(net: Network, solution: Solution, x: int) -> list[Node]:
    """Return what keeps the contested item x open, in order; True marks attacks and undercuts."""
    state = solution.state
    settled = x < net.n and (net.given[x] or any(state[y] == 1 for y in net.reasons[x]))
    rows = [] if settled else [(y, False) for y in net.reasons[x] if not state[y]]
    return rows + [(y, True) for y in net.against[x] if not state[y]]


def circle(net: Network, solution: Solution, x: int) -> list[int]:
    """Return the smallest circle that the contested item x lies on (then x comes first) or depends on.

    Each item depends on the next, and the last on the first. The head of this module defines it.
    """
    own = _walk(net, solution, (x, False), (x, True), len(solution.state) * 2)
    if own and len(set(own)) == len(own):
        return own
    best: list[int] = []
    longest = len(solution.state)
    for count, (y, counter) in enumerate(_counters(net, solution, x)):
        if count >= NEAREST and best:
            break
        way = _walk(net, solution, (counter, True), (y, True), longest)
        if way is not None:
            best = [y, *way]
            longest = len(way) - 1
    return best


def _counters(net: Network, solution: Solution, x: int) -> Iterator[tuple[int, int]]:
    """Yield the attacks and undercuts met on the way down from x, each with the item it is directed at."""
    queue, seen = deque([x]), {x}
    while queue:
        y = queue.popleft()
        for z, counter in depends(net, solution, y):
            if counter:
                yield y, z
            if z not in seen:
                seen.add(z)
                queue.append(z)


def _walk(net: Network, solution: Solution, start: Node, goal: Node, longest: int) -> list[int] | None:
    """Return the items on the shortest walk from start to before the goal, None if it has more than `longest` items."""
    if start == goal:
        return [] if longest >= 0 else None
    parent: dict[Node, Node] = {start: start}
    front = [start]
    for _ in range(longest):
        ahead: list[Node] = []
        for node in front:
            for y, counter in depends(net, solution, node[0]):
                after = (y, node[1] or counter)
                if after not in parent:
                    parent[after] = node
                    if after == goal:
                        return _traced(parent, start, node)
                    ahead.append(after)
        if not ahead:
            return None
        front = ahead
    return None


def _traced(parent: dict[Node, Node], start: Node, node: Node) -> list[int]:
    """Return the items from start to node."""
    items = [node[0]]
    while node != start:
        node = parent[node]
        items.append(node[0])
    return items[::-1]


def lead(net: Network, solution: Solution, x: int, goal: int) -> list[int]:
    """Return the items on the shortest way along what keeps things open, from x to before goal."""
    parent = {x: x}
    queue = deque([x])
    while queue and goal not in parent:
        y = queue.popleft()
        for z, _ in depends(net, solution, y):
            if z not in parent:
                parent[z] = y
                queue.append(z)
    items = [goal]
    while items[-1] != x:
        items.append(parent[items[-1]])
    return items[:0:-1]
