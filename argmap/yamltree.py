"""YAML text to a small tree in which every key and value has its place. The only module that knows the YAML parser.

All scalars are text, as typed. Duplicate keys stay visible. Whatever the bytes, the result is a tree or problems, and
never another exception. YAML 1.2 is read: U+0085, U+2028 and U+2029 are characters, not line ends.
"""

from __future__ import annotations

import re

from argmap import limits
from argmap.decoding import FORBIDDEN, decode, describe
from argmap.source import SourceText, Span
from argmap.uncollected import Uncollected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Final

    from argmap.diagnostics import Collector, Diagnostic

    Event = Any  # the events of the parser in C have no types

_BITS: Final = 24
_MASK: Final = (1 << _BITS) - 1  # as an end column it means: to the end of the line


class Scalar:
    """A text; `plain` tells that it stands without quotation marks and is not a block."""

    __slots__ = ("place", "plain", "value")

    def __init__(self, value: str, place: int, *, plain: bool = True) -> None:
        self.value = value
        self.place = place
        self.plain = plain


class Sequence:
    """A list."""

    __slots__ = ("items", "place")

    def __init__(self, place: int) -> None:
        self.items: list[Node] = []
        self.place = place


class Mapping:
    """A mapping; `items` holds key, value, key, value, ... with duplicates, in file order."""

    __slots__ = ("items", "place")

    def __init__(self, place: int) -> None:
        self.items: list[Node] = []
        self.place = place

    def pairs(self) -> list[tuple[Scalar, Node]]:
        """Return the keys with their values, in file order."""
        return list(zip(self.items[::2], self.items[1::2], strict=True))  # type: ignore[arg-type]  # _keys looked


if TYPE_CHECKING:
    Node = Scalar | Sequence | Mapping


class Tree:
    """What was read: the text, its root (None if there is none), and the problems."""

    __slots__ = ("problems", "root", "source")

    def __init__(self, source: SourceText, root: Node | None, problems: list[Diagnostic]) -> None:
        self.source = source
        self.root = root
        self.problems = problems


def pack(line: int, column: int, end_column: int) -> int:
    """Return a place as one number, which compares like the place."""
    return (line << 2 * _BITS) | (min(column, _MASK) << _BITS) | min(end_column, _MASK)


def line_of(place: int) -> int:
    """Return the line in which a packed place begins, counted from 0."""
    return place >> 2 * _BITS


def column_of(place: int) -> int:
    """Return the column in which a packed place begins, counted from 0."""
    return (place >> _BITS) & _MASK


def span(place: int, source: SourceText) -> Span:
    """Return a packed place as a span."""
    line, column, end = line_of(place), column_of(place), place & _MASK
    if end == _MASK:
        end = max(column + 1, len(source.line(line).rstrip()))
    return Span(source.path, line, column, end)


def read(data: bytes | str, path: str = "<string>", *, pure: bool = False) -> Tree:
    """Read a text as YAML; `pure` asks for the parser in Python even where the one in C is there. Never raises.

    Where a line breaks the rules of YAML in a way that is plain, it is reported, read as it was meant, and reading goes
    on, so that the mistakes after it are found in the same run.
    """
    source, collector = decode(data, path)
    if any(problem.code in {"AM002", "AM012"} for problem in collector.found) or (collector.found and not source.text):
        return Tree(source, None, collector.found)
    with Uncollected():
        root = _read(source, collector, pure=pure)
    return Tree(source, root, collector.found)


def _read(source: SourceText, collector: Collector, *, pure: bool) -> Node | None:
    """Build the tree; after a mistake that can be mended, mend and build again."""
    import yaml

    text, restore = _hide_breaks(source.text)
    mender = None
    for _ in range(limits.MAX_MENDED):
        before = len(collector.found)
        builder = _Builder(collector, restore)
        try:
            return builder.build(_events(text, pure=pure))
        except yaml.MarkedYAMLError as error:
            from argmap.yamlmend import Mender

            del collector.found[before:]
            mender = mender or Mender(text, collector)
            mark = error.problem_mark or error.context_mark
            begin = error.context_mark or mark
            if mark is None or begin is None:
                collector.add("AM003", f"this is not YAML: {error.problem}", Span(source.path))
                return None
            text = mender.mend(
                error.problem or "", (begin.line, begin.column), (mark.line, mark.column), builder.quoted
            )
        except (ValueError, OverflowError):  # the parser in Python does this to escapes that are no characters
            collector.add("AM003", "an escape such as \\U00110000 names no character", Span(source.path))
            return None
        if not text:
            return None
    return None


