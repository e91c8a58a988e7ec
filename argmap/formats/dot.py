"""A map as DOT, for Graphviz to lay out: the cards, colours, dashes and junctions of our own figures.

Node names are the ids of claims, and of links where several premises meet or an undercut ends in a point. Every edge
has the id of its link as the attribute `link`, which Graphviz passes over. Lengths are inches and points, as it has
them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from argmap.layout import LayoutOptions
from argmap.layout.cards import cards
from argmap.layout.geometry import FONT_SIZE
from argmap.layout.text import is_rtl
from argmap.layout.wiring import wiring
from argmap.model import web_address
from argmap.order import outline, theses
from argmap.render.assets import strings
from argmap.render.theme import BORDER_WIDTH, SIGNS, THEMES, line_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.layout.cards import Card
    from argmap.layout.wiring import Piece
    from argmap.model import ArgMap, Claim, Group
    from argmap.order import Outline

_PIXELS_PER_INCH: Final = 96
_POINTS_PER_PIXEL: Final = 0.75
_DASHES: Final = {"supports": "solid", "attacks": "dashed", "undercuts": "dotted"}
_THEME: Final = THEMES["default"]["light"]
_HEX: Final = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}\Z")
_ENTITY: Final = re.compile(r"&(?=[A-Za-z0-9]+;|#)")
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def quote(*lines: str) -> str:
    r"""Return lines of text as one DOT string; several stand flush with the side on which their script begins.

    Nothing in it is an escape, an entity, a record field or HTML to Graphviz. Every text and id passes here.

    >>> print(quote('say "no" \\N \\'))
    "say \"no\" \\N \\"
    >>> quote("<b>R&D</b> &amp; &#65;", "\u05d0\u05d1") == '"<b>R&D</b> &amp;amp; &amp;#65;\\l\u05d0\u05d1\\r"'
    True
    >>> print(quote("a\nb\x00"))
    "a b "
    """
    if len(lines) == 1:
        return f'"{_plain(lines[0])}"'
    return f'"{"".join(_plain(line) + (_RIGHT if is_rtl(line) else _LEFT) for line in lines)}"'


_LEFT: Final = r"\l"
_RIGHT: Final = r"\r"


def _plain(text: str) -> str:
    kept = _UNSEEN.sub(" ", text).replace("\\", "\\\\").replace('"', '\\"')
    return _ENTITY.sub("&amp;", kept)


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the lines of a digraph, theses on top. O(size)."""
    order = outline(argmap)
    sized = cards(argmap, order, LayoutOptions())
    wires = wiring(argmap)
    yield f"digraph {quote(argmap.title)} {{"
    yield from _preamble(argmap)
    yield from _nodes(argmap, order, sized, wires.junctions)
    for piece in wires.pieces:
        yield f"  {_edge(argmap, piece)}"
    yield "}"


def _preamble(argmap: ArgMap) -> Iterator[str]:
    """Yield what holds for the whole graph."""
    text = _points(FONT_SIZE)
    yield f"  rankdir=BT; nodesep=0.25; ranksep=0.35; bgcolor={quote(_THEME.background)};"
    if argmap.title:
        yield f'  label={quote(argmap.title)}; labelloc=t; labeljust=l; fontsize=15; fontname="Noto Sans";'
    yield (
        f'  node [shape=box, style="rounded,filled", fontname="Noto Sans", fontsize={text}, margin="0.12,0.08", '
        f"fillcolor={quote(_THEME.card)}, fontcolor={quote(_THEME.ink)}, color={quote(_THEME.border)}, "
        f"penwidth={_number(BORDER_WIDTH * _POINTS_PER_PIXEL)}];"
    )
    yield f'  edge [fontname="Noto Sans", fontsize={text}, arrowsize=0.7];'


