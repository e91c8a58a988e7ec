"""SVG: the figure with real text, at its own size. `render.figure` has the options."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the lines of the figure. Raises EnvironmentProblemError if there is no layout engine."""
    from argmap.render.figure import figure

    yield from figure(argmap, "svg").files[0].decode().removesuffix("\n").split("\n")
