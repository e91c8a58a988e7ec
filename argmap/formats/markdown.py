"""A map as a Markdown document to be read: numbered as on the page, each claim with the word that says what it does."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from argmap.order import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap, Claim, Link
    from argmap.order import Outline

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$&@]|(?<=\A\d)[.)]|\A[-+=](?=\s|[-=]|\Z)|(?<=:)//|(?<=www)\.")
_WORDS: Final = {"supports": "Because", "attacks": "However", "undercuts": "That does not follow, for"}
_BEARS: Final = {"supports": "supports", "attacks": "attacks", "undercuts": "undercuts the step to"}


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
    for part in (byline, escape(argmap.description)):
        if part:
            yield part
            yield ""
    tree = outline(argmap)
    leaving: dict[str, list[Link]] = {}
    for link in argmap.links:
        for premise in link.premises:
            leaving.setdefault(premise, []).append(link)
    for name in tree:
        yield from _claim(argmap, tree, argmap.claim(name), leaving.get(name, []))
    yield from _sources(argmap)


def _claim(argmap: ArgMap, tree: Outline, claim: Claim, leaving: list[Link]) -> Iterator[str]:
    """Yield a claim, what it does besides, and what is said about it."""
    indent = "  " * tree.depths[claim.id]
    via = tree.via[claim.id]
    lead = f"*{_lead(argmap, tree, argmap.link(via), claim.id)}* " if via else ""
    implied = " *(implied)*" if claim.implicit else ""
    yield f"{indent}- **{tree.numbers[claim.id]}** {lead}{escape(claim.text)}{implied}"
    for link in leaving:
        if link.id != via:
            bears = f"{_BEARS[link.kind]} {tree.numbers.get(argmap.target_claim(link), '?')}"
            yield f"{indent}  - *also {bears}{_together(tree, link, claim.id)}*"
    places = claim.at * len(claim.quote) if len(claim.at) == 1 and claim.quote else claim.at
    for place, quote in zip_longest(places, claim.quote, fillvalue=""):
        where = f"paragraph {place}" if isinstance(place, int) else escape(str(place))
        words = ", ".join(part for part in (where, escape(_titles(argmap).get(claim.source, ""))) if part)
        yield f"{indent}  > {escape(quote)}{f' ({words})' if words else ''}".rstrip()
    if claim.note:
        yield f"{indent}  - *Note:* {escape(claim.note)}"


def _lead(argmap: ArgMap, tree: Outline, link: Link, name: str) -> str:
    """Return the words that say what a claim does for the one above it."""
    word = _WORDS[link.kind]
    if link.kind == "undercuts" and argmap.is_link(link.target):
        steps = ", ".join(tree.numbers[premise] for premise in argmap.link(link.target).premises)
        word = f"That does not follow from {steps}, for"
    return f"{word}{_together(tree, link, name)}:"


def _together(tree: Outline, link: Link, name: str) -> str:
    others = [tree.numbers[premise] for premise in link.premises if premise != name]
    return f" (together with {', '.join(others)})" if others else ""


def _titles(argmap: ArgMap) -> dict[str, str]:
    """Return what a quotation calls each source, where there are several."""
    return {source.id: source.title or source.id for source in argmap.sources} if len(argmap.sources) > 1 else {}


def _sources(argmap: ArgMap) -> Iterator[str]:
    if argmap.sources:
        yield ""
        yield "## Sources"
        yield ""
    for source in argmap.sources:
        parts = (source.author, source.title, source.publisher, source.year, source.url)
        yield f"- {', '.join(escape(part) for part in parts if part) or escape(source.id)}"
