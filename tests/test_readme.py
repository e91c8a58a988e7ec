"""The README says nothing that was not run: its console blocks, its Python, its set-up command."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support import transcripts

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_every_console_block_prints_what_it_says(tmp_path: Path) -> None:
    assert transcripts.check(README, tmp_path) >= 3


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "maps", tmp_path / "maps")
    blocks = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        subprocess.run([sys.executable, "-W", "error", "-c", block], cwd=tmp_path, check=True, capture_output=True)


def test_the_map_of_the_readme_is_valid(tmp_path: Path) -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        (tmp_path / f"{number}.yaml").write_text(block, encoding="utf-8")
        printed = transcripts.run(f"argmap check --strict {number}.yaml", tmp_path)
        assert "error" not in printed, printed


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(row for rows in project["optional-dependencies"].values() for row in rows)]
    table = "".join(line for line in README.splitlines() if line.startswith("| `"))
    for row in wanted:
        name = re.match(r"[A-Za-z0-9.-]+", row)[0]
        assert name == "argmap" or f"`{name}`" in table, f"{name}: no row in the table"


@pytest.mark.slow
def test_the_set_up_command_builds_a_page_on_a_fresh_machine(tmp_path: Path) -> None:
    """The first set-up command of the README, in a copy of what git holds and a new virtual environment."""
    command = re.search(r"^```sh\n(python3 -m venv .*?--open)\n```$", README, re.MULTILINE | re.DOTALL)
    assert command, "the README has no set-up command that opens a page"
    for name in ("argmap", "maps"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.html"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path / name)
    words = command[1].replace(" --open", "").replace("python3", sys.executable)
    done = subprocess.run(["bash", "-ec", words], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [path.stat().st_size > 100_000 for path in (tmp_path / "maps").glob("*.html")] == [True]
