"""Layout: a map in, a Picture of placed boxes and curves out. Pixels everywhere; drawing is for `render`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.layout.cards import cards
from argmap.layout.mirror import mirrored
from argmap.layout.options import DEFAULTS, LayoutOptions
from argmap.layout.text import is_rtl
from argmap.layout.wiring import wiring
from argmap.order import outline

if TYPE_CHECKING:
    from typing import Literal

    from argmap.layout.geometry import Orientation, Picture
    from argmap.model import ArgMap

__all__ = ["LayoutOptions", "layout"]

LARGE = 2000  # claims and curves together: beyond, Graphviz takes seconds, and a page opens folded anyway


def layout(argmap: ArgMap, options: LayoutOptions = DEFAULTS) -> Picture:
    """Return where every box, curve and frame of a map stands. The same map and options give the same picture.

    30 claims take about 0.03 s, 300 about 0.2 s, 800 about 1 s, 3,000 (a tidy tree) about 0.3 s. A map that Graphviz
    cannot lay out becomes a tidy tree too, unless Graphviz was asked for by name.

    Raises EnvironmentProblemError, with the remedy, if no layout engine is installed and the map needs one.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> claims = (Claim(id="wet", text="The street is wet."), Claim(id="rain", text="It has rained."))
    >>> links = (Link(id="l", premises=("rain",), kind="supports", target="wet"),)
    >>> picture = layout(ArgMap(title="Rain", claims=claims, links=links), LayoutOptions(engine="tree"))
    >>> picture.orientation, [box.id for box in picture.boxes], len(picture.curves)
    ('up', ['wet', 'rain'], 1)
    """
    if options.orientation == "right" or (options.orientation != "left" and is_rtl(argmap.title)):
        turned: Orientation | Literal["auto"] = "left" if options.orientation == "right" else options.orientation
        return mirrored(_laid_out(argmap, replace(options, orientation=turned)))
    return _laid_out(argmap, options)


def _laid_out(argmap: ArgMap, options: LayoutOptions) -> Picture:
    """Return the picture as it is read from left to right."""
    order = outline(argmap)
    sized = cards(argmap, order, options)
    wires = wiring(argmap)
    few = len(argmap.claims) + len(wires.pieces) <= LARGE
    if argmap.claims and (options.engine == "graphviz" or (options.engine == "auto" and few)):
        from argmap.layout.graphviz import EngineFailedError
        from argmap.layout.layered import layered

        try:
            return layered(argmap, order, sized, wires, options)
        except EngineFailedError:
            if options.engine == "graphviz":
                raise
    from argmap.layout.tree import tree

    return tree(argmap, order, sized, wires, options)
