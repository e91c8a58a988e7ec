"""How much CPU `argmap build` takes, against a stock pyvis script and `argdown html`, on equal maps.

    python tests/bench/build.py [RUNS] [--argdown PATH/TO/argdown]

Every figure is the user and system time of the whole process with its children, median of RUNS (default 5). The
pyvis script only loads the YAML, calls from_nx and write_html: no layout, no outline. Argdown is @argdown/cli.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

WORDS = (
    "voters",
    "schools",
    "taxes",
    "rain",
    "cities",
    "evidence",
    "habits",
    "markets",
    "children",
    "history",
    "trust",
)
PEERS = ("pyvis", "argdown")
STOCK = """
import sys, yaml, networkx as nx
from pyvis.network import Network
data = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
graph = nx.DiGraph()
for name, claim in data["claims"].items():
    graph.add_node(name, label=claim["text"])
for name, claim in data["claims"].items():
    for kind in ("supports", "attacks"):
        if kind in claim:
            graph.add_edge(name, claim[kind], label=kind)
net = Network(directed=True, cdn_resources="in_line")
net.from_nx(graph)
net.write_html(sys.argv[2])
"""


def sentence(i: int) -> str:
    return " ".join(WORDS[(i * 7 + k * (i % 5 + 1)) % len(WORDS)] for k in range(9)).capitalize() + f" in case {i}."


def parent(i: int) -> int:
    return (i - 1) // 3


def as_yaml(count: int) -> str:
    rows = ["title: Benchmark", "claims:"]
    for i in range(count):
        rows += [f"  c{i}:", f"    text: {sentence(i)}"]
        if i:
            rows.append(f"    {'attacks' if i % 3 == 0 else 'supports'}: c{parent(i)}")
    return "\n".join(rows) + "\n"


def as_argdown(count: int) -> str:
    rows = ["===", "title: Benchmark", "===", ""]
    for i in range(count):
        rows.append(f"[c{i}]: {sentence(i)}")
        rows += [f"  {'-' if k % 3 == 0 else '+'} [c{k}]" for k in range(3 * i + 1, min(3 * i + 4, count))]
        rows.append("")
    return "\n".join(rows)


def cpu(command: list[str], folder: Path) -> float:
    before = os.times()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="?", type=int, default=5)
    parser.add_argument("--argdown", default=shutil.which("argdown"), help="the program of @argdown/cli")
    args = parser.parse_args()
    print(f"{'claims':>7} {'argmap':>8} {'pyvis':>8} {'ratio':>6} {'argdown':>8} {'ratio':>6}   seconds of CPU")
    for count in (30, 300, 3000):
        with tempfile.TemporaryDirectory() as name:
            print(line(count, args.runs if count < 3000 else min(args.runs, 3), args.argdown, Path(name)), flush=True)


def line(count: int, runs: int, argdown: str | None, folder: Path) -> str:
    (folder / "map.yaml").write_text(as_yaml(count), "utf-8")
    (folder / "map.argdown").write_text(as_argdown(count), "utf-8")
    (folder / "stock.py").write_text(STOCK, "utf-8")
    commands = {
        "argmap": [sys.executable, "-m", "argmap", "build", "map.yaml"],
        "pyvis": [sys.executable, "stock.py", "map.yaml", "stock.html"],
    }
    if argdown and count <= 300:
        commands["argdown"] = [argdown, "html", "map.argdown", "out"]
    times: dict[str, list[float]] = {who: [] for who in commands}
    for _ in range(runs):  # in turn, so that all meet the same weather
        for who, command in commands.items():
            times[who].append(cpu(command, folder))
    median = {who: statistics.median(values) for who, values in times.items()}
    ours = median["argmap"]
    rivals = (f"{median[who]:>8.3f} {ours / median[who]:>6.2f}" if who in median else " " * 15 for who in PEERS)
    return " ".join((f"{count:>7} {ours:>8.3f}", *rivals))


if __name__ == "__main__":
    main()
