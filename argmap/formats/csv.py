"""CSV for spreadsheets and statistics: one table of claims, links and groups, told apart by the column `row`.

Columns go by their names, in any order; those that are missing are empty. Several values in one cell are parted by a
vertical bar between spaces. A text that a spreadsheet would take for a formula, a date or a number, and change ("=1+1",
"12-13", "1.10"), begins with an apostrophe, which is taken off again when it is read; the numbers of claims end with a
bracket for that reason. The file begins with a byte order mark, without which Excel garbles every accent. Read
as well: semicolons and tabs between the cells, commas in numbers, and what claims bear on in columns of their own,
`supports`, `attacks` and `undercuts`, as in a map file.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any, Final

from argmap.formats import extras
from argmap.formats.links import Draft
from argmap.formats.notes import Notes, at_line
from argmap.formats.reading import DANGLING, GUESSED, LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.schemes import Atom, finish
from argmap.model import KINDS
from argmap.order import outline
from argmap.xmlquote import legal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model import ArgMap, Claim, Kind, Link
    from argmap.source import SourceText, Span

COLUMNS: Final = (
    "row", "id", "number", "text", "kind", "premises", "target", "thesis", "group", "implicit", "status", "credence",
    "strength", "tags", "quote", "at", "by", "scheme", "cue", "basis", "note", "url", "color", "allow",
)  # fmt: skip
_CLAIM: Final = ("kind", "group", "status", "by", "note", "url")
_LINK: Final = ("scheme", "cue", "basis", "note")
_LISTS: Final = ("tags", "quote", "allow")
_NUMERIC: Final = frozenset({"row", "thesis", "credence", "strength"})  # columns whose cells are meant to be computed
# what a spreadsheet computes, and what it takes for a number or date that it writes otherwise: all but 0 and 12
_CHANGED = re.compile(
    r"'*(?:[=+\-@\t\r]|(?!(?:0|[1-9][0-9]{0,14})\Z)[0-9][0-9.,:/%\- ]*(?:[eE][+\-]?[0-9]+)?\Z|(?:true|false)\Z)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[\n,;|]\s*")  # between ids in one cell
_BAR: Final = " | "
_PART = re.compile(r"(?:[^\\|]|\\.)*", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_TRUE: Final = frozenset({"yes", "true", "1", "x"})


def quote(text: str) -> str:
    """Return a text as a cell that no spreadsheet computes (OWASP's list of first characters) or writes otherwise.

    >>> quote("=1+1"), quote("-- dash"), quote("'=1"), quote("a=1"), quote("'tis")
    ("'=1+1", "'-- dash", "''=1", 'a=1', "'tis")
    >>> quote("1.10"), quote("12-13"), quote("2e3"), quote("007"), quote("2024"), quote("1 of 2")
    ("'1.10", "'12-13", "'2e3", "'007", '2024', '1 of 2')
    """
    text = legal(text)
    return f"'{text}" if _CHANGED.match(text) else text


def unquote(cell: str) -> str:
    """Return the text of a cell: quote(), undone.

    >>> unquote("'=1+1"), unquote("=1+1"), unquote("'tis")
    ('=1+1', '=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _CHANGED.match(cell) else cell


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the table, one row at a time; a cell may hold line ends. O(size)."""
    first, *rows = write_table(argmap, ",")
    yield f"\ufeff{first}"
    yield from rows


def write_table(argmap: ArgMap, separator: str) -> Iterator[str]:
    """Yield the rows of the table, the names of the columns first. Columns that nothing stands in are left out."""
    rows = list(_rows(argmap))
    used = {key for row in rows for key, value in row.items() if value} | {"row", "id", "text"}
    columns = [key for key in COLUMNS if key in used]
    yield separator.join(columns)
    for row in rows:
        buffer = io.StringIO()
        csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerow(
            [row.get(key, "") if key in _NUMERIC else quote(row.get(key, "")) for key in columns]
        )
        yield buffer.getvalue().removesuffix("\r\n")


def _rows(argmap: ArgMap) -> Iterator[dict[str, str]]:
    numbers = outline(argmap).numbers
    places = {name: str(place) for place, name in enumerate(argmap.thesis, 1)}
    for claim in argmap.claims:
        yield {
            "row": "claim",
            "id": claim.id,
            "number": f"{numbers[claim.id]})",
            "text": claim.text,
            "thesis": places.get(claim.id, ""),
            "implicit": "yes" if claim.implicit else "",
            "credence": "" if claim.credence is None else repr(claim.credence),
            **_fields(claim, _CLAIM),
            "tags": _joined(claim.tags),
        }
    for link in argmap.links:
        yield {
            "row": "link",
            "id": link.id,
            "kind": link.kind,
            "premises": _joined(link.premises),
            "target": link.target,
            "strength": "" if link.strength is None else repr(link.strength),
            **_fields(link, _LINK),
        }
    for group in argmap.groups:
        yield {"row": "group", "id": group.id, "text": group.title, "color": group.color, "note": group.note}


def _fields(thing: Claim | Link, names: Iterable[str]) -> dict[str, str]:
    found = {name: str(getattr(thing, name)) for name in names}
    return found | {"quote": _joined(thing.quote), "at": _places(thing.at), "allow": _joined(thing.allow)}


def _joined(parts: Iterable[str]) -> str:
    return _BAR.join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)


def _places(places: Iterable[int | str]) -> str:
    """Return places as a cell; one in words that looks like a paragraph's number begins with a backslash."""
    rows = [(_joined([place]) if isinstance(place, str) else str(place), place) for place in places]
    return _BAR.join(f"\\{text}" if isinstance(place, str) and text.isdecimal() else text for text, place in rows)


def read(source: SourceText) -> Reading:
    """Return the map in a table, and what was wrong, left out or guessed. O(n log n)."""
    notes = Notes(source.path)
    rows = list(_table(source, notes))
    if any(problem.severity == "error" for problem in notes.diagnostics()):
        return reading(None, notes)
    found = _Found(notes)
    for number, (where, row) in enumerate(rows, 2):  # as spreadsheets count: the names of the columns are row 1
        found.add(number, where, row)
    theses = sorted(found.theses, key=found.theses.__getitem__)
    about = extras.map_fields({"groups": found.groups, "thesis": theses}, notes)
    return finish(found.atoms, [draft for draft in found.drafts.values() if found.has_ends(draft)], notes, about)


class _Found:
    """What the rows hold; claims and links by their ids, or by the numbers of their rows."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.atoms: dict[str, Atom] = {}
        self.drafts: dict[str, Draft] = {}
        self.groups: list[dict[str, str]] = []
        self.theses: dict[str, float] = {}

    def add(self, number: int, where: Span, row: Mapping[str, str]) -> None:
        what = row.get("row", "").strip().lower() or ("link" if row.get("premises", "").strip() else "claim")
        name = row.get("id", "").strip() or f"row {number}"
        if what == "claim" and name not in self.atoms:
            fields = extras.claim_fields(_own(row, _CLAIM), self.notes, ())
            self.atoms[name] = Atom(row["text"], where, name, fields)
            self._bears(name, where, row)
            if place := row.get("thesis", "").strip():
                self.theses[name] = _number(place) or len(self.theses)
        elif what == "link" and name not in self.drafts:
            self.drafts[name] = _draft(name, row, where, self.notes)
        elif what == "group":
            fields = {key: text for key in ("color", "note") if (text := row.get(key, ""))}
            self.groups.append({"id": name, "title": row["text"], **fields})
        else:
            self.notes.add(LEFT_OUT, f"a row '{what}' with the id '{name}' was left out", where, _ROWS)

    def _bears(self, name: str, where: Span, row: Mapping[str, str]) -> None:
        """Add the links that stand on their claim."""
        bears: tuple[Kind, ...] = ("supports", "attacks", "undercuts")
        for kind in bears:
            for target in filter(None, _BETWEEN.split(row.get(kind, "").strip())):
                key = f"{name} {kind} {target}"
                self.drafts.setdefault(key, Draft(key, kind, (name,), target, "", {}, where))

    def has_ends(self, draft: Draft) -> bool:
        """Return whether the claims of a link are there; note those that are not."""
        ends = draft.premises if draft.kind == "undercuts" else (*draft.premises, draft.target)
        missing = [end for end in ends if end not in self.atoms]
        for end in missing:
            self.notes.add(DANGLING, f"there is no claim '{end}'; the link was left out", draft.where)
        if not draft.premises:
            self.notes.add(LEFT_OUT, "a link without premises was left out", draft.where)
        return bool(draft.premises) and not missing


_ROWS: Final = "a row is a claim, link or group, and has an id that no other of its kind has"


def _table(source: SourceText, notes: Notes) -> Iterator[tuple[Span, dict[str, str]]]:
    """Yield the rows that are not empty, by the names of their columns, with their places."""
    text = source.text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 0
    names: list[str] = []
    try:
        for cells in rows:
            where = at_line(source, line)
            line = rows.line_num
            if not names:
                names = [unquote(cell).strip().lower() for cell in cells]
                if not _is_head(names, where, notes):
                    return
            elif any(cell.strip() for cell in cells):
                yield where, {"text": ""} | dict(zip(names, map(unquote, cells), strict=False))
    except csv.Error as error:
        notes.add(SYNTAX, f"this is not a table that can be read: {error}", at_line(source, line), _CUT)
        return
    if not names:
        notes.add(SYNTAX, "the file is empty", at_line(source, 0))


_CUT: Final = "a quotation mark that opens a cell and does not close it, or a file that was cut off, does this"


def _is_head(names: list[str], where: Span, notes: Notes) -> bool:
    """Return whether the first row names the columns that are needed; note columns that are not known."""
    if "text" not in names:
        notes.add(SYNTAX, "the first row names no column 'text'", where, f"the columns are {', '.join(COLUMNS)}")
        return False
    for name in names:
        if name and name not in COLUMNS and name not in KINDS:
            notes.add(LEFT_OUT, f"the column '{name}' is not known; it was left out", where)
    return True


def _draft(name: str, row: Mapping[str, str], where: Span, notes: Notes) -> Draft:
    kind = row.get("kind", "").strip().lower()
    if kind not in KINDS:
        notes.add(GUESSED, f"a link of the kind '{kind}' was read as a support; write {', '.join(KINDS)}", where)
        kind = "supports"
    fields = extras.link_fields(_own(row, _LINK), notes, ())
    premises = tuple(dict.fromkeys(part.strip() for part in _split(row.get("premises", "")) if part.strip()))
    plain: Kind = "supports" if kind == "supports" else "attacks" if kind == "attacks" else "undercuts"
    return Draft(name, plain, premises, row.get("target", "").strip(), name, fields, where)


def _own(row: Mapping[str, str], names: Iterable[str]) -> dict[str, Any]:
    """Return the cells of a claim or link that are filled, as `extras` reads them."""
    own: dict[str, Any] = {name: text for name in names if (text := extras.clean(row.get(name, "")))}
    if own.get("status") or own.get("basis"):
        own |= {name: own[name].lower() for name in ("status", "basis") if name in own}
    own |= {name: parts for name in _LISTS if (parts := _split(row.get(name, "")))}
    if places := _parts(row.get("at", "")):
        own["at"] = [int(part) if part.isdecimal() and part.isascii() else _unescaped(part) for part in places]
    if row.get("implicit", "").strip().lower() in _TRUE:
        own["implicit"] = True
    for name in ("credence", "strength"):
        if text := row.get(name, "").strip():
            own[name] = _number(text)
    return own


def _parts(cell: str) -> list[str]:
    r"""Return the values of a cell as they are written.

    >>> print(*_parts(r"a | b \| c | \\"), sep=";")
    a;b \| c;\\
    """
    parts = [found.strip() for found in _PART.findall(cell)]
    return [part for part in parts if part]


def _split(cell: str) -> list[str]:
    return [_unescaped(part) for part in _parts(extras.clean(cell))]


def _unescaped(part: str) -> str:
    return _ESCAPED.sub(r"\1", part)


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
