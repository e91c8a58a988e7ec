"""Problems as values: what happened, where, and the fix. Collected everywhere, raised once, at the edge."""

from __future__ import annotations

from argmap.codes import severity
from argmap.source import NOWHERE, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from dataclasses import dataclass, field

    from argmap.codes.row import Severity
    from argmap.source import SourceText
else:
    from argmap.frozen import dataclass, field


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


class Collector:
    """Problems of one text while they are found: looks up the severity of a code and keeps the line it points into."""

    __slots__ = ("found", "source")

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.found: list[Diagnostic] = []

    def add(self, code: str, message: str, where: Span, hint: str = "", element: str = "") -> None:
        """Note one problem; `hint` becomes its help."""
        self.found.append(
            Diagnostic(
                code=code,
                severity=severity(code),
                message=message,
                span=where,
                help=hint,
                element=element,
                excerpt=self.source.line(where.line),
            )
        )


# reports

_COLORS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "hint": "\x1b[1;36m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_WIDTH = 100  # of the part of a line that is shown
_TAB = "    "


def visible(text: str) -> str:
    r"""Return a text fit for a terminal: characters that would move the cursor or hide something become signs.

    >>> visible("a\x1b[31mb\u202ec")
    'a␛[31mb�c'
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char.isprintable() or char == "\t":
        return char
    code = ord(char)
    if code < 32:  # noqa: PLR2004 - the signs of the control characters stand in the same order
        return chr(0x2400 + code)
    if code in {0x200C, 0x200D} or char.isspace():  # joiners, which letters and emoji need; spaces of other widths
        return " " if char.isspace() else char
    return "\u2421" if code == 127 else "\ufffd"  # noqa: PLR2004 - the sign for the delete character


def as_text(problem: Diagnostic, *, color: bool = False) -> str:
    """Return a problem as a person should read it: place, what, the line with carets, the fix.

    >>> from argmap.source import Span
    >>> line = "    supports: [close, clsoe]"
    >>> print(as_text(Diagnostic(code="AM110", severity="error", message="no claim is called 'clsoe'",
    ...     span=Span("zoo.yaml", 5, 22, 27), help="a claim with a similar name exists: 'close'", excerpt=line)))
    zoo.yaml:6:23: error[AM110]: no claim is called 'clsoe'
            supports: [close, clsoe]
                              ^^^^^
        help: a claim with a similar name exists: 'close'
    """
    paint = _COLORS.get(problem.severity, "") if color else ""
    bold, plain = (_BOLD, _PLAIN) if color else ("", "")
    place = "" if problem.span == NOWHERE else f"{bold}{visible(str(problem.span))}:{plain} "
    rows = [f"{place}{paint}{problem.severity}[{problem.code}]{plain}: {visible(problem.message)}"]
    if problem.excerpt.strip():
        line, carets = _carets(problem.excerpt, problem.span.column, problem.span.end_column)
        rows += [line, f"{' ' * (len(carets) - len(carets.lstrip()))}{paint}{carets.lstrip()}{plain}"]
    if problem.help:
        rows.append(f"{bold}help:{plain} {visible(problem.help)}")
    return "\n    ".join(rows)


def _carets(line: str, column: int, end: int) -> tuple[str, str]:
    """Return the visible part of a line, and the carets beneath it."""
    end = max(end, column + 1)
    start = 0
    if len(line) > _WIDTH:
        start = max(0, min(column - 20, len(line) - _WIDTH))
    stop = start + _WIDTH
    head, mark = visible(line[start:column]), visible(line[column : min(end, stop)])
    before, after = "..." if start else "", "..." if stop < len(line) else ""
    shown = f"{before}{visible(line[start:stop])}{after}".replace("\t", _TAB)
    return shown, f"{' ' * (len(before) + _width(head))}{'^' * max(1, _width(mark))}"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: 2 for wide characters, none for marks, 4 for a tab."""
    if text.isascii():
        return len(text) + text.count("\t") * (len(_TAB) - 1)
    from unicodedata import category, east_asian_width

    def columns(char: str) -> int:
        if char == "\t":
            return len(_TAB)
        if category(char) in {"Mn", "Me", "Cf"}:
            return 0
        return 2 if east_asian_width(char) in {"W", "F"} else 1

    return sum(map(columns, text))


def as_json(problems: Iterable[Diagnostic]) -> str:
    """Return problems as one JSON document; lines and columns count from 1, `end_column` is exclusive.

    >>> print(as_json([]))
    {"problems": []}
    """
    import json

    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "help": problem.help,
            "path": problem.span.path,
            "line": problem.span.line + 1,
            "column": problem.span.column + 1,
            "end_column": max(problem.span.column + 1, problem.span.end_column) + 1,
            "element": problem.element,
        }
        for problem in problems
    ]
    if not rows:
        return '{"problems": []}'
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f'{{"problems": [\n{lines}\n]}}'


def as_github(problem: Diagnostic) -> str:
    r"""Return a problem as a workflow command of GitHub Actions, which shows it beside the line.

    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions

    >>> print(as_github(Diagnostic(code="AM004", severity="hint", message="50%: a, b\nc")))
    ::notice file=<string>,line=1,col=1,endColumn=2,title=AM004::50%25: a, b%0Ac
    """
    kind = {"error": "error", "warning": "warning"}.get(problem.severity, "notice")
    place = problem.span
    end = max(place.column + 1, place.end_column) + 1
    message = problem.message + (f"\n{problem.help}" if problem.help else "")
    fields = f"file={_property(place.path)},line={place.line + 1},col={place.column + 1},endColumn={end}"
    return f"::{kind} {fields},title={_property(problem.code)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
