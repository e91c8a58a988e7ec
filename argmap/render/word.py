"""Word: the outline of a map with headings, so that its navigation pane shows the argument."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, Final

from argmap.layout.text import is_rtl
from argmap.model import web_address
from argmap.order import outline
from argmap.render import office
from argmap.render.beneath import asides, beneath, byline, reference
from argmap.render.libraries import needing
from argmap.render.pages import PAPERS
from argmap.render.words import Words
from argmap.render.zipped import reproducible
from argmap.xmlquote import legal

if TYPE_CHECKING:
    from argmap.model import ArgMap, Claim, Source
    from argmap.order import Outline
    from argmap.render.pages import Paper

DEEPEST_HEADING: Final = 3  # deeper claims are indented paragraphs
_RTL_LANGUAGES: Final = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
INK: Final = "1F3864"  # of title and headings; the paler blue of the third level is too pale to be read by everybody
INDENT: Final = 18.0  # points a level
# what must stand behind w:bidi among the properties of a paragraph
_AFTER_BIDI: Final = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")


def write(argmap: ArgMap, order: Outline | None = None, paper: Paper = "none") -> bytes:
    """Return a document: title, authors, description, every claim in reading order under its number, the sources.

    `order` is the order of the map that this one is part of, whose numbers it keeps. `paper`: "none" is that on which
    documents in its language are printed.

    Theses and the two levels beneath them are headings. Raises MissingExtraError if python-docx is not installed.
    """
    with needing("Word", "python-docx", "office", module="docx"):
        from docx import Document
    document = Document()
    office.about(document.core_properties, argmap)
    _styles(document, argmap.language)
    _page(document, office.paper(argmap.language) if paper == "none" else paper)
    _text(document.add_heading(level=0), office.one_line(argmap.title))
    for text in (byline(argmap), *re.split(r"\n\s*\n", argmap.description)):
        if text.strip():
            _text(document.add_paragraph(), legal(text.strip()))
    order = order or outline(argmap)
    words = Words(argmap, order)
    for name in (name for name in order if argmap.is_claim(name)):
        _claim(document, argmap, order, argmap.claim(name), words)
    if argmap.sources:
        _text(document.add_heading(level=1), words("doc_sources"))
    for source in argmap.sources:
        _source(document, source)
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
    for aside in asides(claim, words):
        paragraph.add_run(f" {legal(aside)}").italic = True
    indent = Pt(INDENT * max(0, depth - DEEPEST_HEADING + 1))
    lines = list(beneath(argmap, order, claim, words))
    # headings alone, each kept with the next, would all move to a new page
    paragraph.paragraph_format.keep_with_next = bool(lines) or depth == 0
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = indent
        if line.kind == "address":
            _link(paragraph, line.text)
        else:
            _text(paragraph, legal(line.text), italic=line.kind == "quote", rtl=is_rtl(claim.text))


def _source(document: Any, source: Source) -> None:  # noqa: ANN401 - untyped library
    """Add one entry of the list of sources; its address leads there."""
    paragraph = document.add_paragraph()
    _text(paragraph, legal(reference(source, address=False)))
    if address := web_address(source.url):
        paragraph.add_run(" ")
        _link(paragraph, address)


def _link(paragraph: Any, address: str) -> None:  # noqa: ANN401 - untyped library
    """Add an address that can be followed; python-docx has no public way to one."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    run = paragraph.add_run(legal(address))
    run.font.underline, run.font.color.rgb = True, RGBColor.from_string(INK)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(legal(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run._r.addprevious(link)  # noqa: SLF001 - see above
    link.append(run._r)  # noqa: SLF001 - see above


def _page(document: Any, paper: Paper) -> None:  # noqa: ANN401 - untyped library
    """Set the size of the pages, upright, with an inch of margin, and their numbers beneath."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    section = document.sections[0]
    section.page_width, section.page_height = (Pt(round(length, 1)) for length in PAPERS[paper])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(72)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    number.append(foot.add_run("1")._r)  # noqa: SLF001 - python-docx has no public way to fields
    foot._p.append(number)  # noqa: SLF001 - see above


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
