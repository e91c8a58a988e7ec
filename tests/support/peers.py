"""Other people's parsers, run in Node.js, to compare with."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]


def needs(package: str) -> pytest.MarkDecorator:
    """A test that needs Node.js and an npm package; where they are not installed, it says how to get them."""
    there = shutil.which("node") is not None and (TESTS / "node_modules" / package).is_dir()
    return pytest.mark.skipif(not there, reason=f"needs Node.js and {package}: run `npm install` in tests/")


def ask(script: str, texts: list[str]) -> list[dict[str, Any]]:
    """Return what a script in tests/node finds in each of the texts."""
    done = subprocess.run(
        ["node", str(TESTS / "node" / script)],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(found) == len(texts)
    return found
