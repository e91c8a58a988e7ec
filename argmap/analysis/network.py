"""A map as integers: what every evaluation runs on. Built once per map, O(claims + links).

Items are the claims, 0 to n-1 in file order, then the links, n and up in file order. Both kinds of item look alike:

- `reasons[x]` speak for x. A claim needs one of its reasons (the links that support it); a link needs all of its
  reasons (its premises, in written order, each once).
- `against[x]` speak against x, in file order: the links that attack a claim, the links that undercut a link.
- `bears[x]` is where x counts: the links that have claim x among their premises; the one target of link x.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from argmap.diagnostics import UsageError
from argmap.near import nearest_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgMap

Outcome = Literal["stands", "falls"]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The items of a map and how they bear on each other; see the head of this module.

    `n` claims; `names[x]` is the id of item x; `index` and `link_index` lead back from an id to the item. `given` and
    `rejected` hold the status of each claim. `counter[x]` is true of links that attack or undercut.
    """

    n: int
    names: tuple[str, ...]
    index: Mapping[str, int]
    link_index: Mapping[str, int]
    reasons: tuple[list[int], ...]
    against: tuple[list[int], ...]
    bears: tuple[list[int], ...]
    given: tuple[bool, ...]
    rejected: tuple[bool, ...]
    counter: tuple[bool, ...]

    def item(self, name: str) -> int:
        """Return the item with that id, a claim before a link. Raises UsageError with the nearest names."""
        found = self.index.get(name, self.link_index.get(name, -1))
        if found < 0:
            raise UsageError(f"no claim or link is called '{name}'{nearest_names(name, self.names)}")
        return found

    def claim(self, name: str) -> int:
        """Return the claim with that id. Raises UsageError with the nearest names."""
        if name not in self.index:
            raise UsageError(f"no claim is called '{name}'{nearest_names(name, self.index)}")
        return self.index[name]

    def interventions(self, do: Mapping[str, Outcome]) -> dict[int, bool]:
        """Return `do` by item: True for stands. Raises UsageError for an unknown claim or outcome."""
        for name, outcome in do.items():
            if outcome not in {"stands", "falls"}:
                raise UsageError(f"'{name}' can be made to stand or to fall, not '{outcome}'")
        return {self.claim(name): outcome == "stands" for name, outcome in do.items()}


def network(argmap: ArgMap) -> Network:
    """Return the map as a network. O(claims + links). Raises UsageError if a link names what the map does not hold."""
    claims, links = argmap.claims, argmap.links
    n = len(claims)
    index = {claim.id: place for place, claim in enumerate(claims)}
    link_index = {link.id: place for place, link in enumerate(links, n)}
    size = n + len(links)
    if len(index) + len(link_index) < size:
        raise UsageError("two claims, or two links, have one id; `argmap check` shows where")
    reasons: tuple[list[int], ...] = tuple([] for _ in range(size))
    against: tuple[list[int], ...] = tuple([] for _ in range(size))
    bears: tuple[list[int], ...] = tuple([] for _ in range(size))
    counter = [False] * size
    try:
        for place, link in enumerate(links, n):
            target = (link_index if link.kind == "undercuts" else index)[link.target]
            bears[place].append(target)
            counter[place] = link.kind != "supports"
            (against if counter[place] else reasons)[target].append(place)
            for premise in dict.fromkeys(link.premises):
                reasons[place].append(index[premise])
                bears[index[premise]].append(place)
    except KeyError as error:
        raise UsageError(f"a link names {error}, which the map does not hold; `argmap check` shows where") from error
    given = tuple(claim.status == "given" or (not claim.status and not reasons[x]) for x, claim in enumerate(claims))
    return Network(
        n=n,
        names=(*index, *link_index),
        index=index,
        link_index=link_index,
        reasons=reasons,
        against=against,
        bears=bears,
        given=given,
        rejected=tuple(claim.status == "rejected" for claim in claims),
        counter=tuple(counter),
    )


def bearing(net: Network, target: int) -> set[int]:
    """Return one item and all that bear on it in the end. O(their number)."""
    inside, stack = {target}, [target]
    while stack:
        x = stack.pop()
        for rows in (net.reasons[x], net.against[x]):
            fresh = [y for y in rows if y not in inside]
            inside.update(fresh)
            stack += fresh
    return inside


def cone(net: Network, target: int) -> Network:
    """Return the part of a network that bears on one item; its labels are those of the whole. O(size of the part)."""
    order = sorted(bearing(net, target))
    place = {x: i for i, x in enumerate(order)}
    n = sum(x < net.n for x in order)
    return Network(
        n=n,
        names=tuple(net.names[x] for x in order),
        index={net.names[x]: i for i, x in enumerate(order[:n])},
        link_index={net.names[x]: i for i, x in enumerate(order[n:], n)},
        reasons=tuple([place[y] for y in net.reasons[x]] for x in order),
        against=tuple([place[y] for y in net.against[x]] for x in order),
        bears=tuple([place[y] for y in net.bears[x] if y in place] for x in order),
        given=tuple(net.given[x] for x in order[:n]),
        rejected=tuple(net.rejected[x] for x in order[:n]),
        counter=tuple(net.counter[x] for x in order),
    )
