"""MindMup argument maps (`.mup`): a tree of ideas in which claims hold groups of premises, and groups hold claims.

A link is a group, `supporting` or `opposing`; an opposing group within a group undercuts it. A claim that stands in
several places has its reasons in one of them; the others repeat its text. `attr.argmap` says so, and holds what the
format has no place for. Below a certain depth branches are set beside the tree: MindMup's files nest as deep as maps.

Read as well: mind maps without groups (an idea beneath an idea supports it), ranks that are negative or fractions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from argmap.formats import extras
from argmap.formats.jsontext import dumps, parse, text_of
from argmap.formats.links import Draft
from argmap.formats.reading import GUESSED, LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.schemes import Atom, finish
from argmap.order import outline, reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.notes import Notes, Path
    from argmap.model import ArgMap, Kind, Link
    from argmap.source import SourceText

IMPLICIT: Final = "attr_implicit_claim"
_SIDES: Final = ("supporting", "opposing")
DEEPEST: Final = 50  # claims below claims; deeper branches become trees of their own
_LOOKS: Final = frozenset(
    {"style", "styleNames", "collapsed", "position", "width", "parentConnector", "contentLocked", "group", "theme",
     "note", "height", "themeOverride", extras.KEY}
)  # fmt: skip


def read(source: SourceText) -> Reading:
    """Return the map in a MindMup file, and what was wrong, left out or guessed. O(n log n)."""
    value, notes = parse(source)
    if value is None:
        return reading(None, notes)
    if not (isinstance(value, dict) and isinstance(value.get("ideas", value.get("title")), (dict, str))):
        notes.add(SYNTAX, "this is not a MindMup file: there are no 'ideas' in it")
        return reading(None, notes)
    return _Reader(value, notes).read()


class _Reader:
    """The ideas of one file while they become claims and links."""

    def __init__(self, value: dict[str, Any], notes: Notes) -> None:
        self.value, self.notes = value, notes
        self.atoms: dict[Path, Atom] = {}
        self.groups: dict[Path, tuple[dict[str, Any], str]] = {}  # what argmap knows of a group, and its id in the file
        self.targets: dict[Path, tuple[Kind, Path]] = {}  # kind and target of each group
        self.premises: dict[Path, list[Path]] = {}
        self.repeats: dict[Path, str] = {}  # places that repeat a claim, and its id
        self.places: dict[Path, int] = {}  # where in the order of the file a claim or link stood, if it was ours

    def read(self) -> Reading:
        own = self._attr(self.value).get(extras.KEY)
        if self.value.get("links"):
            self.notes.add(LEFT_OUT, "links across the tree have no meaning in a map; they were left out", ("links",))
        if text_of(self.value.get("id")) == "root" or text_of(self.value.get("formatVersion")) == "3":
            self._walk([(*place, None) for place in self._below(self.value, ())])
        else:
            self._walk([((), self.value, None)])
        title = extras.clean(text_of(self.value.get("title")))
        return finish(
            self._sorted(self.atoms),
            list(self._drafts()),
            self.notes,
            {**extras.map_fields(own, self.notes, ("attr",)), "title": title},
        )

    def _walk(self, stack: list[tuple[Path, dict[str, Any], Path | None]]) -> None:
        """Look at each idea once, parents first, siblings in order; the third part is the place of the parent."""
        stack.reverse()
        while stack:
            path, idea, above = stack.pop()
            attr = self._attr(idea)
            if text_of(attr.get("group")):
                self._group(path, idea, attr, above)
            else:
                self._claim(path, idea, attr, above)
            if label := "" if path in self.groups else _label(attr):
                self.notes.add(LEFT_OUT, f"the label '{label}' of the line above an idea was left out", path)
            for key in attr.keys() - _LOOKS:
                self.notes.add(LEFT_OUT, f"'{key}' of an idea has no place in a map", (*path, "attr", key))
            stack += [(*place, path) for place in reversed(self._below(idea, path))]

    def _claim(self, path: Path, idea: dict[str, Any], attr: dict[str, Any], above: Path | None) -> None:
        own = attr.get(extras.KEY)
        fields = extras.claim_fields(own, self.notes, (*path, "attr"))
        note = attr.get("note")
        if isinstance(note, dict) and (said := extras.clean(text_of(note.get("text")))):
            fields["note"] = said
        names = attr.get("styleNames")
        if isinstance(names, list) and IMPLICIT in names:
            fields["implicit"] = True
        self.atoms[path] = Atom(text_of(idea.get("title")), path, extras.id_of(own), fields)
        if isinstance(own, dict):
            if isinstance(own.get("same"), str):
                self.repeats[path] = own["same"]
            self._place(path, own)
        if above in self.groups:
            self.premises[above].append(path)
        elif above in self.atoms:
            plain = (*path, "group")
            self.groups[plain], self.premises[plain], self.targets[plain] = ({}, ""), [path], ("supports", above)
            self.notes.add(GUESSED, "an idea beneath an idea, without a group, was read as support", path)

    def _group(self, path: Path, idea: dict[str, Any], attr: dict[str, Any], above: Path | None) -> None:
        own = attr.get(extras.KEY)
        own = own if isinstance(own, dict) else {}
        side = text_of(attr["group"])
        against = side == "opposing"
        if side not in _SIDES:
            self.notes.add(GUESSED, f"a group of the kind '{side}' was read as supporting", path)
        if label := _label(attr):
            own = {"note": label} | own
        self.groups[path], self.premises[path] = (own, text_of(idea.get("id"))), []
        self._place(path, own)
        if above in self.atoms:
            self.targets[path] = ("attacks" if against else "supports", above)
        elif above in self.groups and against:
            self.targets[path] = ("undercuts", above)
        elif above in self.groups:
            self.premises[path] = self.premises[above]
            self.notes.add(GUESSED, "a group supports a group; its premises were added to those of that group", path)
        elif not text_of(own.get("onto")):
            self.notes.add(LEFT_OUT, "a group that is beneath no claim was left out; its claims were kept", path)

    def _place(self, path: Path, own: dict[str, Any]) -> None:
        number = own.get("n")
        if isinstance(number, int):
            self.places[path] = number

    def _sorted(self, rows: dict[Path, Any]) -> dict[Path, Any]:
        repeated = self._repeated()
        kept = {path: row for path, row in rows.items() if path not in repeated}
        order = sorted(kept, key=lambda path: self.places.get(path, len(rows)))
        return {path: kept[path] for path in order}

    def _repeated(self) -> dict[Path, Path]:
        """Return for each place that repeats a claim the place where that claim is."""
        home = {atom.name: path for path, atom in self.atoms.items() if atom.name and path not in self.repeats}
        return {path: home[name] for path, name in self.repeats.items() if name in home}

    def _drafts(self) -> Iterator[Draft]:
        repeated = self._repeated()
        by_id = {name: path for path, (_, name) in self.groups.items() if name}
        for path in sorted(self.groups, key=lambda path: self.places.get(path, len(self.groups))):
            own, _ = self.groups[path]
            onto = by_id.get(text_of(own.get("onto")))
            if path in self.targets:
                kind, target = self.targets[path]
            elif onto:
                kind, target = "undercuts", onto
            else:
                continue
            premises = tuple(dict.fromkeys(repeated.get(premise, premise) for premise in self.premises[path]))
            if not premises:
                self.notes.add(LEFT_OUT, "a group without premises was left out", path)
            fields = extras.link_fields(own, self.notes, (*path, "attr"))
            yield Draft(path, kind, premises, repeated.get(target, target), extras.id_of(own), fields, path)

    @staticmethod
    def _attr(idea: dict[str, Any]) -> dict[str, Any]:
        attr = idea.get("attr")
        return attr if isinstance(attr, dict) else {}

    def _below(self, idea: dict[str, Any], path: Path) -> list[tuple[Path, dict[str, Any]]]:
        """Return the ideas beneath one, by rank; in mind maps negative ranks stand on the left, and come last."""
        ideas = idea.get("ideas")
        if not isinstance(ideas, dict):
            return []
        found: list[tuple[Path, dict[str, Any]]] = []
        for key, below in sorted(ideas.items(), key=lambda item: _rank(item[0])):
            if isinstance(below, dict):
                found.append(((*path, "ideas", key), below))
            else:
                self.notes.add(LEFT_OUT, f"the idea '{key}' is no object; it was left out", (*path, "ideas", key))
        return found


def _label(attr: dict[str, Any]) -> str:
    """Return what is written on the line from an idea to the one above."""
    line = attr.get("parentConnector")
    return extras.clean(text_of(line.get("label"))) if isinstance(line, dict) else ""


def _rank(key: str) -> tuple[int, float]:
    try:
        rank = float(key)
    except ValueError:
        return (2, 0.0)
    return (0, rank) if rank >= 0 else (1, -rank)


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the map as a MindMup file, one tree a line."""
    roots = list(_Writer(argmap).roots())
    own = extras.of_map(argmap, {"title"})
    yield "{"
    yield ' "formatVersion": 3, "id": "root",'
    yield f' "title": {dumps(argmap.title)},'
    yield f' "attr": {dumps({"theme": "argMappingSimple", extras.KEY: own})},'
    yield ' "ideas": {'
    for number, root in enumerate(roots, 1):
        yield f'  "{number}": {dumps(root)}{"," if number < len(roots) else ""}'
    yield " }"
    yield "}"


