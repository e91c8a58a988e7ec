"""LaTeX, PowerPoint and Word from a map in one call, whole or in part, with the numbers of the whole map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from argmap.diagnostics import UsageError
from argmap.layout import layout
from argmap.render.figure import Figure, FigureOptions, chosen, drawing
from argmap.render.pages import SMALLEST_ON_A_SLIDE
from argmap.render.theme import THEMES

if TYPE_CHECKING:
    from argmap.model import ArgMap

DocumentFormat = Literal["tex", "tex-outline", "pptx", "docx"]


def document(argmap: ArgMap, kind: DocumentFormat, options: FigureOptions | None = None) -> bytes:
    """Return a map as a document, as made() does, without what the reader should know of it."""
    return made(argmap, kind, options).files[0]


def made(argmap: ArgMap, kind: DocumentFormat, options: FigureOptions | None = None) -> Figure:
    """Return a map as a document. Pure but for the layout engine that a picture needs.

    Of the options, all take `selection`; pptx takes the theme too, and tex whatever does not depend on paper. Raises
    UsageError for an option that cannot be carried out, MissingExtraError if a library is not installed.
    """
    options = options or FigureOptions()
    if options.theme not in THEMES:
        raise UsageError(f"no theme is called '{options.theme}'; there are: {', '.join(THEMES)}")
    shown, order = chosen(argmap, options.selection)
    if kind == "pptx":
        from argmap.render import slides

        picture = layout(shown, replace(options.layout, aspect=slides.SLIDE[0] / slides.SLIDE[1]))
        content = slides.write(shown, picture, options.theme, options.shade, order)
        return Figure((content,), _legible(slides.smallest_text(picture)))
    if kind == "docx":
        from argmap.render import word

        return Figure((word.write(shown, order),))
    from argmap.render import tikz

    lines = tikz.write_outline(shown, order) if kind == "tex-outline" else tikz.write(drawing(shown, order, options))
    text = "".join(f"{line}\n" for line in lines)
    notes = ("pdflatex sets a question mark for each character beyond Latin; lualatex has them",)
    return Figure((text.encode(),), notes if "\\DeclareUnicodeCharacter" in text else ())


def _legible(size: float) -> tuple[str, ...]:
    """Return a warning if the smallest text of a slide, in points, cannot be read from a chair."""
    if size >= SMALLEST_ON_A_SLIDE:
        return ()
    return (
        f"the smallest text is {size:.1f} points on the slide, hard to read: --depth, --focus or --group shows less",
    )
