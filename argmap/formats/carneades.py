"""Carneades 4 YAML: statements, arguments for them, issues between them, and the labels one expects.

A claim is a statement; a support is an argument. Carneades has no attacks: an attack on p is an argument for the
statement `¬p`, and an issue sets p against it. An undercut is an argument for the `undercutter` of an argument. On our
own statements of that kind `meta.argmap` says so, and they are read back as what they stand for; other data of ours
stands there too. Expected labels stand in `tests`.

Read as well: premises by role, arguments without premises, statements that are nowhere declared, lists of assumptions,
`scheme: convergent`. Each two positions of an issue attack each other. Rules that generate arguments are not run.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from argmap.formats import extras, yamltext
from argmap.formats.jsontext import dumps
from argmap.formats.links import Draft
from argmap.formats.reading import CHANGED, DANGLING, GUESSED, LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.schemes import Atom, claim_ids, finish
from argmap.formats.yamltext import Yaml, get, items, pairs, text
from argmap.model import Expect, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap
    from argmap.source import SourceText
    from argmap.yamltree import Node, Scalar

NOT: Final = "¬"
_RULES: Final = ("argument_schemes", "issue_schemes", "weighing_functions", "language", "references")
_NUMBERED = re.compile(r"(?:a|arg|argument)[-_]?\d+\Z", re.IGNORECASE)  # names of arguments that say nothing
_ABOUT: Final = frozenset({"title", "description", "note", "notes", "source", "author", "authors", "date"})
KEYS: Final = frozenset({"meta", "statements", "arguments", "issues", "assumptions", "tests", "labels", *_RULES})
_LABELS: Final = {"in": "stands", "out": "falls", "undecided": "contested"}
_ACCRUAL: Final = frozenset({"", "linked", "convergent", "default"})  # how premises add up; the rest names a scheme
MOST_POSITIONS: Final = 100


def read(source: SourceText) -> Reading:
    """Return the map in a Carneades file, and what was wrong, left out or guessed. O(n log n), issues aside."""
    yaml = Yaml(source)
    if yaml.root is None:
        return reading(None, yaml.notes)
    if not any(key.value in KEYS for key, _ in pairs(yaml.root)):
        hint = "it has keys such as 'statements' and 'arguments'"
        yaml.notes.add(SYNTAX, "this is not a Carneades file", yaml.where(yaml.root), hint)
        return reading(None, yaml.notes)
    return _Reader(yaml).read()


def _key(name: str) -> str:
    """Return a statement's name without spaces, for `f(a, b)` and `f(a,b)` are one."""
    return "".join(name.split())


def _id(name: str) -> str:
    """Return the id that a statement should get: its name if that is legal, else something close.

    >>> _id("¬app(a1)"), _id("p")
    ('not-app-a1', 'p')
    """
    return "-".join(re.findall(r"[^\W_][\w.-]*", name.replace(NOT, " not ")))


