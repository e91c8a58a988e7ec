"""The features of a map that a format may or may not carry: one row each.

From these rows come the losses a writer reports and the map that is left when they are taken away, so that the promise
"what is read back equals what was written but for the losses reported" is one definition and one property test.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from argmap.diagnostics import Diagnostic
from argmap.model import Expect, link_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.model import ArgMap, Link


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing a map may hold: `uses` yields the elements that hold it ("" = the map), `drop` takes it away."""

    name: str
    code: str
    what: str
    uses: Callable[[ArgMap], Iterator[str]]
    drop: Callable[[ArgMap], ArgMap]


def _of_map(name: str, empty: object) -> tuple[Callable[[ArgMap], Iterator[str]], Callable[[ArgMap], ArgMap]]:
    def uses(argmap: ArgMap) -> Iterator[str]:
        if getattr(argmap, name) != empty:
            yield ""

    def drop(argmap: ArgMap) -> ArgMap:
        fresh: dict[str, Any] = {name: empty}
        return replace(argmap, **fresh)

    return uses, drop


def _of_claims(*names: str) -> tuple[Callable[[ArgMap], Iterator[str]], Callable[[ArgMap], ArgMap]]:
    def uses(argmap: ArgMap) -> Iterator[str]:
        for claim in argmap.claims:
            if any(getattr(claim, name) != _EMPTY[name] for name in names):
                yield claim.id

    def drop(argmap: ArgMap) -> ArgMap:
        empty = {name: _EMPTY[name] for name in names}
        return replace(argmap, claims=tuple(replace(claim, **empty) for claim in argmap.claims))

    return uses, drop


def _of_links(*names: str) -> tuple[Callable[[ArgMap], Iterator[str]], Callable[[ArgMap], ArgMap]]:
    def uses(argmap: ArgMap) -> Iterator[str]:
        for link in argmap.links:
            if any(getattr(link, name) != _EMPTY[name] for name in names):
                yield link.id

    def drop(argmap: ArgMap) -> ArgMap:
        empty = {name: _EMPTY[name] for name in names}
        return replace(argmap, links=tuple(replace(link, **empty) for link in argmap.links))

    return uses, drop


_EMPTY: Final[dict[str, Any]] = {
    "allow": (), "at": (), "basis": "", "by": "", "credence": None, "cue": "", "group": "", "implicit": False,
    "kind": "", "note": "", "quote": (), "scheme": "", "source": "", "status": "", "strength": None, "tags": (), "url": "",
}  # fmt: skip


def _links_that(test: Callable[[ArgMap, Link], bool]) -> Callable[[ArgMap], Iterator[str]]:
    def uses(argmap: ArgMap) -> Iterator[str]:
        return (link.id for link in argmap.links if test(argmap, link))

    return uses


def _is_linked(_: ArgMap, link: Link) -> bool:
    return len(link.premises) > 1


def _is_undercut(_: ArgMap, link: Link) -> bool:
    return link.kind == "undercuts"


def _undercuts_undercut(argmap: ArgMap, link: Link) -> bool:
    return link.kind == "undercuts" and argmap.link(link.target).kind == "undercuts"


def _is_named(_: ArgMap, link: Link) -> bool:
    return link.named


def _group_extras(argmap: ArgMap) -> Iterator[str]:
    return ("" for group in argmap.groups if group.color or group.note)


def drop_links(argmap: ArgMap, gone: frozenset[str]) -> ArgMap:
    """Return the map without these links and without what then undercuts nothing, or is shown in a step as a link."""
    while more := {link.id for link in argmap.links if link.kind == "undercuts" and link.target in gone} - gone:
        gone |= more
    return replace(
        argmap,
        links=tuple(link for link in argmap.links if link.id not in gone),
        steps=tuple(replace(step, show=tuple(x for x in step.show if x not in gone)) for step in argmap.steps),
    )


def _drop_links_that(test: Callable[[ArgMap, Link], bool]) -> Callable[[ArgMap], ArgMap]:
    def drop(argmap: ArgMap) -> ArgMap:
        return drop_links(argmap, frozenset(link.id for link in argmap.links if test(argmap, link)))

    return drop


def _split_linked(argmap: ArgMap) -> ArgMap:
    """Linked premises become one nameless link each; what undercut the step undercuts the first of them."""
    renamed: dict[str, str] = {}
    links: list[Link] = []
    taken = {link.id for link in argmap.links if len(link.premises) == 1}
    for link in argmap.links:
        if len(link.premises) == 1:
            links.append(link)
            continue
        for premise in link.premises:
            name = link_id((premise,), link.kind, link.target)
            renamed.setdefault(link.id, name)
            if name not in taken:
                taken.add(name)
                links.append(replace(link, id=name, premises=(premise,), named=False))
    return rename_links(replace(argmap, links=tuple(links)), renamed)


