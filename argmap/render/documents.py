"""LaTeX, PowerPoint and Word from a map in one call, whole or in part, with the numbers of the whole map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from argmap.diagnostics import UsageError
from argmap.layout import layout
from argmap.render.figure import FigureOptions, chosen, drawing
from argmap.render.theme import THEMES

if TYPE_CHECKING:
    from argmap.model import ArgMap

DocumentFormat = Literal["tex", "tex-outline", "pptx", "docx"]
DOCUMENT_FORMATS: Final[tuple[DocumentFormat, ...]] = ("tex", "tex-outline", "pptx", "docx")


def document(argmap: ArgMap, kind: DocumentFormat, options: FigureOptions | None = None) -> bytes:
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
        return slides.write(shown, picture, options.theme, options.shade, order)
    if kind == "docx":
        from argmap.render import word

        return word.write(shown, order)
    from argmap.render import tikz

    lines = tikz.write_outline(shown, order) if kind == "tex-outline" else tikz.write(drawing(shown, order, options))
    return "".join(f"{line}\n" for line in lines).encode()
