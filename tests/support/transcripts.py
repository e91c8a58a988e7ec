"""Transcripts: Markdown whose ```console blocks hold commands and what they print. The README is one of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent.parent


def transcripts(text: str) -> Iterator[tuple[str, str]]:
    r"""Yield (command, expected output) for every console block, in order.

    >>> list(transcripts("```console\n$ argmap check a.yaml\na.yaml: ok\n```"))
    [('argmap check a.yaml', 'a.yaml: ok')]
    """
    for block in re.findall(r"^```console\n(.*?)^```$", text + "\n", re.MULTILINE | re.DOTALL):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = step.partition("\n")
            yield command, output.rstrip("\n")


def run(command: str, folder: Path) -> str:
    """Run one command line in a folder as a shell would; return what it prints, and its exit code if that is not 0."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    env = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    tail = f"\n[exit {done.returncode}]" if done.returncode else ""
    return (done.stdout + done.stderr).rstrip("\n") + tail


def matches(expected: str, printed: str) -> bool:
    """Return whether the output is as expected; a line `...` stands for any lines, and `...` in a line for any text."""
    rows = [
        r"(?:.*\n)*" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
        for line in expected.split("\n")
    ]
    return re.fullmatch("".join(rows), f"{printed}\n") is not None


def check(text: str, folder: Path) -> int:
    """Run every step of a transcript in a copy of maps/; return how many there were."""
    shutil.copytree(ROOT / "maps", folder / "maps")
    steps = list(transcripts(text))
    for command, expected in steps:
        printed = run(command, folder)
        assert matches(expected, printed), f"$ {command}\n--- expected\n{expected}\n--- printed\n{printed}"
    return len(steps)
