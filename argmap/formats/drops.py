"""What is left of a map when a format cannot say something: links split, softened, left out; ids made anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.formats.ids import Ids, ids_of
from argmap.formats.naming import Parts, nameless
from argmap.model import Expect, link_id, with_undercuts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from argmap.model import ArgMap, Link


def drop_links(argmap: ArgMap, test: Callable[[ArgMap, Link], bool]) -> ArgMap:
    """Return the map without the links that pass the test, and without what then undercuts nothing. O(links)."""
    return _without(argmap, with_undercuts(argmap.links, (link.id for link in argmap.links if test(argmap, link))))


def _without(argmap: ArgMap, gone: Collection[str]) -> ArgMap:
    if not gone:
        return argmap
    return replace(
        argmap,
        links=tuple(link for link in argmap.links if link.id not in gone),
        steps=tuple(replace(step, show=tuple(x for x in step.show if x not in gone)) for step in argmap.steps),
    )


def split_linked(argmap: ArgMap) -> ArgMap:
    """Return the map with one link for each premise; what undercut the whole step undercuts its first link."""
    links: list[Link] = []
    heirs: dict[str, str] = {}
    for link in argmap.links:
        if len(link.premises) == 1:
            links.append(link)
            continue
        for premise in link.premises:
            name = link_id((premise,), link.kind, link.target)
            heirs.setdefault(link.id, name)
            links.append(replace(link, id=name, premises=(premise,), named=False))
    if not heirs:
        return argmap
    inherited = _apply(replace(argmap, links=tuple(links)), heirs, None)  # an heir may hit an heir: so before any
    return _distinct(renamed(inherited, {}))  # id is derived anew


def _distinct(argmap: ArgMap) -> ArgMap:
    """Give a written id to each link whose derived id an earlier link has; what undercuts that id hits the first."""
    ids = Ids([*(claim.id for claim in argmap.claims), *(link.id for link in argmap.links)])
    seen: set[str] = set()
    links: list[Link] = []
    for link in argmap.links:
        links.append(replace(link, id=ids.unique("link"), named=True) if link.id in seen else link)
        seen.add(link.id)
    return replace(argmap, links=tuple(links))


def soften_undercuts(argmap: ArgMap) -> ArgMap:
    """Return the map with every undercut made an attack on the first premise of the link that it undercuts.

    For formats that know no undercuts but are read by people: the objection stays beside what it is about.
    """
    links: list[Link] = []
    for link in argmap.links:
        if link.kind == "undercuts":
            hit = argmap.link(link.target).premises[0] if argmap.is_link(link.target) else ""
            if hit and link.premises != (hit,):
                links.append(replace(link, kind="attacks", target=hit))
        else:
            links.append(link)
    kept = {link.id for link in links}
    return _without(replace(argmap, links=tuple(links)), {link.id for link in argmap.links} - kept)


def unnamed(argmap: ArgMap) -> ArgMap:
    """Return the map with the ids that links have when nobody names them (see naming.nameless). O(links)."""
    place = {link.id: at for at, link in enumerate(argmap.links)}
    rows = [
        Parts(
            link.premises, link.kind, place.get(link.target, link.target) if link.kind == "undercuts" else link.target
        )
        for link in argmap.links
    ]
    fresh = nameless(rows, [claim.id for claim in argmap.claims])
    names = {link.id: name for link, (name, _) in zip(argmap.links, fresh, strict=True)}
    return renamed(argmap, names, {link.id for link, (_, named) in zip(argmap.links, fresh, strict=True) if named})


def _is_undercut(argmap: ArgMap, link: Link) -> bool:
    return link.kind == "undercuts" and argmap.is_link(link.target)


def renamed(argmap: ArgMap, names: Mapping[str, str], named: Collection[str] | None = None) -> ArgMap:
    """Return the map with claims, groups and links called by other ids wherever they are named.

    `names` maps old ids to new ones; derived ids follow their parts. `named`, if given, holds the old ids of the links
    whose new ids are to stand in the file; else links are named as they were. O(size of the map).
    """
    known = dict(names)
    for link in _targets_first(argmap):
        if not link.named and link.id not in names:
            premises = tuple(known.get(x, x) for x in link.premises)
            known[link.id] = link_id(premises, link.kind, known.get(link.target, link.target))
    return _apply(argmap, known, named)


def _targets_first(argmap: ArgMap) -> Iterable[Link]:
    """Yield every link after the link that it undercuts; links of a circle come last."""
    pending: dict[str, list[Link]] = {}
    ready: list[Link] = []
    for link in argmap.links:
        if _is_undercut(argmap, link):
            pending.setdefault(link.target, []).append(link)
        else:
            ready.append(link)
    for link in ready:  # the list grows while it is read
        ready.extend(pending.pop(link.id, ()))
    return (*ready, *(link for links in pending.values() for link in links))


def _apply(argmap: ArgMap, names: Mapping[str, str], named: Collection[str] | None) -> ArgMap:
    def new(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names.get(x, x) for x in ids)

    def link_of(link: Link) -> Link:
        written = link.named if named is None else link.id in named
        target = names.get(link.target, link.target)
        return replace(link, id=names.get(link.id, link.id), premises=new(link.premises), target=target, named=written)

    expect = argmap.expect
    return replace(
        argmap,
        claims=tuple(replace(claim, id=names.get(claim.id, claim.id)) for claim in argmap.claims),
        links=tuple(link_of(link) for link in argmap.links),
        thesis=new(argmap.thesis),
        expect=Expect(stands=new(expect.stands), falls=new(expect.falls), contested=new(expect.contested)),
        steps=tuple(replace(step, show=new(step.show)) for step in argmap.steps),
    )


def claims_called_by_text(argmap: ArgMap) -> ArgMap:
    """Return the map with the ids for claims that are made from their texts, as readers of formats without ids do.

    A link whose written id a claim now needs gets another one.
    """
    names = new_claim_ids(argmap)
    if all(old == new for old, new in names.items()):
        return argmap
    ids = Ids([*names, *names.values(), *(link.id for link in argmap.links)])
    needed = set(names.values())
    away = {link.id: ids.unique(link.id) for link in argmap.links if link.named and link.id in needed}
    return renamed(renamed(argmap, away), names) if away else renamed(argmap, names)


def new_claim_ids(argmap: ArgMap) -> dict[str, str]:
    """Return for each claim the id that is made from its text."""
    return dict(zip((x.id for x in argmap.claims), ids_of(x.text for x in argmap.claims), strict=True))


def groups_called_by_title(argmap: ArgMap) -> ArgMap:
    """Return the map with the ids for groups that are made from their titles."""
    names = new_group_ids(argmap)
    return replace(
        argmap,
        groups=tuple(replace(group, id=names[group.id]) for group in argmap.groups),
        claims=tuple(replace(claim, group=names.get(claim.group, claim.group)) for claim in argmap.claims),
    )


def new_group_ids(argmap: ArgMap) -> dict[str, str]:
    """Return for each group the id that is made from its title."""
    return dict(zip((x.id for x in argmap.groups), ids_of((x.title for x in argmap.groups), "group"), strict=True))
