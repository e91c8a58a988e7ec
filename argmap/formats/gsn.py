"""Goal Structuring Notation in the YAML of gsn2x: goals, strategies, solutions, and the context they stand in.

Every element is a claim whose kind is that of the element. What supports an element does so together, as GSN has it:
one link, whose premises are the elements of `supportedBy`, then those of `inContextOf`. A context alone supports
nothing; it goes into the note. `challenges` of a counter-goal is an attack, of a relation (`G1 -> G2`) an undercut.
GSN Community Standard 3, https://scsc.uk/gsn; gsn2x, https://jonasthewolf.github.io/gsn2x/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from argmap.formats.extras import add_note, clean
from argmap.formats.links import Draft
from argmap.formats.reading import DANGLING, GUESSED, LEFT_OUT, SYNTAX, TOLERATED, Reading, reading
from argmap.formats.schemes import Atom, finish
from argmap.formats.yamltext import Yaml, get, items, pairs, text

if TYPE_CHECKING:
    from argmap.source import SourceText, Span
    from argmap.yamltree import Node, Scalar

KINDS: Final = {
    "CSn": "counter-solution", "CG": "counter-goal", "Sn": "solution", "G": "goal", "S": "strategy", "C": "context",
    "A": "assumption", "J": "justification",
}  # fmt: skip
_LOOKS: Final = frozenset({"horizontalIndex", "rankIncrement", "charWrap"})
_READ: Final = frozenset(
    {"text", "supportedBy", "inContextOf", "challenges", "undeveloped", "defeated", "url", "classes", "nodeType"}
)
_LOST: Final = frozenset({"acp", "defeatedRelation"})
_RELATION = re.compile(r"\s*(\S+)\s*->\s*(\S+)\s*\Z")


def read(source: SourceText) -> Reading:
    """Return the map in a GSN file, and what was wrong, left out or guessed. O(n log n)."""
    yaml = Yaml(source)
    if yaml.root is None:
        return reading(None, yaml.notes)
    if not list(pairs(yaml.root)):
        yaml.notes.add(SYNTAX, "this is not GSN: it is no mapping of ids to elements", yaml.where(yaml.root))
        return reading(None, yaml.notes)
    return _Reader(yaml).read()


class _Reader:
    """The elements of one file while they become claims and links."""

    def __init__(self, yaml: Yaml) -> None:
        self.yaml, self.notes = yaml, yaml.notes
        self.atoms: dict[str, Atom] = {}
        self.drafts: list[Draft] = []
        self.by_parts: dict[tuple[str, str], object] = {}  # by target and premise, the key of the link

    def read(self) -> Reading:
        elements: list[tuple[str, Node]] = []
        about: dict[str, Any] = {}
        for key, node in pairs(self.yaml.root):
            if key.value == "module" and about:
                self.notes.add(LEFT_OUT, "a second 'module' was left out", self.yaml.where(key))
            elif key.value == "module":
                about = self._module(node)
            elif key.value in self.atoms:
                text_ = f"a second element is called '{key.value}'; it was left out"
                self.notes.add(LEFT_OUT, text_, self.yaml.where(key))
            else:
                self._element(key, node)
                elements.append((key.value, node))
        for name, node in elements:
            self._support(name, node)
        for name, node in elements:
            self._challenge(name, node)
        return finish(self.atoms, self.drafts, self.notes, about)

    def _module(self, node: Node) -> dict[str, Any]:
        for name in ("uses", "extends"):
            if (other := get(node, name)) is not None:
                self.notes.add(LEFT_OUT, "other files of the module are not read", self.yaml.where(other))
        for key, _ in pairs(node):
            if key.value not in {"name", "brief", "uses", "extends"}:
                what = f"'{key.value}' of the module has no place in a map; it was left out"
                self.notes.add(LEFT_OUT, what, self.yaml.where(key))
        return {"title": clean(text(get(node, "name"))), "description": clean(text(get(node, "brief")))}

    def _element(self, key: Scalar, node: Node) -> None:
        kind = text(get(node, "nodeType"))
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind).lower() or next(
            (name for prefix, name in KINDS.items() if key.value.startswith(prefix)), ""
        )
        fields: dict[str, Any] = {"kind": clean(kind)}
        if not kind:
            self.notes.add(GUESSED, f"the kind of '{key.value}' cannot be told from its name", self.yaml.where(key))
        if text(get(node, "undeveloped")) == "true":
            fields["status"] = "open"
        if text(get(node, "defeated")) == "true":
            fields["status"] = "rejected"
        if url := clean(text(get(node, "url"))):
            fields["url"] = url
        if tags := tuple(dict.fromkeys(clean(text(x)) for x in items(get(node, "classes")) if text(x).strip())):
            fields["tags"] = tags
        if note := self._layers(node):
            fields["note"] = note
        if bare := text(node):
            self.notes.add(TOLERATED, f"the text of '{key.value}' belongs under the key 'text'", self.yaml.where(node))
        self.atoms[key.value] = Atom(text(get(node, "text")) or bare, self.yaml.where(key), key.value, fields)

    def _layers(self, node: Node) -> str:
        """Return the extra keys of an element, one a line; they are its layers."""
        rows: list[str] = []
        for key, below in pairs(node):
            if key.value in _LOST or (key.value not in _READ | _LOOKS and not text(below) and not items(below)):
                what = f"'{key.value}' of an element has no place in a map; it was left out"
                self.notes.add(LEFT_OUT, what, self.yaml.where(key))
            elif key.value not in _READ | _LOOKS:
                rows.append(f"{key.value}: {', '.join(text(item) for item in items(below))}")
        return clean("\n".join(rows))

    def _named(self, node: Node | None) -> list[str]:
        """Return the elements a key names; those of other files are noted."""
        found: list[str] = []
        for item in items(node):
            name = text(item).strip()
            if name in self.atoms:
                found.append(name)
            else:
                what = f"there is no element '{name}' in this file; the reference was left out"
                self.notes.add(DANGLING, what, self.yaml.where(item))
        return list(dict.fromkeys(found))

    def _support(self, name: str, node: Node) -> None:
        support, context = self._named(get(node, "supportedBy")), self._named(get(node, "inContextOf"))
        if support:
            key = ("supported", name)
            self.drafts.append(Draft(key, "supports", (*support, *context), name, where=self.atoms[name].where))
            for premise in (*support, *context):
                self.by_parts.setdefault((name, premise), key)
        elif context:
            said = f"in the context of: {', '.join(context)}"
            add_note(self.atoms[name].fields, said)
            what = f"'{name}' has a context but nothing supports it; the context went into its note"
            self.notes.add(GUESSED, what, self.atoms[name].where)

    def _challenge(self, name: str, node: Node) -> None:
        for item in items(get(node, "challenges")):
            where, said = self.yaml.where(item), text(item)
            key = ("challenge", name, said)
            relation = _RELATION.match(said)
            if relation:
                self._undercut(key, name, (relation[1], relation[2]), where)
            elif said.strip() in self.atoms:
                self.drafts.append(Draft(key, "attacks", (name,), said.strip(), where=where))
                self.by_parts.setdefault((said.strip(), name), key)
            else:
                self.notes.add(DANGLING, f"there is no element '{said}' in this file", where)

    def _undercut(self, key: object, name: str, ends: tuple[str, str], where: Span) -> None:
        hit = self.by_parts.get(ends) or self.by_parts.get((ends[1], ends[0]))
        if hit is None:
            self.notes.add(DANGLING, f"'{ends[0]}' and '{ends[1]}' are not linked; the challenge was left out", where)
        else:
            self.drafts.append(Draft(key, "undercuts", (name,), hit, where=where))
