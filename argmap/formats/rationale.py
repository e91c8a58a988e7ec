"""Rationale's `.rtnl`: a script that builds a map, one call a line (`a = Create("Claim")`, `SetText("...")`).

A compound reason or objection is a link from the claims in it; an objection to its `Inference` undercuts it. A simple
reason or objection, which has a text and holds no claims, is a claim and its link in one. Lines that lay out or colour
the map mean nothing here. Boxes of other kinds (a statistic, a common belief ...) are claims too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from argmap.formats.extras import add_note, clean
from argmap.formats.links import Draft
from argmap.formats.notes import Notes
from argmap.formats.reading import DANGLING, GUESSED, LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.schemes import Atom, finish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import Kind
    from argmap.source import SourceText, Span

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[A-Za-z_]\w*|-?\d+(?:\.\d+)?|[=(),;]|\S')
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

    @property
    def is_claim(self) -> bool:
        """Return whether it is a claim and nothing else."""
        return not self.step and self.kind not in {"inference", "note"}


def read(source: SourceText) -> Reading:
    """Return the map in a Rationale file, and what was wrong, left out or guessed. O(n log n)."""
    notes = Notes(source.path)
    boxes = _boxes(source, notes)
    if not boxes:
        hint = 'it holds lines such as `c1 = Create("Claim")`'
        notes.add(SYNTAX, "this is not a Rationale script: it creates nothing", source.span(0), hint)
        return reading(None, notes)
    simple = _simple(boxes)
    atoms = {
        name: Atom(box.text, box.where, "", box.fields) for name, box in boxes.items() if box.is_claim or name in simple
    }
    return finish(atoms, list(_links(boxes, atoms, notes)), notes, {})


def _simple(boxes: dict[str, _Box]) -> frozenset[str]:
    """Return the reasons and objections that have a text of their own and hold no claims."""
    hold = {box.above for box in boxes.values() if box.is_claim}
    return frozenset(name for name, box in boxes.items() if box.step and box.text and name not in hold)


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
    """Return what the script creates, in its order; a box is called after its variable, unless that was used before."""
    boxes: dict[str, _Box] = {}
    variables: dict[str, _Box] = {}
    latest: _Box | None = None
    for assigned, call, words, where in _calls(source):
        if call in {"create", "createchild", "createannotation"} and words:
            name = assigned if assigned and assigned not in boxes else f"*{len(boxes)}"
            above = None if call == "create" else variables.get(_string(words[0]))
            if call != "create" and above is None:
                what = f"'{_string(words[0])}' is not created before; what hangs on it stands alone"
                notes.add(DANGLING, what, where)
            said = _said(words if call == "create" else words[1:])
            latest = boxes[name] = _box(name, said, above, where, note=call == "createannotation")
            variables[assigned or name] = latest
        elif call == "settext" and words:
            box = variables.get(_string(words[0]), latest) if len(words) > 1 else latest
            if box is None:
                notes.add(LEFT_OUT, "a text for nothing was left out", where)
            else:
                box.text = clean(_said(words))
    return boxes


def _said(words: list[str]) -> str:
    """Return the first text among the arguments of a call, else the last of them."""
    return _string(next((word for word in words if word.startswith('"')), words[-1] if words else ""))


def _box(name: str, said: str, above: _Box | None, where: Span, *, note: bool) -> _Box:
    kind = said.lower().replace(" ", "")
    box = _Box(name, "note" if note else kind, above.name if above else "", where)
    if kind not in {"claim", "inference", "note"} and not box.step:
        box.fields["kind"] = clean(said)
    return box


def _links(boxes: dict[str, _Box], atoms: dict[str, Atom], notes: Notes) -> Iterator[Draft]:
    """Yield the links: one for each reason or objection, from the claims in it to what it hangs on. O(boxes)."""
    premises: dict[str, list[str]] = {name: [name] if name in atoms else [] for name, box in boxes.items() if box.step}
    for name, box in boxes.items():
        above = boxes.get(box.above)
        if above and box.kind == "note" and box.text:
            add_note(above.fields, box.text)
        elif box.is_claim and box.above in premises:
            premises[box.above].append(name)
        elif box.is_claim and box.above in atoms:
            notes.add(GUESSED, "a claim hangs on a claim without a reason; read as support", box.where)
            yield Draft(("plain", name), "supports", (name,), box.above, where=box.where)
    targets = {name: _target(boxes[name], boxes, atoms) for name in premises}
    _add_backing(boxes, premises, targets, notes)
    for name, rows in premises.items():
        if draft := _step(boxes[name], rows, *targets[name], notes):
            yield draft


def _add_backing(
    boxes: dict[str, _Box], premises: dict[str, list[str]], targets: dict[str, tuple[_Box | None, bool]], notes: Notes
) -> None:
    """Add the claims of reasons for inferences, however deep these hang, to the link that they speak for."""
    home: dict[str, str] = {}
    for name, (target, on_step) in targets.items():  # what something hangs on was created before it
        if target and on_step and boxes[name].step == "supports":
            home[name] = home.get(target.name, target.name)
            premises[home[name]].extend(premises[name])
            notes.add(GUESSED, "a reason for an inference; its claims were added to that inference", boxes[name].where)


def _target(box: _Box, boxes: dict[str, _Box], atoms: dict[str, Atom]) -> tuple[_Box | None, bool]:
    """Return what a reason or objection bears on, and whether it bears on it as a step."""
    above = boxes.get(box.above)
    target = boxes.get(above.above) if above and above.kind == "inference" else above
    return target, bool(target and target.step and (target is not above or target.name not in atoms))


def _step(box: _Box, names: list[str], target: _Box | None, on_step: bool, notes: Notes) -> Draft | None:  # noqa: FBT001 - the pair that _target returns
    """Return the link that a reason or objection is; None, and a note, if it is none."""
    if target is None or not names:
        what = "an objection" if box.step == "attacks" else "a reason"
        notes.add(LEFT_OUT, f"{what} without {'claims' if target else 'a target'} was left out", box.where)
        return None
    if on_step and box.step == "supports":
        return None
    said = [box.fields.get("note", ""), box.text if box.name not in names else ""]
    note = "\n".join(text for text in said if text)
    kind: Kind = "undercuts" if on_step else "attacks" if box.step == "attacks" else "supports"
    return Draft(
        box.name, kind, tuple(dict.fromkeys(names)), target.name, "", {"note": note} if note else {}, box.where
    )
