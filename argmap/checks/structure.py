"""Doubts about who bears on whom."""

from __future__ import annotations

from argmap.checks.finding import Finding, named
from argmap.codes import find, silenceable
from argmap.near import nearest
from argmap.strong import strong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

    from argmap.checks.finding import Subject
    from argmap.model import Link

_LEGIBLE: Final = 8  # claims of a circle that are told in a row, the first of them twice


def orphans(subject: Subject) -> Iterator[Finding]:
    """AM201: a claim that no link starts or ends at, in a map of several claims, unless it is declared as thesis."""
    argmap = subject.argmap
    if len(argmap.claims) < 2:  # noqa: PLR2004 - a claim alone is where every map begins
        return
    linked = {*subject.bearing, *subject.hit, *argmap.thesis}
    for claim in argmap.claims:
        if claim.id not in linked:
            hint = "say what it `supports` or `attacks`, or declare it as `thesis`"
            yield Finding("AM201", f"nothing is connected with '{claim.id}'", claim.id, hint=hint)


def circles(subject: Subject) -> Iterator[Finding]:
    """AM202: claims must not support each other in a circle. One finding for each knot of circles. O(n)."""
    onward: dict[str, list[str]] = {}
    for link in subject.argmap.links:
        if link.kind == "supports":
            for premise in link.premises:
                onward.setdefault(premise, []).append(link.target)
    for knot in _knots([claim.id for claim in subject.argmap.claims], onward):
        way = _way_round(knot[0], set(knot), onward)
        if len(way) <= _LEGIBLE:
            message = f"support goes round in a circle: {' -> '.join(way)}"
        else:
            message = f"support goes round in a circle of {len(way) - 1} claims: {named(way[:-1])}"
        hint = "turn one of the links round, or take it out"
        yield Finding("AM202", message, knot[0], hint=hint)


def _knots(names: list[str], onward: dict[str, list[str]]) -> list[list[str]]:
    """Return the claims that support each other in circles, each knot of them and all knots in file order."""
    place = {name: index for index, name in enumerate(names)}
    rows = [[place[target] for target in onward.get(name, ())] for name in names]
    return [[names[index] for index in knot] for knot in sorted(strong(rows)) if len(knot) > 1]


def _way_round(start: str, knot: set[str], onward: dict[str, list[str]]) -> list[str]:
    """Return a shortest way from a claim back to itself, both ends included."""
    before: dict[str, str] = {}
    row = [start]
    for name in row:  # grows while it is read
        for target in onward[name]:
            if target == start:
                way = [start, name]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1]
            if target in knot and target not in before:
                before[target] = name
                row.append(target)
    return [start]


def same_steps(subject: Subject) -> Iterator[Finding]:
    """AM205: two links with the same premises, kind and target."""
    first: dict[tuple[frozenset[str], str, str], Link] = {}
    for link in subject.argmap.links:
        other = first.setdefault((frozenset(link.premises), link.kind, link.target), link)
        if other is not link:
            message = f"this step is there already, as '{other.id}'"
            yield Finding("AM205", message, link.id, hint="delete one of the two")


def for_and_against(subject: Subject) -> Iterator[Finding]:
    """AM206: the same premises support and attack the same claim."""
    first: dict[tuple[frozenset[str], str], Link] = {}
    for link in subject.argmap.links:
        if link.kind != "undercuts":
            other = first.setdefault((frozenset(link.premises), link.target), link)
            if other.kind != link.kind:
                message = f"{named(link.premises)} {other.kind} and {link.kind} the same claim, '{link.target}'"
                hint = "keep one of the links, or say in a claim of its own what speaks against"
                yield Finding("AM206", message, link.id, hint=hint)


def bare_theses(subject: Subject) -> Iterator[Finding]:
    """AM207: a declared thesis that nothing bears on."""
    if len(subject.argmap.claims) > 1:
        for index, name in enumerate(subject.argmap.thesis):
            if name not in subject.hit:
                message = f"nothing supports or attacks the thesis '{name}'"
                hint = "add a reason for or against it, or take it out of `thesis`"
                yield Finding("AM207", message, "", "thesis", index, hint=hint)


def open_claims(subject: Subject) -> Iterator[Finding]:
    """AM210: a claim that is declared open and has no support."""
    for claim in subject.argmap.claims:
        if claim.status == "open" and not any(link.kind == "supports" for link in subject.hit.get(claim.id, ())):
            message = f"'{claim.id}' is declared open and nothing supports it"
            yield Finding("AM210", message, claim.id, "status", hint="add a reason for it, or declare it `given`")


def unused_groups(subject: Subject) -> Iterator[Finding]:
    """AM306: a group without claims."""
    used = {claim.group for claim in subject.argmap.claims}
    for group in subject.argmap.groups:
        if group.id not in used:
            message = f"no claim belongs to the group '{group.id}'"
            yield Finding("AM306", message, "", "groups", group.id, hint=f"write `group: {group.id}` on its claims")


def allowed(subject: Subject) -> Iterator[Finding]:
    """AM213: `allow` names something that is not the code of a warning or a hint."""
    for row in subject.elements:
        for index, code in enumerate(row.allow):
            if silenceable(code):
                continue
            if find(code) is not None:
                message, hint = (
                    f"{code} is an error, and errors cannot be allowed",
                    "mend the error and delete the code",
                )
            else:
                from argmap.codes import every

                near = nearest(code, [known.code for known in every() if known.severity != "error"])
                message, hint = f"there is no code '{code}'", "`argmap explain` lists the codes"
                if near.lower() == code.lower():
                    hint = f"write {near}"
            yield Finding("AM213", message, row.id, "allow", index, hint=hint)
