"""A map file in tidy form: the order of keys, indentation and quotation marks of every map alike; comments stay.

The tree is written anew by the same hand that writes maps, with every comment put back where it belongs: above the
entry it stood above, or beside the one it stood beside.
"""

from __future__ import annotations

from argmap import document, yamltree
from argmap.diagnostics import UsageError, raise_for_errors
from argmap.document.fields import RECORDS
from argmap.source import LINE_END
from argmap.yamltext import Block, Entry, Flow, Raw, lines, looks_like_more
from argmap.yamltree import Mapping, Scalar, Sequence, column_of, line_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from argmap.document.fields import Field
    from argmap.yamltree import Node, Stretch

# what a kind of field holds: entries by id that are texts or records, a list of records, a record
_BY_ID: Final = {"groups": "group", "all_claims": "claim", "many_sources": "source"}
_LISTS: Final = {"all_links": "link", "steps": "step"}
_RECORDS: Final = {"one_source": "source", "expect": "expectation"}
_NOWHERE: Final = 1 << 30  # the column of what stands in brackets: no comment is deep enough to belong to it
_NUMBERS: Final = ("fraction", "count", "flag")
_TOGETHER: Final = ("supports", "attacks", "undercuts")  # on a claim their order is the order of its links
_RANK: Final = {
    name: {row.key: rank for rank, row in enumerate(rows)} | (dict.fromkeys(_TOGETHER, 1) if name == "claim" else {})
    for name, rows in RECORDS.items()
}


def tidy(text: str | bytes, path: str = "<string>") -> str:
    """Return a map file in tidy form, with the same map and the same comments. Tidying twice changes nothing more.

    A file with YAML aliases is returned as it is. Raises InvalidMapError if the file has errors.
    """
    found = document.parse(text, path)
    raise_for_errors(found.problems)
    plain = LINE_END.sub("\n", found.source.text)
    where = yamltree.stretches(plain)
    root = yamltree.read(plain).root
    if where is None or not isinstance(root, Mapping):
        return plain
    writer = _Tidier(plain, where)
    fresh = "".join(f"{line}\n" for line in lines(writer.whole(root)))
    if document.parse(fresh).argmap != found.argmap or writer.comments:
        raise UsageError(f"{path} cannot be tidied without changing it, and is left as it is")
    return fresh


class _Comment:
    """A comment: its text with the #, its column, and whether it has a line of its own."""

    __slots__ = ("alone", "column", "text")

    def __init__(self, text: str, column: int, *, alone: bool) -> None:
        self.text = text
        self.column = column
        self.alone = alone


