"""AIF, the Argument Interchange Format, in the JSON of AIFdb and of most tools of the field.

Claims are I-nodes; a link is an RA-node (support) or a CA-node (attack; onto an RA- or CA-node: undercut). What AIF has
no place for stands under the key `argmap` of a node, or of the file, which other programs pass over.

Read as well: ids that are numbers; files of OVA 2, whose nodes and edges have other keys; MA-nodes (rephrase), as
support under the scheme `rephrase`; EN-nodes (enthymemes), as implicit claims. Locutions tell who says a claim;
otherwise the dialogue (L, YA, TA) and preferences (PA) are left out. Fields as in Chesnevar et al. 2006,
https://doi.org/10.1017/S0269888906001044, and in files of aifdb.org.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from html import unescape
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from argmap.formats import extras
from argmap.formats.jsontext import dumps, parse, text_of
from argmap.formats.reading import CHANGED, GUESSED, LEFT_OUT, SYNTAX, TOLERATED, Reading, reading
from argmap.formats.schemes import Atom, Scheme, SchemeGraph, assemble

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeGuard

    from argmap.formats.notes import Notes, Path
    from argmap.model import ArgMap, Link
    from argmap.source import SourceText

DEFAULTS: Final = {"supports": "Default Inference", "attacks": "Default Conflict", "undercuts": "Default Conflict"}
NO_TIME: Final = "1970-01-01 00:00:00"  # AIF asks for a time; the clock is none of a map's business
_NAMELESS: Final = frozenset(
    {"", "RA", "CA", "MA", "Default", "Default Inference", "Default Conflict", "Default Rephrase", "Alternative"}
)
_DIALOGUE: Final = {"L": "locutions", "YA": "illocutions", "TA": "transitions"}
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_SPEAKER = re.compile(r"\s*([^:\n]{1,60}?)\s+:\s")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});")


def read(source: SourceText) -> Reading:
    """Return the map in an AIF file, and what was wrong, left out or guessed. O(n log n) for n nodes and edges."""
    value, notes = parse(source)
    if value is None:
        return reading(None, notes)
    if isinstance(value, dict) and isinstance(value.get("AIF"), dict):
        notes.add(TOLERATED, "this is xAIF, not plain AIF; its AIF part was read", ("AIF",))
        return read_document(value["AIF"], notes, ("AIF",))
    return read_document(value, notes, ())


def read_document(value: object, notes: Notes, base: Path, about: Mapping[str, Any] = _NOTHING) -> Reading:
    """Return the map in a value that AIF's JSON gave.

    `base` is where the value stands in the file, `about` holds what the file says of itself elsewhere.
    """
    if _is_ova2(value):
        value = _from_ova2(value, notes)
    graph = graph_of(value, notes, base)
    if graph is None or not isinstance(value, dict):
        return reading(None, notes)
    return assemble(graph, notes, {**about, **extras.map_fields(value.get(extras.KEY), notes, base)})


def _is_ova2(value: object) -> TypeGuard[dict[str, Any]]:
    nodes = value.get("nodes") if isinstance(value, dict) else None
    rows = [row for row in nodes if isinstance(row, dict)] if isinstance(nodes, list) else []
    return any("id" in row for row in rows) and not any("nodeID" in row for row in rows)


def _from_ova2(value: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """Return a file of OVA 2 in the words of AIF; the ends of its edges are nodes."""
    if value.get("analysis"):
        notes.add(LEFT_OUT, "the text that is analysed has no place in a map; it was left out", ("analysis",))
    edges = value.get("edges")
    return {
        **value,
        "nodes": [row | {"nodeID": row.get("id")} if isinstance(row, dict) else row for row in value["nodes"]],
        "edges": [_ova2_edge(row) for row in edges] if isinstance(edges, list) else edges,
    }


def _ova2_edge(row: object) -> object:
    if not isinstance(row, dict):
        return row
    ends = [end.get("id") if isinstance(end, dict) else end for end in (row.get("from"), row.get("to"))]
    return {"fromID": ends[0], "toID": ends[1], **row}


def graph_of(value: object, notes: Notes, base: Path) -> SchemeGraph | None:
    """Return what an AIF value holds as claims, steps and edges; None, and a note, if it is not AIF."""
    if not (isinstance(value, dict) and isinstance(value.get("nodes"), list)):
        notes.add(SYNTAX, "this is not AIF: there is no list called 'nodes'", base, "AIF has 'nodes' and 'edges'")
        return None
    graph = SchemeGraph()
    kinds: dict[str, str] = {}
    for index, node in enumerate(value["nodes"]):
        where = (*base, "nodes", index)
        if isinstance(node, dict) and (key := text_of(node.get("nodeID"))):
            if key in kinds:
                notes.add(LEFT_OUT, f"a second node has the id '{key}'; it was left out", where)
            else:
                kinds[key] = _node(graph, key, node, notes, where)
        else:
            notes.add(LEFT_OUT, "a node without an id was left out", where)
    _edges(graph, value.get("edges"), notes, base)
    for key in ("descriptorfulfillments", "cqdescriptorfulfillments"):
        if value.get(key):
            notes.add(LEFT_OUT, f"'{key}' has no place in a map; it was left out", (*base, key))
    if extras.KEY not in value:
        _unescape(graph, notes)
    _dialogue(graph, value, kinds, notes, base)
    return graph


def _node(graph: SchemeGraph, key: str, node: dict[str, Any], notes: Notes, where: Path) -> str:
    """Add one node to the graph and return its type."""
    kind = text_of(node.get("type")).upper()
    own = node.get(extras.KEY)
    if kind in {"I", "EN"}:
        fields = extras.claim_fields(own, notes, where)
        if kind == "EN":
            fields["implicit"] = True
        graph.atoms[key] = Atom(text_of(node.get("text")), where, extras.id_of(own), fields)
    elif kind in {"RA", "CA", "MA"}:
        fields = {"scheme": _scheme(node, kind), **extras.link_fields(own, notes, where)}
        if kind == "MA":
            notes.add(GUESSED, f"node '{key}' says that a claim rephrases another; read as support", where)
        graph.schemes[key] = Scheme("attacks" if kind == "CA" else "supports", where, extras.id_of(own), fields)
    else:
        graph.others.add(key)
        if kind == "PA":
            notes.add(LEFT_OUT, f"node '{key}' prefers one thing to another; a map has no preferences", where)
        elif kind not in _DIALOGUE:
            notes.add(
                LEFT_OUT, f"node '{key}' is of the type '{kind}', which AIF does not know; it was left out", where
            )
    return kind


def _scheme(node: dict[str, Any], kind: str) -> str:
    said = text_of(node.get("scheme"))
    name = said if said and not said.isdigit() else text_of(node.get("text"))  # OVA 2 has the number of the scheme
    if name in _NAMELESS:
        return "rephrase" if kind == "MA" else ""
    return extras.clean(name)


def _edges(graph: SchemeGraph, edges: object, notes: Notes, base: Path) -> None:
    if edges is not None and not isinstance(edges, list):
        notes.add(SYNTAX, "'edges' is not a list", (*base, "edges"))
        return
    for index, edge in enumerate(edges or ()):
        where = (*base, "edges", index)
        source, target = (edge.get("fromID"), edge.get("toID")) if isinstance(edge, dict) else ("", "")
        if not (type(source) is str is type(target)):  # nearly always they are, and this is the longest loop
            source, target = text_of(source), text_of(target)
        if source and target:
            graph.edges.append((source, target, where))
        else:
            notes.add(LEFT_OUT, "an edge without 'fromID' or 'toID' was left out", where)


def _unescape(graph: SchemeGraph, notes: Notes) -> None:
    for atom in graph.atoms.values():
        if "&" in atom.text and _ENTITY.search(atom.text):
            atom.text = unescape(atom.text)
            notes.add(CHANGED, "HTML entities in a text were read as the characters they mean", atom.where)


def _dialogue(graph: SchemeGraph, value: dict[str, Any], kinds: dict[str, str], notes: Notes, base: Path) -> None:
    """Keep who says what, and note what else of a dialogue was left out."""
    counts = Counter(kinds[key] for key in graph.others)
    told = [f"{word} ({kind}): {counts[kind]}" for kind, word in _DIALOGUE.items() if counts[kind]]
    if not told:
        return
    text = f"a map holds no dialogue; left out, but for who says a claim, were {', '.join(told)}"
    notes.add(LEFT_OUT, text, (*base, "nodes"))
    said: dict[str, str] = {}
    speakers = _speakers(value, kinds)
    for source, target, _ in graph.edges:
        if source in speakers and kinds.get(target) == "YA":
            said.setdefault(target, speakers[source])
    for source, target, _ in graph.edges:
        if source in said and target in graph.atoms:
            graph.atoms[target].fields.setdefault("by", said[source])


def _speakers(value: dict[str, Any], kinds: dict[str, str]) -> dict[str, str]:
    """Return who speaks each locution: by the list of participants, else what stands before its colon."""
    people = {
        text_of(row.get("participantID")): extras.clean(
            f"{text_of(row.get('firstname'))} {text_of(row.get('surname'))}"
        )
        for row in _rows(value, "participants")
    }
    found: dict[str, str] = {}
    for row in _rows(value, "locutions"):
        if name := people.get(text_of(row.get("personID"))):
            found[text_of(row.get("nodeID"))] = name
    for node in _rows(value, "nodes"):
        key = text_of(node.get("nodeID"))
        if kinds.get(key) == "L" and key not in found and (spoken := _SPEAKER.match(text_of(node.get("text")))):
            found[key] = extras.clean(spoken[1])
    return found


def _rows(value: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    rows = value.get(key)
    return (row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else iter(())


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the map as AIF, one node or edge a line."""
    yield from lines(argmap, "")


