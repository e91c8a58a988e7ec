"""PDF: the display list on pages, with text that can be selected, bookmarks, language and links. PNG is its raster."""

from __future__ import annotations

import io
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import category

from argmap.diagnostics import MissingExtraError, UsageError
from argmap.render import fonts, outlines
from argmap.render.assets import strings
from argmap.render.libraries import needing
from argmap.render.pages import OVERLAP
from argmap.render.shapes import Circle, Path, Polygon, Rect, Text
from argmap.xmlquote import legal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from fpdf import FPDF

    from argmap.render.pages import Plan, Tile
    from argmap.render.shapes import Part, Scene, Shape

CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC)  # no clock: same input, same bytes
STRONG: Final = 0.03  # stroke of heavy text, as a share of its size: a bold instance of the font would cost 3 seconds
SLACK: Final = 20.0  # pixels that lines, signs and radii may reach beyond their points
MOST_PIXELS: Final = 150_000_000
GREY: Final = "#7A8089"  # of the marks that help to glue sheets together
REPLACEMENT: Final = "\ufffd"  # stands where no font here has a character
_UNSEEN: Final = ("Mn", "Cf", "Zs")  # what needs no glyph: marks without their letter, joiners, unusual spaces
_LAYER: Final = {"title": 0, "frame": 1, "link": 2, "claim": 3, "key": 4}  # drawn in this order


class Written(NamedTuple):
    """A PDF, and the characters that no font here could draw, in the order in which they were met."""

    content: bytes
    undrawn: str


def write(
    scene: Scene, plan: Plan, order: Sequence[str], *, author: str = "", depths: Mapping[str, int] | None = None
) -> Written:
    """Return the scene as PDF. Claims are drawn, and so read and copied, in the order of `order` (claim ids).

    Bookmarks follow `order` too, nested by `depths`. Raises MissingExtraError if fpdf2 or a font is not installed.
    """
    writer = _Writer(scene, plan, order, depths or {}, author)
    content = writer.output()
    return Written(content, "".join(writer.undrawn))


def raster(pdf: bytes, dpi: float, page: int = 0) -> bytes:
    """Return one page of a PDF as PNG. Raises UsageError if the picture would be too large for memory."""
    with needing("PNG", "pypdfium2", "figures", module="pypdfium2"):
        import pypdfium2
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        width, height = sheet.get_size()
        refuse_too_large(width, height, dpi)
        image = sheet.render(scale=dpi / 72).to_pil()
    finally:
        document.close()
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(dpi, dpi), optimize=False)
    return buffer.getvalue()


def refuse_too_large(width: float, height: float, dpi: float) -> None:
    """Raise UsageError if a page of that size in points would be too large for memory as PNG."""
    if width * height * (dpi / 72) ** 2 > MOST_PIXELS:
        most = int((MOST_PIXELS / (width * height)) ** 0.5 * 72)
        raise UsageError(
            f"at {dpi:g} dots an inch the picture has over 150 million pixels; use --dpi {most} or less, --page with "
            "--tiles, --depth, --focus or --group for a part, or pdf"
        )


