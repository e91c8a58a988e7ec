"""Text with places: what a span is, and the line it points into."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of a text. Line and columns count from 0 and in characters; shown, they count from 1.

    >>> str(Span("maps/zoo.yaml", line=5, column=22))
    'maps/zoo.yaml:6:23'
    """

    path: str = "<string>"
    line: int = 0
    column: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line + 1}:{self.column + 1}"


NOWHERE = Span()
