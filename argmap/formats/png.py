"""PNG: the figure on one page of its own size. `render.figure` has the options."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import ArgMap


def write_bytes(argmap: ArgMap) -> bytes:
    """Return the file. Raises MissingExtraError if the libraries of the extra `figures` are not installed."""
    from argmap.render.figure import figure

    return figure(argmap, "png").files[0]
