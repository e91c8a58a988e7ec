"""How much processor time `argmap check` takes: medians and ratios. Run: python tests/bench/check_speed.py

The promises: `argmap --help` at most 3 times `python -c pass`, `check` of 30 claims at most 4.5 times, of 10,000 claims
at most 0.5 s, of 30,000 claims at most 11 times 3,000.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path

OPENED = os.open(os.devnull, os.O_WRONLY)
WORDS = (
    *("voting", "turnout", "liberty", "schools", "animals", "climate", "history"),
    *("justice", "freedom", "evidence", "cities", "rivers", "taxes", "music"),
)


def a_map(size: int) -> str:
    """A map of so many claims: each bears on an earlier one, some premises are linked, some claims have notes."""
    rows = ["title: A map", "claims:"]
    links = []
    for number in range(size):
        word, other = WORDS[number % 14], WORDS[(number * 5 + number // 14) % 14]
        text = f"Claim {number} says that {word} matters more than {other} in case {number * 7}."
        if number == 0:
            rows.append(f"  c0: {text}")
        elif number % 5 == 4:
            rows.append(f"  c{number}: {text}")
            links.append(f"  - from: [c{number}, c{number - 1}]\n    supports: c{number // 3}")
        else:
            rows += [
                f"  c{number}:",
                f"    text: {text}",
                f"    {'attacks' if number % 3 else 'supports'}: c{number // 3}",
            ]
            if number % 10 == 1:
                rows.append("    note: A note of some length, which nobody has to read.")
    return "\n".join([*rows, "links:", *links]) + "\n" if links else "\n".join(rows) + "\n"


def cpu(*command: str) -> float:
    """Return the processor time of one run, in milliseconds."""
    actions = [(os.POSIX_SPAWN_DUP2, OPENED, 1), (os.POSIX_SPAWN_DUP2, OPENED, 2)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, _, used = os.wait4(process, 0)
    return (used.ru_utime + used.ru_stime) * 1000


def main(runs: int = 15) -> None:
    """Measure in turns, so that a busy moment hits all alike."""
    python = sys.executable
    script = str(Path(python).with_name("argmap"))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
    with tempfile.TemporaryDirectory() as folder:
        sizes = (30, 3_000, 10_000, 30_000)
        paths = {size: str(Path(folder) / f"{size}.yaml") for size in sizes}
        for size, path in paths.items():
            Path(path).write_text(a_map(size), encoding="utf-8")
        commands = {"python -c pass": (python, "-c", "pass"), "argmap --help": (script, "--help")}
        commands |= {f"check {size:,} claims": (script, "check", path) for size, path in paths.items()}
        for command in commands.values():
            cpu(*command)  # once, so that all bytecode is there
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(runs):
            for name, command in commands.items():
                if turn < 5 or not name.endswith("000 claims"):
                    times[name].append(cpu(*command))
    bare = statistics.median(times["python -c pass"])
    for name, row in times.items():
        middle = statistics.median(row)
        print(f"{name:<22} median {middle:8.1f} ms   least {min(row):8.1f} ms   {middle / bare:6.2f} x bare Python")
    few, many = (statistics.median(times[f"check {size:,} claims"]) for size in (3_000, 30_000))
    print(f"30,000 claims take {many / few:.1f} times 3,000")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
