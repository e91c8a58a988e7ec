"""What the commands that evaluate maps share: reading a map, time limits, JSON, marks and colours."""

from __future__ import annotations

import sys
from pathlib import Path

from argmap.cli.output import in_color, say
from argmap.cli.working import working

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from argmap.model import ArgMap

MARKS = {"stands": "✓", "falls": "✗", "contested": "?", "live": "✓", "dead": "✗"}
_COLORS = {"stands": "32", "live": "32", "falls": "31", "dead": "31", "contested": "33"}
LIMIT = 10.0  # seconds


def read(path: str) -> ArgMap:
    """Return the map in a file of any format that is read, or on standard input for `-` (a map file).

    Raises InvalidMapError with every error.
    """
    from argmap import api, document

    if path == "-":
        found = api.open_text(sys.stdin.buffer.read(), "<stdin>")
    else:
        with working(f"reading {path}"):
            if not is_map_file(path):
                from argmap import convert

                return convert.read(Path(path))
            found = api.open_map(path)
    return document.sound(found)


def is_map_file(path: str) -> bool:
    """Return whether a file is read as a map file: standard input, and by suffix; else its format is recognised."""
    return path == "-" or path.lower().endswith((".yaml", ".yml"))


def add_map(parser: argparse.ArgumentParser, name: str = "file") -> None:
    """Declare the map that a command is about, in a file or on standard input."""
    which = "a map file (or one of another format), or - for standard input"
    parser.add_argument(name, metavar=name.upper(), help=which)


def add_json(parser: argparse.ArgumentParser) -> None:
    """Declare --json."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def add_limit(parser: argparse.ArgumentParser) -> None:
    """Declare --limit."""
    parser.add_argument(
        "--limit",
        type=seconds,
        default=LIMIT,
        metavar="SECONDS",
        help=f"time for searches that may take long ({LIMIT:g})",
    )


def seconds(text: str) -> float:
    """Return a number of seconds. Raises ValueError, which argparse reports, if it is none."""
    value = float(text)
    if not 0 <= value < float("inf"):
        raise ValueError(text)
    return value


def deadline(limit: float) -> Callable[[], bool]:
    """Return a function that tells whether so many seconds have passed since now."""
    from time import monotonic

    end = monotonic() + limit
    return lambda: monotonic() >= end


def say_json(data: object) -> None:
    """Print a value as one JSON document."""
    import json

    say(json.dumps(data, ensure_ascii=False, indent=2))


def painted(text: str, label: str) -> str:
    """Return text in the colour of a label, if standard output takes colour."""
    return f"\x1b[{_COLORS[label]}m{text}\x1b[0m" if in_color(sys.stdout) else text


def marked(label: str, width: int = 0) -> str:
    """Return the mark and the word of a label, coloured; padded to width."""
    return painted(f"{MARKS[label]} {label}", label) + " " * max(0, width - len(label) - 2)


def turned(before: str, after: str) -> str:
    """Return a change of label in marks and words, the new one coloured."""
    return f"{MARKS[before]} {before} → {marked(after)}"


def within(limit: float) -> str:
    """Return what to say when the time is over.

    >>> within(2.0)
    'undetermined within 2 s'
    """
    return f"undetermined within {limit:g} s"
