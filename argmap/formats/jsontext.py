"""JSON as other programs write it, read into plain values; the place of a value is found when it is needed.

Parsing is the work of the standard library, for speed. Control characters within texts are allowed, as some tools
write them. Twice the same key in one object, numbers that are none (NaN), endless nesting and cut-off files are errors
or notes, never exceptions.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from argmap.formats.notes import Notes, Path, at_line
from argmap.formats.reading import SYNTAX, TOLERATED, TOO_LARGE
from argmap.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.source import SourceText

_WHOLE: Final = 2.0**53  # below it every float that is whole is exactly that number
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_NO_NUMBER: Final = "the number is too long or is none"


def parse(source: SourceText) -> tuple[Any, Notes]:
    """Return the value of a JSON text and the notes to go on with; None if it cannot be read. O(length)."""
    notes = Notes(source.path, lambda paths: places(source, paths))
    repeated: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(items)
        if len(value) != len(items):
            repeated.append(_first_repeated(items))
        return value

    try:
        value = json.loads(source.text.removeprefix("\ufeff"), strict=False, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        where = at_line(source, error.lineno - 1, error.colno - 1)
        notes.add(SYNTAX, f"this is not JSON: {_plain(error.msg)}", where, _hint(source, error))
        return None, notes
    except RecursionError:
        notes.add(
            TOO_LARGE, "the JSON is nested too deep to be read", at_line(source, 0), "no argument file needs that"
        )
        return None, notes
    except ValueError:  # an integer of more than 4,300 digits
        notes.add(SYNTAX, f"this is not JSON that can be read: {_NO_NUMBER}", at_line(source, 0))
        return None, notes
    if value is None:
        notes.add(SYNTAX, "there is nothing in it but null", at_line(source, 0))
    for key in repeated:
        notes.add(TOLERATED, f"the key '{key}' stands twice in one object; the last one counts")
    return value, notes


def _first_repeated(items: list[tuple[str, Any]]) -> str:
    seen: set[str] = set()
    for key, _ in items:
        if key in seen:
            return key
        seen.add(key)
    return ""


def _plain(message: str) -> str:
    return message[:1].lower() + message[1:]


def _hint(source: SourceText, error: json.JSONDecodeError) -> str:
    if not source.text.strip():
        return "the file is empty"
    if error.pos >= len(source.text.rstrip()):
        return "the file ends too early: it may have been cut off"
    return ""


def places(source: SourceText, paths: Iterable[Path]) -> Mapping[Path, Span]:
    r"""Return where the values at those paths start, by one walk over the text; paths that lead nowhere are left out.

    >>> from argmap.source import SourceText
    >>> str(places(SourceText('{"a":\n  [1, {"b": 2}]}', "m.json"), [("a", 1, "b")])[("a", 1, "b")])
    'm.json:2:13'
    """
    wanted = set(paths)
    open_: set[Path] = {path[:depth] for path in wanted for depth in range(len(path) + 1)}
    found: dict[Path, Span] = {}
    line, seen = 0, 0
    for path, start, end in _values(source.text, open_):
        if path in wanted and path not in found:
            line += source.text.count("\n", seen, start)
            seen = start
            column = start - (source.text.rfind("\n", 0, start) + 1)
            found[path] = Span(source.path, line, column, column + (end - start))
    return found


def _values(text: str, open_: set[Path]) -> Iterator[tuple[Path, int, int]]:
    """Yield path, start and end of the first token of each value on the way to one that is wanted."""
    stack: list[Path | None] = []  # the path of each object and list that is open, None for one that is of no interest
    keys: list[str | int] = []  # the key or index that comes next in each of them
    expects_key = False
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "}]":
            if stack:
                stack.pop()
                keys.pop()
            expects_key = False
        elif mark == ",":
            if keys and isinstance(keys[-1], int):
                keys[-1] += 1
            else:
                expects_key = bool(keys)
        elif mark == ":":
            expects_key = False
        elif expects_key:
            keys[-1] = _key(mark)
        else:
            path = _below(stack, keys, open_)
            if path is not None:
                yield path, token.start(), token.end()
            if mark in "{[":
                stack.append(path)
                keys.append("" if mark == "{" else 0)
                expects_key = mark == "{"


def _below(stack: list[Path | None], keys: list[str | int], open_: set[Path]) -> Path | None:
    if not stack:
        return ()
    above = stack[-1]
    if above is None:
        return None
    path = (*above, keys[-1])
    return path if path in open_ else None


def _key(mark: str) -> str:
    try:
        value = json.loads(mark, strict=False)
    except ValueError:
        return mark
    return value if isinstance(value, str) else mark


def text_of(value: object) -> str:
    """Return a text, or a number that stands where a text should, as text; "" for all else.

    >>> text_of("a"), text_of(12), text_of(12.0), text_of(True), text_of(None), text_of([1])
    ('a', '12', '12', '', '', '')
    """
    if type(value) is str:
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE:  # 3.0 and 3 are one id
        return str(int(value))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return ""


def dumps(value: object) -> str:
    r"""Return a value as JSON in one line, letters of all scripts as they are.

    >>> print(dumps({"text": 'a "b" \u2028 é'}))
    {"text": "a \"b\" \u2028 é"}
    """
    return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
