"""What a caller may ask of the layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from argmap.layout.geometry import Orientation

Engine = Literal["auto", "graphviz", "tree"]
Order = Literal["file", "crossings"]
Grouping = Literal["fit", "all", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutOptions:
    """How a map is laid out. The defaults suit a page and a screen.

    `orientation`: the thesis on top ("up"), at the left, at the right, or on top or where reading begins, whichever
    shape fits `aspect` (width / height) better; a map whose title runs from right to left is read from the right.
    `order`: siblings stand as in the file, or ("crossings") wherever fewest links cross. `engine`: Graphviz,
    the tidy tree, or by the size of the map. `numbers`: whether cards leave room for 1.1.2. `groups`: a frame around
    the claims of one group that hang together, wherever no other claim would stand inside ("fit"); around all claims
    of every group, whatever it costs in order and crossings ("all", Graphviz only); no frames. `max_text_width`:
    pixels, the widest line of a card.
    """

    orientation: Orientation | Literal["auto"] = "auto"
    order: Order = "file"
    engine: Engine = "auto"
    numbers: bool = True
    groups: Grouping = "fit"
    max_text_width: float = 264.0
    aspect: float = 1.45


DEFAULTS = LayoutOptions()