def lines(argmap: ArgMap, indent: str, *, time: bool = True) -> Iterator[str]:
    """Yield the AIF object; the first line has no indent, for it may follow a key."""
    yield "{"
    for key, rows in (("nodes", nodes(argmap, time=time)), ("edges", edges(argmap))):
        yield f'{indent} "{key}": ['
        yield from rows_of(rows, f"{indent}  ")
        yield f"{indent} ],"
    yield f'{indent} "locutions": [],'
    yield f'{indent} "{extras.KEY}": {dumps(extras.of_map(argmap))}'
    yield f"{indent}}}"


def rows_of(rows: Iterator[dict[str, Any]], indent: str) -> Iterator[str]:
    """Yield objects as the lines of a JSON list, all but the last one with a comma."""
    last = ""
    for row in rows:
        if last:
            yield f"{last},"
        last = indent + dumps(row)
    if last:
        yield last


def nodes(argmap: ArgMap, *, time: bool = True) -> Iterator[dict[str, Any]]:
    """Yield the nodes: claims in order, then links in order, numbered from 1; ids are texts, as AIFdb has them."""
    stamp = {"timestamp": timestamp(argmap.date)} if time else {}
    for number, claim in enumerate(argmap.claims, 1):
        own = extras.of_claim(claim)
        yield {"nodeID": str(number), "text": claim.text, "type": "I", **stamp, extras.KEY: own}
    for number, link in enumerate(argmap.links, len(argmap.claims) + 1):
        name = link.scheme or DEFAULTS[link.kind]
        kind = "RA" if link.kind == "supports" else "CA"
        fits = _scheme({"text": name}, kind) == link.scheme
        own = extras.of_link(link, {"scheme"} if fits else ())
        yield {"nodeID": str(number), "text": name, "type": kind, **stamp} | ({extras.KEY: own} if own else {})


