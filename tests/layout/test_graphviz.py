import os
import stat
import sys
from pathlib import Path

import pytest

from argmap.diagnostics import EnvironmentProblemError
from argmap.layout import LayoutOptions, graphviz, layout
from tests.support.debates import debate

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-ins for the engine are shell scripts")


def program(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_wheels_program_beside_python_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    beside = program(tmp_path / "graphviz-pure", "exit 0")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert graphviz.find() == (beside, "graphviz-pure")


def test_any_dot_on_the_path_will_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dot = program(tmp_path / "dot", "exit 0")
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert graphviz.find() == (dot, "dot")


def test_a_program_installed_elsewhere_is_found_by_the_list_of_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setenv("PATH", str(tmp_path))
    path, name = graphviz.find()
    assert (Path(path).stem, name) == ("graphviz-pure", "graphviz-pure")


def test_without_an_engine_the_remedy_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(graphviz, "PACKAGE", "no-such-package")
    with pytest.raises(EnvironmentProblemError, match=r"^no layout engine was found; run: pip install 'graphviz-pure"):
        layout(debate(3))
    assert layout(debate(3), LayoutOptions(engine="tree")).engine == "tree"


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo oops; exit 0", "gave no layout"),
        ("exit 1", "gave no layout"),
        ("exec sleep 9", "took more than 1 seconds"),
    ],
)
def test_a_failing_engine_is_told_in_one_sentence(tmp_path: Path, script: str, message: str) -> None:
    with pytest.raises(graphviz.EngineFailedError, match=message):
        graphviz.run(program(tmp_path / "dot", script), "digraph{}", timeout=1)


def test_a_program_that_cannot_be_run_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblemError, match=r"cannot be run .* pip install"):
        graphviz.run(str(tmp_path), "digraph{}")


def test_it_is_judged_by_its_output(tmp_path: Path) -> None:
    noisy = program(tmp_path / "dot", """echo warning >&2; echo '{"objects": []}'; exit 1""")
    assert graphviz.run(noisy, "digraph{}") == {"objects": []}


def test_a_map_that_the_engine_cannot_lay_out_becomes_a_tree(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path / "graphviz-pure", "exit 1")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert layout(debate(5)).engine == "tree"
    with pytest.raises(graphviz.EngineFailedError):
        layout(debate(5), LayoutOptions(engine="graphviz"))
