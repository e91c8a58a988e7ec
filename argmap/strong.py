"""Strongly connected components: what hangs together in circles, for the checks and for every evaluation."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def strong(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the components of a graph given by successors, each after all that it leads to, sorted inside. O(size).

    Tarjan 1972, https://doi.org/10.1137/0201010, without recursion.

    >>> strong([[1], [0, 2], []])
    [[2], [0, 1]]
    """
    walk = _Walk(rows)
    for root in range(len(rows)):
        if not walk.low[root]:
            walk.from_(root)
    return walk.found


class _Walk:
    """A depth-first walk. `low`: 0 not seen; a place in the order of discovery; beyond all places when done."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        self.rows = rows
        self.low = [0] * len(rows)
        self.place = [0] * len(rows)
        self.open: list[int] = []
        self.count = 0
        self.found: list[list[int]] = []

    def from_(self, root: int) -> None:
        """Walk everything that can be reached from root and was not seen before."""
        low = self.low
        path = [(root, self._enter(root))]
        while path:
            x, ahead = path[-1]
            for y in ahead:
                if not low[y]:
                    path.append((y, self._enter(y)))
                    break
                low[x] = min(low[x], low[y])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[x])
                if low[x] == self.place[x]:
                    self._close(x)

    def _enter(self, x: int) -> Iterator[int]:
        self.count += 1
        self.low[x] = self.place[x] = self.count
        self.open.append(x)
        return iter(self.rows[x])

    def _close(self, x: int) -> None:
        """Take the finished component of x off the open items."""
        items = [self.open.pop()]
        while items[-1] != x:
            items.append(self.open.pop())
        for y in items:
            self.low[y] = len(self.rows) + 1
        self.found.append(sorted(items))
