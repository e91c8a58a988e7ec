"""Codes AM4xx: evaluation."""

from __future__ import annotations

from argmap.codes.row import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# fmt: off
ROWS: Final = (
    Code(
        "AM401", "error", "expectation failed",
        "`expect` says how the author expects claims to come out, and the evaluation comes out otherwise. Either an "
        "edit has changed the argument more than was meant, or the expectation is to be corrected. `argmap why` "
        "explains a label.",
    ),
)
