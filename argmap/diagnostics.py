"""Problems as values: what happened, where, and the fix. Collected everywhere, raised once, at the edge."""

from __future__ import annotations

from dataclasses import dataclass, field

from argmap.source import NOWHERE, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One problem of one text: a code, how bad it is, what happened, where, and what to do about it.

    `element` is the id of the claim or link it is about, or "" when it is about the file. `excerpt` is the whole line
    that the span points into, so that a report can show it with carets; it takes no part in comparisons.
    """

    code: str
    severity: Severity
    message: str
    span: Span = NOWHERE
    help: str = ""
    element: str = ""
    excerpt: str = field(default="", compare=False, repr=False)


class ArgmapError(Exception):
    """The parent of every error that argmap raises on purpose; its text is fit for a user."""


class InvalidMapError(ArgmapError):
    """A map, or a file of another format, has errors; `problems` holds all of them, in file order."""

    def __init__(self, problems: Iterable[Diagnostic]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        more = f" (and {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
        super().__init__(f"{first.span}: {first.severity}[{first.code}]: {first.message}{more}")


class UsageError(ArgmapError):
    """The call cannot be carried out as it was asked: an unknown claim, format, option. Exit code 2."""


class EnvironmentProblemError(ArgmapError):
    """Something is missing on this machine, or a file cannot be read or written. Exit code 3."""


class MissingExtraError(EnvironmentProblemError):
    """An optional dependency is not installed; the text holds the command that installs it."""


def raise_for_errors(problems: Iterable[Diagnostic]) -> None:
    """Raise one InvalidMapError carrying every error among the problems, if there is any."""
    if errors := tuple(problem for problem in problems if problem.severity == "error"):
        raise InvalidMapError(errors)


def in_file_order(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the problems in the order of their places, without repetitions. O(n log n)."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.span, problem.code)))
