"""The table of `csv` with tabs between the cells and no byte order mark, as statistics programs like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.csv import read, write_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap

__all__ = ["read", "write"]


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the table, one row at a time; a cell may hold line ends. O(size)."""
    return write_table(argmap, "\t")
