"""PowerPoint: the map as shapes and glued connectors at our positions, to be edited by hand.

The whole map on one slide; where its text is small there, its parts follow on slides of their own.
"""

from __future__ import annotations

import io
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from argmap.layout.text import fill, is_rtl, measure, shorten
from argmap.model import KINDS
from argmap.order import outline, theses
from argmap.render import office
from argmap.render.libraries import needing
from argmap.render.theme import BORDER_WIDTH, THEMES, line_width
from argmap.render.words import Words
from argmap.render.zipped import reproducible
from argmap.xmlquote import legal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.layout.geometry import Box, Picture
    from argmap.model import ArgMap, Link
    from argmap.order import Outline
    from argmap.render.chapters import Chapter
    from argmap.render.theme import Shade, Theme

EMU_PER_POINT: Final = 12700
SLIDE: Final = (960.0, 540.0)  # points, 16:9
MARGIN: Final = 24.0  # points
TITLE_ROOM: Final = 44.0  # points
HEADER_POINTS: Final = 10.5  # size of the row above a text at scale 1
LARGEST_SCALE: Final = 1.6  # points a pixel, so that the cards of a small map fill no slide each
TITLE_SIZES: Final = (24.0, 20.0, 18.0, 14.0, 12.0)  # points; the first at which the title finds room
KEY_SIZE, KEY_ROOM = 9.0, 22.0  # points
NUMBER_ROOM: Final = 40.0  # points, of the number of a slide
_NAMES: Final = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_FIELD: Final = "{5A1C0B7E-3D52-4B8E-9C41-0D6F2E7A9B13}"
BADGE: Final = 9.0  # points, of the text that says on which slide reasons follow
_SAMPLES: Final = {"supports": "\u2014", "attacks": "\u2013 \u2013", "undercuts": "\u00b7\u00b7\u00b7\u00b7"}
_DASHES: Final = {"supports": "solid", "attacks": "dash", "undercuts": "sysDot"}
_LEFT, _TOP, _RIGHT, _BOTTOM = 1, 0, 3, 2  # connection sites of a rectangle, as PowerPoint counts them


def write(
    argmap: ArgMap,
    picture: Picture,
    theme: str = "default",
    shade: Shade = "light",
    order: Outline | None = None,
    parts: Sequence[Chapter] = (),
) -> bytes:
    """Return a presentation: on its first slide a rectangle a claim, a dot a junction, a glued connector a leg.

    `order` is the order of the map that this one is part of, whose numbers it keeps. The parts follow, a slide each; a
    claim whose reasons stand on another slide says so, and leads there.

    Raises MissingExtraError if python-pptx is not installed.
    """
    order = order or outline(argmap)
    first = {part.root: at for at, part in reversed(tuple(enumerate(parts, 2)))}
    show = _empty(argmap)
    views = [_View(argmap, picture, argmap.title)]
    for part in parts:
        more = {name: (count, first[name]) for name, count in part.more.items()}
        views.append(_View(part.argmap, part.picture, _title(argmap, order, part), more))
    pages = [show.slides.add_slide(show.slide_layouts[5]) for _ in views]  # a title, and nothing else
    place = {name: at for at, name in enumerate(order)}
    deck = _Deck(pages, THEMES[theme][shade], Words(argmap, order), order, place, frozenset(theses(argmap)))
    for number, (page, view) in enumerate(zip(pages, views, strict=True), 1):
        slide = _Slide(deck, page, view)
        slide.draw()
        if parts:
            slide.number(number)
    buffer = io.BytesIO()
    show.save(buffer)
    return reproducible(buffer.getvalue())


def _empty(argmap: ArgMap) -> Any:  # noqa: ANN401 - untyped library
    """Return a presentation without slides that says of which map it is."""
    with needing("PowerPoint", "python-pptx", "office", module="pptx"):
        from pptx import Presentation
    show: Any = Presentation()
    show.slide_width = int(SLIDE[0] * EMU_PER_POINT)
    show.slide_height = int(SLIDE[1] * EMU_PER_POINT)
    office.about(show.core_properties, argmap)
    return show


def _title(argmap: ArgMap, order: Outline, part: Chapter) -> str:
    text = argmap.claim(part.root).text if part.root else argmap.title
    title = f"{order.numbers.get(part.root, '')} {shorten(office.one_line(text), 14.0, 1.8 * SLIDE[0])}".strip()
    return f"{title} ({part.piece}/{part.pieces})" if part.pieces > 1 else title


def scale(picture: Picture) -> float:
    """Return how many points a pixel of the picture takes on the slide."""
    room = (SLIDE[0] - 2 * MARGIN, SLIDE[1] - TITLE_ROOM - 2 * MARGIN)
    return min(room[0] / max(picture.width, 1.0), room[1] / max(picture.height, 1.0), LARGEST_SCALE)


