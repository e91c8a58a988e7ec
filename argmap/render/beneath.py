"""What documents say beneath a claim and about the map, in plain words: for every writer of outlines on paper alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.model import web_address
from argmap.render.quotations import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap, Claim, Link, Source
    from argmap.order import Outline
    from argmap.render.words import Words


class Line(NamedTuple):
    """One line beneath a claim, and what it is."""

    text: str
    kind: Literal["bearing", "quote", "note", "address"]


def byline(argmap: ArgMap) -> str:
    """Return by whom a map is, of when, and under which licence."""
    return " \u00b7 ".join(part for part in (", ".join(argmap.authors), argmap.date, argmap.license) if part)


def reference(source: Source, *, address: bool = True) -> str:
    """Return a source as a list of sources has it; without its address if that is told apart and can be followed."""
    url = source.url if address or not web_address(source.url) else ""
    parts = (source.author, source.title, source.publisher, source.year, url, source.note)
    return ", ".join(part for part in parts if part) or source.id


def source_titles(argmap: ArgMap) -> dict[str, str]:
    """Return how a quotation calls its source, by id: by its title if there are several, else not at all."""
    sources = argmap.sources if len(argmap.sources) > 1 else ()
    return {source.id: source.title or source.id for source in sources}


def origin(argmap: ArgMap, thing: Claim | Link, at: int | str, words: Words) -> str:
    """Return where a quotation stands: "p. 12", with its source if there are several."""
    return ", ".join(part for part in (words.place(at), source_titles(argmap).get(thing.source, "")) if part)


def asides(claim: Claim, words: Words) -> Iterator[str]:
    """Yield what stands in brackets after the text of a claim: that it is implied, who says it, that it is rejected."""
    if claim.implicit:
        yield words("implied")
    if claim.by:
        yield f"({claim.by})"
    if claim.status == "rejected":
        yield f"({words('status_rejected')})"


def beneath(argmap: ArgMap, order: Outline, claim: Claim, words: Words) -> Iterator[Line]:
    """Yield what is said of a claim that stands in an outline: what it works with and does besides, whence it is."""
    via = order.via[claim.id]
    link = argmap.link(via) if argmap.is_link(via) else None
    if link and len(link.premises) > 1:
        yield Line(words.together(link, claim.id), "bearing")
    for text in words.also(claim.id):
        yield Line(text, "bearing")
    first = link if link and link.premises[0] == claim.id else None  # of a link is told once, where it is named
    things: list[Claim | Link] = [claim, first] if first else [claim]
    for thing in things:
        for passage, at in zip(thing.quote, places(thing), strict=True):
            where = origin(argmap, thing, at, words)
            yield Line(f"{words('doc_quote', text=passage)}{f' ({where})' if where else ''}", "quote")
    if first and first.note:
        yield Line(words("doc_on_step", note=first.note), "note")
    if claim.note:
        yield Line(claim.note, "note")
    if address := web_address(claim.url):
        yield Line(address, "address")
