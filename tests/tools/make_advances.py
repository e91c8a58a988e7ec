"""Write argmap/layout/advances.py from the metrics of Noto Sans Regular and of the fonts for other scripts.

Run from the repository: python tests/tools/make_advances.py
"""

from __future__ import annotations

from itertools import groupby
from math import ceil
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING
from unicodedata import category

import uharfbuzz
from fontTools.ttLib import TTFont

from argmap.render.fonts import BASE, OTHERS, Font, path

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = '''\
"""Advance widths of Noto Sans Regular, in thousandths of its size. Made by tests/tools/make_advances.py: do not edit.

Hebrew is Heebo and Thai Noto Sans Thai, with a little more room, as pages take the fonts that the reader has; a letter
of Noto Sans Arabic has the mean of its four forms, which is wider than words are.

A key is a code point without its last two hexadecimal digits; its value holds the widths of the 256 characters that
share it, in order, `-` for a character that the font lacks, and `*n` for n alike.
Noto Sans is copyright The Noto Project Authors, Heebo The Heebo Project Authors; both are licensed under the SIL Open
Font License 1.1.
"""

PAGES: dict[int, str] = {
'''
TARGET = Path(__file__).parents[2] / "argmap" / "layout" / "advances.py"
ROOM = {"Hebrew": 1.06, "Thai": 1.06, "Arabic": 1.0}  # pages take the reader's fonts, some of which are a little wider
JOINER = "\u200d"
BEFORE_FORMS = 0xFB00  # from here on stand letters whose form is fixed, which nobody types
BESIDE = ("Lo", "Lm", "Nd", "Nl", "No", "Po", "Pd", "Sc", "Sm", "So")  # categories of what stands beside a letter


def font_advances() -> dict[int, int]:
    """Return the advance of every character of the base font, in thousandths of the font's size."""
    with TTFont(path(BASE), lazy=True) as font:
        metrics, units = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: round(metrics[name][0] * 1000 / units) for code, name in font.getBestCmap().items()}


def other_advances() -> dict[int, int]:
    """Return the advances of Hebrew, Thai and Arabic letters; those of Arabic are the mean of a letter's forms."""
    found = {}
    for font in OTHERS:
        if font.script in ROOM:
            advance = shaping(path(font))
            for letter in _letters(font):
                forms = _forms(letter) if font.script == "Arabic" else [letter]
                found[ord(letter)] = ceil(sum(map(advance, forms)) / len(forms) * ROOM[font.script])
    return found


def shaping(file: str) -> Callable[[str], int]:
    """Return a function that tells the advance of a text in a font, in thousandths of the font's size."""
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(file)))
    font.scale = (1000, 1000)

    def advance(text: str) -> int:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        return sum(at.x_advance for at in buffer.glyph_positions)

    return advance


def _letters(font: Font) -> list[str]:
    """Return the characters that a font has of its scripts' blocks, and that stand beside others."""
    with TTFont(path(font), lazy=True) as opened:
        known = sorted(code for code in opened.getBestCmap() if code < BEFORE_FORMS)
    ours = [chr(code) for code in known if any(low <= code <= high for low, high in font.ranges)]
    return [letter for letter in ours if category(letter) in BESIDE]


def _forms(letter: str) -> list[str]:
    """Return a letter alone, and as it stands at the beginning, in the middle and at the end of a word."""
    return [letter, letter + JOINER, JOINER + letter + JOINER, JOINER + letter]


def run_lengths(widths: list[int | None]) -> str:
    """Return the widths as words, equal neighbours joined."""
    words = []
    for width, same in groupby(widths):
        count = len(list(same))
        words.append(("-" if width is None else str(width)) + (f"*{count}" if count > 1 else ""))
    return " ".join(words)


def module_text(advances: dict[int, int]) -> str:
    """Return the text of argmap/layout/advances.py."""
    rows = []
    for page in sorted({code >> 8 for code in advances}):
        words = run_lengths([advances.get(page * 256 + low) for low in range(256)])
        lines = wrap(words, 108)
        body = "".join(f'\n        "{line} "' for line in lines[:-1]) + f'\n        "{lines[-1]}"'
        rows.append(f"    {page}: ({body}\n    ),\n" if len(lines) > 1 else f'    {page}: "{lines[0]}",\n')
    return HEAD + "".join(rows) + "}\n"


if __name__ == "__main__":
    TARGET.write_text(module_text(font_advances() | other_advances()), encoding="utf-8")
