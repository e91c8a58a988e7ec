"""SADFace: argument analyses as JSON of atoms and schemes, with metadata on everything.

A claim is an atom; a link is a scheme called `support` or `attack` (onto a scheme: undercut). All else stands in the
metadata under `argmap`. Ids are UUIDs made from our ids, as the format's validator asks for, and always the same.

Read as well: version 0.1 (the document's data at the top), and what the library of version 0.5 writes: the types
`inference` and `conflict`, the latter with its edges the wrong way round. Fields as in the examples of the project and
in what its library 0.5.4 accepts; that library refuses `title`, which other readers demand, and so it is written.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from argmap.formats import extras
from argmap.formats.aif import NO_TIME, rows_of, timestamp
from argmap.formats.jsontext import dumps, parse, text_of
from argmap.formats.reading import GUESSED, LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.schemes import Atom, Scheme, SchemeGraph, assemble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.notes import Notes, Path
    from argmap.model import ArgMap, Link
    from argmap.source import SourceText

AGAINST: Final = frozenset(
    {"attack", "attacks", "con", "conflict", "contradiction", "defeat", "disagree", "disagreement", "objection",
     "rebut", "rebuttal", "refutation", "undercut", "undercutter", "undermine"}
)  # fmt: skip
_DEFAULTS: Final = frozenset({"default support", "inference", "default inference", "default conflict"})
_PLAIN: Final = AGAINST | _DEFAULTS | {"", "pro", "support", "supports"}
_NOBODY: Final = frozenset({"", "A User", "Default Analyst", "Unknown"})
_TIMES: Final = ("created", "edited")


def read(source: SourceText) -> Reading:
    """Return the map in a SADFace file, and what was wrong, left out or guessed. O(n log n)."""
    value, notes = parse(source)
    if value is None:
        return reading(None, notes)
    graph = graph_of(value, notes)
    if graph is None:
        return reading(None, notes)
    return assemble(graph, notes, _about(value, notes))


def graph_of(value: object, notes: Notes) -> SchemeGraph | None:
    """Return what a SADFace value holds as claims, steps and edges; None, and a note, if it is not SADFace."""
    if not (isinstance(value, dict) and isinstance(value.get("nodes"), list)):
        notes.add(SYNTAX, "this is not SADFace: there is no list called 'nodes'", (), "SADFace has 'nodes' and 'edges'")
        return None
    if value["nodes"] and all(isinstance(node, dict) and isinstance(node.get("data"), dict) for node in value["nodes"]):
        value = _unwrapped(value)
    graph = SchemeGraph()
    backwards: set[str] = set()
    for index, node in enumerate(value["nodes"]):
        where: Path = ("nodes", index)
        key = text_of(node.get("id")) if isinstance(node, dict) else ""
        if not key or key in graph.atoms or key in graph.schemes or key in graph.others:
            notes.add(
                LEFT_OUT, f"a second node has the id '{key}'" if key else "a node without an id was left out", where
            )
        else:
            _node(graph, key, node, notes, where)
            if text_of(node.get("type")).lower() == "conflict":
                backwards.add(key)
    if not isinstance(value.get("edges", []), list):
        notes.add(SYNTAX, "'edges' is not a list", ("edges",))
        return None
    for index, edge in enumerate(value.get("edges", [])):
        _edge(graph, edge, backwards, notes, ("edges", index))
    _tell_the_rest(value, notes)
    if backwards:
        notes.add(
            GUESSED,
            "conflicts were read as the SADFace library writes them, from the target to the attacker",
            ("nodes",),
            "where they run the other way, exchange the ends of their edges",
        )
    return graph


def _tell_the_rest(value: dict[str, Any], notes: Notes) -> None:
    """Note what else the file holds: metadata of nodes, besides ours, and texts."""
    for index, node in enumerate(value["nodes"]):
        said = node.get("metadata") if isinstance(node, dict) else None
        if isinstance(said, dict) and any(said[key] for key in said.keys() - {extras.KEY}):
            what = "what the metadata of nodes say has no place in a map; it was left out"
            notes.add(LEFT_OUT, what, ("nodes", index, "metadata"))
            break
    if value.get("resources"):
        notes.add(LEFT_OUT, "the texts that are analysed have no place in a map; they were left out", ("resources",))


def _unwrapped(value: dict[str, Any]) -> dict[str, Any]:
    """Return a graph as MonkeyPuzzle saves it for Cytoscape, in the words of SADFace."""
    edges = value.get("edges", [])
    rows = [row.get("data") if isinstance(row, dict) else row for row in edges] if isinstance(edges, list) else edges
    return value | {
        "nodes": [
            data | {"text": data.get("content", data.get("text")), "name": data.get("name", data.get("content"))}
            for data in (node["data"] for node in value["nodes"])
        ],
        "edges": [
            {"source_id": row.get("source"), "target_id": row.get("target"), **row} if isinstance(row, dict) else row
            for row in rows
        ]
        if isinstance(rows, list)
        else rows,
    }


def _node(graph: SchemeGraph, key: str, node: dict[str, Any], notes: Notes, where: Path) -> None:
    kind = text_of(node.get("type")).lower()
    metadata = node.get("metadata")
    own = metadata.get(extras.KEY) if isinstance(metadata, dict) else None
    inside: Path = (*where, "metadata")
    if kind == "atom":
        fields = _quoted(node.get("sources")) | extras.claim_fields(own, notes, inside)
        graph.atoms[key] = Atom(text_of(node.get("text")), where, extras.id_of(own), fields)
    elif kind in {"scheme", "inference", "conflict"}:
        name = text_of(node.get("name"))
        plain = " ".join(name.lower().split())
        against = kind == "conflict" or plain in AGAINST or plain.endswith(" conflict")
        fields = {} if plain in _PLAIN else {"scheme": extras.clean(" ".join(name.split()))}
        fields |= extras.link_fields(own, notes, inside)
        graph.schemes[key] = Scheme("attacks" if against else "supports", where, extras.id_of(own), fields)
        if plain in {"rephrase", "preference"}:
            notes.add(GUESSED, f"the scheme '{name}' was read as support", where)
    else:
        graph.others.add(key)
        notes.add(LEFT_OUT, f"a node of the type '{kind}', which SADFace does not know, was left out", where)


def _quoted(sources: object) -> dict[str, Any]:
    """Return the passages of the text that an atom was made from."""
    rows = [row for row in sources if isinstance(row, dict)] if isinstance(sources, list) else []
    texts = tuple(text for row in rows if (text := extras.clean(text_of(row.get("text")))))
    return {"quote": texts} if texts else {}


def _edge(graph: SchemeGraph, edge: object, backwards: set[str], notes: Notes, where: Path) -> None:
    source = text_of(edge.get("source_id")) if isinstance(edge, dict) else ""
    target = text_of(edge.get("target_id")) if isinstance(edge, dict) else ""
    if not (source and target):
        notes.add(LEFT_OUT, "an edge without 'source_id' or 'target_id' was left out", where)
    elif source in backwards or target in backwards:
        graph.edges.append((target, source, where))
    else:
        graph.edges.append((source, target, where))


def _about(value: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """Return what the file says about itself: in `metadata.core`, or in version 0.1 at the top."""
    metadata = value.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    core = metadata.get("core")
    core = core if isinstance(core, dict) else value
    own = metadata.get(extras.KEY)
    said = [extras.clean(text_of(core.get(key))) for key in ("description", "notes")]
    found: dict[str, Any] = {
        "title": extras.clean(text_of(core.get("title"))),
        "description": "\n\n".join(text for text in said if text),
        "date": "" if (day := text_of(core.get("created"))[:10]) == NO_TIME[:10] else extras.clean(day),
    }
    analyst = extras.clean(text_of(core.get("analyst_name")))
    if analyst not in _NOBODY:
        found["authors"] = (analyst,)
    if not isinstance(own, dict):
        return found
    return {
        "title": found["title"],
        "description": found["description"],
        **extras.map_fields(own, notes, ("metadata",)),
    }


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the map as SADFace, one node or edge a line."""
    time = timestamp(argmap.date).replace(" ", "T")
    core = {
        "version": "0.2",
        "id": _uuid("map", argmap.title),
        "analyst_name": ", ".join(argmap.authors) or "Unknown",
        "analyst_email": "nobody@example.org",
        **dict.fromkeys(_TIMES, time),
        "title": argmap.title,
        "description": argmap.description,
        "notes": "",
    }
    own = extras.of_map(argmap, {"title", "description"})
    yield "{"
    yield f' "metadata": {dumps({"core": core, extras.KEY: own})},'
    yield ' "resources": [],'
    yield ' "nodes": ['
    yield from rows_of(_nodes(argmap), "  ")
    yield " ],"
    yield ' "edges": ['
    yield from rows_of(_edges(argmap), "  ")
    yield " ]"
    yield "}"


