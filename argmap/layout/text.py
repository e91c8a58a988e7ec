"""Text measured and wrapped, with no font at hand: a table of advances, and rules for scripts beyond it.

The rules for breaking are those parts of Unicode Standard Annexes 14 (lines) and 29 (grapheme clusters) that claims
need.
"""

from __future__ import annotations

from math import ceil, inf, log
from typing import NamedTuple

from argmap.layout.advances import PAGES

EM = 1000
SHAPE = 3.2  # width : height of the boxes that read best


class Room(NamedTuple):
    """What a box grants its text, in pixels: the widest line; the width the box has anyway; what the box adds."""

    widest: float
    narrowest: float = 0.0
    extra_width: float = 24.0
    extra_height: float = 34.0
    line_height: float = 18.0


_NARROW = (("\u0590", "\u08ff"), ("\u0e00", "\u0eff"), ("\ufb1d", "\ufdf9"), ("\ufe70", "\ufefc"))
"""Syriac, and what the fonts lack of Hebrew, Arabic, Thai and Lao."""


class _Advances(dict[str, int]):
    """Advances by character, in thousandths of the font's size; a page of the table is read when first needed."""

    def __missing__(self, char: str) -> int:
        code = ord(char)
        at = code & ~255
        for word in PAGES.get(code >> 8, "").split():
            width, _, count = word.partition("*")
            stop = at + int(count or 1)
            if width != "-":
                self.update((chr(each), int(width)) for each in range(at, stop))
            at = stop
        if char not in self:
            self[char] = _guess(char)
        return self[char]


def _guess(char: str) -> int:
    """Return an upper estimate of the advance of a character that the font lacks."""
    from unicodedata import category, east_asian_width

    if category(char) in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp"):
        return 0
    if "\u2600" <= char <= "\u27bf" or "\U0001f000" <= char <= "\U0001faff":
        return 1300  # emoji are wider than an em in every common font
    if any(low <= char <= high for low, high in _NARROW):
        return 750
    return EM + 250 * (east_asian_width(char) == "N" and category(char) in ("Lo", "Mc"))  # some scripts are wide


_advance = _Advances().__getitem__


def is_rtl(text: str) -> bool:
    r"""Return whether the first letter with a direction runs right to left (Unicode Standard Annex 9, rule P2).

    >>> is_rtl("42 \u05e9\u05dc\u05d5\u05dd"), is_rtl("(claim)")
    (True, False)
    """
    if text.isascii():
        return False
    from unicodedata import bidirectional

    return next((kind != "L" for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), False)


def measure(text: str, size: float) -> float:
    """Return the width of one line of text in pixels, set in Noto Sans Regular of that size. O(characters).

    Kerning and ligatures are left out: they only make a line narrower.

    >>> round(measure("Every claim counts.", 14), 2)
    125.89
    """
    return sum(map(_advance, text)) * size / EM


def wrap(text: str, size: float, room: Room) -> tuple[str, ...]:
    """Return the lines of the box whose shape is nearest 3.2 : 1, as equal in length as whole words allow.

    Any run of white space is one space. A word longer than the widest line is broken between grapheme clusters.
    Lines are in logical order. O(characters * lines).

    >>> wrap("High turnout makes elected governments more legitimate.", 14, Room(264))
    ('High turnout makes elected', 'governments more legitimate.')
    """
    scale = EM / size
    words, gaps = _words(text)
    if not words:
        return ("",)
    widths = [sum(map(_advance, word)) for word in words]
    limit = room.widest * scale
    if max(widths) > limit:
        words, widths, gaps = _broken(words, gaps, limit)
    return _lines(words, gaps, _balanced(widths, gaps, limit, room, scale))


def fill(text: str, size: float, widest: float) -> tuple[str, ...]:
    """Return the lines of a text that fills each line as far as words allow, as titles and keys do. O(characters).

    >>> fill("High turnout makes elected governments more legitimate.", 14, 320)
    ('High turnout makes elected governments more', 'legitimate.')
    """
    words, gaps = _words(text)
    if not words:
        return ("",)
    words, widths, gaps = _broken(words, gaps, widest * EM / size)
    return _lines(words, gaps, _greedy(widths, gaps, widest * EM / size)[0])