def _nodes(argmap: ArgMap, order: Outline, sized: Mapping[str, Card], joined: Sequence[str]) -> Iterator[str]:
    """Yield claims and junctions in the order of the file, those of a group together in its cluster."""
    main = frozenset(theses(argmap))
    rows: dict[str, list[str]] = {group.id: [] for group in argmap.groups}
    implied = strings(argmap.language)["implied"]
    for claim in argmap.claims:
        words = (order.numbers[claim.id], claim.kind, implied if claim.implicit else "")
        header = " \u00b7 ".join(word for word in words if word)
        row = _claim(claim, header, sized[claim.id], thesis=claim.id in main)
        if claim.group in rows:
            rows[claim.group].append(row)
        else:
            yield f"  {row}"
    for name in joined:
        color = quote(getattr(_THEME, argmap.link(name).kind))
        row = f"{quote(name)} [shape=point, width=0.1, color={color}, fillcolor={color}, tooltip={quote(name)}];"
        homes = {argmap.claim(premise).group for premise in argmap.link(name).premises}
        home = homes.pop() if len(homes) == 1 else ""
        if home in rows:
            rows[home].append(row)
        else:
            yield f"  {row}"
    for index, group in enumerate(argmap.groups):
        yield f"  subgraph cluster_{index} {{"
        yield f"    {_frame(group)}"
        yield from (f"    {row}" for row in rows[group.id])
        yield "  }"


def _frame(group: Group) -> str:
    color = group.color if _HEX.match(group.color) else _THEME.frame_line
    note = f" tooltip={quote(group.note)};" if group.note else ""
    return (
        f'label={quote(group.title)}; labelloc=b; labeljust=l; style="rounded,filled"; '
        f"fillcolor={quote(_THEME.frame)}; "
        f'color={quote(_long(color))}; fontcolor={quote(_THEME.muted)}; fontsize=9; fontname="Noto Sans";{note}'
    )


def _long(color: str) -> str:
    """Return a colour with six digits, for Graphviz knows no others.

    >>> _long("#fA0"), _long("#00805D")
    ('#ffAA00', '#00805D')
    """
    return color if len(color) == len("#rrggbb") else "#" + "".join(digit * 2 for digit in color[1:])


def _claim(claim: Claim, header: str, card: Card, *, thesis: bool) -> str:
    """Return a claim as a box at least as large as our card: its header, then its lines."""
    options = [
        f"label={quote(header, *card.lines)}",
        f"width={_number(card.width / _PIXELS_PER_INCH)}",
        f"height={_number(card.height / _PIXELS_PER_INCH)}",
    ]
    if claim.implicit:
        options.append('style="rounded,filled,dashed"')
    if thesis:
        options.append(f"penwidth={_number(2 * BORDER_WIDTH * _POINTS_PER_PIXEL)}")
    if claim.note:
        options.append(f"tooltip={quote(claim.note)}")
    if url := web_address(claim.url):
        options.append(f"URL={quote(url)}")
    return f"{quote(claim.id)} [{', '.join(options)}];"


def _edge(argmap: ArgMap, piece: Piece) -> str:
    """Return one piece of a link: from a premise to its target or junction, or on from the junction."""
    link = argmap.link(piece.link)
    color = quote(getattr(_THEME, link.kind))
    width = line_width(link.strength) * _POINTS_PER_PIXEL
    options = [f"link={quote(link.id)}", f"class={link.kind}", f"color={color}", f"style={_DASHES[link.kind]}"]
    options.append(f"penwidth={_number(width)}")
    if piece.arrow:
        options += [f"fontcolor={color}", f"label={quote(f' {SIGNS[link.kind]} ')}"]
    else:
        options += ["arrowhead=none", "weight=3"]
    if link.note:
        options.append(f"tooltip={quote(link.note)}")
    return f"{quote(piece.start)} -> {quote(piece.end)} [{', '.join(options)}];"


def _points(pixels: float) -> str:
    return _number(pixels * _POINTS_PER_PIXEL)


def _number(value: float) -> str:
    """Return a length without needless digits.

    >>> _number(10.5), _number(0.12345), _number(3.0)
    ('10.5', '0.123', '3')
    """
    return f"{value:.3f}".rstrip("0").rstrip(".")
