"""What a mistake in YAML means in plain words, and the line as it was probably meant, so that reading can go on.

The parser stops at the first mistake. A student has made six. So the line is mended in memory, never in the file, and
read again. Only lines are mended whose meaning is plain; columns of all other lines stay as they are.
"""

from __future__ import annotations

import re

from argmap.limits import MAX_DEPTH
from argmap.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ClassVar, Final

    from argmap.diagnostics import Collector

    Point = tuple[int, int]

# indentation and dashes, perhaps a key, and the value that is to be put in quotation marks
_VALUE: Final = re.compile(r"""(\s*(?:-\s+)*(?:[^\s:#\[\]{}"'&*!|>%@`,-][^:]*?:\s+)?)(\S.*?)(\s*)$""")
TOO_DEEP: Final = f"lists and mappings are nested more than {MAX_DEPTH} deep"
TOO_DEEP_HINT: Final = "a map file needs five levels"
_QUOTE_IT: Final = "put the text in quotation marks, or write `>-` and the text on the next lines, deeper"
_SPECIAL: Final = {
    "*": "an asterisk",
    "&": "an ampersand",
    "|": "a bar",
    ">": "a `>`",
    "!": "an exclamation mark",
    "[": "a bracket",
    "{": "a brace",
}


class Mender:
    """Explains one mistake after the other and mends what can be mended."""

    def __init__(self, text: str, collector: Collector) -> None:
        self.lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
        self.collector = collector
        self.mended: set[int] = set()
        self.tabs_done = False
        self.error_line = self.error_column = 0
        self.start_line = self.start_column = 0

    def mend(self, problem: str, begin: Point, mark: Point, quoted: tuple[int, int, int] | None) -> str:
        """Report the mistake; return the mended text, or "" if nobody can tell what was meant.

        `problem` is the parser's message, `begin` where it began to read the thing, `mark` where it gave up (line,
        column); `quoted` is (line, column, last line) of the text in quotation marks that was read last.
        """
        self.start_line, self.start_column = begin
        self.error_line, self.error_column = mark
        if self.error_line in self.mended:
            return ""
        handle = next((row for words, row in self._HANDLERS if any(word in problem.lower() for word in words)), None)
        if handle is None:
            self._tell("AM003", f"this is not YAML: {problem}", self.error_line, self.error_column)
            return ""
        if handle is Mender._unexpected and quoted and quoted[0] < quoted[2] == self.error_line:
            self.start_line, self.start_column = quoted[:2]
            return self._closed_late()
        return "".join(self.lines) if handle(self) else ""

    def _line(self, number: int) -> str:
        return self.lines[number].rstrip("\r\n") if number < len(self.lines) else ""

    def _above(self) -> int:
        """Return the nearest line above the mistake that is not blank, -1 if there is none."""
        return next((i for i in range(self.error_line - 1, -1, -1) if self._line(i).strip()), -1)

    def _tell(self, code: str, message: str, line: int, column: int, hint: str = "", end: int = 0) -> None:
        length = len(self._line(line))
        where = Span(self.collector.source.path, line, column, max(column + 1, min(end or column + 1, length)))
        self.collector.add(code, message, where, hint)

    def _requote(self, number: int) -> bool:
        """Put the value of a line into quotation marks."""
        line = self._line(number)
        found = _VALUE.match(line)
        self.mended.add(number)
        if not found:
            return False
        value = found.group(2).replace("\\", "\\\\").replace('"', '\\"').replace("\t", " ")
        self.lines[number] = f'{found.group(1)}"{value}"{self.lines[number][len(line) :]}'
        return True

    def _needs_quotes(self, number: int, why: str) -> bool:
        found = _VALUE.match(self._line(number))
        column, end = (found.start(2), found.end(2)) if found else (self.error_column, 0)
        self._tell("AM005", why, number, column, _QUOTE_IT, end)
        return self._requote(number)

    def _tabs(self) -> bool:
        """Tell of all lines at once that are indented with tabs; a space for each tab keeps columns and structure."""
        rows = [i for i, line in enumerate(self.lines) if "\t" in line[: _indent(line)]]
        rows = [i for i in rows if self.lines[i].strip()] or [self.error_line]
        more = f", and {len(rows) - 1} more lines" if len(rows) > 1 else ""
        first = self._line(rows[0])
        column = first.find("\t")
        end = column + len(first[column:]) - len(first[column:].lstrip())
        self._tell("AM004", f"this line is indented with a tab{more}", rows[0], column, "use spaces", end)
        for i in rows:
            line = self.lines[i]
            head = _indent(line)
            self.lines[i] = line[:head].replace("\t", " ") + line[head:]
        fresh, self.tabs_done = self.error_line in rows and not self.tabs_done, True
        return fresh

    def _too_deep(self) -> bool:
        """Say of what the parser refuses what is said of everything nested too deeply: libyaml 0.2.6 stops at 1,000."""
        self._tell("AM011", TOO_DEEP, self.error_line, self.error_column, TOO_DEEP_HINT)
        return False

    def _no_token(self) -> bool:
        line = self._line(self.error_line)
        if "\t" in line[: self.error_column + 1] and not line[: self.error_column + 1].strip(" \t-"):
            return self._tabs()
        if line[self.error_column : self.error_column + 1] == "\t":
            self._tell("AM004", "a tab stands here", self.error_line, self.error_column, "use spaces")
            self.lines[self.error_line] = self.lines[self.error_line].replace("\t", " ")
            self.mended.add(self.error_line)
            return True
        character = line[self.error_column : self.error_column + 1]
        return self._needs_quotes(self.error_line, f"a text that begins with {character!r} needs quotation marks")

    def _colon(self) -> bool:
        """Explain a colon where none can be: in a text, or after a line that is deeper than it should be."""
        line = self._line(self.error_line)
        if re.match(r"""\s*(?:-\s+)*("[^"]*"|'[^']*'|[^\s"'][^:]*):\s.*$""", line[: self.error_column]):
            return self._needs_quotes(self.error_line, "a text that holds a colon and a space needs quotation marks")
        indent = _indent(line)
        above = self._above()
        before = self._line(above) if above >= 0 else ""
        if above >= 0 and _indent(before) >= indent and ":" not in before:
            self._not_a_pair(above)
            return self._blank(above)
        hint = f"start it in column {_indent(before) + 1}, or delete the value of line {above + 1}"
        pair = re.match(r"\s*([\w.-]+):\s+(\S.*?)\s*$", before)
        if pair and re.match(r"\s*\w+:", line) and above and "claims" in "".join(self.lines[:above]):
            name = pair.group(1)
            hint = f"if it belongs to '{name}', move the text of line {above + 1} to a line of its own, `text: ...`"
        if above < 0 or ":" not in before:
            hint = "put the text above in quotation marks if it goes on here"
        self._tell("AM007", "this line stands deeper than the line above, which has a value already",
                   self.error_line, indent, hint, self.error_column)  # fmt: skip
        nested = above >= 0 and before[:1] == " "  # at the top, what follows is the map itself
        return nested and self._blank_deeper(self.error_line, indent)

    def _blank_deeper(self, number: int, indent: int) -> bool:
        """Take a line out, with all that follows in its column or deeper: what is above it cannot have it."""
        while number < len(self.lines):
            line = self._line(number)
            if line.strip() and _indent(line) < indent:
                break
            self._blank(number)
            number += 1
        return True

    def _blank(self, number: int) -> bool:
        """Take a line out; the others keep their numbers."""
        self.mended.add(number)
        self.lines[number] = self.lines[number][len(self._line(number)) :]
        return True

    def _not_a_pair(self, number: int) -> None:
        line = self._line(number)
        column = _indent(line)
        hint = "if it goes on with the text above, start it deeper than the line above"
        if re.match(r"\s*[\w.-]+:\S", line):
            hint = "write a space after the colon"
        elif word := re.match(r"\s*([\w.-]+)\s*$|\s*(title|text|group|supports|attacks|undercuts|from|note)\s", line):
            hint = f"write a colon after `{word.group(1) or word.group(2)}`"
        self._tell("AM003", "this line is not of the form `key: value`", number, column, hint, len(line))

    def _no_colon(self) -> bool:
        self._not_a_pair(self.start_line)
        if self.start_line in self.mended:
            return False
        line = self.lines[self.start_line]
        if re.match(r"\s*[\w.-]+:\S", line):
            self.mended.add(self.start_line)
            self.lines[self.start_line] = re.sub(r":(?=\S)", ": ", line, count=1)
            return True
        return self._blank(self.start_line)

    def _unexpected(self) -> bool:
        """Explain something that cannot follow what was before it: mostly a half-quoted text or wrong indentation."""
        line = self._line(self.error_line)
        head = line[: self.error_column]
        value = _VALUE.match(line)
        if head.strip(" -") and value and value.group(2)[:1] in "\"'":
            return self._needs_quotes(
                self.error_line,
                "something follows the closing quotation mark; the whole text needs to be in quotation marks",
            )
        if head.strip(" -") and value and value.group(2)[:1] in _SPECIAL:
            name = _SPECIAL[value.group(2)[0]]
            return self._needs_quotes(self.error_line, f"a text that begins with {name} needs quotation marks")
        above = max(self._above(), 0)
        if " #" in self._line(above) and not head.strip():
            column = self._line(above).find(" #") + 1
            self._tell("AM005", "` #` begins a comment, so the text ends before it", above, column,
                       _QUOTE_IT, len(self._line(above)))  # fmt: skip
            return False
        hint = f"lines that belong together start in the same column: here {self.start_column + 1}, or deeper if it "
        hint += "belongs to the line above"
        if line.lstrip().startswith("- "):
            hint = "a list item `- ` stands under a key that ends with a colon"
        before = self._line(above)
        column = _indent(before)
        slipped = re.match(r"\s*[\w.-]+:(\s|$)", line) and not head.strip() and abs(column - self.error_column) == 1
        if slipped:
            hint = f"the line above starts in column {column + 1}: start this one there, too"
        self._tell("AM007", "this line does not fit its surroundings", self.error_line, self.error_column,
                   hint, len(line))  # fmt: skip
        if slipped:
            self.mended.add(self.error_line)
            self.lines[self.error_line] = " " * column + self.lines[self.error_line].lstrip(" ")
        return bool(slipped)

    def _closed_late(self) -> str:
        message = f"this quotation mark is closed only on line {self.error_line + 1}"
        line = self._line(self.start_line)
        self._tell("AM006", message, self.start_line, self.start_column, "close it where the text ends", len(line))
        if self.start_line in self.mended:
            return ""
        return "".join(self.lines) if self._requote(self.start_line) else ""

    def _not_closed(self) -> bool:
        line = self._line(self.start_line)
        what = line[self.start_column : self.start_column + 1]
        name = {"[": "bracket", "{": "brace"}.get(what, "quotation mark")
        message, hint = f"this {name} is not closed", "close it where the text ends"
        if what in {"[", "{"}:
            close = "]" if what == "[" else "}"
            hint = f"write `{close}` at the end, and commas between the items"
        self._tell("AM006", message, self.start_line, self.start_column, hint, len(line))
        if self.start_line in self.mended:
            return False
        if what not in {"[", "{"}:
            return self._requote(self.start_line)
        after = self._line(self.start_line + 1)
        if self.error_line <= self.start_line or (after.strip() and not re.match(r"\s*(- |[\w.-]+:(\s|$))", after)):
            return False  # the items go on, and nobody knows how far
        self.mended.add(self.start_line)
        self.lines[self.start_line] = (
            line.rstrip() + ("]" if what == "[" else "}") + self.lines[self.start_line][len(line) :]
        )
        return True

    def _opened_last(self) -> bool:
        """Explain the end of the file where an item should follow: the last bracket or brace is not closed."""
        number = next(
            (i for i in range(len(self.lines) - 1, -1, -1) if self._line(i).rstrip()[-1:] in {"[", "{", ","}), -1
        )
        line = self._line(max(number, 0)).rstrip()
        column = max(line.rfind("["), line.rfind("{"), 0)
        name, close = ("brace", "}") if line[column : column + 1] == "{" else ("bracket", "]")
        self._tell(
            "AM006", f"this {name} is not closed", max(number, 0), column, f"write `{close}` at the end", len(line)
        )
        return False

    def _marker(self) -> bool:
        if self.error_line >= len(self.lines) or not self._line(self.error_line)[self.error_column :].strip():
            return self._opened_last()
        value = _VALUE.match(self._line(self.error_line))
        first = value.group(2)[0] if value else self._line(self.error_line)[self.error_column : self.error_column + 1]
        name = _SPECIAL.get(first, repr(first))
        return self._needs_quotes(self.error_line, f"a text that begins with {name} needs quotation marks")

    def _dash(self) -> bool:
        self._tell("AM007", "a list begins on a line of its own", self.error_line, self.error_column,
                   "move the `- ` to the next line, deeper; or write `[a, b]` here")  # fmt: skip
        return False

    def _no_dash(self) -> bool:
        line = self._line(self.error_line)
        self._tell("AM007", "a list goes on here, so the line should begin with `- `, or stand in another column",
                   self.error_line, self.error_column, "", len(line))  # fmt: skip
        return False

    def _escape(self) -> bool:
        """Explain an unknown escape; a slash in its place keeps the columns."""
        line = self.lines[self.error_line]
        column = line.rfind("\\", 0, self.error_column + 1)
        if column < 0:  # an escape with % in a tag: a text that begins with an exclamation mark
            return self._marker()
        self._tell("AM005", f"`{line[column : column + 2]}` means nothing between double quotation marks",
                   self.error_line, column, "write `\\\\` for a backslash, or use single quotation marks",
                   column + 2)  # fmt: skip
        self.lines[self.error_line] = f"{line[:column]}/{line[column + 1 :]}"
        return True

    # words in the message of either parser -> the method that explains it; the first row that fits
    _HANDLERS: ClassVar[tuple[tuple[tuple[str, ...], Callable[[Mender], bool]], ...]] = (
        (("tab character",), _tabs),
        (("cannot start any token",), _no_token),
        (("mapping values are not allowed",), _colon),
        (("could not find expected ':'",), _no_colon),
        (("',' or ']'", "',' or '}'", "unexpected end of stream", "unexpected document indicator",
          "unexpected document separator"), _not_closed),
        (("expected '-'",), _no_dash),
        (("block sequence entries", "sequence entries are not allowed"), _dash),
        (("escape character", "unicode character escape", "hexdecimal number", "hexadecimal number",
          "hexdecimal numbers", "escape sequence of"), _escape),
        (("alphabetic or numeric", "comment or line break", "comment or a line break", "chomping", "node content",
          "indentation indicator"), _marker),
        (("nesting depth",), _too_deep),
        (("expected key", "expected <block end>", "expected <document start>"), _unexpected),
    )  # fmt: skip


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
