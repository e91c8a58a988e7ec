"""LaTeX, PowerPoint and Word from a map in one call, whole or in part, with the numbers of the whole map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from argmap.diagnostics import UsageError
from argmap.layout import layout
from argmap.render.figure import Figure, FigureOptions, chosen, drawing, few
from argmap.render.pages import SMALLEST_ON_A_SLIDE
from argmap.render.theme import THEMES

if TYPE_CHECKING:
    from argmap.model import ArgMap
    from argmap.order import Outline
    from argmap.render.chapters import Chapter

WORD_PAPERS: Final = ("A3", "A4", "Letter", "none")
LEGIBLE: Final = 10.0  # points of the smallest text on a slide that shows a part of a map; its claims have 12

DocumentFormat = Literal["tex", "tex-outline", "pptx", "docx"]


def document(argmap: ArgMap, kind: DocumentFormat, options: FigureOptions | None = None) -> bytes:
    """Return a map as a document, as made() does, without what the reader should know of it."""
    return made(argmap, kind, options).files[0]


def made(argmap: ArgMap, kind: DocumentFormat, options: FigureOptions | None = None) -> Figure:
    """Return a map as a document. Pure but for the layout engine that a picture needs.

    Of the options, all take `selection`; pptx takes the theme too, docx the paper, and tex whatever does not depend on
    it. Raises UsageError for an option that cannot be carried out, MissingExtraError if a library is not installed.
    """
    options = options or FigureOptions()
    if options.theme not in THEMES:
        raise UsageError(f"no theme is called '{options.theme}'; there are: {', '.join(THEMES)}")
    shown, order = chosen(argmap, options.selection)
    if kind == "docx" and options.paper not in WORD_PAPERS:
        raise UsageError(f"Word has no page '{options.paper}'; there are: {', '.join(WORD_PAPERS)}")
    if kind == "pptx":
        return _slides(shown, order, options)
    if kind == "docx":
        from argmap.render import word

        return Figure((word.write(shown, order, options.paper),))
    from argmap.render import tex_outline, tikz

    lines = tex_outline.write(shown, order) if kind == "tex-outline" else tikz.write(drawing(shown, order, options))
    text = "".join(f"{line}\n" for line in lines)
    set_there = "\n".join(line for line in text.splitlines() if not line.startswith("%"))
    return Figure((text.encode(),), _unset(tikz.unset(set_there)))


def _unset(chars: str) -> tuple[str, ...]:
    """Return a note on the characters that pdflatex cannot set, if there are any."""
    if not chars:
        return ()
    how = "lualatex takes them from the Noto fonts, if it finds them"
    return (f"pdflatex sets a question mark for {few(chars)}; {how}",)


def _slides(shown: ArgMap, order: Outline, options: FigureOptions) -> Figure:
    """Return the slides, and a note where the text of one cannot be read from a chair."""
    from argmap.render import slides
    from argmap.render.chapters import chapters

    wide = replace(options.layout, aspect=slides.SLIDE[0] / slides.SLIDE[1])
    picture = layout(shown, wide)
    size = slides.smallest_text(picture)
    parts: tuple[Chapter, ...] = ()
    if options.tiles or (options.tiles is None and size < SMALLEST_ON_A_SLIDE):
        parts = chapters(shown, lambda it: layout(it, wide), lambda it: slides.smallest_text(it) >= LEGIBLE)
    if len(parts) == 1:  # the whole map again
        parts = ()
    content = slides.write(shown, picture, options.theme, options.shade, order, parts)
    if not parts:
        return Figure((content,), _legible(size))
    least = min(slides.smallest_text(each.picture) for each in parts)
    count = f"{len(parts) + 1} slides: the whole map at {size:.1f} points, and its parts at {least:.1f} or more"
    return Figure((content,), (f"{count} (the smallest text); --fit makes it one slide",))


def _legible(size: float) -> tuple[str, ...]:
    """Return a warning if the smallest text of a slide, in points, cannot be read from a chair."""
    if size >= SMALLEST_ON_A_SLIDE:
        return ()
    return (f"the smallest text is {size:.1f} points on the slide, hard to read: --tiles adds slides of its parts",)
