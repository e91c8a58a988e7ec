"""What only argmap knows, written beside what a format knows, and read back with mistrust.

Formats that allow further keys get one more, `argmap`, on a node, a step and the file. It holds the fields that the
format has no place for, under the names of the map file. Other programs pass over it; text and structure are never in
it, so a file that was edited elsewhere still reads as what it shows.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final, cast
from unicodedata import normalize

from argmap.document.fields import COLOR, LANGUAGE
from argmap.formats.ids import is_id
from argmap.formats.reading import LEFT_OUT
from argmap.model import BASES, STATUSES, ArgMap, Claim, Expect, Group, Link, Source, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from argmap.formats.notes import Notes, Path

KEY: Final = "argmap"
_COUNTED: Final = 10**9  # what counts is below this
_RISKY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    r"""Return a text without what no map file may hold: control characters and halves of characters.

    >>> clean(" a\x00b\r\nc\ud800 ")
    'a\ufffdb\nc\ufffd'
    """
    if text.isprintable():  # nearly always, and quick to tell
        return text.strip()
    return _RISKY.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def fraction(text: str) -> float | None:
    """Return the number from 0 to 1 that a text is, None if it is none.

    >>> fraction("0.5"), fraction("1e9"), fraction("half")
    (0.5, None, None)
    """
    try:
        value = float(text)
    except ValueError:
        return None
    return value + 0.0 if 0 <= value <= 1 else None  # -0.0 is 0


def add_note(fields: dict[str, Any], text: str) -> None:
    r"""Add a text to the note of a claim or link, on a line of its own.

    >>> fields = {"note": "One."}
    >>> add_note(fields, "Two.")
    >>> fields
    {'note': 'One.\nTwo.'}
    """
    fields["note"] = f"{fields['note']}\n{text}" if fields.get("note") else text


class _Unfit(Exception):  # noqa: N818 - not an error of the program: the value in the file is not what it should be
    """The value is not of the right shape."""


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Unfit
    return _RISKY.sub("\ufffd", value)


def _matching(pattern: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not re.fullmatch(pattern, text := _text(value)):
            raise _Unfit
        return text

    return read


def _id(value: object) -> str:
    if not is_id(name := normalize("NFC", _text(value))):
        raise _Unfit
    return name


def _words(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_texts(value)))


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _Unfit
    return tuple(_text(item) for item in value)


def _places(value: object) -> tuple[int | str, ...]:
    if not isinstance(value, list):
        raise _Unfit
    return tuple(_whole(item, 1) if isinstance(item, int) else _text(item) for item in value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Unfit
    return value


def _unit(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise _Unfit
    return float(value) + 0.0  # -0.0 is 0


def _whole(value: object, least: int = 0) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value < _COUNTED:
        raise _Unfit
    return value


def _one_of(*words: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in words:
            raise _Unfit
        return str(value)

    return read


_Readers = dict[str, "Callable[[object], Any]"]
_CLAIM: Final[_Readers] = {
    "group": _id, "tags": _words, "status": _one_of(*STATUSES), "credence": _unit,
    "implicit": _flag, "kind": _text, "quote": _texts, "at": _places, "source": _id, "by": _text, "note": _text,
    "url": _text, "allow": _words,
}  # fmt: skip
_LINK: Final[_Readers] = {
    "scheme": _text, "cue": _text, "basis": _one_of(*BASES), "strength": _unit, "note": _text,
    "quote": _texts, "at": _places, "source": _id, "allow": _words,
}  # fmt: skip
_GROUP: Final[_Readers] = {"id": _id, "title": _text, "color": _matching(COLOR), "note": _text}
_SOURCE: Final[_Readers] = {
    "id": _id, "title": _text, "author": _text, "year": _text, "publisher": _text, "url": _text, "file": _text,
    "note": _text, "skip": _whole,
}  # fmt: skip
_MAP: Final[_Readers] = {
    "title": _text, "description": _text, "license": _text, "date": _text, "authors": _texts,
    "language": _matching(LANGUAGE), "thesis": _words,
}  # fmt: skip


def of_claim(claim: Claim, known: Iterable[str] = ()) -> dict[str, Any]:
    """Return the id and every other field of a claim that is set, except text and the fields the format itself knows.

    >>> of_claim(Claim(id="wet", text="It is wet.", tags=("fact",)))
    {'id': 'wet', 'tags': ['fact']}
    """
    return {"id": claim.id, **_set_fields(claim, {"id", "text", *known})}


def of_link(link: Link, known: Iterable[str] = ()) -> dict[str, Any]:
    """Return the fields of a link that are set, except its parts and what the format knows; its id if it is named."""
    name = {"id": link.id} if link.named else {}
    return {**name, **_set_fields(link, {"id", "named", "premises", "kind", "target", *known})}


def of_map(argmap: ArgMap, known: Iterable[str] = ()) -> dict[str, Any]:
    """Return what is said about the map as a whole, except the fields the format itself knows."""
    gone = {"claims", "links", *known}
    found = _set_fields(argmap, {"groups", "sources", "expect", "steps"} | gone)
    for name in ("groups", "sources", "steps"):
        if name not in gone and (rows := [_set_fields(row, ()) for row in getattr(argmap, name)]):
            found[name] = rows
    if "expect" not in gone and (expect := _set_fields(argmap.expect, ())):
        found["expect"] = expect
    return found


_DEFAULTS: Final[dict[type, Any]] = {
    Claim: Claim(id="", text=""), Link: Link(id="", premises=(), kind="supports", target=""),
    ArgMap: ArgMap(title="", claims=()), Group: Group(id="", title=""), Source: Source(), Step: Step(show=()),
    Expect: Expect(),
}  # fmt: skip


def _set_fields(thing: object, without: Iterable[str]) -> dict[str, Any]:
    empty, gone = _DEFAULTS[type(thing)], set(without)
    found: dict[str, Any] = {}
    for field in fields(cast("Any", thing)):
        if (
            field.init
            and field.name not in gone
            and (value := getattr(thing, field.name)) != getattr(empty, field.name)
        ):
            found[field.name] = list(value) if isinstance(value, tuple) else value
    return found


def claim_fields(value: object, notes: Notes, where: Path) -> dict[str, Any]:
    """Return the fields of a claim that the `argmap` of a file holds, as arguments for Claim, without the id."""
    return _read(value, _CLAIM, notes, where)


def link_fields(value: object, notes: Notes, where: Path) -> dict[str, Any]:
    """Return the fields of a link that the `argmap` of a file holds, as arguments for Link, without the id."""
    return _read(value, _LINK, notes, where)


def _read(
    value: object, readers: _Readers, notes: Notes, where: Path, others: Container[str] | None = None
) -> dict[str, Any]:
    if not value or not isinstance(value, dict):
        return {}
    found: dict[str, Any] = {}
    for key, item in value.items():
        if key in readers:
            try:
                found[key] = readers[key](item)
            except _Unfit:
                notes.add(LEFT_OUT, f"'{KEY}.{key}' does not hold what it should; it was left out", (*where, KEY, key))
        elif key not in (_OTHERS if others is None else others):
            notes.add(LEFT_OUT, f"'{KEY}.{key}' is not known; it was left out", (*where, KEY, key))
    if found.get("quote") and len(found.get("at", ())) not in {0, 1, len(found["quote"])}:
        del found["at"]
        notes.add(LEFT_OUT, "there are more or fewer places than quotations; they were left out", (*where, KEY, "at"))
    return found


_OTHERS: Final = frozenset(
    {"id", "groups", "sources", "steps", "expect", "n", "same", "onto", "order", "claims", "links"}
)  # keys that have their own readers


def id_of(value: object) -> str:
    """Return the id in the `argmap` of a file, "" if there is none."""
    found = value.get("id") if isinstance(value, dict) else None
    return normalize("NFC", found) if isinstance(found, str) else ""


def map_fields(value: object, notes: Notes, where: Path = ()) -> dict[str, Any]:
    """Return what the `argmap` of a file says about the map as a whole, as arguments for ArgMap."""
    if not isinstance(value, dict):
        return {}
    found = _read(value, _MAP, notes, where)
    for key, readers, kind in (("groups", _GROUP, Group), ("sources", _SOURCE, Source)):
        found[key] = _things(value, key, readers, kind, notes, where)
    steps = [Step(show=_ids(row.get("show")), say=_said(row)) for row in _rows(value, "steps")]
    found["steps"] = tuple(step for step in steps if step.show)
    expect = value.get("expect")
    if isinstance(expect, dict):
        found["expect"] = Expect(**{word: _ids(expect.get(word)) for word in ("stands", "falls", "contested")})
    return found


def _rows(value: Mapping[str, object], key: str) -> list[dict[str, Any]]:
    rows = value.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _things(
    value: Mapping[str, object], key: str, readers: _Readers, kind: Callable[..., Any], notes: Notes, where: Path
) -> tuple[Any, ...]:
    """Return the groups or sources: those with an id of their own, or the only source, which needs none."""
    rows = [_read(row, readers, notes, where, ()) for row in _rows(value, key)]
    alone = kind is Source and len(rows) == 1
    named = {row.get("id", ""): row for row in reversed(rows) if alone or "id" in row}
    return tuple(kind(**row) for row in reversed(named.values()) if kind is Source or "title" in row)


def _ids(value: object) -> tuple[str, ...]:
    """Return the texts of a list, in composed form, each once."""
    texts = [normalize("NFC", item) for item in value if isinstance(item, str)] if isinstance(value, list) else []
    return tuple(dict.fromkeys(texts))


def _said(row: Mapping[str, object]) -> str:
    say = row.get("say")
    return _RISKY.sub("\ufffd", say) if isinstance(say, str) and say.strip() else ""
