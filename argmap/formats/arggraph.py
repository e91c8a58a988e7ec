"""arggraph XML, the format of the arg-microtexts corpora: segments (EDU), units (ADU) and typed edges between them.

A claim is an ADU with one EDU that holds its text. A link is an edge from its first premise: `sup`, `reb`, or, onto an
edge, `und`; each further premise is an `add` edge onto that edge. Ids are ours; those that other files number (`a1`,
`c1`) are not kept, since they say nothing. What the format has no place for stands in a processing instruction,
`<?argmap ...?>`, which XML has for that, and which other programs pass over.

Read as well: several EDUs for one ADU, joints, `exa` (support by example).
Peldszus & Stede 2016, "An annotated corpus of argumentative microtexts", and its DTD.
"""

from __future__ import annotations

import json
import re
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from argmap import limits
from argmap.formats import extras
from argmap.formats.jsontext import dumps
from argmap.formats.reading import DANGLING, GUESSED, LEFT_OUT, SYNTAX, TOO_LARGE, Reading, reading
from argmap.formats.schemes import Atom, Scheme, SchemeGraph, assemble
from argmap.formats.xmltext import parse
from argmap.order import outline
from argmap.xmlquote import content, quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.notes import Notes
    from argmap.formats.xmltext import Element
    from argmap.model import ArgMap, Link
    from argmap.source import SourceText

TYPES: Final = {"supports": "sup", "attacks": "reb", "undercuts": "und"}
_NUMBERED = re.compile(r"(?:own\.)*[ac]\d+\Z")  # ids that programs give; ours of that look are written with `own.`
_FOR: Final = frozenset({"sup", "exa"})
_AGAINST: Final = frozenset({"reb", "und"})


def read(source: SourceText) -> Reading:
    """Return the map in an arggraph file, and what was wrong, left out or guessed. O(n log n)."""
    root, notes = parse(source)
    if root is None:
        return reading(None, notes)
    if root.tag != "arggraph":
        notes.add(SYNTAX, f"this is not arggraph: its root is <{root.tag}>, not <arggraph>", root.where)
        return reading(None, notes)
    if root.get("stance"):
        notes.add(LEFT_OUT, f"the stance of the text, '{root.get('stance')}', has no place in a map", root.where)
    own = _own_data(root)
    about = {**extras.map_fields(own, notes), "title": extras.clean(root.get("topic_id"))}
    return assemble(graph_of(root, notes, own), notes, about)


def _own_data(root: Element) -> dict[str, Any]:
    """Return what our own processing instruction holds."""
    try:
        value = json.loads(root.instructions.get(extras.KEY, ""))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def graph_of(root: Element, notes: Notes, own: dict[str, Any]) -> SchemeGraph:
    """Return what an arggraph holds as claims, steps and edges; `own` is what only argmap knows of them."""
    graph = SchemeGraph()
    edges = _unique(root.all("edge"), notes)
    segments = _segments(root, edges, notes)
    for key, unit in _unique(root.all("adu"), notes).items():
        edus = segments.get(key, [])
        text = " ".join(text for edu in edus if (text := edu.text.strip()))
        fields: dict[str, Any] = (
            {"implicit": True} if edus and all(edu.get("implicit") == "true" for edu in edus) else {}
        )
        fields |= extras.claim_fields(_of(own, "claims", key), notes, ())
        graph.atoms[key] = Atom(text, unit.where, _own(key), fields)
    for key, edge in edges.items():
        kind = edge.get("type")
        if kind in _FOR | _AGAINST:
            scheme = Scheme("supports" if kind in _FOR else "attacks", edge.where, _own(key))
            graph.schemes[key] = scheme
            if kind == "exa":
                scheme.fields["scheme"] = "example"
            scheme.fields.update(extras.link_fields(_of(own, "links", key), notes, ()))
    homes = _homes(edges)
    for key, edge in sorted(edges.items(), key=lambda row: row[1].get("type") == "add"):  # its source comes first
        target = homes.get(edge.get("trg"), edge.get("trg"))
        if target != edge.get("trg") and edge.get("type") in _FOR | _AGAINST:
            what = f"edge '{key}' bears on '{edge.get('trg')}', which adds a premise; read as bearing on the whole step"
            notes.add(GUESSED, what, edge.where)
        _connect(graph, key, edge, target, notes)
    _sort(graph, own.get("order"))
    return graph