def edges(argmap: ArgMap) -> Iterator[dict[str, Any]]:
    """Yield the edges: for each link those from its premises, then the one to its target."""
    number = numbers(argmap)
    count = 0
    for link in argmap.links:
        step = number["link", link.id]
        for source, target in (
            *((number["claim", name], step) for name in link.premises),
            (step, _target(link, number)),
        ):
            count += 1
            yield {"edgeID": str(count), "fromID": source, "toID": target, "formEdgeID": None}


def numbers(argmap: ArgMap) -> dict[tuple[str, str], str]:
    """Return the node id of each claim, and of each link."""
    names = [("claim", claim.id) for claim in argmap.claims] + [("link", link.id) for link in argmap.links]
    return {name: str(number) for number, name in enumerate(names, 1)}


def _target(link: Link, number: dict[tuple[str, str], str]) -> str:
    return number["link" if link.kind == "undercuts" else "claim", link.target]


def timestamp(day: str) -> str:
    """Return a day as AIF writes times; a fixed time if the map has no exact date.

    >>> timestamp("2024-03-01"), timestamp("spring")
    ('2024-03-01 00:00:00', '1970-01-01 00:00:00')
    """
    try:
        return f"{date.fromisoformat(day):%Y-%m-%d} 00:00:00"
    except ValueError:
        return NO_TIME
