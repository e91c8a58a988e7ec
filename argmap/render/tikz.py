"""LaTeX: the display list as TikZ, for pdflatex and lualatex, and how any text is set by both."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

from argmap.render.pages import POINTS_PER_PIXEL
from argmap.render.shapes import Circle, Path, Polygon, Rect, Text
from argmap.render.svg import number
from argmap.render.tex_signs import PACKAGES, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.layout.geometry import Point
    from argmap.render.shapes import Part, Scene, Shape

_SPECIAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
        "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
        "|": r"\textbar{}", '"': r"\textquotedbl{}", "'": "'", "`": r"\textasciigrave{}", "-": "{-}",
        "\u2013": r"\textendash{}", "\u2014": r"\textemdash{}", "\u2026": r"\textellipsis{}",
        "\u2018": r"\textquoteleft{}", "\u2019": r"\textquoteright{}", "\u201c": r"\textquotedblleft{}",
        "\u201d": r"\textquotedblright{}", "\u201e": r"\quotedblbase{}", "\u00b7": r"\textperiodcentered{}",
        "\u00a0": "~", "\u202f": "~",
    }
)  # fmt: skip
_SPACES: Final = re.compile("[^\\S\u00a0\u202f]+")  # all but those at which no line may break
_T1: Final = re.compile(
    "[\u00a1\u00a7\u00ab\u00bb\u00bf-\u00d6\u00d8-\u00f6\u00f8-\u0125\u0128-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u0165\u0168-\u017e]"
)
# the fonts that lualatex turns to, where they are installed, for what Noto Sans lacks, and the script each is for
_FALLBACK: Final = (
    ("Noto Sans Arabic", "arab"), ("Noto Sans Hebrew", "hebr"), ("Noto Sans Devanagari", "dev2"),
    ("Noto Sans Bengali", "bng2"), ("Noto Sans Tamil", "tml2"), ("Noto Sans Thai", "thai"),
    ("Noto Sans CJK SC", "hani"), ("Noto Sans CJK JP", "hani"), ("Droid Sans Fallback", "hani"),
    ("Noto Sans Math", "math"), ("Latin Modern Math", "math"), ("Noto Sans Symbols2", "DFLT"),
    ("Noto Sans Symbols", "DFLT"), ("Noto Emoji", "DFLT"),
)  # fmt: skip
_MIRRORED: Final = str.maketrans("()[]{}<>\u00ab\u00bb", ")(][}{><\u00bb\u00ab")
# in a text from right to left: Latin words with what stands between them, and numbers with their separators
_LTR: Final = re.compile("L(?:[LNs-]*[LN])?|N+(?:sN+)*")
_RTL: Final = re.compile("R(?:[RNs-]*R)?")  # in a text from left to right


def quote(text: str) -> str:
    r"""Return text as LaTeX sets it: every character that means something to TeX is spelled out. Controls are dropped.

    >>> print(quote("50% of $x_1$\n\\input{/etc/passwd}, 3\u00a0m"))
    50\% of \$x\_1\$ \textbackslash{}input\{/etc/passwd\}, 3~m
    """
    kept = (char for char in _SPACES.sub(" ", text) if char.isprintable() or char in _SPECIAL)
    return "".join(_SPECIAL.get(char, char) for char in kept if not "\ud800" <= char <= "\udfff")


def set_text(text: str, *, rtl: bool) -> str:
    r"""Return text as LaTeX sets it, from right to left if need be: TeX does not turn Latin words and numbers itself.

    >>> print(set_text("\u05d2\u05d9\u05dc (18.5) OK 7!", rtl=True))
    \argmapRL{\u05d2\u05d9\u05dc )\argmapLR{18.5}( \argmapLR{OK 7}!}
    """
    if text.isascii():
        return quote(text)
    turn = text.translate(_MIRRORED) if rtl else text
    runs, macro = (_LTR, "argmapLR") if rtl else (_RTL, "argmapRL")
    pieces, done = [], 0
    for found in runs.finditer("".join(map(_direction, text))):
        inside = text[found.start() : found.end()]
        piece = quote(inside) if rtl else set_text(inside, rtl=True).removeprefix(r"\argmapRL{").removesuffix("}")
        pieces += [quote(turn[done : found.start()]), f"\\{macro}{{{piece}}}"]
        done = found.end()
    pieces.append(quote(turn[done:]))
    return f"\\argmapRL{{{''.join(pieces)}}}" if rtl else "".join(pieces)


def _direction(char: str) -> str:
    """Return L of a letter that runs from left to right, N of a digit, s of what may stand in a number, R, or -."""
    kind = bidirectional(char)
    return {"L": "L", "EN": "N", "AN": "N", "R": "R", "AL": "R"}.get(kind, "s" if char in ".,:/" else "-")


def unset(text: str) -> str:
    """Return the characters of a text that pdflatex cannot set."""
    return "".join(sorted(char for char in set(text) if _beyond(char) and char not in SIGNS))


def write(scene: Scene) -> Iterator[str]:
    """Yield a document of its own whose page is the figure. Lengths are in big points (1/72 inch).

    pdflatex sets Latin scripts and the signs of logic; what is beyond them becomes a question mark there, and needs
    lualatex.
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


