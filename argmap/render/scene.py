"""The display list: a map and its Picture become coloured shapes in drawing order, for every figure writer alike."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from argmap.layout.geometry import FONT_SIZE, HEADER_HEIGHT, HEADER_SIZE, LINE_HEIGHT, PADDING_X, PADDING_Y
from argmap.model import KINDS
from argmap.render.theme import BORDER_WIDTH, CORNER, DASHES, IMPLICIT_DASH, LINE_WIDTH, SIGNS, THEMES, Shade

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.layout.geometry import Box, Curve, Frame, Picture, Point
    from argmap.model import ArgMap, Link
    from argmap.order import Outline
    from argmap.render.theme import Theme

ARROW_LENGTH: Final = 9.0
ARROW_HALF: Final = 4.2
JUNCTION_RADIUS: Final = 4.5
SIGN_SIZE: Final = 15.0
TITLE_SIZE: Final = 20.0
MARGIN: Final = 16.0  # pixels around everything
_HEX: Final = re.compile("#[0-9A-Fa-f]{6}")
MARKS: Final = {"stands": "\u2713", "falls": "\u2717", "contested": "?"}
WORDS: Final = {"supports": "because", "attacks": "however", "undercuts": "that does not follow"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle; (x, y) is its top left, `dash` pixels on and off."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: str = ""
    stroke: str = ""
    line: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text, its base line starting at (x, y); at its right end where `rtl` says so or `anchor` is "end"."""

    x: float
    y: float
    text: str
    size: float
    color: str
    anchor: Literal["start", "middle", "end"] = "start"
    rtl: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Cubic Bezier pieces: a start, then three points a piece."""

    points: tuple[Point, ...]
    stroke: str
    line: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Polygon:
    """A filled polygon."""

    points: tuple[Point, ...]
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str


Shape = Rect | Text | Path | Polygon | Circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Shapes that belong together: `id` is the element's, `label` is what a screen reader says."""

    kind: Literal["claim", "link", "frame", "key", "title"]
    id: str
    label: str
    shapes: tuple[Shape, ...]
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A figure: `parts` in drawing order, inside (0, 0) .. (width, height) pixels."""

    width: float
    height: float
    background: str
    title: str
    description: str
    language: str
    parts: tuple[Part, ...]


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
    top = MARGIN + (TITLE_SIZE * 1.8 if options.title and argmap.title else 0)
    parts = [*painter.frames(picture), *painter.links(picture), *painter.claims(picture)]
    parts = [_shift(part, MARGIN, top) for part in parts]
    width = picture.width + 2 * MARGIN
    height = top + picture.height + MARGIN
    if options.key:
        key = painter.key(MARGIN, height, width - 2 * MARGIN)
        parts.append(key)
        height = max((shape.y for shape in key.shapes if isinstance(shape, Text)), default=height) + MARGIN
    if options.title and argmap.title:
        parts.insert(0, painter.title(width))
    return Scene(
        width=width,
        height=height,
        background=painter.theme.background,
        title=argmap.title,
        description=argmap.description,
        language=argmap.language,
        parts=tuple(parts),
    )


def is_rtl(text: str) -> bool:
    r"""Return whether the first letter with a direction runs right to left (Unicode Standard Annex 9, rule P2).

    >>> is_rtl("42 \u05e9\u05dc\u05d5\u05dd"), is_rtl("(claim)")
    (True, False)
    """
    if text.isascii():
        return False
    from unicodedata import bidirectional

    return next((kind != "L" for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), False)


class _Painter:
    """The shapes of one map in one theme."""

    def __init__(self, argmap: ArgMap, order: Outline, theme: Theme, options: SceneOptions) -> None:
        self.argmap, self.order, self.theme, self.options = argmap, order, theme, options
        self.labels = options.labels or {}
        self.theses = frozenset(order.roots if not argmap.thesis else argmap.thesis)
        self.groups = {group.id: group for group in argmap.groups}

    def color(self, link: Link) -> str:
        """Return a link's colour; an attack on a claim that itself attacks is a rebuttal."""
        if link.kind == "attacks" and not self.argmap.is_link(link.target):
            above = self.order.via.get(link.target, "")
            if above and self.argmap.link(above).kind == "attacks":
                return self.theme.rebuttal
        return str(getattr(self.theme, link.kind))

    def title(self, width: float) -> Part:
        rtl = is_rtl(self.argmap.title)
        text = Text(
            x=width - MARGIN if rtl else MARGIN, y=MARGIN + TITLE_SIZE * 0.85, text=self.argmap.title,
            size=TITLE_SIZE, color=self.theme.ink, rtl=rtl, strong=True,
        )  # fmt: skip
        return Part(kind="title", id="", label=self.argmap.title, shapes=(text,))

    def frames(self, picture: Picture) -> Iterator[Part]:
        for frame in picture.frames:
            group = self.groups[frame.group]
            color = group.color if _HEX.fullmatch(group.color) else self.theme.frame_line
            yield Part(kind="frame", id=group.id, label=group.title, shapes=self._frame(frame, group.title, color))

    def _frame(self, frame: Frame, title: str, color: str) -> tuple[Shape, ...]:
        rtl = is_rtl(title)
        box = Rect(
            x=frame.x, y=frame.y, width=frame.width, height=frame.height, radius=CORNER, fill=self.theme.frame,
            stroke=color, line=1.0,
        )  # fmt: skip
        x = frame.x + (frame.width - 10 if rtl else 10)
        return (box, Text(x=x, y=frame.y + 16, text=title, size=12, color=self.theme.muted, rtl=rtl, strong=True))

    def links(self, picture: Picture) -> Iterator[Part]:
        curves: dict[str, list[Curve]] = {}
        for curve in picture.curves:
            curves.setdefault(curve.link, []).append(curve)
        dots = {dot.link: dot for dot in picture.junctions}
        for name, pieces in curves.items():
            link = self.argmap.link(name)
            color = self.color(link)
            shapes = [shape for piece in pieces for shape in self._curve(piece, link, color)]
            if dot := dots.get(name):
                shapes.append(Circle(x=dot.x, y=dot.y, radius=JUNCTION_RADIUS, fill=color))
            yield Part(kind="link", id=name, label=self.read_link(link), shapes=tuple(shapes))

    def read_link(self, link: Link) -> str:
        """Return the link in words, with numbers: "1.1 and 1.2 support 1"."""
        premises = " and ".join(self.order.numbers[premise] for premise in link.premises)
        verb = link.kind if len(link.premises) == 1 else link.kind.removesuffix("s")
        if link.kind != "undercuts":
            return f"{premises} {verb} {self.order.numbers[link.target]}"
        return f"{premises} {verb} the step: {self.read_link_briefly(link.target)}"

    def read_link_briefly(self, name: str) -> str:
        """Return the premises and the claim of a link, "1.1 and 1.2 to 1", not following undercuts further."""
        link = self.argmap.link(name)
        premises = " and ".join(self.order.numbers[premise] for premise in link.premises)
        target = self.argmap.target_claim(link)
        return f"{premises} to {self.order.numbers.get(target, '?')}"

    def _curve(self, curve: Curve, link: Link, color: str) -> Iterator[Shape]:
        width = LINE_WIDTH if link.strength is None else LINE_WIDTH * (0.5 + link.strength)
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
        back, aside = ARROW_LENGTH + 6.0, 10.0
        yield Text(
            x=tip[0] - ux * back + abs(uy) * aside, y=tip[1] - uy * back - abs(ux) * (aside - 4) + SIGN_SIZE * 0.33,
            text=SIGNS[link.kind], size=SIGN_SIZE, color=color, anchor="middle", strong=True,
        )  # fmt: skip

    def claims(self, picture: Picture) -> Iterator[Part]:
        for box in picture.boxes:
            claim = self.argmap.claim(box.id)
            words = [
                self.order.numbers[box.id] if self.options.numbers else "",
                claim.kind,
                self.labels.get(box.id, ""),
            ]
            label = " \u00b7 ".join(word for word in words if word)
            unsaid = " (implied)" if claim.implicit else ""
            shapes: tuple[Shape, ...] = (self._card(box), *self._header(box), *self._lines(box))
            url = claim.url if claim.url.startswith(("https://", "http://")) else ""
            yield Part(kind="claim", id=box.id, label=f"{label}: {claim.text}{unsaid}", shapes=shapes, url=url)

    def _card(self, box: Box) -> Rect:
        claim, label = self.argmap.claim(box.id), self.labels.get(box.id, "")
        stroke = self.theme.muted if label in {"", "contested"} else str(getattr(self.theme, label))
        return Rect(
            x=box.x, y=box.y, width=box.width, height=box.height, radius=CORNER, fill=self.theme.card,
            stroke=self.theme.contested if label == "contested" else stroke,
            line=BORDER_WIDTH * (2 if box.id in self.theses else 1), dash=IMPLICIT_DASH if claim.implicit else (),
        )  # fmt: skip

    def _header(self, box: Box) -> Iterator[Text]:
        claim, label = self.argmap.claim(box.id), self.labels.get(box.id, "")
        number = self.order.numbers[box.id] if self.options.numbers else ""
        words = [word for word in (number, claim.kind, "(implied)" if claim.implicit else "") if word]
        y = box.y + PADDING_Y + HEADER_SIZE
        if words:
            text = " \u00b7 ".join(words)
            yield Text(x=box.x + PADDING_X, y=y, text=text, size=HEADER_SIZE, color=self.theme.muted)
        if label:
            yield Text(
                x=box.x + box.width - PADDING_X, y=y, text=f"{MARKS[label]} {label}", size=HEADER_SIZE,
                color=str(getattr(self.theme, label)), anchor="end", strong=True,
            )  # fmt: skip

    def _lines(self, box: Box) -> Iterator[Text]:
        rtl = is_rtl(self.argmap.claim(box.id).text)
        x = box.x + (box.width - PADDING_X if rtl else PADDING_X)
        for index, line in enumerate(box.lines):
            y = box.y + PADDING_Y + HEADER_HEIGHT + FONT_SIZE * 0.85 + index * LINE_HEIGHT
            yield Text(x=x, y=y, text=line, size=FONT_SIZE, color=self.theme.ink, rtl=rtl)

    def key(self, x: float, y: float, width: float) -> Part:
        """Return the key: only the encodings that this map uses, wrapped to the width."""
        shapes: list[Shape] = []
        left = x
        for sample, words in self._entries():
            room = 44 + 6.6 * len(words) + 18
            if left > x and left + room > x + width:
                left, y = x, y + 22
            shapes += [*sample(left, y), Text(x=left + 44, y=y + 4, text=words, size=12, color=self.theme.ink)]
            left += room
        return Part(kind="key", id="", label="Key", shapes=tuple(shapes))

    def _entries(self) -> Iterator[tuple[_Sample, str]]:
        kinds = {link.kind for link in self.argmap.links}
        for kind, verb in (("supports", "supports"), ("attacks", "attacks"), ("undercuts", "undercuts a step")):
            if kind in kinds:
                yield _Sample(self.theme, kind), f"{verb} ({WORDS[kind]})"
        if any(len(link.premises) > 1 for link in self.argmap.links):
            yield _Sample(self.theme, "linked"), "linked premises: they work only together"
        if any(claim.implicit for claim in self.argmap.claims):
            yield _Sample(self.theme, "implicit"), "implied: the text leaves it unsaid"
        if any(link.strength is not None for link in self.argmap.links):
            yield _Sample(self.theme, "strength"), "thicker: stronger"
        for label in MARKS:
            if label in self.labels.values():
                yield _Sample(self.theme, label), label


