"""The features of a map that a format may or may not carry: one row each.

From these rows come the losses a writer reports and the map that is left when they are taken away, so that the promise
"what is read back equals what was written but for the losses reported" is one definition and one property test.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from argmap.diagnostics import Diagnostic
from argmap.formats import drops
from argmap.model import Expect
from argmap.order import outline, reasons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.model import ArgMap, Link


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing a map may hold: `uses` yields the elements that hold it ("" = the map), `drop` takes it away.

    `soften`, where there is one, says nearly the same by other means, and `softly` tells how.
    """

    name: str
    code: str
    what: str
    uses: Callable[[ArgMap], Iterator[str]]
    drop: Callable[[ArgMap], ArgMap]
    soften: Callable[[ArgMap], ArgMap] | None = None
    softly: str = ""


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
    "kind": "", "note": "", "quote": (), "scheme": "", "source": "", "status": "", "strength": None, "tags": (),
    "url": "",
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


def _in_circle(argmap: ArgMap, link: Link) -> bool:
    return link.kind == "undercuts" and not argmap.target_claim(link)


def _is_named(_: ArgMap, link: Link) -> bool:
    return link.named


def _drop_links_that(test: Callable[[ArgMap, Link], bool]) -> Callable[[ArgMap], ArgMap]:
    return lambda argmap: drops.drop_links(argmap, test)


def _group_extras(argmap: ArgMap) -> Iterator[str]:
    return (group.id for group in argmap.groups if group.color or group.note)


def _drop_group_extras(argmap: ArgMap) -> ArgMap:
    return replace(argmap, groups=tuple(replace(group, color="", note="") for group in argmap.groups))


def _groups(argmap: ArgMap) -> Iterator[str]:
    return (group.id for group in argmap.groups)


def _drop_groups(argmap: ArgMap) -> ArgMap:
    return replace(argmap, groups=(), claims=tuple(replace(claim, group="") for claim in argmap.claims))


def _empty_groups(argmap: ArgMap) -> Iterator[str]:
    used = {claim.group for claim in argmap.claims}
    return (group.id for group in argmap.groups if group.id not in used)


def _drop_empty_groups(argmap: ArgMap) -> ArgMap:
    empty = frozenset(_empty_groups(argmap))
    return replace(argmap, groups=tuple(group for group in argmap.groups if group.id not in empty))


def _drop_sources(argmap: ArgMap) -> ArgMap:
    return replace(
        argmap,
        sources=(),
        claims=tuple(replace(claim, source="") for claim in argmap.claims),
        links=tuple(replace(link, source="") for link in argmap.links),
    )


def _other_claim_ids(argmap: ArgMap) -> Iterator[str]:
    return (old for old, new in drops.new_claim_ids(argmap).items() if old != new)


def _other_group_ids(argmap: ArgMap) -> Iterator[str]:
    return (old for old, new in drops.new_group_ids(argmap).items() if old != new)


def _claims_out_of_order(argmap: ArgMap) -> Iterator[str]:
    if tuple(outline(argmap)) != tuple(claim.id for claim in argmap.claims):
        yield ""


def _links_out_of_order(argmap: ArgMap) -> Iterator[str]:
    order = reasons(argmap)
    if [link.id for name in outline(argmap) for link in order.get(name, ())] != [link.id for link in argmap.links]:
        yield ""


def _same(argmap: ArgMap) -> ArgMap:
    return argmap


def _spaced(argmap: ArgMap) -> Iterator[str]:
    return (claim.id for claim in argmap.claims if claim.text != " ".join(claim.text.split()))


def _unspaced(argmap: ArgMap) -> ArgMap:
    return replace(argmap, claims=tuple(replace(claim, text=" ".join(claim.text.split())) for claim in argmap.claims))


def _title_spaced(argmap: ArgMap) -> Iterator[str]:
    if argmap.title != " ".join(argmap.title.split()):
        yield ""


def _title_unspaced(argmap: ArgMap) -> ArgMap:
    return replace(argmap, title=" ".join(argmap.title.split()))


