"""Layout: a map in, a Picture of placed boxes and curves out. Pixels everywhere; drawing is for `render`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.layout.cards import cards
from argmap.layout.options import DEFAULTS, LayoutOptions
from argmap.layout.wiring import wiring
from argmap.order import outline

if TYPE_CHECKING:
    from argmap.layout.geometry import Picture
    from argmap.model import ArgMap

__all__ = ["LayoutOptions", "layout"]

TREE_FROM = 1500  # claims: where the engine takes seconds, and pictures are folded anyway


def layout(argmap: ArgMap, options: LayoutOptions = DEFAULTS) -> Picture:
    """Return where every box, curve and frame of a map stands.

    Raises EnvironmentProblemError if no layout engine is installed and the map is small enough to need one.
    """
    order = outline(argmap)
    sized = cards(argmap, order, options)
    wires = wiring(argmap)
    from argmap.layout.layered import layered

    return layered(argmap, order, sized, wires, options)
