"""Promises about the code itself, kept by tests instead of by intention."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

import argmap

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "argmap"
LONGEST_MODULE = 400  # lines
EDGE = ("api.py", "site.py", "serve.py", "cli/", "__main__.py", "layout/graphviz.py", "notebook.py")


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py") if ".work" not in path.parts)


def test_no_module_is_too_long() -> None:
    long = {
        str(path): n for path in python_files("argmap") if (n := path.read_text("utf-8").count("\n")) > LONGEST_MODULE
    }
    assert not long


def test_public_names_are_exported_once_and_documented() -> None:
    homes = vars(argmap)["_HOMES"]
    listed = [name for names in homes.values() for name in names]
    assert sorted(listed) == sorted(set(listed))
    assert sorted(argmap.__all__) == sorted(listed)
    for home, names in homes.items():
        module = import_module(f"argmap.{home}")
        for name in names:
            assert getattr(argmap, name) is getattr(module, name)
            if callable(getattr(argmap, name)):
                assert getattr(argmap, name).__doc__, f"{name} has no docstring"


def test_unknown_public_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'clsoe'"):
        argmap.clsoe  # noqa: B018 - the access is the test
    assert "ArgMap" in dir(argmap)


def test_only_the_edge_has_effects() -> None:
    for path in python_files("argmap"):
        where = path.relative_to(PACKAGE).as_posix()
        if where.startswith(EDGE):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"print", "open", "input"}, f"{where}:{node.lineno}: {node.func.id}()"


def test_nothing_is_left_for_later_and_nothing_is_muted() -> None:
    words = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImplemented" + r"Error)\b|doctest: \+" + "SKIP")
    for path in [*python_files("argmap", "tests"), *sorted(PACKAGE.rglob("*.js"))]:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            assert not words.search(line), f"{path}:{number}: {line.strip()}"


def test_every_muted_check_has_its_reason_beside_it() -> None:
    muted = re.compile(r"#\s*(noqa|type: ignore|pragma: no cover)(\S*)(.*)")
    for path in python_files("argmap", "tests"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if found := muted.search(line.partition('"')[0] if 'r"#' in line else line):
                assert re.search(r"[a-z]{3,} \S", found[3]), f"{path}:{number}: no reason: {line.strip()}"


def test_the_top_level_is_bare() -> None:
    ignored = {".git", ".venv", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", "__pycache__"}
    there = {path.name for path in ROOT.iterdir()} - ignored
    allowed = {
        ".readme",
        "argmap",
        "maps",
        "tests",
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        ".ci",
        ".gitignore",
    }
    assert there <= allowed | {".github", ".gitattributes"}


def test_nothing_names_this_machine_or_a_registry() -> None:
    risky = re.compile(r"/(?:root|home/[a-z]+|work)/|https?://[^ ]*(?:py" + r"pi|npm" + r"js|reg" + r"istry)[^ ]*")
    for path in [*python_files("argmap", "tests"), ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "pyproject.toml"]:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            assert not risky.search(line), f"{path}:{number}: {line.strip()}"
