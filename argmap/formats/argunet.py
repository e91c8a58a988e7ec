"""Argunet's GraphML: arguments and theses in groups, with supports and attacks, sketched or through propositions.

Each argument or thesis is a claim. Its text is its content, else its title; the premises and conclusions that were
written out for an argument go into its note, for Argunet draws its arrows between arguments, not between propositions.
A colour that somebody gave a name is a tag.
https://github.com/argunet
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from argmap.formats.extras import clean
from argmap.formats.graphmltext import read_graph, tell_nesting
from argmap.formats.ids import Ids
from argmap.formats.links import Draft
from argmap.formats.reading import DANGLING, GUESSED, LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.schemes import Atom, finish
from argmap.model import Group

if TYPE_CHECKING:
    from argmap.formats.graphmltext import GraphEdge, GraphML, GraphNode
    from argmap.formats.notes import Notes
    from argmap.formats.xmltext import Element
    from argmap.model import Kind
    from argmap.source import SourceText

_UNNAMED = re.compile(r"Family \d+\Z|To add, enter a name!?\Z")  # what Argunet calls colours by itself
_KINDS: Final[dict[str, Kind]] = {
    "support": "supports", "sketchedsupport": "supports", "attack": "attacks", "sketchedattack": "attacks",
}  # fmt: skip


def read(source: SourceText) -> Reading:
    """Return the map in an Argunet file, and what was wrong, left out or guessed. O(n log n)."""
    graph, notes = read_graph(source)
    if graph is None:
        return reading(None, notes)
    if not any("arg.node" in node.data for node in graph.nodes.values()):
        notes.add(SYNTAX, "this is not Argunet's GraphML: no node has 'arg.node' data")
        return reading(None, notes)
    groups = _groups(graph)
    families = _families(graph)
    tell_nesting(graph, groups, notes)
    atoms: dict[str, Atom] = {}
    for name, node in graph.nodes.items():
        thing = _thing(node)
        if thing is None:
            notes.add(LEFT_OUT, "a node that is no argument, thesis or group was left out", node.element.where)
        elif thing.tag != "group":
            family = families.get(thing.get("colorIndex"), "")
            atoms[name] = _claim(thing, groups[node.inside].id if node.inside in groups else "", family)
    if any(atom.fields.get("note", "").startswith("(1)") for atom in atoms.values()):
        notes.add(GUESSED, "premises and conclusions that are written out were put into the notes of their arguments")
    drafts = [draft for edge in graph.edges if (draft := _link(edge, atoms, notes))]
    return finish(atoms, drafts, notes, {"groups": tuple(groups.values()), **_about(graph)})


def _thing(node: GraphNode) -> Element | None:
    data = node.data.get("arg.node")
    return next((row for row in data.children if row.tag in {"argument", "thesis", "group"}), None) if data else None


def _said(element: Element | None, *tags: str) -> str:
    for tag in tags:
        child = element.child(tag) if element else None
        if child and (text := clean(" ".join(child.text.split()))):
            return text
    return ""


def _groups(graph: GraphML) -> dict[str, Group]:
    ids, found = Ids(), dict[str, Group]()
    for name, node in graph.nodes.items():
        thing = _thing(node)
        if thing and thing.tag == "group":
            title = _said(thing, "title") or "Group"
            color = thing.get("color")
            found[name] = Group(id=ids.of(title, "group"), title=title, color=color if color.startswith("#") else "")
    return found


def _families(graph: GraphML) -> dict[str, str]:
    """Return the colours that somebody gave a name, by their numbers."""
    rows = [row for data in graph.data.values() for row in data.all("color")]
    names = {row.get("colorIndex"): clean(" ".join(row.get("description").split())) for row in rows}
    return {number: name for number, name in names.items() if name and not _UNNAMED.match(name)}


def _claim(thing: Element, group: str, family: str) -> Atom:
    title, content = _said(thing, "title"), _said(thing, "content", "description")
    fields: dict[str, Any] = {"kind": thing.tag, "group": group} | ({"tags": (family,)} if family else {})
    rows = [row for row in thing.children if row.tag == "proposition"]
    lines = [f"({number}) {_said(row, 'content')} [{row.get('type')}]" for number, row in enumerate(rows, 1)]
    named = bool(title) and title.lower() != "untitled"
    if content and named and title != content:
        lines.append(f"Title: {title}")
    if lines:
        fields["note"] = clean("\n".join(lines))
    return Atom(content or (title if named else ""), thing.where, "", fields)


def _link(edge: GraphEdge, atoms: dict[str, Atom], notes: Notes) -> Draft | None:
    data = edge.data.get("arg.edge")
    row = data.child("edge") if data else None
    kind = _KINDS.get(row.get("type").lower()) if row else None
    where = edge.element.where
    if kind is None:
        notes.add(LEFT_OUT, "an edge that neither supports nor attacks was left out", where)
    elif edge.source not in atoms or edge.target not in atoms:
        notes.add(DANGLING, "an edge leads from or to no argument; it was left out", where)
    else:
        basis = {"note": "sketched"} if row and row.get("type").lower().startswith("sketched") else {}
        return Draft(
            edge.element.get("id") + edge.source + edge.target, kind, (edge.source,), edge.target, "", basis, where
        )
    return None


def _about(graph: GraphML) -> dict[str, Any]:
    data = graph.data.get("arg.debate")
    map_ = data.child("map") if data else None
    debate = map_.child("debate") if map_ else None
    title, whole = _said(map_, "mapTitle"), _said(debate, "title")
    language = _said(debate, "language").split(" ")[0].lower()
    about = {"title": whole or title, "description": _said(map_, "mapDescription")}
    if whole and title and title != whole:
        about["description"] = f"{title}\n{about['description']}".strip()
    return about | (
        {"language": language} if language.isascii() and language.isalpha() and len(language) in {2, 3} else {}
    )
