"""The JSON Schema of the map file, made from the table of fields, so that editors complete and check what is typed."""

from __future__ import annotations

from argmap.document.fields import COLOR, LANGUAGE, RECORDS
from argmap.model import KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

    from argmap.document.fields import Field

    Schema = dict[str, Any]

# An editor reads `title: 2024` as a number and `no` as a text; all are texts here.
_TEXT: Final[Schema] = {"type": ["string", "number", "boolean"], "minLength": 1}
# letters of all scripts have no name in every dialect of patterns: everything but spaces and ASCII signs is let through
_ID: Final = r"^[^\s!-/:-@\[-`{-~][^\s!-,/:-@\[-^`{-~]*$"


def schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a map file. It takes what the reader takes; it looks up no names."""
    records = {name: _record(rows) for name, rows in RECORDS.items() if name != "map"}
    link = records["link"]
    link["oneOf"] = [{"required": [kind]} for kind in KINDS]
    whole = _record(RECORDS["map"])
    whole["not"] = {"required": ["source", "sources"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argument map",
        "description": "A map file of argmap: claims, and links that support, attack or undercut.",
        **whole,
        "$defs": records,
    }


def _record(rows: tuple[Field, ...]) -> Schema:
    """Return the schema of one kind of record."""
    found: Schema = {
        "type": "object",
        "properties": {row.key: {"description": row.meaning, **_value(row)} for row in rows},
        "additionalProperties": False,
    }
    if required := [row.key for row in rows if row.required]:
        found["required"] = required
    return found


def _value(field: Field) -> Schema:
    """Return the schema of what a field of this kind may hold."""
    if field.kind == "choice":
        return {"enum": list(field.choices)}
    return _KINDS[field.kind]


def _several(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _by_id(value: Schema, **more: int) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": value, **more}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_KINDS: Final[dict[str, Schema]] = {
    "text": _TEXT,
    "texts": _several(_TEXT),
    "words": _several(_TEXT),
    "claim": _TEXT,
    "claims": _several(_TEXT),
    "link": _TEXT,
    "links": _several(_TEXT),
    "elements": _several(_TEXT),
    "group": _TEXT,
    "source": _TEXT,
    "id": _TEXT,
    "fraction": {"type": "number", "minimum": 0, "maximum": 1},
    "count": {"type": "integer", "minimum": 0},
    "flag": {"type": "boolean"},
    "places": _several({"anyOf": [{"type": "integer", "minimum": 1}, {"type": ["string", "boolean"], "minLength": 1}]}),
    "color": {"type": "string", "pattern": f"^{COLOR}$"},
    "language": {"type": "string", "pattern": f"^{LANGUAGE}$"},
    "one_source": _ref("source"),
    "many_sources": _by_id(_ref("source")),
    "groups": _by_id({"anyOf": [_TEXT, _ref("group")]}),
    "all_claims": _by_id({"anyOf": [_TEXT, _ref("claim")]}, minProperties=1),
    "all_links": {"type": "array", "items": _ref("link")},
    "expect": _ref("expectation"),
    "steps": {"type": "array", "items": _ref("step")},
}