class _Tidier:
    """Turns the tree of a file into blocks to write, and gives each comment its place; `comments` are those to do."""

    def __init__(self, text: str, where: list[Stretch]) -> None:
        self.rows = text.split("\n")
        self.comments: dict[int, _Comment] = {}
        self.last_line: dict[tuple[int, int], int] = {}  # of a scalar, by the line and column where it begins
        self.columns: dict[int, int] = {}  # of a block in the file, by its identity
        self.latest: dict[int, Entry] = {}  # the entry of a block that is last in the file, by its identity
        self._find(text, where)
        self.done = -1  # the last line that has been dealt with

    def _find(self, text: str, where: list[Stretch]) -> None:
        """Find the comments: they begin with a # outside of scalars, after a space or at the start of a line."""
        starts = [0]
        for row in self.rows:
            starts.append(starts[-1] + len(row) + 1)
        inside = bytearray(len(text) + 1)
        for stretch in where:
            begin = stretch.start
            if stretch.block:  # its first line may end with a comment
                begin = text.find("\n", stretch.start, stretch.end)
                begin = stretch.end if begin < 0 else begin
            inside[begin : stretch.end] = b"\x01" * (stretch.end - begin)
        for number, row in enumerate(self.rows):
            start = starts[number]
            column = row.find("#")
            while column >= 0:
                if not inside[start + column] and (column == 0 or row[column - 1] in " \t"):
                    self.comments[number] = _Comment(row[column:].rstrip(), column, alone=not row[:column].strip())
                    break
                column = row.find("#", column + 1)
        line = 0
        for stretch in where:
            while starts[line + 1] <= stretch.start:
                line += 1
            last = stretch.last_line
            if stretch.block:  # the parser counts the blank lines after it as its own
                last = line + text[stretch.start : stretch.end].rstrip().count("\n")
            self.last_line[line, stretch.start - starts[line]] = last

    # the tree

    def whole(self, root: Mapping) -> Block:
        """Return the map."""
        block = self._record(root, "map")
        column = self._column(root.items[0])
        rest = self._above(len(self.rows), column, self.latest.get(id(block)))
        while rest and not rest[-1]:
            rest.pop()
        block.below = rest
        return block

    def _record(self, node: Mapping, record: str) -> Block:
        """Return a record with its keys in their order; comments before the first key of the map stay first."""
        fields = {row.key: row for row in RECORDS[record]}
        entries: list[Entry] = []
        for key, value in node.pairs():
            entry = self._begin(key.value, key, entries)
            self._fill(entry, value, fields[key.value])
            entries.append(entry)
        block = self._block(entries, node)
        head: list[str] = []
        if entries and record == "map":
            head, entries[0].above = entries[0].above, []
        rank = _RANK[record]
        block.entries.sort(key=lambda entry: rank[entry.key])
        if entries:
            first = block.entries[0]
            above = head + first.above
            first.above = above if record == "map" or not above or above[0] else above[1:]
        return block

    def _block(self, entries: list[Entry], node: Mapping | Sequence, *, listed: bool = False) -> Block:
        block = Block(entries, listed=listed)
        if entries:
            self.columns[id(block)] = _NOWHERE if self._bracketed(node) else self._column(node.items[0])
            self.latest[id(block)] = entries[-1]
        return block

    def _begin(self, name: str, node: Node, before: list[Entry]) -> Entry:
        """Return an entry that has its comments above."""
        entry = Entry(name, "")
        line = _line(node)
        entry.above = self._above(line, self._column(node), before[-1] if before else None)
        if not before and entry.above and not entry.above[0]:
            del entry.above[0]  # a block does not begin with a blank line
        self.done = max(self.done, line)
        return entry

    def _fill(self, entry: Entry, node: Node, field: Field | _Inner) -> None:
        """Give an entry its value, by the kind of its field."""
        if isinstance(node, Scalar):
            self._scalar(entry, node, field)
        elif isinstance(node, Mapping):
            self._beside_head(entry, node)
            entry.value = self._mapping(node, field)
        elif field.kind in _LISTS or field.kind == "texts":
            self._beside_head(entry, node)
            entry.value = self._list(node, field)
        else:
            self._flow(entry, node, field)

    def _mapping(self, node: Mapping, field: Field | _Inner) -> Block:
        record = _RECORDS.get(field.kind)
        if record is None and field.kind not in _BY_ID:
            record = field.key  # an entry of a mapping by id, or an item of a list
        if record is not None:
            return self._record(node, record)
        entries: list[Entry] = []
        inner = _Inner(_BY_ID[field.kind])
        for key, value in node.pairs():
            entry = self._begin(key.value, key, entries)
            self._fill(entry, value, inner)
            entries.append(entry)
        return self._block(entries, node)

    def _list(self, node: Sequence, field: Field | _Inner) -> Block:
        entries: list[Entry] = []
        inner = _Inner(_LISTS.get(field.kind, ""))
        for item in node.items:
            entry = self._begin("", item, entries)
            self._fill(entry, item, inner)
            entries.append(entry)
        return self._block(entries, node, listed=True)

    def _flow(self, entry: Entry, node: Sequence, field: Field | _Inner) -> None:
        """Write a list of names on one line, unless comments stand inside it."""
        items = [item for item in node.items if isinstance(item, Scalar)]
        first, last = _line(node), max([self._last(item) for item in items] or [_line(node)])
        inside = [line for line in range(min(first, self.done), last + 1) if line in self.comments]
        if not inside or inside == [last]:
            entry.value = Flow(self._item(item, field) for item in items)
            self._beside(entry, last)
            self.done = max(self.done, last)
            return
        self._beside_head(entry, node)
        entries: list[Entry] = []
        for item in items:
            below = self._begin("", item, entries)
            below.value = self._item(item, field)
            self._beside(below, self._last(item))
            entries.append(below)
        entry.value = self._block(entries, node, listed=True)

    def _scalar(self, entry: Entry, node: Scalar, field: Field | _Inner) -> None:
        entry.value = self._item(node, field)
        last = self._last(node)
        for line in range(self.done, last + 1):
            if line in self.comments and self.comments[line].alone:  # between a key and its value
                entry.above.append(self.comments.pop(line).text)
            else:
                self._beside(entry, line)
        self.done = max(self.done, last)

    def _item(self, node: Scalar, field: Field | _Inner) -> str | Raw:
        """Return a value; a number stays one, and a text stays one."""
        number = field.kind in _NUMBERS or (field.kind == "places" and node.value.lstrip("+-").isdecimal())
        bare = field.kind in {"text", "language"} and looks_like_more(node.value)  # year: 2026 is as good as "2026"
        return Raw(node.value) if node.plain and (number or bare) else node.value

    # places

    def _last(self, node: Scalar) -> int:
        return self.last_line.get((_line(node), column_of(node.place)), _line(node))

    def _column(self, node: Node) -> int:
        """Return the column of an entry in the file: that of its key, or of its dash."""
        row = self.rows[_line(node)]
        column = column_of(node.place)
        return len(row) - len(row.lstrip()) if row[:column].strip() == "-" else column

    def _bracketed(self, node: Mapping | Sequence) -> bool:
        column = column_of(node.place)
        return self.rows[_line(node)][column : column + 1] in {"{", "["}

    # comments

    def _beside(self, entry: Entry, line: int) -> None:
        comment = self.comments.get(line)
        if comment is None or comment.alone:
            return
        if entry.beside:
            entry.above.append(entry.beside)
        entry.beside, entry.column = comment.text, comment.column
        del self.comments[line]

    def _beside_head(self, entry: Entry, node: Mapping | Sequence) -> None:
        """Take the comment on the line of a key whose value begins on a later line, or stands in brackets there."""
        first = node.items[0] if node.items else None
        if first is None or _line(first) > self.done or self._bracketed(node):
            self._beside(entry, self.done)
            if not entry.key and entry.beside:  # nothing can stand beside a bare dash
                entry.above.append(entry.beside)
                entry.beside = ""

    def _above(self, line: int, column: int, before: Entry | None) -> list[str]:
        """Take the comments and blank lines above a line; those that are deeper go below what stands before."""
        rows: list[_Comment | None] = []
        for number in range(self.done + 1, min(line, len(self.rows))):
            if comment := self.comments.pop(number, None):
                rows.append(comment)
            elif not self.rows[number].strip():
                rows.append(None)
        self.done = max(self.done, line - 1)
        deep = 0
        for index, row in enumerate(rows):
            if row is not None and row.column <= column:
                break
            if row is not None:
                deep = index + 1
        home = self._deepest(before, next(row for row in rows if row is not None)) if deep else None
        if home is not None:
            home.below += _texts(rows[:deep])
            rows = rows[deep:]
        return _texts(rows)

    def _deepest(self, before: Entry | None, comment: _Comment) -> Block | None:
        """Return the innermost block at the end of an entry that a comment can belong to by its column."""
        home: Block | None = None
        while before is not None and isinstance(before.value, Block) and before.value.entries:
            if self.columns[id(before.value)] > comment.column:
                break
            home = before.value
            before = self.latest[id(home)]
        return home


class _Inner:
    """What an entry of a mapping by id, or an item of a list, holds: a text or a record of this name."""

    __slots__ = ("key", "kind")

    def __init__(self, record: str) -> None:
        self.key = record
        self.kind = "text"


def _line(node: Node) -> int:
    return line_of(node.place)


def _texts(rows: list[_Comment | None]) -> list[str]:
    """Return comments and blank lines as texts, at most one blank line in a row."""
    found: list[str] = []
    for row in rows:
        if row is not None:
            found.append(row.text)
        elif not found or found[-1]:
            found.append("")
    return found
