"""Argdown, https://argdown.org: read by its own rules, written so that its own parser takes it without an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.writer import write
from argmap.formats.notes import Notes

if TYPE_CHECKING:
    from argmap.formats.reading import Reading
    from argmap.source import SourceText

__all__ = ["parse", "read", "write"]


def read(source: SourceText) -> Reading:
    """Return the map in an Argdown text, with what was guessed or left out. O(length)."""
    notes = Notes(source.path)
    return to_map(parse(source, notes), notes)