class _Writer:
    """Places each claim once with its reasons, and repeats its text wherever else it is a premise."""

    def __init__(self, argmap: ArgMap) -> None:
        self.argmap = argmap
        self.tree = outline(argmap)
        self.reasons = reasons(argmap)
        self.numbers = {claim.id: number for number, claim in enumerate(argmap.claims, 1)}
        self.links = {link.id: number for number, link in enumerate(argmap.links, len(argmap.claims) + 1)}
        self.cuts: dict[str, list[Link]] = {}
        for link in argmap.links:
            if link.kind == "undercuts":
                self.cuts.setdefault(link.target, []).append(link)
        self.repeats = len(self.numbers) + len(self.links)
        self.waiting: list[str] = list(self.tree.roots)  # claims that stand at the top: theses and what is too deep
        self.done: set[str] = set()

    def roots(self) -> Iterator[dict[str, Any]]:
        placed = 0
        for link in (None, *self.argmap.links):
            if link and link.id not in self.done:  # too deep, or an undercut in a circle, which hangs on no claim
                yield self._group(link, 0, onto=str(self.links[link.target]))
            while placed < len(self.waiting):
                yield self._claim(self.waiting[placed], 0)
                placed += 1

    def _claim(self, name: str, depth: int) -> dict[str, Any]:
        claim = self.argmap.claim(name)
        own = extras.of_claim(claim, {"note", "implicit"})
        attr: dict[str, Any] = {extras.KEY: {**own, "n": self.numbers[name]}}
        if claim.implicit:
            attr["styleNames"] = [IMPLICIT]
        if claim.note:
            attr["note"] = {"text": claim.note}
        direct = [link for link in self.reasons.get(name, ()) if link.kind != "undercuts"]
        return _idea(self.numbers[name], claim.text, attr, [self._group(link, depth + 1) for link in direct])

    def _group(self, link: Link, depth: int, onto: str = "") -> dict[str, Any]:
        self.done.add(link.id)
        own = {**extras.of_link(link), "n": self.links[link.id]} | ({"onto": onto} if onto else {})
        side = "supporting" if link.kind == "supports" else "opposing"
        attr = {"contentLocked": True, "group": side, extras.KEY: own}
        below = [self._premise(name, link, depth) for name in link.premises]
        for cut in self.cuts.get(link.id, ()):
            if cut.id not in self.done:
                deep = depth >= DEEPEST
                below += [] if deep else [self._group(cut, depth + 1)]
        return _idea(self.links[link.id], "group", attr, below)

    def _premise(self, name: str, link: Link, depth: int) -> dict[str, Any]:
        """Return a premise with what hangs on it if its place in the outline is here, else its text again."""
        if self.tree.via[name] == link.id:
            if depth < DEEPEST:
                return self._claim(name, depth)
            self.waiting.append(name)
        self.repeats += 1
        return _idea(self.repeats, self.argmap.claim(name).text, {extras.KEY: {"same": name}}, [])


def _idea(number: int, title: str, attr: dict[str, Any], below: list[dict[str, Any]]) -> dict[str, Any]:
    idea: dict[str, Any] = {"id": str(number), "title": title, "attr": attr}
    if below:
        idea["ideas"] = {str(rank): row for rank, row in enumerate(below, 1)}
    return idea