# The order of the rows is the order in which things are taken away. What `claim order` and `link order` leave is the
# map itself: a format without them gives back the same claims and links in reading order.
FEATURES: Final[tuple[Feature, ...]] = (
    Feature("claim order", "AM634", "the order of the claims, where it is not the reading order", _claims_out_of_order,
            _same),
    Feature("link order", "AM635", "the order of the links, where it is not the reading order", _links_out_of_order,
            _same),
    Feature("spacing", "AM636", "line breaks and runs of spaces", _spaced, _unspaced),
    Feature("title spacing", "AM640", "line breaks and runs of spaces in the title", _title_spaced, _title_unspaced),
    Feature("claim ids", "AM637", "the id", _other_claim_ids, drops.claims_called_by_text),
    Feature("empty groups", "AM638", "the group without claims", _empty_groups, _drop_empty_groups),
    Feature("group ids", "AM639", "the id", _other_group_ids, drops.groups_called_by_title),
    Feature("linked", "AM601", "that premises work only together", _links_that(_is_linked), drops.split_linked),
    Feature("undercuts", "AM602", "undercuts", _links_that(_is_undercut), _drop_links_that(_is_undercut),
            drops.soften_undercuts, "an attack on the premise stands for it"),
    Feature("undercuts of undercuts", "AM603", "undercuts of undercuts", _links_that(_undercuts_undercut),
            _drop_links_that(_undercuts_undercut)),
    Feature("undercuts in circles", "AM641", "undercuts that lead round in a circle", _links_that(_in_circle),
            _drop_links_that(_in_circle)),
    Feature("link ids", "AM604", "the ids of links", _links_that(_is_named), drops.unnamed),
    Feature("title", "AM605", "the title", *_of_map("title", "")),
    Feature("description", "AM606", "the description", *_of_map("description", "")),
    Feature("license", "AM607", "the license", *_of_map("license", "")),
    Feature("date", "AM608", "the date", *_of_map("date", "")),
    Feature("authors", "AM609", "the authors", *_of_map("authors", ())),
    Feature("language", "AM610", "the language", *_of_map("language", "en")),
    Feature("thesis", "AM611", "which claim is the thesis", *_of_map("thesis", ())),
    Feature("sources", "AM612", "the sources", _of_map("sources", ())[0], _drop_sources),
    Feature("expect", "AM613", "the expected labels", *_of_map("expect", Expect())),
    Feature("steps", "AM614", "the steps of the presentation", *_of_map("steps", ())),
    Feature("groups", "AM615", "the group", _groups, _drop_groups),
    Feature("group notes", "AM616", "the colour and note", _group_extras, _drop_group_extras),
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


HELP: Final = "`argmap formats` tells which formats keep it; yaml and json keep everything"


def losses(
    argmap: ArgMap, keeps: frozenset[str], name: str, softens: frozenset[str] = frozenset()
) -> Iterator[Diagnostic]:
    """Yield one warning for each element and feature that the format called `name` cannot carry. O(size x features).

    What is taken away with a feature (empty groups when there are no groups at all) is not reported a second time.
    """
    for feature in FEATURES:
        if feature.name in keeps or _COVERED.get(feature.name, feature.name) not in keeps | {feature.name}:
            continue
        softly = f"; {feature.softly}" if feature.name in softens and feature.softly else ""
        for element in feature.uses(argmap):
            where = f" of '{element}'" if element else ""
            yield Diagnostic(
                code=feature.code,
                severity="warning",
                message=f"{name} cannot carry {feature.what}{where}{softly}",
                help=HELP,
                element=element,
            )


# a feature whose loss says nothing new when the other one is lost too
_COVERED: Final = {
    "empty groups": "groups",
    "group ids": "groups",
    "group notes": "groups",
    "undercuts of undercuts": "undercuts",
    "title spacing": "title",
    "undercuts in circles": "undercuts",
}


def strip(argmap: ArgMap, keeps: frozenset[str], softens: frozenset[str] = frozenset()) -> ArgMap:
    """Return what is left of a map when everything that is not in `keeps` is taken away, in the order of FEATURES.

    Features in `softens` are not left out but said by other means where there are any. O(size x features).
    """
    for feature in FEATURES:
        if feature.name not in keeps:
            soft = feature.soften if feature.name in softens else None
            argmap = (soft or feature.drop)(argmap)
    return argmap
