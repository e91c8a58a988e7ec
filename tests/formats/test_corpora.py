"""Files of other programs: what we read has the counts that an independent count and the peer give."""

from __future__ import annotations

import json
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from argmap.formats import carneades, jsontext, mindmup, sadface
from argmap.formats.aif import graph_of
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
    labels = expected["expected_labels"] or {}
    found = reading.argmap.expect
    assert (len(found.stands), len(found.falls)) == (len(labels.get("in", ())), len(labels.get("out", ())))


@SKIP
@pytest.mark.parametrize("path", files("mindmup-mup"), ids=name)
def test_mindmup_has_the_ideas_and_groups_that_were_counted(path: Path) -> None:
    expected, reading = oracle(path)["selfcount"], mindmup.read(source(path))
    groups = expected["group:opposing"] + expected["group:supporting"]
    assert len(reading.argmap.links) == groups
    assert len(reading.argmap.claims) == expected["ideas"] - groups
    assert not reading.problems
