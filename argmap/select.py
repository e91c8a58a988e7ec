"""Parts of a map: to a depth, around a claim, one group. What is left is a map again, with the numbers of the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.diagnostics import UsageError
from argmap.model import with_undercuts
from argmap.near import nearest_names

if TYPE_CHECKING:
    from argmap.model import ArgMap, Link
    from argmap.order import Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which part of a map is wanted; what is left out is not limited by.

    `depth`: levels shown, 1 = the theses alone. `focus`: the id or number of a claim; it, all that bears on it, and its
    way up to the thesis are kept. `group`: the id or title of a group.
    """

    depth: int | None = None
    focus: str = ""
    group: str = ""


def find_claim(argmap: ArgMap, order: Outline, name: str) -> str:
    """Return the id of the claim that is called so, by id or by number. Raises UsageError, naming the nearest ones.

    >>> from argmap import ArgMap, Claim, outline
    >>> rain = ArgMap(title="", claims=(Claim(id="wet", text="The street is wet."),))
    >>> find_claim(rain, outline(rain), "1")
    'wet'
    """
    if argmap.is_claim(name):
        return name
    for claim, number in order.numbers.items():
        if number == name:
            return claim
    raise UsageError(f"no claim is called '{name}'{nearest_names(name, [claim.id for claim in argmap.claims])}")


def find_group(argmap: ArgMap, name: str) -> str:
    """Return the id of the group with that id or title. Raises UsageError, naming the nearest ones."""
    for group in argmap.groups:
        if name in {group.id, group.title}:
            return group.id
    if not argmap.groups:
        raise UsageError(f"no group is called '{name}': the map has no groups")
    raise UsageError(f"no group is called '{name}'{nearest_names(name, [group.id for group in argmap.groups])}")


def select(argmap: ArgMap, order: Outline, selection: Selection) -> ArgMap:
    """Return the part of a map that a selection names. O(claims + links). Raises UsageError for unknown names.

    A link stays if all its premises and its target do; what undercuts a link that goes, goes.
    """
    kept = {claim.id for claim in argmap.claims}
    if selection.depth is not None:
        if selection.depth < 1:
            raise UsageError("the depth is at least 1: the theses alone")
        kept &= {name for name, depth in order.depths.items() if depth < selection.depth}
    if selection.focus:
        kept &= _around(argmap, order, find_claim(argmap, order, selection.focus))
    if selection.group:
        group = find_group(argmap, selection.group)
        kept &= {claim.id for claim in argmap.claims if claim.group == group}
    if not kept:
        raise UsageError("nothing is left of the map: the parts asked for have no claim in common")
    return part(argmap, kept)


def part(argmap: ArgMap, kept: set[str]) -> ArgMap:
    """Return the map of these claims, with every link whose ends are all among them. O(claims + links)."""
    lost = with_undercuts(argmap.links, (link.id for link in argmap.links if not _has_ends(argmap, link, kept)))
    groups = {claim.group for claim in argmap.claims if claim.id in kept}
    return replace(
        argmap,
        claims=tuple(claim for claim in argmap.claims if claim.id in kept),
        links=tuple(link for link in argmap.links if link.id not in lost),
        groups=tuple(group for group in argmap.groups if group.id in groups),
        thesis=tuple(name for name in argmap.thesis if name in kept),
        steps=(),
    )


def _has_ends(argmap: ArgMap, link: Link, kept: set[str]) -> bool:
    """Return whether the premises of a link are kept, and its target is, or for an undercut is there at all."""
    there = argmap.is_link(link.target) if link.kind == "undercuts" else link.target in kept
    return there and kept.issuperset(link.premises)


def _around(argmap: ArgMap, order: Outline, name: str) -> set[str]:
    """Return a claim, everything that bears on it, and its way up: the claims, and what the steps there are made of."""
    bearing: dict[str, list[str]] = {}
    for link in argmap.links:
        bearing.setdefault(argmap.target_claim(link), []).extend(link.premises)
    kept, stack = {name}, [name]
    while stack:
        for premise in bearing.get(stack.pop(), ()):
            if premise not in kept:
                kept.add(premise)
                stack.append(premise)
    while above := order.parent[name]:
        kept |= {above} | claims_of_step(argmap, argmap.link(order.via[name]))
        name = above
    return kept


def claims_of_step(argmap: ArgMap, link: Link) -> set[str]:
    """Return the claims that a step is made of: its premises and, for an undercut, those of the step that it denies."""
    found, seen = {*link.premises}, {link.id}
    while link.kind == "undercuts" and argmap.is_link(link.target) and link.target not in seen:
        link = argmap.link(link.target)
        seen.add(link.id)
        found.update(link.premises)
    return found
