"""brat standoff annotation (`.ann`), as the corpora of argument mining use it: spans, relations, stances.

The spans carry their text, so that the annotated `.txt` beside the file is not needed. A span is a claim whose kind is
its type. The major claims of an essay restate one claim: they are read as that one, and a claim's stance `For` or
`Against` is its link to it. Relations are read by their names. https://brat.nlplab.org/standoff.html
Stab & Gurevych 2017, "Parsing argumentation structures in persuasive essays".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from argmap.formats.extras import add_note, clean
from argmap.formats.links import Draft
from argmap.formats.notes import Notes, at_line
from argmap.formats.reading import DANGLING, GUESSED, LEFT_OUT, SYNTAX, Reading, reading
from argmap.formats.schemes import Atom, claim_ids, finish

if TYPE_CHECKING:
    from argmap.model import Kind
    from argmap.source import SourceText, Span

_LINE = re.compile(r"(\S+)[ \t]+(.*?)[ \t]*\Z")
_SPAN = re.compile(r"(\S+)[ \t]+(\d{1,9})[ \t]+\d{1,9}(?:;\d{1,9} \d{1,9})*(?:[ \t]+|\Z)")
_RELATION = re.compile(r"(\S+)\s+Arg1:(\S+)\s+Arg2:(\S+)\Z")
_KINDS: Final[dict[str, Kind]] = {
    "supports": "supports", "support": "supports", "attacks": "attacks", "attack": "attacks",
    "partial-attack": "attacks", "contradicts": "attacks", "for": "supports", "against": "attacks",
}  # fmt: skip


def read(source: SourceText) -> Reading:
    """Return the map in an annotation file, and what was wrong, left out or guessed. O(n log n)."""
    notes = Notes(source.path)
    reader = _Reader(notes)
    for number, line in enumerate(source.lines):
        if line.strip():
            reader.line(line.lstrip("\ufeff"), at_line(source, number, 0, len(line)))
    if not reader.rows:
        notes.add(SYNTAX, "there is no annotation such as `T1<TAB>Claim 0 12<TAB>text`", at_line(source, 0))
        return reading(None, notes)
    return reader.finish()


class _Reader:
    """The annotations of one file; spans first, then what refers to them."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.rows = 0
        self.spans: dict[str, tuple[int, Atom]] = {}  # with where the span begins in the text
        self.others: list[tuple[str, str, Span]] = []

    def line(self, line: str, where: Span) -> None:
        parts = _LINE.match(line.strip())
        key, body = (parts[1], parts[2]) if parts else (line.strip(), "")
        found = _SPAN.match(body) if key.startswith("T") else None
        if found and key not in self.spans:
            kind = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", found[1]).lower()
            said = clean(body[found.end() :])
            fields: dict[str, Any] = {"kind": clean(kind)} | ({"quote": (said,)} if said else {})
            self.spans[key] = (int(found[2]), Atom(said, where, "", fields))
            self.rows += 1
        elif key[:1] in "RA#" and body:
            self.others.append((key, body, where))
            self.rows += key[:1] == "R"
        else:
            what = "a second span of that name" if found else "which is no span, relation, stance or note,"
            self.notes.add(LEFT_OUT, f"'{key[:40]}', {what} was left out", where)

    def finish(self) -> Reading:
        """Return the map: claims in the order of the text."""
        order = sorted(self.spans, key=lambda key: self.spans[key][0])
        major = [key for key in order if self.spans[key][1].fields["kind"] == "major claim"]
        same = dict.fromkeys(major[1:], major[0]) if major else {}
        atoms = {key: self.spans[key][1] for key in order if key not in same}
        for key in same:
            self._restate(atoms[major[0]], self.spans[key][1])
        drafts = [draft for row in self.others if (draft := self._link(row, major, same))]
        if not major:
            return finish(atoms, drafts, self.notes, {})
        names = dict(zip(atoms, claim_ids(atoms.values()), strict=True))
        return finish(atoms, drafts, self.notes, {"thesis": (names[major[0]],)})

    def _restate(self, kept: Atom, other: Atom) -> None:
        kept.fields["quote"] = tuple(dict.fromkeys((*kept.fields.get("quote", ()), *other.fields.get("quote", ()))))
        self.notes.add(GUESSED, "a further major claim was read as a wording of the first", other.where)

    def _link(self, row: tuple[str, str, Span], major: list[str], same: dict[str, str]) -> Draft | None:
        key, body, where = row
        if key.startswith("#"):
            self._note(body, where)
            return None
        words = body.split()
        if key.startswith("A"):
            return self._stance(key, words, major, where)
        found = _RELATION.match(body)
        name = found[1].lower().replace("_", "-") if found else ""
        kind = _KINDS.get(name)
        if not found or kind is None:
            self.notes.add(LEFT_OUT, f"the relation '{body}' is not known; it was left out", where)
            return None
        ends = tuple(same.get(end, end) for end in (found[2], found[3]))
        if missing := [end for end in ends if end not in self.spans]:
            self.notes.add(DANGLING, f"there is no span '{missing[0]}'; the relation was left out", where)
            return None
        fields = {"note": "a partial attack"} if name == "partial-attack" else {}
        return Draft(key, kind, (ends[0],), ends[1], "", fields, where)

    def _stance(self, key: str, words: list[str], major: list[str], where: Span) -> Draft | None:
        name, span, value = (*words, "", "", "")[:3]
        kind = _KINDS.get(value.lower())
        if name.lower() != "stance" or kind is None:
            self.notes.add(LEFT_OUT, f"the attribute '{' '.join(words)}' has no place in a map", where)
        elif span not in self.spans or not major:
            self.notes.add(DANGLING, f"the stance of '{span}' is towards nothing; it was left out", where)
        elif span not in major:
            return Draft(key, kind, (span,), major[0], where=where)
        return None

    def _note(self, body: str, where: Span) -> None:
        _, span, said = (*body.split(maxsplit=2), "", "", "")[:3]
        if span in self.spans and (text := clean(said)):
            add_note(self.spans[span][1].fields, text)
        else:
            self.notes.add(LEFT_OUT, "a note on something else than a span was left out", where)
