"""What stands between two lines `---` at the beginning of a Markdown file: YAML that says what the file is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from argmap.formats import extras
from argmap.formats.reading import LEFT_OUT
from argmap.formats.yamltext import Yaml, items, pairs, text
from argmap.source import SourceText

if TYPE_CHECKING:
    from argmap.formats.notes import Notes

_ENDS: Final = frozenset({"---", "..."})
_FIELDS: Final = {
    "title": "title", "description": "description", "abstract": "description", "author": "authors",
    "authors": "authors", "date": "date", "lang": "language", "language": "language", "license": "license",
}  # fmt: skip


def front_matter(source: SourceText, notes: Notes) -> tuple[int, dict[str, Any]]:
    r"""Return how many lines the front matter takes, 0 if there is none, and the fields of a map that it says.

    >>> from argmap.formats.notes import Notes
    >>> front_matter(SourceText("---\ntitle: Rain\nauthor: [Ada, Bo]\n---\n- a\n"), Notes(""))
    (4, {'title': 'Rain', 'authors': ('Ada', 'Bo')})
    """
    lines = source.lines
    if not lines or lines[0].removeprefix("\ufeff").rstrip() != "---":
        return 0, {}
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in _ENDS), 0)
    yaml = Yaml(SourceText("\n".join(["", *lines[1:end]]), source.path))
    rows = list(pairs(yaml.root))
    if not rows:  # a line that parts things
        return 0, {}
    said: dict[str, Any] = {}
    for key, node in rows:
        field = _FIELDS.get(key.value.lower(), "")
        found = [clean for item in items(node) if (clean := extras.clean(text(item)))]
        if field == "authors":
            said[field] = [*said.get(field, ()), *found]
        elif field and len(found) == 1:
            said[field] = found[0]
        elif found or any(pairs(node)):
            what = f"'{key.value}' of the front matter has no place in a map; it was left out"
            notes.add(LEFT_OUT, what, yaml.where(key))
    return end + 1, {key: value for key, value in extras.map_fields(said, notes).items() if value}