def smallest_text(picture: Picture) -> float:
    """Return the size of the smallest text on the slide, in points."""
    return HEADER_POINTS * scale(picture)


class _View(NamedTuple):
    """What a slide shows. `more`: by claim, how many claims follow beneath it, and on which slide, counted from 1."""

    argmap: ArgMap
    picture: Picture
    title: str
    more: Mapping[str, tuple[int, int]] = MappingProxyType({})


class _Deck(NamedTuple):
    """What all slides have in common. `place`: of each claim in the outline. `main`: the theses of the whole map."""

    pages: Sequence[Any]
    theme: Theme
    words: Words
    order: Outline
    place: Mapping[str, int]
    main: frozenset[str]


class _Slide:
    """One slide while it is made. Pixels of the picture become EMU by one scale."""

    def __init__(self, deck: _Deck, slide: Any, view: _View) -> None:  # noqa: ANN401 - untyped library
        self.deck, self.slide, self.view = deck, slide, view
        self.argmap, self.picture = view.argmap, view.picture
        self.theme, self.words, self.order = deck.theme, deck.words, deck.order
        self.scale = scale(self.picture)
        self.nodes: dict[str, Any] = {}
        spare = (SLIDE[0] - self.picture.width * self.scale, SLIDE[1] - TITLE_ROOM - self.picture.height * self.scale)
        self.corner = (spare[0] / 2, TITLE_ROOM + spare[1] / 2)
        self.language = office.language(self.argmap.language)

    def draw(self) -> None:
        """Put everything on the slide."""
        self.slide.shapes.turbo_add_enabled = True  # else each new shape is compared with all the others
        self._fill(self.slide.background, self.theme.background)
        self._title()
        for frame in self.picture.frames:
            self._frame(frame.group, (frame.x, frame.y, frame.width, frame.height))
        place = self.deck.place
        for box in sorted(self.picture.boxes, key=lambda box: place[box.id]):  # in which order they are read aloud
            self.nodes[box.id] = self._card(box)
            if box.id in self.view.more:
                self._badge(box)
        for dot in self.picture.junctions:
            self.nodes[dot.link] = self._dot(dot.link, dot.x, dot.y)
        for link in self.argmap.links:
            self._connect(link)
        self._lines_behind_cards()
        self._key()

    def number(self, number: int) -> None:
        """Write the number of the slide in its lower right corner, by which others refer to it."""
        from pptx.enum.text import PP_ALIGN
        from pptx.oxml import parse_xml

        rect = (SLIDE[0] - MARGIN - NUMBER_ROOM, SLIDE[1] - KEY_ROOM, NUMBER_ROOM, KEY_ROOM)
        shape = self.slide.shapes.add_textbox(*(int(length * EMU_PER_POINT) for length in rect))
        shape.name = "slide number"
        paragraph = shape.text_frame.paragraphs[0]
        self._run(paragraph, str(number), KEY_SIZE / self.scale, self.theme.muted)
        paragraph.alignment = PP_ALIGN.RIGHT
        run = paragraph.runs[0]._r  # noqa: SLF001 - python-pptx has no public way to fields, which count by themselves
        field = parse_xml(f'<a:fld {_NAMES} id="{_FIELD}" type="slidenum"/>')
        run.addprevious(field)
        field.extend(list(run))
        run.getparent().remove(run)

    def _title(self) -> None:
        shape = self.slide.shapes.title
        shape.left, shape.top = int(MARGIN * EMU_PER_POINT), int(MARGIN / 2 * EMU_PER_POINT)
        shape.width, shape.height = int((SLIDE[0] - 2 * MARGIN) * EMU_PER_POINT), int(TITLE_ROOM * EMU_PER_POINT)
        room = shape.width / EMU_PER_POINT / 1.15  # heavy, and inside the margins of the placeholder
        title = shorten(office.one_line(self.view.title), TITLE_SIZES[-1], 2.8 * room)
        size = next((size for size in TITLE_SIZES if len(fill(title, size, room)) * size * 1.2 <= TITLE_ROOM), 10.0)
        self._run(shape.text_frame.paragraphs[0], title, size / self.scale, self.theme.ink, bold=True)

    def _place(self, x: float, y: float) -> tuple[int, int]:
        left, top = self.corner[0] + x * self.scale, self.corner[1] + y * self.scale
        return int(left * EMU_PER_POINT), int(top * EMU_PER_POINT)

    def _size(self, width: float, height: float) -> tuple[int, int]:
        return int(width * self.scale * EMU_PER_POINT), int(height * self.scale * EMU_PER_POINT)

    def _shape(self, kind: Any, rect: tuple[float, float, float, float], name: str) -> Any:  # noqa: ANN401 - untyped library
        shape = self.slide.shapes.add_shape(kind, *self._place(*rect[:2]), *self._size(*rect[2:]))
        shape.name = legal(name)
        _flat(shape)
        return shape

    def _frame(self, group: str, rect: tuple[float, float, float, float]) -> None:
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.enum.text import MSO_ANCHOR

        title = next(each.title for each in self.argmap.groups if each.id == group)
        shape = self._shape(MSO_SHAPE.RECTANGLE, rect, f"group {group}")
        self._fill(shape, self.theme.frame)
        self._line(shape.line, self.theme.frame_line, 0.8)
        frame = shape.text_frame
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = int(8 * self.scale * EMU_PER_POINT)
        frame.margin_top = int(2 * self.scale * EMU_PER_POINT)
        self._run(frame.paragraphs[0], office.one_line(title), 12, self.theme.muted, bold=True)

    def _card(self, box: Box) -> Any:  # noqa: ANN401 - untyped library
        from pptx.enum.dml import MSO_LINE
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.enum.text import MSO_ANCHOR

        claim = self.argmap.claim(box.id)
        shape = self._shape(MSO_SHAPE.RECTANGLE, (box.x, box.y, box.width, box.height), f"claim {box.id}")
        self._fill(shape, self.theme.card)
        self._line(shape.line, self.theme.border, BORDER_WIDTH * (2 if box.id in self.deck.main else 1))
        if claim.implicit:
            shape.line.dash_style = MSO_LINE.DASH
        frame = shape.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
        edge = int(6 * self.scale * EMU_PER_POINT)
        frame.margin_left = frame.margin_right = edge
        frame.margin_top = frame.margin_bottom = edge // 3
        words = [self.order.numbers[box.id], claim.kind, self.words("implied") if claim.implicit else ""]
        header, rtl = office.one_line(" \u00b7 ".join(word for word in words if word)), is_rtl(claim.text)
        self._run(frame.paragraphs[0], header, HEADER_POINTS, self.theme.muted, rtl=rtl)
        self._run(frame.add_paragraph(), office.one_line(claim.text), 13, self.theme.ink, rtl=rtl)
        return shape

    def _badge(self, box: Box) -> None:
        """Say at the lower edge of a card how many claims follow on which slide, and lead there."""
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

        count, slide = self.view.more[box.id]
        text = self.words("doc_more", count=count, slide=slide)
        size = BADGE / self.scale
        width, height = measure(text, size) * 1.1 + size, size * 1.5
        rect = (box.x + box.width - width - 6, box.y + box.height - height / 2, width, height)
        shape = self._shape(MSO_SHAPE.ROUNDED_RECTANGLE, rect, f"more {box.id}")
        shape.adjustments[0] = 0.5
        self._fill(shape, self.theme.border)
        shape.line.fill.background()
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
        self._run(frame.paragraphs[0], text, size, self.theme.background, bold=True)
        frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        shape.click_action.target_slide = self.deck.pages[slide - 1]

    def _run(
        self,
        paragraph: Any,  # noqa: ANN401 - untyped library
        text: str,
        size: float,
        color: str,
        *,
        bold: bool = False,
        rtl: bool | None = None,
    ) -> None:
        """Add a text to a paragraph, which runs as `rtl` says or, if it does not, as the text does."""
        from pptx.enum.text import PP_ALIGN
        from pptx.util import Emu

        run = paragraph.add_run()
        run.text = text
        run.font.size = Emu(max(EMU_PER_POINT, int(size * self.scale * EMU_PER_POINT)))  # PowerPoint knows no smaller
        run.font.bold = bold
        run.font.color.rgb = _rgb(color)
        run.font._element.set("lang", self.language)  # noqa: SLF001 - the public way knows but some languages
        rtl = is_rtl(text) if rtl is None else rtl
        paragraph.alignment = PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT
        if rtl:
            paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001 - python-pptx has no public way to direction

    def _dot(self, link: str, x: float, y: float) -> Any:  # noqa: ANN401 - untyped library
        from pptx.enum.shapes import MSO_SHAPE

        # a rectangle that is all corner looks like a dot, and has the four sites that python-pptx can glue to
        shape = self._shape(MSO_SHAPE.ROUNDED_RECTANGLE, (x - 4.5, y - 4.5, 9, 9), f"link {link}")
        shape.adjustments[0] = 0.5
        self._fill(shape, getattr(self.theme, self.argmap.link(link).kind))
        shape.line.fill.background()
        office.describe(shape, "")
        return shape

    def _connect(self, link: Link) -> None:
        """Glue a link: the premises to the junction and the junction to the target, or the one premise to it."""
        target = self.nodes.get(link.target)
        dot = self.nodes.get(link.id)
        if target is None:
            return
        if dot is not None:
            for premise in link.premises:
                self._connector(link, self.nodes[premise], dot, arrow=False)
            self._connector(link, dot, target, arrow=True)
        else:
            self._connector(link, self.nodes[link.premises[0]], target, arrow=True)

    def _key(self) -> None:
        """Write beneath the picture what the lines mean: a sample of each kind in use, and its name."""
        kinds = [kind for kind in KINDS if any(link.kind == kind for link in self.argmap.links)]
        samples = [(_SAMPLES[kind], getattr(self.theme, kind), f"key_{kind}") for kind in kinds]
        if self.picture.junctions:
            samples.append(("\u25cf", self.theme.muted, "key_linked"))
        if not samples:
            return
        rect = (MARGIN, SLIDE[1] - KEY_ROOM, SLIDE[0] - 2 * MARGIN - NUMBER_ROOM, KEY_ROOM)
        shape = self.slide.shapes.add_textbox(*(int(length * EMU_PER_POINT) for length in rect))
        shape.name = "key"
        shape.text_frame.word_wrap = True
        paragraph = shape.text_frame.paragraphs[0]
        for index, (sample, color, words) in enumerate(samples):
            before = "      " if index else ""
            self._run(paragraph, f"{before}{sample} ", KEY_SIZE / self.scale, color, bold=True)
            self._run(paragraph, self.words(words), KEY_SIZE / self.scale, self.theme.muted)

    def _lines_behind_cards(self) -> None:
        """Move the connectors, which are straight, beneath the cards that they may cross."""
        cards = [shape for shape in self.slide.shapes if shape.name.startswith("claim ")]
        for line in [shape for shape in self.slide.shapes if hasattr(shape, "begin_connect")]:
            cards[0]._element.addprevious(line._element)  # noqa: SLF001 - python-pptx has no public way to the order

    def _connector(self, link: Link, start: Any, end: Any, *, arrow: bool) -> None:  # noqa: ANN401 - untyped library
        from pptx.enum.shapes import MSO_CONNECTOR

        line = self.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
        line.name = legal(f"{link.kind}: {link.id}")
        _flat(line)
        office.describe(line, self.words.read(link) if arrow else "")
        out, into = _sites(start, end, across=self.picture.orientation != "up")
        line.begin_connect(start, out)
        line.end_connect(end, into)
        self._line(line.line, getattr(self.theme, link.kind), line_width(link.strength))
        outline_of_line = line.line._get_or_add_ln()  # noqa: SLF001 - python-pptx has no public way to an arrowhead
        _child(outline_of_line, "prstDash", val=_DASHES[link.kind])
        if arrow:
            _child(outline_of_line, "tailEnd", type="triangle", w="med", len="med")

    @staticmethod
    def _fill(shape: Any, color: str) -> None:  # noqa: ANN401 - untyped library
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(color)

    def _line(self, line: Any, color: str, width: float) -> None:  # noqa: ANN401 - untyped library
        from pptx.util import Emu

        line.color.rgb = _rgb(color)
        line.width = Emu(max(6350, int(width * self.scale * EMU_PER_POINT)))


