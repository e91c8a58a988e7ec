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

Other scripts have the widths of the fonts for figures and a little more room, as pages take the fonts that the reader
has. An Arabic letter has the mean of its four forms.

A key is a code point without its last two hexadecimal digits; its value holds the widths of the 256 characters that
share it, in order, `-` for a character that the font lacks, and `*n` for n alike.
The fonts are copyright the authors of Noto and Heebo, licensed under the SIL Open Font License 1.1.
"""

PAGES: dict[int, str] = {
'''
TARGET = Path(__file__).parents[2] / "argmap" / "layout" / "advances.py"
WIDER = 1.06  # pages take the reader's fonts, some of which are a little wider than ours
SHAPED = "Arabic"  # its letters have a width for each place in a word; the mean is wider than words are
TABLED = (
    "Hebrew",
    SHAPED,
    "Thai",
    "Bengali",
    "Gurmukhi",
    "Gujarati",
    "Oriya",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Sinhala",
    "Lao",
    "Khmer",
    "Myanmar",
    "Armenian",
    "Georgian",
    "Ethiopic",
)
BEFORE_FORMS = "\ufb00"  # from here on stand letters whose form is fixed, which nobody types
BESIDE = ("Lo", "Lm", "Nd", "Nl", "No", "Po", "Pd", "Sc", "Sm", "So", "Mc")  # categories of what stands beside a letter


def font_advances(font: Font = BASE) -> dict[int, int]:
    """Return the advance of every character of a font, in thousandths of the font's size."""
    with TTFont(path(font), lazy=True) as opened:
        metrics, units = opened["hmtx"].metrics, opened["head"].unitsPerEm
        return {code: round(metrics[name][0] * 1000 / units) for code, name in opened.getBestCmap().items()}


def other_advances() -> dict[int, int]:
    """Return the advances of the letters of other scripts, and of marks that stand beside letters."""
    found = {}
    for font in OTHERS:
        if font.script in TABLED:
            widths = _means(font) if font.script == SHAPED else _wider(font)
            found |= {code: width for code, width in widths.items() if _beside(chr(code), font)}
    return found


def _beside(char: str, font: Font) -> bool:
    """Return whether a character of the font's scripts stands beside others, not on or beneath them."""
    ours = any(low <= ord(char) <= high for low, high in font.ranges)
    return ours and char < BEFORE_FORMS and category(char) in BESIDE


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


def _wider(font: Font) -> dict[int, int]:
    """Return the advances of a font, and a little room."""
    return {code: ceil(width * WIDER) for code, width in font_advances(font).items()}


def _means(font: Font) -> dict[int, int]:
    """Return the mean advance of each letter alone, and at the beginning, in the middle and at the end of a word."""
    advance, zwj = shaping(path(font)), "\u200d"
    forms = (lambda at: at, lambda at: at + zwj, lambda at: zwj + at + zwj, lambda at: zwj + at)
    return {code: ceil(sum(advance(form(chr(code))) for form in forms) / len(forms)) for code in font_advances(font)}


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
