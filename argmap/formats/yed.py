"""yEd's GraphML in the manner of AIF: shapes, or a property `nodeType`, tell claims from steps.

`I-node` or the shape of a process is a claim; `RA-node`, `CA-node` or a decision is a step. Nodes of other shapes
without that property are claims as well, groups with a label are groups. An edge from claim to claim is a support, an
attack if its label says so, or if it is red or dashed; other labels of such edges are notes.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from argmap.formats.extras import clean
from argmap.formats.graphmltext import read_graph, tell_nesting
from argmap.formats.ids import Ids
from argmap.formats.reading import GUESSED, LEFT_OUT, Reading, reading
from argmap.formats.schemes import Atom, Scheme, SchemeGraph, assemble
from argmap.model import Group

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.formats.graphmltext import GraphEdge, GraphML, GraphNode
    from argmap.formats.notes import Notes
    from argmap.formats.xmltext import Element
    from argmap.source import SourceText

_SHAPES: Final = {"com.yworks.flowchart.process": "I", "com.yworks.flowchart.decision": "RA"}
_AGAINST: Final = frozenset(
    {"ca", "attack", "attacks", "conflict", "con", "contra", "-", "objection", "rebuts", "refutes", "undercuts"}
)
_FOR: Final = frozenset({"ra", "support", "supports", "pro", "+", "inference"})
_MARKS: Final = ("known", "defeasible")  # properties in AIF's manner that a map has no place for
_TAG = re.compile(r"<[^<>]*>")
_STEPS: Final = {"RA": "supports", "MA": "supports", "CA": "attacks"}
_NAMELESS: Final = frozenset({"", "RA", "CA", "MA", "INFERS", "PRO", "CON"})


def read(source: SourceText) -> Reading:
    """Return the map in a yEd file, and what was wrong, left out or guessed. O(n log n)."""
    graph, notes = read_graph(source)
    if graph is None:
        return reading(None, notes)
    groups = _groups(graph)
    found = graph_of(graph, groups, notes)
    for key, node in graph.nodes.items():
        if key in found.others and key not in groups:
            notes.add(LEFT_OUT, f"node '{key}' is neither claim nor step; it was left out", node.element.where)
    for mark in _MARKS:
        if marked := next((node for node in graph.nodes.values() if _text(node.data.get(mark))), None):
            notes.add(LEFT_OUT, f"the property '{mark}' has no place in a map; it was left out", marked.element.where)
    tell_nesting(graph, groups, notes)
    return assemble(found, notes, {"groups": tuple(groups.values())})


def _groups(graph: GraphML) -> dict[str, Group]:
    """Return the groups that have a label, by their nodes."""
    ids = Ids()
    labels = {key: _label(node) for key, node in graph.nodes.items() if _is_group(node)}
    return {key: Group(id=ids.of(label, "group"), title=label) for key, label in labels.items() if label}


def graph_of(graph: GraphML, groups: Mapping[str, Group], notes: Notes) -> SchemeGraph:
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
            if node.inside in groups:
                fields["group"] = groups[node.inside].id
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
        if edge.source in groups or edge.target in groups:
            notes.add(LEFT_OUT, "an edge from or to a group was left out", edge.element.where)
        else:
            _edge(found, edge, number, notes)
    return found


def _edge(found: SchemeGraph, edge: GraphEdge, number: int, notes: Notes) -> None:
    where = edge.element.where
    graphics = edge.data.get("edgegraphics")
    rows = list(graphics.all("LineStyle", "EdgeLabel")) if graphics else []
    label = next((text for row in rows if row.tag == "EdgeLabel" and (text := _text(row))), "")
    word = label.lower()
    looks = any(_is_red(row.get("color")) or row.get("type").startswith("dash") for row in rows)
    if not (edge.source in found.atoms and edge.target in found.atoms and (looks or label)):
        found.edges.append((edge.source, edge.target, where))
        return
    key = f"edge {number}"
    note = {} if word in _FOR | _AGAINST else {"note": label} if label else {}
    against = word in _AGAINST or (looks and word not in _FOR)
    found.schemes[key] = Scheme("attacks" if against else "supports", where, "", note)
    found.edges += [(edge.source, key, where), (key, edge.target, where)]
    if word not in _FOR | _AGAINST:
        what = "a red or dashed edge between claims was read as an attack"
        notes.add(GUESSED, what if against else f"an edge with the label '{label}' was read as support", where)


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
    return "" if _is_group(node) or not _label(node) else "I"


def _is_group(node: GraphNode) -> bool:
    return any(child.tag == "graph" for child in node.element.children)


def _text(element: Element | None) -> str:
    """Return a text in one line; yEd marks text with tags by a first one, <html>."""
    said = element.text.strip() if element else ""
    if said[: len("<html>")].lower() == "<html>":
        said = unescape(_TAG.sub(" ", said))
    return clean(" ".join(said.split()))


def _label(node: GraphNode) -> str:
    graphics = node.data.get("nodegraphics")
    labels = graphics.all("NodeLabel") if graphics else ()
    return next((text for label in labels if (text := _text(label))), "")
