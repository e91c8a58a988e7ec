"""How fast AIF with 5,000 nodes is read, against arguebuf. Run: python tests/bench/reading_aif.py

The promise: at least 3 times as fast. CPU seconds: `loading` is from the file to the finished map or graph in a
process that has imported the library, the best of nine; `process` is a whole process with its imports. arguebuf
is in the extra `dev`.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

NODES = 5_000
WORDS = ("tides", "boats", "nets", "winds", "harbours", "storms", "crews", "maps", "stars", "ropes", "sails", "lamps")
OURS = """
import sys, time
from pathlib import Path
from argmap.formats import aif
from argmap.source import SourceText
best = 9e9
for _ in range(int(sys.argv[2])):
    begun = time.process_time()
    reading = aif.read(SourceText(Path(sys.argv[1]).read_text("utf-8"), sys.argv[1]))
    best = min(best, time.process_time() - begun)
print(best, len(reading.argmap.claims), len(reading.argmap.links), len(reading.problems))
"""
THEIRS = """
import sys, time, warnings
from pathlib import Path
warnings.simplefilter("ignore")
import arguebuf
best = 9e9
for _ in range(int(sys.argv[2])):
    begun = time.process_time()
    graph = arguebuf.load.file(Path(sys.argv[1]))
    best = min(best, time.process_time() - begun)
print(best, len(graph.atom_nodes), len(graph.scheme_nodes), 0)
"""


def a_file(path: Path) -> None:
    """Write AIF as AIFdb writes it: two thirds claims, one third steps, one step in five with two premises."""
    chance = random.Random(1)  # noqa: S311 - a file to measure with, nothing secret
    claims, steps = NODES * 2 // 3, NODES - NODES * 2 // 3
    nodes = [
        {
            "nodeID": str(n),
            "text": " ".join(chance.choices(WORDS, k=12)),
            "type": "I",
            "timestamp": "2024-01-01 10:00:00",
        }
        for n in range(claims)
    ]
    ends: list[tuple[int, int]] = []
    for n in range(claims, claims + steps):
        kind, name = chance.choice((("RA", "Default Inference"), ("CA", "Default Conflict")))
        nodes.append({"nodeID": str(n), "text": name, "type": kind, "timestamp": "2024-01-01 10:00:00"})
        source, target, other = chance.sample(range(claims), 3)
        ends += [(source, n), (n, target)] + ([(other, n)] if n % 5 == 0 else [])
    edges = [{"edgeID": str(i), "fromID": str(a), "toID": str(b), "formEdgeID": None} for i, (a, b) in enumerate(ends)]
    path.write_text(json.dumps({"nodes": nodes, "edges": edges, "locutions": []}), "utf-8")


def run(script: str, path: Path, times: int) -> tuple[float, list[str]]:
    """Return the CPU seconds of the process, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", script, path, str(times)], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout.split()


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.json"
        a_file(path)
        ours, theirs = run(OURS, path, 9)[1], run(THEIRS, path, 9)[1]
        if ours[1:3] != theirs[1:3]:
            sys.exit(f"the counts differ: {ours} {theirs}")
        ours_whole = min(run(OURS, path, 1)[0] for _ in range(3))
        theirs_whole = min(run(THEIRS, path, 1)[0] for _ in range(3))
    print(f"{NODES} nodes: {ours[1]} claims, {ours[2]} steps; {ours[3]} problems")
    for what, mine, peer in (("loading", float(ours[0]), float(theirs[0])), ("process", ours_whole, theirs_whole)):
        print(f"{what}: argmap {mine:.3f} s, arguebuf {peer:.3f} s, ratio {peer / mine:.1f}")


if __name__ == "__main__":
    main()
