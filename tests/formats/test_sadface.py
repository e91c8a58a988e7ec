from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import UUID

from argmap.formats import sadface
from argmap.source import SourceText
from tests.formats.test_aif import DEMO

if TYPE_CHECKING:
    from argmap.formats.reading import Reading


def read(value: object) -> Reading:
    return sadface.read(SourceText(json.dumps(value, indent=1), "m.json"))


def edge(source: str, target: str) -> dict:
    return {"id": f"{source}-{target}", "source_id": source, "target_id": target}


ATOMS = [{"id": "1", "type": "atom", "text": "A."}, {"id": "2", "type": "atom", "text": "B."}]


def test_version_0_1_has_its_data_at_the_top() -> None:
    reading = read(
        {
            "title": "Old",
            "notes": "N.",
            "analyst_name": "Ada",
            "created": "2015-01-02T03:04:05",
            "metadata": {},
            "nodes": ATOMS,
        }
    )
    argmap = reading.argmap
    assert (argmap.title, argmap.description, argmap.authors, argmap.date) == ("Old", "N.", ("Ada",), "2015-01-02")
    assert not reading.problems


def test_names_of_schemes_tell_for_from_against() -> None:
    names = ["support", "Default\nSupport", "Expert Opinion", "conflict", "attack", "Default Conflict", "Objection"]
    schemes = [{"id": name, "type": "scheme", "name": name} for name in names]
    edges = [pair for name in names for pair in (edge("1", name), edge(name, "2"))]
    links = read({"nodes": ATOMS + schemes, "edges": edges}).argmap.links
    assert [(link.kind, link.scheme) for link in links] == [
        ("supports", ""),
        ("supports", ""),
        ("supports", "Expert Opinion"),
        *[("attacks", "")] * 4,
    ]


def test_the_library_of_0_5_writes_conflicts_backwards() -> None:
    nodes = [*ATOMS, {"id": "x", "type": "conflict", "name": "attack"}, {"id": "y", "type": "inference", "name": "i"}]
    edges = [edge("1", "x"), edge("x", "2"), edge("1", "y"), edge("y", "2")]
    reading = read({"nodes": nodes, "edges": edges})
    assert [link.id for link in reading.argmap.links] == ["b attacks a", "a supports b"]
    assert [problem.code for problem in reading.problems] == ["AM503"]


def test_what_is_no_node_or_edge_is_left_out_with_its_place() -> None:
    reading = read(
        {"nodes": [*ATOMS, ATOMS[0], 5, {"id": "z", "type": "dog"}], "edges": [[], edge("1", "gone"), edge("1", "z")]}
    )
    assert [problem.code for problem in reading.problems] == ["AM502", "AM502", "AM502", "AM502", "AM507"]
    assert all(problem.span.line > 0 for problem in reading.problems)


def test_what_we_write_has_the_fields_that_readers_ask_for() -> None:
    value = json.loads("\n".join(sadface.write(DEMO)))
    core = value["metadata"]["core"]
    assert {
        "id",
        "version",
        "title",
        "notes",
        "description",
        "analyst_name",
        "analyst_email",
        "created",
        "edited",
    } <= core.keys()
    assert core["created"] == "2024-03-01T00:00:00"
    for row in [core, *value["nodes"], *value["edges"]]:
        assert UUID(row["id"]).version == 4
    assert [row.get("name") for row in value["nodes"]] == [None, None, None, "support", "attack"]
    assert len({row["id"] for row in value["nodes"] + value["edges"]}) == len(value["nodes"] + value["edges"])


def test_passages_are_quotations() -> None:
    atom = {"id": "1", "type": "atom", "text": "A.", "sources": [{"resource_id": "r", "text": "so A", "offset": 3}, 7]}
    reading = read({"nodes": [atom], "edges": [], "resources": [{"id": "r", "type": "text", "content": "And so A."}]})
    assert reading.argmap.claims[0].quote == ("so A",)
    assert [problem.code for problem in reading.problems] == ["AM502"]


def test_a_graph_of_monkeypuzzle_is_read_out_of_its_cytoscape_shell() -> None:
    nodes = [
        {"data": {"id": "1", "content": "A.", "type": "atom", "typeshape": "roundrectangle"}, "classes": "atom-label"},
        {"data": {"id": "2", "content": "B.", "type": "atom"}},
        {"data": {"id": "3", "content": "Attack", "type": "scheme"}},
    ]
    edges = [{"data": {"source": "2", "target": "3"}}, {"data": {"source": "3", "target": "1"}}]
    reading = read({"nodes": nodes, "edges": edges})
    assert [link.id for link in reading.argmap.links] == ["b attacks a"]
    assert reading.problems == ()
    wrong = read({"nodes": nodes, "edges": [*edges, 7, {"data": 8}]})
    assert [problem.code for problem in wrong.problems] == ["AM502", "AM502"]


def test_what_metadata_of_nodes_say_is_told_once() -> None:
    extra = [row | {"metadata": {"core": {}, "monkeypuzzle": {"position": {"x": 1}}}} for row in ATOMS]
    reading = read({"nodes": extra, "edges": []})
    assert [(row.code, row.message) for row in reading.problems] == [
        ("AM502", "what the metadata of nodes say has no place in a map; it was left out")
    ]
