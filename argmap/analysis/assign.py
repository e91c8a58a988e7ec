"""Assign things one to one so that the sum of the weights is largest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST = 300  # side of a block that is solved exactly; larger ones are assigned greedily, best pair first

Weights = dict[tuple[int, int], float]


def assign(weights: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return pairs (row, column), no row or column twice, with the largest sum of weights; weights are positive.

    Pairs that are not given are not chosen. Each block of rows and columns that hang together is solved by itself, by
    the Hungarian method (Kuhn 1955, https://doi.org/10.1002/nav.3800020109) in O(side^3).

    >>> assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8})
    [(0, 1), (1, 0)]
    """
    chosen: list[tuple[int, int]] = []
    for block in _blocks(weights):
        rows = sorted({i for i, _ in block})
        columns = sorted({j for _, j in block})
        if max(len(rows), len(columns)) > MOST:
            chosen += _greedy(block)
        else:
            chosen += _hungarian(block, rows, columns)
    return sorted(chosen)


def _blocks(weights: Mapping[tuple[int, int], float]) -> Iterator[Weights]:
    """Yield the weights of each connected part."""
    rows: dict[int, list[int]] = {}
    columns: dict[int, list[int]] = {}
    for i, j in weights:
        rows.setdefault(i, []).append(j)
        columns.setdefault(j, []).append(i)
    while rows:
        stack = [next(iter(rows))]
        block: Weights = {}
        while stack:
            i = stack.pop()
            for j in rows.pop(i, ()):
                block[i, j] = weights[i, j]
                stack += [other for other in columns.pop(j, ()) if other in rows]
        yield block


def _greedy(block: Weights) -> list[tuple[int, int]]:
    """Return pairs, the heaviest first, each if its row and column are still free."""
    rows, columns = set[int](), set[int]()
    chosen = []
    for i, j in sorted(block, key=lambda pair: (-block[pair], pair)):
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            chosen.append((i, j))
    return chosen


def _hungarian(block: Weights, rows: Sequence[int], columns: Sequence[int]) -> list[tuple[int, int]]:
    """Return the best assignment of one block; a row may stay without a column, at weight 0."""
    size = len(rows) + len(columns)  # each row gets a spare column of its own weightless choice
    cost = [[-block.get((i, j), 0.0) for j in columns] + [0.0] * (size - len(columns)) for i in rows]
    row_price, column_price = [0.0] * len(rows), [0.0] * size
    owner = [-1] * size
    for start in range(len(rows)):
        _augment(cost, start, row_price, column_price, owner)
    pairs = ((rows[i], columns[j]) for j, i in enumerate(owner[: len(columns)]) if i >= 0)
    return [pair for pair in pairs if pair in block]


def _augment(
    cost: Sequence[Sequence[float]], start: int, row_price: list[float], column_price: list[float], owner: list[int]
) -> None:
    """Give row `start` a column by the shortest augmenting path, and keep the prices right."""
    size = len(owner)
    distance = [float("inf")] * size
    before = [-1] * size
    done: list[int] = []
    open_ = set(range(size))
    row, reach, column = start, 0.0, -1
    while True:
        for j in open_:
            length = reach + cost[row][j] - row_price[row] - column_price[j]
            if length < distance[j]:
                distance[j], before[j] = length, column
        column = min(open_, key=lambda j: (distance[j], j))
        reach = distance[column]
        open_.remove(column)
        if owner[column] < 0:
            break
        done.append(column)
        row = owner[column]
    row_price[start] += reach
    for j in done:
        row_price[owner[j]] += reach - distance[j]
        column_price[j] -= reach - distance[j]
    while column >= 0:
        owner[column] = owner[before[column]] if before[column] >= 0 else start
        column = before[column]
