"""A line of text as the outlines of its letters, beneath which the text itself lies unseen, to be selected and copied.

The Arabic font sets most letters as a bow and dots apart, which programs that copy text from a PDF take for as many
letters, in the order in which they lie. What they find here is one letter after the other.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fpdf import FPDF

ARABIC: Final = (("\u0600", "\u08ff"), ("\ufb50", "\ufdff"), ("\ufe70", "\ufefe"))


def needed(text: str) -> bool:
    """Return whether a text has Arabic letters."""
    return not text.isascii() and any(low <= char <= high for char in text for low, high in ARABIC)


def draw(
    pdf: FPDF, text: str, at: tuple[float, float], width: float, color: str, stroke: float
) -> Iterator[tuple[str, str]]:
    """Write a line that runs from right to left unseen, and yield its glyphs: the outline of each, and how it is drawn.

    Its base line starts at the left at `at`, in the font that is set; `width` is that of the line as it is shaped.
    `stroke`: points around the letters, 0 for none. What is yielded is for paint(), of a whole page at once.
    """
    _unseen(pdf, text, at, width)
    ink = " ".join(f"{int(color[start : start + 2], 16) / 255:.3g}" for start in (1, 3, 5))
    x, y = at
    for fragment in _ordered(pdf, text):
        scale = fragment.font.scale * fragment.font_size_pt / 1000
        infos, positions = fragment.font.perform_harfbuzz_shaping(
            fragment.string, fragment.font_size_pt, fragment.text_shaping_parameters
        )
        for info, position in zip(infos, positions, strict=True):
            if outline := _outline(fragment.font, info.codepoint):
                line = f"{stroke / scale:.1f} w {ink} RG" if stroke else ""
                place = f"{x + position.x_offset * scale:.2f} {pdf.h - y + position.y_offset * scale:.2f}"
                yield f"{outline} {'B' if stroke else 'f'}", f"{line} {ink} rg {scale:.5f} 0 0 {scale:.5f} {place} cm"
            x += position.x_advance * scale


def paint(pdf: FPDF, glyphs: Iterable[tuple[str, str]]) -> None:
    """Draw the glyphs of a page, the same ones together: so they take a tenth of the room in the file."""
    for outline, place in sorted(glyphs):
        pdf._out(f"q {place} {outline} Q")  # noqa: SLF001 - fpdf2's own paths repeat no glyph


def _unseen(pdf: FPDF, text: str, at: tuple[float, float], width: float) -> None:
    """Write the letters one by one from left to right, as wide as the line is."""
    from fpdf.bidi import BidiParagraph
    from fpdf.enums import TextDirection, TextMode

    size = pdf.font_size_pt
    seen = BidiParagraph(text=text, base_direction=TextDirection.RTL).get_reordered_string()
    shaping, pdf.text_shaping = pdf.text_shaping, None
    pdf.x, pdf.y = at[0], at[1] - 0.8 * size
    with pdf.local_context(text_mode=TextMode.INVISIBLE):
        if natural := pdf.get_string_width(seen):
            pdf.set_stretching(100 * width / natural)
        pdf.cell(w=width, h=size, text=seen)
        pdf.set_stretching(100)
    pdf.text_shaping = shaping


def _ordered(pdf: FPDF, text: str) -> list[Any]:
    """Return the stretches of a line, each in one font and direction, from left to right."""
    from fpdf.enums import TextDirection

    runs: list[list[Any]] = []
    for fragment in pdf._preload_bidirectional_text(text, markdown=False):  # noqa: SLF001 - nothing public shapes text
        if not runs or runs[-1][0].fragment_direction != fragment.fragment_direction:
            runs.append([])
        runs[-1].append(fragment)
    turned = (run[::-1] if run[0].fragment_direction == TextDirection.RTL else run for run in reversed(runs))
    return [fragment for run in turned for fragment in run]


def _outline(font: Any, glyph: int) -> str:  # noqa: ANN401 - untyped library
    """Return a glyph as a path of PDF in the units of its font, which is the same text wherever the glyph stands."""
    pen = _pen()()
    font.hbfont.draw_glyph_with_pen(glyph, pen)
    return " ".join(pen.steps)


@cache
def _pen() -> Any:  # noqa: ANN401 - untyped library
    from fontTools.pens.basePen import BasePen

    class Pen(BasePen):  # type: ignore[misc]  # fontTools ships no types
        """Keeps what it draws as operators of PDF."""

        def __init__(self) -> None:
            super().__init__(None)
            self.steps: list[str] = []

        def _step(self, operator: str, *points: tuple[float, float]) -> None:
            self.steps.append(" ".join([*(f"{round(x)} {round(y)}" for x, y in points), operator]))

        def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - named by fontTools
            self._step("m", pt)

        def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - named by fontTools
            self._step("l", pt)

        def _curveToOne(  # noqa: N802 - named by fontTools
            self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
        ) -> None:
            self._step("c", pt1, pt2, pt3)

        def _closePath(self) -> None:  # noqa: N802 - named by fontTools
            self._step("h")

    return Pen