class _Writer:
    """One PDF while it is written."""

    def __init__(self, scene: Scene, plan: Plan, order: Sequence[str], depths: Mapping[str, int], author: str) -> None:
        self.scene, self.plan, self.depths = scene, plan, depths
        place = {name: index for index, name in enumerate(order)}
        self.parts = sorted(scene.parts, key=lambda part: (_LAYER[part.kind], place.get(part.id, 0)))
        self.pdf = self._document(author)
        self.extents = [_extent(part) for part in self.parts]
        self.language = ""  # of the Han characters being drawn
        self.undrawn: dict[str, None] = {}
        self.glyphs: list[tuple[str, str]] = []  # of this page, that are drawn as outlines
        self.dx = self.dy = 0.0

    def _document(self, author: str) -> FPDF:
        with needing("PDF", "fpdf2", "figures", module="fpdf"):
            from fpdf import FPDF, ViewerPreferences

            import_module("uharfbuzz")  # which fpdf2 looks for only when it shapes text
        pdf = FPDF(unit="pt", format=(self.plan.width, self.plan.height))
        pdf.set_margin(0)
        pdf.c_margin = 0
        pdf.set_auto_page_break(auto=False)
        pdf.set_creation_date(CREATED)
        pdf.set_title(self.scene.title)
        pdf.set_subject(self.scene.description)
        pdf.set_creator("argmap")
        pdf.set_lang(self.scene.language)
        if author:
            pdf.set_author(author)
        if self.scene.title:
            pdf.viewer_preferences = ViewerPreferences(
                display_doc_title=True
            )  # in the window, not the name of the file
        self._add_fonts(pdf, [shape.text for part in self.parts for shape in part.shapes if isinstance(shape, Text)])
        return pdf

    @staticmethod
    def _add_fonts(pdf: FPDF, texts: Iterable[str]) -> None:
        base = fonts.path(fonts.BASE)
        if not base:
            raise MissingExtraError("PDF and PNG need a font; run: pip install 'argmap[figures]'")
        others = {font: fonts.path(font) for font in fonts.needed(texts)}
        for font, where in others.items():
            if not where and not font.sparing:
                raise MissingExtraError(
                    f"the map has {font.script} text, and no font for it is installed; "
                    f"run: pip install 'argmap[{font.extra}]'"
                )
        pdf.add_font("base", "", base)
        for font, where in others.items():
            if where:
                pdf.add_font(font.script, "", where)
        pdf.set_fallback_fonts([font.script for font, where in others.items() if where], exact_match=False)
        pdf.set_text_shaping(use_shaping_engine=True)

    def output(self) -> bytes:
        for tile in self.plan.tiles:
            self.pdf.add_page()
            self._page(tile)
        self._bookmarks()
        return bytes(self.pdf.output())

    def _enter(self, tile: Tile) -> None:
        """Move the origin to where this tile begins; a figure on one sheet is centred across."""
        plan = self.plan
        self.dx, self.dy = plan.edge - tile.x * plan.scale, plan.edge - tile.y * plan.scale
        if len(plan.tiles) == 1:
            self.dx = (plan.width - self.scene.width * plan.scale) / 2

    def _page(self, tile: Tile) -> None:
        pdf, plan = self.pdf, self.plan
        self._enter(tile)
        pdf.set_fill_color(self.scene.background)
        pdf.rect(0, 0, plan.width, plan.height, style="F")
        with pdf.rect_clip(plan.edge, plan.edge, plan.width - 2 * plan.edge, plan.height - 2 * plan.edge):
            for part, extent in zip(self.parts, self.extents, strict=True):
                if self._reaches(extent):
                    self.language = _language_of_han(part, self.scene.language)
                    for shape in part.shapes:
                        self._shape(shape)
                    self._address(part)
            outlines.paint(pdf, self.glyphs)
            self.glyphs.clear()
        if len(plan.tiles) > 1:
            self._tile_marks(tile)

    def _reaches(self, extent: tuple[float, float, float, float]) -> bool:
        """Return whether any of a part may lie on the sheet."""
        (left, top), (right, bottom) = self._at(*extent[:2]), self._at(*extent[2:])
        return left < self.plan.width and right > 0 and top < self.plan.height and bottom > 0

    def _address(self, part: Part) -> None:
        """Make the card of a claim with an address a link to it."""
        card = part.shapes[0] if part.shapes else None
        if part.url and isinstance(card, Rect):
            scale = self.plan.scale
            self.pdf.link(*self._at(card.x, card.y), card.width * scale, card.height * scale, part.url)

    def _tile_marks(self, tile: Tile) -> None:
        """Draw where the sheets overlap, and which sheet this is."""
        pdf, plan = self.pdf, self.plan
        rows, columns = plan.grid
        pdf.set_draw_color(GREY)
        pdf.set_line_width(0.5)
        for x in [plan.edge + OVERLAP] * (tile.column > 0) + [plan.width - plan.edge - OVERLAP] * (
            tile.column < columns - 1
        ):
            for y in (plan.edge / 2, plan.height - plan.edge):
                pdf.line(x, y, x, y + plan.edge / 2)
        for y in [plan.edge + OVERLAP] * (tile.row > 0) + [plan.height - plan.edge - OVERLAP] * (tile.row < rows - 1):
            for x in (plan.edge / 2, plan.width - plan.edge):
                pdf.line(x, y, x + plan.edge / 2, y)
        pdf.set_font("base", size=7)
        pdf.set_text_color(GREY)
        pdf.set_xy(plan.edge + OVERLAP * 1.2, plan.height - plan.edge * 0.75)  # beside the mark, not upon it
        where = {"row": tile.row + 1, "rows": rows, "column": tile.column + 1, "columns": columns}
        pdf.cell(text=strings(self.scene.language)["doc_tile"].format(**where))

    def _bookmarks(self) -> None:
        """Add one bookmark a claim, on the first sheet that holds the top left of its card."""
        for part in self.parts:
            card = part.shapes[0] if part.shapes else None
            if part.kind != "claim" or not isinstance(card, Rect):
                continue
            for page, tile in enumerate(self.plan.tiles, 1):
                self._enter(tile)
                x, y = self._at(card.x, card.y)
                if x < self.plan.width - self.plan.edge and y < self.plan.height - self.plan.edge:
                    self.pdf.page = page
                    self.pdf.set_y(max(0.0, y))
                    self.pdf.start_section(part.label, level=self.depths.get(part.id, 0), strict=False)
                    break

    def _shape(self, shape: Shape) -> None:
        match shape:
            case Text():
                self._text(shape)
            case Rect():
                self._rect(shape)
            case Path():
                self._path(shape)
            case Polygon():
                self.pdf.set_fill_color(shape.fill)
                self.pdf.polygon([self._at(*point) for point in shape.points], style="F")
            case Circle():
                self.pdf.set_fill_color(shape.fill)
                x, y = self._at(shape.x, shape.y)
                self.pdf.circle(x=x, y=y, radius=shape.radius * self.plan.scale, style="F")

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.dx + x * self.plan.scale, self.dy + y * self.plan.scale

    def _text(self, shape: Text) -> None:
        from fpdf.enums import TextMode

        size = shape.size * self.plan.scale
        x, y = self._at(shape.x, shape.y)
        self.pdf.set_font("base", size=size)
        # fpdf2 sets a size for the page inside the graphics state of a line that begins in another font, where it is
        # forgotten: each line sets its own
        self.pdf.current_font_is_set_on_page = False
        self.pdf.set_text_color(shape.color)
        text = self._drawable(shape.text)
        shaped = self._shaping(text, rtl=shape.rtl)
        left = shape.anchor == "start" and not shape.rtl
        width = (
            1.0 if left else self.pdf.get_string_width(text)
        )  # a cell that starts at x may be narrower than its text
        if shape.anchor == "end" or (shape.rtl and shape.anchor == "start"):
            x -= width
        elif shape.anchor == "middle":
            x -= width / 2
        if shape.rtl and outlines.needed(text):
            stroke = size * STRONG if shape.strong else 0.0
            self.glyphs += outlines.draw(self.pdf, text, (x, y), width, shape.color, stroke)
            return
        # a cell puts the base line at 0.5 of its height plus 0.3 of the size; set_xy() would count a place left of or
        # above the sheet, where a text may begin that reaches into it, from the other edge
        self.pdf.x, self.pdf.y = x, y - 0.8 * size
        with ExitStack() as around:
            if shaped and not shape.rtl:  # of right to left, readers put the letters in order themselves
                around.enter_context(self._said(shape.text))
            if shape.strong:
                around.enter_context(
                    self.pdf.local_context(
                        text_mode=TextMode.FILL_STROKE, line_width=size * STRONG, draw_color=shape.color
                    )
                )
            self.pdf.cell(w=width, h=size, text=text)

    @contextmanager
    def _said(self, text: str) -> Iterator[None]:
        """Keep the text itself beside its glyphs, which come in another order in Thai and Indic scripts, or joined."""
        content = ("\ufeff" + legal(text)).encode("utf-16-be").hex()
        self.pdf._out(f"/Span <</ActualText <{content}>>> BDC")  # noqa: SLF001 - fpdf2 has no public way to it
        yield
        self.pdf._out("EMC")  # noqa: SLF001 - see above

    def _drawable(self, text: str) -> str:
        """Return text with one replacement character for each that no font here has, and remember those."""
        if text.isascii() and text.isprintable():
            return text
        drawn = []
        for char in _printable(text):
            if self._has(char):
                drawn.append(char)
            elif category(char) not in _UNSEEN:
                self.undrawn[char] = None
                drawn.append(REPLACEMENT)
        return "".join(drawn)

    def _has(self, char: str) -> bool:
        """Return whether one of the fonts of this document has a character."""
        return any(ord(char) in getattr(font, "cmap", ()) for font in self.pdf.fonts.values())

    def _shaping(self, text: str, *, rtl: bool) -> bool:
        """Shape only what needs it: combining marks, right to left, Indic and Thai. It takes half of the time else."""
        if rtl or (not text.isascii() and any(char >= "\u0300" and not "\u0370" <= char < "\u0590" for char in text)):
            self.pdf.set_text_shaping(
                use_shaping_engine=True,
                direction="rtl" if rtl else None,
                script="Hani" if self.language else None,  # which a full stop alone would not tell
                language=self.language or None,
            )
            return True
        self.pdf.set_text_shaping(use_shaping_engine=False)
        return False

    def _rect(self, shape: Rect) -> None:
        scale = self.plan.scale
        x, y = self._at(shape.x, shape.y)
        if shape.fill:
            self.pdf.set_fill_color(shape.fill)
        if shape.stroke:
            self.pdf.set_draw_color(shape.stroke)
            self.pdf.set_line_width(shape.line * scale)
        self._dash(shape.dash)
        style = ("D" if shape.stroke else "") + ("F" if shape.fill else "")
        size = (shape.width * scale, shape.height * scale)
        self.pdf.rect(x, y, *size, style=style, round_corners=bool(shape.radius), corner_radius=shape.radius * scale)
        self._dash(())

    def _path(self, shape: Path) -> None:
        scale = self.plan.scale
        (x, y), *rest = (self._at(*point) for point in shape.points)
        with self.pdf.new_path(x, y) as path:
            path.style.fill_color = None
            path.style.stroke_color = shape.stroke
            path.style.stroke_width = shape.line * scale
            path.style.stroke_dash_pattern = [length * scale for length in shape.dash] or None
            path.style.auto_close = False
            for first, second, third in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
                path.curve_to(*first, *second, *third)

    def _dash(self, dash: tuple[float, ...]) -> None:
        scale = self.plan.scale
        self.pdf.set_dash_pattern(dash=dash[0] * scale, gap=dash[1] * scale) if dash else self.pdf.set_dash_pattern()