def _sites(start: Any, end: Any, *, across: bool) -> tuple[int, int]:  # noqa: ANN401 - untyped library
    """Return at which sides of its two shapes a connector begins and ends: those that face each other."""
    above, below = (_TOP, _BOTTOM), (_BOTTOM, _TOP)
    left, right = (_LEFT, _RIGHT), (_RIGHT, _LEFT)
    beside = left if end.left + end.width <= start.left else right if start.left + start.width <= end.left else None
    apart = above if end.top + end.height <= start.top else below if start.top + start.height <= end.top else None
    return (beside or apart or left) if across else (apart or beside or above)


def _flat(shape: Any) -> None:  # noqa: ANN401 - untyped library
    """Take from a shape or connector the shadow that the theme of the presentation gives it."""
    for effect in shape._element.xpath("./p:style/a:effectRef"):  # noqa: SLF001 - python-pptx has no public way for lines
        effect.set("idx", "0")


def _child(parent: Any, tag: str, **attributes: str) -> None:  # noqa: ANN401 - untyped library
    from pptx.oxml.xmlchemy import OxmlElement

    element = OxmlElement(f"a:{tag}")
    for name, value in attributes.items():
        element.set(name, value)
    parent.append(element)


def _rgb(color: str) -> Any:  # noqa: ANN401 - untyped library
    from pptx.dml.color import RGBColor

    make: Any = RGBColor
    return make(*bytes.fromhex(color[1:]))
