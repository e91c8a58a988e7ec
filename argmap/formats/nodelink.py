"""Node-link JSON, as NetworkX and D3 have it: nodes with their values, edges between them.

`networkx.node_link_graph(data, edges="edges")` gives the graph that `ArgMap.to_networkx()` gives, with one more value,
`argmap`, where plain values do not say all (see `graphdata`). Read as well: D3's `links` for `edges`, and nodes that
are named by their place in the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.graphdata import Found, assemble_found, graph_data
from argmap.formats.jsontext import dumps, parse, text_of
from argmap.formats.reading import LEFT_OUT, SYNTAX, Reading, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.notes import Notes
    from argmap.model import ArgMap
    from argmap.source import SourceText


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the map as node-link JSON, one node or edge a line. O(size)."""
    data = graph_data(argmap)
    yield '{"directed": true,'
    yield ' "multigraph": true,'
    yield f' "graph": {dumps(data.about)},'
    yield from _list("nodes", [{"id": name, **values} for name, values in data.nodes.items()], ",")
    edges = [{"source": tail, "target": head, "key": role, "role": role} for tail, head, role in data.edges]
    yield from _list("edges", edges, "")
    yield "}"


def _list(key: str, rows: list[dict[str, Any]], end: str) -> Iterator[str]:
    yield f' "{key}": ['
    for row in rows[:-1]:
        yield f"  {dumps(row)},"
    for row in rows[-1:]:
        yield f"  {dumps(row)}"
    yield f" ]{end}"


def read(source: SourceText) -> Reading:
    """Return the map in node-link JSON, and what was wrong, left out or guessed. O(n log n)."""
    value, notes = parse(source)
    if value is None and notes.diagnostics():
        return reading(None, notes)
    if not (isinstance(value, dict) and isinstance(value.get("nodes"), list)):
        notes.add(SYNTAX, "this is not node-link JSON: there is no list called 'nodes'")
        return reading(None, notes)
    about = value.get("graph")
    found = Found(about=about if isinstance(about, dict) else {})
    names = list(_nodes(value["nodes"], found, notes))
    key = "edges" if "edges" in value else "links"
    edges = value.get(key, [])
    if not isinstance(edges, list):
        notes.add(SYNTAX, f"'{key}' is not a list", (key,))
        edges = []
    for index, edge in enumerate(edges):
        ends = (
            [_end(edge.get(end), names, found) for end in ("source", "target")] if isinstance(edge, dict) else ["", ""]
        )
        if all(ends):
            found.edges.append((ends[0], ends[1], edge, (key, index)))
        else:
            notes.add(LEFT_OUT, "an edge without 'source' or 'target' was left out", (key, index))
    return assemble_found(found, notes)


def _nodes(rows: list[object], found: Found, notes: Notes) -> Iterator[str]:
    """Add the nodes to what was found; yield the name of each, "" for one that was left out."""
    for index, row in enumerate(rows):
        where = ("nodes", index)
        name = text_of(row.get("id", row.get("name"))) if isinstance(row, dict) else ""
        if not isinstance(row, dict) or not name:
            notes.add(LEFT_OUT, "a node without an id was left out", where)
            yield ""
        elif name in found.nodes:
            notes.add(LEFT_OUT, f"a second node has the id '{name}'; it was left out", where)
            yield ""
        else:
            found.nodes[name] = (row, where)
            yield name


def _end(value: object, names: list[str], found: Found) -> str:
    """Return the name of an edge's end; a number that is no name is a place in the list of nodes."""
    name = text_of(value)
    if isinstance(value, int) and name not in found.nodes and 0 <= value < len(names):
        return names[value]
    return name
