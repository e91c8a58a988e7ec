"""Show what changes when claims are accepted or rejected, and why.

An intervention makes a claim stand or fall whatever speaks for or against it. The effects can go either way: rejecting
a premise may rescue another claim. Claims are named by id or by number.

  argmap what-if zoo.yaml --reject pain
  argmap what-if zoo.yaml --reject 1.2 --accept 1.3
  argmap what-if zoo.yaml --reject pain --json

Exit code 0, 1 if the map has errors, 2 for unknown claims, or for one that is accepted and rejected at once.
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.output import say
from argmap.cli.reading import add_json, add_map, read, say_json, turned
from argmap.cli.why import add_interventions, chosen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from argmap.analysis.whatif import Change, WhatIf
    from argmap.model import ArgMap
    from argmap.order import Outline


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_map(parser)
    add_interventions(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Evaluate one map twice."""
    from argmap.analysis.whatif import what_if
    from argmap.diagnostics import UsageError
    from argmap.order import outline

    if not args.accept and not args.reject:
        raise UsageError("say what to change: --reject CLAIM, --accept CLAIM, or several of them")
    argmap = read(args.file)
    order = outline(argmap)
    found = what_if(argmap, *chosen(argmap, order, args))
    if args.json:
        say_json(_data(found))
        return EXIT_OK
    for line in _lines(argmap, order, found):
        say(line)
    return EXIT_OK


def _data(found: WhatIf) -> dict[str, object]:
    def rows(changes: tuple[Change, ...]) -> dict[str, object]:
        return {
            change.name: {"before": change.before, "after": change.after, "reason": change.reason} for change in changes
        }

    return {"do": dict(found.do), "claims": rows(found.claims), "links": rows(found.links)}


def _lines(argmap: ArgMap, order: Outline, found: WhatIf) -> Iterator[str]:
    """Yield one line a changed claim, in reading order, with the reason."""
    from argmap.analysis.tell import Teller
    from argmap.diagnostics import visible

    teller = Teller(argmap, found.after, order.numbers)
    changes = {change.name: change for change in found.claims}
    for name in order:
        if name in changes:
            turn = turned(changes[name].before, changes[name].after)
            yield f"{turn}  {order.numbers[name]} {visible(argmap.claim(name).text)}  ({teller.brief(name)})"
    changed, dead = len(found.claims), sum(change.after == "dead" for change in found.links)
    live = sum(change.after == "live" for change in found.links)
    links = f"of {len(argmap.links)} links {live} came alive, {dead} died"
    yield f"changed: {changed} of {len(argmap.claims)} claims; {links}"
