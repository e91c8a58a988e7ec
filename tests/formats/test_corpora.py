"""Files of other programs: what we read has the counts that an independent count and the peer give."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from argmap.formats import jsontext
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
