"""The recorded reason of every label: one definition, from the final labels and their rounds alone.

Of several things that would do, the recorded cause is the one with the lowest round, then the first in file order (for
the premises of a link: in written order). "Earlier" means: of a lower round than the item itself. So a reason never
rests on what depends on it, and the order in which a program happens to work leaves no trace.

Claims, first line that applies:

| label | reason | when | cause |
|---|---|---|---|
| stands | accepted | made to stand by an intervention | |
| stands | given | its status is given | |
| stands | supported | otherwise | the earliest live support |
| falls | rejected | made to fall by an intervention, or its status is rejected | |
| falls | refuted | an attack was live earlier | the earliest such attack |
| falls | not given | nothing supports it, and it is not given | |
| falls | unsupported | all its supports were dead earlier | the last to die (highest round, first in file) |
| falls | circular | otherwise: its support comes back to itself | the first support that died in the same round |
| contested | circle | always; `argmap.analysis.circles` finds the circle | |

Links, first line that applies:

| label | reason | when | cause |
|---|---|---|---|
| live | holds | always: all premises stand, all undercuts are dead | |
| dead | undercut | an undercut was live earlier | the earliest such undercut |
| dead | premise | a premise fell earlier | the earliest such premise |
| dead | circular | otherwise | the first premise that fell in the same round |
| contested | circle | always | |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.analysis.labels import Solution
    from argmap.analysis.network import Network

Reason = Literal[
    "accepted",
    "given",
    "supported",
    "rejected",
    "refuted",
    "not given",
    "unsupported",
    "circular",
    "circle",
    "holds",
    "undercut",
    "premise",
]
NONE = -1  # no single cause


def recorded(net: Network, solution: Solution, forced: Collection[int], x: int) -> tuple[Reason, int]:
    """Return the reason of the label of item x and the item that caused it, NONE if no single one did."""
    state = solution.state[x]
    if not state:
        return "circle", NONE
    if x >= net.n:
        return ("holds", NONE) if state == 1 else _dead(net, solution, x)
    if state == 1:
        return _stands(net, solution, forced, x)
    return _falls(net, solution, forced, x)


def _stands(net: Network, solution: Solution, forced: Collection[int], x: int) -> tuple[Reason, int]:
    if x in forced:
        return "accepted", NONE
    if net.given[x]:
        return "given", NONE
    return "supported", earliest(solution, net.reasons[x], 1, solution.round[x])


def _falls(net: Network, solution: Solution, forced: Collection[int], x: int) -> tuple[Reason, int]:
    if x in forced or net.rejected[x]:
        return "rejected", NONE
    when, reasons = solution.round[x], net.reasons[x]
    if net.against[x] and (attack := earliest(solution, net.against[x], 1, when)) >= 0:
        return "refuted", attack
    if not reasons:
        return "not given", NONE
    loose = next((link for link in reasons if solution.round[link] == when), NONE)
    if loose >= 0:
        return "circular", loose
    return "unsupported", max(reasons, key=lambda link: (solution.round[link], -link))


def _dead(net: Network, solution: Solution, x: int) -> tuple[Reason, int]:
    when = solution.round[x]
    if net.against[x] and (undercut := earliest(solution, net.against[x], 1, when)) >= 0:
        return "undercut", undercut
    if (premise := earliest(solution, net.reasons[x], 2, when)) >= 0:
        return "premise", premise
    return "circular", next(y for y in net.reasons[x] if solution.round[y] == when)


def earliest(solution: Solution, items: Iterable[int], state: int, before: int) -> int:
    """Return the item with this state and the lowest round, if that is below `before`; the first of equals; or NONE."""
    best = NONE
    for y in items:
        if solution.state[y] == state and solution.round[y] < before:
            best, before = y, solution.round[y]
    return best
