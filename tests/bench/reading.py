"""How fast large files of other formats are read, against the programs they come from: python tests/bench/reading.py

CPU seconds: of a whole process that reads one file, and of the reading alone (the first time, and the best of five).
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from argmap import convert
from argmap.model import ArgMap, Claim, Link, link_id

if TYPE_CHECKING:
    from collections.abc import Sequence

TESTS = Path(__file__).parents[1]
CLAIMS = 5_000
WORDS = ("votes", "count", "more", "when", "people", "know", "why", "laws", "change", "and", "streets", "fill", "with")


def large(count: int) -> ArgMap:
    """A map of that many claims, each bearing on one of those before it; every seventh step has two premises."""
    dice = random.Random(7)  # noqa: S311 - nothing secret
    claims = tuple(
        Claim(id=f"c{index}", text=" ".join(dice.choices(WORDS, k=dice.randint(6, 18))).capitalize() + ".")
        for index in range(count)
    )
    links = []
    for index in range(1, count):
        target = f"c{dice.randrange(max(0, index - 50), index)}"
        other = f"c{dice.randrange(max(0, index - 50), index)}"
        if index % 7 == 0 and other != target:
            links.append(
                Link(id=f"s{index}", named=True, premises=(f"c{index}", other), kind="supports", target=target)
            )
        else:
            kind = dice.choice(("supports", "supports", "attacks"))
            name = link_id((f"c{index}",), kind, target)
            links.append(Link(id=name, premises=(f"c{index}",), kind=kind, target=target))
    return ArgMap(title="Large", claims=claims, links=tuple(links))


def tree(argmap: ArgMap) -> str:
    """The same map as a person types Argdown: reasons indented beneath what they bear on."""
    below: dict[str, list[Link]] = {}
    for link in argmap.links:
        below.setdefault(link.target, []).append(link)
    lines: list[str] = []
    seen: set[str] = set()
    for root in argmap.claims:
        stack = [] if root.id in seen else [(root.id, 0, "")]
        while stack:
            name, depth, sign = stack.pop()
            text = "" if name in seen else f": {argmap.claim(name).text}"
            lines.append(f"{'  ' * depth}{sign}[{name}]{text}")
            if name not in seen:
                seen.add(name)
                stack += [
                    (premise, min(depth + 1, 40), "+ " if link.kind == "supports" else "- ")
                    for link in reversed(below.get(name, []))
                    for premise in link.premises
                ]
        lines.append("")
    return "\n".join(lines)


def of_process(command: Sequence[str]) -> float:
    """CPU seconds of a process and all that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=TESTS)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def of_ours(path: Path) -> list[float]:
    """CPU seconds of reading a file, five times in a fresh process whose modules are loaded, as are the peer's."""
    code = (
        "import json, sys, yaml, argmap.convert as c, argmap.formats.argdown, argmap.document\n"
        "from time import process_time as t\ntimes = []\n"
        "for _ in range(5):\n    start = t()\n    c.read(sys.argv[1])\n    times.append(t() - start)\n"
        "print(json.dumps(times))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def of_argdown(path: Path) -> list[float]:
    """The same for Argdown's own parser."""
    command = ["node", "node/argdown_time.mjs", str(path), "5"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=TESTS)
    return json.loads(done.stdout)


def line(what: str, ours: float, theirs: float) -> None:
    print(f"{what:<44} {ours:8.3f} s {theirs:8.3f} s {theirs / ours:8.1f} x")


def argdown(folder: Path) -> None:
    argmap = large(CLAIMS)
    for name, text in (("as we write it", convert.write(argmap, "argdown")), ("typed as a tree", tree(argmap))):
        path = folder / "large.argdown"
        path.write_text(str(text), "utf-8")
        process = [sys.executable, "-c", "import sys, argmap; argmap.read(sys.argv[1])", str(path)]
        ours = min(of_process(process) for _ in range(3))
        theirs = min(of_process(["node", "node/argdown_time.mjs", str(path), "1"]) for _ in range(3))
        line(f"Argdown {name}: process", ours, theirs)
        mine, peers = of_ours(path), of_argdown(path)
        line(f"Argdown {name}: first time", mine[0], peers[0])
        line(f"Argdown {name}: best of five", min(mine), min(peers))


def main() -> None:
    print(f"{CLAIMS} claims{'':<32}     argmap       peer    ratio")
    with tempfile.TemporaryDirectory() as folder:
        argdown(Path(folder))


if __name__ == "__main__":
    main()
