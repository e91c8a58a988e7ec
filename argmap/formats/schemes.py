"""From claims and steps as nodes of one graph, the shape of AIF, SADFace and their kin, to a map.

Edges run premise -> step -> conclusion; a step that attacks a step undercuts it. Real files hold much else: it is read
as follows, and each case is noted. An edge from claim to claim is a support. A step that supports a step adds its
premises to it (it says why the step holds, as a warrant does). A step with several conclusions becomes one link each. A
step without premises or without a conclusion is left out, and so is a claim's bearing on itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal
from unicodedata import normalize

from argmap import limits
from argmap.formats import extras
from argmap.formats.ids import Ids, is_id
from argmap.formats.links import Draft, connected, name_links, settled
from argmap.formats.reading import CHANGED, DANGLING, GUESSED, LEFT_OUT, NOTHING, TOO_LARGE, Reading, reading
from argmap.model import ArgMap, Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.formats.notes import Notes, Where
    from argmap.model import Kind

NO_TEXT: Final = "(no text)"


@dataclass(slots=True)
class Atom:
    """A claim as the file has it: its text, the id it should get ("" = one made from its text), further fields."""

    text: str
    where: Where = ()
    name: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Scheme:
    """A step as the file has it: for or against, the id it should get ("" = derived), further fields."""

    kind: Literal["supports", "attacks"]
    where: Where = ()
    name: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class SchemeGraph:
    """What a file holds, by the file's own ids, in its order. Ends of edges may be missing."""

    atoms: dict[str, Atom] = field(default_factory=dict)
    schemes: dict[str, Scheme] = field(default_factory=dict)
    edges: list[tuple[str, str, Where]] = field(default_factory=list)
    others: set[str] = field(default_factory=set)  # ids of nodes that were left out on purpose, and noted


def assemble(graph: SchemeGraph, notes: Notes, about: Mapping[str, Any]) -> Reading:
    """Return the map that the graph means; `about` holds the fields of the map as a whole. O(n log n).

    >>> from argmap.formats.notes import Notes
    >>> graph = SchemeGraph({"1": Atom("It rains."), "2": Atom("It is wet.")}, {"3": Scheme("supports")})
    >>> graph.edges = [("1", "3", ()), ("3", "2", ())]
    >>> assemble(graph, Notes("rain.json"), {}).argmap.links[0].id
    'rains supports wet'
    """
    return finish(graph.atoms, list(_drafts(graph, notes)), notes, about)


def finish(atoms: Mapping[Any, Atom], drafts: Sequence[Draft], notes: Notes, about: Mapping[str, Any]) -> Reading:
    """Return the map of these claims and links, with legal and unique ids; what leads nowhere is left out, and noted.

    Claims stand under keys of the reader's choice; the links refer to those. O(n log n).
    """
    if len(atoms) > limits.MAX_CLAIMS or len(drafts) > limits.MAX_LINKS:
        notes.add(TOO_LARGE, too_large())
        return reading(None, notes)
    ids = claim_ids(atoms.values(), [draft.name for draft in drafts])
    named = dict(zip(atoms, ids, strict=True))
    sound = connected([draft for draft in drafts if _has_ends(draft, atoms, notes)], notes)
    claims = tuple(Claim(id=named[key], text=text_of(atom, notes), **atom.fields) for key, atom in atoms.items())
    if not claims:
        notes.add(NOTHING, "the file holds no claims")
    links = name_links(sound, named)
    argmap = settled(ArgMap(**{"title": "", **about, "claims": claims, "links": links}), notes)
    return reading(argmap, notes)


def too_large() -> str:
    """Return the message for files with more claims or links than a map may have."""
    return f"a map has at most {limits.MAX_CLAIMS:,} claims and {limits.MAX_LINKS:,} links; this file has more"


def _has_ends(draft: Draft, atoms: Mapping[Any, Atom], notes: Notes) -> bool:
    if (draft.kind == "undercuts" or draft.target in atoms) and all(map(atoms.__contains__, draft.premises)):
        return True
    notes.add(DANGLING, "a link leads from or to a claim that is not there; it was left out", draft.where)
    return False


def claim_ids(atoms: Iterable[Atom], taken: Iterable[str] = ()) -> list[str]:
    """Return an id for each claim: first those that are wished for, so that no made one takes their place."""
    rows = list(atoms)
    ids = Ids([name for name in taken if is_id(name)])
    wished = [ids.unique(normalize("NFC", row.name)) if row.name and is_id(row.name) else "" for row in rows]
    return [wish or ids.of(row.text) for wish, row in zip(wished, rows, strict=True)]


