"""Looking up what elements call each other."""

from __future__ import annotations

from functools import cached_property
from itertools import chain

from argmap.model import with_undercuts
from argmap.near import nearest
from argmap.yamltree import span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.document.assemble import Assembler
    from argmap.document.records import Reference
    from argmap.model import Link

_MANY = 50  # near misses are looked for so many times; each costs a walk over all names


class Resolver:
    """Checks every reference of a map that is otherwise read, and settles which links it has."""

    def __init__(self, home: Assembler) -> None:
        self.home = home
        self.claims = home.claim_rows
        self.groups = dict.fromkeys(sorted(group.id for group in home.group_rows))
        self.sources = dict.fromkeys(sorted(source.id for source in home.source_rows))
        self.links: dict[str, tuple[Link, int]] = {}
        self.misses = 0

    def resolve(self, links: list[tuple[Link, int]]) -> tuple[Link, ...]:
        """Tell of every name that names nothing; return the links that can be used, in order."""
        for link, place in links:
            self._register(link, place)
        self.home.element = ""
        for reference in self.home.references:
            self._look_up(reference)
        found = [link for link, _ in self.links.values()]
        useless = with_undercuts(found, (link.id for link in found if not self._usable(link)))
        return tuple(link for link in found if link.id not in useless)

    def _usable(self, link: Link) -> bool:
        claims = self.claims
        single = len(link.premises) == 1
        fits = link.premises[0] in claims if single else all(name in claims for name in link.premises)
        if link.kind == "undercuts":
            return fits and link.target in self.links and link.target != link.id
        return fits and link.target in claims and link.target not in link.premises

    def _register(self, link: Link, place: int) -> None:
        """Note a link; tell if its id is taken, or if it bears on itself."""
        name = link.id
        if link.named and name in self.claims:
            hint = f"the claim is on line {self.home.line(self.home.claim_places[name])}; give the link another id"
            self._tell("AM116", f"'{name}' is the id of a claim already", place, name, hint)
        elif name in self.links:
            self._twice(link, place)
        else:
            self.links[name] = (link, place)
            if link.target == name if link.kind == "undercuts" else link.target in link.premises:
                what = f"'{link.target}' bears on itself"
                if link.kind == "undercuts":
                    what = "a link cannot undercut itself"
                where = self.home.places_of.span(name, link.kind)
                self.home.collector.add("AM117", what, where, "name another target, or other premises", name)

    def _tell(self, code: str, message: str, place: int, element: str, hint: str) -> None:
        self.home.collector.add(code, message, span(place, self.home.collector.source), hint, element)

    def _twice(self, link: Link, place: int) -> None:
        first = self.home.line(self.links[link.id][1])
        if link.named:
            hint = f"the first is on line {first}; rename one"
            self._tell("AM116", f"two links are called '{link.id}'", place, link.id, hint)
        else:
            hint = f"the first is on line {first}; delete one, or give one an `id` if they are two steps"
            self._tell("AM120", f"this link is there already: {link.id}", place, link.id, hint)

    def _look_up(self, reference: Reference) -> None:
        name, want = reference.name, reference.want
        if want == "claim" and name not in self.claims:
            self._no_claim(reference)
        elif want == "link" and name not in self.links:
            self._no_link(reference)
        elif want == "claim or link" and name not in self.claims and name not in self.links:
            self._missing("AM110", "claim or link", reference, (self.claims, self.links))
        elif want == "group" and name not in self.groups:
            self._missing("AM112", "group", reference, (self.groups,), f"add `{name}: ...` under `groups`")
        elif want == "source" and name not in self.sources:
            self._missing("AM113", "source", reference, (self.sources,), f"add `{name}: ...` under `sources`")

    def _no_claim(self, reference: Reference) -> None:
        if reference.name in self.links:
            hint = "to object to a link write `undercuts`; to support it, support its premises"
            message = f"'{reference.name}' is a link, and `{reference.key}` needs a claim"
            self._add("AM115", message, reference, hint)
            return
        self._missing("AM110", "claim", reference, (self.claims,), f"add `{reference.name}: ...` under `claims`")

    def _no_link(self, reference: Reference) -> None:
        if reference.name in self.claims:
            hint = "to deny the claim write `attacks`"
            if reference.name in self.first_links:
                hint += f"; to object to a step write its id, such as `{self.first_links[reference.name]}`"
            message = f"'{reference.name}' is a claim, and `undercuts` needs a link"
            self._add("AM114", message, reference, hint)
            return
        self._missing("AM111", "link", reference, (self.links,))

    @cached_property
    def first_links(self) -> dict[str, str]:
        """The id of the first link of each claim, as its target or as one of its premises."""
        found: dict[str, str] = {}
        for link, _ in self.links.values():
            for name in (link.target, *link.premises):
                found.setdefault(name, link.id)
        return found

    def _missing(
        self, code: str, what: str, reference: Reference, names: tuple[Collection[str], ...], fallback: str = ""
    ) -> None:
        """Tell of a name that is in none of these collections, with one like it that is, else with the fallback."""
        near = nearest(reference.name, chain(*names)) if self.misses < _MANY else ""
        self.misses += 1
        if near:
            hint = f"a {what} with a similar name exists: '{near}'"
        else:
            hint = fallback or ("" if any(names) else f"the map has no {what}s")
        self._add(code, f"no {what} is called '{reference.name}'", reference, hint)

    def _add(self, code: str, message: str, reference: Reference, hint: str) -> None:
        self._tell(code, message, reference.place, reference.element, hint)