class _Reader:
    """The statements and arguments of one file while they are put together."""

    def __init__(self, yaml: Yaml) -> None:
        self.yaml, self.notes, self.root = yaml, yaml.notes, yaml.root
        own = get(get(self.root, "meta"), extras.KEY)
        self.own = yamltext.value(own) if own is not None else None
        self.arguments = list(pairs(get(self.root, "arguments")))
        self.atoms: dict[str, Atom] = {}
        self.assumed: set[str] = set()
        self.drafts: list[Draft] = []
        self.attacks: dict[str, str] = {}  # statements that only stand for attacks, and what is attacked
        self.cuts: dict[str, str] = {}  # statements that only stand for undercuts, and the argument that is undercut

    def read(self) -> Reading:
        for key, node in pairs(get(self.root, "statements")):
            self._statement(key, node)
        for node in items(get(self.root, "assumptions")):
            self.assumed.add(self._use(node))
        self._keep_what_is_used()
        for key, node in self.arguments:
            self._argument(key, node)
        for _, node in pairs(get(self.root, "issues")):
            self._issue(node)
        self._tell_the_rest()
        atoms = {key: atom for key, atom in self.atoms.items() if key not in self.attacks and key not in self.cuts}
        if self.own is None:
            self._statuses()
        return finish(atoms, self.drafts, self.notes, self._about(atoms))

    def _tell_the_rest(self) -> None:
        """Note what the file holds besides: rules, which are not run, and what no Carneades knows."""
        for key, node in pairs(self.root):
            if (key.value in _RULES or key.value not in KEYS) and (text(node) or items(node) or any(pairs(node))):
                self.notes.add(LEFT_OUT, f"'{key.value}' has no place in a map; it was left out", self.yaml.where(key))
        for key, _ in pairs(get(self.root, "meta")) if self.own is None else ():
            if key.value not in _ABOUT:
                what = f"'{key.value}' of the metadata has no place in a map; it was left out"
                self.notes.add(LEFT_OUT, what, self.yaml.where(key))

    def _statement(self, key: Scalar, node: Node) -> None:
        name, where = _key(key.value), self.yaml.where(key)
        if name in self.atoms:
            self.notes.add(LEFT_OUT, f"a second statement is called '{key.value}'; it was left out", where)
            return
        own = self._own(node)
        stands_for = own.pop("stands for", "")
        if isinstance(stands_for, dict) and isinstance(stands_for.get("attack"), str):
            self.attacks[name] = _key(stands_for["attack"])
        elif isinstance(stands_for, dict) and isinstance(stands_for.get("undercut"), str):
            self.cuts[name] = stands_for["undercut"]
        fields = extras.claim_fields(own, self.notes, ())
        if self.own is None and (note := _note(node)):
            fields["note"] = note
        said = text(node) or text(get(node, "text", "label")) or key.value
        self.atoms[name] = Atom(said, where, extras.id_of(own) or _id(key.value), fields)
        if text(get(node, "assumed")) == "true":
            self.assumed.add(name)

    def _own(self, node: Node) -> dict[str, Any]:
        """Return what only argmap knows of a statement or argument."""
        found = yamltext.value(get(get(node, "meta"), extras.KEY)) if self.own is not None else None
        return found if isinstance(found, dict) else {}

    def _use(self, node: Node) -> str:
        """Return the key of the statement a node names; one that is nowhere declared is added."""
        name = _key(text(node))
        if name not in self.atoms:
            where = self.yaml.where(node)
            self.notes.add(GUESSED, f"the statement '{text(node)}' is not declared; its name became its text", where)
            self.atoms[name] = Atom(text(node), where, _id(text(node)))
        return name

    def _keep_what_is_used(self) -> None:
        """Let statements that only stood for attacks or undercuts be claims where a later hand used them otherwise."""
        used = {_key(text(premise)) for _, node in self.arguments for premise in _premises(node)} | self.assumed
        cut = {key.value: _key(text(get(node, "undercutter"))) for key, node in self.arguments}
        uses = Counter(cut.values())
        rivals = {_key(text(x)) for _, node in pairs(get(self.root, "issues")) for x in items(get(node, "positions"))}
        self.cuts = {
            name: argument
            for name, argument in self.cuts.items()
            if name not in used and name not in rivals and uses[name] == 1 and cut.get(argument) == name
        }
        used |= set(cut.values())
        claims = self.atoms.keys() - self.attacks.keys() - self.cuts.keys()
        self.attacks = {name: target for name, target in self.attacks.items() if name not in used and target in claims}

    def _argument(self, key: Scalar, node: Node) -> None:
        where, conclusion = self.yaml.where(key), get(node, "conclusion")
        if conclusion is None or not text(conclusion):
            self.notes.add(LEFT_OUT, f"the argument '{key.value}' has no conclusion; it was left out", where)
            return
        target = self._use(conclusion)
        premises = tuple(dict.fromkeys(self._use(premise) for premise in _premises(node))) or (self._bare(key),)
        own, scheme = self._own(node), text(get(node, "scheme"))
        fields = extras.link_fields(own, self.notes, ()) if self.own is not None else self._fields(node, scheme)
        steps = [(premise,) for premise in premises] if scheme == "convergent" else [premises]
        for number, step in enumerate(steps):
            name = ("argument", key.value, number)
            wish = "" if number else extras.id_of(own) or self._wish(key.value)
            if target in self.attacks:
                self.drafts.append(Draft(name, "attacks", step, self.attacks[target], wish, fields, where))
            elif target in self.cuts:
                cut = ("argument", self.cuts[target], 0)
                self.drafts.append(Draft(name, "undercuts", step, cut, wish, fields, where))
            else:
                self.drafts.append(Draft(name, "supports", step, target, wish, fields, where))
        undercutter = get(node, "undercutter")
        if undercutter is not None and text(undercutter) and _key(text(undercutter)) not in self.cuts:
            target_key = ("argument", key.value, 0)
            self.drafts.append(
                Draft(("undercut", key.value), "undercuts", (self._use(undercutter),), target_key, where=where)
            )

    def _wish(self, name: str) -> str:
        """Return the id that an argument of another program should get: its name, unless that is a mere number."""
        return "" if self.own is not None or _NUMBERED.match(name) else _id(name)

    def _fields(self, node: Node, scheme: str) -> dict[str, Any]:
        """Return what another program's argument says besides its parts."""
        fields: dict[str, Any] = {} if scheme in _ACCRUAL else {"scheme": extras.clean(scheme)}
        roles = [f"{role.value}: {text(premise)}" for role, premise in pairs(get(node, "premises"))]
        if note := "\n".join(part for part in (*roles, _note(node)) if part):
            fields["note"] = extras.clean(note)
        for key in ("weight", "weigth", "parameters"):
            if (found := get(node, key)) is not None:
                self.notes.add(LEFT_OUT, f"the '{key}' of an argument has no place in a map", self.yaml.where(found))
        return fields

    def _bare(self, key: Scalar) -> str:
        """Add a claim for an argument without premises: that it can be made."""
        name, where = f"argument {key.value}", self.yaml.where(key)
        self.notes.add(GUESSED, f"the argument '{key.value}' has no premises; a claim stands for it", where)
        self.atoms[name] = Atom(f"Argument {key.value} can be made.", where, _id(key.value))
        return name

    def _issue(self, node: Node) -> None:
        """Let each two positions of an issue attack each other."""
        positions = list(dict.fromkeys(self._use(x) for x in items(get(node, "positions"))))
        if any(position in self.attacks for position in positions):
            return
        where = self.yaml.where(node)
        if len(positions) > MOST_POSITIONS:
            self.notes.add(LEFT_OUT, f"an issue with more than {MOST_POSITIONS} positions was left out", where)
            return
        for position in positions:
            for other in positions:
                if position != other:
                    self.drafts.append(Draft(("issue", where, position, other), "attacks", (position,), other))
        if (standard := get(node, "standard")) is not None:
            text_ = f"the proof standard '{text(standard)}' has no place in a map; rival positions are contested"
            self.notes.add(LEFT_OUT, text_, self.yaml.where(standard))

    def _statuses(self) -> None:
        """Say what holds without argument: in Carneades only what is assumed does."""
        supported = {draft.target for draft in self.drafts if draft.kind == "supports"}
        for key, atom in self.atoms.items():
            given = key in self.assumed or key.startswith("argument ")
            if given == (key in supported):  # else the status is that by which a map goes anyway
                atom.fields["status"] = "given" if given else "open"

    def _about(self, atoms: dict[str, Atom]) -> dict[str, Any]:
        meta = get(self.root, "meta")
        about = [extras.clean(text(get(meta, key))) for key in ("description", "note", "notes")]
        found: dict[str, Any] = {
            "title": extras.clean(text(get(meta, "title"))),
            "description": "\n\n".join(part for part in about if part),
        }
        labels = get(self.root, "tests", "labels")
        if self.own is not None:
            found |= extras.map_fields(self.own, self.notes)
        elif source := extras.clean(text(get(meta, "source"))):
            found["sources"] = (Source(title=" ".join(source.split())),)
        if self.own is None:
            people = [extras.clean(text(node)) for node in items(get(meta, "authors", "author"))]
            found |= {"authors": tuple(filter(None, people)), "date": extras.clean(text(get(meta, "date")))}
        if labels is not None and "expect" not in found:
            found["expect"] = self._expected(labels, atoms)
            if self.own is None and found["expect"] != Expect():
                what = "the labels are those of Carneades, which weighs arguments otherwise; `check` may find others"
                self.notes.add(CHANGED, what, self.yaml.where(labels))
        return found

    def _expected(self, labels: Node, atoms: dict[str, Atom]) -> Expect:
        found: dict[str, tuple[str, ...]] = {}
        names = dict(zip(atoms, claim_ids(atoms.values(), [draft.name for draft in self.drafts]), strict=True))
        for word, label in _LABELS.items():
            keys = {_key(text(node)): node for node in items(get(labels, word))}
            found[label] = tuple(names[key] for key in keys if key in names)
            for key, node in keys.items():
                if key not in names and key not in self.attacks and key not in self.cuts:
                    what = f"the label of '{text(node)}' was left out: there is no such statement"
                    self.notes.add(DANGLING, what, self.yaml.where(node))
        return Expect(**found)


