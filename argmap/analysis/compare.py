"""Compare two maps of one argument: how alike they are, and what differs, by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.bearing import load_bearing
from argmap.analysis.differences import Comparer, Difference, claim_differences, named
from argmap.analysis.labels import labels
from argmap.analysis.likeness import (
    Kappa,
    Score,
    agreement,
    ancestors,
    edges,
    grouping,
    jaccard,
    pair_kappa,
    score,
    steps,
)
from argmap.analysis.match import THRESHOLD, Match, match
from argmap.order import outline, theses

if TYPE_CHECKING:
    from argmap.model import ArgMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How alike a map is to a reference. All measures but `claims` are on the claims that match; 1 is full agreement.

    - `claims`: precision and recall of the claims themselves.
    - `links`: of the links, one for each premise and link, with their kind; `untyped`: whatever their kind.
    - `edits`: how many of those must be deleted or added.
    - `pairs`: Cohen's kappa over unordered pairs of claims; a map without links gets 0.
    - `ancestors`: agreement on what bears on each claim in the end, which gives credit for skipped steps: the mean of
      precision and recall, averaged over claims.
    - `groups`: Jaccard index of the groups of linked premises on each target, averaged.
    - `labels`: kappa of the labels. `load_bearing`: Jaccard index of the load-bearing premises of the main claims of
      the reference, averaged.
    - `differences`: by name, what a teacher would write beside the map.
    """

    matching: Match
    claims: Score
    links: Score
    untyped: Score
    edits: int
    pairs: Kappa
    ancestors: float
    groups: float
    labels: Kappa
    load_bearing: float
    differences: tuple[Difference, ...]


def compare(argmap: ArgMap, reference: ArgMap, threshold: float = THRESHOLD) -> Comparison:
    """Compare a map, for instance a student's, with a reference.

    Claims are matched first: see `match`. Never by exact graph edit distance, which takes a minute at ten nodes.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> claims = tuple(Claim(id=name, text=name) for name in "cpq")
    >>> linked = Link(id="r", premises=("p", "q"), kind="supports", target="c")
    >>> separate = tuple(Link(id=name, premises=(name,), kind="supports", target="c") for name in "pq")
    >>> mine, ours = (ArgMap(title="", claims=claims, links=links) for links in (separate, (linked,)))
    >>> found = compare(mine, ours)
    >>> found.links.f1, found.groups, [difference.kind for difference in found.differences]
    (1.0, 0.0, ['linked drawn as separate'])
    """
    found = match(argmap, reference, threshold)
    back = {theirs: mine for mine, theirs in found.pairs.items()}
    shared = [claim.id for claim in reference.claims if claim.id in back]
    mine, theirs = steps(argmap, found.pairs), steps(reference, {name: name for name in shared})
    own, wanted = edges(mine), edges(theirs)
    comparer = Comparer(mine, theirs, named(argmap, outline(argmap).numbers, found.pairs))
    own_labels, wanted_labels = labels(argmap).claims, labels(reference).claims
    return Comparison(
        matching=found,
        claims=_claim_score(argmap, reference, found),
        links=score(own, wanted),
        untyped=score({edge[:2] for edge in own}, {edge[:2] for edge in wanted}),
        edits=len(own ^ wanted),
        pairs=pair_kappa(shared, own, wanted),
        ancestors=ancestors(shared, own, wanted),
        groups=grouping(mine, theirs),
        labels=agreement((own_labels[back[name]].label, wanted_labels[name].label) for name in shared),
        load_bearing=_load_bearing(argmap, reference, found),
        differences=(*claim_differences(argmap, reference, found.pairs), *comparer.links()),
    )


def _claim_score(argmap: ArgMap, reference: ArgMap, found: Match) -> Score:
    """Return precision and recall of the claims."""
    mine = {found.pairs.get(claim.id, f"{claim.id} of mine") for claim in argmap.claims}
    return score(mine, {claim.id for claim in reference.claims})


def _load_bearing(argmap: ArgMap, reference: ArgMap, found: Match) -> float:
    """Return the agreement on what carries the main claims of the reference, 1 if none of them is matched."""
    back = {theirs: mine for mine, theirs in found.pairs.items()}
    rows = [
        jaccard(
            {found.pairs.get(name, f"{name} of mine") for name in load_bearing(argmap, back[thesis]) or ()},
            set(load_bearing(reference, thesis) or ()),
        )
        for thesis in theses(reference)
        if thesis in back
    ]
    return sum(rows) / len(rows) if rows else 1.0
