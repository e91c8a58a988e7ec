"""What we write loads in arguebuf, with the same atoms, schemes, edges and texts."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from argmap.formats.table import FORMATS
from argmap.model import Link
from tests.formats.test_aif import DEMO
from tests.support.maps import argmaps

if TYPE_CHECKING:
    from argmap.model import ArgMap

pytestmark = pytest.mark.skipif(
    find_spec("arguebuf") is None, reason="arguebuf is not installed; it is in the extra `dev`"
)
CALM = list(HealthCheck)
SCRIPT = Path(__file__).parents[1] / "support" / "arguebuf_counts.py"


UPSIDE_DOWN = replace(
    DEMO,
    links=(
        Link(id="last", premises=("ban",), kind="undercuts", target="next", named=True),
        Link(id="next", premises=("roads",), kind="undercuts", target="why", named=True),
        *DEMO.links[:1],
    ),
)


def counts(files: list[tuple[str, Path]]) -> list[dict]:
    """Return what arguebuf counts in each of these files, in one process."""
    words = [f"{name}={path}" for name, path in files]
    done = subprocess.run([sys.executable, SCRIPT, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    return [found[word] for word in words]


def expected(argmap: ArgMap) -> tuple[int, int, int, list[str]]:
    ends = sum(len(link.premises) + 1 for link in argmap.links)
    return len(argmap.claims), len(argmap.links), ends, sorted(claim.text for claim in argmap.claims)


def random_maps(count: int) -> list[ArgMap]:
    """The same maps in every run."""
    found: list[ArgMap] = []

    @seed(5)
    @settings(max_examples=count, database=None, phases=[Phase.generate], deadline=None, suppress_health_check=CALM)
    @given(argmap=argmaps())
    def draw(argmap: ArgMap) -> None:
        found.append(argmap)

    draw()
    return found


@pytest.mark.parametrize("name", ["aif", "xaif", "sadface", "arggraph"])
def test_what_we_write_loads_with_equal_counts(name: str, tmp_path: Path) -> None:
    module = import_module(f"argmap.formats.{FORMATS[name].module}")
    maps = [DEMO, UPSIDE_DOWN, *random_maps(150)]
    if name == "arggraph":  # there the peer looks back only, and so knows no undercuts in circles
        maps = [argmap for argmap in maps if all(map(argmap.target_claim, argmap.links))]
    files: list[tuple[str, Path]] = []
    for number, argmap in enumerate(maps):
        path = tmp_path / f"{number}{'.xml' if name == 'arggraph' else '.json'}"
        path.write_text("\n".join(module.write(argmap)), "utf-8")
        files.append((name, path))
    for argmap, found in zip(maps, counts(files), strict=True):
        assert (found["atoms"], found["schemes"], found["edges"], found["texts"]) == expected(argmap)
