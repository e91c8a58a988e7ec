"""Formats are told by suffix, then by content."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from argmap import convert
from argmap.formats import FORMATS
from argmap.formats.recognise import SIGNS, by_suffix, recognise
from tests.support.maps import argmaps

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
FOLDERS = {
    "aif-json": "aif", "xaif-json": "xaif", "sadface-json": "sadface", "argdown": "argdown",
    "probes/argdown": "argdown",
    "carneades-yaml": "carneades", "gsn-yaml": "gsn", "mindmup-mup": "mindmup", "argmap-yaml": "argmap-yaml",
    "argunet-graphml": "argunet", "yed-graphml": "yed", "dung-tgf": "tgf",
}  # fmt: skip
PLAIN = {"carneades-4/empty.yml", "tests/invalid1.yaml"}  # nothing in them tells one YAML format from another


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora of other people's files are not on this machine")
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_of_the_corpora_is_known_for_what_it_is(folder: str) -> None:
    paths = [path for path in (CORPORA / folder).rglob("*") if path.is_file() and "ORACLE" not in path.name]
    assert paths
    for path in paths:
        found = [row.name for row in recognise(str(path), path.read_text("utf-8", errors="replace"))]
        if not any(str(path).endswith(tail) for tail in PLAIN):
            assert found == [FOLDERS[folder]], path


@pytest.mark.parametrize("row", [row for row in FORMATS.values() if row.round_trips], ids=lambda row: row.name)
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(argmap=argmaps())
def test_what_we_write_is_recognised(row, argmap) -> None:
    text = convert.write(argmap, row.name)
    assert row in recognise(f"x{row.suffixes[0]}", text)


def test_what_we_write_is_recognised_without_a_doubt_where_claims_bear_on_each_other() -> None:
    argmap = convert.read("# T\n\n- One.\n  - + Two.\n  - & Three.\n", "outline")
    for row in FORMATS.values():
        if row.round_trips:
            assert recognise(f"x{row.suffixes[0]}", convert.write(argmap, row.name)) == (row,), row.name


@pytest.mark.parametrize(
    ("path", "text", "names"),
    [
        ("x.json", "[]", {"json", "aif", "xaif", "sadface"}),
        ("x.yaml", "- a\n- b\n", {"yaml", "carneades", "gsn", "argmap-yaml"}),
        ("x.yaml", "a: b", {"yaml", "carneades", "gsn", "argmap-yaml"}),
        ("x", "", set()),
        ("x.unknown", "[A]: a\n", {"argdown"}),
        ("X.ARGDOWN", "", {"argdown"}),
        ("x.md", "- a\n", {"outline"}),
        ("x.md", "text\n\n```argdown\n[A]: a\n```\n", {"argdown"}),
        ("x.txt", "1. A\n1.1. Pro: B\n", {"kialo"}),
        ("x.txt", "- a\n  - + b\n", {"outline"}),
        ("x.txt", "===\nmodel:\n    rules:\n===\n\n[A]: see argunet.org\n", {"argdown"}),
        ("x.txt", "# T\n\n- [a]: a\n  - - [b]: b\n", {"outline"}),
        ("x.txt", "[A]: a\n  - <b>: c\n", {"argdown"}),  # .txt tells nothing: all formats are looked for
        ("x", '\ufeffID;"Text";supports\r\na;A;\r\n', {"csv"}),
        ("x.txt", "id\ttext\na\tA\n", {"tsv"}),
        ("x.txt", '{"AIF": {"nodes": [], "edges": []}}', {"xaif"}),
        ("x.txt", "arg(a).\narg(b).\natt(a,b).\n", {"apx"}),
        ("x.txt", "# a comment\np af 2\n1 2\n", {"iccma"}),
        ("x.txt", "1 One\n2\n#\n1 2\n", {"tgf"}),
        ("x.txt", "T1\tClaim 0 4\tRain\n", {"brat"}),
        ("x.txt", 'c1 = Create("Claim");\nSetText("It rains.");\n', {"rationale"}),
        ("x.json", '{"id": "root", "formatVersion": 3, "ideas": {}}', {"mindmup"}),  # a suffix that does not fit
        ("x.xml", '<graphml xmlns:y="http://www.yworks.com/xml/graphml"><graph/></graphml>', {"yed"}),
        ("x.json", '{"nodes": [{"id": 1, "text": "A", "type": "I"}], "edges": []}', {"aif"}),
    ],
)
def test_candidates(path: str, text: str, names: set[str]) -> None:
    found = {row.name for row in recognise(path, text)}
    assert names <= found
    assert len(names) != 1 or found == names


def test_signs_are_of_formats_that_are_there() -> None:
    for name, _ in SIGNS:
        assert name not in FORMATS or FORMATS[name].reads, name


def test_a_suffix_tells_what_is_written() -> None:
    assert [row.name for row in by_suffix("x.Argdown")] == ["argdown"]
    assert by_suffix("x.json")[0].name == "json"
    assert by_suffix("x.md")[0].name == "outline"
    assert by_suffix("x.yaml")[0].name == "yaml"
    assert by_suffix("x.none") == ()