def _events(text: str, *, pure: bool) -> Callable[[], Any]:
    """Return the function that gives the next event of the C parser, or of the one in Python if there is no other."""
    import yaml

    if yaml.__with_libyaml__ and not pure:
        from yaml._yaml import CParser

        return CParser(text).get_event

    class PureParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
        def __init__(self) -> None:
            yaml.reader.Reader.__init__(self, text)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)

    return PureParser().get_event


class Stretch:
    """Where a scalar stands in a text, as offsets, and the line it ends in; `block`: it begins with | or >."""

    __slots__ = ("block", "end", "last_line", "start")

    def __init__(self, start: int, end: int, last_line: int, *, block: bool) -> None:
        self.start = start
        self.end = end
        self.last_line = last_line
        self.block = block


def stretches(text: str) -> list[Stretch] | None:
    """Return where the scalars of a text stand, in order, or None if it has aliases. The text must be valid YAML.

    What stands between them is white space, signs and comments; nothing else can tell a comment from a text with a #.
    """
    import yaml

    hidden, _ = _hide_breaks(text)
    next_event = _events(hidden, pure=False)
    found = []
    while type(event := next_event()) is not yaml.StreamEndEvent:
        if getattr(event, "anchor", None) is not None:
            return None
        if type(event) is yaml.ScalarEvent:
            start, end = event.start_mark, event.end_mark
            assert start is not None  # noqa: S101 - the parsers always give both
            assert end is not None  # noqa: S101 - as said above
            found.append(Stretch(start.index, end.index, end.line, block=(event.style or "'") in "|>"))
    return found


def _hide_breaks(text: str) -> tuple[str, dict[int, str]]:
    """Put private characters in place of those that only YAML 1.1 takes for line ends; return how to put them back."""
    hidden = [character for character in "\x85\u2028\u2029" if character in text]
    table: dict[int, str] = {}
    free = (chr(code) for code in range(0xE000, 0xF900))
    for character in hidden:
        stand_in = next((code for code in free if code not in text), "")
        if stand_in:
            text = text.replace(character, stand_in)
            table[ord(stand_in)] = character
    return text, table


class _Stop(Exception):  # noqa: N818 - it is no error, it ends the reading
    """Reading goes no further; what is wrong has been told."""


