"""GEXF 1.2 for Gephi and NetworkX: the nodes and edges of the argument view, with places, colours, sizes and shapes.

The values of nodes are those of `ArgMap.to_networkx()`. GEXF has no values of the whole graph: the title is the
description of the file, and what else is said of the map stands among its keywords, as JSON. The format asks for no
date, so that the same map gives the same bytes. https://gexf.net/schema.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argmap.formats import extras
from argmap.formats.graphdata import Found, as_text, assemble_found, graph_data
from argmap.formats.graphml import THEME, colors_of, label
from argmap.formats.jsontext import dumps
from argmap.formats.placed import placed
from argmap.formats.reading import LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.xmltext import parse
from argmap.render.theme import line_width
from argmap.xmlquote import content, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.graphdata import GraphData, Values
    from argmap.formats.notes import Notes
    from argmap.formats.placed import Spot
    from argmap.formats.xmltext import Element
    from argmap.model import ArgMap
    from argmap.source import SourceText

_TYPES: Final[dict[type, str]] = {bool: "boolean", int: "integer", float: "double", str: "string"}
_SPACES: Final = (
    'xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd"'
)


def read(source: SourceText) -> Reading:
    """Return the map in a GEXF file, and what was wrong, left out or guessed. O(n log n)."""
    root, notes = parse(source)
    if root is None:
        return reading(None, notes)
    if root.tag != "gexf":
        notes.add(SYNTAX, f"this is not GEXF: its root is <{root.tag}>, not <gexf>", root.where)
        return reading(None, notes)
    about: dict[str, object] = {}
    for meta in root.all("meta"):
        texts = {child.tag: child.text for child in meta.children}
        about = {"title": texts.get("description", "")}
        if (own := texts.get("keywords", "")).startswith("{"):
            about[extras.KEY] = own
    found = Found(about=about)
    titles = {
        kind: {each.get("id"): each.get("title") for each in rows.all("attribute")}
        for rows in root.all("attributes")
        if (kind := rows.get("class")) in {"node", "edge"}
    }
    for node in root.all("node"):
        _node(node, titles.get("node", {}), found, notes)
    for edge in root.all("edge"):
        ends = edge.get("source"), edge.get("target")
        if all(ends):
            values = {"label": edge.get("label"), **_values(edge, titles.get("edge", {}))}
            found.edges.append((*ends, values, edge.where))
        else:
            notes.add(LEFT_OUT, "an edge without 'source' or 'target' was left out", edge.where)
    return assemble_found(found, notes)


def _node(node: Element, titles: dict[str, str], found: Found, notes: Notes) -> None:
    name = node.get("id")
    if not name or name in found.nodes:
        notes.add(LEFT_OUT, "a second or nameless <node> was left out", node.where)
    else:
        found.nodes[name] = ({"label": node.get("label"), **_values(node, titles)}, node.where)


def _values(element: Element, titles: dict[str, str]) -> dict[str, object]:
    outer = element.child("attvalues")
    rows = outer.children if outer else []
    return {titles.get(row.get("for"), row.get("for")): row.get("value") for row in rows}


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the map as GEXF. Costs a layout; raises EnvironmentProblemError if there is no layout engine."""
    data, where = graph_data(argmap), placed(argmap)
    colors = colors_of(argmap)
    ids = _ids(data)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<gexf {_SPACES}>"
    yield "  <meta>"
    yield "    <creator>argmap</creator>"
    yield f"    <description>{content(argmap.title)}</description>"
    if own := extras.of_map(argmap, ("title",)):
        yield f"    <keywords>{content(dumps(own))}</keywords>"
    yield "  </meta>"
    yield '  <graph mode="static" defaultedgetype="directed">'
    yield '    <attributes class="node" mode="static">'
    for key, (number, kind) in ids.items():
        yield f'      <attribute id="{number}" title="{key}" type="{kind}"/>'
    yield "    </attributes>"
    yield '    <attributes class="edge" mode="static">'
    yield '      <attribute id="0" title="role" type="string"/>'
    yield "    </attributes>"
    yield "    <nodes>"
    for name, values in data.nodes.items():
        yield f"      <node id={quote(name)} label={quote(label(values))}>"
        yield from _attvalues(values, ids)
        yield f"        {_viz(where.spots[name], colors[name])}"
        yield "      </node>"
    yield "    </nodes>"
    yield "    <edges>"
    yield from _edges(argmap, data)
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def _ids(data: GraphData) -> dict[str, tuple[int, str]]:
    """Return a number and a type for every key that nodes have."""
    types = {key: _TYPES[type(value)] for values in data.nodes.values() for key, value in values.items()}
    return {key: (number, kind) for number, (key, kind) in enumerate(types.items())}


def _attvalues(values: Values, ids: dict[str, tuple[int, str]]) -> Iterator[str]:
    yield "        <attvalues>"
    for key, value in values.items():
        if value != "":
            yield f'          <attvalue for="{ids[key][0]}" value={quote(as_text(value))}/>'
    yield "        </attvalues>"


def _viz(spot: Spot, color: str) -> str:
    """Return how Gephi shows a node; its y grows up, and its size is a radius."""
    shape = "square" if spot.lines else "disc"
    place = f'<viz:position x="{spot.x:.2f}" y="{-spot.y:.2f}" z="0.0"/>'
    return f'{_color(color)}{place}<viz:size value="{spot.height / 2:.1f}"/><viz:shape value="{shape}"/>'


def _color(color: str) -> str:
    red, green, blue = bytes.fromhex(color[1:])
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _edges(argmap: ArgMap, data: GraphData) -> Iterator[str]:
    dashes = {"supports": "solid", "attacks": "dashed", "undercuts": "dotted"}
    for number, (source, target, role) in enumerate(data.edges):
        link = argmap.link(target if role == "premise" else source)
        yield f'      <edge id="{number}" source={quote(source)} target={quote(target)}>'
        yield f'        <attvalues><attvalue for="0" value="{role}"/></attvalues>'
        yield (
            f"        {_color(str(getattr(THEME, link.kind)))}"
            f'<viz:thickness value="{line_width(link.strength):.2f}"/><viz:shape value="{dashes[link.kind]}"/>'
        )
        yield "      </edge>"
