"""The circle behind a contested label: real, with an objection on it, and the smallest where that can be checked."""

from __future__ import annotations

import networkx as nx
import pytest

from argmap.analysis.circles import circle, depends
from argmap.analysis.labels import solve
from argmap.analysis.network import network
from tests.support.evaluation import build, random_maps


def ways_round(net, solution):
    """Return all circles of contested items that pass an attack or undercut, found by NetworkX."""
    graph = nx.DiGraph()
    for x, state in enumerate(solution.state):
        if not state:
            graph.add_edges_from((x, y, {"counter": counter}) for y, counter in depends(net, solution, x))
    found = []
    for way in nx.simple_cycles(graph):
        steps = zip(way, way[1:] + way[:1], strict=True)
        if any(graph.edges[step]["counter"] for step in steps):
            found.append(way)
    return graph, found


def test_circles_are_the_smallest_of_all():
    seen = 0
    for argmap in random_maps(6000, seed=101, claims=7, links=12):
        net = network(argmap)
        solution = solve(net, {})
        if 0 not in solution.state:
            continue
        graph, ways = ways_round(net, solution)
        sets = [frozenset(way) for way in ways]
        for x, state in enumerate(solution.state):
            if state:
                continue
            found = circle(net, solution, x)
            assert frozenset(found) in sets
            steps = zip(found, found[1:] + found[:1], strict=True)
            assert all(graph.has_edge(*step) for step in steps)
            own = [len(way) for way in ways if x in way]
            if x in found and own:
                assert found[0] == x or len(found) == min(own)
            if not own:
                reached = nx.descendants(graph, x)
                assert len(found) == min(len(way) for way in ways if reached.issuperset(way))
            seen += 1
    assert seen > 500


@pytest.mark.parametrize(
    ("argmap", "name", "expected"),
    [
        (build("a b", "x: a attacks b", "y: b attacks a"), "a", "a y b x"),
        (build("s u", "r: s supports u", "z: u undercuts r"), "u", "u r z"),
        (build("a b c", "x: a attacks b", "y: b attacks a", "v: a attacks c"), "c", "b x a y"),
        # it lies on a circle of supports, which is not what leaves it open
        (
            build(
                "a b c d", "x: a attacks b", "y: b attacks a", "r: a supports c", "s: c supports d", "t: d supports c"
            ),
            "c",
            "a y b x",
        ),
        # nearer is the larger circle, smaller the other one
        (
            build(
                "t a b c p q",
                "r: a supports t",
                "x: b attacks a",
                "y: c attacks b",
                "z: a attacks c",
                "s: p supports a",
                "v: p attacks q",
                "w: q attacks p",
            ),
            "t",
            "p w q v",
        ),
    ],
)
def test_the_circle_and_where_it_begins(argmap, name, expected):
    net = network(argmap)
    solution = solve(net, {})
    found = [net.names[y] for y in circle(net, solution, net.item(name))]
    start = found.index(expected.split()[0])
    assert " ".join(found[start:] + found[:start]) == expected