def rename_links(argmap: ArgMap, names: dict[str, str]) -> ArgMap:
    """Return the map with links called by other ids wherever they are named, derived ids included."""
    links = argmap.links
    while names:
        moved: dict[str, str] = {}
        fresh: list[Link] = []
        for link in links:
            target = names.get(link.target, link.target) if link.kind == "undercuts" else link.target
            name = link.id if link.named else link_id(link.premises, link.kind, target)
            if name != link.id:
                moved[link.id] = name
            fresh.append(link if (name, target) == (link.id, link.target) else replace(link, id=name, target=target))
        steps = tuple(replace(step, show=tuple(names.get(x, x) for x in step.show)) for step in argmap.steps)
        argmap, links, names = replace(argmap, steps=steps), tuple(fresh), moved
    return replace(argmap, links=links)


def _unname(argmap: ArgMap) -> ArgMap:
    """Take away the names of links. Where two links then have the same parts, the later one is dropped."""
    names: dict[str, str] = {}
    links: list[Link] = []
    seen: set[str] = set()
    for link in argmap.links:
        name = link_id(link.premises, link.kind, link.target)
        if link.named:
            names[link.id] = name
        if name not in seen:
            seen.add(name)
            links.append(replace(link, id=name, named=False))
    return rename_links(replace(argmap, links=tuple(links)), names)


def _drop_groups(argmap: ArgMap) -> ArgMap:
    return replace(argmap, groups=(), claims=tuple(replace(claim, group="") for claim in argmap.claims))


def _drop_group_extras(argmap: ArgMap) -> ArgMap:
    return replace(argmap, groups=tuple(replace(group, color="", note="") for group in argmap.groups))


FEATURES: Final[tuple[Feature, ...]] = (
    Feature("linked", "AM601", "that premises work only together", _links_that(_is_linked), _split_linked),
    Feature("undercuts", "AM602", "undercuts", _links_that(_is_undercut), _drop_links_that(_is_undercut)),
    Feature("undercuts of undercuts", "AM603", "undercuts of undercuts", _links_that(_undercuts_undercut),
            _drop_links_that(_undercuts_undercut)),
    Feature("link ids", "AM604", "the ids of links", _links_that(_is_named), _unname),
    Feature("title", "AM605", "the title", *_of_map("title", "")),
    Feature("description", "AM606", "the description", *_of_map("description", "")),
    Feature("license", "AM607", "the license", *_of_map("license", "")),
    Feature("date", "AM608", "the date", *_of_map("date", "")),
    Feature("authors", "AM609", "the authors", *_of_map("authors", ())),
    Feature("language", "AM610", "the language", *_of_map("language", "en")),
    Feature("thesis", "AM611", "which claim is the thesis", *_of_map("thesis", ())),
    Feature("sources", "AM612", "the sources", *_of_map("sources", ())),
    Feature("expect", "AM613", "the expected labels", *_of_map("expect", Expect())),
    Feature("steps", "AM614", "the steps of the presentation", *_of_map("steps", ())),
    Feature("groups", "AM615", "the groups",
            lambda argmap: (claim.id for claim in argmap.claims if claim.group), _drop_groups),
    Feature("group notes", "AM616", "colours and notes of groups", _group_extras, _drop_group_extras),
    Feature("tags", "AM617", "the tags", *_of_claims("tags")),
    Feature("status", "AM618", "the declared status", *_of_claims("status")),
    Feature("credence", "AM619", "the credence", *_of_claims("credence")),
    Feature("implicit", "AM620", "that the text leaves it unsaid", *_of_claims("implicit")),
    Feature("kind", "AM621", "the kind of claim", *_of_claims("kind")),
    Feature("quote", "AM622", "the quotation and its place", *_of_claims("quote", "at", "source")),
    Feature("by", "AM623", "who says it", *_of_claims("by")),
    Feature("note", "AM624", "the note", *_of_claims("note")),
    Feature("url", "AM625", "the address", *_of_claims("url")),
    Feature("allow", "AM626", "the silenced checks", *_of_claims("allow")),
    Feature("scheme", "AM627", "the scheme", *_of_links("scheme")),
    Feature("cue", "AM628", "the cue", *_of_links("cue")),
    Feature("basis", "AM629", "the basis of the reading", *_of_links("basis")),
    Feature("strength", "AM630", "the strength", *_of_links("strength")),
    Feature("link note", "AM631", "the note on a link", *_of_links("note")),
    Feature("link quote", "AM632", "the quotation on a link", *_of_links("quote", "at", "source")),
    Feature("link allow", "AM633", "the silenced checks of a link", *_of_links("allow")),
)  # fmt: skip
ALL: Final = frozenset(feature.name for feature in FEATURES)


def losses(argmap: ArgMap, keeps: frozenset[str], name: str) -> Iterator[Diagnostic]:
    """Yield one warning for each element and feature that the format called `name` cannot carry. O(size x features)."""
    for feature in FEATURES:
        if feature.name not in keeps:
            for element in feature.uses(argmap):
                where = f" of '{element}'" if element else ""
                message = f"{name} cannot carry {feature.what}{where}"
                yield Diagnostic(
                    code=feature.code,
                    severity="warning",
                    message=message,
                    help="`argmap formats` tells which formats keep it; yaml and json keep everything",
                    element=element,
                )


def strip(argmap: ArgMap, keeps: frozenset[str]) -> ArgMap:
    """Return what is left of a map when everything that is not in `keeps` is taken away, in the order of FEATURES."""
    for feature in FEATURES:
        if feature.name not in keeps:
            argmap = feature.drop(argmap)
    return argmap
