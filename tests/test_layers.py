"""The folder list is the pipeline: imports point left only, and each heavy library has its place."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent.parent / "argmap"
LAYERS = (
    ("_version",),
    ("frozen", "uncollected", "strong"),
    ("source", "codes", "limits", "near"),
    ("diagnostics",),
    ("decoding",),
    ("model", "yamlmend", "yamltext"),
    ("yamltree",),
    ("order",),
    ("document", "graph", "select", "xmlquote"),
    ("checks",),
    ("analysis",),
    ("layout",),
    ("formats", "render"),
    ("teach",),
    ("api", "convert"),
    ("site", "serve", "notebook"),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
# who may import whom against the direction, and why
EXCEPTIONS = {
    ("model", "graph"): "ArgMap.to_networkx() is a method for convenience; imported when called",
    ("model", "notebook"): "ArgMap._repr_mimebundle_() is how Jupyter asks for a picture; imported when called",
}
FENCES = {
    "argparse": ("cli",),
    "jinja2": ("render", "site", "teach"),
    "networkx": ("graph.py", "analysis/structure", "formats/", "render"),
    "pyvis": ("render",),
    "yaml": ("yamltree",),
    "subprocess": ("layout/graphviz.py", "cli", "api", "site", "serve"),
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) for everything a module imports, at the top or inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.lineno, node.module
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name


def home(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_left_only(path: Path) -> None:
    here = home(path)
    if here in {"__init__", "__main__"}:
        return
    assert here in RANK, f"{here} has no place in LAYERS"
    for line, name in imports(path):
        parts = name.split(".")
        if parts[0] != "argmap" or len(parts) == 1 or parts[1] == here:
            continue
        allowed = RANK[parts[1]] < RANK[here] or (here, parts[1]) in EXCEPTIONS
        same_layer = RANK[parts[1]] == RANK[here]
        assert allowed or same_layer, f"{path.name}:{line}: {here} must not import {parts[1]}"


@pytest.mark.parametrize("library", sorted(FENCES))
def test_each_heavy_library_stays_in_its_place(library: str) -> None:
    for path in modules():
        where = path.relative_to(PACKAGE).as_posix()
        for line, name in imports(path):
            if name.split(".")[0] == library:
                assert any(place in where for place in FENCES[library]), f"{where}:{line} imports {library}"


def test_every_exception_is_used() -> None:
    used = {(home(path), name.split(".")[1]) for path in modules() for _, name in imports(path) if name.count(".")}
    assert set(EXCEPTIONS) <= used