def _extent(part: Part) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a part in pixels. The texts of title and key count as endless."""
    points: list[tuple[float, float]] = []
    for shape in part.shapes:
        match shape:
            case Path() | Polygon():
                points += shape.points
            case Rect():
                points += [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
            case Circle():
                points.append((shape.x, shape.y))
            case Text() if part.kind in {"title", "key"}:
                points += [(shape.x - 5000, shape.y - shape.size), (shape.x + 5000, shape.y + shape.size)]
            case Text():
                points.append((shape.x, shape.y))
    columns, rows = zip(*points, strict=True) if points else ((0.0,), (0.0,))
    return min(columns) - SLACK, min(rows) - SLACK, max(columns) + SLACK, max(rows) + SLACK


def _printable(text: str) -> str:
    """Return text without control characters, which no font has: they are shown as the replacement character."""
    if text.isprintable():
        return text
    return "".join("\ufffd" if ord(char) < ord(" ") or "\ud800" <= char <= "\udfff" else char for char in text)


def _language_of_han(part: Part, language: str) -> str:
    """Return the language whose forms the Han characters of a part take, "" if there are none: they differ in each."""
    text = "".join(shape.text for shape in part.shapes if isinstance(shape, Text))
    if text.isascii() or not any("\u2e80" <= char <= "\uffef" or char >= "\U00020000" for char in text):
        return ""
    if any("\u3040" <= char <= "\u30ff" for char in text):
        return "ja"
    if any("\uac00" <= char <= "\ud7a3" for char in text):
        return "ko"
    first, *rest = language.lower().split("-")
    if first == "zh" and {"hant", "tw", "hk", "mo"} & set(rest):
        return "zh-hant"
    return first if first in {"ja", "ko"} else "zh-hans"