@dataclass(frozen=True, slots=True)
class _Sample:
    """The small drawing that stands before one entry of the key."""

    theme: Theme
    what: str

    def __call__(self, x: float, y: float) -> Iterator[Shape]:
        theme = self.theme
        for kind in KINDS:
            if self.what == kind:
                color = str(getattr(theme, kind))
                yield Path(points=_straight(x, y, x + 24, y), stroke=color, line=LINE_WIDTH, dash=DASHES[kind])
                yield self._sign(x + 33, y, SIGNS[kind], color)
        if self.what == "linked":
            for dy in (-5.0, 5.0):
                yield Path(points=_straight(x, y + dy, x + 16, y), stroke=theme.supports, line=LINE_WIDTH)
            yield Circle(x=x + 16, y=y, radius=JUNCTION_RADIUS, fill=theme.supports)
            yield Path(points=_straight(x + 16, y, x + 34, y), stroke=theme.supports, line=LINE_WIDTH)
        elif self.what == "implicit":
            border = Rect(x=x, y=y - 7, width=34, height=14, radius=3, stroke=theme.muted, line=BORDER_WIDTH)
            yield replace(border, dash=IMPLICIT_DASH)
        elif self.what == "strength":
            for dy, line in ((-4.0, 0.5), (4.0, 1.5)):
                yield Path(points=_straight(x, y + dy, x + 34, y + dy), stroke=theme.muted, line=LINE_WIDTH * line)
        elif self.what in MARKS:
            yield self._sign(x + 20, y, MARKS[self.what], str(getattr(theme, self.what)))

    @staticmethod
    def _sign(x: float, y: float, sign: str, color: str) -> Text:
        return Text(x=x, y=y + 5, text=sign, size=SIGN_SIZE, color=color, anchor="middle", strong=True)


def _straight(x1: float, y1: float, x2: float, y2: float) -> tuple[Point, ...]:
    dx, dy = (x2 - x1) / 3, (y2 - y1) / 3
    return ((x1, y1), (x1 + dx, y1 + dy), (x2 - dx, y2 - dy), (x2, y2))


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
