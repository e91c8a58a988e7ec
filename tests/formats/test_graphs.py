"""GraphML, GEXF and node-link JSON: NetworkX reads what we write, and we read what it writes."""

from __future__ import annotations

import io
import json
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from argmap import loads
from argmap.formats import gexf, graphml, nodelink
from argmap.formats.features import strip
from argmap.formats.recognise import recognise
from argmap.graph import to_networkx
from argmap.layout import layout
from argmap.source import SourceText
from tests.support.exchange import NASTY
from tests.support.maps import argmaps

CALM = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
Y = "{http://www.yworks.com/xml/graphml}"
OURS = {"argmap", "label", "x", "y", "size", "r", "g", "b", "shape_type", "viz"}


def text(module, argmap) -> str:
    return "\n".join(module.write(argmap))


def networkx_of(name: str, written: str) -> nx.DiGraph:
    """The graph as NetworkX reads it."""
    if name == "nodelink":
        return nx.node_link_graph(json.loads(written), edges="edges")
    reader = nx.read_graphml if name == "graphml" else nx.read_gexf
    return reader(io.BytesIO(written.encode()))


def filled(values, without=frozenset()) -> dict:
    return {key: value for key, value in values.items() if key not in without and value != ""}


@pytest.mark.parametrize("module", [graphml, gexf, nodelink], ids=lambda module: module.__name__.split(".")[-1])
@CALM
@given(argmap=argmaps())
def test_networkx_reads_the_same_graph(module, argmap) -> None:
    name = module.__name__.split(".")[-1]
    read, wanted = networkx_of(name, text(module, argmap)), to_networkx(argmap)
    assert list(read.nodes) == list(wanted.nodes)
    assert sorted(read.edges()) == sorted(wanted.edges())
    for node, values in wanted.nodes.items():
        assert filled(read.nodes[node], OURS) == filled(values)
    roles = {(source, target): values["role"] for source, target, values in read.edges(data=True)}
    assert roles == {(source, target): values["role"] for source, target, values in wanted.edges(data=True)}
    if name != "gexf":
        assert filled(read.graph, {"argmap", "node_default", "edge_default"}) == filled(wanted.graph)


@CALM
@given(argmap=argmaps())
def test_what_networkx_writes_is_read(argmap) -> None:
    """Texts and structure survive a way through NetworkX alone, of which our key `argmap` is no part."""
    buffer = io.BytesIO()
    nx.write_graphml(to_networkx(argmap), buffer)
    reading = graphml.read(SourceText(buffer.getvalue().decode(), "x.graphml"))
    read = reading.argmap
    assert [claim.text for claim in read.claims] == [claim.text for claim in argmap.claims]
    assert [claim.id for claim in read.claims] == [claim.id for claim in argmap.claims]
    parts = {(frozenset(link.premises), link.kind) for link in read.links}
    assert parts == {(frozenset(link.premises), link.kind) for link in argmap.links}
    assert [claim.implicit for claim in read.claims] == [claim.implicit for claim in argmap.claims]
    assert [claim.credence for claim in read.claims] == [claim.credence for claim in argmap.claims]


def test_the_claims_view_is_read_with_linked_premises_and_undercuts() -> None:
    argmap = loads(NASTY)
    buffer = io.BytesIO()
    nx.write_graphml(to_networkx(argmap, "claims"), buffer)
    read = graphml.read(SourceText(buffer.getvalue().decode(), "x.graphml")).argmap
    assert {(link.premises, link.kind, link.target) for link in read.links} == {
        (link.premises, link.kind, link.target) for link in argmap.links
    }


