"""Components: against NetworkX, and their order."""

from __future__ import annotations

import random

import networkx as nx

from argmap.analysis.components import strong


def test_components_are_those_of_networkx_what_is_reached_first():
    rng = random.Random(1)  # noqa: S311 - a seeded run, not a secret
    for _ in range(500):
        size = rng.randint(1, 12)
        rows = [[rng.randrange(size) for _ in range(rng.choice([0, 1, 1, 2]))] for _ in range(size)]
        graph = nx.DiGraph([(x, y) for x in range(size) for y in rows[x]])
        graph.add_nodes_from(range(size))
        found = strong(rows)
        assert sorted(map(tuple, found)) == sorted(tuple(sorted(c)) for c in nx.strongly_connected_components(graph))
        place = {x: i for i, items in enumerate(found) for x in items}
        assert all(place[y] <= place[x] for x in range(size) for y in rows[x])


def test_long_chains_need_no_recursion():
    assert len(strong([[x + 1] for x in range(50_000)] + [[]])) == 50_001
