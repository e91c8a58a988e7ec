"""A map as a Markdown document to be read: numbered as on the page, each claim with the word that says what it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.order import outline
from argmap.render.quotations import places
from argmap.render.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model import ArgMap, Claim
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
    byline = ", ".join(escape(part) for part in (*argmap.authors, argmap.date) if part)
    for part in (byline, *map(escape, re.split(r"\n\s*\n", argmap.description))):
        if part:
            yield part
            yield ""
    order = outline(argmap)
    words = Words(argmap, order)
    titles = {source.id: source.title or source.id for source in argmap.sources} if len(argmap.sources) > 1 else {}
    for name in order:
        yield from _claim(argmap, order, argmap.claim(name), words, titles)
    yield from _sources(argmap, words)


def _claim(argmap: ArgMap, order: Outline, claim: Claim, words: Words, titles: Mapping[str, str]) -> Iterator[str]:
    """Yield a claim, what it does besides, and what is said about it. `titles`: what quotations call their sources."""
    indent = "  " * order.depths[claim.id]
    via = order.via[claim.id]
    lead = f"*{words.lead(argmap.link(via), claim.id)}* " if via else ""
    implied = f" *{words('implied')}*" if claim.implicit else ""
    yield f"{indent}- **{order.numbers[claim.id]}** {lead}{escape(claim.text)}{implied}"
    for text in words.also(claim.id):
        yield f"{indent}  - *{text}*"
    for index, (quote, at) in enumerate(zip(claim.quote, places(claim), strict=True)):
        if index:
            yield f"{indent}  >"  # else the two would be one paragraph
        where = ", ".join(escape(part) for part in (words.place(at), titles.get(claim.source, "")) if part)
        yield f"{indent}  > {escape(quote)}{f' ({where})' if where else ''}".rstrip()
    if claim.note:
        yield f"{indent}  - *{words('doc_lead', word=words('note'))}* {escape(claim.note)}"


def _sources(argmap: ArgMap, words: Words) -> Iterator[str]:
    if argmap.sources:
        yield ""
        yield f"## {words('doc_sources')}"
        yield ""
    for source in argmap.sources:
        parts = (source.author, source.title, source.publisher, source.year, source.url)
        yield f"- {', '.join(escape(part) for part in parts if part) or escape(source.id)}"
