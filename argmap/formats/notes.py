"""What a reader notes while it reads: problems with the place where each was found, kept short where one repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argmap.codes import severity
from argmap.diagnostics import Diagnostic
from argmap.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from argmap.source import SourceText

Path = tuple[str | int, ...]  # the keys and indexes that lead to a value
Where = Path | Span

MANY: Final = 20  # so many problems of one code are told one by one; the rest are counted


class Notes:
    """Collects problems. `places` turns paths into spans, once, when all are known; spans may be given directly."""

    def __init__(self, path: str, places: Callable[[Iterable[Path]], Mapping[Path, Span]] | None = None) -> None:
        self.path = path
        self._places = places
        self._rows: list[tuple[str, str, Where, str]] = []
        self._counts: dict[str, int] = {}
        self._others: list[Diagnostic] = []

    def adopt(self, problems: Iterable[Diagnostic]) -> None:
        """Take over problems that another reader found, the one of YAML for instance."""
        self._others.extend(problems)

    def add(self, code: str, message: str, where: Where = (), help: str = "") -> None:  # noqa: A002 - named like the field of Diagnostic
        """Note one problem; how bad it is follows from its code."""
        count = self._counts[code] = self._counts.get(code, 0) + 1
        if count <= MANY:
            self._rows.append((code, message, where, help))

    def has(self, code: str) -> bool:
        """Return whether a problem of that code was noted."""
        return code in self._counts

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return all problems in the order of the file, with a count of those that were not told one by one."""
        found = self._found({where for _, _, where, _ in self._rows if not isinstance(where, Span)})
        rows = [
            Diagnostic(
                code=code,
                severity=severity(code),
                message=message,
                span=where if isinstance(where, Span) else found.get(where, Span(self.path)),
                help=help_,
            )
            for code, message, where, help_ in self._rows
        ]
        rows += self._others
        rows.sort(key=lambda problem: (problem.span, problem.code))
        more = [(code, count - MANY) for code, count in sorted(self._counts.items()) if count > MANY]
        return (*rows, *(self._rest(code, count) for code, count in more))

    def _found(self, paths: set[Path]) -> Mapping[Path, Span]:
        return self._places(paths) if self._places and paths else {}

    def _rest(self, code: str, count: int) -> Diagnostic:
        message = f"and {count} more of {code}, not listed"
        return Diagnostic(code=code, severity=severity(code), message=message, span=Span(self.path))


def at_line(source: SourceText, line: int, column: int = 0, end: int = 0) -> Span:
    """Return a place by its line and columns, counted from 0."""
    return Span(source.path, line, column, max(end, column))
