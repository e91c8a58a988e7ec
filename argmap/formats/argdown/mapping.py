"""Argdown's model to a map.

A statement becomes a claim. A sketched argument becomes a claim too: its gist is what is put forward. An inference of a
premise-conclusion structure becomes a link: its premises are those it says it `uses`, else all above that no inference
has used yet. Contraries and contradictions become attacks both ways. Whatever Argdown leaves open is read in the way
said here and noted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields as fields_of
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from argmap.formats import extras
from argmap.formats.argdown.model import SYMMETRIC, Argument, Document, End, Inference, Node, Relation, Section
from argmap.formats.build import Builder
from argmap.formats.notes import Notes
from argmap.formats.reading import CHANGED, GUESSED, LEFT_OUT, Reading
from argmap.model import Claim, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from argmap.model import Kind

    _Read = Callable[[object, Notes, tuple[str | int, ...]], dict[str, Any]]

SYNTHETIC: Final = "synthetic"  # marks a conclusion that only says which claim or step a linked objection is against
_TAG: Final = r"#(?:\([^)]+\)|[A-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+)"
_LOOKS: Final = frozenset(
    {"color", "isInMap", "isInGroup", "isGroup", "isClosed", "images", "fontColor", "uses", "id", SYNTHETIC}
)  # what only concerns Argdown's own pictures, or is read elsewhere
_CLAIM_FIELDS: Final = frozenset(field.name for field in fields_of(Claim)) - {"id", "text", "group"}
_LINK_FIELDS: Final = frozenset(field.name for field in fields_of(Link)) - {"id", "named", "premises", "kind", "target"}


def to_map(document: Document, notes: Notes) -> Reading:
    """Return the map that an Argdown text describes, with what was guessed on the way. O(size)."""
    return _Mapper(document, notes).reading()


class _Mapper:
    def __init__(self, document: Document, notes: Notes) -> None:
        self.document = document
        self.notes = notes
        self.builder = Builder(notes)
        self.title, self.heading = self._title()
        self.about = self._about()
        self.sources = {source.id for source in self.about.get("sources", ())}
        self.found: list[tuple[tuple[int, int], tuple[Any, ...], dict[str, Any]]] = []  # links with their places
        self.synthetic = self._synthetic_conclusions()
        self.aims = {
            relation.source: relation
            for relation in self.document.relations
            if relation.source.title in self.synthetic and relation.kind in ("attack", "contrary", "undercut")
        }
        self.by_source: dict[End, list[Hashable]] = {}

    def reading(self) -> Reading:
        self._groups()
        self._claims()
        self._links()
        return self.builder.finish(self.title, about=self.about)

    # the map as a whole

    def _title(self) -> tuple[str, Section | None]:
        """Return the title, and the heading that it is, if the front matter has none."""
        front, sections = self.document.front, self.document.sections
        if isinstance(title := front.get("title"), (str, int, float)):
            return str(title), None
        if not front and sections:
            top = sections[0]
            if sum(section.level <= top.level for section in sections) == 1:
                return top.title, top
        return "", None

    def _about(self) -> dict[str, Any]:
        front = self.document.front
        own = front.get(extras.KEY)
        known = {key: value for key, value in own.items() if key != "order"} if isinstance(own, dict) else own
        about = extras.map_fields(known, self.notes)
        about.pop("groups", None)
        about.pop("title", None)
        author = front.get("author") or front.get("authors") or ()
        names = author if isinstance(author, list) else [author] if author else []
        about.setdefault("authors", tuple(str(name) for name in names))
        for key, name in (("date", "date"), ("abstract", "description"), ("subTitle", "description")):
            if isinstance(value := front.get(key), (str, int, float)) and name not in about:
                about[name] = str(value)
        if isinstance(own, dict) and "order" in own:
            about["order"] = own["order"]
        return about

    # groups

    def _groups(self) -> None:
        used = {id(self._group(node)) for node in (*self.document.statements.values(), *self._sketches())}
        for section in self.document.sections:
            if section is self.heading or not (id(section) in used or section.data.get("isGroup") is True):
                continue
            fields = {key: section.data[key] for key in ("color", "note") if isinstance(section.data.get(key), str)}
            name = section.data.get("id")
            self.builder.group(
                id(section),
                str(section.data.get("title", section.title)) or "(no title)",
                name if isinstance(name, str) else "",
                section.span,
                **fields,
            )
            above = self._nearest(section.parent)
            if above is not None:
                message = f"groups do not nest: '{section.title}' in '{above.title}' became a group of its own"
                self.notes.add(GUESSED, message, section.span)

    def _nearest(self, section: Section | None) -> Section | None:
        while section and (section.data.get("isGroup") is False or section is self.heading):
            section = section.parent
        return section

    def _group(self, node: Node) -> Section | None:
        return self._nearest(node.section)

    # claims

    def _sketches(self) -> list[Argument]:
        return [argument for argument in self.document.arguments.values() if not argument.pcs]

    def _synthetic_conclusions(self) -> dict[str, End]:
        """Return the titles of made-up conclusions with the inference that leads to each."""
        steps = (step for argument in self.document.arguments.values() for step in argument.pcs)
        return {
            step.statement: step.inference.end
            for step in steps
            if step.inference and self.document.statements[step.statement].data.get(SYNTHETIC) is True
        }

    def _claims(self) -> None:
        sketches = self._sketches()
        nodes = [(node, End("statement", title)) for title, node in self.document.statements.items()]
        nodes = [pair for pair in nodes if pair[1].title not in self.synthetic]
        nodes += [(argument, End("argument", argument.title)) for argument in sketches]
        nodes.sort(key=lambda pair: (pair[0].span.line, pair[0].span.column))
        for node, end in nodes:
            self._claim(node, end)
        if sketches:
            self.notes.add(
                CHANGED, f"sketched arguments ({len(sketches)}) were read as claims: what they say is put forward"
            )

    def _claim(self, node: Node, end: End) -> None:
        texts = [_without_tags(text, node.tags) for text in node.texts] if node.tags else node.texts
        texts = [text for text in texts if text]
        fields = self._data(node, f"'{node.title}'", _CLAIM_FIELDS, extras.claim_fields) if node.data else {}
        if len(texts) > 1 and len(set(texts)) > 1:
            others = "; ".join(
                f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}" for text in texts[1:]
            )
            fields["note"] = f"{fields.get('note', '')} In other words: {others}".strip()
            self.notes.add(GUESSED, f"'{node.title}' has several wordings; the first is its text", node.span)
        if not texts:
            self.notes.add(GUESSED, f"'{node.title}' has no text; its title was taken for it", node.span, "write one")
        if node.urls and "url" not in fields:
            fields["url"] = node.urls.pop(0)
        if node.urls:
            self.notes.add(LEFT_OUT, f"links in the text of '{node.title}' lost their addresses", node.span)
        if node.tags:
            fields["tags"] = tuple(dict.fromkeys((*node.tags, *fields.pop("tags", ()))))
        if node.section and (group := self._group(node)):
            fields["group"] = id(group)
        self.builder.claim(end, texts[0] if texts else node.title, _name(node, node.data), node.span, **fields)

    def _data(self, node: Node | Inference, what: str, known: frozenset[str], read: _Read) -> dict[str, Any]:
        """Return the fields of the model that the data of a thing holds, and note what else it holds."""
        scratch = Notes(self.notes.path)
        fields = read({key: value for key, value in node.data.items() if key in known}, scratch, ())
        said = node.data.get("source") if "source" in known else ""
        told = extras.clean(said) if isinstance(said, str) and said not in self.sources else ""
        bad = {key for key in node.data if key not in fields and key not in _LOOKS} - ({"source"} if told else set())
        for key in sorted(bad, key=str):
            why = "its value is not what it should be" if key in known else "a map has no such field"
            self.notes.add(LEFT_OUT, f"the data '{key}' of {what} was left out: {why}", node.span)
        if told:
            fields.pop("source", "")
            fields["note"] = f"{fields.get('note', '')} Source: {told}".strip()
        return fields

    # links

    def _links(self) -> None:
        for argument in self.document.arguments.values():
            if argument.pcs:
                self._structure(argument)
        for relation in self.document.relations:
            if relation.kind != "undercut":
                self._relation(relation)
        for relation in self._undercuts_in_order():
            self._undercut(relation)
        for _, parts, fields in sorted(self.found, key=lambda row: row[0]):
            self.builder.link(*parts, **fields)

    def _put(self, premises: tuple[End, ...], kind: Kind, target: Hashable, key: Hashable, **fields: Any) -> None:  # noqa: ANN401 - fields of Link
        span = fields["span"]
        self.found.append(((span.line, span.column), (premises, kind, target, key), fields))
        if len(premises) == 1:
            self.by_source.setdefault(premises[0], []).append(key)

    def _structure(self, argument: Argument) -> None:
        free: list[End] = []
        for step in argument.pcs:
            end = End("statement", step.statement)
            if step.inference:
                premises = self._premises(argument, step.inference, free)
                used = set(premises)
                free = [one for one in free if one not in used]
                self._inference(argument, step.inference, premises, end, last=step is argument.pcs[-1])
            free.append(end)
        if argument.tags or argument.data.keys() - _LOOKS:
            message = f"the tags and data of '{argument.title}' were left out: a link has none"
            self.notes.add(LEFT_OUT, message, argument.span)

    def _premises(self, argument: Argument, inference: Inference, free: list[End]) -> tuple[End, ...]:
        uses = inference.data.get("uses")
        if isinstance(uses, list):
            wanted = {f"({number})" for number in uses}
            above = argument.pcs[: inference.conclusion]
            if named := tuple(End("statement", step.statement) for step in above if step.label in wanted):
                return named
        return tuple(free)

    def _inference(
        self, argument: Argument, inference: Inference, premises: tuple[End, ...], end: End, *, last: bool
    ) -> None:
        what = f"the inference of '{argument.title}'"
        fields = self._data(inference, what, _LINK_FIELDS, extras.link_fields) if inference.data else {}
        if inference.rules:
            fields.setdefault("scheme", ", ".join(inference.rules))
        if last and argument.texts:
            fields.setdefault("note", " ".join(argument.texts))
        name = _name(argument, inference.data) if last else ""
        kind, target = self._aim(end)
        self._put(premises, kind, target, inference.end, name=name, span=inference.span, **fields)

    def _aim(self, end: End) -> tuple[Kind, Hashable]:
        """Return what an inference does, and to what: it supports its conclusion, unless that is a made-up one."""
        relation = self.aims.get(end)
        if relation is None:
            return "supports", end
        return ("undercuts" if relation.kind == "undercut" else "attacks"), relation.target

    def _relation(self, relation: Relation) -> None:
        source, target = relation.source, relation.target
        if target.sort == "argument":
            target = self._whole(relation)
        if source.title in self.synthetic and source.sort == "statement":
            return
        if target.sort == "inference":
            self._put((source,), "undercuts", target, relation_key(relation), span=relation.span)
            return
        kind: Kind = "supports" if relation.kind in ("support", "entails") else "attacks"
        fields = {"scheme": "entailment"} if relation.kind == "entails" else {}
        self._put((source,), kind, target, relation_key(relation), span=relation.span, **fields)
        if relation.kind in SYMMETRIC:
            self._put((target,), kind, source, (*relation_key(relation), "back"), span=relation.span)
            message = f"'{source.title}' and '{target.title}' exclude each other: read as attacks both ways"
            self.notes.add(GUESSED, message, relation.span)

    def _whole(self, relation: Relation) -> End:
        """Return what a relation to an argument with premises bears on: Argdown does not say which of its parts."""
        target = relation.target
        argument = self.document.arguments[target.title]
        if not argument.pcs:
            return target
        premises = [End("statement", step.statement) for step in argument.pcs if step.role == "premise"]
        last = next(step.inference.end for step in reversed(argument.pcs) if step.inference)
        if relation.kind in ("support", "entails") and premises:
            meant, words = premises[0], f"as support of its first premise, '{premises[0].title}'"
        elif len(premises) == 1:
            meant, words = premises[0], f"as an attack on its premise, '{premises[0].title}'"
        else:
            meant, words = last, "as an undercut of its last step"
        message = f"a relation to the whole argument '{target.title}' was read {words}"
        self.notes.add(GUESSED, message, relation.span, "relate it to a premise, the conclusion or the inference")
        return meant

    def _undercuts_in_order(self) -> list[Relation]:
        """Return the undercuts, each after those that come from what it hits; those of a circle last."""
        undercuts = [relation for relation in self.document.relations if relation.kind == "undercut"]
        outstanding = Counter(relation.source for relation in undercuts)
        waiting: dict[End, list[Relation]] = {}
        ready: list[Relation] = []
        for relation in undercuts:
            (waiting.setdefault(relation.target, []) if outstanding[relation.target] else ready).append(relation)
        for relation in ready:  # the list grows while it is read
            outstanding[relation.source] -= 1
            if not outstanding[relation.source]:
                ready += waiting.pop(relation.source, [])
        return ready + [relation for rest in waiting.values() for relation in rest]

    def _undercut(self, relation: Relation) -> None:
        source, target = relation.source, relation.target
        if source.title in self.synthetic and source.sort == "statement":
            return
        key = relation_key(relation)
        if target.sort == "inference":
            self._put((source,), "undercuts", target, key, span=relation.span)
            return
        steps = self.by_source.get(target, ()) if target.sort == "argument" else ()
        for number, step in enumerate(tuple(steps)):
            self._put((source,), "undercuts", step, (*key, number), span=relation.span)
        if len(steps) != 1:
            words = "read as an attack on it" if not steps else f"read as undercuts of its {len(steps)} links"
            message = f"an undercut of '{target.title}', which is no single step, was {words}"
            self.notes.add(GUESSED, message, relation.span)
        if not steps:
            self._put((source,), "attacks", target, key, span=relation.span)


def _name(node: Node, data: dict[str, Any]) -> str:
    """Return the id that a statement or argument asks for: that in its data, else its title unless it was made up."""
    if isinstance(name := data.get("id"), str):
        return name
    return "" if node.untitled else node.title


@cache  # the letters of a tag take milliseconds to compile, and most texts have none
def _tag() -> re.Pattern[str]:
    return re.compile(_TAG)


def _without_tags(text: str, tags: list[str]) -> str:
    """Return a text without the tags at its end, which a claim holds apart from it. O(length)."""
    known, end = set(tags), len(text)
    while (start := text.rfind("#(" if text[end - 1 : end] == ")" else "#", 0, end)) >= 0:
        apart = not start or text[start - 1].isspace()
        if not (apart and _tag().fullmatch(text, start, end) and text[start:end].strip("#()") in known):
            break
        end = start
        while end and text[end - 1].isspace():
            end -= 1
    return text[:end]


def relation_key(relation: Relation) -> tuple[Hashable, ...]:
    """Return a key for the link that a relation becomes."""
    return (relation.kind, relation.source, relation.target)
