"""Credence: how probable it is that a claim stands, when what is given is given with some probability only.

Every given claim with a credence b is granted with probability b, independently of the others; where it is not granted,
it is rejected. Each combination is a *world*, and P(c) is the probability of the worlds in which c stands. Credences of
claims that are not given are not used: what those are worth follows. A world is one bit of a long integer, so that all
worlds are evaluated at once. The product of the premises' credences is right on trees only; on shared premises it is
wrong by up to 0.80, so it is never used.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from random import Random
from typing import TYPE_CHECKING

from argmap.analysis.components import components
from argmap.analysis.network import network
from argmap.diagnostics import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.analysis.network import Network, Outcome
    from argmap.model import ArgMap

MOST_EXACT = 16  # uncertain premises whose combinations are all counted
FEWEST_WORLDS = 4096
PRECISION = 32  # random bits that decide whether a premise is granted in one world


@dataclass(frozen=True, slots=True)
class Credence:
    """P(stands) of every claim, by id in file order. `errors` are standard errors: 0 where every world was counted.

    `uncertain` holds the premises that may or may not be granted; `worlds` tells how many combinations were looked at.
    """

    stands: Mapping[str, float]
    errors: Mapping[str, float]
    uncertain: tuple[str, ...]
    worlds: int
    exact: bool


def credence(
    argmap: ArgMap, do: Mapping[str, Outcome] | None = None, *, worlds: int = FEWEST_WORLDS, seed: int = 0
) -> Credence:
    """Return how probable it is that each claim stands.

    Exact, by counting all combinations, up to 16 uncertain premises; beyond, from `worlds` random ones (the same for
    the same seed). O((claims + links) * worlds / 64), more on circles. Raises UsageError for fewer than 4,096 worlds.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> links = (Link(id="r", premises=("p", "q"), kind="supports", target="c"),)
    >>> claims = (Claim(id="c", text="c"), Claim(id="p", text="p", credence=0.5), Claim(id="q", text="q", credence=0.5))
    >>> credence(ArgMap(title="", claims=claims, links=links)).stands["c"]
    0.25
    """
    if worlds < FEWEST_WORLDS:
        raise UsageError(f"{worlds} worlds are too few to tell anything; take {FEWEST_WORLDS} or more")
    net = network(argmap)
    forced = net.interventions(do or {})
    chance = {
        x: claim.credence
        for x, claim in enumerate(argmap.claims)
        if claim.credence is not None and net.given[x] and x not in forced
    }
    uncertain = [x for x, value in chance.items() if 0 < value < 1]
    exact = len(uncertain) <= MOST_EXACT
    count = 1 << len(uncertain) if exact else worlds
    everywhere = (1 << count) - 1
    granted = {x: everywhere if value >= 1 else 0 for x, value in chance.items()}
    if exact:
        granted |= _all_worlds(uncertain)
    else:
        rng = Random(seed)  # noqa: S311 - a repeatable sample, not a secret
        granted |= _random_worlds({x: chance[x] for x in uncertain}, worlds, rng)
    fixed = {x: 0 for x, out in enumerate(net.rejected) if out}
    fixed |= {x: everywhere if stands else 0 for x, stands in forced.items()}
    low = _Worlds(net, granted, fixed, everywhere).evaluate()
    weights = [chance[x] for x in uncertain]
    known: dict[tuple[int, int], float] = {}
    values = [_weigh(mask, weights, known) if exact else mask.bit_count() / count for mask in low[: net.n]]
    names = net.names[: net.n]
    return Credence(
        stands=dict(zip(names, values, strict=True)),
        errors={name: 0.0 if exact else sqrt(p * (1 - p) / count) for name, p in zip(names, values, strict=True)},
        uncertain=tuple(net.names[x] for x in uncertain),
        worlds=count,
        exact=exact,
    )


def _all_worlds(uncertain: Sequence[int]) -> dict[int, int]:
    """Return for each premise the worlds in which it is granted, when world number w grants premise i by bit i of w."""
    masks = {}
    for i, x in enumerate(uncertain):
        mask = ((1 << (1 << i)) - 1) << (1 << i)
        for j in range(i + 1, len(uncertain)):
            mask |= mask << (1 << j)
        masks[x] = mask
    return masks


def _random_worlds(chance: Mapping[int, float], worlds: int, rng: Random) -> dict[int, int]:
    """Return for each premise random worlds in which it is granted: bit by bit of its probability, lowest bit first."""
    masks = {}
    for x, value in chance.items():
        digits = round(value * (1 << PRECISION))
        mask = 0
        for place in range(PRECISION):
            coins = rng.getrandbits(worlds)
            mask = mask | coins if digits >> place & 1 else mask & coins
        masks[x] = mask
    return masks


def _weigh(mask: int, weights: Sequence[float], known: dict[tuple[int, int], float]) -> float:
    """Return the probability of a set of worlds by halving it: those with the last premise granted, and the others."""
    size = len(weights)
    if not mask:
        return 0.0
    if mask.bit_count() == 1 << size:
        return 1.0
    key = (size, mask)
    if key not in known:
        half = 1 << (size - 1)
        without, granted = mask & ((1 << half) - 1), mask >> half
        rest, chance = weights[:-1], weights[-1]
        low = _weigh(without, rest, known)
        known[key] = low if without == granted else (1 - chance) * low + chance * _weigh(granted, rest, known)
    return known[key]


class _Worlds:
    """The labels in all worlds at once: where an item stands (`low`), and where it does not fall (`high`)."""

    def __init__(self, net: Network, granted: Mapping[int, int], fixed: Mapping[int, int], everywhere: int) -> None:
        self.net = net
        self.granted = granted
        self.fixed = fixed
        self.everywhere = everywhere
        self.low = [0] * len(net.names)
        self.high = [0] * len(net.names)

    def evaluate(self) -> list[int]:
        """Return the worlds in which each item stands or is live."""
        for items in components(self.net):
            x = items[0]
            if len(items) == 1 and x not in self.net.reasons[x] and x not in self.net.against[x]:
                self.high[x], self.low[x] = self._value(x, self.high, self.low), self._value(x, self.low, self.high)
            else:
                self._settle(items)
        return self.low

    def _settle(self, items: Sequence[int]) -> None:
        """Evaluate one circle by the alternating fixpoint (Van Gelder 1989)."""
        while True:
            before = [self.low[x] for x in items]
            self._least(items, self.high, self.low)
            self._least(items, self.low, self.high)
            if before == [self.low[x] for x in items]:
                return

    def _least(self, items: Sequence[int], values: list[int], others: Sequence[int]) -> None:
        """Set `values` to the least solution of the rules on a circle, the objections being read off `others`."""
        for x in items:
            values[x] = 0
        changed = True
        while changed:
            changed = False
            for x in items:
                value = self._value(x, values, others)
                if value != values[x]:
                    values[x] = value
                    changed = True

    def _value(self, x: int, values: Sequence[int], others: Sequence[int]) -> int:
        """Return the worlds in which the rules for x are met."""
        if x in self.fixed:
            return self.fixed[x]
        mask = self.everywhere
        if x >= self.net.n:
            for y in self.net.reasons[x]:
                mask &= values[y]
        elif x in self.granted:
            mask = self.granted[x]
        elif not self.net.given[x]:
            mask = 0
            for y in self.net.reasons[x]:
                mask |= values[y]
        for y in self.net.against[x]:
            mask &= ~others[y]
        return mask
