"""A map as a plain NetworkX graph, in two views, for every algorithm and file format that NetworkX has.

**The argument view** (default) is the shape of AIF, whose I-nodes are our claims and whose S-nodes are our links
(Chesñevar et al. 2006, https://doi.org/10.1017/S0269888906001044). Nodes are claims *and* links; edges run premise ->
link -> target, keyed "premise" and "target"; an undercut ends on a link. No step is lost.

**The claims view** has claims only, and one edge from each premise of each link to the claim that the link bears on,
with the id of the link as its key. An undercut bears on the claim that the link it undercuts bears on; undercuts that
run in a circle bear on nothing and are left out.

| attribute | of | value |
|---|---|---|
| `kind` | nodes, edges of the claims view | `claim`, or the kind of the link: `supports`, `attacks`, `undercuts` |
| `role` | edges of the argument view | `premise` or `target` |
| `text`, `group`, `by`, `note`, `url` | claims | as in the file |
| `number`, `status` | claims | the outline number; the status that holds |
| `implicit` | claims | bool |
| `credence`, `strength` | claims; links | float, only where the file gives one |
| `tags`, `quote`, `at` | claims; `quote` and `at` of links too | the parts, joined (see below) |
| `claim_kind`, `source_id` | claims; `source_id` of links too | the keys `kind` and `source` of the file |
| `scheme`, `cue`, `basis`, `note` | links | as in the file |
| `named` | links | bool: the author gave the id |
| `premises` | links | int: how many; 2 and more are linked |
| `link`, `undercut` | edges of the claims view | the id of the link; of the link it undercuts, or "" |

The graph itself has `title`, `language`, `view` and `theses` (ids, joined). All values are str, int, float or
bool, never a list or None, and no name is one that a format uses itself (`id`, `label`, `source`, `target`, `key`,
`type`, `weight`, ...): GraphML, GEXF, node-link JSON and the backends of NetworkX take the graph as it is. Because
GraphML has no lists, the parts of one are joined by a vertical bar between spaces (`JOINT`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from argmap.diagnostics import UsageError
from argmap.order import outline, theses

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from argmap.model import ArgMap, Claim, Link

    Graph = nx.MultiDiGraph[str]

View = Literal["arguments", "claims"]
Value = str | int | float | bool

VIEWS: tuple[View, ...] = ("arguments", "claims")
JOINT = " | "


def to_networkx(argmap: ArgMap, view: View = "arguments") -> Graph:
    """Return the map as a graph; the head of this module lists the nodes, edges and attributes of both views.

    Nodes and edges are added in file order. O(n log n). Raises UsageError for a view that does not exist.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> link = Link(id="r", premises=("turnout", "raises"), kind="supports", target="vote")
    >>> vote = ArgMap(title="", claims=tuple(Claim(id=n, text=n) for n in ("vote", *link.premises)), links=(link,))
    >>> list(to_networkx(vote).edges)
    [('turnout', 'r', 'premise'), ('raises', 'r', 'premise'), ('r', 'vote', 'target')]
    >>> list(to_networkx(vote, "claims").edges)
    [('turnout', 'vote', 'r'), ('raises', 'vote', 'r')]
    """
    import networkx as nx

    if view not in VIEWS:
        raise UsageError(f"a graph has the views {' and '.join(VIEWS)}, not '{view}'")
    graph: Graph = nx.MultiDiGraph(
        title=argmap.title, language=argmap.language, view=view, theses=JOINT.join(theses(argmap))
    )
    numbers = outline(argmap).numbers
    for claim in argmap.claims:
        graph.add_node(claim.id, **_claim(argmap, claim, numbers[claim.id]))
    (_add_arguments if view == "arguments" else _add_claims)(argmap, graph)
    return graph


def _add_arguments(argmap: ArgMap, graph: Graph) -> None:
    graph.add_nodes_from((link.id, {"kind": link.kind, **_link(link)}) for link in argmap.links)
    for link in argmap.links:
        for premise in dict.fromkeys(link.premises):
            graph.add_edge(premise, link.id, key="premise", role="premise")
        graph.add_edge(link.id, link.target, key="target", role="target")


def _add_claims(argmap: ArgMap, graph: Graph) -> None:
    for link in argmap.links:
        if target := argmap.target_claim(link):
            undercut = link.target if link.kind == "undercuts" else ""
            values = {"kind": link.kind, "link": link.id, "undercut": undercut, **_link(link)}
            for premise in dict.fromkeys(link.premises):
                graph.add_edge(premise, target, key=link.id, **values)


def _claim(argmap: ArgMap, claim: Claim, number: str) -> dict[str, Value]:
    values: dict[str, Value] = {
        "kind": "claim",
        "text": claim.text,
        "number": number,
        "status": argmap.status(claim.id),
        "implicit": claim.implicit,
        "group": claim.group,
        "tags": JOINT.join(claim.tags),
        "claim_kind": claim.kind,
        "quote": JOINT.join(claim.quote),
        "at": _joined(claim.at),
        "source_id": claim.source,
        "by": claim.by,
        "note": claim.note,
        "url": claim.url,
    }
    return values if claim.credence is None else {**values, "credence": float(claim.credence)}


def _link(link: Link) -> dict[str, Value]:
    values: dict[str, Value] = {
        "named": link.named,
        "premises": len(set(link.premises)),
        "scheme": link.scheme,
        "cue": link.cue,
        "basis": link.basis,
        "quote": JOINT.join(link.quote),
        "at": _joined(link.at),
        "source_id": link.source,
        "note": link.note,
    }
    return values if link.strength is None else {**values, "strength": float(link.strength)}


def _joined(parts: Iterable[object]) -> str:
    return JOINT.join(map(str, parts))
