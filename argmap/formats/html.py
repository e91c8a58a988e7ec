"""A map as an HTML document to be read and printed: the numbered outline. The interactive page is `argmap build`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the lines of the document; texts that the browser must not run are escaped where they are set."""
    from argmap.render.outline_document import document

    yield from document(argmap).split("\n")