def test_yed_gets_shapes_labels_colours_and_places() -> None:
    argmap = loads(NASTY)
    root = ET.fromstring(text(graphml, argmap))  # noqa: S314 - what we wrote ourselves
    nodes = list(root.iter(f"{Y}ShapeNode"))
    assert len(nodes) == len(argmap.claims) + len(argmap.links)
    shapes = [node.find(f"{Y}Shape").get("type") for node in nodes]
    assert shapes == ["roundrectangle"] * len(argmap.claims) + ["ellipse"] * len(argmap.links)
    boxes = {box.id: box for box in layout(argmap).boxes}
    for claim, node in zip(argmap.claims, nodes, strict=False):
        place, box = node.find(f"{Y}Geometry"), boxes[claim.id]
        assert float(place.get("x")) == pytest.approx(box.x, abs=0.1)
        assert float(place.get("y")) == pytest.approx(box.y, abs=0.1)
        label = node.find(f"{Y}NodeLabel").text
        assert not label.lower().startswith("<html")
        assert "".join(label.split()).endswith("".join(claim.text.split()))
        assert node.find(f"{Y}BorderStyle").get("type") == ("dashed" if claim.implicit else "line")
    edges = list(root.iter(f"{Y}PolyLineEdge"))
    assert len(edges) == sum(len(link.premises) + 1 for link in argmap.links)
    arrows = [edge.find(f"{Y}Arrows").get("target") for edge in edges]
    assert arrows.count("standard") == len(argmap.links)
    styles = {edge.find(f"{Y}LineStyle").get("type") for edge in edges}
    assert styles == {"line", "dashed", "dotted"}


def test_gephi_gets_places_colours_and_shapes() -> None:
    argmap = loads(NASTY)
    graph = networkx_of("gexf", text(gexf, argmap))
    boxes = {box.id: box for box in layout(argmap).boxes}
    for claim in argmap.claims:
        seen, box = graph.nodes[claim.id]["viz"], boxes[claim.id]
        assert seen["position"]["x"] == pytest.approx(box.x + box.width / 2, abs=0.01)
        assert seen["position"]["y"] == pytest.approx(-box.y - box.height / 2, abs=0.01)
        assert graph.nodes[claim.id]["label"].endswith(" ".join(claim.text.split()))
    assert graph.nodes["loud"]["viz"]["color"] == {"r": 0xB8, "g": 0x47, "b": 0x00, "a": 1.0}


@pytest.mark.parametrize("name", ["graphml", "gexf", "nodelink"])
def test_the_files_look_as_they_did(name: str, golden) -> None:
    module = {"graphml": graphml, "gexf": gexf, "nodelink": nodelink}[name]
    golden(f"exchange.{name}" if name != "nodelink" else "exchange.nodelink.json", text(module, loads(NASTY)) + "\n")


@pytest.mark.parametrize("name", ["graphml", "gexf", "nodelink"])
def test_our_own_files_are_recognised_by_their_content(name: str) -> None:
    module = {"graphml": graphml, "gexf": gexf, "nodelink": nodelink}[name]
    hostile = loads('title: x\nclaims:\n  a: \'argunet.org, "AIF": yworks "nodeID": "claims":\'\n')
    suffix = {"nodelink": "json"}.get(name, name)
    assert [row.name for row in recognise(f"x.{suffix}", text(module, hostile))] == [name]


def test_a_change_made_elsewhere_is_read() -> None:
    """What stands under `argmap` says only what plain values cannot, so it does not undo what they say."""
    graph = networkx_of("graphml", text(graphml, loads(NASTY)))
    graph.nodes["work"]["note"] = "Counted anew."
    graph.nodes["work"]["text"] = "It feeds half of the town."
    graph.remove_node("later")
    buffer = io.BytesIO()
    nx.write_graphml(graph, buffer)
    reading = graphml.read(SourceText(buffer.getvalue().decode(), "x.graphml"))
    claim = reading.argmap.claim("work")
    assert (claim.note, claim.text, claim.tags) == ("Counted anew.", "It feeds half of the town.", ("money", "jobs"))
    assert reading.argmap.authors == ("Ada", "Bo")
    assert not reading.argmap.is_claim("later")


