"""Strength: how far claims are believed when reasons and objections add up. Optional; the labels do not use it.

DF-QuAD (Rago, Toni, Aurisicchio & Baroni, KR 2016) extended with links. A claim with base score b, attacked by links of
strengths at and supported by links of strengths su, has

    a = product of (1 - at) - product of (1 - su)        strength = b + (1 - b) max(0, a) - b max(0, -a)

A link has its own strength (1 if the map gives none) times the strengths of its premises times the product of (1 - k)
over its undercuts k. The base score of a claim is its credence if it has one, else 1/2: neither believed nor doubted
before the argument. Rejected claims have strength 0.

On circles the equations need not have one solution. They are solved there from two starting points, all 0 and all 1; if
both do not lead to the same strengths to within 1e-6, there is no defined strength.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from argmap.analysis.components import components
from argmap.analysis.limits import Limit, never
from argmap.analysis.network import network

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.analysis.limits import Expired
    from argmap.analysis.network import Network, Outcome
    from argmap.model import ArgMap

BASE = 0.5
AGREE = 1e-6  # how near the two solutions of a circle must be
STILL = 1e-11  # how little may move when a circle counts as solved
SWEEPS = 2_000
PACES = (1.0, 0.5, 0.1, 0.02)  # shares of a step that are tried, one after the other


@dataclass(frozen=True, slots=True)
class Strength:
    """Strengths from 0 to 1 by id, in file order; None where none is defined.

    `undefined` holds the claims without one; `circles` tells how many circles had to be solved; `complete` is False if
    a limit was reached, and then None may also mean that the time was not enough.
    """

    claims: Mapping[str, float | None]
    links: Mapping[str, float | None]
    undefined: tuple[str, ...]
    circles: int
    complete: bool = True

    @property
    def verdict(self) -> str:
        """What to tell the reader about these figures."""
        if not self.complete:
            return "undetermined within the time limit"
        if self.undefined:
            return "no defined strength on some circles"
        return "solved on circles: two starting points agree" if self.circles else "exact: no circles"


def strength(
    argmap: ArgMap, do: Mapping[str, Outcome] | None = None, *, base: float = BASE, expired: Expired = never
) -> Strength:
    """Return the strength of every claim and link. O(claims + links) without circles; circles are iterated.

    `base` is the base score of claims without a credence. `expired` ends the search by returning True. Raises
    UsageError for an unknown claim.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> links = (Link(id="o", premises=("a",), kind="attacks", target="b"),)
    >>> strength(ArgMap(title="", claims=(Claim(id="a", text="a"), Claim(id="b", text="b")), links=links)).claims["b"]
    0.25
    """
    net = network(argmap)
    forced = net.interventions(do or {})
    fixed = {x: 0.0 for x, out in enumerate(net.rejected) if out} | {x: float(way) for x, way in forced.items()}
    own = [base if claim.credence is None else claim.credence for claim in argmap.claims]
    own += [1.0 if link.strength is None else link.strength for link in argmap.links]
    sums = _Sums(net, own, fixed, Limit(expired))
    sums.solve()
    values = dict(zip(net.names[: net.n], sums.values[: net.n], strict=True))
    return Strength(
        claims=values,
        links=dict(zip(net.names[net.n :], sums.values[net.n :], strict=True)),
        undefined=tuple(name for name, value in values.items() if value is None),
        circles=sums.circles,
        complete=not sums.limit.over,
    )


class _Sums:
    """The equations of one map, solved component by component, what counts first."""

    def __init__(self, net: Network, own: Sequence[float], fixed: Mapping[int, float], limit: Limit) -> None:
        self.net = net
        self.own = own
        self.fixed = fixed
        self.limit = limit
        self.values: list[float | None] = [None] * len(net.names)
        self.circles = 0

    def solve(self) -> None:
        """Fill `values`."""
        for items in components(self.net):
            x = items[0]
            rows = [
                y
                for item in items
                if item not in self.fixed
                for y in (*self.net.reasons[item], *self.net.against[item])
            ]
            inside = set(items)
            known = {y: value for y in rows if y not in inside and (value := self.values[y]) is not None}
            if any(y not in inside and y not in known for y in rows):
                for item in items:
                    self.values[item] = self.fixed.get(item)
            elif inside.isdisjoint(rows):
                self.values[x] = self._value(x, known)
            else:
                self.circles += 1
                self._circle(items, known)

    def _value(self, x: int, values: Mapping[int, float]) -> float:
        """Return what the equation of x gives."""
        if x in self.fixed:
            return self.fixed[x]
        own, against = self.own[x], prod(1 - values[y] for y in self.net.against[x])
        if x >= self.net.n:
            return own * prod(values[y] for y in self.net.reasons[x]) * against
        balance = against - prod(1 - values[y] for y in self.net.reasons[x])
        return own + (1 - own) * max(0.0, balance) - own * max(0.0, -balance)

    def _circle(self, items: Sequence[int], known: Mapping[int, float]) -> None:
        """Solve a circle from two starting points; leave None if they do not agree."""
        low = self._settle(items, known, 0.0)
        high = self._settle(items, known, 1.0) if low else {}
        if low and high and all(abs(low[x] - high[x]) <= AGREE for x in items):
            for x in items:
                self.values[x] = (low[x] + high[x]) / 2

    def _settle(self, items: Sequence[int], known: Mapping[int, float], start: float) -> dict[int, float]:
        """Return a solution reached from one starting point, {} if none was.

        In each sweep, claims and the links that are undercut on the circle go a share of the step to what their
        equations give; the other links follow at once.
        """
        inside = set(items)
        moving = [x for x in items if x < self.net.n or not inside.isdisjoint(self.net.against[x])]
        following = sorted(inside.difference(moving))
        for pace in PACES:
            values = {**known, **dict.fromkeys(items, start)}
            for _ in range(SWEEPS):
                if self.limit.spend(len(items)):
                    return {}
                for x in following:
                    values[x] = self._value(x, values)
                step = {x: self._value(x, values) - values[x] for x in moving}
                for x in moving:
                    values[x] += pace * step[x]
                if max(map(abs, step.values())) < STILL:
                    return values
        return {}
