"""Rationale's `.rtnl`: a script that builds a map, one call a line (`a = Create("Claim")`, `SetText("...")`).

A compound reason or objection is a link from the claims in it; an objection to its `Inference` undercuts it. Lines that
lay out or colour the map mean nothing here. Boxes of other kinds (a statistic, a common belief ...) are claims too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from argmap.formats.extras import clean
from argmap.formats.links import Draft
from argmap.formats.notes import Notes
from argmap.formats.reading import DANGLING, GUESSED, LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.schemes import Atom, finish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import Kind
    from argmap.source import SourceText, Span

_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[A-Za-z_]\w*|-?\d+(?:\.\d+)?|[=(),;]|\S')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_PLAIN: Final = {"n": "\n", "r": "", "t": "\t"}
_ASSIGNED: Final = 3  # name, `=`, function, `(`
_LONGEST: Final = 50  # words of one call


@dataclass(slots=True)
class _Box:
    """One thing on the map: its kind (`claim`, `compoundreason`, ...), its text, what it hangs on."""

    name: str
    kind: str
    above: str
    where: Span
    text: str = ""
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def step(self) -> str:
        """Return the kind of link that it is, "" if it is none."""
        if "objection" in self.kind:
            return "attacks"
        return "supports" if "reason" in self.kind else ""


def read(source: SourceText) -> Reading:
    """Return the map in a Rationale file, and what was wrong, left out or guessed. O(n log n)."""
    notes = Notes(source.path)
    boxes = _boxes(source, notes)
    if not boxes:
        hint = 'it holds lines such as `c1 = Create("Claim")`'
        notes.add(SYNTAX, "this is not a Rationale script: it creates nothing", source.span(0), hint)
        return reading(None, notes)
    atoms = {
        name: Atom(box.text, box.where, "", box.fields)
        for name, box in boxes.items()
        if not box.step and box.kind not in {"inference", "note"}
    }
    return finish(atoms, list(_links(boxes, atoms, notes)), notes, {})


def _calls(source: SourceText) -> Iterator[tuple[str, str, list[str], Span]]:
    """Yield each call: the variable it is assigned to, its name in lower case, its arguments, its place."""
    words: list[tuple[str, int]] = []  # the words of the statement that is being read
    for found in _TOKEN.finditer(source.text):
        word = found[0]
        if word == ")" and (opening := next((i for i, (x, _) in enumerate(words) if x == "("), 0)):
            name, start = words[opening - 1]
            assigned = words[opening - 3][0] if opening >= _ASSIGNED and words[opening - 2][0] == "=" else ""
            yield assigned, name.lower(), [x for x, _ in words[opening + 1 :] if x != ","], source.span(start)
            words = []
        elif word == ";" or len(words) > _LONGEST:
            words = []
        else:
            words.append((word, found.start()))


def _string(word: str) -> str:
    r"""Return the text that a word of the script stands for.

    >>> _string(r'"a \"b\" c"'), _string("x1")
    ('a "b" c', 'x1')
    """
    if not word.startswith('"'):
        return word
    return _ESCAPE.sub(lambda found: _PLAIN.get(found[1], found[1]), word[1:-1])


def _boxes(source: SourceText, notes: Notes) -> dict[str, _Box]:
    """Return what the script creates, by the names of its variables, in the order of the script."""
    boxes: dict[str, _Box] = {}
    latest: _Box | None = None
    for assigned, call, words, where in _calls(source):
        values = [_string(word) for word in words]
        if call in {"create", "createchild", "createannotation"} and values:
            name = assigned if assigned and assigned not in boxes else f"*{len(boxes)}"
            kind = values[-1].lower().replace(" ", "")
            above = values[0] if call != "create" else ""
            latest = boxes[name] = _Box(name, "note" if call == "createannotation" else kind, above, where)
            if kind not in {"claim", "inference", "note"} and not latest.step:
                latest.fields["kind"] = clean(values[-1])
        elif call == "settext" and values:
            box = boxes.get(values[0], latest) if len(values) > 1 else latest
            if box is None:
                notes.add(LEFT_OUT, "a text for nothing was left out", where)
            else:
                box.text = clean(values[-1])
    return boxes


def _links(boxes: dict[str, _Box], atoms: dict[str, Atom], notes: Notes) -> Iterator[Draft]:
    """Yield the links: one for each reason or objection, from the claims in it to what it hangs on."""
    premises: dict[str, list[str]] = {name: [] for name, box in boxes.items() if box.step}
    for name, box in boxes.items():
        above = boxes.get(box.above)
        if above is None:
            if box.above:
                notes.add(DANGLING, f"'{box.above}' is nowhere created; what hangs on it stands alone", box.where)
        elif box.kind == "note" and box.text:
            _annotate(above, box)
        elif name in atoms and box.above in premises:
            premises[box.above].append(name)
        elif name in atoms and box.above in atoms:
            notes.add(GUESSED, "a claim hangs on a claim without a reason; read as support", box.where)
            yield Draft(("plain", name), "supports", (name,), box.above, where=box.where)
    for name in premises:
        if draft := _step(boxes[name], boxes, premises, notes):
            yield draft


def _step(box: _Box, boxes: dict[str, _Box], premises: dict[str, list[str]], notes: Notes) -> Draft | None:
    """Return the link that a reason or objection is; None, and a note, if it is none."""
    target = boxes.get(box.above)
    if target and target.kind == "inference":
        target = boxes.get(target.above)
    names = premises[box.name]
    if target is None or not names:
        notes.add(LEFT_OUT, f"a {box.kind} without {'claims' if target else 'a target'} was left out", box.where)
    elif target.step and box.step == "supports":
        notes.add(GUESSED, "a reason for an inference; its claims were added to that inference", box.where)
        premises[target.name].extend(names)
    else:
        fields = {"note": box.fields["note"]} if "note" in box.fields else {}
        kind: Kind = "undercuts" if target.step else "attacks" if box.step == "attacks" else "supports"
        return Draft(box.name, kind, tuple(dict.fromkeys(names)), target.name, "", fields, box.where)
    return None


def _annotate(above: _Box, note: _Box) -> None:
    said = above.fields.get("note", "")
    above.fields["note"] = f"{said}\n{note.text}" if said else note.text
