"""xAIF, the JSON of OVA and of AIF services: AIF, the text it was taken from, and where OVA draws each node.

Our file opens tidily: every node has a place. Who analysed, and the address of the text, are read from what OVA says of
itself. Read as well: `ova` in lower case, raw control characters within texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from argmap.formats import aif, extras
from argmap.formats.jsontext import parse, text_of
from argmap.formats.reading import LEFT_OUT, TOLERATED, Reading, reading
from argmap.model import Source
from argmap.order import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap
    from argmap.source import SourceText

_WIDE: Final = 260  # pixels from claim to claim
_HIGH: Final = 220  # pixels from row to row; a step stands halfway


def read(source: SourceText) -> Reading:
    """Return the map in an xAIF file, and what was wrong, left out or guessed. O(n log n)."""
    value, notes = parse(source)
    if value is None:
        return reading(None, notes)
    if isinstance(value, dict) and "AIF" in value:
        said = value.get("text")
        if said and said not in ({"txt": ""}, {}):
            notes.add(LEFT_OUT, "the text that is analysed has no place in a map; it was left out", ("text",))
        return aif.read_document(value["AIF"], notes, ("AIF",), _analyst(value))
    notes.add(TOLERATED, "there is no 'AIF' in it; read as plain AIF")
    return aif.read_document(value, notes, ())


def _analyst(value: dict[str, Any]) -> dict[str, Any]:
    """Return who made the analysis with OVA, and where the text came from."""
    found = value.get("OVA", value.get("ova"))
    said = found if isinstance(found, dict) else {}
    name = extras.clean(" ".join(filter(None, (text_of(said.get(key)).strip() for key in ("firstname", "surname")))))
    url = extras.clean(text_of(said.get("url")))
    return {"authors": (name,) if name else (), "sources": (Source(url=url),) if url else ()}


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the map as xAIF with a place for each node: the thesis on top, its reasons beneath, in reading order."""
    yield "{"
    rows = aif.lines(argmap, " ")
    yield f' "AIF": {next(rows)}'
    *inner, last = rows
    yield from inner
    yield f"{last},"
    yield ' "text": "",'
    yield ' "dialog": false,'
    yield ' "OVA": {'
    yield '  "firstname": "", "surname": "", "url": "",'
    yield '  "nodes": ['
    yield from aif.rows_of(_placed(argmap), "   ")
    yield "  ],"
    yield '  "edges": ['
    drawn = ({"fromID": edge["fromID"], "toID": edge["toID"], "visible": True} for edge in aif.edges(argmap))
    yield from aif.rows_of(drawn, "   ")
    yield "  ]"
    yield " }"
    yield "}"


def _placed(argmap: ArgMap) -> Iterator[dict[str, Any]]:
    spots = spots_of(argmap)
    for (_, name), number in aif.numbers(argmap).items():
        x, y = spots[name]
        yield {"nodeID": number, "visible": True, "x": x, "y": y, "timestamp": ""}


def spots_of(argmap: ArgMap) -> dict[str, tuple[int, int]]:
    """Return a place for each claim and link: claims by depth and order, each above its reasons, links in between."""
    tree = outline(argmap)
    spots: dict[str, tuple[int, int]] = {}
    column = 0
    for name in reversed(tuple(tree)):  # children before parents; the columns are turned round below
        below = [spots[child][0] for child in tree.children[name]]
        if below:
            x = (min(below) + max(below)) // 2
        else:
            x, column = -column * _WIDE, column + 1
        spots[name] = (x, tree.depths[name] * _HIGH)
    left = min((x for x, _ in spots.values()), default=0)
    spots = {name: (x - left, y) for name, (x, y) in spots.items()}
    for link in argmap.links:
        hit = spots.get(argmap.target_claim(link), (0, 0))
        first = spots[link.premises[0]]
        spots.setdefault(link.id, ((hit[0] + first[0]) // 2, (hit[1] + first[1]) // 2 + (hit == first) * _HIGH // 2))
    return spots
