"""Values to YAML as a person would write it: the one place that quotes, folds and indents for YAML.

Texts stand plain where that is safe in YAML 1.1 and 1.2 alike, in quotation marks otherwise; long ones are folded.
Nothing can be read back as anything but the text it was.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Final

WIDTH: Final = 100
_STEP: Final = "  "
_FAR: Final = 30  # a comment is not kept farther from its line than this
# begins like an indicator, holds ": " or " #", ends with ":", or is read by some YAML as something else than text
_NOT_PLAIN: Final = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`~=<]|\.\.\.|.*(?::\s|\s\#|:$)""", re.DOTALL)
_NOT_TEXT: Final = re.compile(
    r"""(?:null|true|false|yes|no|on|off|y|n|[-+]?\.inf|\.nan
    |[-+]?(?:0b[01_]+|0x[0-9a-f_]+|0o?[0-7_]+|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:e[-+]?[0-9]+)?)
    |[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t\s].*)?)""",
    re.IGNORECASE | re.VERBOSE,
)
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_WIDTHS: Final = {2: "x", 4: "u", 8: "U"}  # digits of an escape, and its letter
_JOINERS: Final = "\u200c\u200d"  # invisible, but scripts and emoji cannot do without them


class Raw:
    """A number or true or false: written as it is."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class Entry:
    """A line of a mapping or list with its comments: `above` (lines, "" for a blank one) and `beside` (at a column)."""

    __slots__ = ("above", "beside", "column", "key", "value")

    def __init__(self, key: str, value: Value) -> None:
        self.key = key  # "" in a list
        self.value = value
        self.above: list[str] = []
        self.beside = ""
        self.column = 0


class Block:
    """A mapping or a list with a line for each entry; `below` are comments after the last one."""

    __slots__ = ("below", "entries", "listed")

    def __init__(self, entries: Iterable[Entry], *, listed: bool = False) -> None:
        self.entries = list(entries)
        self.listed = listed
        self.below: list[str] = []


class Flow:
    """A list that stands on one line if it fits."""

    __slots__ = ("items",)

    def __init__(self, items: Iterable[str | Raw]) -> None:
        self.items = list(items)


if TYPE_CHECKING:
    Value = str | Raw | Flow | Block


def quote(text: str, *, flow: bool = False) -> str:
    r"""Return a text as one line of YAML, for use as a key or a value; `flow` between brackets.

    >>> print(quote("Voting raises turnout."), quote("no"), quote("a: b"), quote("it's"), quote(""))
    Voting raises turnout. "no" "a: b" it's ""
    >>> print(quote('say "x"'), quote('"x"'), quote("a, b", flow=True), quote("\\x"), quote("\u2028\u202e\n"))
    say "x" '"x"' "a, b" \x "\u2028\u202e\n"
    >>> print(quote("#1"), quote("2024"), quote(" x"), quote("- x"), quote("a #b"), quote("a#b"), quote("x:"))
    "#1" "2024" " x" "- x" "a #b" a#b "x:"
    """
    if plain(text, flow=flow):
        return text
    if not _clean(text) or ('"' not in text and "\\" not in text) or "'" in text:
        return f'"{"".join(map(_escaped, text))}"'
    return f"'{text}'"


def plain(text: str, *, flow: bool = False) -> bool:
    """Return whether a text may stand without quotation marks."""
    if not text or text[0].isspace() or text[-1].isspace() or not _clean(text):
        return False
    if _NOT_PLAIN.match(text) or looks_like_more(text):
        return False
    return not flow or not any(char in ",[]{}:?" for char in text)


def looks_like_more(text: str) -> bool:
    """Return whether some YAML would read a bare text as a number, a date, a truth value or nothing.

    >>> looks_like_more("2026"), looks_like_more("no"), looks_like_more("12:30"), looks_like_more("2a")
    (True, True, True, False)
    """
    return bool(_NOT_TEXT.fullmatch(text))


def _clean(text: str) -> bool:
    """Return whether a text is one line of characters that can be seen."""
    return text.isprintable() or all(char.isprintable() or char in _JOINERS for char in text)


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable() or char in _JOINERS:
        return char
    code = f"{ord(char):x}"
    width = next(width for width in _WIDTHS if len(code) <= width)
    return f"\\{_WIDTHS[width]}{code.zfill(width)}"


def folded(text: str, indent: str) -> list[str] | None:
    """Return a text as the lines of a block, its header first, or None if only quotation marks can hold it.

    Lines are broken only at a single space between two visible characters, so that folding loses nothing.
    """
    lines = text.split("\n")
    if not lines[0] or not lines[-1] or not all(_foldable(line) for line in lines if line):
        return None
    if len(lines) > 1:
        return ["|-", *(indent + line if line else "" for line in lines)]
    return [">-", *(indent + row for row in _fold(text, WIDTH - len(indent)))]


def _foldable(line: str) -> bool:
    """Return whether a line neither begins nor ends with white space, which a block would not keep, and can be seen."""
    return not line[0].isspace() and not line[-1].isspace() and _clean(line)


def _fold(text: str, width: int) -> Iterator[str]:
    row = ""
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if row and len(row) + 1 + len(word) > width:
            yield row
            row = word
        else:
            row = f"{row} {word}" if row else word
    yield row


def lines(block: Block, indent: str = "") -> Iterator[str]:
    """Yield the lines of a block, without line ends."""
    for entry in block.entries:
        yield from (indent + row if row else "" for row in entry.above)
        head = f"{indent}- " if block.listed else f"{indent}{quote(entry.key)}:"
        yield from _entry(entry, head, indent, listed=block.listed)
    yield from (indent + row if row else "" for row in block.below)


def _entry(entry: Entry, head: str, indent: str, *, listed: bool) -> Iterator[str]:
    """Yield the lines of one entry; its comment stands at the end of the first one."""
    value = entry.value
    gap = "" if listed else " "
    deeper = indent + _STEP
    if isinstance(value, Block) and listed and not value.listed and value.entries and not entry.beside:
        inner = list(lines(value, deeper))  # `- key: value`, its further lines beneath
        comments = len(value.entries[0].above)
        yield from inner[:comments]
        yield head + inner[comments].removeprefix(deeper)
        yield from inner[comments + 1 :]
    elif isinstance(value, Block):
        empty = "[]" if value.listed else "{}"
        yield _beside(head.rstrip() if value.entries else f"{head}{gap}{empty}", entry)
        yield from lines(value, deeper)
    elif isinstance(value, Flow):
        row = f"{head}{gap}[{', '.join(_one(item, flow=True) for item in value.items)}]"
        if len(row) <= WIDTH or not value.items:
            yield _beside(row, entry)
        else:
            yield _beside(head.rstrip(), entry)
            for item in value.items:
                yield f"{deeper}- {_one(item)}"
    else:
        yield from _text(entry, f"{head}{gap}", deeper)


def _one(value: str | Raw, *, flow: bool = False) -> str:
    """Return a value on one line."""
    return value.text if isinstance(value, Raw) else quote(value, flow=flow)


def _text(entry: Entry, head: str, deeper: str) -> Iterator[str]:
    value = entry.value
    assert isinstance(value, (str, Raw))  # noqa: S101 - the other kinds are blocks and flows
    row = head + _one(value)
    if isinstance(value, str) and (len(row) > WIDTH or "\n" in value) and (rows := folded(value, deeper)):
        yield _beside(head + rows[0], entry)
        yield from rows[1:]
        return
    yield _beside(row, entry)


def _beside(row: str, entry: Entry) -> str:
    """Put the comment beside a line, where it was if there is room."""
    if not entry.beside:
        return row
    column = entry.column if entry.column <= len(row) + _FAR else 0
    return f"{row.ljust(max(len(row) + 2, column))}{entry.beside}"
