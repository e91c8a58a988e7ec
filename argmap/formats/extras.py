"""What only argmap knows, written beside what a format knows, and read back with mistrust.

Formats that allow further keys get one more, `argmap`, on a node, a step and the file. It holds the fields that the
format has no place for, under the names of the map file. Other programs pass over it; text and structure are never in
it, so a file that was edited elsewhere still reads as what it shows.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final, cast

from argmap.formats.reading import LEFT_OUT
from argmap.model import ArgMap, Claim, Expect, Group, Link, Source, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from argmap.formats.notes import Notes, Path

KEY: Final = "argmap"
_RISKY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    r"""Return a text without what no map file may hold: control characters and halves of characters.

    >>> clean(" a\x00b\r\nc\ud800 ")
    'a\ufffdb\nc\ufffd'
    """
    return _RISKY.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


class _Unfit(Exception):  # noqa: N818 - not an error of the program: the value in the file is not what it should be
    """The value is not of the right shape."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _Unfit
    return _RISKY.sub("\ufffd", value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _Unfit
    return tuple(_text(item) for item in value)


def _places(value: object) -> tuple[int | str, ...]:
    if not isinstance(value, list):
        raise _Unfit
    return tuple(_whole(item) if isinstance(item, int) else _text(item) for item in value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Unfit
    return value


def _unit(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise _Unfit
    return float(value)


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
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
    "group": _text, "tags": _texts, "status": _one_of("given", "open", "rejected"), "credence": _unit,
    "implicit": _flag, "kind": _text, "quote": _texts, "at": _places, "source": _text, "by": _text, "note": _text,
    "url": _text, "allow": _texts,
}  # fmt: skip
_LINK: Final[_Readers] = {
    "scheme": _text, "cue": _text, "basis": _one_of("cue", "context", "analyst"), "strength": _unit, "note": _text,
    "quote": _texts, "at": _places, "source": _text, "allow": _texts,
}  # fmt: skip
_GROUP: Final[_Readers] = {"id": _text, "title": _text, "color": _text, "note": _text}
_SOURCE: Final[_Readers] = {
    "id": _text, "title": _text, "author": _text, "year": _text, "publisher": _text, "url": _text, "file": _text,
    "note": _text, "skip": _whole,
}  # fmt: skip
_MAP: Final[_Readers] = {
    "title": _text, "description": _text, "license": _text, "date": _text, "authors": _texts, "language": _text,
    "thesis": _texts,
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


def _read(value: object, readers: _Readers, notes: Notes, where: Path) -> dict[str, Any]:
    if not isinstance(value, dict):
        return {}
    found: dict[str, Any] = {}
    for key, item in value.items():
        if key in readers:
            try:
                found[key] = readers[key](item)
            except _Unfit:
                notes.add(LEFT_OUT, f"'{KEY}.{key}' does not hold what it should; it was left out", (*where, KEY, key))
        elif key not in _OTHERS:
            notes.add(LEFT_OUT, f"'{KEY}.{key}' is not known; it was left out", (*where, KEY, key))
    return found


_OTHERS: Final = frozenset({"id", "groups", "sources", "steps", "expect", "n", "same", "onto"})  # keys that have their own readers


def id_of(value: object) -> str:
    """Return the id in the `argmap` of a file, "" if there is none."""
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def map_fields(value: object, notes: Notes, where: Path = ()) -> dict[str, Any]:
    """Return what the `argmap` of a file says about the map as a whole, as arguments for ArgMap."""
    if not isinstance(value, dict):
        return {}
    found = _read(value, _MAP, notes, where)
    for key, readers, kind in (("groups", _GROUP, Group), ("sources", _SOURCE, Source)):
        rows = [_read(row, {**readers}, notes, where) | _own_id(row) for row in _rows(value, key)]
        found[key] = tuple(_made(kind, row) for row in rows if _complete(kind, row))
    found["steps"] = tuple(Step(show=_ids(row.get("show")), say=_said(row)) for row in _rows(value, "steps"))
    expect = value.get("expect")
    if isinstance(expect, dict):
        found["expect"] = Expect(**{word: _ids(expect.get(word)) for word in ("stands", "falls", "contested")})
    return found


def _rows(value: Mapping[str, object], key: str) -> list[dict[str, Any]]:
    rows = value.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _own_id(row: dict[str, Any]) -> dict[str, str]:
    return {"id": row["id"]} if isinstance(row.get("id"), str) else {}


def _complete(kind: type, row: dict[str, Any]) -> bool:
    return kind is Source or bool(row.get("id") and row.get("title"))


def _made(kind: Callable[..., Any], row: dict[str, Any]) -> Any:  # noqa: ANN401 - a Group or a Source
    return kind(**row)


def _ids(value: object) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _said(row: Mapping[str, object]) -> str:
    say = row.get("say")
    return _RISKY.sub("\ufffd", say) if isinstance(say, str) else ""
