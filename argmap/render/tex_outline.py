"""LaTeX: the outline as plain lists, which need no package and which any class can set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from argmap.layout.breaks import units
from argmap.layout.text import is_rtl
from argmap.model import KINDS, web_address
from argmap.order import outline
from argmap.render.beneath import asides, beneath, byline, reference
from argmap.render.tikz import fonts, quote, set_text
from argmap.render.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap, Claim
    from argmap.order import Outline
    from argmap.render.beneath import Line

_DEEPEST_LIST: Final = 4  # levels that LaTeX's own lists allow


def write(argmap: ArgMap, order: Outline | None = None) -> Iterator[str]:
    """Yield the map as a numbered outline in LaTeX's own lists: the fallback that any class and any TeX can set.

    `order` is the order of the map that this one is part of, whose numbers it keeps.
    """
    order = order or outline(argmap)
    words = Words(argmap, order)
    body = list(_body(argmap, order, words))
    yield r"\documentclass{article}"
    yield from fonts(_texts(argmap, order, words))
    yield r"\begin{document}"
    yield from body
    yield r"\end{document}"


def _texts(argmap: ArgMap, order: Outline, words: Words) -> Iterator[str]:
    """Yield every text of the document, whose characters have to be set."""
    yield from (argmap.title, byline(argmap), argmap.description, words("doc_sources"))
    yield from (words(f"{kind}_word", steps="") for kind in KINDS)
    for claim in argmap.claims:
        yield claim.text
        yield from asides(claim, words)
        yield from (line.text for line in beneath(argmap, order, claim, words))
    yield from map(reference, argmap.sources)


def _body(argmap: ArgMap, order: Outline, words: Words) -> Iterator[str]:
    yield f"\\section*{{{_text_of(argmap.title)}}}"
    for text in (byline(argmap), *re.split(r"\n\s*\n", argmap.description)):
        if text.strip():
            yield f"{_text_of(text)}\n"
    depth = -1
    for name in (name for name in order if argmap.is_claim(name)):
        level = min(order.depths[name], _DEEPEST_LIST - 1, depth + 1)
        while depth < level:
            yield r"\begin{itemize}"
            depth += 1
        while depth > level:
            yield r"\end{itemize}"
            depth -= 1
        yield from _item(argmap, order, argmap.claim(name), words)
    yield from [r"\end{itemize}"] * (depth + 1)
    if argmap.sources:
        yield f"\\section*{{{_text_of(words('doc_sources'))}}}"
        yield r"\begin{itemize}"
        for source in argmap.sources:
            yield f"\\item {_text_of(reference(source, address=False))} {_address(web_address(source.url))}".rstrip()
        yield r"\end{itemize}"


def _item(argmap: ArgMap, order: Outline, claim: Claim, words: Words) -> Iterator[str]:
    via = order.via[claim.id]
    lead = f"\\textit{{{quote(words.lead(argmap.link(via)))}}} " if argmap.is_link(via) else ""
    aside = "".join(f" \\textit{{{_text_of(text)}}}" for text in asides(claim, words))
    yield f"\\item[{order.numbers[claim.id]}] {lead}{_text_of(claim.text)}{aside}"
    for line in beneath(argmap, order, claim, words):
        yield ""
        yield f"{{\\small {_line(line)}\\par}}"


def _line(line: Line) -> str:
    if line.kind == "address":
        return _address(line.text)
    return f"\\textit{{{_text_of(line.text)}}}" if line.kind == "quote" else _text_of(line.text)


def _address(address: str) -> str:
    """Return an address, which may break after what parts its folders and its values."""
    return re.sub(r"(/|\\&|=|\?)", r"\1\\allowbreak{}", quote(address))


def _text_of(text: str) -> str:
    """Return a text for a paragraph, which may break where its script allows: TeX knows of spaces alone."""
    if is_rtl(text) or text.isascii():
        return set_text(text, rtl=is_rtl(text))
    stretches: list[str] = []
    for piece, space in zip(*units(text), strict=True):
        if space and stretches:
            stretches[-1] += f" {piece}"
        else:
            stretches.append(piece)
    return r"\allowbreak{}".join(set_text(stretch, rtl=False) for stretch in stretches)
