"""The display list: a map and its Picture become coloured shapes in drawing order, for every figure writer alike."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from argmap.layout.cards import HEADER_GAP, MARK_WIDTH
from argmap.layout.geometry import FONT_SIZE, HEADER_HEIGHT, HEADER_SIZE, LINE_HEIGHT, PADDING_X, PADDING_Y
from argmap.layout.signs import signs
from argmap.layout.text import fill, is_rtl, measure, shorten
from argmap.model import web_address
from argmap.order import rebuts
from argmap.render.marks import JUNCTION_RADIUS, LABELS, Sample, mark, sign, strip
from argmap.render.page_key import key_entries
from argmap.render.shapes import Circle, Part, Path, Polygon, Rect, Scene, Text
from argmap.render.theme import (
    BORDER_WIDTH,
    CORNER,
    DASHES,
    IMPLICIT_DASH,
    MONO,
    THEMES,
    Shade,
    group_color,
    line_width,
)
from argmap.render.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.layout.geometry import Box, Curve, Frame, Picture, Point
    from argmap.model import ArgMap, Claim, Link
    from argmap.order import Outline
    from argmap.render.shapes import Anchor, Shape
    from argmap.render.theme import Theme

ARROW_LENGTH: Final = 9.0
ARROW_HALF: Final = 4.2
TITLE_SIZE: Final = 20.0
TITLE_HEIGHT: Final = 26.0  # pixels, of one line of the title
FRAME_TITLE: Final = 12.0
KEY_SIZE: Final = 12.0
KEY_HEIGHT: Final = 22.0  # pixels, of one line of the key
KEY_GAP: Final = 18.0  # pixels between its entries
STRONG: Final = 1.08  # how much wider heavy text is
INSET: Final = 4.0  # pixels between the two edges of a thesis
_BETWEEN: Final = " \u00b7 "
ROOMY: Final = 420.0  # pixels that a figure is wide, if its title or key need them
MARGIN: Final = 16.0  # pixels around everything


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneOptions:
    """What a figure shows beside the cards and links. `labels`: claim id to stands / falls / contested, or nothing."""

    theme: str = "default"
    shade: Shade = "light"
    numbers: bool = True
    title: bool = True
    key: bool = True
    labels: Mapping[str, str] | None = None


def scene(argmap: ArgMap, order: Outline, picture: Picture, options: SceneOptions | None = None) -> Scene:
    """Return the display list of a laid-out map. Pure; O(size). Raises KeyError for a theme that does not exist."""
    options = options or SceneOptions()
    painter = _Painter(argmap, order, THEMES[options.theme][options.shade], options)
    painter.framed = frozenset(frame.group for frame in picture.frames)
    entries = list(painter.entries(picture)) if options.key else []
    title = argmap.title if options.title else ""
    wanted = max(
        [measure(title, TITLE_SIZE) * STRONG, *(entry.lead + measure(words, KEY_SIZE) for entry, words in entries)]
    )
    inner = max(picture.width, min(wanted, ROOMY))
    width = inner + 2 * MARGIN
    lines = fill(title, TITLE_SIZE, inner / STRONG) if title else ()
    top = MARGIN + len(lines) * TITLE_HEIGHT + (TITLE_SIZE * 0.5 if lines else 0)
    parts = [*painter.frames(picture), *painter.links(picture), *painter.claims(picture)]
    parts = [_shift(part, MARGIN + (inner - picture.width) / 2, top) for part in parts]
    height = top + picture.height + MARGIN
    if options.key:
        key = painter.key(entries, MARGIN, height, inner)
        parts.append(key)
        height = max((shape.y for shape in key.shapes if isinstance(shape, Text)), default=height) + MARGIN
    if lines:
        parts.insert(0, painter.title(lines, width))
    return Scene(
        width=width,
        height=height,
        background=painter.theme.background,
        title=argmap.title,
        description=argmap.description,
        language=argmap.language,
        parts=tuple(parts),
    )


class _Painter:
    """The shapes of one map in one theme."""

    def __init__(self, argmap: ArgMap, order: Outline, theme: Theme, options: SceneOptions) -> None:
        self.argmap, self.order, self.theme, self.options = argmap, order, theme, options
        self.labels = options.labels or {}
        self.words = Words(argmap, order)
        self.theses = frozenset(order.roots if not argmap.thesis else argmap.thesis)
        self.groups = {group.id: group for group in argmap.groups}
        grey = options.theme == MONO  # in print without colours, groups differ by the pattern of their edges
        self.colors = {
            group.id: theme.muted if grey else group_color(group.color, index)
            for index, group in enumerate(argmap.groups)
        }
        self.patterns = {group.id: index if grey else 0 for index, group in enumerate(argmap.groups)}
        self.framed: frozenset[str] = frozenset()

    def color(self, link: Link) -> str:
        """Return a link's colour; an attack on a claim that itself attacks is a rebuttal."""
        return self.theme.rebuttal if rebuts(self.argmap, link, self.order) else str(getattr(self.theme, link.kind))

    def title(self, lines: tuple[str, ...], width: float) -> Part:
        rtl = is_rtl(self.argmap.title)
        x = width - MARGIN if rtl else MARGIN
        shapes = tuple(
            Text(
                x=x, y=MARGIN + TITLE_SIZE * 0.85 + index * TITLE_HEIGHT, text=line, size=TITLE_SIZE,
                color=self.theme.ink, rtl=rtl, strong=True,
            )
            for index, line in enumerate(lines)
        )  # fmt: skip
        return Part(kind="title", id="", label=self.argmap.title, shapes=shapes)

    def frames(self, picture: Picture) -> Iterator[Part]:
        for frame in picture.frames:
            group = self.groups[frame.group]
            shapes = self._frame(frame, group.title, self.colors[group.id])
            yield Part(kind="frame", id=group.id, label=group.title, shapes=shapes)

    def _frame(self, frame: Frame, title: str, color: str) -> tuple[Shape, ...]:
        rtl = is_rtl(title)
        box = Rect(
            x=frame.x, y=frame.y, width=frame.width, height=frame.height, radius=CORNER, fill=self.theme.frame,
            stroke=color, line=1.0,
        )  # fmt: skip
        x = frame.x + (frame.width - 10 if rtl else 10)
        text = _frame_title(frame, title)
        words = Text(x=x, y=frame.y + 16, text=text, size=FRAME_TITLE, color=self.theme.muted, rtl=rtl, strong=True)
        return (box, words) if text else (box,)

    def links(self, picture: Picture) -> Iterator[Part]:
        curves: dict[str, list[Curve]] = {}
        for curve in picture.curves:
            curves.setdefault(curve.link, []).append(curve)
        dots = {dot.link: dot for dot in picture.junctions}
        places = signs(picture)
        for name, pieces in curves.items():
            link = self.argmap.link(name)
            color = self.color(link)
            shapes = [shape for piece in pieces for shape in self._curve(piece, link, color)]
            if dot := dots.get(name):
                shapes.append(Circle(x=dot.x, y=dot.y, radius=JUNCTION_RADIUS, fill=color))
            shapes += sign(link.kind, *places[name], color, self.theme.background)
            yield Part(kind="link", id=name, label=self.words.read(link), shapes=tuple(shapes))

    def _curve(self, curve: Curve, link: Link, color: str) -> Iterator[Shape]:
        width = line_width(link.strength)
        if not curve.arrow:
            yield Path(points=curve.points, stroke=color, line=width, dash=DASHES[link.kind])
            return
        tip = curve.points[-1]
        ux, uy = _direction(curve.points)
        base = (tip[0] - ux * ARROW_LENGTH, tip[1] - uy * ARROW_LENGTH)
        yield Path(points=(*curve.points[:-1], base), stroke=color, line=width, dash=DASHES[link.kind])
        sides = (
            (base[0] - uy * ARROW_HALF, base[1] + ux * ARROW_HALF),
            (base[0] + uy * ARROW_HALF, base[1] - ux * ARROW_HALF),
        )
        yield Polygon(points=(tip, *sides), fill=color)

    def claims(self, picture: Picture) -> Iterator[Part]:
        for box in picture.boxes:
            claim = self.argmap.claim(box.id)
            words = [
                self.order.numbers[box.id] if self.options.numbers else "",
                _line_of(claim.kind),
                self._label(box.id),
            ]
            label = _BETWEEN.join(word for word in words if word)
            unsaid = f" {self.words('implied')}" if claim.implicit else ""
            shapes: tuple[Shape, ...] = (
                *self._card(box), *self._strip(box), *self._header(box), *self._lines(box),
            )  # fmt: skip
            spoken = f"{label}: {claim.text}{unsaid}"
            yield Part(kind="claim", id=box.id, label=spoken, shapes=shapes, url=web_address(claim.url))

    def _label(self, name: str) -> str:
        """Return the label of a claim in words, "" if there is none."""
        return self.words(f"label_{self.labels[name]}") if self.labels.get(name) else ""

    def _card(self, box: Box) -> Iterator[Rect]:
        """Yield the card, and the second edge of a thesis."""
        claim, label = self.argmap.claim(box.id), self.labels.get(box.id, "")
        stroke = str(getattr(self.theme, label)) if label else self.theme.border
        thesis = box.id in self.theses
        yield Rect(
            x=box.x, y=box.y, width=box.width, height=box.height, radius=CORNER, fill=self.theme.card, stroke=stroke,
            line=BORDER_WIDTH * (2 if thesis else 1), dash=IMPLICIT_DASH if claim.implicit else (),
        )  # fmt: skip
        if thesis:
            inner = (box.width - 2 * INSET, box.height - 2 * INSET)
            yield Rect(
                x=box.x + INSET, y=box.y + INSET, width=inner[0], height=inner[1], radius=CORNER - 2, stroke=stroke
            )

    def _strip(self, box: Box) -> Iterator[Rect]:
        """Yield the coloured edge of a card whose group has no frame, because other claims stand among its own."""
        group = self.argmap.claim(box.id).group
        if group and group not in self.framed:
            height = box.height - 2 * CORNER
            yield from strip(box.x + 2, box.y + CORNER, height, self.colors[group], self.patterns[group])

    def _header(self, box: Box) -> Iterator[Shape]:
        """Yield the row above the text: number and kind, and at its end the label.

        Of a kind that is too long, the beginning; of a label that is, the mark alone, which the key explains.
        """
        claim, label, rtl = (
            self.argmap.claim(box.id),
            self.labels.get(box.id, ""),
            is_rtl(self.argmap.claim(box.id).text),
        )
        left, right = box.x + PADDING_X, box.x + box.width - PADDING_X
        words = self._above(claim, box.id, right - left - (MARK_WIDTH if label else 0))
        y = box.y + self._lead(box) + PADDING_Y + HEADER_SIZE
        if words:
            x = right if rtl else left
            yield Text(x=x, y=y, text=words, size=HEADER_SIZE, color=self.theme.muted, rtl=rtl)
        if not label:
            return
        color, word = str(getattr(self.theme, label)), self._label(box.id)
        room = measure(word, HEADER_SIZE) * STRONG + 4
        if measure(words, HEADER_SIZE) + HEADER_GAP + room + MARK_WIDTH > right - left:
            word, room = "", 0.0
        if word:
            x = left + MARK_WIDTH if rtl else right
            anchor: Anchor = "start" if rtl else "end"
            yield Text(x=x, y=y, text=word, size=HEADER_SIZE, color=color, anchor=anchor, strong=True)
        yield from mark(label, left + 6 if rtl else right - room - 6, y - HEADER_SIZE * 0.35, color)

    def _headed(self, box: Box) -> bool:
        """Return whether anything stands above the text of a card."""
        claim = self.argmap.claim(box.id)
        return self.options.numbers or bool(claim.kind.strip() or claim.implicit or self.labels.get(box.id))

    def _lead(self, box: Box) -> float:
        """Return the room above header and text, which stand in the middle of a box that is higher than they need."""
        used = 2 * PADDING_Y + len(box.lines) * LINE_HEIGHT + (HEADER_HEIGHT if self._headed(box) else 0.0)
        return (box.height - used) / 2

    def _above(self, claim: Claim, name: str, room: float) -> str:
        """Return number, kind and "(implied)" as they stand above a text, cut to a width."""
        number = shorten(self.order.numbers[name], HEADER_SIZE, room) if self.options.numbers else ""
        unsaid = self.words("implied") if claim.implicit else ""
        used = measure(_BETWEEN.join([*filter(None, (number, unsaid)), ""]), HEADER_SIZE)
        kind = shorten(_line_of(claim.kind), HEADER_SIZE, room - used)
        return shorten(_BETWEEN.join(filter(None, (number, kind, unsaid))), HEADER_SIZE, room)

    def _lines(self, box: Box) -> Iterator[Text]:
        rtl = is_rtl(self.argmap.claim(box.id).text)
        x = box.x + (box.width - PADDING_X if rtl else PADDING_X)
        lead = self._lead(box) + (HEADER_HEIGHT if self._headed(box) else 0.0)
        for index, line in enumerate(box.lines):
            y = box.y + lead + PADDING_Y + FONT_SIZE * 0.85 + index * LINE_HEIGHT
            yield Text(x=x, y=y, text=line, size=FONT_SIZE, color=self.theme.ink, rtl=rtl)

    def key(self, entries: list[tuple[Sample, str]], x: float, y: float, width: float) -> Part:
        """Return the key: the entries one after the other, wrapped to the width, and a long one within itself."""
        shapes: list[Shape] = []
        left = x
        for sample, words in entries:
            lines = fill(words, KEY_SIZE, width - sample.lead)
            room = sample.lead + max(measure(line, KEY_SIZE) for line in lines)
            if left > x and left + room > x + width:
                left, y = x, y + KEY_HEIGHT
            shapes += sample(left, y)
            rtl = is_rtl(words)
            for index, line in enumerate(lines):
                at = (left + (room if rtl else sample.lead), y + 4 + index * LINE_HEIGHT)
                shapes.append(Text(x=at[0], y=at[1], text=line, size=KEY_SIZE, color=self.theme.ink, rtl=rtl))
            y += (len(lines) - 1) * LINE_HEIGHT
            left += room + KEY_GAP
        return Part(kind="key", id="", label=self.words("key"), shapes=tuple(shapes))

    def entries(self, picture: Picture) -> Iterator[tuple[Sample, str]]:
        """Yield the entries of the key: those of the page, the labels, and the groups whose title stands nowhere."""
        apart = self.theme.rebuttal != self.theme.attacks
        for name in key_entries(self.argmap, picture, self.order, rebuttals=apart):
            shown = name != "thesis" or any(self.argmap.is_claim(thesis) for thesis in self.theses)
            if shown and name != "quote":  # which figures do not show
                yield Sample(self.theme, name), self.words(f"key_{name}")
        for label in LABELS:
            if label in self.labels.values():
                yield Sample(self.theme, label), self.words(f"label_{label}")
        edged = {claim.group for claim in self.argmap.claims} - self.framed
        for group in self.argmap.groups:
            if group.id in edged:
                yield Sample(self.theme, "strip", self.colors[group.id], self.patterns[group.id]), group.title
        cut = {
            frame.group
            for frame in picture.frames
            if _frame_title(frame, self.groups[frame.group].title) != self.groups[frame.group].title
        }
        for group in self.argmap.groups:
            if group.id in cut:
                yield Sample(self.theme, "frame", self.colors[group.id]), group.title


def _line_of(text: str) -> str:
    """Return a text without line breaks, tabs and runs of spaces."""
    return " ".join(text.split())


def _frame_title(frame: Frame, title: str) -> str:
    """Return as much of the title of a group as its frame holds."""
    return shorten(title, FRAME_TITLE, (frame.width - 20) / STRONG)


def _direction(points: tuple[Point, ...]) -> Point:
    """Return the unit vector in which a curve arrives; down if it has no length."""
    tip = points[-1]
    for point in reversed(points[:-1]):
        length = math.hypot(tip[0] - point[0], tip[1] - point[1])
        if length > 1e-6:  # noqa: PLR2004 - nearer than any pixel
            return ((tip[0] - point[0]) / length, (tip[1] - point[1]) / length)
    return (0.0, 1.0)


def _shift(part: Part, dx: float, dy: float) -> Part:
    return replace(part, shapes=tuple(_moved(shape, dx, dy) for shape in part.shapes))


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    if isinstance(shape, Path | Polygon):
        return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))
    return replace(shape, x=shape.x + dx, y=shape.y + dy)
