"""Readable ids made from texts: one way for every reader, so that one sentence gets one id whatever format held it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from argmap.document.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["Ids", "ids_of", "is_id", "slug"]

WORDS: Final = 4  # an id is at most so many words long
LENGTH: Final = 32  # and so many characters, before a number is added to keep it unique
_LONG: Final = 400  # so much of a text is looked at
_SPELLED: Final = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i",
    "\u2019": "", "'": "",
})  # fmt: skip
_SMALL: Final = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "do", "does", "for", "from", "has", "have", "if",
    "in", "is", "it", "its", "of", "on", "or", "so", "such", "than", "that", "the", "their", "then", "there", "these",
    "they", "this", "to", "was", "we", "were", "which", "will", "with", "would",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


def slug(text: str, fallback: str = "claim") -> str:
    """Return a short readable id for a text: its first weighty words, in lower case, accents taken off Latin letters.

    Letters of other scripts stay what they are, for ids may hold them. A text without any gives `fallback`.

    >>> slug("High turnout makes the elected governments more legitimate.")
    'high-turnout-makes-elected'
    >>> slug("Où est l'œuvre de Søren?"), slug("Это правда"), slug("नैतिक है"), slug("?!")
    ('ou-est-loeuvre-de', 'это-правда', 'नैतिक-है', 'claim')
    """
    words = _words(text[:_LONG].lower().translate(_SPELLED))
    weighty = [word for word in words if word not in _SMALL] or words
    name = ""
    for word in weighty[:WORDS]:
        if name and len(name) + 1 + len(word) > LENGTH:
            break
        name = f"{name}-{word}" if name else word[:LENGTH]
    return name or fallback


def _words(text: str) -> list[str]:
    """Return the words. Accents are taken off Latin letters only: in other scripts a mark makes another letter."""
    if text.isascii():
        return _WORD.findall(text)
    kept: list[str] = []
    for letter in unicodedata.normalize("NFKC", text).lower().translate(_SPELLED):
        base = unicodedata.normalize("NFKD", letter)[:1]
        if "a" <= base <= "z":
            kept.append(base)
        elif letter.isalnum() or (kept and kept[-1] != " " and unicodedata.category(letter).startswith("M")):
            kept.append(letter)
        else:
            kept.append(" ")
    return unicodedata.normalize("NFC", "".join(kept)).split()


class Ids:
    """Hands out ids that are legal and unique. O(1) an id.

    >>> ids = Ids(taken=["rain"])
    >>> ids.of("Rain."), ids.of("Rain"), ids.keep("p1"), ids.keep("p1"), ids.keep("¬p"), ids.of("", "link")
    ('rain-2', 'rain-3', 'p1', 'p1-2', 'p', 'link')
    """

    def __init__(self, taken: Collection[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def of(self, text: str, fallback: str = "claim") -> str:
        """Return a new id made from a text."""
        return self.unique(slug(text, fallback))

    def keep(self, name: str, fallback: str = "claim") -> str:
        """Return the id that a file uses where it is legal and free, else one made from it."""
        if name not in self._taken and is_id(name):
            self._taken.add(name)
            return name
        return self.unique(name if is_id(name) else slug(name, fallback))

    def unique(self, name: str) -> str:
        """Return that id, with the next free number behind it if it is taken, and take it."""
        if name in self._taken:
            stem, number = name, self._last.get(name, 1) + 1
            while (name := f"{stem}-{number}") in self._taken:
                number += 1
            self._last[stem] = number
        self._taken.add(name)
        return name


def ids_of(texts: Iterable[str], fallback: str = "claim", taken: Collection[str] = ()) -> tuple[str, ...]:
    """Return one new id for each text, in order.

    >>> ids_of(["It rains.", "It rains!"])
    ('rains', 'rains-2')
    """
    ids = Ids(taken)
    return tuple(ids.of(text, fallback) for text in texts)
