"""The last steps of readers of graphs: links that lead nowhere are left out, the rest get ids, names are checked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

from argmap.formats.ids import Ids, is_id
from argmap.formats.reading import DANGLING, LEFT_OUT
from argmap.model import Expect, Link, link_id

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence

    from argmap.formats.notes import Notes, Where
    from argmap.model import ArgMap, Kind

LONGEST: Final = 300  # characters of a derived id in a file of others; a step whose id would be longer gets a number


@dataclass(slots=True, frozen=True)
class Draft:
    """A link before it has its id.

    `premises` and `target` are keys of claims; for an undercut, `target` is the key of the draft that it undercuts.
    `name` is the id it should get, "" for one derived from its parts; `fields` are further arguments for Link.
    """

    key: Hashable
    kind: Kind
    premises: tuple[Hashable, ...]
    target: Hashable
    name: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    where: Where = ()


def connected(drafts: Sequence[Draft], notes: Notes) -> list[Draft]:
    """Return the drafts without claims that bear on themselves and undercuts that bear on no link, each noted. O(n)."""
    rows = [_without_loop(draft, notes) for draft in drafts]
    kept = {row.key: row for row in rows if row.premises and row.target != row.key}
    pending: dict[Hashable, list[Draft]] = {}
    for row in rows:
        if row.kind == "undercuts":
            pending.setdefault(row.target, []).append(row)
    dead = [row.key for row in rows if row.key not in kept]
    dead += sorted(pending.keys() - {row.key for row in rows}, key=str)
    for key in dead:  # the list grows while it is read
        for row in pending.get(key, ()):
            if kept.pop(row.key, None):
                dead.append(row.key)
                notes.add(LEFT_OUT, "an undercut bears on a step that was left out; it was left out too", row.where)
    return list(kept.values())


def _without_loop(draft: Draft, notes: Notes) -> Draft:
    if draft.target == draft.key:
        notes.add(LEFT_OUT, "a step undercuts itself; it was left out", draft.where)
    if draft.kind == "undercuts" or draft.target not in draft.premises:
        return draft
    others = tuple(x for x in draft.premises if x != draft.target)
    what = "that premise" if others else "the link"
    notes.add(LEFT_OUT, f"a claim {draft.kind} itself, which no map can say; {what} was left out", draft.where)
    return replace(draft, premises=others)


def name_links(drafts: Sequence[Draft], claims: Mapping[Any, str], *, longest: int = LONGEST) -> tuple[Link, ...]:
    """Return the links of the drafts, in their order; `claims` gives the ids of claims by their keys. O(n).

    A link gets the id it wishes for if that is legal; else the id derived from its parts; else, where an earlier link
    has the same parts, where undercuts run in a circle or where that id would be very long, a number: `link-1`.
    """
    names: dict[Hashable, str] = {}
    ids = Ids([*claims.values()])
    for draft in drafts:
        if draft.name and is_id(draft.name):
            names[draft.key] = ids.unique(normalize("NFC", draft.name))
    named, derived = set(names), set[str]()
    for draft in _targets_first(drafts, named):
        if draft.key not in names:
            name = _derived(draft, claims, names) if len(draft.premises) < longest else ""
            if not name or len(name) > longest or name in derived:
                name = ids.unique("link-1")
                named.add(draft.key)
            names[draft.key] = name
            derived.add(name)
    return tuple(_link(draft, claims, names, named=draft.key in named) for draft in drafts)


def _targets_first(drafts: Sequence[Draft], named: set[Hashable]) -> Iterator[Draft]:
    """Yield every draft after the one it undercuts, if that gets no name of its own; those of circles come last."""
    waiting: dict[Hashable, list[Draft]] = {}
    ready: list[Draft] = []
    for draft in drafts:
        if draft.kind == "undercuts" and draft.target not in named:
            waiting.setdefault(draft.target, []).append(draft)
        else:
            ready.append(draft)
    done: set[Hashable] = set()
    for start in (*ready, *drafts):
        queue = [start]
        for draft in queue:  # the list grows while it is read
            if draft.key not in done:
                done.add(draft.key)
                yield draft
                queue.extend(waiting.get(draft.key, ()))


def _derived(draft: Draft, claims: Mapping[Any, str], names: Mapping[Hashable, str]) -> str:
    """Return the id made from the parts, "" if its target has no id yet."""
    target = names.get(draft.target, "") if draft.kind == "undercuts" else claims[draft.target]
    return link_id(tuple(claims[key] for key in draft.premises), draft.kind, target) if target else ""


def _link(draft: Draft, claims: Mapping[Any, str], names: Mapping[Hashable, str], *, named: bool) -> Link:
    return Link(
        id=names[draft.key],
        premises=tuple(claims[key] for key in draft.premises),
        kind=draft.kind,
        target=names[draft.target] if draft.kind == "undercuts" else claims[draft.target],
        named=named,
        **draft.fields,
    )


def settled(argmap: ArgMap, notes: Notes) -> ArgMap:
    """Return the map without names of claims, links, groups and sources that are not there, each noted. O(size)."""
    known = frozenset(claim.id for claim in argmap.claims)
    groups = {group.id for group in argmap.groups} | {""}
    sources = {source.id for source in argmap.sources} | {""}

    def there(name: str, those: Container[str], what: str) -> str:
        if name in those:
            return name
        notes.add(DANGLING, f"there is no {what} '{name}'; the reference was left out")
        return ""

    def claims(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if there(name, known, "claim"))

    labelled: set[str] = set()

    def expected(names: Iterable[str]) -> tuple[str, ...]:
        fresh = tuple(name for name in claims(names) if name not in labelled)
        labelled.update(fresh)
        return fresh

    def elements(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if argmap.is_link(name) or there(name, known, "claim or link"))

    return replace(
        argmap,
        claims=tuple(
            claim
            if claim.group in groups and claim.source in sources
            else replace(
                claim, group=there(claim.group, groups, "group"), source=there(claim.source, sources, "source")
            )
            for claim in argmap.claims
        ),
        links=tuple(
            link if link.source in sources else replace(link, source=there(link.source, sources, "source"))
            for link in argmap.links
        ),
        thesis=claims(argmap.thesis),
        expect=Expect(
            stands=expected(argmap.expect.stands),
            falls=expected(argmap.expect.falls),
            contested=expected(argmap.expect.contested),
        ),
        steps=tuple(replace(step, show=shown) for step in argmap.steps if (shown := elements(step.show))),
    )
