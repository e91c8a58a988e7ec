"""CPU time of exporting figures, beside Argdown's command line on an equal map.

  python tests/bench/export.py [RUNS] --argdown PATH/node_modules/.bin/argdown

Argdown is the peer; without it, only our own times are printed. To install it into a folder of its own:

  npm install --prefix PATH @argdown/cli

The SVG of 300 claims is to take at most 0.3 times the CPU of `argdown map`, the PDF at most 2 seconds; the exit code
is 1 if either does not hold. All times are whole processes, start-up included: user and system time, the median.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from build import as_argdown, as_yaml, cpu

COUNTS = (30, 300)
MOST_RATIO, MOST_PDF = 0.3, 2.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="?", type=int, default=5)
    found = os.environ.get("ARGDOWN") or shutil.which("argdown")
    parser.add_argument("--argdown", default=found, help="the program of @argdown/cli (default: ARGDOWN, or on PATH)")
    args = parser.parse_args()
    print(f"{'claims':>7} {'svg':>7} {'pdf':>7} {'png':>7} {'argdown':>8} {'ratio':>6}   seconds of CPU")
    good = True
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as name:
            times = measure(count, args.runs, args.argdown, Path(name))
        peer = times.get("argdown")
        ratio = times["svg"] / peer if peer else None
        beside = f"{peer:>8.3f} {ratio:>6.2f}" if peer and ratio else ""
        print(
            f"{count:>7} {times['svg']:>7.3f} {times['pdf']:>7.3f} {times['png']:>7.3f} {beside}".rstrip(), flush=True
        )
        if count == 300:
            good = times["pdf"] <= MOST_PDF and (ratio is None or ratio <= MOST_RATIO)
    return 0 if good else 1


def measure(count: int, runs: int, argdown: str | None, folder: Path) -> dict[str, float]:
    """Return the median CPU time of each command, which take turns so that all meet the same weather."""
    (folder / "map.yaml").write_text(as_yaml(count), "utf-8")
    (folder / "map.argdown").write_text(as_argdown(count), "utf-8")
    commands = {
        kind: [sys.executable, "-m", "argmap", "export", "map.yaml", "-o", f"out.{kind}"]
        for kind in ("svg", "pdf", "png")
    }
    if argdown:
        commands["argdown"] = [argdown, "map", "map.argdown", "out", "--format", "svg"]
    times: dict[str, list[float]] = {who: [] for who in commands}
    for _ in range(runs):
        for who, command in commands.items():
            times[who].append(cpu(command, folder))
    if argdown:
        assert list((folder / "out").glob("*.svg")), "the peer wrote no picture"
    return {who: statistics.median(values) for who, values in times.items()}


if __name__ == "__main__":
    sys.exit(main())
