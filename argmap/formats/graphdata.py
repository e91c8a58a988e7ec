"""What GraphML, GEXF and node-link JSON have in common: the nodes, edges and values of the map's argument view.

The values are those of `argmap.graph`, plain and one a key, for other programs. What they cannot say exactly (the order
of authors, a tag that holds a bar, the steps) stands as JSON under one more key, `argmap`, only where there is any. So
what another program changed in the plain values is what is read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from argmap.formats import extras
from argmap.formats.jsontext import dumps, text_of
from argmap.formats.reading import GUESSED, LEFT_OUT
from argmap.formats.schemes import Atom, Scheme, SchemeGraph, assemble
from argmap.graph import JOINT, to_networkx
from argmap.model import BASES, KINDS, Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.formats.notes import Notes, Where
    from argmap.formats.reading import Reading
    from argmap.model import ArgMap, Claim, Link

Value = str | int | float | bool
Values = dict[str, Value]

_CLAIM_TEXTS: Final = {
    "group": "group", "by": "by", "note": "note", "url": "url", "kind": "claim_kind", "source": "source_id",
}  # fmt: skip
_LINK_TEXTS: Final = {"scheme": "scheme", "cue": "cue", "note": "note", "source": "source_id"}
_SAYING: Final = ("kind", "relation", "relationType", "type", "polarity", "stance", "label", "name", "key")
_FOR: Final = ("supports", "support", "supporting", "pro", "for", "entails", "+")
_AGAINST: Final = (
    "attacks", "attack", "attacking", "con", "contra", "against", "conflict", "objection", "contradicts", "rebuts",
    "rebuttal", "refutes", "opposes", "opposing", "-",
)  # fmt: skip
_WORDS: Final = dict.fromkeys(_FOR, "supports") | dict.fromkeys(_AGAINST, "attacks")
_NUMBERED = re.compile(r"(?:n|node|v)?[-_]?\d+(?:\.0)?\Z", re.IGNORECASE)  # ids that programs give
_KNOWN: Final = frozenset(
    {"id", "text", "source", "target", "tags", "quote", "at", "implicit", "status", "credence", "basis", "strength",
     "link", "named", "undercut", "number", "x", "y", "z", "fx", "fy", "vx", "vy", "index", "size", "width", "height",
     "color", "r", "g", "b", "shape", "nodegraphics", "edgegraphics", extras.KEY,
     *_CLAIM_TEXTS.values(), *_LINK_TEXTS.values(), *_SAYING}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GraphData:
    """A map to be written: values of the whole, of each node by its id; edges with their role. In file order."""

    about: Values
    nodes: dict[str, Values]
    edges: tuple[tuple[str, str, str], ...]


def graph_data(argmap: ArgMap) -> GraphData:
    """Return the nodes and edges of a map. O(size).

    >>> from argmap.model import ArgMap, Claim
    >>> wet = Claim(id="wet", text="It is wet.", allow=("AM201",))
    >>> graph_data(ArgMap(title="", claims=(wet,))).nodes["wet"]["argmap"]
    '{"allow": ["AM201"]}'
    """
    graph = to_networkx(argmap)
    nodes: dict[str, Values] = {name: dict(values) for name, values in graph.nodes.items()}
    for claim in argmap.claims:
        _add_own(nodes[claim.id], _own_of_claim(claim, nodes[claim.id]))
    for link in argmap.links:
        _add_own(nodes[link.id], _own_of_link(link, nodes[link.id]))
    about: Values = dict(graph.graph)
    _add_own(about, extras.of_map(argmap, ("title", "language")))
    return GraphData(about, nodes, tuple(edge for link in argmap.links for edge in _edges_of(link)))


def as_text(value: Value) -> str:
    """Return a value as XML has it.

    >>> as_text(True), as_text(0.5)
    ('true', '0.5')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)


def _edges_of(link: Link) -> Iterator[tuple[str, str, str]]:
    """Yield the edges of a link in the order of its premises, which that of a graph does not keep."""
    for premise in dict.fromkeys(link.premises):
        yield premise, link.id, "premise"
    yield link.id, link.target, "target"


def _add_own(values: Values, own: dict[str, Any]) -> None:
    if own:
        values[extras.KEY] = dumps(own)


def _own_of_claim(claim: Claim, values: Values) -> dict[str, Any]:
    """Return the fields of a claim that its plain values do not say."""
    own = extras.of_claim(claim, _said(_claim_fields(values), claim))
    return {name: value for name, value in own.items() if name != "id"}


def _own_of_link(link: Link, values: Values) -> dict[str, Any]:
    own = extras.of_link(link, _said(_link_fields(values), link))
    return {name: value for name, value in own.items() if name != "id"}


def _said(plain: Mapping[str, object], thing: Claim | Link) -> set[str]:
    """Return the fields that plain values say as they are."""
    return {name for name, value in plain.items() if value == _listed(getattr(thing, name))}


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


@dataclass(slots=True)
class Found:
    """What a reader found: values by key, as text or as JSON has them, and where each node and edge stands."""

    about: Mapping[str, object] = field(default_factory=dict)
    nodes: dict[str, tuple[Mapping[str, object], Where]] = field(default_factory=dict)
    edges: list[tuple[str, str, Mapping[str, object], Where]] = field(default_factory=list)


