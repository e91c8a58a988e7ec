"""GraphML for yEd, Gephi and NetworkX: the nodes and edges of the argument view, placed by our own layout.

yEd takes shapes, labels, lines and places from its own elements; Gephi takes `label`, `x`, `y` (growing up), `size` and
`r`, `g`, `b`; NetworkX takes all plain values, those of `ArgMap.to_networkx()` among them. Groups are values of nodes
and colour their borders. Read as well: what `networkx.write_graphml` makes of either view, and plain GraphML of others,
whose nodes are claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argmap.formats.graphdata import Found, as_text, assemble_found, graph_data
from argmap.formats.graphmltext import read_graph
from argmap.formats.placed import placed
from argmap.formats.reading import Reading, reading
from argmap.order import theses
from argmap.render.assets import strings
from argmap.render.theme import BORDER_WIDTH, SIGNS, THEMES, group_color, line_width
from argmap.xmlquote import content, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.formats.graphdata import GraphData, Value, Values
    from argmap.formats.placed import Placed, Spot
    from argmap.formats.xmltext import Element
    from argmap.layout.geometry import Point
    from argmap.model import ArgMap, Kind
    from argmap.source import SourceText

THEME: Final = THEMES["default"]["light"]
_TYPES: Final[dict[type, str]] = {bool: "boolean", int: "int", float: "double", str: "string"}
_DASHES: Final = {"supports": "line", "attacks": "dashed", "undercuts": "dotted"}
_SPACES: Final = (
    'xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd"'
)


def read(source: SourceText) -> Reading:
    """Return the map in a GraphML file, and what was wrong, left out or guessed. O(n log n)."""
    graph, notes = read_graph(source)
    if graph is None:
        return reading(None, notes)
    found = Found(about=_texts(graph.data))
    for name, node in graph.nodes.items():
        found.nodes[name] = (_texts(node.data), node.element.where)
    for edge in graph.edges:
        found.edges.append((edge.source, edge.target, _texts(edge.data), edge.element.where))
    return assemble_found(found, notes)


def _texts(data: Mapping[str, Element]) -> dict[str, object]:
    return {name: element.text for name, element in data.items()}


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the map as GraphML. Costs a layout; raises EnvironmentProblemError if there is no layout engine."""
    data, where = graph_data(argmap), placed(argmap)
    colors = colors_of(argmap)
    nodes = {name: values | seen(name, values, where, colors) for name, values in data.nodes.items()}
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<graphml {_SPACES}>"
    yield '  <key id="ng" for="node" yfiles.type="nodegraphics"/>'
    yield '  <key id="eg" for="edge" yfiles.type="edgegraphics"/>'
    yield from _keys("graph", [data.about])
    yield from _keys("node", nodes.values())
    yield from _keys("edge", [{"role": ""}])
    yield '  <graph id="map" edgedefault="directed">'
    yield from _data("graph", data.about)
    main = frozenset(theses(argmap))
    implied = strings(argmap.language)["implied"]
    for name, values in nodes.items():
        yield f"    <node id={quote(name)}>"
        drawn = _shape(values, where.spots[name], colors[name], implied, main=name in main)
        yield f'      <data key="ng">{drawn}</data>'
        yield from _data("node", values)
        yield "    </node>"
    yield from _edges(argmap, data, where)
    yield "  </graph>"
    yield "</graphml>"


def colors_of(argmap: ArgMap) -> dict[str, str]:
    """Return the colour of each claim (that of its group, as on the page) and of each link (that of its kind)."""
    groups = {group.id: group_color(group.color, index) for index, group in enumerate(argmap.groups)}
    found = {claim.id: groups.get(claim.group, THEME.border) for claim in argmap.claims}
    return found | {link.id: str(getattr(THEME, link.kind)) for link in argmap.links}


def seen(name: str, values: Values, where: Placed, colors: Mapping[str, str]) -> Values:
    """Return what Gephi shows of a node: label, place, size (the radius of its disc: half the height), colour."""
    spot = where.spots[name]
    red, green, blue = bytes.fromhex(colors[name][1:])
    return {
        "label": label(values), "x": round(spot.x, 2), "y": round(-spot.y, 2), "size": spot.height / 2,
        "r": red, "g": green, "b": blue,
    }  # fmt: skip


