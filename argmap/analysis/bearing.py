"""What a claim depends on: load-bearing premises, robustness, rescue.

A *given premise* here is a claim whose status is given. Only the given premises in one justification J of a claim can
make it stop standing: while they are granted, J holds whatever else is rejected. So it is enough to test those, and to
look for larger sets by branching on J (a minimum hitting set over all justifications). Dominators, articulation points
and node cuts would not do: they ignore that linked premises work only together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from argmap.analysis.grounds import justification
from argmap.analysis.labels import solve
from argmap.analysis.limits import Limit, never
from argmap.analysis.network import cone, network

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.analysis.labels import Solution
    from argmap.analysis.limits import Expired
    from argmap.analysis.network import Network, Outcome
    from argmap.model import ArgMap

MOST = 4  # how many joint rejections are tried; beyond, it is "at least 5"


def load_bearing(
    argmap: ArgMap, name: str, do: Mapping[str, Outcome] | None = None, *, expired: Expired = never
) -> tuple[str, ...] | None:
    """Return the given claims whose rejection alone makes a claim stop standing, in file order.

    Empty if the claim does not stand; None if `expired()` became true before all were tested. Costs one evaluation of
    what bears on the claim for each given premise in one of its justifications (measured: 1 to 10). Raises UsageError
    for an unknown claim.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> links = (Link(id="r", premises=("p", "k"), kind="supports", target="c"),
    ...          Link(id="s", premises=("q", "k"), kind="supports", target="c"))
    >>> load_bearing(ArgMap(title="", claims=tuple(Claim(id=n, text=n) for n in "cpqk"), links=links), "c")
    ('k',)
    """
    bench = _Bench(argmap, name, do)
    limit = Limit(expired)
    candidates = bench.premises({})
    found = []
    for x in candidates:
        if limit.spend(1):
            return None
        if not bench.stands({x: False}):
            found.append(x)
    return bench.named(found)


@dataclass(frozen=True, slots=True)
class Robustness:
    """How many given claims must be rejected together before a claim stops standing, at least.

    `verdict`: *exactly* `size`; *at least* `size`; *unshakeable* (no rejection of given claims can do it);
    *undetermined* (a limit was reached; it is at least `size`); *does not stand* (`size` is 0). `sets`: one smallest
    set, or all of them if they were asked for.
    """

    verdict: Literal["exactly", "at least", "unshakeable", "undetermined", "does not stand"]
    size: int
    sets: tuple[tuple[str, ...], ...] = ()

    def __str__(self) -> str:
        """Return it as the reader sees it: `2`, `at least 5`, `unshakeable`."""
        if self.verdict == "undetermined":
            return f"undetermined, at least {self.size}"
        return {"exactly": str(self.size), "at least": f"at least {self.size}"}.get(self.verdict, self.verdict)


def robustness(
    argmap: ArgMap,
    name: str,
    do: Mapping[str, Outcome] | None = None,
    *,
    most: int = MOST,
    every: bool = False,
    expired: Expired = never,
) -> Robustness:
    """Return how many given claims must be rejected together before a claim stops standing, up to `most`.

    The problem is NP-hard; |J| to the power of the answer evaluations at worst, 2 to 7 in practice. `every` asks for
    all smallest sets instead of one; `expired` ends the search by returning True. Raises UsageError for an unknown
    claim.
    """
    bench = _Bench(argmap, name, do)
    limit = Limit(expired)
    if not bench.stands({}):
        return Robustness("does not stand", 0)
    for size in range(1, most + 1):
        found = _Search(bench, size, limit, every=every)
        found.extend({})
        if found.sets:
            rows = sorted(sorted(one) for one in found.sets)
            verdict: Literal["exactly", "undetermined"] = "undetermined" if every and limit.over else "exactly"
            return Robustness(verdict, size, tuple(bench.named(one) for one in rows))
        if limit.over:
            return Robustness("undetermined", size)
        if not found.deeper:
            return Robustness("unshakeable", 0)
    return Robustness("at least", most + 1)


def rescue(
    argmap: ArgMap, name: str, do: Mapping[str, Outcome] | None = None, *, expired: Expired = never
) -> tuple[str, ...] | None:
    """Return the single claims whose rejection makes a claim stand that does not, in file order.

    Empty if it stands anyway, or if no single rejection helps; None if `expired()` became true before that was known.
    For a fallen claim one evaluation for each standing claim in its justification; for a contested one, for each claim
    that bears on it and does not fall. Raises UsageError for an unknown claim.
    """
    bench = _Bench(argmap, name, do)
    limit = Limit(expired)
    solution = bench.solve({})
    if solution.state[bench.target] == 1:
        return ()
    found = []
    for x in bench.candidates(solution):
        if limit.spend(1):
            return None
        if bench.stands({x: False}):
            found.append(x)
    return bench.named(found)


class _Bench:
    """One claim, and as much of the map as bears on it, to be evaluated again and again under rejections."""

    def __init__(self, argmap: ArgMap, name: str, do: Mapping[str, Outcome] | None) -> None:
        whole = network(argmap)
        forced = whole.interventions(do or {})
        whole.claim(name)
        self.net: Network = cone(whole, whole.index[name])
        self.target = self.net.index[name]
        index = self.net.index
        self.forced = {index[whole.names[x]]: way for x, way in forced.items() if whole.names[x] in index}

    def solve(self, rejected: Mapping[int, bool]) -> Solution:
        return solve(self.net, {**self.forced, **rejected})

    def stands(self, rejected: Mapping[int, bool]) -> bool:
        return self.solve(rejected).state[self.target] == 1

    def premises(self, rejected: Mapping[int, bool]) -> list[int]:
        """Return the given premises of one justification under these rejections; none if the claim does not stand."""
        solution = self.solve(rejected)
        if solution.state[self.target] != 1:
            return []
        forced = {**self.forced, **rejected}
        rows = justification(self.net, solution, forced, self.target)
        return sorted(
            x
            for x in rows
            if x < self.net.n and self.net.given[x] and solution.state[x] == 1 and x not in {self.target, *forced}
        )

    def candidates(self, solution: Solution) -> list[int]:
        """Return the claims whose rejection could make the target stand."""
        among: Sequence[int] = range(self.net.n)
        if solution.state[self.target]:
            among = sorted(x for x in justification(self.net, solution, self.forced, self.target) if x < self.net.n)
        return [x for x in among if x != self.target and x not in self.forced and solution.state[x] <= 1]

    def named(self, items: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.net.names[x] for x in items)


class _Search:
    """All (or the first) sets of one size whose rejection makes the claim stop standing, by branching on J."""

    def __init__(self, bench: _Bench, size: int, limit: Limit, *, every: bool) -> None:
        self.bench = bench
        self.size = size
        self.limit = limit
        self.every = every
        self.sets: set[frozenset[int]] = set()
        self.deeper = False  # whether a larger set could still do it
        self.tried: set[frozenset[int]] = set()

    def extend(self, rejected: Mapping[int, bool]) -> None:
        """Try every set that contains the rejected premises."""
        key = frozenset(rejected)
        if key in self.tried or self.limit.spend(1):
            return
        self.tried.add(key)
        if len(key) == self.size:
            if not self.bench.stands(rejected):
                self.sets.add(key)
            self.deeper = True
            return
        for x in self.bench.premises(rejected):
            self.extend({**rejected, x: False})
            if self.limit.over or (self.sets and not self.every):
                return
