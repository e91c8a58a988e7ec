"""The engine: find Graphviz's dot program, run it, and read what it says. The only module below `api` that runs one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.diagnostics import EnvironmentProblemError

if TYPE_CHECKING:
    from argmap.layout.geometry import Point

PACKAGE = "graphviz-pure"
REMEDY = f"no layout engine was found; run: pip install '{PACKAGE}>=0.2.2,<0.3'"


class EngineFailedError(EnvironmentProblemError):
    """The engine ran, but gave no usable layout."""


class Placed(NamedTuple):
    """What the engine says, in its own names: centres of nodes, corners of clusters, points of edges. y grows up."""

    nodes: dict[str, Point]
    clusters: dict[str, tuple[float, float, float, float]]
    edges: dict[str, list[Point]]


def find() -> tuple[str, str]:
    """Return the path of the engine and its name: graphviz-pure beside this Python, on PATH, else any dot on PATH.

    Raises EnvironmentProblemError with the remedy if there is none.
    """
    beside = os.path.dirname(sys.executable)  # noqa: PTH120 - pathlib would cost more than the rest of this function
    for name, where in ((PACKAGE, beside), (PACKAGE, None), ("dot", None)):
        if path := shutil.which(name, path=where):
            return path, name
    if path := _installed_elsewhere():
        return path, PACKAGE
    raise EnvironmentProblemError(REMEDY)


def _installed_elsewhere() -> str:
    """Return the path that the wheel's own list of files tells (as in a user's installation), or ""."""
    from importlib.metadata import PackageNotFoundError, files

    try:
        found = [file.locate() for file in files(PACKAGE) or () if file.stem == PACKAGE and file.parent.name != ""]
    except PackageNotFoundError:
        return ""
    return next((str(path) for path in found if os.access(str(path), os.X_OK)), "")


def run(program: str, text: str, timeout: float = 60.0) -> dict[str, Any]:
    """Return the engine's JSON for a DOT text. Judged by its output: it may warn, and return 1, with a good layout.

    Raises EngineFailedError if there is no usable output in time.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a program that we found ourselves, without a shell, on text that we made
            [program, "-Kdot", "-Tjson0"], input=text.encode(), capture_output=True, timeout=timeout, check=False
        )
        found: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise EngineFailedError(f"the layout engine {program} took more than {timeout:.0f} seconds") from None
    except OSError as error:
        raise EnvironmentProblemError(
            f"the layout engine {program} cannot be run ({error.strerror}); {REMEDY}"
        ) from None
    except ValueError:
        raise EngineFailedError(f"the layout engine {program} gave no layout") from None
    return found


def ranks(found: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Return rank and place of every node, from output that was stopped after ordering (phase 2)."""
    return {
        each["name"]: (int(each["rank"]), int(each["order"])) for each in found.get("objects", ()) if "rank" in each
    }


def placed(found: dict[str, Any]) -> Placed:
    """Return where everything stands. Edges run from tail to head: start, then three points a Bezier piece."""
    nodes: dict[str, Point] = {}
    clusters: dict[str, tuple[float, float, float, float]] = {}
    for each in found.get("objects", ()):
        if "pos" in each:
            nodes[each["name"]] = _point(each["pos"])
        elif "bb" in each:
            left, bottom, right, top = map(float, each["bb"].split(","))
            clusters[each["name"]] = (left, bottom, right, top)
    edges = {
        each["id"]: [_point(word) for word in each["pos"].split()]
        for each in found.get("edges", ())
        if "pos" in each and "id" in each
    }
    return Placed(nodes, clusters, edges)


def _point(word: str) -> Point:
    x, _, y = word.partition(",")
    return float(x), float(y)
