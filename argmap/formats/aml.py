"""AML, the XML of Araucaria: an argument as a tree of units, each a proposition with what supports or refutes it.

`LA` holds linked premises, `CA` one convergent premise each, `REFUTATION` attacks. A missing premise is implicit, an
owner is who says it, a scheme marked on the premises is that of the link, a role (Toulmin's, say) goes into the note.
Reed & Rowe 2004, "Araucaria: software for argument analysis, diagramming and representation".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.extras import clean
from argmap.formats.links import Draft
from argmap.formats.reading import GUESSED, LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.schemes import Atom, finish
from argmap.formats.xmltext import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.notes import Notes
    from argmap.formats.xmltext import Element
    from argmap.model import Kind
    from argmap.source import SourceText


def read(source: SourceText) -> Reading:
    """Return the map in an AML file, and what was wrong or left out. O(n log n)."""
    root, notes = parse(source)
    if root is None:
        return reading(None, notes)
    if root.tag.upper() != "ARG":
        notes.add(SYNTAX, f"this is not AML: its root is <{root.tag}>, not <ARG>", root.where)
        return reading(None, notes)
    atoms: dict[int, Atom] = {}
    drafts: list[Draft] = []
    for element in root.children:
        if element.tag == "SCHEMESET" and element.children:
            notes.add(LEFT_OUT, "the definitions of schemes were left out; the names in use were kept", element.where)
        elif element.tag == "TEXT" and element.text.strip():
            notes.add(LEFT_OUT, "the text that is analysed has no place in a map; it was left out", element.where)
    for unit in _outermost(root):
        _unit(unit, atoms, drafts, notes)
    return finish(atoms, drafts, notes, _about(root))


def _outermost(root: Element) -> Iterator[Element]:
    """Yield the units that are in no other."""
    stack = root.children[::-1]
    while stack:
        element = stack.pop()
        if element.tag == "AU":
            yield element
        else:
            stack.extend(reversed(element.children))


def _unit(top: Element, atoms: dict[int, Atom], drafts: list[Draft], notes: Notes) -> None:
    """Add a unit and all within, the conclusion first."""
    stack: list[Element] = [top]
    keys: dict[int, int] = {}  # by the identity of a unit, the key of its claim
    below: list[tuple[Element, Kind, list[Element]]] = []
    while stack:
        unit = stack.pop()
        keys[id(unit)] = _claim(unit, atoms, notes)
        inner: list[Element] = []
        for child in unit.children:
            for kind, units in _steps(child, notes):
                below.append((unit, kind, units))
                inner += units
        stack.extend(reversed(inner))
    for unit, kind, units in below:
        premises = tuple(keys[id(premise)] for premise in units)
        names = [name for name in _schemes(units[0]) if all(name in _schemes(other) for other in units)]
        fitting = [name for name in names if name in _schemes(unit)] or names
        fields = {"scheme": fitting[0]} if fitting else {}
        key = (kind, premises, keys[id(unit)])
        drafts.append(Draft(key, kind, premises, keys[id(unit)], "", fields, units[0].where))


def _steps(child: Element, notes: Notes) -> Iterator[tuple[Kind, list[Element]]]:
    """Yield the links that one child of a unit stands for."""
    units = [element for element in child.children if element.tag == "AU"]
    if child.tag == "AU":
        notes.add(GUESSED, "a unit directly in a unit was read as support", child.where)
        yield "supports", [child]
    elif child.tag == "LA" and units:
        yield "supports", units
    elif child.tag == "CA":
        yield from (("supports", [unit]) for unit in units)
    elif child.tag == "REFUTATION":
        yield from (("attacks", [unit]) for unit in units)
    elif child.tag != "PROP":
        notes.add(LEFT_OUT, f"<{child.tag}> in a unit was left out", child.where)


def _claim(unit: Element, atoms: dict[int, Atom], notes: Notes) -> int:
    prop = unit.child("PROP")
    key = len(atoms)
    if prop is None:
        notes.add(LEFT_OUT, "a unit without a proposition", unit.where)
        atoms[key] = Atom("", unit.where)
        return key
    text = prop.child("PROPTEXT")
    fields: dict[str, Any] = {"implicit": True} if prop.get("missing").lower() in {"yes", "true"} else {}
    if owners := _names(prop, "OWNER", "name"):
        fields["by"] = ", ".join(owners)
    roles = [(clean(row.get("class")), clean(row.get("element"))) for row in prop.children if row.tag == "ROLE"]
    if told := [": ".join(filter(None, role)) for role in roles if role[1]]:
        fields["note"] = "\n".join(told)
    for mark in ("supportlabel", "nodelabel"):
        if prop.get(mark).strip():
            notes.add(LEFT_OUT, f"the evaluation '{prop.get(mark)}' of a proposition was left out", prop.where)
    atoms[key] = Atom(" ".join((text.text if text else "").split()), prop.where, "", fields)
    return key


def _schemes(unit: Element) -> list[str]:
    prop = unit.child("PROP")
    return _names(prop, "INSCHEME", "scheme") if prop else []


def _names(prop: Element, tag: str, attribute: str) -> list[str]:
    return list(dict.fromkeys(name for row in prop.children if row.tag == tag and (name := clean(row.get(attribute)))))


def _about(root: Element) -> dict[str, Any]:
    """Return what the file says about itself, in EDATA."""
    data = next(iter(root.all("EDATA")), None)
    parts: Iterable[Element] = data.children if data else ()
    said = {element.tag: clean(element.text) for element in parts}
    found: dict[str, Any] = {"date": said.get("DATE", ""), "description": said.get("COMMENTS", "")}
    if said.get("AUTHOR"):
        found["authors"] = (said["AUTHOR"],)
    if said.get("SOURCE"):
        found["description"] = f"{found['description']}\nSource: {said['SOURCE']}".strip()
    return found
