"""LaTeX: the display list as TikZ, for pdflatex and lualatex; and the outline as plain lists, which need no package."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from argmap.model import KINDS
from argmap.order import outline
from argmap.render.pages import POINTS_PER_PIXEL
from argmap.render.shapes import Circle, Path, Polygon, Rect, Text
from argmap.render.svg import number
from argmap.render.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.layout.geometry import Point
    from argmap.model import ArgMap
    from argmap.order import Outline
    from argmap.render.shapes import Part, Scene, Shape

_SPECIAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
        "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
        "|": r"\textbar{}", '"': r"\textquotedbl{}", "'": "'", "`": r"\textasciigrave{}", "-": "{-}",
        "\u2013": r"\textendash{}", "\u2014": r"\textemdash{}", "\u2026": r"\textellipsis{}",
        "\u2018": r"\textquoteleft{}", "\u2019": r"\textquoteright{}", "\u201c": r"\textquotedblleft{}",
        "\u201d": r"\textquotedblright{}", "\u201e": r"\quotedblbase{}", "\u00b7": r"\textperiodcentered{}",
    }
)  # fmt: skip
_T1: Final = re.compile("[\u00a1\u00a7\u00ab\u00bb\u00bf-\u00d6\u00d8-\u00f6\u00f8-\u017e]")
_DEEPEST_LIST: Final = 4  # levels that LaTeX's own lists allow


def quote(text: str) -> str:
    r"""Return text as LaTeX sets it: every character that means something to TeX is spelled out. Controls are dropped.

    >>> quote(r"50% of $x_1$ \input{/etc/passwd}")
    '50\\% of \\$x\\_1\\$ \\textbackslash{}input\\{/etc/passwd\\}'
    """
    kept = (char for char in text if char.isprintable() and not "\ud800" <= char <= "\udfff")
    return "".join(_SPECIAL.get(char, char) for char in kept)


def write(scene: Scene) -> Iterator[str]:
    """Yield a document of its own whose page is the figure. Lengths are in big points (1/72 inch).

    pdflatex sets Latin scripts; characters beyond them become question marks there, and need lualatex.
    """
    yield from _preamble(scene)
    yield r"\begin{document}"
    yield r"\begin{tikzpicture}[x=0.75bp,y=-0.75bp,line cap=butt]"
    yield f"\\useasboundingbox (0,0) rectangle ({number(scene.width)},{number(scene.height)});"
    yield f"\\path[fill={_color(scene.background)}] (0,0) rectangle ({number(scene.width)},{number(scene.height)});"
    for part in scene.parts:
        yield from _part(part)
    yield r"\end{tikzpicture}"
    yield r"\end{document}"


def write_outline(argmap: ArgMap, order: Outline | None = None) -> Iterator[str]:
    """Yield the map as a numbered outline in LaTeX's own lists: the fallback that any class and any TeX can set.

    `order` is the order of the map that this one is part of, whose numbers it keeps.
    """
    order = order or outline(argmap)
    words = Words(argmap, order)
    said = (words(f"{kind}_word", steps="") for kind in KINDS)
    yield from _article([argmap.title, argmap.description, *said, *(claim.text for claim in argmap.claims)])
    yield r"\begin{document}"
    yield f"\\section*{{{quote(argmap.title)}}}"
    if argmap.description:
        yield f"{quote(argmap.description)}\n"
    depth = -1
    for name in (name for name in order if argmap.is_claim(name)):
        level = min(order.depths[name], _DEEPEST_LIST - 1, depth + 1)
        while depth < level:
            yield r"\begin{itemize}"
            depth += 1
        while depth > level:
            yield r"\end{itemize}"
            depth -= 1
        yield f"\\item[{order.numbers[name]}] {_item(argmap, order.via[name], name, words)}"
    yield from [r"\end{itemize}"] * (depth + 1)
    yield r"\end{document}"


def _item(argmap: ArgMap, via: str, name: str, words: Words) -> str:
    claim = argmap.claim(name)
    lead = f"\\textit{{{quote(words.lead(argmap.link(via)))}}} " if argmap.is_link(via) else ""
    unsaid = f" \\textit{{{quote(words('implied'))}}}" if claim.implicit else ""
    return f"{lead}{quote(claim.text)}{unsaid}"


def _preamble(scene: Scene) -> Iterator[str]:
    size = f"paperwidth={_bp(scene.width)},paperheight={_bp(scene.height)}"
    yield r"\documentclass{article}"
    yield f"\\usepackage[{size},margin=0bp]{{geometry}}"
    yield from _fonts(shape.text for part in scene.parts for shape in part.shapes if isinstance(shape, Text))
    yield r"\usepackage{tikz}"
    yield r"\renewcommand{\familydefault}{\sfdefault}"
    yield r"\pagestyle{empty}\setlength{\parindent}{0bp}\setlength{\topskip}{0bp}\setlength{\lineskip}{0bp}"


def _article(texts: Iterable[str]) -> Iterator[str]:
    yield r"\documentclass{article}"
    yield from _fonts(texts)


def _fonts(texts: Iterable[str]) -> Iterator[str]:
    """Set up fonts for both engines, and a stand-in for each character that pdflatex cannot set."""
    yield r"\usepackage{iftex}"
    yield r"\ifPDFTeX"
    yield r"\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{textcomp}"
    for char in sorted({char for text in texts for char in text if char.isprintable() and char not in _SPECIAL}):
        if not _in_latin(char):
            yield f"\\DeclareUnicodeCharacter{{{ord(char):04X}}}{{?}}"
    yield r"\else"
    yield r"\usepackage{fontspec}"
    yield r"\IfFontExistsTF{Noto Sans}{\setsansfont{Noto Sans}\setmainfont{Noto Sans}}{}"
    yield r"\fi"


def _in_latin(char: str) -> bool:
    """Return whether LaTeX's T1 encoding has the character: ASCII, Latin-1 letters, and Latin Extended-A."""
    return (
        char.isascii()
        or re.fullmatch("[\u00a1\u00a7\u00ab\u00bb\u00bf-\u00d6\u00d8-\u00f6\u00f8-\u017e]", char) is not None
    )


