"""A figure from a map in one call: SVG, PDF or PNG, on paper or at its own size, whole or in part."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from argmap.diagnostics import UsageError
from argmap.layout import LayoutOptions, layout
from argmap.order import outline, theses
from argmap.render.pages import (
    PAPERS,
    POINTS_PER_PIXEL,
    SMALLEST,
    SMALLEST_ON_A_SLIDE,
    Paper,
    Turn,
    plan,
    without_blank,
)
from argmap.render.scene import SceneOptions, scene
from argmap.render.shapes import extents
from argmap.render.theme import THEMES, Shade
from argmap.select import Selection, select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgMap
    from argmap.order import Outline
    from argmap.render.pages import Plan
    from argmap.render.shapes import Scene

FigureFormat = Literal["svg", "pdf", "png"]
FIGURE_FORMATS: Final[tuple[FigureFormat, ...]] = ("svg", "pdf", "png")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureOptions:
    """How a figure looks. Lengths on paper are in points, resolution in dots an inch.

    `tiles`: True over several sheets, False on one, None as the text stays legible. `labels`: claim id to stands, falls
    or contested, to be marked on the cards. `selection`: the part of the map. `embed_font`: SVG carries its fonts.
    """

    paper: Paper = "none"
    turn: Turn = "auto"
    tiles: bool | None = None
    dpi: float = 144.0
    theme: str = "default"
    shade: Shade = "light"
    numbers: bool = True
    title: bool = True
    key: bool = True
    embed_font: bool = False
    labels: Mapping[str, str] | None = None
    selection: Selection = field(default_factory=Selection)
    layout: LayoutOptions = field(default_factory=LayoutOptions)


@dataclass(frozen=True, slots=True)
class Figure:
    """The files of a figure, one a sheet for PNG and one otherwise, and what the reader of the figure should know."""

    files: tuple[bytes, ...]
    notes: tuple[str, ...] = ()


def figure(argmap: ArgMap, kind: FigureFormat, options: FigureOptions | None = None) -> Figure:
    """Return a map as SVG, PDF or PNG. Pure but for the layout engine it runs.

    Raises UsageError for an option that cannot be carried out (with the ones that can), MissingExtraError if PDF or PNG
    is asked for and its libraries are not installed, EnvironmentProblemError if there is no layout engine.
    """
    options = options or FigureOptions()
    _check(kind, options)
    shown, order = chosen(argmap, options.selection)
    drawn = drawing(shown, order, options)
    sheets = plan(
        drawn.width, drawn.height, options.paper, options.turn, tiles=False if kind == "svg" else options.tiles
    )
    whole = len(sheets.tiles)
    sheets = without_blank(sheets, (box for part in drawn.parts for shape in part.shapes for box in extents(shape)))
    notes = _notes(kind, sheets, options, blank=whole - len(sheets.tiles))
    if kind == "svg":
        content, lacking = _svg(drawn, sheets, options)
        if lacking:
            notes += (f"the embedded fonts lack {few(lacking)}: the program that shows the svg sets those in its own",)
        return Figure((content,), notes)
    from argmap.render import pdf

    if kind == "png":  # told before the work, not after it
        pdf.refuse_too_large(sheets.width, sheets.height, options.dpi)
    document, undrawn = pdf.write(
        drawn,
        sheets,
        [name for name in order if shown.is_claim(name)],
        author=", ".join(argmap.authors),
        depths=order.depths,
    )
    if undrawn:
        notes += (f"no font here has {few(undrawn)}; svg leaves fonts to the program that shows it",)
    if kind == "pdf":
        return Figure((document,), notes)
    return Figure(tuple(pdf.raster(document, options.dpi, page) for page in range(len(sheets.tiles))), notes)


def chosen(argmap: ArgMap, selection: Selection) -> tuple[ArgMap, Outline]:
    """Return the part of a map that is wanted, with its theses, and the order and numbers of the whole."""
    order = outline(argmap)
    shown = select(argmap, order, selection)
    return replace(shown, thesis=shown.thesis or tuple(name for name in theses(argmap) if shown.is_claim(name))), order


def _check(kind: FigureFormat, options: FigureOptions) -> None:
    if options.theme not in THEMES:
        raise UsageError(f"no theme is called '{options.theme}'; there are: {', '.join(THEMES)}")
    if options.paper != "none" and options.paper not in PAPERS:
        raise UsageError(f"no paper is called '{options.paper}'; there are: {', '.join(PAPERS)}, none")
    if not 10 <= options.dpi <= 2400:  # noqa: PLR2004 - what screens and printers can show
        raise UsageError(f"{options.dpi:g} dots an inch cannot be drawn; choose from 10 to 2400")
    if options.tiles and kind == "svg":
        raise UsageError("SVG is one picture; tiles are for pdf and png")
    if options.tiles and options.paper == "slide":
        raise UsageError("a slide is one page: tiles need --page A4, A3 or Letter, and pptx makes slides of the parts")
    if options.tiles and options.paper == "none":
        raise UsageError("tiles need a paper; add --page A4, A3 or Letter")
    if options.turn != "auto" and options.paper == "none":
        raise UsageError(f"only a paper can be {options.turn}; add --page A4, A3, Letter or slide")


def drawing(shown: ArgMap, order: Outline, options: FigureOptions) -> Scene:
    """Return the display list of what was chosen, laid out anew."""
    picture = layout(shown, replace(options.layout, numbers=options.numbers))
    wanted = SceneOptions(
        theme=options.theme,
        shade=options.shade,
        numbers=options.numbers,
        title=options.title,
        key=options.key,
        labels=options.labels,
    )
    return scene(shown, order, picture, wanted)


def _notes(kind: FigureFormat, sheets: Plan, options: FigureOptions, blank: int) -> tuple[str, ...]:
    if len(sheets.tiles) > 1:
        rows, columns = sheets.grid
        count = f"{len(sheets.tiles)} sheets of {options.paper}{f' ({blank} blank left out)' if blank else ''}"
        split = f"{count}, {rows} down and {columns} across, overlapping to be glued"
        if options.tiles:
            return (split,)
        return (
            f"{split}; on one sheet the text would be below {SMALLEST:g} points (--fit forces it, --depth shows less)",
        )
    if options.paper == "none" or sheets.smallest_text >= (
        SMALLEST_ON_A_SLIDE if options.paper == "slide" else SMALLEST
    ):
        return ()
    slide = options.paper == "slide"
    small = f"the smallest text is {sheets.smallest_text:.1f} points on "
    small += "a slide, hard to read" if slide else f"{options.paper}, hard to read in print"
    spread = (
        ", pptx makes slides of its parts" if slide else "" if kind == "svg" else ", --tiles spreads it over sheets"
    )
    return (f"{small}: --depth, --focus or --group shows less{spread}",)


def few(chars: str, most: int = 8) -> str:
    """Return characters as a list, the first of them if there are many.

    >>> few("ab"), few("abc", most=2)
    ('a, b', 'a, b and 1 more')
    """
    more = f" and {len(chars) - most} more" if len(chars) > most else ""
    return ", ".join(chars[:most]) + more


def _svg(drawn: Scene, sheets: Plan, options: FigureOptions) -> tuple[bytes, str]:
    from argmap.render import svg

    faces = lacking = ""
    if options.embed_font:
        from argmap.render import subset

        faces, lacking = subset.faces(drawn)
    size = None if options.paper == "none" else (sheets.scale / POINTS_PER_PIXEL)
    return ("\n".join(svg.write(drawn, faces=faces, zoom=size or 1.0)) + "\n").encode(), lacking
