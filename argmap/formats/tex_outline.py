"""LaTeX: the numbered outline in plain lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the lines of a document of its own, for pdflatex and lualatex."""
    from argmap.render.documents import document

    yield from document(argmap, "tex-outline").decode().removesuffix("\n").split("\n")