def _preamble(scene: Scene) -> Iterator[str]:
    size = f"paperwidth={_bp(scene.width)},paperheight={_bp(scene.height)}"
    yield r"\documentclass{article}"
    yield f"\\usepackage[{size},margin=0bp]{{geometry}}"
    yield from fonts(shape.text for part in scene.parts for shape in part.shapes if isinstance(shape, Text))
    yield r"\usepackage{tikz}"
    yield r"\renewcommand{\familydefault}{\sfdefault}"
    yield r"\pagestyle{empty}\setlength{\parindent}{0bp}\setlength{\topskip}{0bp}\setlength{\lineskip}{0bp}"


def fonts(texts: Iterable[str]) -> Iterator[str]:
    """Set up fonts for both engines, and a stand-in for each character that pdflatex cannot set."""
    yield r"\usepackage{iftex}"
    yield r"\ifPDFTeX"
    yield r"\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{textcomp}"
    beyond = sorted({char for text in texts for char in text if _beyond(char)})
    if not SIGNS.keys().isdisjoint(beyond):
        yield PACKAGES
    for char in beyond:
        yield f"\\DeclareUnicodeCharacter{{{ord(char):04X}}}{{{SIGNS.get(char, '?')}}}"
    yield r"\else"
    yield r"\usepackage{fontspec}"
    yield r"\IfFontExistsTF{Noto Sans}{\setsansfont{Noto Sans}\setmainfont{Noto Sans}}{}"
    yield r"\fi"
    if beyond:
        yield from _other_scripts()


def _other_scripts() -> Iterator[str]:
    """Let lualatex take what Noto Sans lacks from other fonts, and set text from right to left."""
    yield r"\newcommand{\argmapRL}[1]{#1}\newcommand{\argmapLR}[1]{#1}"
    yield r"\ifLuaTeX"
    yield r"\renewcommand{\argmapRL}[1]{\leavevmode\bgroup\textdir TRT #1\egroup}"
    yield r"\renewcommand{\argmapLR}[1]{\leavevmode\bgroup\textdir TLT #1\egroup}"
    yield r"\directlua{argmap={}}"
    for font, script in _FALLBACK:
        entry = f'\\directlua{{table.insert(argmap,"{font}:mode=harf;script={script};")}}'
        yield f"\\IfFontExistsTF{{{font}}}{{{entry}}}{{}}"
    yield r'\directlua{luaotfload.add_fallback("argmap",next(argmap) and argmap or {"Latin Modern Sans"})}'
    yield r"\IfFontExistsTF{Noto Sans}{\setsansfont{Noto Sans}[RawFeature={fallback=argmap}]"
    yield r"\setmainfont{Noto Sans}[RawFeature={fallback=argmap}]}{}"
    yield r"\fi"


def _beyond(char: str) -> bool:
    """Return whether LaTeX's T1 encoding lacks a character: all but ASCII, Latin-1 letters, and Latin Extended-A."""
    return char.isprintable() and char not in _SPECIAL and not char.isascii() and _T1.fullmatch(char) is None


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
        f"at {_at((shape.x, shape.y))} {{{set_text(shape.text, rtl=shape.rtl)}}};"
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
