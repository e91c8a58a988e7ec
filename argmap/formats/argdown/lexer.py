"""Argdown text cut into pieces: one piece for each heading, statement, argument, relation, list item and inference.

A piece is the mark that it begins with and its text, continuation lines included. Comments and the front matter are
taken out here. The rules are those of Argdown 2.0, found by asking its parser; where that refuses a text whose meaning
is plain, this one goes on and notes the slip.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from argmap.formats.argdown.braces import closing
from argmap.formats.argdown.inline import ADDRESS, WEB
from argmap.formats.reading import TOLERATED
from argmap.source import LINE_END, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argmap.formats.notes import Notes
    from argmap.source import SourceText

PieceKind = Literal["plain", "heading", "relation", "item", "number", "inference"]

_FRONT = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*(===+)(.*?)===+[ \t]*(?=\r|\n|\Z)", re.DOTALL)
_MARK = re.compile(
    r"(?P<inference>--)|(?P<relation>\+>|->|<\+|<-|\+|-|><|_>|<_|_(?=\s|\Z))|(?P<number>\(\d+\))"
    r"|(?P<item>\d+\.(?=\s)|\*(?=\s))|(?P<heading>#+(?= ))"
)
_MAY_MARK: Final = frozenset("+-<>_(*#0123456789")
_COMMENT = re.compile(
    rf"(?P<web>{WEB})|(?P<open><!--|/\*)|(?P<line>//[^\r\n]*)"
    rf"|\\.|\[[^\[\]\r\n]+\]\((?:{ADDRESS})\)|@?\[[^\[\]\r\n]+\]|@?<[^<>\r\n]+>|:(?!https?:)[^\s:]+:"
    r'|\{(?:[^{}"]|"(?:[^"\\]|\\.)*"|\{[^{}]*\})*+\}',
    re.DOTALL,
)
_CLOSES: Final = {"<!--": "-->", "/*": "*/"}
_HEAD = re.compile(r"[ \t]*(?:\[.+?\]:|<.+?>:|\[[^-\]][^\]]*\][ \t]*\Z|<[^->][^>]*>[ \t]*\Z)")
_REFERENCE = re.compile(r"[ \t]*(?:\[[^-].*?\]|<[^-].*?>)[ \t]*(?:#\S+(?:[ \t]+|\Z))*+\Z")
_LONGEST_DATA: Final = 200  # lines
_MOST_UNCLOSED: Final = 50  # after so many the next line is no longer looked at for the closing brace


@dataclass(slots=True)
class Piece:
    """A stretch of the text. `after_blank`: an empty line, or nothing, stands before it. `indent` counts characters."""

    kind: PieceKind
    mark: str
    indent: int
    text: str
    span: Span
    after_blank: bool
    more: list[str] | None = None  # further lines, while it is read; then they are in the text

    def go_on(self, lines: Iterable[str]) -> None:
        """Take further lines."""
        if self.more is None:
            self.more = []
        self.more += lines


class _Line(NamedTuple):
    number: int
    text: str


class Lexer:
    """Cuts one text into pieces. After that, `front` holds the YAML of the front matter and `front_line` its place."""

    def __init__(self, source: SourceText, notes: Notes) -> None:
        self._source = source
        self._path = source.path
        self._notes = notes
        self.front = ""
        self.front_line = 0
        self._unclosed = 0  # braces that were opened and never closed
        self._pcs = False  # within a premise-conclusion structure, where lines of dashes are inferences

    def pieces(self) -> list[Piece]:
        """Return the pieces in order. O(length)."""
        lines = self._lines()
        found: list[Piece] = []
        blank = True
        index = 0
        while index < len(lines):
            line = lines[index]
            index += 1
            text = line[1]
            if not text or text.isspace():
                blank = True
                continue
            piece = self._start(line, found, blank=blank)
            if piece is None:
                piece = found[-1]
                piece.go_on((text,))
            else:
                found.append(piece)
            blank = False
            if piece.kind == "inference":
                index = self._rest_of_inference(piece, lines, index)
            elif "{" in text:
                index = self._rest_of_data(piece, text, lines, index)
        for piece in found:
            if piece.more:
                piece.text = "\n".join((piece.text, *piece.more))
        return found

    # lines

    def _lines(self) -> list[_Line]:
        text, first = self._without_front(self._source.text.removeprefix("\ufeff"))
        if "//" in text or "/*" in text or "<!--" in text:
            return list(_without_comments(text, first, partial(self._address, len(self._source.text) - len(text))))
        return list(map(_Line, count(first), LINE_END.split(text)))

    def _address(self, before: int, start: int, end: int) -> None:
        """Tell that an address was read as text. `before` is what the text has lost at its beginning."""
        message = "a web address was read as text, though in Argdown a comment begins with its '//'"
        where = self._source.span(before + start, before + end)
        self._notes.add(TOLERATED, message, where, "make it a link: [words](address)")

    def _without_front(self, text: str) -> tuple[str, int]:
        found = _FRONT.match(text)
        if not found:
            return text, 0
        self.front = found[2]
        self.front_line = len(LINE_END.findall(text, 0, found.start(2)))
        last = len(LINE_END.findall(text, 0, found.end()))
        rest = text[found.end() :]
        after = LINE_END.split(rest, maxsplit=2)
        if len(after) > 1 and after[1].strip():
            self._slip(last + 1, "an empty line should follow the front matter")
        return rest, last

    # pieces

    def _start(self, line: _Line, found: list[Piece], *, blank: bool) -> Piece | None:
        """Return the piece that begins with this line, or None if the line goes on with the piece before it."""
        number, text = line
        start = text.lstrip(" \t")
        column = len(text) - len(start)
        mark = _MARK.match(start) if start[0] in _MAY_MARK else None
        if mark and self._counts(mark, found, line, blank=blank):
            kind: PieceKind = mark.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
            self._pcs = kind in ("number", "inference") or (self._pcs and kind == "relation")
            span = Span(self._path, number, column, len(text.rstrip()))
            return Piece(kind, mark[0], column + (kind == "item"), start[mark.end() :], span, blank)
        if blank or not found or self._begins(line, found[-1]):
            self._pcs = False
            return Piece("plain", "", column, text, Span(self._path, number, column, len(text.rstrip())), blank)
        return None

    def _counts(self, mark: re.Match[str], found: list[Piece], line: _Line, *, blank: bool) -> bool:
        """Return whether what looks like a mark is one here."""
        kind = mark.lastgroup
        last = found[-1] if found else None
        if kind == "inference":
            return self._inference_counts(line, blank=blank)
        if kind == "number":
            return blank or self._pcs or self._number_counts(line, last)
        if kind == "item" and not blank and (last is None or last.kind not in ("item", "relation")):
            self._slip(line.number, "a list needs an empty line before it; this line was read as text")
            return False
        return True

    def _inference_counts(self, line: _Line, *, blank: bool) -> bool:
        if self._pcs and blank:
            self._slip(line.number, "an empty line within a premise-conclusion structure was ignored")
        return self._pcs

    def _number_counts(self, line: _Line, last: Piece | None) -> bool:
        """Return whether a numbered line without an empty line before it begins a structure: after an argument."""
        if last is not None and last.kind == "plain" and "<" in last.text and _REFERENCE.match(last.text):
            self._slip(line.number, "an empty line should stand between an argument and its premises")
            return True
        return False

    def _begins(self, line: _Line, last: Piece) -> bool:
        """Return whether a plain line without an empty line before it is a thing of its own all the same."""
        alone = last.kind == "plain" and not last.more and _REFERENCE.match(last.text)
        if _HEAD.match(line.text) or alone:
            self._slip(line.number, "an empty line should stand before this line")
            return True
        return False

    def _rest_of_data(self, piece: Piece, line: str, lines: list[_Line], index: int) -> int:
        """Take the lines that a `{` opened in this line still needs; return the index of the line after them."""
        opened = line.find("{")
        while opened > 0 and line[opened - 1] == "\\":
            opened = line.find("{", opened + 1)
        if opened < 0 or closing(line, opened) >= 0 or self._unclosed > _MOST_UNCLOSED:
            return index
        text = line
        for ahead, below in enumerate(lines[index : index + _LONGEST_DATA], index + 1):
            text = f"{text}\n{below.text}"
            if "}" in below.text and closing(text, opened) >= 0:
                piece.go_on(row.text for row in lines[index:ahead])
                return ahead
        self._unclosed += 1
        return index

    def _rest_of_inference(self, piece: Piece, lines: list[_Line], index: int) -> int:
        """Take the lines of an inference up to its closing dashes."""
        text = piece.text
        ahead = index
        while (end := _end_of_inference(text)) < 0:
            over = ahead >= len(lines) or ahead - index >= _LONGEST_DATA or _ends_early(lines[ahead].text)
            if over:
                if text.strip("- \t\n"):
                    self._slip(piece.span.line, "the inference is not closed by two dashes")
                break
            text = f"{text}\n{lines[ahead].text}"
            ahead += 1
        piece.text = text[:end] if end >= 0 else text.strip("- \t\n")
        return ahead

    def _slip(self, line: int, message: str) -> None:
        text = self._source.line(line)
        column = len(text) - len(text.lstrip())
        self._notes.add(TOLERATED, message, Span(self._source.path, line, column, len(text.rstrip())))


def _ends_early(line: str) -> bool:
    mark = _MARK.match(line.lstrip(" \t"))
    return not line.strip() or bool(mark and mark.lastgroup == "number")


def _end_of_inference(text: str) -> int:
    """Return where the closing dashes begin, braces skipped; -1 if there are none."""
    at = 0
    for _ in range(_MOST_UNCLOSED):
        dashes = text.find("--", at)
        brace = text.find("{", at)
        if brace < 0 or dashes < brace:
            return dashes
        end = closing(text, brace)
        at = end if end >= 0 else brace + 1
    return text.find("--", at)


def _without_comments(text: str, first: int, address: Callable[[int, int], None]) -> Iterator[_Line]:
    """Yield the lines without comments; a line of nothing but comments is no line, not even an empty one."""
    number = first
    for line in LINE_END.split("".join(_blanked(text.replace(_GONE, " ").replace(_MORE, " "), address))):
        if _GONE not in line:
            yield _Line(number, line)
        else:
            bare = line.replace(_GONE, "").replace(_MORE, "")
            if bare.strip():
                yield _Line(number, bare)
            number += line.count(_MORE)
        number += 1


_GONE, _MORE = "\ue000", "\ue001"  # of the private use area: they mark where a comment was, and its line ends


def _blanked(text: str, address: Callable[[int, int], None]) -> Iterator[str]:
    """Yield the text with marks in the place of comments. A comment that is not closed is text. O(length).

    `address` is told where a web address stands, which is text.
    """
    at = 0
    unclosed: set[str] = set()
    last = 0
    while found := _COMMENT.search(text, at):
        at = found.end()
        if found["web"]:
            address(found.start(), at)
        elif found["line"] is not None:
            yield text[last : found.start()] + _GONE
            last = at
        elif (start := found["open"]) and start not in unclosed:
            end = text.find(_CLOSES[start], at)
            if end < 0:
                unclosed.add(start)
                continue
            at = end + len(_CLOSES[start])
            yield text[last : found.start()] + _GONE + _MORE * len(LINE_END.findall(text, found.start(), at))
            last = at
    yield text[last:]
