"""Word: the outline of a map with headings, so that its navigation pane shows the argument."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from argmap.diagnostics import MissingExtraError
from argmap.layout.text import is_rtl
from argmap.order import outline
from argmap.render import office
from argmap.render.quotations import places
from argmap.render.words import Words
from argmap.render.zipped import reproducible
from argmap.xmlquote import legal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap, Claim
    from argmap.order import Outline

CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC)
DEEPEST_HEADING: Final = 3  # deeper claims are indented paragraphs
_RTL_LANGUAGES: Final = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
INK: Final = "1F3864"  # of title and headings; the paler blue of the third level is too pale to be read by everybody
INDENT: Final = 18.0  # points a level


def write(argmap: ArgMap, order: Outline | None = None) -> bytes:
    """Return a document: the title, the description, then every claim in reading order under its number.

    `order` is the order of the map that this one is part of, whose numbers it keeps.

    Theses and the two levels beneath them are headings. Raises MissingExtraError if python-docx is not installed.
    """
    try:
        from docx import Document
    except ModuleNotFoundError as error:
        raise MissingExtraError("Word needs python-docx; run: pip install 'argmap[office]'") from error
    document = Document()
    about = document.core_properties
    about.title, about.author = legal(argmap.title), ", ".join(map(legal, argmap.authors))
    about.language, about.created, about.modified = argmap.language, CREATED, CREATED
    about.last_modified_by, about.comments = "argmap", ""
    _styles(document, argmap.language)
    _text(document.add_heading(level=0), office.one_line(argmap.title))
    if argmap.description:
        _text(document.add_paragraph(), legal(argmap.description))
    order = order or outline(argmap)
    words = Words(argmap, order)
    for name in (name for name in order if argmap.is_claim(name)):
        _claim(document, argmap, order, argmap.claim(name), words)
    buffer = io.BytesIO()
    document.save(buffer)
    return reproducible(buffer.getvalue())


def _claim(document: Any, argmap: ArgMap, order: Outline, claim: Claim, words: Words) -> None:  # noqa: ANN401 - untyped library
    from docx.shared import Pt

    depth = order.depths[claim.id]
    if depth < DEEPEST_HEADING:
        paragraph = document.add_heading(level=depth + 1)
    else:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Pt(INDENT * (depth - DEEPEST_HEADING + 1))
    paragraph.add_run(f"{order.numbers[claim.id]}  ")
    if (via := order.via[claim.id]) and argmap.is_link(via):
        paragraph.add_run(f"{words.lead(argmap.link(via))} ").italic = True
    _text(paragraph, office.one_line(claim.text))
    if claim.implicit:
        paragraph.add_run(f" {words('implied')}").italic = True
    indent = Pt(INDENT * max(0, depth - DEEPEST_HEADING + 1))
    beneath = list(_beneath(argmap, order, claim, words))
    # headings alone, each kept with the next, would all move to a new page
    paragraph.paragraph_format.keep_with_next = bool(beneath) or depth == 0
    for text, italic in beneath:
        line = document.add_paragraph()
        line.paragraph_format.left_indent = indent
        _text(line, legal(text), italic=italic, rtl=is_rtl(claim.text))


def _beneath(argmap: ArgMap, order: Outline, claim: Claim, words: Words) -> Iterator[tuple[str, bool]]:
    """Yield what stands under a claim (joint premises, quotations, the note), and whether in italics."""
    via = order.via[claim.id] if argmap.is_link(order.via[claim.id]) else ""
    if via and len(argmap.link(via).premises) > 1:
        yield words.together(argmap.link(via), claim.id), False
    for text in words.also(claim.id):
        yield text, False
    for passage, at in zip(claim.quote, places(claim), strict=True):
        yield f"{words('doc_quote', text=passage)}{f' ({words.place(at)})' if at else ''}", True
    if claim.note:
        yield claim.note, False


def _styles(document: Any, language: str) -> None:  # noqa: ANN401 - untyped library
    """Set the language in which Word checks the spelling, and one colour for title and headings."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        document.styles[name].font.color.rgb = RGBColor.from_string(INK)
    first = language.lower().partition("-")[0]
    scripts = {"w:val": True, "w:bidi": first in _RTL_LANGUAGES, "w:eastAsia": first in {"zh", "ja", "ko"}}
    for element in document.styles.element.iter(qn("w:lang")):
        for key in (key for key, ours in scripts.items() if ours):
            element.set(qn(key), office.language(language))


def _text(paragraph: Any, text: str, *, italic: bool = False, rtl: bool = False) -> None:  # noqa: ANN401 - untyped library
    """Add a text; where it runs from right to left, so does its paragraph, which `rtl` says of others too."""
    from docx.oxml import OxmlElement

    run = paragraph.add_run(text)
    if italic:
        run.italic = True
    run.font.rtl = is_rtl(text) or None
    if rtl or is_rtl(text):
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no public way to direction
        properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


_AFTER_BIDI: Final = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")
