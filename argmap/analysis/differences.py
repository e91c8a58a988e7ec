"""Named differences between two maps of one argument: what a teacher would write beside a student's map."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from argmap.analysis.likeness import edges, onward, skipped
from argmap.analysis.tell import listed, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.analysis.likeness import Step
    from argmap.model import ArgMap

DifferenceKind = Literal[
    "missing claim",
    "implicit premise not made explicit",
    "extra claim",
    "linked drawn as separate",
    "separate drawn as linked",
    "objection that should be an undercut",
    "undercut that should be an objection",
    "wrong polarity",
    "reversed link",
    "wrong premises",
    "skipped step",
    "missing link",
    "extra link",
]

ACTS = {"supports": "supports", "attacks": "attacks", "undercuts": "undercuts a step to"}
ACTS_TOGETHER = {
    "supports": "together support",
    "attacks": "together attack",
    "undercuts": "together undercut a step to",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: its name, what to tell the student, and the claims or links concerned in either map, by id."""

    kind: DifferenceKind
    text: str
    mine: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()


class _Open:
    """The links of one map that are not paired off yet, found by their parts, in the order of the map."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = {step.link: step for step in steps}
        self._place = {step.link: at for at, step in enumerate(steps)}
        self._index: dict[tuple[object, ...], list[Step]] = {}
        for step in steps:
            for key in _keys(step):
                self._index.setdefault(key, []).append(step)

    def __iter__(self) -> Iterator[Step]:
        """Yield the links that are open now; some may be taken away meanwhile."""
        return iter(tuple(self.steps.values()))

    def take(self, steps: Iterable[Step]) -> None:
        for step in steps:
            del self.steps[step.link]

    def having(self, *keys: tuple[object, ...]) -> list[Step]:
        """Return the open links that one of these keys leads to."""
        found = {step.link: step for key in keys for step in self._index.get(key, ()) if step.link in self.steps}
        return sorted(found.values(), key=lambda step: self._place[step.link])

    def overlapping(self, step: Step) -> list[Step]:
        """Return the open links of its kind on its target that share a premise with a link of the other map."""
        return self.having(*((premise, step.kind, step.target) for premise in step.premises))

    def parts(self, step: Step) -> list[Step]:
        """Return the open links of its kind on its target that together have just the premises of a larger link."""
        parts = [part for part in self.overlapping(step) if part.premises < step.premises]
        return parts if frozenset[str]().union(*(part.premises for part in parts)) == step.premises else []


def _keys(step: Step) -> Iterator[tuple[object, ...]]:
    """Yield what a link can be found by: all it is, all but its kind, one premise with or without its kind."""
    yield (step.premises, step.kind, step.target)
    yield (step.premises, step.target)
    for premise in step.premises:
        yield (premise, step.kind, step.target)
        yield (premise, step.target)


class Comparer:
    """Pairs off the links of two maps, the likeliest explanation first. Steps are as in `argmap.analysis.likeness`."""

    def __init__(self, mine: Sequence[Step], theirs: Sequence[Step], names: Mapping[str, str]) -> None:
        self.names = names  # of the claims, in reading order
        self.rank = {claim: place for place, claim in enumerate(names)}
        self.mine, self.theirs = _Open(mine), _Open(theirs)
        self.my_pairs = {edge[:2] for edge in edges(mine)}
        self.onward = onward(edges(theirs))
        self.found: list[Difference] = []

    def links(self) -> list[Difference]:
        """Return the differences between the links. O(links), and a walk over the reference for each skipped step."""
        self._same()
        self._linked_as_separate()
        self._separate_as_linked()
        self._kinds()
        self._reversed()
        self._premises()
        self._skipped()
        for step in self.theirs:
            self._note("missing link", f"not in your map: {self.tell(step)}", [], [step])
        for step in self.mine:
            self._note("extra link", f"only in your map: {self.tell(step)}", [step], [])
        return self.found

    def tell(self, step: Step) -> str:
        """Return a link in words."""
        premises = self._premises_of(step)
        acts = ACTS_TOGETHER if len(step.premises) > 1 else ACTS
        return f"{premises} {acts[step.kind]} {self.names[step.target]}"

    def _premises_of(self, step: Step) -> str:
        return listed(self.names[premise] for premise in sorted(step.premises, key=self.rank.__getitem__))

    def _note(self, kind: DifferenceKind, text: str, mine: Sequence[Step], theirs: Sequence[Step]) -> None:
        links = tuple(step.link for step in mine), tuple(step.link for step in theirs)
        self.found.append(Difference(kind, text, *links))

    def _pair(self, kind: DifferenceKind, text: str, mine: Sequence[Step], theirs: Sequence[Step]) -> None:
        """Note a difference that explains links of either map, and take them off."""
        self._note(kind, text, mine, theirs)
        self.mine.take(mine)
        self.theirs.take(theirs)

    def _same(self) -> None:
        for step in self.theirs:
            if twins := self.mine.having((step.premises, step.kind, step.target)):
                self.mine.take(twins[:1])
                self.theirs.take([step])

    def _linked_as_separate(self) -> None:
        for step in self.theirs:
            parts = self.mine.parts(step)
            if len(parts) > 1:
                premises = self._premises_of(step)
                text = f"{premises} work only together, as one reason; you drew {len(parts)} separate ones"
                self._pair("linked drawn as separate", text, parts, [step])

    def _separate_as_linked(self) -> None:
        for step in self.mine:
            parts = self.theirs.parts(step)
            if len(parts) > 1:
                premises = self._premises_of(step)
                text = f"{premises} are {len(parts)} separate reasons; you linked them"
                self._pair("separate drawn as linked", text, [step], parts)

    def _kinds(self) -> None:
        for step in self.theirs:
            if twins := self.mine.having((step.premises, step.target)):
                twin = twins[0]
                kind: DifferenceKind = "wrong polarity"
                text = f"you drew that {self.tell(twin)}; but {self.tell(step)}"
                if (step.kind, twin.kind) == ("undercuts", "attacks"):
                    kind = "objection that should be an undercut"
                    text = f"you drew that {self.tell(twin)}; but it objects to a step, not to the claim"
                elif (step.kind, twin.kind) == ("attacks", "undercuts"):
                    kind = "undercut that should be an objection"
                    text = f"you drew that {self.tell(twin)}; but it objects to the claim, not to a step"
                self._pair(kind, text, [twin], [step])

    def _reversed(self) -> None:
        for step in self.theirs:
            turned = [(frozenset([step.target]), step.kind, premise) for premise in step.premises]
            if len(turned) == 1 and (twins := self.mine.having(*turned)):
                self._pair("reversed link", f"the other way round: {self.tell(step)}", twins[:1], [step])

    def _premises(self) -> None:
        for step in self.theirs:
            if near := self.mine.overlapping(step):
                twin = max(near, key=lambda other: len(other.premises & step.premises))
                self._pair("wrong premises", f"not quite the premises: {self.tell(step)}", [twin], [step])

    def _skipped(self) -> None:
        for step in self.mine:
            if len(step.premises) > 1:
                continue
            (premise,) = step.premises
            if step.target in self.onward.get(premise, ()):
                continue
            if way := skipped(self.onward, premise, step.target):
                over = listed(self.names[claim] for claim in way)
                text = f"{self.names[premise]} bears on {self.names[step.target]} by way of {over}; you skipped that"
                self._pair("skipped step", text, [step], self._gaps([premise, *way, step.target]))

    def _gaps(self, chain: list[str]) -> list[Step]:
        """Return the open links of the reference along a chain of claims that the other map does not have."""
        return self.theirs.having(*(pair for pair in pairwise(chain) if pair not in self.my_pairs))


def claim_differences(mine: ArgMap, theirs: ArgMap, pairs: Mapping[str, str]) -> list[Difference]:
    """Return the claims that only one of the maps has; `pairs` leads from mine to theirs."""
    found = []
    matched = set(pairs.values())
    for claim in theirs.claims:
        if claim.id not in matched:
            text = f"“{short(claim.text)}”"
            if claim.implicit:
                kind: DifferenceKind = "implicit premise not made explicit"
                found.append(Difference(kind, f"left unsaid, but needed: {text}", (), (claim.id,)))
            else:
                found.append(Difference("missing claim", f"not in your map: {text}", (), (claim.id,)))
    found += [
        Difference("extra claim", f"only in your map: “{short(claim.text)}”", (claim.id,))
        for claim in mine.claims
        if claim.id not in pairs
    ]
    return found


def named(mine: ArgMap, numbers: Mapping[str, str], pairs: Mapping[str, str]) -> dict[str, str]:
    """Return how to name the matched claims of the reference: by number and text in the student's own map."""
    return {pairs[own]: f"{numbers[own]} “{short(mine.claim(own).text)}”" for own in numbers if own in pairs}
