"""Codes AM5xx and AM6xx: reading other formats, and what a written format cannot carry."""

from __future__ import annotations

from argmap.codes.row import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# fmt: off
ROWS: Final[tuple[Code, ...]] = (
)
