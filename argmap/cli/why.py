"""Explain the label of one claim in sentences: what it rests on, down to what is given.

The claim is named by its id or by its number in the outline. Below the sentences: the given claims that carry it, how
many of them would have to be rejected before it stops standing, or what would rescue it.

  argmap why zoo.yaml close
  argmap why zoo.yaml 1.2
  argmap why zoo.yaml close --reject pain
  argmap why zoo.yaml close --json

Exit code 0, 1 if the map has errors, 2 if there is no such claim.
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.output import say
from argmap.cli.reading import add_json, add_limit, add_map, deadline, read, say_json, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.analysis.bearing import Robustness
    from argmap.analysis.network import Outcome
    from argmap.analysis.why import Why
    from argmap.model import ArgMap
    from argmap.order import Outline


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_map(parser)
    parser.add_argument("claim", metavar="CLAIM", help="the id of a claim, its number such as 1.2, or the id of a link")
    add_interventions(parser)
    add_limit(parser)
    add_json(parser)


def add_interventions(parser: argparse.ArgumentParser) -> None:
    """Declare --accept and --reject, which several commands share."""
    for option, word in (("--accept", "stand"), ("--reject", "fall")):
        parser.add_argument(
            option,
            action="append",
            default=[],
            metavar="CLAIM",
            help=f"make a claim {word}, whatever speaks for or against it; may be repeated",
        )


def chosen(argmap: ArgMap, order: Outline, args: argparse.Namespace) -> tuple[list[str], list[str]]:
    """Return the claims to be accepted and those to be rejected. Raises UsageError for unknown claims."""
    from argmap.select import find_claim

    accept = [find_claim(argmap, order, name) for name in args.accept]
    return accept, [find_claim(argmap, order, name) for name in args.reject]


def run(args: argparse.Namespace) -> int:
    """Explain one label."""
    from argmap.analysis.whatif import interventions
    from argmap.analysis.why import why
    from argmap.order import outline
    from argmap.select import find_claim

    argmap = read(args.file)
    order = outline(argmap)
    name = args.claim if argmap.is_link(args.claim) else find_claim(argmap, order, args.claim)
    do = interventions(*chosen(argmap, order, args))
    found = why(argmap, name, do)
    more, lines = _more(argmap, order, found, do, args.limit) if argmap.is_claim(name) else ({}, ())
    if args.json:
        say_json({**_data(found), **more})
        return EXIT_OK
    for sentence in (*found.sentences, *lines):
        say(sentence)
    return EXIT_OK


def _more(
    argmap: ArgMap, order: Outline, found: Why, do: Mapping[str, Outcome], limit: float
) -> tuple[dict[str, object], Iterable[str]]:
    """Return what a claim depends on, or what would rescue it, as data and as lines."""
    from argmap.analysis.bearing import load_bearing, rescue, robustness

    expired = deadline(limit)
    if found.label != "stands":
        saving = rescue(argmap, found.name, do, expired=expired)
        return {"rescue": None if saving is None else list(saving)}, _fallen(order, saving, limit)
    carrying = load_bearing(argmap, found.name, do, expired=expired)
    fewest = robustness(argmap, found.name, do, expired=expired)
    data: dict[str, object] = {
        "load_bearing": None if carrying is None else list(carrying),
        "robustness": _robustness_data(fewest),
    }
    return data, _standing(order, carrying, fewest, limit)


def _data(found: Why) -> dict[str, object]:
    return {
        "name": found.name,
        "label": found.label,
        "reason": found.reason,
        "grounds": [
            {
                "name": ground.name,
                "number": ground.number,
                "label": ground.label,
                "reason": ground.reason,
                "rests_on": list(ground.rests_on),
                "sentence": ground.sentence,
            }
            for ground in found.grounds
        ],
        "circle": list(found.circle),
        "remark": found.remark,
    }


def _robustness_data(found: Robustness) -> dict[str, object]:
    return {"verdict": found.verdict, "size": found.size, "sets": [list(one) for one in found.sets]}


def _standing(order: Outline, carrying: tuple[str, ...] | None, fewest: Robustness, limit: float) -> Iterator[str]:
    """Yield what a standing claim depends on."""
    from argmap.analysis.tell import listed

    if carrying is None:
        yield f"What carries it is {within(limit)}."
    elif carrying:
        names = " or without ".join(order.numbers[name] for name in carrying)
        yield f"Load-bearing: without {names} it would not stand."
    elif fewest.verdict == "exactly":
        names = listed(order.numbers[name] for name in fewest.sets[0])
        yield f"No single given claim carries it; {fewest.size} would have to go together, for instance {names}."
    elif fewest.verdict == "at least":
        yield f"No few given claims carry it; at least {fewest.size} would have to go together."
    elif fewest.verdict == "undetermined":
        yield f"No single given claim carries it; how many would have to go together is {within(limit)}."
    else:
        yield "It does not depend on any other given claim."


def _fallen(order: Outline, saving: tuple[str, ...] | None, limit: float) -> Iterator[str]:
    """Yield what would make a claim stand that does not."""
    if saving is None:
        yield f"What would rescue it is {within(limit)}."
    elif saving:
        yield f"Rescue: it would stand if {' or '.join(order.numbers[name] for name in saving)} were rejected."
    else:
        yield "No single rejection would make it stand."
