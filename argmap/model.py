"""What a map is made of: claims, links, groups, sources, steps. Frozen values that compare by content.

The names are those of the map file. One word differs because Python reserves it: the key `from` of a link is the
field `premises`. What a thing may be left without is an empty tuple or an empty text, and None only where
every number is a real answer (credence, strength).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from dataclasses import dataclass, field
    from typing import Literal

    from argmap.graph import Graph, View

    Kind = Literal["supports", "attacks", "undercuts"]
    Status = Literal["given", "open", "rejected"]
    Basis = Literal["cue", "context", "analyst"]
    Place = int | str  # a paragraph number, or a place in words such as "p. 12"
else:
    from argmap.frozen import dataclass, field

KINDS: tuple[Kind, ...] = ("supports", "attacks", "undercuts")
STATUSES: tuple[Status, ...] = ("given", "open", "rejected")
BASES: tuple[Basis, ...] = ("cue", "context", "analyst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement that somebody could accept or deny.

    `status` is what the author declared, "" if nothing: ArgMap.status tells what then holds. `quote` holds verbatim
    passages; `at` holds one place for all of them or one place each. `credence` is a probability from 0 to 1.
    """

    id: str
    text: str
    group: str = ""
    tags: tuple[str, ...] = ()
    status: Status | Literal[""] = ""
    credence: float | None = None
    implicit: bool = False
    kind: str = ""
    quote: tuple[str, ...] = ()
    at: tuple[Place, ...] = ()
    source: str = ""
    by: str = ""
    note: str = ""
    url: str = ""
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step: premises that together support or attack a claim, or undercut a link.

    Several premises are linked: they work only together. Several links to one target are convergent. `named` tells
    whether the author wrote the id; otherwise it is made from the parts (see link_id). `strength` runs from 0 to 1.
    """

    id: str
    premises: tuple[str, ...]
    kind: Kind
    target: str
    named: bool = False
    scheme: str = ""
    cue: str = ""
    basis: Basis | Literal[""] = ""
    strength: float | None = None
    note: str = ""
    quote: tuple[str, ...] = ()
    at: tuple[Place, ...] = ()
    source: str = ""
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A part of the map under one title; `color` is a CSS hexadecimal colour or ""."""

    id: str
    title: str
    color: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that is mapped. `id` is "" for the only source; `skip` title paragraphs are not numbered."""

    id: str = ""
    title: str = ""
    author: str = ""
    year: str = ""
    publisher: str = ""
    url: str = ""
    file: str = ""
    note: str = ""
    skip: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a presentation: the claims (or links) it shows, and what the speaker says."""

    show: tuple[str, ...]
    say: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What the author expects of the evaluation; the names of the fields are the labels."""

    stands: tuple[str, ...] = ()
    falls: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgMap:
    """A whole map. The order of the tuples is the order of the author's file, and the order of everything.

    >>> rain = ArgMap(title="Rain", claims=(Claim(id="wet", text="The street is wet."),))
    >>> rain.claim("wet").text
    'The street is wet.'
    """

    title: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    groups: tuple[Group, ...] = ()
    description: str = ""
    license: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    language: str = "en"
    thesis: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    expect: Expect = Expect()
    steps: tuple[Step, ...] = ()
    _claims: Mapping[str, Claim] = field(init=False, repr=False, compare=False)
    _links: Mapping[str, Link] = field(init=False, repr=False, compare=False)
    _supported: frozenset[str] = field(init=False, repr=False, compare=False)
    _ends: dict[str, str] = field(init=False, repr=False, compare=False)  # what links bear on, once it was asked

    def __post_init__(self) -> None:
        object.__setattr__(self, "_claims", {claim.id: claim for claim in self.claims})
        object.__setattr__(self, "_links", {link.id: link for link in self.links})
        supported = frozenset(link.target for link in self.links if link.kind == "supports")
        object.__setattr__(self, "_supported", supported)
        object.__setattr__(self, "_ends", {})

    def claim(self, name: str) -> Claim:
        """Return the claim with that id. Raises KeyError if there is none. O(1)."""
        return self._claims[name]

    def link(self, name: str) -> Link:
        """Return the link with that id, written or derived. Raises KeyError if there is none. O(1)."""
        return self._links[name]

    def is_claim(self, name: str) -> bool:
        """Return whether a claim has that id."""
        return name in self._claims

    def is_link(self, name: str) -> bool:
        """Return whether a link has that id, written or derived."""
        return name in self._links

    def status(self, name: str) -> Status:
        """Return the declared status of a claim, else `open` if some link supports it and `given` if none does."""
        return self._claims[name].status or ("open" if name in self._supported else "given")

    def target_claim(self, link: Link) -> str:
        """Return the claim a link bears on in the end: its target, or for an undercut that of the link it undercuts.

        Undercuts of undercuts are followed down. In a circle of undercuts (legal, if odd) the walk ends at "". O(1) for
        each link, when all are asked for.
        """
        if link.kind != "undercuts":
            return link.target
        passed: dict[str, None] = {}
        name = link.target
        while name in self._links and name not in self._ends and name not in passed:
            passed[name] = None
            hit = self._links[name]
            if hit.kind != "undercuts":
                self._ends[name] = hit.target
            else:
                name = hit.target
        end = self._ends.get(name, "")
        self._ends.update(dict.fromkeys(passed, end))
        return end

    def to_networkx(self, view: View = "arguments") -> Graph:
        """Return the map as a NetworkX graph of claims and links, or of claims only; see `argmap.graph`."""
        from argmap.graph import to_networkx

        return to_networkx(self, view)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 - the arguments are Jupyter's protocol
        """Return what Jupyter shows where a cell ends in a map; see `argmap.notebook`."""
        from argmap.notebook import mimebundle

        return mimebundle(self)


def link_id(premises: tuple[str, ...], kind: Kind, target: str) -> str:
    """Return the id of a link that has none of its own.

    >>> link_id(("turnout", "raises"), "supports", "compulsory")
    'turnout+raises supports compulsory'
    """
    return f"{'+'.join(premises)} {kind} {target}"


def with_undercuts(links: Iterable[Link], gone: Iterable[str]) -> set[str]:
    """Return the ids of links that are gone, of all that undercut one of them, of what undercuts those ... O(links).

    >>> cut = Link(id="u", premises=("c",), kind="undercuts", target="r")
    >>> sorted(with_undercuts([cut], ["r"])), with_undercuts([cut], [])
    (['r', 'u'], set())
    """
    found = set(gone)
    if not found:
        return found
    undercuts: dict[str, list[str]] = {}
    for link in links:
        if link.kind == "undercuts":
            undercuts.setdefault(link.target, []).append(link.id)
    waiting = list(found)
    while waiting:
        fresh = [name for name in undercuts.get(waiting.pop(), ()) if name not in found]
        found.update(fresh)
        waiting += fresh
    return found


def web_address(url: str) -> str:
    """Return an address if it is one that a figure or document may link to (http, https), else "".

    >>> web_address("https://example.org"), web_address("javascript:alert(1)")
    ('https://example.org', '')
    """
    return url if url.startswith(("https://", "http://")) else ""
