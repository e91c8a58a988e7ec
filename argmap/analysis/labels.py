"""The well-founded labelling: what stands, what falls, what is contested.

The rules, for claims c and links l:

    stands(c) <- given(c), not hit(c)           live(l) <- all premises of l stand, not cut(l)
    stands(c) <- live(s),  not hit(c)           hit(c)  <- live(a), a attacks c
                 s supports c                   cut(l)  <- live(u), u undercuts l

True is *stands* or *live*, false is *falls* or *dead*, undefined is *contested*, in the well-founded model of the rules
(Van Gelder, Ross & Schlipf 1991, https://doi.org/10.1145/116825.116838). It is unique, it is defined on every circle,
and it is the grounded extension (Dung 1995, https://doi.org/10.1016/0004-3702(94)00041-X) of the arguments of the map.

**Rounds.** Every decided item has a *round*, and nothing here or in the reasons depends on the order of a work list:

- Round 0: claims under intervention; rejected claims; given claims that nothing attacks; open claims without any
  support; links without premises that nothing undercuts.
- Round r + 1: what then follows. A claim stands if it is given or has a live support, and all its attacks are dead. It
  falls if one attack is live, or if it is not given and all its supports are dead. A link is live if all its premises
  stand and all its undercuts are dead; it is dead if one premise falls or one undercut is live. (All in rounds <= r.)
- When nothing more follows, take the undecided items that could not be reached even if nothing undecided were hit or
  cut: claims that are not given and that no such link supports, links with such a premise. They are unfounded: they all
  fall in the next round (*circular*), and the rounds go on. When there are none, what is left is contested.

Why each label is as it is, is defined from the final labels and rounds alone: see `argmap.analysis.reasons`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from argmap.analysis.network import Network, Outcome, network
from argmap.analysis.reasons import Reason, recorded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.model import ArgMap

Label = Literal["stands", "falls", "contested", "live", "dead"]

CLAIM_LABELS: tuple[Label, ...] = ("contested", "stands", "falls")  # by state
LINK_LABELS: tuple[Label, ...] = ("contested", "live", "dead")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The label of one claim or link and its recorded reason (`argmap.analysis.reasons` defines them).

    `cause` is the id of the claim or link that decided, "" where there is no single one. `round` tells when it was
    decided, -1 if it is contested; every cause has a lower round, except inside a circle of support.
    """

    label: Label
    reason: Reason
    cause: str = ""
    round: int = -1


@dataclass(frozen=True, slots=True)
class Labelling:
    """The verdicts by id, in file order, and the interventions under which they hold."""

    claims: Mapping[str, Verdict]
    links: Mapping[str, Verdict]
    do: Mapping[str, Outcome]

    def __getitem__(self, name: str) -> Verdict:
        """Return the verdict on a claim or, failing that, on a link. Raises KeyError if there is neither."""
        return self.claims[name] if name in self.claims else self.links[name]

    def having(self, label: Label) -> tuple[str, ...]:
        """Return the ids of the claims, or of the links for `live` and `dead`, that have this label, in file order."""
        among = self.links if label in {"live", "dead"} else self.claims
        return tuple(name for name, verdict in among.items() if verdict.label == label)


