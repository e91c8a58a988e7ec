"""The YAML of David Sanson's `argmap` (kept on by s6mike): claims as keys, beneath them reasons `r1`, objections `o1`.

The keys within a reason are its premises; one that begins with `-` is implicit. An objection within a reason undercuts
it. In Markdown, the block fenced as `{.argmap}` is read. The same key twice is two claims, as it is meant.
https://github.com/s6mike/argmap
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from argmap.formats.extras import add_note, clean, fraction
from argmap.formats.links import Draft
from argmap.formats.reading import GUESSED, LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.schemes import Atom, finish
from argmap.formats.yamltext import Yaml, items, pairs, text
from argmap.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Hashable

    from argmap.model import Kind
    from argmap.yamltree import Node, Scalar

_STEP = re.compile(r"(-?)(?:(r|o|reason|objection)[ _-]?)?\d*\Z", re.IGNORECASE)
_MORE: Final = frozenset({"note", "label", "strength", "url", "source", "title", "name"})
_FENCE = re.compile(
    r"^(`{3,}|~{3,})[ \t]*\{[^}\n]*\.argmap\b([^}\n]*)\}[^\n]*\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL
)
_NAME = re.compile(r"name=(?:\"([^\"]*)\"|'([^']*)'|(\S+))")


def read(source: SourceText) -> Reading:
    """Return the map in such a file, and what was wrong, left out or guessed. O(n log n)."""
    fences = list(_FENCE.finditer(source.text))
    title, whole = "", source
    if fences:
        if name := _NAME.search(fences[0][2]):
            title = clean(next(part for part in name.groups() if part is not None))
        above = source.text.count("\n", 0, fences[0].start(3))
        source = SourceText("\n" * above + fences[0][3], source.path)
    yaml = Yaml(source)
    if yaml.root is None:
        return reading(None, yaml.notes)
    if fences[1:]:
        yaml.notes.add(LEFT_OUT, "only the first map of the file was read", whole.span(fences[1].start()))
    if not list(pairs(yaml.root)):
        yaml.notes.add(SYNTAX, "this is no map: a claim is a key, such as `It rains:`", yaml.where(yaml.root))
        return reading(None, yaml.notes)
    reader = _Reader(yaml)
    reader.claims(yaml.root)
    return finish(reader.atoms, reader.drafts, yaml.notes, {"title": title})


def _step(key: str) -> str:
    """Return whether a key opens a reason or an objection, "" if it is a claim.

    >>> _step("r1"), _step("o"), _step("-2"), _step("Objection 2"), _step("-"), _step("rain"), _step("--"), _step("2")
    ('supports', 'attacks', 'attacks', 'attacks', '', '', '', '')
    """
    found = _STEP.match(key)
    if not found or not (found[2] or (found[1] and len(key) > 1)):
        return ""
    return "attacks" if found[1] or found[2][0] in "oO" else "supports"


class _Reader:
    """The claims and steps of one file. As deep as the reader of YAML allows."""

    def __init__(self, yaml: Yaml) -> None:
        self.yaml, self.notes = yaml, yaml.notes
        self.atoms: dict[int, Atom] = {}
        self.drafts: list[Draft] = []

    def claims(self, node: Node) -> list[int]:
        """Add the claims of a mapping, and all beneath them; return their keys."""
        return [
            self._claim(key, below) for key, below in pairs(node) if not _step(key.value) and key.value not in _MORE
        ]

    def _claim(self, key: Scalar, node: Node) -> int:
        implicit = key.value.startswith("-")
        fields: dict[str, Any] = {"implicit": True} if implicit else {}
        number = len(self.atoms)
        self.atoms[number] = Atom(key.value.removeprefix("-"), self.yaml.where(key), "", fields)
        if said := text(node):
            fields["note"] = clean(said)
        for item in items(node) if not said else []:
            self.notes.add(LEFT_OUT, "a list beneath a claim was left out", self.yaml.where(item))
        for name, below in pairs(node):
            if kind := _step(name.value):
                self._reason(name, below, "attacks" if kind == "attacks" else "supports", number)
            elif name.value in _MORE:
                self._more(name, below, fields)
            else:
                self.notes.add(
                    GUESSED, "a claim beneath a claim, without a reason, was read as support", self.yaml.where(name)
                )
                inner = self._claim(name, below)
                self.drafts.append(Draft(("plain", inner), "supports", (inner,), number, where=self.yaml.where(name)))
        return number

    def _more(self, name: Scalar, below: Node, fields: dict[str, Any]) -> None:
        said = clean(text(below))
        if name.value == "url":
            fields["url"] = said
        elif said:
            add_note(fields, said if name.value == "note" else f"{name.value}: {said}")

    def _reason(self, key: Scalar, node: Node, kind: Kind, target: Hashable) -> None:
        """Add a step and what is in it."""
        where = self.yaml.where(key)
        slot = len(self.drafts)
        name = ("step", slot)
        self.drafts.append(Draft(name, kind, (), target, where=where))  # keeps the place in the order
        premises = self._premises(node)
        fields: dict[str, Any] = {}
        for inner, below in pairs(node):
            step = _step(inner.value)
            if step == "attacks":
                self._reason(inner, below, "undercuts", name)
            elif step:
                self.notes.add(GUESSED, "a reason for a reason; its premises were added to it", self.yaml.where(inner))
                premises += self._premises(below)
            elif inner.value == "strength" and fraction(text(below)) is not None:
                fields["strength"] = fraction(text(below))
            elif inner.value in _MORE - {"url"}:
                self._more(inner, below, fields)
        if not premises:
            self.notes.add(LEFT_OUT, f"'{key.value}' holds no claims; it was left out", where)
        self.drafts[slot] = Draft(name, kind, tuple(premises), target, "", fields, where)

    def _premises(self, node: Node) -> list[int]:
        found = self.claims(node)
        for item in items(node):
            if said := text(item):
                found.append(len(self.atoms))
                implicit: dict[str, Any] = {"implicit": True} if said.startswith("-") else {}
                self.atoms[found[-1]] = Atom(said.removeprefix("-"), self.yaml.where(item), "", implicit)
            else:
                found += self.claims(item)
        return found
