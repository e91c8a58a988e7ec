"""One minimal bad map for each code, and exactly what is said about it. `--update-golden` rewrites what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap import api
from argmap.codes import every
from argmap.diagnostics import as_text

BAD = Path(__file__).parent / "bad"
MAPS = sorted(BAD.glob("AM*.yaml"))
TOO_LARGE = {"AM012"}  # its map would have ten megabytes; tests/test_yamltree.py makes one


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_what_is_said_about_a_bad_map(path, request, monkeypatch):
    monkeypatch.chdir(BAD)
    problems = api.check(path.name)
    said = "".join(f"{as_text(problem)}\n" for problem in problems)
    golden = path.with_suffix(".txt")
    if request.config.getoption("--update-golden"):
        golden.write_text(said, encoding="utf-8")
    assert golden.read_text("utf-8") == said, "look at the difference; if it is right: pytest --update-golden"
    assert path.stem in {problem.code for problem in problems}


def test_every_code_of_the_reader_and_the_checks_has_a_bad_map():
    codes = {row.code for row in every() if row.code[2] in "0123"}
    assert {path.stem for path in MAPS} == codes - TOO_LARGE


def test_every_message_has_its_map():
    assert {path.stem for path in BAD.glob("AM*.txt")} == {path.stem for path in MAPS}


def test_every_error_says_what_to_do():
    for path in MAPS:
        for problem in api.check(path):
            assert problem.help, f"{path.stem}: {problem.code} has no help"
