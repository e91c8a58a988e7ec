"""What the page's script is given: the map as plain values, numbered and in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.order import rebuts, theses
from argmap.render.quotations import places
from argmap.render.theme import group_color

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.diagnostics import Diagnostic
    from argmap.model import ArgMap, Claim, Group, Link, Source, Step
    from argmap.order import Outline

Values = dict[str, Any]


def page_data(argmap: ArgMap, order: Outline, problems: Iterable[Diagnostic] = ()) -> Values:
    """Return the map as JSON values; claims stand in reading order. Empty fields are left out. O(size)."""
    by_element: dict[str, list[Values]] = {}
    for problem in problems:
        if problem.element:
            by_element.setdefault(problem.element, []).append(_problem(problem))
    main = frozenset(theses(argmap))
    return {
        "title": argmap.title,
        "language": argmap.language,
        "about": full(
            description=argmap.description,
            authors=list(argmap.authors),
            date=argmap.date,
            license=argmap.license,
        ),
        "claims": [_claim(argmap, argmap.claim(name), order, main, by_element) for name in order],
        "links": [_link(argmap, link, order, by_element) for link in argmap.links],
        "groups": [_group(group, index) for index, group in enumerate(argmap.groups)],
        "sources": [_source(source) for source in argmap.sources],
        "steps": [_step(step) for step in argmap.steps],
    } | full(evaluated=_evaluated(argmap))


def _evaluated(argmap: ArgMap) -> bool:
    """Return whether the page opens with labels: the author expects some, or rejects a claim."""
    expect = argmap.expect
    return bool(expect.stands or expect.falls or expect.contested) or any(c.status == "rejected" for c in argmap.claims)


def full(**values: object) -> Values:
    """Return the values that say something: no empty text, no empty list, no False, no None.

    >>> full(note="", credence=0.0, tags=["x"], implicit=False)
    {'credence': 0.0, 'tags': ['x']}
    """
    return {key: value for key, value in values.items() if value not in (None, "", []) and value is not False}


def quotes(item: Claim | Link) -> list[Values]:
    """Return the quotations of a claim or link, each with its own place."""
    return [
        {"text": text, "at": str(place), "source": item.source}
        for text, place in zip(item.quote, places(item), strict=True)
    ]


def _claim(
    argmap: ArgMap, claim: Claim, order: Outline, main: frozenset[str], problems: Mapping[str, list[Values]]
) -> Values:
    return {
        "id": claim.id,
        "text": claim.text,
        "number": order.numbers[claim.id],
        "parent": order.parent[claim.id],
        "via": order.via[claim.id],
        "status": argmap.status(claim.id),
    } | full(
        thesis=claim.id in main,
        group=claim.group,
        tags=list(claim.tags),
        credence=claim.credence,
        implicit=claim.implicit,
        kind=claim.kind,
        quotes=quotes(claim),
        by=claim.by,
        note=claim.note,
        url=claim.url,
        warnings=problems.get(claim.id),
    )


def _link(argmap: ArgMap, link: Link, order: Outline, problems: Mapping[str, list[Values]]) -> Values:
    return {"id": link.id, "premises": list(link.premises), "kind": link.kind, "target": link.target} | full(
        rebuts=rebuts(argmap, link, order),
        scheme=link.scheme,
        cue=link.cue,
        basis=link.basis,
        strength=link.strength,
        note=link.note,
        quotes=quotes(link),
        warnings=problems.get(link.id),
    )


def _group(group: Group, index: int) -> Values:
    return {"id": group.id, "title": group.title, "color": group_color(group.color, index)} | full(note=group.note)


def _source(source: Source) -> Values:
    names = ("title", "author", "year", "publisher", "url", "note")
    return {"id": source.id} | full(**{name: getattr(source, name) for name in names})


def _step(step: Step) -> Values:
    return {"show": list(step.show), "say": step.say}


def _problem(problem: Diagnostic) -> Values:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "help": problem.help,
    }
