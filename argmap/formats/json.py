"""argmap's own model as JSON: the keys, the rules and the schema of the map file, for JSON is YAML.

`argmap schema` prints the schema. The reader is that of the map file; JSON's own mistakes are told in JSON's terms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from argmap import document
from argmap.document.fields import TABLES
from argmap.formats.jsontext import dumps, parse
from argmap.formats.reading import Reading, reading
from argmap.model import Expect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model import ArgMap, Source
    from argmap.source import SourceText

_SPECIAL: Final = frozenset({"source", "sources", "groups", "claims", "links", "expect", "steps"})
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_OUTSIDE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|\t', re.DOTALL)


def read(source: SourceText) -> Reading:
    """Return the map in a JSON text, and every mistake in it, as for a map file. O(size)."""
    value, notes = parse(source)
    if value is None and notes.diagnostics():
        return reading(None, notes)
    found = document.parse(as_yaml(source.text), source.path)
    return Reading(found.argmap, found.problems)


def as_yaml(text: str) -> str:
    r"""Return a JSON text with what YAML does not know written otherwise: pairs of surrogates, tabs between values.

    >>> print(as_yaml('{\t"\\ud83d\\ude00": 1}'))
    { "😀": 1}
    """

    def character(found: re.Match[str]) -> str:
        high, low = int(found[2], 16) - 0xD800, int(found[3], 16) - 0xDC00
        return found[1] + chr(0x10000 + (high << 10) + low)

    if "\t" in text:
        text = _OUTSIDE.sub(lambda found: " " if found[0] == "\t" else found[0], text)
    return _PAIR.sub(character, text) if "\\u" in text else text


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the map as JSON, one claim, link, group or step a line."""
    rows = [f" {dumps(key)}: {text}" for key, text in _entries(argmap)]
    yield "{"
    for row in rows[:-1]:
        yield from f"{row},".split("\n")
    yield from rows[-1].split("\n")
    yield "}"


def _entries(argmap: ArgMap) -> Iterator[tuple[str, str]]:
    """Yield each key of the map with its value as JSON."""
    for key, value in value_of(argmap).items():
        if key in {"groups", "sources", "claims"} and value:
            yield key, "{\n" + ",\n".join(f"  {dumps(name)}: {dumps(row)}" for name, row in value.items()) + "\n }"
        elif key in {"links", "steps"} and value:
            yield key, "[\n" + ",\n".join(f"  {dumps(row)}" for row in value) + "\n ]"
        else:
            yield key, dumps(value)


def value_of(argmap: ArgMap) -> dict[str, Any]:
    """Return the map as plain values under the keys of the map file; what is not set is left out.

    >>> from argmap.model import ArgMap, Claim
    >>> value_of(ArgMap(title="Rain", claims=(Claim(id="wet", text="It is wet."),)))
    {'title': 'Rain', 'claims': {'wet': 'It is wet.'}}
    """
    found: dict[str, Any] = {"title": argmap.title}
    for key in TABLES["map"]:
        if key not in _SPECIAL and (value := getattr(argmap, key)) and (key, value) != ("language", "en"):
            found[key] = _plain(value)
    found |= _sources(argmap.sources)
    if argmap.groups:
        found["groups"] = {group.id: _short(_record(group, "group"), "title") for group in argmap.groups}
    found["claims"] = {claim.id: _short(_record(claim, "claim"), "text") for claim in argmap.claims}
    if argmap.links:
        found["links"] = [
            ({"id": link.id} if link.named else {})
            | {"from": _plain(link.premises), link.kind: link.target}
            | {key: value for key, value in _record(link, "link").items() if key not in {"id", "from"}}
            for link in argmap.links
        ]
    if argmap.expect != Expect():
        found["expect"] = _record(argmap.expect, "expectation")
    if argmap.steps:
        found["steps"] = [{"show": [], **_record(step, "step")} for step in argmap.steps]
    return found


def _sources(sources: tuple[Source, ...]) -> dict[str, Any]:
    if len(sources) == 1 and not sources[0].id:
        return {"source": _record(sources[0], "source")}
    return {"sources": {source.id: _record(source, "source") for source in sources}} if sources else {}


def _record(thing: object, table: str) -> dict[str, Any]:
    """Return the fields of a thing that are set, by the keys of the map file, in the order of its table."""
    rows = ((row.key, getattr(thing, row.attribute)) for row in TABLES[table].values() if row.attribute)
    return {key: _plain(value) for key, value in rows if _is_set(key, value)}


def _is_set(key: str, value: object) -> bool:
    """Return whether a value is other than what its absence means; a credence of 0 is."""
    return value not in ("", (), None) and value is not False and (key, value) != ("skip", 0)


def _plain(value: Any) -> Any:  # noqa: ANN401 - the values of the fields
    """Return a tuple as a list, or as its only item if that reads the same."""
    if not isinstance(value, tuple):
        return value
    return value[0] if len(value) == 1 else list(value)


def _short(record: Mapping[str, Any], main: str) -> Any:  # noqa: ANN401 - a text or a record
    """Return a record that says one thing only as that."""
    return record[main] if record.keys() == {main} else dict(record)