def _note(node: Node) -> str:
    """Return what the metadata of a statement or argument say, one line a key."""
    rows = [f"{key.value}: {text(value)}" for key, value in pairs(get(node, "meta")) if text(value)]
    return extras.clean("\n".join(rows))


def _premises(node: Node) -> list[Node]:
    """Return the premises of an argument, which stand in a list, or each under its role."""
    premises = get(node, "premises")
    return [value for _, value in pairs(premises) if text(value)] or [value for value in items(premises) if text(value)]


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the map as Carneades YAML; every text in quotation marks, as JSON has them."""
    names = _argument_names(argmap)
    own = extras.of_map(argmap, {"title", "description", "expect"})
    attacked = list(dict.fromkeys(link.target for link in argmap.links if link.kind == "attacks"))
    undercut = list(dict.fromkeys(link.target for link in argmap.links if link.kind == "undercuts"))
    yield "meta:"
    yield f"  title: {dumps(argmap.title)}"
    yield from [f"  notes: {dumps(argmap.description)}"] if argmap.description else []
    yield f"  {extras.KEY}: {dumps(own)}"
    yield "statements:"
    for claim in argmap.claims:
        yield from _entry(claim.id, {"text": claim.text}, extras.of_claim(claim, {"id"}))
    for name in attacked:
        said = f"It is not the case: {argmap.claim(name).text}"
        yield from _entry(f"{NOT}{name}", {"text": said}, {"stands for": {"attack": name}})
    for name in undercut:
        said = f"The argument {names[name]} does not apply."
        yield from _entry(f"{NOT}{names[name]}", {"text": said}, {"stands for": {"undercut": names[name]}})
    if given := [claim.id for claim in argmap.claims if argmap.status(claim.id) == "given"]:
        yield f"assumptions: {dumps(given)}"
    yield from ["issues:"] if attacked else []
    for number, name in enumerate(attacked, 1):
        yield f"  {dumps(f'i{number}')}: {dumps({'positions': [name, f'{NOT}{name}'], 'standard': 'PE'})}"
    yield from _arguments(argmap, names, set(undercut))
    yield from _tests(argmap.expect)


def _tests(expect: Expect) -> Iterator[str]:
    if expect != Expect():
        yield "tests:"
        for word, label in _LABELS.items():
            if labelled := getattr(expect, label):
                yield f"  {word}: {dumps(list(labelled))}"


def _arguments(argmap: ArgMap, names: dict[str, str], undercut: set[str]) -> Iterator[str]:
    if argmap.links:
        yield "arguments:"
    for link in argmap.links:
        conclusion = link.target if link.kind == "supports" else f"{NOT}{names.get(link.target, link.target)}"
        rows: dict[str, Any] = {"conclusion": conclusion, "premises": list(link.premises)}
        if link.id in undercut:
            rows["undercutter"] = f"{NOT}{names[link.id]}"
        yield from _entry(names[link.id], rows, extras.of_link(link))


def _argument_names(argmap: ArgMap) -> dict[str, str]:
    """Return a name for each link: its id, or a number if it has none of its own."""
    taken = {claim.id for claim in argmap.claims} | {link.id for link in argmap.links if link.named}
    numbers = (name for number in count(1) if (name := f"a{number}") not in taken)
    return {link.id: link.id if link.named else next(numbers) for link in argmap.links}


def _entry(name: str, rows: dict[str, Any], own: dict[str, Any]) -> Iterator[str]:
    yield f"  {dumps(name)}:"
    for key, value in rows.items():
        yield f"    {key}: {dumps(value)}"
    if own:
        yield f"    meta: {dumps({extras.KEY: own})}"
