"""A map as a Markdown document to be read: numbered as on the page, each claim with the word that says what it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.model import web_address
from argmap.order import outline
from argmap.render.beneath import asides, byline, origin, reference
from argmap.render.quotations import places
from argmap.render.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model import ArgMap, Claim, Link
    from argmap.order import Outline

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$&@]|(?<=\A\d)[.)]|\A[-+=](?=\s|[-=]|\Z)|(?<=:)//|(?<=www)\.")


def escape(text: str) -> str:
    r"""Return a text as it is read when Markdown is drawn, on one line.

    >>> print(escape("*a* <b>\n[c](d) 1_2"), escape("1. x"), escape("- y"))
    \*a\* \<b\> \[c\](d) 1\_2 1\. x \- y
    """
    return _MARKUP.sub(lambda found: "".join(f"\\{letter}" for letter in found[0]), " ".join(text.split()))


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the lines of the document. O(n log n)."""
    if argmap.title:
        yield f"# {escape(argmap.title)}"
        yield ""
    for part in (escape(byline(argmap)), *map(escape, re.split(r"\n\s*\n", argmap.description))):
        if part:
            yield part
            yield ""
    order = outline(argmap)
    words = Words(argmap, order)
    for name in order:
        yield from _claim(argmap, order, argmap.claim(name), words)
    yield from _sources(argmap, words)


def _claim(argmap: ArgMap, order: Outline, claim: Claim, words: Words) -> Iterator[str]:
    """Yield a claim, what it does besides, and what is said about it."""
    indent = "  " * order.depths[claim.id]
    via = order.via[claim.id]
    lead = f"*{words.lead(argmap.link(via), claim.id)}* " if via else ""
    aside = "".join(f" *{escape(text)}*" for text in asides(claim, words))
    yield f"{indent}- **{order.numbers[claim.id]}** {lead}{escape(claim.text)}{aside}"
    for text in words.also(claim.id):
        yield f"{indent}  - *{text}*"
    link = argmap.link(via) if via else None
    first = link if link and link.premises[0] == claim.id else None
    yield from _quotations([claim, first] if first else [claim], argmap, words, indent)
    if first and first.note:
        yield f"{indent}  - {escape(words('doc_on_step', note=first.note))}"
    if claim.note:
        yield f"{indent}  - *{words('doc_lead', word=words('note'))}* {escape(claim.note)}"
    if address := _link(claim.url):
        yield f"{indent}  - {address}"


def _quotations(things: Sequence[Claim | Link], argmap: ArgMap, words: Words, indent: str) -> Iterator[str]:
    """Yield the passages of a claim and of its step, a paragraph each."""
    rows = [(thing, *row) for thing in things for row in zip(thing.quote, places(thing), strict=True)]
    for index, (thing, quote, at) in enumerate(rows):
        if index:
            yield f"{indent}  >"  # else the two would be one paragraph
        where = escape(origin(argmap, thing, at, words))
        yield f"{indent}  > {escape(quote)}{f' ({where})' if where else ''}".rstrip()


def _link(url: str) -> str:
    """Return an address as Markdown that can be followed, "" if it is none or would not stay within its brackets."""
    return f"<{url}>" if web_address(url) and not re.search(r"[\s<>]", url) else ""


def _sources(argmap: ArgMap, words: Words) -> Iterator[str]:
    if argmap.sources:
        yield ""
        yield f"## {words('doc_sources')}"
        yield ""
    for source in argmap.sources:
        address = _link(source.url)
        yield f"- {escape(reference(source, address=not address))} {address}".rstrip()