def label(values: Values) -> str:
    """Return a node's label in one line: number and text of a claim, the sign of a link."""
    kind = str(values["kind"])
    if kind != "claim":
        return SIGNS[_kind(kind)]
    return f"{values['number']} {' '.join(str(values['text']).split())}"


def _kind(kind: str) -> Kind:
    return "supports" if kind == "supports" else "attacks" if kind == "attacks" else "undercuts"


def _keys(what: str, rows: Iterable[Values]) -> Iterator[str]:
    """Declare every key that the rows use, with its type."""
    types = {key: _TYPES[type(value)] for values in rows for key, value in values.items()}
    for key, kind in types.items():
        yield f'  <key id="{what[0]}.{key}" for="{what}" attr.name="{key}" attr.type="{kind}"/>'


def _data(what: str, values: Mapping[str, Value]) -> Iterator[str]:
    """Yield the values that are not empty."""
    indent = "    " if what == "graph" else "      "
    for key, value in values.items():
        if value != "":
            yield f'{indent}<data key="{what[0]}.{key}">{content(as_text(value))}</data>'


def _shape(values: Values, spot: Spot, color: str, implied: str, *, main: bool) -> str:
    """Return a node as yEd draws it: a card with its wrapped text, or a disc with the sign of a link."""
    claim = values["kind"] == "claim"
    words = [str(values.get(key, "")) for key in ("number", "claim_kind")] + [implied * bool(values.get("implicit"))]
    header = " \u00b7 ".join(word for word in words if word)
    # the number comes first, so that no label begins with <html>, which yEd would draw as HTML
    text = "\n".join((header, *spot.lines)) if claim else label(values)
    line = "dashed" if values.get("implicit") else "line"
    width = 2 * BORDER_WIDTH if main else BORDER_WIDTH
    corner = f'x="{spot.x - spot.width / 2:.1f}" y="{spot.y - spot.height / 2:.1f}"'
    return (
        f'<y:ShapeNode><y:Geometry {corner} width="{spot.width:.1f}" height="{spot.height:.1f}"/>'
        f'<y:Fill color="{THEME.card}" transparent="false"/>'
        f'<y:BorderStyle color="{color}" type="{line}" width="{width}"/>'
        f'<y:NodeLabel alignment="{"left" if claim else "center"}" fontFamily="Noto Sans" fontSize="12" '
        f'textColor="{THEME.ink if claim else color}" autoSizePolicy="content" modelName="internal" modelPosition="c">'
        f"{content(text)}</y:NodeLabel>"
        f'<y:Shape type="{"roundrectangle" if claim else "ellipse"}"/></y:ShapeNode>'
    )


def _edges(argmap: ArgMap, data: GraphData, where: Placed) -> Iterator[str]:
    """Yield the edges: dashes and colour of the link, the arrowhead where it meets its target."""
    for number, (source, target, role) in enumerate(data.edges):
        link = argmap.link(target if role == "premise" else source)
        width = line_width(link.strength)
        points = where.paths.get((source, target), ())
        yield f'    <edge id="e{number}" source={quote(source)} target={quote(target)}>'
        yield (
            f'      <data key="eg"><y:PolyLineEdge>{_path(points, where.spots[source], where.spots[target])}'
            f'<y:LineStyle color="{getattr(THEME, link.kind)}" type="{_DASHES[link.kind]}" width="{width:.2f}"/>'
            f'<y:Arrows source="none" target="{"standard" if role == "target" else "none"}"/>'
            '<y:BendStyle smoothed="true"/></y:PolyLineEdge></data>'
        )
        yield f'      <data key="e.role">{role}</data>'
        yield "    </edge>"


def _path(points: tuple[Point, ...], start: Spot, end: Spot) -> str:
    """Return where an edge leaves and arrives, from the centres of its nodes, and its bends between."""
    if not points:
        return '<y:Path sx="0.0" sy="0.0" tx="0.0" ty="0.0"/>'
    (ax, ay), (bx, by) = points[0], points[-1]
    ends = f'sx="{ax - start.x:.1f}" sy="{ay - start.y:.1f}" tx="{bx - end.x:.1f}" ty="{by - end.y:.1f}"'
    bends = "".join(f'<y:Point x="{x:.1f}" y="{y:.1f}"/>' for x, y in points[1:-1])
    return f"<y:Path {ends}>{bends}</y:Path>"
