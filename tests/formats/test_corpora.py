"""Files of other programs: what we read has the counts that an independent count and the peer give."""

from __future__ import annotations

import json
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from argmap.analysis.labels import labels
from argmap.formats import argmap_yaml, argunet, carneades, gsn, jsontext, mindmup, sadface, tgf, yed
from argmap.formats.aif import graph_of
from argmap.formats.graphmltext import read_graph
from argmap.source import SourceText

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
SKIP = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora of other people's files are not on this machine")


def files(*folders: str) -> list[Path]:
    return sorted(
        path.with_name(path.name.removesuffix(".ORACLE.json"))
        for folder in folders
        for path in (CORPORA / folder).rglob("*.ORACLE.json")
    )


def name(path: Path) -> str:
    return str(path.relative_to(CORPORA))


def source(path: Path) -> SourceText:
    return SourceText(path.read_text("utf-8-sig"), str(path))


def oracle(path: Path) -> dict:
    return json.loads(path.with_name(f"{path.name}.ORACLE.json").read_text("utf-8"))


@SKIP
@pytest.mark.parametrize("path", files("aif-json", "xaif-json"), ids=name)
def test_aif_has_the_atoms_and_schemes_of_the_peer(path: Path) -> None:
    expected = oracle(path)["arguebuf"]
    value, notes = jsontext.parse(source(path))
    graph = graph_of(value.get("AIF", value), notes, ())
    assert graph is not None
    assert (len(graph.atoms), len(graph.schemes)) == (expected["atom_nodes"], expected["scheme_nodes"])
    module = import_module("argmap.formats." + ("xaif" if "AIF" in value else "aif"))
    argmap, problems = module.read(source(path)).argmap, module.read(source(path)).problems
    if expected["atom_nodes"] == 0:
        assert argmap is None
        assert [problem.code for problem in problems if problem.severity == "error"] == ["AM508"]
    else:
        assert len(argmap.claims) == expected["atom_nodes"]
        assert all(problem.severity != "error" for problem in problems)
        if not problems:
            assert len(argmap.links) == expected["scheme_nodes"]


@SKIP
@pytest.mark.parametrize("path", files("sadface-json"), ids=name)
def test_sadface_has_the_atoms_and_schemes_of_the_peer(path: Path) -> None:
    expected, reading = oracle(path)["arguebuf"], sadface.read(source(path))
    assert (len(reading.argmap.claims), len(reading.argmap.links)) == (
        expected["atom_nodes"],
        expected["scheme_nodes"],
    )
    assert not reading.problems


@SKIP
@pytest.mark.parametrize("path", files("carneades-yaml"), ids=name)
def test_carneades_has_the_statements_and_arguments_that_were_counted(path: Path) -> None:
    expected, reading = oracle(path)["selfcount"], carneades.read(source(path))
    declared = expected["statements"]
    if reading.argmap is None:
        assert (declared, expected["assumptions"]) == (0, 0)
        assert [problem.code for problem in reading.problems if problem.severity == "error"] == ["AM508"]
        return
    added = [problem for problem in reading.problems if problem.code == "AM503"]
    assert declared <= len(reading.argmap.claims) <= declared + len(added) + max(0, len(added) - 19) * 100
    kinds = Counter(link.kind for link in reading.argmap.links)
    convergent = kinds["supports"] - expected["arguments"]
    assert 0 <= convergent <= expected["premise_links"]
    assert kinds["undercuts"] == expected["undercutters"]
    assert reading.argmap.title == expected["title"]
    published = expected["expected_labels"] or {}
    found = reading.argmap.expect
    assert (len(found.stands), len(found.falls)) == (len(published.get("in", ())), len(published.get("out", ())))


@SKIP
@pytest.mark.parametrize("path", files("mindmup-mup"), ids=name)
def test_mindmup_has_the_ideas_and_groups_that_were_counted(path: Path) -> None:
    expected, reading = oracle(path)["selfcount"], mindmup.read(source(path))
    groups = expected["group:opposing"] + expected["group:supporting"]
    assert len(reading.argmap.links) == groups
    assert len(reading.argmap.claims) == expected["ideas"] - groups
    assert not reading.problems