def _part(part: Part) -> Iterator[str]:
    if part.kind == "claim":
        yield f"% {quote(part.id)}"
    for shape in part.shapes:
        yield _shape(shape)


def _shape(shape: Shape) -> str:
    match shape:
        case Rect():
            return _rect(shape)
        case Text():
            return _text(shape)
        case Path():
            start, *rest = (_at(point) for point in shape.points)
            pieces = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
            curve = "".join(f" .. controls {one} and {two} .. {end}" for one, two, end in pieces)
            return f"\\draw[{_stroke(shape.stroke, shape.line, shape.dash)}] {start}{curve};"
        case Polygon():
            return f"\\path[fill={_color(shape.fill)}] {' -- '.join(map(_at, shape.points))} -- cycle;"
        case Circle():
            return f"\\path[fill={_color(shape.fill)}] {_at((shape.x, shape.y))} circle[radius={_bp(shape.radius)}];"


def _rect(shape: Rect) -> str:
    options = [f"rounded corners={_bp(shape.radius)}"] if shape.radius else []
    if shape.stroke:
        options.append(_stroke(shape.stroke, shape.line, shape.dash))
    if shape.fill:
        options.append(f"fill={_color(shape.fill)}")
    corner = _at((shape.x + shape.width, shape.y + shape.height))
    return f"\\path[{','.join(options)}] {_at((shape.x, shape.y))} rectangle {corner};"


def _text(shape: Text) -> str:
    anchor = {"start": "base west", "middle": "base", "end": "base east"}[shape.anchor]
    if shape.rtl and shape.anchor == "start":
        anchor = "base east"
    size = shape.size * POINTS_PER_PIXEL
    font = f"\\fontsize{{{number(size)}bp}}{{{number(size * 1.25)}bp}}\\selectfont" + (
        "\\bfseries" if shape.strong else ""
    )
    return (
        f"\\node[anchor={anchor},inner sep=0,outer sep=0,text={_color(shape.color)},font={{{font}}}] "
        f"at {_at((shape.x, shape.y))} {{{quote(shape.text)}}};"
    )


def _stroke(color: str, line: float, dash: tuple[float, ...]) -> str:
    pattern = f",dash pattern=on {_bp(dash[0])} off {_bp(dash[1])}" if dash else ""
    return f"draw={_color(color)},line width={_bp(line)}{pattern}"


def _color(color: str) -> str:
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return f"{{rgb,255:red,{red};green,{green};blue,{blue}}}"


def _bp(pixels: float) -> str:
    return f"{number(pixels * POINTS_PER_PIXEL)}bp"


def _at(point: Point) -> str:
    return f"({number(point[0])},{number(point[1])})"