def _of(own: dict[str, Any], kind: str, key: str) -> object:
    rows = own.get(kind)
    return rows.get(key) if isinstance(rows, dict) else None


def _sort(graph: SchemeGraph, order: object) -> None:
    """Put the steps into the order of our map, where the order of the file had to be another one."""
    if isinstance(order, list):
        rank = {name: place for place, name in enumerate(order) if isinstance(name, str)}
        keys = sorted(graph.schemes, key=lambda key: rank.get(key, len(rank)))
        graph.schemes = {key: graph.schemes[key] for key in keys}


def _unique(elements: Iterator[Element], notes: Notes) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for element in elements:
        key = element.get("id")
        if key and key not in found:
            found[key] = element
        else:
            what = f"a second <{element.tag}> has the id '{key}'" if key else f"an <{element.tag}> without an id"
            notes.add(LEFT_OUT, f"{what}; it was left out", element.where)
    return found


def _own(key: str) -> str:
    """Return the id that a key stands for, "" if it is a mere number.

    >>> _own("a1"), _own("own.a1"), _own("turnout")
    ('', 'a1', 'turnout')
    """
    if not _NUMBERED.match(key):
        return key
    return key.removeprefix("own.") if key.startswith("own.") else ""


def _segments(root: Element, edges: dict[str, Element], notes: Notes) -> dict[str, list[Element]]:
    """Return the EDUs of each ADU in the order of the text, by way of joints too."""
    below: dict[str, list[str]] = {}
    for edge in edges.values():
        if edge.get("type") == "seg":
            below.setdefault(edge.get("trg"), []).append(edge.get("src"))
    edus = _unique(root.all("edu"), notes)
    place = {key: number for number, key in enumerate(edus)}
    found: dict[str, list[Element]] = {}
    used: set[str] = set()
    walked = 0
    for unit in root.all("adu"):
        queue = list(dict.fromkeys(below.get(unit.get("id"), ())))
        reached = set(queue)
        for part in queue:  # the list grows while it is read
            fresh = [key for key in below.get(part, ()) if key not in reached]
            reached.update(fresh)
            queue += dict.fromkeys(fresh)
        walked += len(queue)
        if walked > limits.MAX_PREMISES:
            notes.add(TOO_LARGE, f"its units come to more than {limits.MAX_PREMISES:,} segments and joints", unit.where)
            return found
        parts = sorted((key for key in reached if key in place), key=place.__getitem__)
        found[unit.get("id")] = [edus[key] for key in parts]
        used.update(parts)
    for key, edu in edus.items():
        if key not in used:
            notes.add(LEFT_OUT, f"the segment '{key}' belongs to no unit; it was left out", edu.where)
    return found


def _homes(edges: dict[str, Element]) -> dict[str, str]:
    """Return for each edge that adds a premise what it leads to in the end, by way of other such edges. O(edges)."""
    added = {key: edge.get("trg") for key, edge in edges.items() if edge.get("type") == "add"}
    homes: dict[str, str] = {}
    for start in added:
        way: dict[str, None] = {}
        end = start
        while end in added and end not in homes and end not in way:
            way[end] = None
            end = added[end]
        homes |= dict.fromkeys(way, homes.get(end, end))
    return homes


