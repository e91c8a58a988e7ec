"""yEd's GraphML in the manner of AIF: shapes, or a property `nodeType`, tell claims from steps.

`I-node` or the shape of a process is a claim; `RA-node`, `CA-node` or a decision is a step. Nodes of other shapes
without that property are claims as well. An edge from claim to claim is a support, an attack if it is red or dashed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argmap.formats.extras import clean
from argmap.formats.graphmltext import read_graph
from argmap.formats.reading import GUESSED, LEFT_OUT, Reading, reading
from argmap.formats.schemes import Atom, Scheme, SchemeGraph, assemble

if TYPE_CHECKING:
    from argmap.formats.graphmltext import GraphEdge, GraphML, GraphNode
    from argmap.formats.notes import Notes
    from argmap.formats.xmltext import Element
    from argmap.source import SourceText

_SHAPES: Final = {"com.yworks.flowchart.process": "I", "com.yworks.flowchart.decision": "RA"}
_AGAINST: Final = frozenset({"ca", "attack", "attacks", "conflict", "con", "-", "rebuts", "undercuts"})
_STEPS: Final = {"RA": "supports", "MA": "supports", "CA": "attacks"}
_NAMELESS: Final = frozenset({"", "RA", "CA", "MA", "INFERS", "PRO", "CON"})


def read(source: SourceText) -> Reading:
    """Return the map in a yEd file, and what was wrong, left out or guessed. O(n log n)."""
    graph, notes = read_graph(source)
    if graph is None:
        return reading(None, notes)
    found = graph_of(graph, notes)
    for key, node in graph.nodes.items():
        if key in found.others:
            notes.add(LEFT_OUT, f"node '{key}' is neither claim nor step; it was left out", node.element.where)
    return assemble(found, notes, {})


def graph_of(graph: GraphML, notes: Notes) -> SchemeGraph:
    """Return what a yEd graph holds as claims, steps and edges."""
    found = SchemeGraph()
    for key, node in graph.nodes.items():
        kind, where = _kind(node), node.element.where
        name, about = _text(node.data.get("id")), _text(node.data.get("description"))
        label = _label(node)
        if kind == "I":
            fields = {"url": url} if (url := _text(node.data.get("url"))) else {}
            text = about or label or name
            if label and about and label != about:
                fields["note"] = label
            found.atoms[key] = Atom(text, where, "", fields)
        elif kind in _STEPS:
            against = kind == "CA" or label.lower() in _AGAINST
            scheme = "" if label.upper() in _NAMELESS else label
            found.schemes[key] = Scheme("attacks" if against else "supports", where)
            if scheme or about:
                found.schemes[key].fields["scheme"] = scheme or about
        else:
            found.others.add(key)
    for number, edge in enumerate(graph.edges):
        _edge(found, edge, number, notes)
    return found


def _edge(found: SchemeGraph, edge: GraphEdge, number: int, notes: Notes) -> None:
    where = edge.element.where
    if edge.source in found.atoms and edge.target in found.atoms and _is_against(edge):
        key = f"edge {number}"
        found.schemes[key] = Scheme("attacks", where)
        found.edges += [(edge.source, key, where), (key, edge.target, where)]
        notes.add(GUESSED, "a red or dashed edge between claims was read as an attack", where)
    else:
        found.edges.append((edge.source, edge.target, where))


def _is_against(edge: GraphEdge) -> bool:
    graphics = edge.data.get("edgegraphics")
    rows = list(graphics.all("LineStyle", "EdgeLabel")) if graphics else []
    return any(
        (row.tag == "LineStyle" and (_is_red(row.get("color")) or row.get("type").startswith("dash")))
        or (row.tag == "EdgeLabel" and row.text.strip().lower() in _AGAINST)
        for row in rows
    )


def _is_red(color: str) -> bool:
    """Return whether a colour such as #CC2200 is mostly red.

    >>> _is_red("#FF0000"), _is_red("#00FF00"), _is_red("#000000"), _is_red("red")
    (True, False, False, False)
    """
    try:
        red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    except ValueError:
        return False
    return red > 2 * max(green, blue)


def _kind(node: GraphNode) -> str:
    """Return I, RA, CA, ... by the property, else by the shape, else I; "" for a node that only holds others."""
    if said := _text(node.data.get("nodeType")):
        return said.partition("-")[0].upper()
    graphics = node.data.get("nodegraphics")
    for row in graphics.all() if graphics else ():
        if (shape := _SHAPES.get(row.get("configuration"))) is not None:
            return shape
    is_group = any(child.tag == "graph" for child in node.element.children)
    return "" if is_group or not _label(node) else "I"


def _text(element: Element | None) -> str:
    return clean(" ".join(element.text.split())) if element else ""


def _label(node: GraphNode) -> str:
    graphics = node.data.get("nodegraphics")
    labels = graphics.all("NodeLabel") if graphics else ()
    return next((text for label in labels if (text := _text(label))), "")
