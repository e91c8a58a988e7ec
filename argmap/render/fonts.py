"""Fonts for figures: where they are, which of them a text needs, and what to install for a script that has none."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Font:
    """One font of a Python package: the scripts it is for, and the ranges of characters that call for it.

    `sparing`: what it is for are single signs; where it is not installed, a figure without them is better than none.
    """

    script: str
    package: str
    file: str
    ranges: tuple[tuple[int, int], ...]
    extra: str = "figures"
    sparing: bool = False


BASE: Final = Font("Latin, Greek, Cyrillic and Devanagari", "fontpkg_noto_sans", "NotoSans[wdth,wght].ttf", ())
_CJK: Final = (
    (0x1100, 0x11FF),
    (0x2E80, 0xA4CF),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
)
_ARROWS: Final = ((0x2190, 0x21FF), (0x2248, 0x2248), (0x2260, 0x2265), (0x27F0, 0x27FF))
_SIGNS: Final = (
    (0x2070, 0x209C),
    (0x2100, 0x214F),
    (0x2200, 0x2211),
    (0x2213, 0x23FF),
    (0x25A0, 0x27EF),
    (0x2A00, 0x2AFF),
)
_EMOJI: Final = ((0x2300, 0x23FF), (0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F000, 0x1FAFF))


def _noto(script: str, *ranges: tuple[int, int], file: str = "", sparing: bool = False) -> Font:
    """Return one of the fonts that a single package has for many scripts."""
    return Font(script, "manimgx_fonts", f"Noto{file or f'Sans{script}'}[wght].ttf", ranges, sparing=sparing)


# in this order: of two that have a character, the first draws it
OTHERS: Final = (
    Font("Hebrew", "fontpkg_heebo", "Heebo[wght].ttf", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    Font("Arabic", "fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf",
         ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE))),
    Font("Thai", "fontpkg_noto_sans_thai", "NotoSansThai[wdth,wght].ttf", ((0x0E00, 0x0E7F),)),
    Font("Chinese, Japanese and Korean", "cvttf_NotoSansCJK_Regular", "NotoSansCJKtc-Regular.otf", _CJK, "cjk"),
    _noto("Armenian", (0x0530, 0x058F), (0xFB13, 0xFB17)),
    _noto("Bengali", (0x0980, 0x09FF)),
    _noto("Gurmukhi", (0x0A00, 0x0A7F)),
    _noto("Gujarati", (0x0A80, 0x0AFF)),
    _noto("Oriya", (0x0B00, 0x0B7F)),
    _noto("Tamil", (0x0B80, 0x0BFF)),
    _noto("Telugu", (0x0C00, 0x0C7F)),
    _noto("Kannada", (0x0C80, 0x0CFF)),
    _noto("Malayalam", (0x0D00, 0x0D7F)),
    _noto("Sinhala", (0x0D80, 0x0DFF)),
    _noto("Lao", (0x0E80, 0x0EFF)),
    _noto("Myanmar", (0x1000, 0x109F)),
    _noto("Georgian", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    _noto("Ethiopic", (0x1200, 0x139F), (0x2D80, 0x2DDF)),
    _noto("Khmer", (0x1780, 0x17FF), (0x19E0, 0x19FF)),
    Font("arrows", "fontpkg_inter", "Inter[opsz,wght].ttf", _ARROWS, sparing=True),
    Font("logic and mathematics", "fontpkg_fira_code", "FiraCode[wght].ttf", _SIGNS, sparing=True),
    _noto("symbols", *_EMOJI, file="SansSymbols", sparing=True),
    _noto("emoji", *_EMOJI, file="Emoji", sparing=True),
)  # fmt: skip


def needed(texts: Iterable[str]) -> tuple[Font, ...]:
    r"""Return the fonts beside the base font that these texts call for. O(distinct characters).

    >>> [font.script for font in needed(["Hello", "\u05e9\u05dc\u05d5\u05dd"])]
    ['Hebrew']
    """
    codes = {ord(char) for text in texts if not text.isascii() for char in text}
    return tuple(font for font in OTHERS if any(low <= code <= high for code in codes for low, high in font.ranges))


def path(font: Font) -> str:
    """Return the path of a font's file, or "" if its package is not installed."""
    try:
        root = resources.files(font.package)
    except ModuleNotFoundError:
        return ""
    for file in (root / "files" / font.file, root / font.file):
        if file.is_file():
            return str(file)
    return ""
