"""Write argmap/layout/advances.py from the horizontal metrics of Noto Sans Regular.

Run from the repository: python tests/tools/make_advances.py
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from textwrap import wrap

HEAD = '''\
"""Advance widths of Noto Sans Regular, in thousandths of its size. Made by tests/tools/make_advances.py: do not edit.

A key is a code point without its last two hexadecimal digits; its value holds the widths of the 256 characters that
share it, in order, `-` for a character that the font lacks, and `*n` for n alike.
Noto Sans is copyright The Noto Project Authors, licensed under the SIL Open Font License 1.1.
"""

PAGES: dict[int, str] = {
'''
TARGET = Path(__file__).parents[2] / "argmap" / "layout" / "advances.py"


def font_file() -> Path:
    """Return the upright variable font; its default instance is Regular."""
    import fontpkg_noto_sans

    (path,) = (path for path in (Path(fontpkg_noto_sans.ROOT) / "files").glob("NotoSans[[]*.ttf"))
    return path


def font_advances() -> dict[int, int]:
    """Return the advance of every character the font has, in thousandths of the font's size."""
    from fontTools.ttLib import TTFont

    with TTFont(font_file(), lazy=True) as font:
        metrics, units = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: round(metrics[name][0] * 1000 / units) for code, name in font.getBestCmap().items()}


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
    TARGET.write_text(module_text(font_advances()), encoding="utf-8")
