"""Whether two maps are the same but for what a format cannot keep: order, and the ids that come with it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from argmap.model import ArgMap

ORDERS = {"claim order", "link order"}


def assert_same(read: ArgMap, wanted: ArgMap, keeps: frozenset[str]) -> None:
    """Compare exactly; where a format does not keep an order, up to order, and without ids if it makes those anew."""
    if keeps >= ORDERS:
        assert read == wanted
        return
    ids = "claim ids" in keeps
    for name in ("title", "description", "license", "date", "authors", "language", "groups", "sources"):
        assert getattr(read, name) == getattr(wanted, name), name
    if ids:
        for name in ("thesis", "expect", "steps"):
            assert getattr(read, name) == getattr(wanted, name), name
    left, right = (graph(argmap, ids=ids) for argmap in (read, wanted))
    same = nx.is_isomorphic(left, right, node_match=lambda a, b: a == b, edge_match=lambda a, b: a == b)
    assert same, f"\nread   {sorted(map(str, left.nodes.values()))}\nwanted {sorted(map(str, right.nodes.values()))}"


def graph(argmap: ArgMap, *, ids: bool) -> nx.MultiDiGraph:
    """The map as a graph of claims and links, each with all its fields; ids only where they were written."""
    found = nx.MultiDiGraph()
    for claim in argmap.claims:
        fields = asdict(claim)
        if not ids:
            fields.pop("id")
        found.add_node(("claim", claim.id), **fields)
    for link in argmap.links:
        fields = {key: value for key, value in asdict(link).items() if key not in ("premises", "target")}
        if not (ids and link.named):
            fields.pop("id")
            fields.pop("named")
        found.add_node(("link", link.id), **fields)
        for place, premise in enumerate(link.premises):
            found.add_edge(("claim", premise), ("link", link.id), place=place)
        what = "link" if link.kind == "undercuts" else "claim"
        found.add_edge(("link", link.id), (what, link.target), place=-1)
    return found
