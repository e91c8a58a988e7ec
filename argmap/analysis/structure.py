"""The structure of a map: what can be said about it without asking what stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.network import bearing, network
from argmap.analysis.structure_circles import Circle, circles
from argmap.order import outline, theses

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx

    from argmap.analysis.network import Network
    from argmap.model import ArgMap

MOST_LINKS = 7  # on one target; more are hard to take in
MOST_DEPTH = 6
SHORTCUT = 6  # longest detour, in links, that makes a link a shortcut
MOST_SIDES = 100  # main claims whose one-sidedness is worked out


@dataclass(frozen=True, slots=True)
class Side:
    """How one-sided the argument for a main claim is: the links that bear on it in the end, and how many object.

    `share` is objections (attacks and undercuts) / links, 0 if there are no links.
    """

    claim: str
    links: int
    objections: int

    @property
    def share(self) -> float:
        """The share of attacks and undercuts among the links."""
        return self.objections / self.links if self.links else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The structure of a map. Tuples hold ids in file order; the fields up to `depth` are counts.

    - `linked`: links with several premises. `depth`: links on the longest way down the outline (0: theses only).
    - `theses`: the main claims: those declared, else every claim that bears on no other.
    - `parts`: the claims of each disconnected part.
    - `stray`: claims that bear on no main claim. `unsupported`: open claims that nothing supports.
    - `circles`: see `Circle`. `shortcuts`: supports from p to c although p also supports c through at most five others.
    - `used_twice`: claims that are premises of several links. `two_faced`: (claim, target) where the claim both
      supports and attacks the target.
    - `sides`: one-sidedness of the first 100 main claims. `crowded`: claims and links with more than 7 links on them.
    - `deep`: claims more than 6 links down the outline.
    """

    claims: int
    links: int
    supports: int
    attacks: int
    undercuts: int
    linked: int
    depth: int
    theses: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    stray: tuple[str, ...]
    unsupported: tuple[str, ...]
    circles: tuple[Circle, ...]
    shortcuts: tuple[str, ...]
    used_twice: tuple[str, ...]
    two_faced: tuple[tuple[str, str], ...]
    sides: tuple[Side, ...]
    crowded: tuple[str, ...]
    deep: tuple[str, ...]

    @property
    def components(self) -> int:
        """In how many parts the map falls."""
        return len(self.parts)


def structure(argmap: ArgMap) -> Structure:
    """Return the structure of a map. O(n log n) for n claims and links, shortcuts and sides as far as they are bounded.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> links = (Link(id="r", premises=("p", "q"), kind="supports", target="c"),)
    >>> found = structure(ArgMap(title="", claims=tuple(Claim(id=n, text=n) for n in "cpq"), links=links))
    >>> found.theses, found.linked, found.depth, found.sides[0].share
    (('c',), 1, 1, 0.0)
    """
    import networkx as nx

    net = network(argmap)
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(net.names)))
    graph.add_edges_from((x, y) for x, row in enumerate(net.bears) for y in row)
    depths = outline(argmap).depths
    kinds = Counter(link.kind for link in argmap.links)
    main = [net.index[name] for name in theses(argmap)]
    return Structure(
        claims=len(argmap.claims),
        links=len(argmap.links),
        supports=kinds["supports"],
        attacks=kinds["attacks"],
        undercuts=kinds["undercuts"],
        linked=sum(len(set(link.premises)) > 1 for link in argmap.links),
        depth=max(depths.values(), default=0),
        theses=theses(argmap),
        parts=_parts(net, graph),
        stray=_named(net, _stray(net, graph, main)),
        unsupported=_named(net, [x for x in range(net.n) if _is_open(net, x) and not net.reasons[x]]),
        circles=circles(net, graph),
        shortcuts=_named(net, _shortcuts(net)),
        used_twice=_named(net, [x for x in range(net.n) if len(net.bears[x]) > 1]),
        two_faced=_two_faced(argmap),
        sides=tuple(_side(net, x) for x in main[:MOST_SIDES]),
        crowded=_named(net, [x for x in range(len(net.names)) if _links_on(net, x) > MOST_LINKS]),
        deep=tuple(claim.id for claim in argmap.claims if depths[claim.id] > MOST_DEPTH),
    )


def _named(net: Network, items: Sequence[int]) -> tuple[str, ...]:
    return tuple(net.names[x] for x in items)


def _is_open(net: Network, x: int) -> bool:
    return not net.given[x] and not net.rejected[x]


def _links_on(net: Network, x: int) -> int:
    return len(net.against[x]) + (len(net.reasons[x]) if x < net.n else 0)


def _parts(net: Network, graph: nx.DiGraph[int]) -> tuple[tuple[str, ...], ...]:
    import networkx as nx

    parts = sorted(sorted(part) for part in nx.weakly_connected_components(graph))
    return tuple(_named(net, [x for x in part if x < net.n]) for part in parts)


def _stray(net: Network, graph: nx.DiGraph[int], main: Sequence[int]) -> list[int]:
    """Return the claims from which no main claim can be reached."""
    import networkx as nx

    if not main:
        return []
    bearing = {x for layer in nx.bfs_layers(graph.reverse(copy=False), list(main)) for x in layer}
    return [x for x in range(net.n) if x not in bearing]


def _shortcuts(net: Network) -> list[int]:
    """Return the supporting links with one premise whose target that premise also supports by a detour."""
    found = []
    for x in range(net.n):
        first = {link: net.bears[link][0] for link in net.bears[x] if not net.counter[link]}
        if len(first) > 1:
            beyond = _beyond(net, set(first.values()) - {x})
            found += [link for link, y in first.items() if y in beyond and y != x and len(net.reasons[link]) == 1]
    return sorted(found)


def _beyond(net: Network, front: set[int]) -> set[int]:
    """Return the claims that claims in front support in the end, in a few steps."""
    seen: set[int] = set()
    for _ in range(SHORTCUT - 1):
        front = {net.bears[link][0] for x in front for link in net.bears[x] if not net.counter[link]} - seen
        seen |= front
    return seen


def _two_faced(argmap: ArgMap) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a claim and a target that it both supports and attacks."""
    kinds: dict[tuple[str, str], set[str]] = {}
    for link in argmap.links:
        for premise in link.premises:
            kinds.setdefault((premise, link.target), set()).add(link.kind)
    return tuple(pair for pair, both in kinds.items() if {"supports", "attacks"} <= both)


def _side(net: Network, x: int) -> Side:
    links = [y for y in bearing(net, x) if y >= net.n]
    return Side(net.names[x], len(links), sum(net.counter[y] for y in links))
