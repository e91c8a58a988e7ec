"""SVG: real text, a title and a role for every card, no script, no reference to anything outside the file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from argmap.render.shapes import Circle, Path, Polygon, Rect, Text
from argmap.xmlquote import content, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.shapes import Part, Scene, Shape

FAMILY = "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans CJK SC', system-ui, 'Segoe UI', sans-serif"
_ROLES = {"claim": "graphics-object", "link": "graphics-symbol", "frame": "graphics-object", "key": "graphics-object"}


def write(scene: Scene, *, faces: str = "", zoom: float = 1.0) -> Iterator[str]:
    """Yield the scene as SVG 1.1, line by line, without line ends. Pixels are user units.

    `faces`: a style sheet that carries the fonts; "" leaves fonts to the viewer. `zoom`: pixels a unit.
    """
    width, height = number(scene.width), number(scene.height)
    own = f"{crc32(repr((scene.title, scene.description)).encode('utf-8', 'replace')):08x}"  # of several in one page
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    size = f'width="{number(scene.width * zoom)}" height="{number(scene.height * zoom)}"'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size} '
        f'viewBox="0 0 {width} {height}" role="graphics-document" '
        f'aria-labelledby="title-{own} description-{own}" '
        f"lang={quote(scene.language)} xml:lang={quote(scene.language)} font-family={quote(FAMILY)}>"
    )
    yield f'<title id="title-{own}">{content(scene.title)}</title>'
    yield f'<desc id="description-{own}">{content(scene.description or "An argument map.")}</desc>'
    if faces:
        yield f"<style>{content(faces)}</style>"
    yield f'<rect width="{width}" height="{height}" fill="{scene.background}"/>'
    for part in scene.parts:
        yield from _part(part)
    yield "</svg>"


def number(value: float) -> str:
    """Return a length with at most two decimals, without trailing zeros.

    >>> number(12.0), number(0.126), number(-0.001)
    ('12', '0.13', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _part(part: Part) -> Iterator[str]:
    name = f" id={quote(f'{part.kind}-{part.id}')}" if part.kind == "claim" else ""
    role = f' role="{_ROLES[part.kind]}" aria-label={quote(part.label)}' if part.kind in _ROLES else ""
    yield f'<g class="{part.kind}"{name}{role}>'
    if part.kind in {"claim", "link"}:
        yield f"<title>{content(part.label)}</title>"
    if part.url:
        yield f'<a xlink:href={quote(part.url)} href={quote(part.url)} target="_blank" rel="noopener noreferrer">'
    for shape in part.shapes:
        yield _shape(shape)
    yield "</a></g>" if part.url else "</g>"


def _shape(shape: Shape) -> str:
    match shape:
        case Rect():
            radius = f' rx="{number(shape.radius)}"' if shape.radius else ""
            return (
                f'<rect x="{number(shape.x)}" y="{number(shape.y)}" width="{number(shape.width)}" '
                f'height="{number(shape.height)}"{radius} fill="{shape.fill or "none"}"{_stroke(shape)}/>'
            )
        case Text():
            return _text(shape)
        case Path():
            start, *rest = shape.points
            curve = " ".join(f"{number(x)} {number(y)}" for x, y in rest)
            return f'<path d="M{number(start[0])} {number(start[1])}C{curve}" fill="none"{_stroke(shape)}/>'
        case Polygon():
            points = " ".join(f"{number(x)},{number(y)}" for x, y in shape.points)
            return f'<polygon points="{points}" fill="{shape.fill}"/>'
        case Circle():
            centre = f'cx="{number(shape.x)}" cy="{number(shape.y)}"'
            return f'<circle {centre} r="{number(shape.radius)}" fill="{shape.fill}"/>'


def _stroke(shape: Rect | Path) -> str:
    if not shape.stroke:
        return ""
    dash = f' stroke-dasharray="{" ".join(map(number, shape.dash))}"' if shape.dash else ""
    return f' stroke="{shape.stroke}" stroke-width="{number(shape.line)}"{dash}'


def _text(shape: Text) -> str:
    anchor = f' text-anchor="{shape.anchor}"' if shape.anchor != "start" else ""
    weight = ' font-weight="600"' if shape.strong else ""
    rtl = ' direction="rtl"' if shape.rtl else ""
    return (
        f'<text x="{number(shape.x)}" y="{number(shape.y)}" font-size="{number(shape.size)}" fill="{shape.color}"'
        f"{anchor}{weight}{rtl}>{content(shape.text)}</text>"
    )
