"""The source pane: the text with every quoted passage marked, or the quotations where the text is not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.render.quotations import Quotation, quotations
from argmap.source import paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.model import ArgMap, Source
    from argmap.order import Outline

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: the quotations that cover it, and those that end with it."""

    text: str
    within: tuple[Quotation, ...]
    ending: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `number` counts from 1 and is 0 for titles that are not numbered."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """One source: its text if it is known, and the quotations that were not found in it, in text order.

    `quoted` paragraphs of `total` hold a quotation; `share` per cent of the words are quoted.
    """

    source: Source | None
    text: tuple[Paragraph, ...]
    loose: tuple[Quotation, ...]
    quoted: int = 0
    total: int = 0
    share: int = 0


def source_pane(argmap: ArgMap, order: Outline, texts: Mapping[str, str]) -> tuple[Passages, ...]:
    """Return the parts of the source pane, one a source, in file order; a source with nothing to show is left out."""
    sources: tuple[Source | None, ...] = argmap.sources or (None,)
    names = [source.id if source else "" for source in sources]
    of_source: dict[str, list[Quotation]] = {name: [] for name in names}
    for quote in quotations(argmap, order):  # one that names no source is from the first
        of_source.get(quote.source, of_source[names[0]]).append(quote)
    parts = []
    for name, source in zip(names, sources, strict=True):
        mine, text = of_source[name], texts.get(name, "")
        if mine or text:
            parts.append(_passages(source, text, mine))
    return tuple(parts)


def _passages(source: Source | None, text: str, mine: Sequence[Quotation]) -> Passages:
    if not text:
        return Passages(source=source, text=(), loose=tuple(mine))
    skip = source.skip if source else 0
    blocks = list(paragraphs(text))
    marks: list[list[tuple[int, int, Quotation]]] = [[] for _ in blocks]
    loose = []
    for quote in mine:
        if found := _place(blocks, skip, quote):
            at, start, end = found
            marks[at].append((start, end, quote))
        else:
            loose.append(quote)
    numbered = range(skip, len(blocks))
    return Passages(
        source=source,
        text=tuple(Paragraph(max(0, at + 1 - skip), _pieces(blocks[at], marks[at])) for at in range(len(blocks))),
        loose=tuple(loose),
        quoted=sum(bool(marks[at]) for at in numbered),
        total=len(numbered),
        share=_share([(blocks[at], marks[at]) for at in numbered]),
    )


def _place(blocks: Sequence[str], skip: int, quote: Quotation) -> tuple[int, int, int] | None:
    """Return block, start and end of a quotation: in the paragraph that it names, else where it is found first."""
    words = " ".join(quote.text.split())
    named = quote.at - 1 + skip if isinstance(quote.at, int) else -1
    for at in ([named] if 0 <= named < len(blocks) else []) + list(range(len(blocks))):
        start = blocks[at].find(words)
        if start >= 0:
            return at, start, start + len(words)
    return None


def _pieces(block: str, marks: Sequence[tuple[int, int, Quotation]]) -> tuple[Piece, ...]:
    cuts = sorted({0, len(block), *(start for start, _, _ in marks), *(end for _, end, _ in marks)})
    return tuple(
        Piece(
            block[low:high],
            tuple(quote for start, end, quote in marks if start <= low and high <= end),
            tuple(quote for _, end, quote in marks if end == high),
        )
        for low, high in pairwise(cuts)
    )


def _share(rows: Sequence[tuple[str, Sequence[tuple[int, int, Quotation]]]]) -> int:
    """Return how many per cent of the words are quoted, at least in part."""
    words = [(word, marks) for block, marks in rows for word in _WORD.finditer(block)]
    inside = sum(any(start < word.end() and word.start() < end for start, end, _ in marks) for word, marks in words)
    return round(100 * inside / len(words)) if words else 0
