"""Where a line may break in scripts that do not set a space between words, and what may never be parted."""
# ruff: noqa: RUF001 - full-width marks are the subject here, not mistakes

from __future__ import annotations

import re
from unicodedata import category

# Scripts whose lines may break between any two letters: East Asian, and those that write no spaces (Thai, Lao,
# Myanmar, Khmer, Tibetan). Finding the words of the latter takes a dictionary.
_FREE = (
    "\u0e01-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u2e80-\u312f\u3190-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
_HAS_FREE = re.compile(f"[{_FREE}]")
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # all white space but that which must not break

# What may not begin a line, and what may not end one (the heart of the Japanese and Chinese rules, and Thai vowels).
_CLOSERS = frozenset(
    "、。，．・：；？！»›’”）〕］｝〉》」』】〙〗〟ゝゞ々ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ゛゜…‥%％‰℃°,.:;!?)]}"
    "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3"
)
_OPENERS = frozenset(
    "«‹‘“（〔［｛〈《「『【〘〖〝([{$¥￥€£＄\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
)

_JOINER = "\u200d"
_VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2")


def units(text: str) -> tuple[list[str], list[bool]]:
    """Return the pieces between which a line may break, and for each whether a space stands before it.

    >>> units("see 東京、大阪")
    (['see', '東', '京、', '大', '阪'], [True, True, False, False, False])
    """
    words = [word for word in _SPACES.split(text) if word]
    if not _HAS_FREE.search(text) and "\u200b" not in text:
        return words, [True] * len(words)
    pieces: list[str] = []
    spaced: list[bool] = []
    for word in words:
        parts = [part for stretch in word.split("\u200b") for part in _parts(stretch)]
        pieces += parts
        spaced += [True, *[False] * (len(parts) - 1)] if parts else []
    return pieces, spaced


def _parts(word: str) -> list[str]:
    """Cut one word before and after every cluster of a script whose lines break anywhere."""
    parts: list[str] = []
    open_end = True  # nothing yet to be cut off from
    free_before = False
    for cluster in clusters(word):
        free = bool(_HAS_FREE.match(cluster))
        if parts and (open_end or cluster[0] in _CLOSERS or not (free or free_before)):
            parts[-1] += cluster
        else:
            parts.append(cluster)
        open_end = cluster[-1] in _OPENERS
        free_before = free
    return parts


def clusters(word: str) -> list[str]:
    r"""Return what a reader sees as single characters: a letter with its marks, a joined emoji, a flag.

    >>> len(clusters("e\u0301te\u0301"))
    3
    >>> len(clusters("👩\u200d🏫🇨🇭👍🏽"))
    3
    """
    if word.isascii():
        return list(word)
    found: list[str] = []
    for char in word:
        if found and _extends(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _extends(before: str, char: str) -> bool:
    """Return whether a character belongs to the cluster before it."""
    last = before[-1]
    if category(char)[0] == "M" or _JOINER in (char, last) or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    if last in _VIRAMAS:
        return True
    if "\U0001f1e6" <= char <= "\U0001f1ff":  # flags are pairs
        return len(before) == 1 and "\U0001f1e6" <= last <= "\U0001f1ff"
    return _jamo(last, char)


def _jamo(last: str, char: str) -> bool:
    """Return whether a Korean syllable written in parts goes on."""
    return ("\u1160" <= char <= "\u11ff" and ("\u1100" <= last <= "\u11ff" or "\uac00" <= last <= "\ud7a3")) or (
        "\u1100" <= char <= "\u115f" and "\u1100" <= last <= "\u115f"
    )
