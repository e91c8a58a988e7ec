"""Two maps over one set of claims: the links in one form, and the measures of how alike they are.

Maps are brought into one form first: only claims that are matched, under the ids of the second map. A link becomes a
`Step`; what undercuts a link bears on the claim that the link bears on.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from argmap.model import ArgMap, Kind


class Step(NamedTuple):
    """A link in the common form; `link` is its id in its own map."""

    premises: frozenset[str]
    kind: Kind
    target: str
    link: str


class Edge(NamedTuple):
    """One premise of one link."""

    premise: str
    target: str
    kind: Kind


def steps(argmap: ArgMap, names: Mapping[str, str]) -> list[Step]:
    """Return the links of a map in file order under other names of its claims; what has no name is left out.

    Premises without a name are dropped from their link; a link without premises or target left is dropped.
    """
    found = []
    for link in argmap.links:
        premises = frozenset(names[premise] for premise in link.premises if premise in names)
        target = names.get(argmap.target_claim(link), "")
        if premises and target:
            found.append(Step(premises, link.kind, target, link.id))
    return found


def edges(rows: Iterable[Step]) -> set[Edge]:
    """Return the premise-target pairs of links, with their kind."""
    return {Edge(premise, step.target, step.kind) for step in rows for premise in step.premises}


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one set against another; two empty sets agree, an empty one scores 0 otherwise."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(found: AbstractSet[object], wanted: AbstractSet[object]) -> Score:
    """Return precision and recall of what was found against what was wanted.

    >>> score({"a", "b"}, {"b"})
    Score(precision=0.5, recall=1.0)
    """
    if not found and not wanted:
        return Score(1.0, 1.0)
    both = len(found & wanted)
    return Score(both / len(found) if found else 0.0, both / len(wanted) if wanted else 0.0)


@dataclass(frozen=True, slots=True)
class Kappa:
    """Cohen's kappa (1960, https://doi.org/10.1177/001316446002000104), and the agreement behind it."""

    value: float
    observed: float
    chance: float


def kappa(counts: Counter[tuple[Hashable, Hashable]]) -> Kappa:
    """Return the kappa of two raters from how often each pair of ratings occurs. Nothing rated counts as agreement.

    >>> kappa(Counter({("yes", "yes"): 1, ("no", "no"): 1})).value
    1.0
    """
    total = sum(counts.values())
    if not total:
        return Kappa(1.0, 1.0, 1.0)
    one: Counter[Hashable] = Counter()
    other: Counter[Hashable] = Counter()
    for (a, b), count in counts.items():
        one[a] += count
        other[b] += count
    observed = sum(count for (a, b), count in counts.items() if a == b) / total
    chance = sum(one[rating] * other[rating] for rating in one) / total**2
    if chance == 1:
        return Kappa(1.0, observed, chance)
    return Kappa((observed - chance) / (1 - chance), observed, chance)


def pair_kappa(claims: Sequence[str], found: set[Edge], wanted: set[Edge]) -> Kappa:
    """Return the kappa over unordered pairs of claims: no link, or which kinds in which directions.

    A map without links gets 0, unless both have none. O(claims^2) only in arithmetic: pairs without links are counted,
    not visited.
    """
    place = {claim: i for i, claim in enumerate(claims)}
    one, other = _by_pair(place, found), _by_pair(place, wanted)
    counts: Counter[tuple[Hashable, Hashable]] = Counter()
    for pair in one.keys() | other.keys():
        counts[frozenset(one.get(pair, ())), frozenset(other.get(pair, ()))] += 1
    nothing: frozenset[object] = frozenset()
    counts[nothing, nothing] += len(claims) * (len(claims) - 1) // 2 - sum(counts.values())
    result = kappa(+counts)
    return result if bool(found) == bool(wanted) else Kappa(0.0, result.observed, result.chance)


def _by_pair(place: Mapping[str, int], rows: Iterable[Edge]) -> dict[tuple[int, int], set[tuple[bool, str]]]:
    """Return for each linked pair of claims its links: whether upwards in file order, and the kind."""
    found: dict[tuple[int, int], set[tuple[bool, str]]] = {}
    for edge in rows:
        a, b = place[edge.premise], place[edge.target]
        if a != b:
            found.setdefault((min(a, b), max(a, b)), set()).add((a < b, edge.kind))
    return found


def ancestors(claims: Sequence[str], found: set[Edge], wanted: set[Edge]) -> float:
    """Return how well the claims that bear on each claim in the end agree: the mean of precision and recall, averaged.

    A step that was skipped still counts, since what lies beyond it is there. O(claims * links) at worst.
    """
    if not claims:
        return 1.0
    one, other = _rows(found), _rows(wanted)
    total = 0.0
    for claim in claims:
        if not one.get(claim) and not other.get(claim):
            total += 1
            continue
        both = score(_bearing(one, claim), _bearing(other, claim))
        total += (both.precision + both.recall) / 2
    return total / len(claims)


def _rows(rows: Iterable[Edge]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for edge in rows:
        found.setdefault(edge.target, []).append(edge.premise)
    return found


def _bearing(rows: Mapping[str, list[str]], claim: str) -> set[str]:
    """Return the claims that bear on a claim in the end, without itself."""
    seen, stack = {claim}, [claim]
    while stack:
        for premise in rows.get(stack.pop(), ()):
            if premise not in seen:
                seen.add(premise)
                stack.append(premise)
    return seen - {claim}


def grouping(found: Iterable[Step], wanted: Iterable[Step]) -> float:
    """Return how alike premises are linked: the Jaccard index of the groups of premises on each target, averaged.

    A group is the premises and the kind of one link. 1 if neither map has links.
    """
    rows: dict[str, tuple[set[object], set[object]]] = {}
    for side, part in enumerate((found, wanted)):
        for step in part:
            rows.setdefault(step.target, (set(), set()))[side].add((step.premises, step.kind))
    if not rows:
        return 1.0
    return sum(len(one & other) / len(one | other) for one, other in rows.values()) / len(rows)


def agreement(pairs: Iterable[tuple[str, str]]) -> Kappa:
    """Return the kappa of pairs of labels."""
    return kappa(Counter(pairs))


def jaccard(one: set[str], other: set[str]) -> float:
    """Return the Jaccard index of two sets, 1 if both are empty.

    >>> jaccard({"a", "b"}, {"b", "c", "d"})
    0.25
    """
    return len(one & other) / len(one | other) if one | other else 1.0


def onward(rows: Iterable[Edge]) -> dict[str, list[str]]:
    """Return for each claim those it bears on directly, in the order of their ids."""
    found: dict[str, list[str]] = {}
    for edge in sorted(rows, key=lambda edge: edge[:2]):
        found.setdefault(edge.premise, []).append(edge.target)
    return found


def skipped(ahead: Mapping[str, Sequence[str]], start: str, end: str) -> tuple[str, ...]:
    """Return the claims on the shortest way from start to end that passes at least one other claim, () if none.

    `ahead` is what `onward` returns. O(its size).

    >>> skipped({"a": ["b", "c"], "b": ["c"]}, "a", "c")
    ('b',)
    """
    parent = {start: ""}
    queue = [start]
    for claim in queue:  # grows while it is read
        for target in ahead.get(claim, ()):
            if target not in parent and (claim, target) != (start, end):
                parent[target] = claim
                queue.append(target)
        if end in parent:
            break
    if end not in parent or start == end:
        return ()
    way = [parent[end]]
    while way[-1] != start:
        way.append(parent[way[-1]])
    return tuple(way[-2::-1])
