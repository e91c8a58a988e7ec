"""What every reader of another format returns, and how it tells what it had to leave out or guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.model import ArgMap


@dataclass(frozen=True, slots=True)
class Reading:
    """A map, or None if none could be read; and what was wrong, lost or guessed, in file order."""

    argmap: ArgMap | None
    problems: tuple[Diagnostic, ...] = ()