def _connect(graph: SchemeGraph, key: str, edge: Element, target: str, notes: Notes) -> None:
    """Turn one edge into edges of the graph: premise to step, step to target."""
    source, kind = edge.get("src"), edge.get("type")
    if kind == "seg":
        return
    if kind == "add":
        if target in graph.schemes and source in graph.atoms:
            graph.edges.append((source, target, edge.where))
        else:
            notes.add(DANGLING, f"edge '{key}' adds a premise to nothing; it was left out", edge.where)
    elif key not in graph.schemes:
        notes.add(LEFT_OUT, f"edge '{key}' is of the type '{kind}', which is not known; it was left out", edge.where)
    else:
        if kind in _FOR and target in graph.schemes:
            notes.add(GUESSED, f"edge '{key}' supports an edge; its premise was added to that edge", edge.where)
        graph.edges += [(source, key, edge.where), (key, target, edge.where)]


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the map as arggraph XML: segments, then units, then edges."""
    claims = {claim.id: _written(claim.id) for claim in argmap.claims}
    taken = {*claims.values(), *(_written(link.id) for link in argmap.links if link.named)}
    numbers = (name for number in count(1) if (name := f"c{number}") not in taken)
    links = {link.id: _written(link.id) if link.named else next(numbers) for link in argmap.links}
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    topic = f" topic_id={quote(argmap.title)}" if argmap.title else ""
    ordered = targets_first(argmap)
    yield f'<arggraph id="argmap"{topic}>'
    yield from _instruction(argmap, claims, links, ordered)
    names = (name for number in count(1) if (name := f"e{number}") not in taken)
    segments = {claim.id: next(names) for claim in argmap.claims}
    for claim in argmap.claims:
        unsaid = ' implicit="true"' if claim.implicit else ""
        yield f"  <edu id={quote(segments[claim.id])}{unsaid}>{content(claim.text)}</edu>"
    opposed = opponents(argmap)
    for claim in argmap.claims:
        side = "opp" if claim.id in opposed else "pro"
        yield f'  <adu id={quote(claims[claim.id])} type="{side}"/>'
    for claim in argmap.claims:
        yield _edge(next(numbers), segments[claim.id], claims[claim.id], "seg")
    for link in ordered:
        first, *others = link.premises
        target = (links if link.kind == "undercuts" else claims)[link.target]
        yield _edge(links[link.id], claims[first], target, TYPES[link.kind])
        for premise in others:
            yield _edge(next(numbers), claims[premise], links[link.id], "add")
    yield "</arggraph>"


def targets_first(argmap: ArgMap) -> list[Link]:
    """Return the links, each undercut after the link that it undercuts, for readers that look back only."""
    waiting: dict[str, list[Link]] = {}
    found: dict[str, Link] = {}
    for link in argmap.links:
        queue = [link]
        for row in queue:  # the list grows while it is read
            if row.kind == "undercuts" and row.target not in found:
                waiting.setdefault(row.target, []).append(row)
            elif row.id not in found:
                found[row.id] = row
                queue += waiting.pop(row.id, [])
    return [*found.values(), *(link for link in argmap.links if link.id not in found)]


def _instruction(argmap: ArgMap, claims: dict[str, str], links: dict[str, str], ordered: list[Link]) -> Iterator[str]:
    own = extras.of_map(argmap, {"title"})
    told = {claims[claim.id]: extras.of_claim(claim, {"implicit"}) for claim in argmap.claims}
    own["claims"] = {key: fields for key, fields in told.items() if fields.pop("id") and fields}
    said = {links[link.id]: extras.of_link(link) for link in argmap.links}
    own["links"] = {key: fields for key, fields in said.items() if (fields.pop("id", "") and fields) or fields}
    if ordered != list(argmap.links):
        own["order"] = [links[link.id] for link in argmap.links]
    if own := {key: value for key, value in own.items() if value}:
        yield f"  <?{extras.KEY} {_inside(dumps(own))}?>"


def _inside(text: str) -> str:
    r"""Return JSON that cannot end a processing instruction.

    >>> print(_inside('{"text": "?>"}'))
    {"text": "?\u003e"}
    """
    return text.replace(">", "\\u003e")


def _written(name: str) -> str:
    return f"own.{name}" if _NUMBERED.match(name) else name


def opponents(argmap: ArgMap) -> set[str]:
    """Return the claims that speak against what they hang from, counted from the theses down."""
    tree = outline(argmap)
    found: set[str] = set()
    for name, above in tree.parent.items():
        if above:
            against = above in found
            link = argmap.link(tree.via[name])
            while link.kind == "undercuts":  # ends: the outline knows no link that undercuts in a circle
                against, link = not against, argmap.link(link.target)
            if against != (link.kind == "attacks"):
                found.add(name)
    return found


def _edge(key: str, source: str, target: str, kind: str) -> str:
    return f'  <edge id={quote(key)} src={quote(source)} trg={quote(target)} type="{kind}"/>'
