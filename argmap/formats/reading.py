"""What every reader of another format returns, and the codes for what it had to leave out or guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.formats.notes import Notes
    from argmap.model import ArgMap

SYNTAX: Final = "AM501"  # the text is not written in the format
LEFT_OUT: Final = "AM502"  # something was read that a map cannot hold
GUESSED: Final = "AM503"  # the format leaves open what is meant; one reading was chosen
TOLERATED: Final = "AM504"  # a slip of the writer that has one plain meaning
TOO_LARGE: Final = "AM505"  # larger or deeper than the reader goes
UNRECOGNISED: Final = "AM506"  # the format cannot be told
DANGLING: Final = "AM507"  # something refers to what is not there, and was left out
NOTHING: Final = "AM508"  # there is no claim in it
CHANGED: Final = "AM509"  # a text was changed: control characters, entities


@dataclass(frozen=True, slots=True)
class Reading:
    """A map, or None if none could be read; and what was wrong, lost or guessed, in file order."""

    argmap: ArgMap | None
    problems: tuple[Diagnostic, ...] = ()


def reading(argmap: ArgMap | None, notes: Notes) -> Reading:
    """Return a reading with all that was noted; without a map if one of the problems is an error."""
    problems = notes.diagnostics()
    failed = any(problem.severity == "error" for problem in problems)
    return Reading(None if failed else argmap, problems)
