"""Other formats: one module each, one row each in the table. The row is the dispatch.

A module that reads has `read(source: SourceText) -> Reading`; one that writes has `write(argmap) -> Iterator[str]`,
lines without line ends (or `write_bytes(argmap) -> bytes` where the row says `binary`). All are pure functions. What a
format carries is in the row's `keeps`, by the names in `features`: the losses that are reported come from there, and
so does the promise that reading back what was written gives the same map but for them.
"""

from __future__ import annotations

from argmap.formats.table import FORMATS, Format

__all__ = ["FORMATS", "Format"]
