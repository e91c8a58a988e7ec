"""Show what changed between two versions of a map, and what that did to the labels.

  argmap diff old.yaml new.yaml
  argmap diff old.yaml new.yaml --json

Claims: added, removed, renamed, reworded, moved, restated (another status). Links: added, removed, flipped (another
kind), regrouped (premises linked in another way). Exit code 0 whether or not they differ, 1 if one of the maps has
errors.
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.output import say
from argmap.cli.reading import add_json, add_map, read, say_json, turned

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from argmap.analysis.diff import Alteration, Diff
    from argmap.model import ArgMap


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_map(parser, "old")
    parser.add_argument("new", metavar="NEW", help="its later version")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Compare two versions."""
    from argmap.analysis.diff import diff

    old, new = read(args.old), read(args.new)
    found = diff(old, new)
    if args.json:
        say_json(_data(found))
        return EXIT_OK
    for line in _lines(old, new, found):
        say(line)
    if not found:
        say("No differences in the argument.")
    return EXIT_OK


def _data(found: Diff) -> dict[str, object]:
    return {
        "claims": {
            "added": list(found.added),
            "removed": list(found.removed),
            "renamed": _rows(found.renamed),
            "reworded": _rows(found.reworded),
            "moved": _rows(found.moved),
            "restated": _rows(found.restated),
        },
        "links": {
            "added": list(found.added_links),
            "removed": list(found.removed_links),
            "flipped": _rows(found.flipped),
            "regrouped": [{"before": list(row.before), "after": list(row.after)} for row in found.regrouped],
        },
        "labels": _rows(found.relabelled),
    }


def _rows(rows: tuple[Alteration, ...]) -> dict[str, dict[str, str]]:
    return {row.name: {"before": row.before, "after": row.after} for row in rows}


def _lines(old: ArgMap, new: ArgMap, found: Diff) -> Iterator[str]:
    """Yield one line a difference."""
    from argmap.analysis.tell import short
    from argmap.diagnostics import visible
    from argmap.order import outline

    numbers = outline(new).numbers

    def told(argmap: ArgMap, name: str) -> str:
        number = f"{numbers[name]} " if argmap is new else ""
        return f"{number}“{visible(short(argmap.claim(name).text))}”"

    renamed = {row.before: row.after for row in found.renamed}

    def grouped(argmap: ArgMap, link: str) -> str:
        premises = [renamed.get(name, name) if argmap is old else name for name in argmap.link(link).premises]
        return "{" + ", ".join(numbers.get(name) or told(old, name) for name in premises) + "}"

    yield from (f"+ claim {told(new, name)}" for name in found.added)
    yield from (f"- claim {told(old, name)}" for name in found.removed)
    yield from (f"~ claim {told(new, row.name)}: id was {row.before}, is {row.after}" for row in found.renamed)
    yield from (f"~ claim {told(new, row.name)}: worded “{visible(row.before)}” before" for row in found.reworded)
    for row in found.moved:
        above = told(new, row.after) if row.after else "the top"
        yield f"~ claim {told(new, row.name)}: moved to {above}"
    yield from (f"~ claim {told(new, row.name)}: was {row.before}, is {row.after}" for row in found.restated)
    yield from (f"+ link {name}" for name in found.added_links)
    yield from (f"- link {name}" for name in found.removed_links)
    yield from (f"~ link {row.name}: {row.before} before, {row.after} now" for row in found.flipped)
    for group in found.regrouped:
        was = " and ".join(grouped(old, name) for name in group.before)
        yield f"~ regrouped: {was} before, {' and '.join(grouped(new, name) for name in group.after)} now"
    for row in found.relabelled:
        yield f"  {turned(row.before, row.after)}  {told(new, row.name)}"
