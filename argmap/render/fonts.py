"""Fonts for figures: where they are, which of them a text needs, and what to install for a script that has none."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Font:
    """One font of a Python package: the scripts it is for, and the ranges of characters that call for it."""

    script: str
    package: str
    file: str
    ranges: tuple[tuple[int, int], ...]
    extra: str = "figures"


BASE: Final = Font("Latin, Greek, Cyrillic and Devanagari", "fontpkg_noto_sans", "NotoSans[wdth,wght].ttf", ())
_CJK: Final = (
    (0x1100, 0x11FF),
    (0x2E80, 0xA4CF),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
)
OTHERS: Final = (
    Font("Hebrew", "fontpkg_heebo", "Heebo[wght].ttf", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    Font("Arabic", "fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf",
         ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE))),
    Font("Bengali", "fontpkg_hind_siliguri", "HindSiliguri-Regular.ttf", ((0x0980, 0x09FF),)),
    Font("Tamil", "fontpkg_noto_sans_tamil", "NotoSansTamil[wdth,wght].ttf", ((0x0B80, 0x0BFF),)),
    Font("Telugu", "fontpkg_noto_sans_telugu", "NotoSansTelugu[wdth,wght].ttf", ((0x0C00, 0x0C7F),)),
    Font("Thai", "fontpkg_noto_sans_thai", "NotoSansThai[wdth,wght].ttf", ((0x0E00, 0x0E7F),)),
    Font("Khmer", "fontpkg_noto_sans_khmer", "NotoSansKhmer[wdth,wght].ttf", ((0x1780, 0x17FF), (0x19E0, 0x19FF))),
    Font("Chinese, Japanese and Korean", "cvttf_NotoSansCJK_Regular", "NotoSansCJKtc-Regular.otf", _CJK, "cjk"),
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
