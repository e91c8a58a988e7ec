"""Text with places: what a span is, the lines of a text, and the paragraphs of a text that is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from dataclasses import dataclass
else:
    from argmap.frozen import dataclass

LINE_END = re.compile(r"\r\n|\n|\r")


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


class SourceText:
    r"""A text and where it comes from. Lines end with LF, CR LF or CR, and count from 0.

    >>> text = SourceText("title: Zoo\nclaims:\n", "zoo.yaml")
    >>> text.lines
    ('title: Zoo', 'claims:', '')
    >>> text.span(11, 17)
    Span(path='zoo.yaml', line=1, column=0, end_column=6)
    """

    __slots__ = ("_lines", "_starts", "path", "text")

    def __init__(self, text: str, path: str = "<string>") -> None:
        self.text = text
        self.path = path
        self._lines: tuple[str, ...] = ()
        self._starts: list[int] = []

    def __repr__(self) -> str:
        return f"SourceText({self.text[:40]!r}, {self.path!r})"

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; the last one is empty if the text ends with a line end."""
        if not self._lines:
            self._lines = tuple(LINE_END.split(self.text) if "\r" in self.text else self.text.split("\n"))
        return self._lines

    def line(self, number: int) -> str:
        """Return one line, counted from 0; "" beyond the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the place of the characters from `start` to `end`, cut at the end of the line. O(log lines)."""
        if not self._starts:
            self._starts = [0, *(found.end() for found in LINE_END.finditer(self.text))]
        line = bisect_right(self._starts, start) - 1
        first = self._starts[line]
        last = min(start + 1 if end is None else end, first + len(self.line(line)))
        return Span(self.path, line, start - first, max(start, last) - first)


def paragraphs(text: str, skip: int = 0) -> Iterator[str]:
    r"""Yield the paragraphs of a text, white space evened out to single spaces, without the first `skip` of them.

    A paragraph is a run of lines that are not blank.

    >>> list(paragraphs("A title\n\nOne line\nand another.\n\n\nThe end.", skip=1))
    ['One line and another.', 'The end.']
    """
    block: list[str] = []
    for line in (*LINE_END.split(text), ""):
        if line and not line.isspace():
            block.append(line)
        elif block:
            if skip > 0:
                skip -= 1
            else:
                yield " ".join(" ".join(block).split())
            block = []