@SKIP
@pytest.mark.parametrize("path", files("gsn-yaml"), ids=name)
def test_gsn_has_the_elements_that_were_counted(path: Path) -> None:
    expected, reading = oracle(path)["selfcount"], gsn.read(source(path))
    if not expected.get("elements"):
        assert reading.argmap is None
        assert any(problem.severity == "error" for problem in reading.problems)
        return
    assert len(reading.argmap.claims) == expected["elements"]
    missing = [problem for problem in reading.problems if problem.code == "AM507"]
    assert len(missing) == len(expected["undefined_refs"])
    context = {"context", "assumption", "justification"}
    supports = [
        premise
        for link in reading.argmap.links
        for premise in link.premises
        if link.kind == "supports" and reading.argmap.claim(premise).kind not in context
    ]
    assert expected["supportedBy"] - len(missing) <= len(supports) <= expected["supportedBy"]
    kinds = Counter(claim.kind for claim in reading.argmap.claims)
    assert dict(kinds) == {gsn.KINDS[prefix]: count for prefix, count in expected["by_prefix"].items()}


@SKIP
@pytest.mark.parametrize("path", files("argmap-yaml"), ids=name)
def test_argmap_yaml_has_the_claims_and_steps_that_were_counted(path: Path) -> None:
    expected, reading = oracle(path)["selfcount"], argmap_yaml.read(source(path))
    assert len(reading.argmap.claims) == expected["claims"]
    assert len(reading.argmap.links) == expected["reasons"] + expected.get("objections", 0)
    assert sum(len(link.premises) for link in reading.argmap.links) == expected["premise_links"]
    assert sum(claim.implicit for claim in reading.argmap.claims) == expected["neg_prefix"]


@SKIP
@pytest.mark.parametrize("path", files("argunet-graphml"), ids=name)
def test_argunet_has_the_nodes_and_edges_that_were_counted(path: Path) -> None:
    expected, reading = oracle(path)["selfcount"], argunet.read(source(path))
    nodes, edges = expected["graph_nodes"], expected["edges_by_type"]
    kinds = Counter(claim.kind for claim in reading.argmap.claims)
    assert kinds == {"argument": nodes["argument"], "thesis": nodes["thesis"]}
    assert len(reading.argmap.groups) == nodes["group"]
    found = Counter(link.kind for link in reading.argmap.links)
    assert found["supports"] == edges["support"] + edges["sketchedSupport"]
    assert found["attacks"] == edges["attack"] + edges["sketchedAttack"]


@SKIP
@pytest.mark.parametrize("path", files("yed-graphml"), ids=name)
def test_yed_has_the_nodes_that_were_counted(path: Path) -> None:
    expected = oracle(path)["selfcount"]
    graph, notes = read_graph(source(path))
    found = yed.graph_of(graph, {}, notes)
    shapes, kinds = expected["nodes_by_graphics"], expected["nodeType_property"]
    others = sum(count for kind, count in kinds.items() if kind[:2] in {"YA", "TA"})
    plain = sum(count for shape, count in shapes.items() if "flowchart" not in shape)
    assert len(graph.edges) == expected["edges"]
    assert len(found.atoms) - shapes["com.yworks.flowchart.process"] in range(plain + 1)
    assert len(found.schemes) == shapes["com.yworks.flowchart.decision"] - others
    assert sum(scheme.kind == "attacks" for scheme in found.schemes.values()) >= kinds.get("CA-node", 0)


@SKIP
@pytest.mark.parametrize("path", files("dung-tgf"), ids=name)
def test_tgf_has_the_arguments_and_attacks_that_were_counted(path: Path) -> None:
    expected, reading = oracle(path)["selfcount"], tgf.read(source(path))
    assert len(reading.argmap.claims) == expected["arguments"]
    assert len(reading.argmap.links) == expected["attacks"] - expected["self_attacks"]
    found = labels(reading.argmap).claims
    assert sorted(key for key, verdict in found.items() if verdict.label == "stands") == expected["grounded_in"]
    assert sorted(key for key, verdict in found.items() if verdict.label == "falls") == expected["grounded_out"]
