"""PowerPoint: the map as shapes and connectors on one slide, to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import ArgMap


def write_bytes(argmap: ArgMap) -> bytes:
    """Return the file. Raises MissingExtraError if the libraries of the extra `office` are not installed."""
    from argmap.render.documents import document

    return document(argmap, "pptx")
