"""Argdown, https://argdown.org: read by its own rules, written so that its own parser takes it without an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats.argdown.mapping import to_map
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.writer import write
from argmap.formats.notes import Notes
from argmap.source import SourceText

if TYPE_CHECKING:
    from argmap.formats.reading import Reading

__all__ = ["parse", "read", "write"]

_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})[ \t]*\{?[ \t]*\.?argdown(?:-map)?(?![\w-])")


def read(source: SourceText) -> Reading:
    """Return the map in an Argdown text, with what was guessed or left out. O(length)."""
    notes = Notes(source.path)
    source = SourceText(_fenced(source.text), source.path) if "argdown" in source.text else source
    return to_map(parse(source, notes), notes)


def _fenced(text: str) -> str:
    """Return only what stands in fences for Argdown, on its lines, if the text is Markdown with such fences."""
    kept: list[str] = []
    fence = ""
    for line in text.split("\n"):
        if fence:
            closed = line.strip().startswith(fence)
            fence = "" if closed else fence
            kept.append("" if closed else line)
        elif found := _FENCE.match(line):
            fence = found[1]
            kept.append("")
        else:
            kept.append("")
    return "\n".join(kept) if any(kept) else text
