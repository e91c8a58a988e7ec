"""Named differences between two maps of one argument: what a teacher would write beside a student's map."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from argmap.analysis.likeness import edges, skipped
from argmap.analysis.tell import listed, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


class Comparer:
    """Pairs off the links of two maps, the likeliest explanation first. Steps are as in `argmap.analysis.likeness`."""

    def __init__(self, mine: list[Step], theirs: list[Step], names: Mapping[str, str]) -> None:
        self.names = names  # of the claims, in reading order
        self.rank = {claim: place for place, claim in enumerate(names)}
        self.all_mine = edges(mine)
        self.all_theirs = edges(theirs)
        self.mine = mine
        self.theirs = theirs
        self.found: list[Difference] = []

    def links(self) -> list[Difference]:
        """Return the differences between the links."""
        self._same()
        self._linked_as_separate()
        self._separate_as_linked()
        self._kinds()
        self._reversed()
        self._premises()
        self._skipped()
        for step in self.theirs:
            self._note("missing link", f"not in your map: {self.tell(step)}", (), (step,))
        for step in self.mine:
            self._note("extra link", f"only in your map: {self.tell(step)}", (step,), ())
        return self.found

    def tell(self, step: Step) -> str:
        """Return a link in words."""
        premises = self._premises_of(step)
        acts = ACTS_TOGETHER if len(step.premises) > 1 else ACTS
        return f"{premises} {acts[step.kind]} {self.names[step.target]}"

    def _premises_of(self, step: Step) -> str:
        return listed(self.names[premise] for premise in sorted(step.premises, key=self.rank.__getitem__))

    def _note(self, kind: DifferenceKind, text: str, mine: Iterable[Step], theirs: Iterable[Step]) -> None:
        rows, others = tuple(mine), tuple(theirs)
        links = tuple(step.link for step in rows), tuple(step.link for step in others)
        self.found.append(Difference(kind, text, *links))

    def _drop(self, mine: Iterable[Step], theirs: Iterable[Step]) -> None:
        for step in tuple(mine):
            self.mine.remove(step)
        for step in tuple(theirs):
            self.theirs.remove(step)

    def _same(self) -> None:
        for step in tuple(self.theirs):
            twin = next((other for other in self.mine if other[:3] == step[:3]), None)
            if twin:
                self._drop([twin], [step])

    def _linked_as_separate(self) -> None:
        for step in tuple(self.theirs):
            parts = _parts(step, self.mine)
            if len(parts) > 1:
                premises = self._premises_of(step)
                text = f"{premises} work only together, as one reason; you drew {len(parts)} separate ones"
                self._note("linked drawn as separate", text, parts, [step])
                self._drop(parts, [step])

    def _separate_as_linked(self) -> None:
        for step in tuple(self.mine):
            parts = _parts(step, self.theirs)
            if len(parts) > 1:
                premises = self._premises_of(step)
                text = f"{premises} are {len(parts)} separate reasons; you linked them"
                self._note("separate drawn as linked", text, [step], parts)
                self._drop([step], parts)

    def _kinds(self) -> None:
        for step in tuple(self.theirs):
            twin = next((s for s in self.mine if (s.premises, s.target) == (step.premises, step.target)), None)
            if twin:
                kind: DifferenceKind = "wrong polarity"
                text = f"you drew that {self.tell(twin)}; but {self.tell(step)}"
                if (step.kind, twin.kind) == ("undercuts", "attacks"):
                    kind = "objection that should be an undercut"
                    text = f"you drew that {self.tell(twin)}; but it objects to a step, not to the claim"
                elif (step.kind, twin.kind) == ("attacks", "undercuts"):
                    kind = "undercut that should be an objection"
                    text = f"you drew that {self.tell(twin)}; but it objects to the claim, not to a step"
                self._note(kind, text, [twin], [step])
                self._drop([twin], [step])

    def _reversed(self) -> None:
        for step in tuple(self.theirs):
            turned = (frozenset([step.target]), step.kind)
            twin = next((s for s in self.mine if s[:2] == turned and step.premises == {s.target}), None)
            if twin:
                self._note("reversed link", f"the other way round: {self.tell(step)}", [twin], [step])
                self._drop([twin], [step])

    def _premises(self) -> None:
        for step in tuple(self.theirs):
            near = [s for s in self.mine if s[1:3] == step[1:3] and s.premises & step.premises]
            if near:
                twin = max(near, key=lambda s: len(s.premises & step.premises))
                self._note("wrong premises", f"not quite the premises: {self.tell(step)}", [twin], [step])
                self._drop([twin], [step])

    def _skipped(self) -> None:
        for step in tuple(self.mine):
            if len(step.premises) > 1:
                continue
            (premise,) = step.premises
            way = skipped(self.all_theirs, premise, step.target)
            if way and (premise, step.target) not in {edge[:2] for edge in self.all_theirs}:
                chain = [premise, *way, step.target]
                gaps = self._gaps(chain)
                over = listed(self.names[claim] for claim in way)
                text = f"{self.names[premise]} bears on {self.names[step.target]} by way of {over}; you skipped that"
                self._note("skipped step", text, [step], gaps)
                self._drop([step], gaps)

    def _gaps(self, chain: list[str]) -> list[Step]:
        """Return the links of the reference along a chain of claims that the other map does not have."""
        known = {edge[:2] for edge in self.all_mine}
        pairs = [pair for pair in pairwise(chain) if pair not in known]
        return [s for s in self.theirs if any(s.target == end and start in s.premises for start, end in pairs)]


def _parts(step: Step, among: list[Step]) -> list[Step]:
    """Return the links of one kind on one target that together have just the premises of a larger link."""
    parts = [s for s in among if s[1:3] == step[1:3] and s.premises < step.premises]
    return parts if frozenset().union(*(s.premises for s in parts)) == step.premises else []


def claim_differences(mine: ArgMap, theirs: ArgMap, pairs: Mapping[str, str]) -> list[Difference]:
    """Return the claims that only one of the maps has; `pairs` leads from mine to theirs."""
    found = []
    for claim in theirs.claims:
        if claim.id not in set(pairs.values()):
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
