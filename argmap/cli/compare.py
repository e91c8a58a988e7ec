"""Compare a map with a reference of the same argument: how alike they are, and what differs, by name.

Claims are matched by id, or else by their text. The measures run from 0 to 1; kappa is agreement beyond chance.

  argmap compare student.yaml reference.yaml
  argmap compare student.yaml reference.yaml --json

Exit code 0, or 1 if one of the maps has errors.
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.output import say
from argmap.cli.reading import add_json, add_map, read, say_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from argmap.analysis.compare import Comparison
    from argmap.analysis.likeness import Kappa, Score


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_map(parser)
    parser.add_argument("reference", metavar="REFERENCE", help="the map to compare it with")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Compare two maps."""
    from argmap.analysis.compare import compare

    found = compare(read(args.file), read(args.reference))
    if args.json:
        say_json(_data(found))
        return EXIT_OK
    for line in _lines(found):
        say(line)
    return EXIT_OK


def _data(found: Comparison) -> dict[str, object]:
    return {
        "matched": dict(found.matching.pairs),
        "similarity": dict(found.matching.similarity),
        "unmatched": {"mine": list(found.matching.left), "theirs": list(found.matching.right)},
        "claims": _score(found.claims),
        "links": _score(found.links),
        "links_untyped": _score(found.untyped),
        "edits": found.edits,
        "kappa": _kappa(found.pairs),
        "ancestors": found.ancestors,
        "groups": found.groups,
        "labels": _kappa(found.labels),
        "load_bearing": found.load_bearing,
        "differences": [
            {"kind": d.kind, "text": d.text, "mine": list(d.mine), "theirs": list(d.theirs)} for d in found.differences
        ],
    }


def _score(score: Score) -> dict[str, float]:
    return {"precision": score.precision, "recall": score.recall, "f1": score.f1}


def _kappa(kappa: Kappa) -> dict[str, float]:
    return {"kappa": kappa.value, "observed": kappa.observed, "chance": kappa.chance}


def _lines(found: Comparison) -> Iterator[str]:
    """Yield the measures, then the differences."""
    total = len(found.matching.pairs)
    yield f"{total} claims match; {len(found.matching.left)} are only here, {len(found.matching.right)} only there"
    if not total:
        yield "  Nothing matches, so there is nothing to measure: the maps share no claim, by id or by text."
    else:
        yield from _measures(found)
    for difference in found.differences:
        yield f"- {difference.kind}: {difference.text}"
    if not found.differences:
        yield "No differences."


def _measures(found: Comparison) -> Iterator[str]:
    for word, score in (("links", found.links), ("links, whatever their kind", found.untyped)):
        yield f"  {word}: precision {score.precision:.2f}, recall {score.recall:.2f}, F1 {score.f1:.2f}"
    yield f"  pairs of claims: kappa {found.pairs.value:.2f}; what bears on what in the end: {found.ancestors:.2f}"
    yield f"  linked premises: {found.groups:.2f}; load-bearing premises: {found.load_bearing:.2f}"
    yield f"  labels: kappa {found.labels.value:.2f}"