def test_a_graph_of_others_is_read_with_its_guesses_told() -> None:
    graph = nx.DiGraph([("a", "b"), ("c", "b")])
    graph.nodes["a"]["label"] = "It rains."
    data = json.dumps(nx.node_link_data(graph, edges="links"))
    reading = nodelink.read(SourceText(data, "x.json"))
    assert [claim.text for claim in reading.argmap.claims] == ["It rains.", "b", "c"]
    assert [link.kind for link in reading.argmap.links] == ["supports", "supports"]
    assert {problem.code for problem in reading.problems} == {"AM503"}


@pytest.mark.parametrize("module", [graphml, gexf, nodelink])
@pytest.mark.parametrize(("key", "word", "kind"), [("relation", "Attack", "attacks"), ("label", "pro", "supports")])
def test_edges_of_others_say_what_they_are(module, key: str, word: str, kind: str) -> None:
    graph = nx.DiGraph()
    graph.add_node(0, label="It rains.")
    graph.add_node(1, label="It is wet.")
    graph.add_edge(0, 1, **{key: word})
    if module is nodelink:
        data = json.dumps(nx.node_link_data(graph, edges="links"))
    else:
        buffer = io.BytesIO()
        (nx.write_graphml if module is graphml else nx.write_gexf)(graph, buffer)
        data = buffer.getvalue().decode()
    reading = module.read(SourceText(data, "x"))
    assert ([link.id for link in reading.argmap.links], reading.problems) == ([f"rains {kind} wet"], ())


def test_other_values_of_others_are_told_once_and_other_labels_are_notes() -> None:
    nodes = [{"id": "a", "text": "A.", "age": 3, "x": 1}, {"id": "b", "text": "B.", "age": 4, "empty": ""}]
    edges = [
        {"source": "a", "target": "b", "label": "because", "weight": 2},
        {"source": "b", "target": "a", "weight": 1},
    ]
    data = {"directed": True, "nodes": nodes, "links": edges}
    reading = nodelink.read(SourceText(json.dumps(data), "x.json"))
    assert [(link.id, link.note) for link in reading.argmap.links] == [
        ("a supports b", "because"),
        ("b supports a", ""),
    ]
    assert sorted(row.message for row in reading.problems) == [
        "'age' of nodes has no place in a map; it was left out",
        "'weight' of edges has no place in a map; it was left out",
        "an edge leads from claim 'b' straight to claim 'a'; read as support",
        "an edge with the label 'because' was read as support",
    ]


@pytest.mark.parametrize("name", ["graphml", "gexf", "nodelink"])
def test_broken_files_are_problems_and_never_exceptions(name: str) -> None:
    module = {"graphml": graphml, "gexf": gexf, "nodelink": nodelink}[name]
    whole = text(module, loads(NASTY))
    assert strip(module.read(SourceText(whole, "x")).argmap, frozenset()) == strip(loads(NASTY), frozenset())
    for tenth in range(10):
        reading = module.read(SourceText(whole[: len(whole) * tenth // 10], "x"))
        assert reading.argmap is None
        assert any(problem.severity == "error" for problem in reading.problems)
    for old, new in (("work", "open"), ("target", "source"), ("supports", "SUPPORTS"), ("0.75", "NaN"), ("{", "[")):
        module.read(SourceText(whole.replace(old, new), "x"))


@pytest.mark.parametrize("value", ["[]", "3", "null", '{"nodes": 3}', '{"nodes": [1, {"id": []}, {"id": "a"}]}',
                                   '{"nodes": [{"id": "a", "argmap": "[1"}], "edges": [{"source": 9, "target": 0}]}',
                                   '{"nodes": [{"id": "a"}], "edges": {}, "graph": []}', '{"nodes": []}'])  # fmt: skip
def test_json_of_any_shape_is_told(value: str) -> None:
    assert nodelink.read(SourceText(value, "x.json")).problems


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE graphml [<!ENTITY a "aaaa">]><graphml><graph><node id="&a;"/></graph></graphml>'
    for module in (graphml, gexf):
        assert module.read(SourceText(bomb, "x")).argmap is None
