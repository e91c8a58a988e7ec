"""The fonts of an SVG, cut down to the characters it uses and carried inside the file."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

from argmap.diagnostics import MissingExtraError
from argmap.render import fonts
from argmap.render.libraries import needing
from argmap.render.shapes import Text

if TYPE_CHECKING:
    from argmap.render.shapes import Scene


def faces(scene: Scene) -> tuple[str, str]:
    """Return the style sheet that carries the fonts of a scene, and the characters that none of them has.

    About 0.3 s a font; 10 to 40 KB for Noto Sans. Every font is called "Noto Sans", each for the characters that those
    before it lack. Raises MissingExtraError if fontTools or Noto Sans is not installed.
    """
    texts = {shape.text for part in scene.parts for shape in part.shapes if isinstance(shape, Text)}
    left = {char for char in set().union(*texts) if char.isprintable()}
    rules: list[str] = []
    for font in (fonts.BASE, *fonts.needed(texts)):
        url, drawn = _cut(font, left)
        if drawn:
            span = f";unicode-range:{','.join(f'U+{ord(char):X}' for char in sorted(drawn))}" if rules else ""
            rules.append(f'@font-face{{font-family:"Noto Sans";src:url({url}){span}}}')
        left -= drawn
    return "".join(rules), "".join(sorted(left))


def _cut(font: fonts.Font, wanted: set[str]) -> tuple[str, set[str]]:
    """Return a font of the wanted characters as a data URL, and those it has; none if it is not installed."""
    with needing("an embedded font", "fontTools", "figures", module="fontTools"):
        from fontTools import subset, ttLib
    path = fonts.path(font)
    if not path and font is fonts.BASE:
        raise MissingExtraError("an embedded font needs Noto Sans; run: pip install 'argmap[figures]'")
    if not path:
        return "", set()
    options = subset.Options(layout_features=["*"], notdef_outline=True, hinting=False, desubroutinize=True)
    options.name_IDs = [0, 13, 14]  # the licence travels with the font
    options.drop_tables += ["STAT", "gvar", "fvar", "avar", "HVAR", "MVAR"]  # the regular weight and width alone
    buffer = io.BytesIO()
    with ttLib.TTFont(path, recalcTimestamp=False) as whole:
        there = whole.getBestCmap()
        drawn = {char for char in wanted if ord(char) in there}
        cutter = subset.Subsetter(options)
        cutter.populate(text="".join(sorted(drawn)))
        cutter.subset(whole)
        whole.save(buffer)
    return f"data:font/{path[-3:]};base64,{base64.b64encode(buffer.getvalue()).decode()}", drawn
