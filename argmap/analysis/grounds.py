"""What a label rests on: a finite justification that never rests on itself.

A standing claim rests on one live support (or on being given) and on the death of every attack on it; a live link on
its premises and on the death of every undercut; what falls, on its recorded cause, or on the death of all its supports.
Followed down, this ends after at most as many steps as there are items, because causes are earlier; only the members of
an unfounded set (reason *circular*) rest on each other, and that is what is wrong with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.analysis.circles import circle, lead
from argmap.analysis.reasons import recorded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.labels import Solution
    from argmap.analysis.network import Network


def rests(net: Network, solution: Solution, forced: Mapping[int, bool], x: int) -> list[int]:
    """Return the items that the label of a decided item x rests on directly, in order."""
    reason, cause = recorded(net, solution, forced, x)
    if reason in {"given", "supported"}:
        return ([cause] if cause >= 0 else []) + net.against[x]
    if reason == "holds":
        return net.reasons[x] + net.against[x]
    if x < net.n and reason in {"unsupported", "circular"}:
        return net.reasons[x]
    return [cause] if cause >= 0 else []


def justification(net: Network, solution: Solution, forced: Mapping[int, bool], x: int) -> dict[int, list[int]]:
    """Return every item that the label of x rests on, with what it rests on directly; x first, depth first.

    For a contested x these are the items that lead from it to its circle, and the circle. O(size of the answer).
    """
    if not solution.state[x]:
        return _open(net, solution, x)
    found: dict[int, list[int]] = {}
    stack = [x]
    while stack:
        y = stack.pop()
        if y not in found:
            found[y] = rests(net, solution, forced, y)
            stack.extend(reversed(found[y]))
    return found


def _open(net: Network, solution: Solution, x: int) -> dict[int, list[int]]:
    """Return the way from a contested item to its circle, and round it."""
    ring = circle(net, solution, x)
    way = [*lead(net, solution, x, ring[0]), *ring]
    return {y: [z] for y, z in zip(way, [*way[1:], ring[0]], strict=True)}