def _nodes(argmap: ArgMap) -> Iterator[dict[str, Any]]:
    for claim in argmap.claims:
        metadata = {"core": {}, extras.KEY: extras.of_claim(claim)}
        yield {"id": _uuid("claim", claim.id), "type": "atom", "text": claim.text, "sources": [], "metadata": metadata}
    for link in argmap.links:
        name = "support" if link.kind == "supports" else "attack"
        metadata = {"core": {}, extras.KEY: extras.of_link(link)}
        yield {"id": _uuid("link", link.id), "type": "scheme", "name": name, "metadata": metadata}


def _edges(argmap: ArgMap) -> Iterator[dict[str, Any]]:
    for link in argmap.links:
        step = _uuid("link", link.id)
        ends = [(_uuid("claim", premise), step) for premise in link.premises] + [(step, _target(link))]
        for source, target in ends:
            yield {"id": _uuid("edge", f"{source} {target}"), "source_id": source, "target_id": target}


def _target(link: Link) -> str:
    return _uuid("link" if link.kind == "undercuts" else "claim", link.target)


def _uuid(kind: str, name: str) -> str:
    """Return a UUID that depends on nothing but kind and name; of the form of version 4, as the format asks."""
    return str(UUID(bytes=sha256(f"argmap {kind} {name}".encode()).digest()[:16], version=4))
