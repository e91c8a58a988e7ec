"""What changed between two versions of one map, and what that did to the labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis.labels import labels
from argmap.analysis.match import match
from argmap.order import outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.model import ArgMap, Link


class Alteration(NamedTuple):
    """Something that both versions have, with another value. `name` is its id in the new version."""

    name: str
    before: str
    after: str


class Regrouping(NamedTuple):
    """Links of one kind on one target whose premises were put together in another way: old link ids, new link ids."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """The differences between two versions, in file order; ids are those of the new version but for what was removed.

    Claims: `added`, `removed`, `renamed` (another id), `reworded`, `moved` (under another claim: the ids of the claim
    above, "" for the top), `restated` (another status). Links: `added_links`, `removed_links`, `flipped` (the same
    premises and target, another kind), `regrouped`. `relabelled`: claims in both versions whose label is another one.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[Alteration, ...]
    reworded: tuple[Alteration, ...]
    moved: tuple[Alteration, ...]
    restated: tuple[Alteration, ...]
    added_links: tuple[str, ...]
    removed_links: tuple[str, ...]
    flipped: tuple[Alteration, ...]
    regrouped: tuple[Regrouping, ...]
    relabelled: tuple[Alteration, ...]

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return any(getattr(self, name) for name in self.__slots__)


def diff(old: ArgMap, new: ArgMap) -> Diff:
    """Return what changed from one version of a map to the next.

    Claims are matched by id, else by text (see `match`), so that a new id alone is not an addition and a removal.

    >>> from dataclasses import replace
    >>> from argmap.model import ArgMap, Claim, Link
    >>> link = Link(id="r", premises=("p",), kind="supports", target="c")
    >>> old = ArgMap(title="", claims=(Claim(id="c", text="C."), Claim(id="p", text="P.")), links=(link,))
    >>> found = diff(old, replace(old, links=(replace(link, kind="attacks"),)))
    >>> found.flipped
    (Alteration(name='r', before='supports', after='attacks'),)
    >>> found.relabelled
    (Alteration(name='c', before='stands', after='falls'),)
    """
    found = match(old, new)
    names = found.pairs
    was = {name: old_name for old_name, name in names.items()}
    both = [(was[claim.id], claim.id) for claim in new.claims if claim.id in was]
    before, after = labels(old).claims, labels(new).claims
    above = outline(old).parent, outline(new).parent
    links = _Links(old, new, names)
    return Diff(
        added=found.right,
        removed=found.left,
        renamed=_altered((a, b, b) for a, b in both),
        reworded=_altered((old.claim(a).text, b, new.claim(b).text) for a, b in both),
        moved=tuple(
            Alteration(b, above[0][a], above[1][b])
            for a, b in both
            if (names.get(above[0][a]) if above[0][a] else "") != above[1][b]
        ),
        restated=_altered((old.status(a), b, new.status(b)) for a, b in both),
        added_links=tuple(link.id for link in links.new.values()),
        removed_links=tuple(link.id for link in links.old.values()),
        flipped=tuple(links.flipped),
        regrouped=tuple(links.regrouped),
        relabelled=_altered((before[a].label, b, after[b].label) for a, b in both),
    )


def _altered(rows: Iterable[tuple[str, str, str]]) -> tuple[Alteration, ...]:
    return tuple(Alteration(name, before, after) for before, name, after in rows if before != after)


class _Links:
    """The links of both versions, paired off. What is left in `old` was removed, what is left in `new` was added."""

    def __init__(self, old: ArgMap, new: ArgMap, names: Mapping[str, str]) -> None:
        self.names = names
        self.old = {link.id: link for link in old.links}
        self.new = {link.id: link for link in new.links}
        self.mate: dict[str, str] = {}  # old link -> new link
        self.same = {  # undercuts that have kept their id and premises; their targets may run in a circle
            link.id: link.id
            for link in old.links
            if link.kind == "undercuts" and link.id in self.new and self._kept(link, self.new[link.id])
        }
        self.flipped: list[Alteration] = []
        self.regrouped: list[Regrouping] = []
        self._pair_off()
        self._flip()
        self._pair_off()
        self._regroup()
        self._pair_off()

    def _kept(self, link: Link, twin: Link) -> bool:
        return twin.kind == link.kind and frozenset(twin.premises) == self._premises(link)

    def _target(self, link: Link) -> str | None:
        """Return what the target of an old link is called in the new version, None if it is not there."""
        if link.kind != "undercuts":
            return self.names.get(link.target)
        return self.mate.get(link.target) or self.same.get(link.target)

    def _premises(self, link: Link) -> frozenset[str]:
        """Return the premises of an old link by their new names; those that are gone keep theirs, marked."""
        return frozenset(self.names.get(premise, f"{premise} (gone)") for premise in link.premises)

    def _pair_off(self) -> None:
        """Take links that are the same in both versions off the lists, and then what undercuts them, and so on."""
        rows: dict[object, list[Link]] = {}
        for link in self.new.values():
            rows.setdefault((frozenset(link.premises), link.kind, link.target), []).append(link)
        paired = True
        while paired:
            paired = False
            for link in tuple(self.old.values()):
                twins = rows.get((self._premises(link), link.kind, self._target(link)), [])
                if twins:
                    twin = next((one for one in twins if one.id == link.id), twins[0])
                    twins.remove(twin)
                    self._take([link], [twin])
                    paired = True

    def _take(self, old: list[Link], new: list[Link]) -> None:
        """Take links that belong together off the lists."""
        for link in old:
            del self.old[link.id]
            self.mate[link.id] = new[0].id
        for link in new:
            del self.new[link.id]

    def _flip(self) -> None:
        """Find links with another kind."""
        rows: dict[object, list[Link]] = {}
        for link in self.new.values():
            rows.setdefault((frozenset(link.premises), link.target), []).append(link)
        for link in tuple(self.old.values()):
            if twins := rows.get((self._premises(link), self._target(link)), []):
                twin = twins.pop(0)
                self.flipped.append(Alteration(twin.id, link.kind, twin.kind))
                self._take([link], [twin])

    def _regroup(self) -> None:
        """Find links of one kind on one target whose premises overlap."""
        olds: dict[object, list[Link]] = {}
        news: dict[object, list[Link]] = {}
        for link in self.old.values():
            olds.setdefault((link.kind, self._target(link)), []).append(link)
        for link in self.new.values():
            news.setdefault((link.kind, link.target), []).append(link)
        for key, rows in olds.items():
            others = news.get(key, [])
            while rows and others:
                before, after = self._cluster(rows, others)
                if after:
                    self.regrouped.append(Regrouping(tuple(x.id for x in before), tuple(x.id for x in after)))
                    self._take(before, after)

    def _cluster(self, olds: list[Link], news: list[Link]) -> tuple[list[Link], list[Link]]:
        """Take the first old link off its list, and what hangs together with it by shared premises off both."""
        before, after = [olds.pop(0)], news[:0]
        premises = set(self._premises(before[0]))
        while True:
            more_old = [one for one in olds if premises & self._premises(one)]
            more_new = [one for one in news if premises.intersection(one.premises)]
            if not more_old and not more_new:
                return before, after
            before += more_old
            after += more_new
            premises.update(*map(self._premises, more_old), *(one.premises for one in more_new))
            olds[:] = [one for one in olds if one not in more_old]
            news[:] = [one for one in news if one not in more_new]