class _Builder:
    """Turns events into nodes. A loop without recursion, so that no depth of nesting can exhaust the stack."""

    def __init__(self, collector: Collector, restore: dict[int, str]) -> None:
        self.collector = collector
        self.restore = restore
        self.quoted: tuple[int, int, int] | None = None  # line, column, last line of the latest quoted text
        self.anchors: dict[str, tuple[Node | None, int]] = {}  # the node (None: still being built) and its size
        self.count = self.aliased = self.documents = 0
        self.root: list[Node] = []
        self.items = self.root  # where the next node goes
        self.stack: list[tuple[Mapping | Sequence, list[Node], str | None, int]] = []

    def build(self, next_event: Callable[[], Any]) -> Node | None:
        """Read one document. Raises what the parser raises."""
        import yaml

        scalar, end = yaml.ScalarEvent, yaml.StreamEndEvent
        others = {
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            while (kind := type(event := next_event())) is not end:
                if kind is scalar:
                    mark, last = event.start_mark, event.end_mark
                    line = mark.line
                    end_column = last.column if last.line == line else _MASK
                    place = (line << 2 * _BITS) | (mark.column << _BITS) | end_column  # pack(), in the longest loop
                    node = Scalar(event.value, place)
                    if event.style or event.tag or event.anchor or self.restore:
                        self._unusual(node, event)
                    self.items.append(node)
                    self.count += 1
                elif kind in others:
                    others[kind](event)
        except _Stop:
            return None
        if not self.documents:
            hint = "`argmap new NAME` writes a map to start from"
            self.collector.add("AM013", "the file is empty", Span(self.collector.source.path), hint)
        return self.root[0] if self.root else None

    def _unusual(self, node: Scalar, event: Event) -> None:
        """Finish a scalar that is more than plain text without decoration."""
        if self.restore:
            node.value = node.value.translate(self.restore)
        if event.style:
            node.plain = False
            if event.style in "|>":
                node.value = node.value.rstrip("\n")
            else:
                self.quoted = (event.start_mark.line, event.start_mark.column, event.end_mark.line)
            if not node.value.isprintable() and (found := re.search(FORBIDDEN + "|\r", node.value)):
                message = f"the text holds {describe(found.group())}"
                self._tell("AM002", message, node.place, "delete the escape that stands for it")
        if event.tag is not None and event.tag != "!":
            self._tag(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, 1)

    def _start(self, event: Event) -> None:
        import yaml

        place = pack(event.start_mark.line, event.start_mark.column, _MASK)
        node = Mapping(place) if type(event) is yaml.MappingStartEvent else Sequence(place)
        self.items.append(node)
        self.stack.append((node, self.items, event.anchor, self.count))
        self.items = node.items
        self.count += 1
        if event.tag is not None:
            self._tag(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = (None, 0)
        if len(self.stack) > limits.MAX_DEPTH:
            from argmap.yamlmend import TOO_DEEP, TOO_DEEP_HINT

            self._tell("AM011", TOO_DEEP, place, TOO_DEEP_HINT)
            raise _Stop

    def _end(self, event: Event) -> None:
        node, self.items, anchor, before = self.stack.pop()
        mark = event.end_mark
        if mark.line == line_of(node.place):
            node.place = node.place - _MASK + mark.column
        if anchor is not None:
            self.anchors[anchor] = (node, self.count - before)
        if isinstance(node, Mapping) and not all(type(key) is Scalar for key in node.items[::2]):
            self._odd_keys(node)

    def _odd_keys(self, node: Mapping) -> None:
        kept: list[Node] = []
        for key, value in zip(node.items[::2], node.items[1::2], strict=True):
            if isinstance(key, Scalar):
                kept += (key, value)
            else:
                self._tell("AM015", "a key must be a text", key.place, "put the text in quotation marks")
        node.items[:] = kept

    def _alias(self, event: Event) -> None:
        mark, end = event.start_mark, event.end_mark
        place = pack(mark.line, mark.column, end.column)
        name = event.anchor
        node, size = self.anchors.get(name, (None, 0))
        if node is None:
            message = f"`*{name}` would contain itself" if name in self.anchors else f"`*{name}` repeats nothing"
            hint = "put the text in quotation marks if it begins with an asterisk"
            if name not in self.anchors:
                hint = f"nothing was marked `&{name}` above; {hint}"
            self._tell("AM009", message, place, hint)
            node = Scalar(f"*{name}", place)
        self.aliased += size
        self.count += size
        if self.aliased > limits.MAX_ALIASED:
            message = f"the aliases of this file stand for more than {limits.MAX_ALIASED:,} values"
            self._tell("AM010", message, place, "write the values out")
            raise _Stop
        self.items.append(node)

    def _document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            place = pack(event.start_mark.line, event.start_mark.column, event.start_mark.column + 3)
            hint = "one file is one map: delete the line `---`, or put the second map into a file of its own"
            self._tell("AM008", "a second document begins here", place, hint)

    def _tag(self, event: Event) -> None:
        mark = event.start_mark
        place = pack(mark.line, mark.column, event.end_mark.column if event.end_mark.line == mark.line else _MASK)
        name = event.tag.replace("tag:yaml.org,2002:", "!!")
        hint = "delete it, or put the text in quotation marks if it begins with an exclamation mark"
        self._tell("AM014", f"`{name}` is a YAML tag, which means nothing here", place, hint)

    def _tell(self, code: str, message: str, place: int, hint: str) -> None:
        self.collector.add(code, message, span(place, self.collector.source), hint)
