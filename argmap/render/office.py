"""What Word and PowerPoint files have in common: claims on one line, the language for spelling, decorative shapes."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from argmap.xmlquote import legal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgMap
    from argmap.render.pages import Paper

CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC)  # no clock: same map, same bytes
_REGIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ar": "SA", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "fa": "IR", "fi": "FI",
        "fr": "FR", "he": "IL", "hi": "IN", "it": "IT", "ja": "JP", "ko": "KR", "nl": "NL", "pl": "PL", "pt": "PT",
        "ru": "RU", "sv": "SE", "th": "TH", "tr": "TR", "uk": "UA", "vi": "VN", "zh": "CN",
    }
)  # fmt: skip
_LETTER: Final = frozenset({"US", "CA", "MX", "PH", "CO", "VE", "CL", "CR", "GT", "PA", "PR", "DO"})  # where it is used
_DECORATIVE: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def language(tag: str) -> str:
    """Return a language as Office names it: with a region, without which it checks the spelling of another.

    >>> language("de"), language("de-AT"), language("eo")
    ('de-DE', 'de-AT', 'eo')
    """
    region = _REGIONS.get(tag.lower())
    return f"{tag.lower()}-{region}" if region else legal(tag)


def paper(tag: str) -> Paper:
    """Return the paper on which a document in that language is printed.

    >>> paper("en"), paper("en-GB"), paper("de"), paper("es-MX")
    ('Letter', 'A4', 'A4', 'Letter')
    """
    return "Letter" if language(tag).rpartition("-")[2] in _LETTER else "A4"


def about(properties: Any, argmap: ArgMap) -> None:  # noqa: ANN401 - untyped library
    """Say in the properties of a file of which map it is; Office has room for 255 characters in each."""
    properties.title, properties.author = legal(argmap.title)[:255], ", ".join(map(legal, argmap.authors))[:255]
    properties.language, properties.created, properties.modified = argmap.language[:255], CREATED, CREATED
    properties.last_modified_by, properties.comments = "argmap", ""


def one_line(text: str) -> str:
    r"""Return a text without its line breaks, as the cards of a figure show it.

    >>> one_line("A claim\n  over two lines. ")
    'A claim over two lines.'
    """
    return re.sub(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*", " ", legal(text)).strip()


def describe(shape: Any, text: str) -> None:  # noqa: ANN401 - untyped library
    """Give a shape what a screen reader says of it; with no text, mark it as decorative."""
    from pptx.oxml import parse_xml

    properties = shape._element._nvXxPr.cNvPr  # noqa: SLF001 - python-pptx has no public way to it
    if text:
        properties.set("descr", legal(text))
    else:
        properties.append(parse_xml(_DECORATIVE))