def assemble_found(found: Found, notes: Notes) -> Reading:
    """Return the map that was found. O(n log n).

    A node whose `kind` is that of a link is a step, any other a claim. An edge from claim to claim with such a `kind`
    (the claims view) is a link too; so is one of another program, whose `relation`, `type`, `label` ... says as much.
    """
    graph = SchemeGraph()
    for name, (values, where) in found.nodes.items():
        path = where if isinstance(where, tuple) else ()
        own = _own(values, notes, where)
        kind = text_of(values.get("kind"))
        if kind in KINDS:
            id_ = name if _is_true(values.get("named")) else ""
            fields = extras.link_fields(_link_fields(values) | own, notes, path)
            graph.schemes[name] = Scheme("supports" if kind == "supports" else "attacks", where, id_, fields)
        else:
            text = text_of(values.get("text")) or text_of(values.get("label")) or name
            fields = extras.claim_fields(_claim_fields(values) | own, notes, path)
            wish = "" if "kind" not in values and text != name and _NUMBERED.match(name) else name
            graph.atoms[name] = Atom(text, where, wish, fields)
    for number, edge in enumerate(found.edges):
        _edge(graph, edge, number, notes)
    _tell_the_rest(found, notes)
    return assemble(graph, notes, _about(found, graph, notes))


def _edge(graph: SchemeGraph, edge: tuple[str, str, Mapping[str, object], Where], number: int, notes: Notes) -> None:
    """Add an edge; one that is a link of the claims view becomes a step, once for all its premises."""
    source, target, values, where = edge
    kind, label = relation(values), extras.clean(text_of(values.get("label")))
    between = source in graph.atoms and target in graph.atoms
    if between and not kind and label:
        notes.add(GUESSED, f"an edge with the label '{label}' was read as support", where)
        kind, values = "supports", {"note": label}
    if not between or kind not in KINDS:
        graph.edges.append((source, target, where))
        return
    link = text_of(values.get("link")) or f"edge {number}"
    if link not in graph.schemes:
        name = link if _is_true(values.get("named")) else ""
        step = Scheme("supports" if kind == "supports" else "attacks", where, name, _link_fields(values))
        graph.schemes[link] = step
        hit = text_of(values.get("undercut")) if kind == "undercuts" else ""
        graph.edges.append((link, hit or target, where))
    graph.edges.append((source, link, where))


def _tell_the_rest(found: Found, notes: Notes) -> None:
    """Note, once for each, the values of nodes and edges of other programs that a map has no place for."""
    edges = [(values, where) for _, _, values, where in found.edges]
    for what, rows in (("nodes", list(found.nodes.values())), ("edges", edges)):
        told: set[str] = set()
        for values, where in rows:
            if "kind" not in values and "role" not in values:
                fresh = [key for key, value in values.items() if key not in _KNOWN and key not in told and value]
                told.update(fresh)
                for key in fresh:
                    notes.add(LEFT_OUT, f"'{key}' of {what} has no place in a map; it was left out", where)


def relation(values: Mapping[str, object]) -> str:
    """Return the kind of link that the values of an edge speak of, "" if they speak of none.

    >>> relation({"type": "directed", "label": "Attack"}), relation({"kind": "undercuts"}), relation({"weight": "-"})
    ('attacks', 'undercuts', '')
    """
    if (kind := text_of(values.get("kind"))) in KINDS:
        return kind
    words = (text_of(values.get(key)).strip().lower() for key in _SAYING)
    return next((_WORDS[word] for word in words if word in _WORDS), "")


def _about(found: Found, graph: SchemeGraph, notes: Notes) -> dict[str, Any]:
    plain = {key: text for key in ("title", "language") if (text := extras.clean(text_of(found.about.get(key))))}
    about = extras.map_fields(plain | _own(found.about, notes, ()), notes)
    known = {group.id for group in about.get("groups", ())}
    used = dict.fromkeys(atom.fields.get("group", "") for atom in graph.atoms.values())
    fresh = [Group(id=name, title=name) for name in used if name and name not in known]
    return about | {"groups": (*about.get("groups", ()), *fresh)}


def _own(values: Mapping[str, object], notes: Notes, where: Where) -> dict[str, Any]:
    """Return what stands under the key `argmap`."""
    text = text_of(values.get(extras.KEY))
    try:
        own = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        own = None
    if not isinstance(own, dict):
        notes.add(LEFT_OUT, f"'{extras.KEY}' does not hold what it should; it was left out", where)
        return {}
    return own


def _claim_fields(values: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields that the plain values of a claim say, as `extras.claim_fields` reads them."""
    found = _texts(values, _CLAIM_TEXTS) | _lists(values, ("tags", "quote")) | _places(values)
    if _is_true(values.get("implicit")):
        found["implicit"] = True
    if text_of(values.get("status")) == "rejected":  # the other two are what holds, not what was declared
        found["status"] = "rejected"
    return found | _fraction(values, "credence")


def _link_fields(values: Mapping[str, object]) -> dict[str, Any]:
    found = _texts(values, _LINK_TEXTS) | _lists(values, ("quote",)) | _places(values)
    if (basis := text_of(values.get("basis"))) in BASES:
        found["basis"] = basis
    return found | _fraction(values, "strength")


def _texts(values: Mapping[str, object], names: Mapping[str, str]) -> dict[str, Any]:
    return {name: text for name, key in names.items() if (text := extras.clean(text_of(values.get(key))))}


def _lists(values: Mapping[str, object], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: text.split(JOINT) for name in names if (text := extras.clean(text_of(values.get(name))))}


def _places(values: Mapping[str, object]) -> dict[str, Any]:
    rows = _lists(values, ("at",)).get("at", [])
    places = [int(row) if row.isascii() and row.isdigit() and len(row) < _LONG else row for row in rows]
    return {"at": places} if places else {}


_LONG: Final = 10  # digits: a longer number is no paragraph


def _is_true(value: object) -> bool:
    return value is True or text_of(value).lower() in {"true", "1"}


def _fraction(values: Mapping[str, object], name: str) -> dict[str, float]:
    number = extras.fraction(text_of(values.get(name)))
    return {} if number is None else {name: number}
