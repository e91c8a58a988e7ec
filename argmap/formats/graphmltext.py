"""GraphML as Argunet and yEd write it: nodes and edges with their data by the names of the keys, never by `d6`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.formats.reading import LEFT_OUT, SYNTAX
from argmap.formats.xmltext import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.notes import Notes
    from argmap.formats.xmltext import Element
    from argmap.model import Group
    from argmap.source import SourceText


@dataclass(slots=True)
class GraphNode:
    """A node: its data by attribute name (for graphics, `nodegraphics`), the node it is in, "" if none."""

    id: str
    element: Element
    inside: str
    data: dict[str, Element] = field(default_factory=dict)


@dataclass(slots=True)
class GraphEdge:
    """An edge between two nodes, and its data by attribute name."""

    source: str
    target: str
    element: Element
    data: dict[str, Element] = field(default_factory=dict)


@dataclass(slots=True)
class GraphML:
    """Nodes in the order of the file, groups before what is in them; edges; the data of the whole file."""

    nodes: dict[str, GraphNode] = field(default_factory=dict)
    edges: list[GraphEdge] = field(default_factory=list)
    data: dict[str, Element] = field(default_factory=dict)


def read_graph(source: SourceText) -> tuple[GraphML | None, Notes]:
    """Return the graph in a GraphML text, None if it holds none, and the notes to go on with. O(length)."""
    root, notes = parse(source)
    if root is None:
        return None, notes
    if root.tag != "graphml":
        notes.add(SYNTAX, f"this is not GraphML: its root is <{root.tag}>, not <graphml>", root.where)
        return None, notes
    names = {
        element.get("id"): element.get("attr.name") or element.get("yfiles.type")
        for element in root.children
        if element.tag == "key"
    }
    graph = GraphML(data=_data(root, names))
    if top := root.child("graph"):
        graph.data |= _data(top, names)
    for element, inside in _walk(root):
        if element.tag == "node" and element.get("id") and element.get("id") not in graph.nodes:
            graph.nodes[element.get("id")] = GraphNode(element.get("id"), element, inside, _data(element, names))
        elif element.tag == "edge" and element.get("source") and element.get("target"):
            data = _data(element, names)
            graph.edges.append(GraphEdge(element.get("source"), element.get("target"), element, data))
        else:
            notes.add(LEFT_OUT, f"a second or nameless <{element.tag}> was left out", element.where)
    return graph, notes


def tell_nesting(graph: GraphML, groups: Mapping[str, Group], notes: Notes) -> None:
    """Note which groups stand in others: a map knows only groups of claims."""
    for key, group in groups.items():
        if above := groups.get(graph.nodes[key].inside):
            what = f"the group '{group.title}' is within the group '{above.title}'; that was left out"
            notes.add(LEFT_OUT, what, graph.nodes[key].element.where)


def _walk(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield all nodes and edges with the id of the node they are in."""
    stack = [(child, "") for child in reversed(root.children)]
    while stack:
        element, inside = stack.pop()
        if element.tag in {"node", "edge"}:
            yield element, inside
        if element.tag in {"node", "graph"}:
            name = element.get("id") if element.tag == "node" else inside
            stack.extend((child, name) for child in reversed(element.children))


def _data(element: Element, names: dict[str, str]) -> dict[str, Element]:
    rows = [child for child in element.children if child.tag == "data"]
    return {names.get(row.get("key")) or row.get("key"): row for row in rows}