def shorten(text: str, size: float, widest: float) -> str:
    """Return a text if it fits on a line of that width, else as much of its beginning as does, and an ellipsis.

    >>> shorten("empirical", 11, 60), shorten("empirical", 11, 40), shorten("empirical", 11, 4)
    ('empirical', 'empir\u2026', '')
    """
    room = widest * EM / size
    if sum(map(_advance, text)) <= room:
        return text
    from argmap.layout.breaks import clusters

    kept, room = "", room - _advance("\u2026")
    for cluster in clusters(text):
        room -= sum(map(_advance, cluster))
        if room < 0:
            break
        kept += cluster
    return f"{kept.rstrip()}\u2026" if kept.strip() else ""


def _lines(words: list[str], gaps: list[int], starts: list[int]) -> tuple[str, ...]:
    """Return the lines that begin with the words of those places."""
    if len(starts) == len(words) == 1:
        return (words[0],)
    return tuple(
        words[start]
        + "".join(
            f" {word}" if gap else word
            for word, gap in zip(words[start + 1 : stop], gaps[start + 1 : stop], strict=True)
        )
        for start, stop in zip(starts, [*starts[1:], len(words)], strict=True)
    )


def _words(text: str) -> tuple[list[str], list[int]]:
    """Return the pieces between which a line may break, and the space before each."""
    space = _advance(" ")
    if text.isascii():
        words = text.split()
        return words, [space] * len(words)
    from argmap.layout.breaks import units

    words, spaced = units(text)
    return words, [space if each else 0 for each in spaced]


def _balanced(widths: list[int], gaps: list[int], limit: float, room: Room, scale: float) -> list[int]:
    """Return where each line starts: the best number of lines, in the narrowest width that holds them."""
    total = sum(widths) + sum(gaps) - gaps[0]
    count = _best_count(total / scale, room)
    floor = max(room.narrowest * scale, *widths, 0)
    width = max(total / count, floor)
    while True:
        starts, wider = _greedy(widths, gaps, width)
        if len(starts) <= count:
            return starts
        if wider > limit:
            count += 1
            width = max(total / count, floor)
        else:
            width = wider


def _greedy(widths: list[int], gaps: list[int], room: float) -> tuple[list[int], float]:
    """Fill lines of that width; return where each starts, and the least width at which any would start elsewhere."""
    starts, line, wider = [0], widths[0], inf
    for index in range(1, len(widths)):
        longer = line + gaps[index] + widths[index]
        if longer > room:
            starts.append(index)
            line = widths[index]
            wider = min(wider, longer)
        else:
            line = longer
    return starts, wider


def _best_count(total: float, room: Room) -> int:
    """Return the number of lines whose box is nearest the best shape, when `total` is the length of them all."""
    count = ceil(total / room.widest) or 1
    best = inf
    while True:
        width = max(total / count, room.narrowest) + room.extra_width
        off = abs(log(width / (count * room.line_height + room.extra_height) / SHAPE))
        if off >= best:
            return count - 1
        best = off
        count += 1


def _broken(words: list[str], gaps: list[int], limit: float) -> tuple[list[str], list[int], list[int]]:
    """Return words, widths and gaps with every word that is too long cut into pieces that are not."""
    pieces: list[str] = []
    spaces: list[int] = []
    for word, gap in zip(words, gaps, strict=True):
        parts = _pieces(word, limit) if sum(map(_advance, word)) > limit else [word]
        pieces += parts
        spaces += [gap, *[0] * (len(parts) - 1)]
    return pieces, [sum(map(_advance, piece)) for piece in pieces], spaces


def _pieces(word: str, limit: float) -> list[str]:
    """Cut one word into pieces that fit, after a mark such as `/` or `-` where there is one in the second half."""
    from argmap.layout.breaks import clusters

    pieces: list[str] = []
    line: list[str] = []
    width = 0
    for cluster in clusters(word):
        step = sum(map(_advance, cluster))
        if line and width + step > limit:
            cut = next(
                (at for at in range(len(line), len(line) // 2, -1) if line[at - 1] in "-/.,;:_?&=+#@%"), len(line)
            )
            pieces.append("".join(line[:cut]))
            line = line[cut:]
            width = sum(sum(map(_advance, each)) for each in line)
        line.append(cluster)
        width += step
    return [*pieces, "".join(line)]
