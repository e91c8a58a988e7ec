"""Describe the structure of a map: how large it is, how deep, and what is worth a second look.

  argmap stats zoo.yaml
  argmap stats zoo.yaml --json

The JSON document holds the counts claims, links, supports, attacks, undercuts, linked, theses, depth, components and
circles, and under "details" the lists behind them. Exit code 0, or 1 if the map has errors.
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.output import say
from argmap.cli.reading import add_json, add_map, read, say_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from argmap.analysis.structure import Structure
    from argmap.model import ArgMap


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_map(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Describe one map."""
    from argmap.analysis.structure import structure

    argmap = read(args.file)
    found = structure(argmap)
    if args.json:
        say_json(_data(found))
        return EXIT_OK
    for line in (*_counts(argmap, found), *_looks(argmap, found)):
        say(line)
    return EXIT_OK


def _data(found: Structure) -> dict[str, object]:
    return {
        "claims": found.claims,
        "links": found.links,
        "supports": found.supports,
        "attacks": found.attacks,
        "undercuts": found.undercuts,
        "linked": found.linked,
        "theses": len(found.theses),
        "depth": found.depth,
        "components": found.components,
        "circles": len(found.circles),
        "details": {
            "theses": list(found.theses),
            "components": [list(part) for part in found.parts],
            "circles": [
                {"sign": c.sign, "claims": list(c.claims), "links": list(c.links), "way": list(c.way)}
                for c in found.circles
            ],
            "stray": list(found.stray),
            "unsupported": list(found.unsupported),
            "shortcuts": list(found.shortcuts),
            "used_twice": list(found.used_twice),
            "two_faced": [list(pair) for pair in found.two_faced],
            "sides": [
                {"claim": s.claim, "links": s.links, "objections": s.objections, "share": s.share} for s in found.sides
            ],
            "crowded": list(found.crowded),
            "deep": list(found.deep),
        },
    }


def _counts(argmap: ArgMap, found: Structure) -> Iterator[str]:
    """Yield how large the map is."""
    from argmap.diagnostics import visible

    yield visible(argmap.title)
    kinds = f"{found.supports} supporting, {found.attacks} attacking, {found.undercuts} undercutting"
    yield f"  {found.claims} claims, {found.links} links: {kinds}; {found.linked} with linked premises"
    parts = "1 part" if found.components == 1 else f"{found.components} separate parts"
    circles = {0: "no circles", 1: "1 circle"}.get(len(found.circles), f"{len(found.circles)} circles")
    yield f"  {found.depth} deep, {parts}, {circles}"


def _looks(argmap: ArgMap, found: Structure) -> Iterator[str]:
    """Yield what is worth a second look, one line a kind."""
    from argmap.analysis.tell import listed
    from argmap.order import outline

    numbers = outline(argmap).numbers

    def told(names: tuple[str, ...]) -> str:
        shown = [numbers.get(name, name) for name in names[:12]]
        return listed([*shown, f"{len(names) - 12} more"] if len(names) > 12 else shown)  # noqa: PLR2004 - fits a line

    yield f"  main claims: {told(found.theses) or 'none, since every claim bears on another'}"
    for side in found.sides[:5]:
        if side.links:
            remark = f"{side.objections} of {side.links} object" if side.objections else "no objection considered"
            yield f"  links that bear on {numbers[side.claim]}: {remark}"
    for circle in found.circles:
        yield f"  {circle.sign}: {' → '.join(numbers[name] for name in circle.way if name in numbers)} → back"
    rows = (
        ("open, and nothing supports it", found.unsupported),
        ("bears on no main claim", found.stray),
        ("used in several reasons", found.used_twice),
        ("more than 7 links on it", found.crowded),
        ("more than 6 links down", found.deep),
        ("a shortcut past its own reasons", found.shortcuts),
        ("supports and attacks one target", tuple(claim for claim, _ in found.two_faced)),
    )
    for what, names in rows:
        if names:
            yield f"  {what}: {told(names)}"