def labels(argmap: ArgMap, do: Mapping[str, Outcome] | None = None) -> Labelling:
    """Return what stands, falls and is contested, and why, as it is or under interventions.

    `do` replaces every rule for a claim: `{"a": "falls"}` makes a fall whatever speaks for it. Near-linear: O(claims +
    links), times the rounds of circular support, which are rare. Raises UsageError for a claim that does not exist.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> zoo = ArgMap(
    ...     title="Zoos",
    ...     claims=tuple(Claim(id=name, text=name) for name in ("close", "pain", "care")),
    ...     links=(
    ...         Link(id="r", premises=("pain",), kind="supports", target="close"),
    ...         Link(id="o", premises=("care",), kind="attacks", target="pain"),
    ...     ),
    ... )
    >>> labels(zoo).claims["close"]
    Verdict(label='falls', reason='unsupported', cause='r', round=4)
    >>> labels(zoo, {"care": "falls"}).claims["close"].label
    'stands'
    """
    do = dict(do or {})
    net = network(argmap)
    forced = net.interventions(do)
    return labelling(net, solve(net, forced), do)


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The labels as numbers, by item: `state` 0 undecided, 1 stands or live, 2 falls or dead; `round`, -1 undecided."""

    state: Sequence[int]
    round: Sequence[int]


def labelling(net: Network, solution: Solution, do: Mapping[str, Outcome]) -> Labelling:
    """Return the solution as verdicts by id."""
    forced = {net.index[name] for name in do}
    names, n = net.names, net.n
    verdicts = []
    for x, (state, when) in enumerate(zip(solution.state, solution.round, strict=True)):
        reason, cause = recorded(net, solution, forced, x)
        label = (CLAIM_LABELS if x < n else LINK_LABELS)[state]
        verdicts.append(Verdict(label, reason, names[cause] if cause >= 0 else "", when))
    return Labelling(
        dict(zip(names[:n], verdicts[:n], strict=True)), dict(zip(names[n:], verdicts[n:], strict=True)), do
    )


def solve(net: Network, forced: Mapping[int, bool]) -> Solution:
    """Return the well-founded labels. `forced` holds the claims under intervention: True makes one stand."""
    work = _Work(net, forced)
    work.follow(work.start())
    while unfounded := work.unfounded():
        work.when += 1
        for x in unfounded:
            work.state[x], work.round[x] = 2, work.when
        work.follow(unfounded)
    return Solution(work.state, work.round)


class _Work:
    """The counters behind the rounds. Every premise, support, attack and undercut is counted down at most once."""

    def __init__(self, net: Network, forced: Mapping[int, bool]) -> None:
        self.net = net
        self.when = 0  # the round that was filled last
        self.state = [0] * len(net.names)
        self.round = [-1] * len(net.names)
        self.wanting = [len(row) for row in net.reasons]  # a claim: supports not dead; a link: premises not standing
        self.threats = [len(row) for row in net.against]  # attacks or undercuts that are not dead
        self.backed = list(net.given)  # a claim: given, or some support is live
        for x, outcome in forced.items():
            self.state[x] = 1 if outcome else 2
        for x, rejected in enumerate(net.rejected):
            if rejected and x not in forced:
                self.state[x] = 2

    def start(self) -> list[int]:
        """Decide round 0 and return its items."""
        state, n = self.state, self.net.n
        for x, threats in enumerate(self.threats):
            if not state[x]:
                backed = self.backed[x] if x < n else not self.wanting[x]
                if backed and not threats:
                    state[x] = 1
                elif x < n and not backed and not self.wanting[x]:
                    state[x] = 2
        first = [x for x, value in enumerate(state) if value]
        for x in first:
            self.round[x] = 0
        return first

    def follow(self, front: list[int]) -> None:
        """Decide round after round what follows from the items of the round filled last."""
        while front:
            found: list[int] = []
            for x in front:
                if x < self.net.n:
                    self._claim(x, found)
                else:
                    self._link(x, found)
            if found:
                self.when += 1
                for x in found:
                    self.round[x] = self.when
            front = found

    def _claim(self, x: int, found: list[int]) -> None:
        """Tell the links that need claim x."""
        state, wanting, threats = self.state, self.wanting, self.threats
        stands = state[x] == 1
        for link in self.net.bears[x]:
            if state[link]:
                continue
            if not stands:
                state[link] = 2
                found.append(link)
            else:
                wanting[link] -= 1
                if not wanting[link] and not threats[link]:
                    state[link] = 1
                    found.append(link)

    def _link(self, x: int, found: list[int]) -> None:
        """Tell the target of link x."""
        target = self.net.bears[x][0]
        if self.state[target]:
            return
        if new := self._hear(target, live=self.state[x] == 1, counter=self.net.counter[x]):
            self.state[target] = new
            found.append(target)

    def _hear(self, target: int, *, live: bool, counter: bool) -> int:
        """Count one decided link at its undecided target and return the target's new state, 0 if it has none yet."""
        claim = target < self.net.n
        if counter and live:
            return 2
        if counter:
            self.threats[target] -= 1
            backed = self.backed[target] if claim else not self.wanting[target]
            return int(backed and not self.threats[target])
        if live:
            self.backed[target] = True
            return int(not self.threats[target])
        self.wanting[target] -= 1
        return 0 if self.wanting[target] or self.backed[target] else 2

    def unfounded(self) -> list[int]:
        """Return the undecided items that could not be reached even if nothing undecided were hit or cut."""
        state, n = self.state, self.net.n
        undecided = [x for x, value in enumerate(state) if not value]
        missing = {x: self.wanting[x] for x in undecided if x >= n}
        stack = [x for x in undecided if (self.backed[x] if x < n else not missing[x])]
        reached = set(stack)
        while stack:
            x = stack.pop()
            for y in self.net.bears[x]:
                if state[y] or y in reached or (x >= n and self.net.counter[x]):
                    continue
                if x < n:
                    missing[y] -= 1
                    if missing[y]:
                        continue
                reached.add(y)
                stack.append(y)
        return [x for x in undecided if x not in reached]
