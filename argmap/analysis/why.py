"""Why a label is as it is: a finite justification that never rests on itself, as data and as English sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.grounds import justification
from argmap.analysis.labels import labelling, solve
from argmap.analysis.limits import Limit
from argmap.analysis.network import network
from argmap.analysis.positions import component, contested
from argmap.analysis.tell import Teller, listed
from argmap.order import outline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.analysis.labels import Label, Solution
    from argmap.analysis.network import Network, Outcome
    from argmap.analysis.reasons import Reason
    from argmap.model import ArgMap

EFFORT = 400_000  # items that may be looked at to see whether all positions agree on a contested claim


@dataclass(frozen=True, slots=True)
class Ground:
    """One step of a justification: a claim or link, its label and reason, and the ids that these rest on directly.

    `number` is the outline number of a claim, "" for a link. `sentence` says the step in English; links are told in the
    sentences of their targets and have none, unless the link is what was asked about.
    """

    name: str
    number: str
    label: Label
    reason: Reason
    rests_on: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Why:
    """The justification of one label, top-down, what was asked about first; every item once.

    `circle` holds the ids of the smallest circle that leaves it contested, step by step, () if it is decided. `remark`
    tells what a reader could find odd, such as a contested claim that every position rejects.
    """

    name: str
    label: Label
    reason: Reason
    grounds: tuple[Ground, ...]
    circle: tuple[str, ...] = ()
    remark: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The justification in English, one sentence a step."""
        told = tuple(ground.sentence for ground in self.grounds if ground.sentence)
        return (*told, self.remark) if self.remark else told


def why(argmap: ArgMap, name: str, do: Mapping[str, Outcome] | None = None) -> Why:
    """Return why a claim or link has its label, as the map is or under interventions (see `labels`).

    Costs one evaluation and the size of the answer. Raises UsageError if nothing is called that. The definition of the
    recorded reasons is in `argmap.analysis.reasons`.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> zoo = ArgMap(
    ...     title="Zoos",
    ...     claims=(
    ...         Claim(id="close", text="Zoos should close."),
    ...         Claim(id="pain", text="Animals suffer in zoos."),
    ...         Claim(id="care", text="Keepers care for them."),
    ...     ),
    ...     links=(
    ...         Link(id="r", premises=("pain",), kind="supports", target="close"),
    ...         Link(id="o", premises=("care",), kind="attacks", target="pain"),
    ...     ),
    ... )
    >>> for sentence in why(zoo, "close").sentences:
    ...     print(sentence)
    1 “Zoos should close” falls: its only reason needs 1.1 “Animals suffer in zoos”, which is refuted by 1.1.1 \
“Keepers care for them”, and nothing answers that.
    1.1 falls: 1.1.1 refutes it, and nothing answers that.
    1.1.1 stands: it is given, and nothing speaks against it.
    """
    return Explainer(argmap, do).why(name)


class Explainer:
    """One evaluated map, of which several labels are to be explained."""

    def __init__(self, argmap: ArgMap, do: Mapping[str, Outcome] | None = None) -> None:
        do = dict(do or {})
        self.net = network(argmap)
        self.forced = self.net.interventions(do)
        self.solution = solve(self.net, self.forced)
        self.labels = labelling(self.net, self.solution, do)
        self._teller = Teller(argmap, self.labels, outline(argmap).numbers)

    def why(self, name: str) -> Why:
        """Return why a claim or link has its label, as the function why() does. Costs the size of the answer."""
        net, found = self.net, self.labels
        x = net.item(name)
        contested = not self.solution.state[x]
        rests = justification(net, self.solution, self.forced, x)
        told = _told_open(net, rests, self._afresh()) if contested else _told(net, rests, self._afresh())
        chain = [net.names[y] for y in rests]
        return Why(
            name=name,
            label=found[name].label,
            reason=found[name].reason,
            grounds=tuple(
                Ground(
                    name=item,
                    number=self._teller.numbers.get(item, "") if y < net.n else "",
                    label=found[item].label,
                    reason=found[item].reason,
                    rests_on=tuple(net.names[z] for z in rests[y]),
                    sentence=told.get(y, ""),
                )
                for y, item in zip(rests, chain, strict=True)
            ),
            circle=tuple(chain[_turn(rests) :]) if contested else (),
            remark=_remark(net, self.solution, x) if contested else "",
        )

    def first_sentence(self, name: str) -> str:
        """Return the first sentence of why() about a claim, without working the others out. O(1) if it is decided."""
        x = self.net.claim(name)
        if self.solution.state[x]:
            return self._afresh().claim(name)
        return _told_open(self.net, justification(self.net, self.solution, self.forced, x), self._afresh())[x]

    def _afresh(self) -> Teller:
        """Return the teller with no claim known yet, so that each is quoted where it is named first."""
        self._teller.known.clear()
        return self._teller


def _told(net: Network, rests: Mapping[int, list[int]], teller: Teller) -> dict[int, str]:
    """Return the sentence of every claim of a justification, and of the link that was asked about."""
    first = next(iter(rests))
    return {
        y: teller.claim(net.names[y]) if y < net.n else teller.link(net.names[y])
        for y in rests
        if y < net.n or y == first
    }


def _turn(rests: Mapping[int, list[int]]) -> int:
    """Return where in an open justification the circle begins: at what its last item leads back to."""
    rows = list(rests)
    return rows.index(rests[rows[-1]][0])


def _told_open(net: Network, rests: Mapping[int, list[int]], teller: Teller) -> dict[int, str]:
    """Return the sentences of a contested item: what it hangs on, then the circle."""
    rows = list(rests)
    turn = _turn(rests)
    told = {}
    for place, y in enumerate(rows[:turn]):
        if y < net.n or place == 0:
            ahead = next((z for z in rows[place + 1 :] if z < net.n), rows[place + 1])
            head, on = teller.head(net.names[y]), teller.head(net.names[ahead])
            told[y] = f"{head} is contested: that hangs on {on if ahead < net.n else _lower(on)}, which is contested."
    head = "This is because" if turn else f"{teller.head(net.names[rows[0]])} is contested:"
    told[rows[turn]] = f"{head} {teller.ring([net.names[y] for y in rows[turn:]])}."
    return told


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _remark(net: Network, solution: Solution, x: int) -> str:
    """Return what a reader could find odd about a contested item, "" if nothing or if it would take too long to see."""
    (items,) = contested(net, solution, x)
    part = component(net, solution, items, Limit(effort=EFFORT))
    if not part.complete:
        return ""
    name, of = net.names[x], len(part.positions)
    accept = sum(name in position.stands + position.live for position in part.positions)
    reject = sum(name in position.falls + position.dead for position in part.positions)
    if of in {accept, reject}:
        verb = "accepts" if accept else "rejects"
        return f"It is contested, yet every position that can be defended {verb} it."
    if not accept + reject:
        return "No position that can be defended settles it."
    rows = [(accept, "accept it"), (reject, "reject it"), (of - accept - reject, "leave it open")]
    told = [f"{n} {verb if n > 1 else verb.replace(' ', 's ', 1)}" for n, verb in rows if n]
    return f"Of {of} positions that can be defended, {listed(told)}."
