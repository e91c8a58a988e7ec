"""Show what stands, what falls and what is contested, as an outline.

A claim stands if it is given, or a live reason supports it, and no live objection hits it; a reason is live if all its
premises stand and nothing undercuts it. What floats between rivals is contested.

  argmap eval zoo.yaml
  argmap eval zoo.yaml --positions         how could what is contested be settled?
  argmap eval zoo.yaml --credence          how probable is it that each claim stands?
  argmap eval zoo.yaml --strength          how strong is each claim when reasons and objections add up (DF-QuAD)?
  argmap eval zoo.yaml --json

The JSON document is {"claims": {ID: {"label": ..., "reason": ...}}, "links": {ID: {"label": ...}}}; the options add
the keys "positions", "credence" and "strength". `argmap why` explains one label. Exit code 0, or 1 if the map has
errors.
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.output import say
from argmap.cli.reading import add_json, add_limit, add_map, deadline, marked, read, say_json, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from argmap.analysis.credence import Credence
    from argmap.analysis.labels import Labelling
    from argmap.analysis.positions import Component
    from argmap.analysis.strength import Strength
    from argmap.model import ArgMap
    from argmap.order import Outline

_SIGNS = {"supports": "+", "attacks": "−", "undercuts": "~"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_map(parser)
    parser.add_argument("--positions", action="store_true", help="the ways to settle what is contested")
    parser.add_argument("--credence", action="store_true", help="how probable it is that each claim stands")
    parser.add_argument("--strength", action="store_true", help="how strong each claim is")
    add_limit(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Evaluate one map."""
    from argmap.analysis.credence import credence
    from argmap.analysis.labels import labels
    from argmap.analysis.positions import positions
    from argmap.analysis.strength import strength

    argmap = read(args.file)
    found = labels(argmap)
    expired = deadline(args.limit)
    parts = positions(argmap, expired=expired) if args.positions else None
    chances = credence(argmap) if args.credence else None
    strengths = strength(argmap, expired=expired) if args.strength else None
    if args.json:
        say_json(_data(found, parts, chances, strengths))
        return EXIT_OK
    for line in _lines(argmap, found, chances, strengths):
        say(line)
    for line in _about(chances, strengths, args.limit):
        say(line)
    for part in parts or ():
        for line in _position_lines(argmap, part, args.limit):
            say(line)
    return EXIT_OK


def _data(
    found: Labelling, parts: tuple[Component, ...] | None, chances: Credence | None, strengths: Strength | None
) -> dict[str, object]:
    data: dict[str, object] = {
        "claims": {name: {"label": v.label, "reason": v.reason} for name, v in found.claims.items()},
        "links": {name: {"label": v.label} for name, v in found.links.items()},
    }
    if parts is not None:
        data["positions"] = [_part_data(part) for part in parts]
    if chances:
        data["credence"] = {
            "exact": chances.exact,
            "worlds": chances.worlds,
            "uncertain": list(chances.uncertain),
            "claims": {
                name: {"stands": value, "standard_error": chances.errors[name]}
                for name, value in chances.stands.items()
            },
        }
    if strengths:
        data["strength"] = {
            "verdict": strengths.verdict,
            "claims": dict(strengths.claims),
            "links": dict(strengths.links),
        }
    return data


def _part_data(part: Component) -> dict[str, object]:
    return {
        "claims": list(part.claims),
        "links": list(part.links),
        "complete": part.complete,
        "positions": [
            {"stands": list(p.stands), "falls": list(p.falls), "contested": list(p.contested)} for p in part.positions
        ],
        "accepted_by_all": list(part.accepted),
        "rejected_by_all": list(part.rejected),
    }


def _lines(argmap: ArgMap, found: Labelling, chances: Credence | None, strengths: Strength | None) -> Iterator[str]:
    """Yield the title, one line a claim, and a count."""
    from argmap.analysis.tell import Teller
    from argmap.diagnostics import visible
    from argmap.order import outline

    order = outline(argmap)
    teller = Teller(argmap, found, order.numbers)
    yield visible(argmap.title)
    for name in order:
        label = found.claims[name].label
        indent = "  " * order.depths[name]
        head = f"{marked(label, 12)}{_figures(name, chances, strengths)}{indent}{_sign(argmap, order, name)}"
        yield f"{head}{order.numbers[name]} {visible(argmap.claim(name).text)}  ({teller.brief(name)})"
    stand, fall, contested = (len(found.having(label)) for label in ("stands", "falls", "contested"))
    yield f"{len(argmap.claims)} claims: stands {stand}, falls {fall}, contested {contested}"


def _sign(argmap: ArgMap, order: Outline, name: str) -> str:
    """Return the sign of how a claim bears on the one above it."""
    via = order.via[name]
    return f"{_SIGNS[argmap.link(via).kind]} " if via else ""


def _figures(name: str, chances: Credence | None, strengths: Strength | None) -> str:
    """Return the columns with figures."""
    columns = ""
    if chances:
        columns += f"{chances.stands[name]:6.1%}  "
    if strengths:
        value = strengths.claims[name]
        columns += ("   -  " if value is None else f"{value:.3f} ") + " "
    return columns


def _about(chances: Credence | None, strengths: Strength | None, limit: float) -> Iterator[str]:
    """Yield what the figures are worth."""
    if chances:
        worst = max(chances.errors.values(), default=0.0)
        error = f"standard error at most {worst:.1%}"
        how = f"all {chances.worlds} combinations" if chances.exact else f"{chances.worlds} random worlds, {error}"
        yield f"Credence: P(stands), {len(chances.uncertain)} uncertain premises, {how}."
    if strengths:
        yield f"Strength: {strengths.verdict if strengths.complete else within(limit)}."


def _position_lines(argmap: ArgMap, part: Component, limit: float) -> Iterator[str]:
    """Yield the positions on one contested component."""
    from argmap.analysis.tell import listed
    from argmap.order import outline

    numbers = outline(argmap).numbers

    def told(names: tuple[str, ...]) -> str:
        return "{" + ", ".join(numbers[name] for name in names) + "}"

    yield f"Contested together: {listed(numbers[name] for name in part.claims)}"
    if not part.complete:
        yield f"  positions: {within(limit)}"
        return
    for index, position in enumerate(part.positions):
        open_ = f", and {told(position.contested)} stays open" if position.contested else ""
        either = "or    " if index else "either"
        yield f"  {either} {told(position.stands)} stand and {told(position.falls)} fall{open_}"
    if part.accepted:
        yield f"  in every position {told(part.accepted)} stand, though contested"
    if part.rejected:
        yield f"  in every position {told(part.rejected)} fall, though contested"