def text_of(atom: Atom, notes: Notes) -> str:
    """Return the text of a claim as a map may hold it, and note what was changed."""
    text = extras.clean(atom.text)
    if not text:
        notes.add(CHANGED, f"a claim has no text; it is called '{NO_TEXT}'", atom.where)
        return NO_TEXT
    if "\ufffd" in text and "\ufffd" not in atom.text:
        notes.add(CHANGED, "characters that no text may hold were replaced", atom.where)
    return text


class _Ends:
    """What leads into each step, and out of it to claims, to steps it undercuts, to steps it speaks for."""

    def __init__(self, graph: SchemeGraph, notes: Notes) -> None:
        self.graph, self.notes = graph, notes
        self.schemes = dict(graph.schemes)
        self.premises: dict[str, list[str]] = {key: [] for key in graph.schemes}
        self.conclusions: dict[str, list[str]] = {key: [] for key in graph.schemes}
        self.hits: dict[str, list[str]] = {}
        self.backing: dict[str, list[str]] = {}  # by step, the steps that speak for it
        self.backs: set[str] = set()
        self.walked = 0  # steps that were looked at for premises of others
        for source, target, where in graph.edges:
            self._edge(source, target, where)

    def _edge(self, source: str, target: str, where: Where) -> None:
        atoms, schemes = self.graph.atoms, self.graph.schemes
        if source in atoms and target in schemes:
            self.premises[target].append(source)
        elif source in schemes and target in atoms:
            self.conclusions[source].append(target)
        elif source in schemes and target in schemes:
            self._between_steps(source, target, where)
        elif source in atoms and target in atoms:
            self._between_claims(source, target, where)
        else:
            self._loose(source, target, where)

    def _between_steps(self, source: str, target: str, where: Where) -> None:
        if self.schemes[source].kind == "attacks":
            self.hits.setdefault(source, []).append(target)
        else:
            self.backing.setdefault(target, []).append(source)
            self.backs.add(source)
            self.notes.add(GUESSED, "a step speaks for a step; its premises were added to those of that step", where)

    def _between_claims(self, source: str, target: str, where: Where) -> None:
        key = f"{source} -> {target}"
        while key in self.schemes or key in self.graph.atoms:
            key += "'"
        self.schemes[key] = Scheme("supports", where)
        self.premises[key], self.conclusions[key] = [source], [target]
        self.notes.add(
            GUESSED, f"an edge leads from claim '{source}' straight to claim '{target}'; read as support", where
        )

    def _loose(self, source: str, target: str, where: Where) -> None:
        for end in (source, target):
            if not (end in self.graph.atoms or end in self.schemes or end in self.graph.others):
                self.notes.add(
                    DANGLING, f"an edge names '{end}', but there is no such node; the edge was left out", where
                )
                return

    def all_premises(self, key: str) -> tuple[str, ...]:
        """Return the premises of a step, then those of the steps that speak for it, each once."""
        steps = {key: None}
        queue = [key]
        for step in queue:  # the list grows while it is read
            for other in self.backing.get(step, ()):
                if other not in steps:
                    steps[other] = None
                    queue.append(other)
        self.walked += len(queue)
        return tuple(dict.fromkeys(premise for step in steps for premise in self.premises[step]))


def _drafts(graph: SchemeGraph, notes: Notes) -> Iterator[Draft]:
    """Yield the links that the steps mean, in the order of the steps."""
    ends = _Ends(graph, notes)
    count = 0
    for key, scheme in ends.schemes.items():
        conclusions = tuple(dict.fromkeys(ends.conclusions[key]))
        hits = tuple(dict.fromkeys(ends.hits.get(key, ())))
        if key in ends.backs and not (conclusions or hits):
            continue
        premises = ends.all_premises(key) if key in ends.backing else tuple(dict.fromkeys(ends.premises[key]))
        if not premises or not (conclusions or hits):
            if key not in ends.backs:
                lacks = "premise" if not premises else "conclusion"
                notes.add(LEFT_OUT, f"the step '{key}' has no {lacks}; it was left out", scheme.where)
            continue
        count += len(premises) * (len(conclusions) + len(hits))
        if count + ends.walked > limits.MAX_PREMISES:
            notes.add(TOO_LARGE, f"its steps come to more than {limits.MAX_PREMISES:,} premises", scheme.where)
            return
        if len(conclusions) + len(hits) > 1:
            notes.add(
                GUESSED,
                f"the step '{key}' has several conclusions; it was split, and what bears on it bears on the first",
                scheme.where,
            )
        targets: list[tuple[Kind, str]] = [(scheme.kind, target) for target in conclusions] + [
            ("undercuts", target) for target in hits
        ]
        for number, (kind, target) in enumerate(targets, 1):
            fresh = key if number == 1 else (key, number)
            name = scheme.name if number == 1 else ""
            yield Draft(fresh, kind, premises, target, name, scheme.fields, scheme.where)
