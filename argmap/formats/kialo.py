"""The text that Kialo exports: one numbered claim a line, `Pro:` or `Con:` to the claim of the number above it.

A line `1.2.1. Pro: -> See 1.1.` gives the claim 1.1 one more place. Without a stance a claim is a thesis; several
theses stand as 1.1., 1.2., ... below a line `1.` that holds the question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from argmap.formats import drops
from argmap.formats.build import Builder
from argmap.formats.notes import Notes
from argmap.formats.reading import DANGLING, GUESSED, SYNTAX, TOLERATED
from argmap.order import outline, reasons
from argmap.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.formats.reading import Reading
    from argmap.model import ArgMap, Kind
    from argmap.order import Outline
    from argmap.source import SourceText

_TITLE = re.compile(r"Discussion (?:Title|Name):[ \t]*(.*)")
_LINE = re.compile(
    r"(\d+\.(?:\d+\.)*|\d+(?:\.\d+)+(?=[ \t]+(?:Pro|Con):))"
    r"(?:[ \t]+(?:(Pro|Con):(?:[ \t]|\Z))?[ \t]*(.*)|[ \t]*\Z)",
    re.DOTALL | re.IGNORECASE,
)
_SEE = re.compile(r"->[ \t]*See[ \t]+(\d+(?:\.\d+)*)\.?[ \t]*\Z")
_ESCAPED = re.compile(r"\\([\\()\[\]:-])")
_MARKUP = re.compile(r"[\\()\[\]]|\A-(?=>)|\A(?:Pro|Con)(?=:)", re.IGNORECASE)
_GAP: Final = 100  # so many numbers may be missing above a claim before it is taken for a thesis
_KINDS: Final[dict[str, Kind]] = {"Pro": "supports", "Con": "attacks"}
_STANCES: Final = {"supports": "Pro", "attacks": "Con"}


def escape(text: str) -> str:
    r"""Return a text as it stands in a Kialo export, on one line, never to be taken for a stance or a reference.

    >>> print(escape("see (a)\n[b] \\ c"), escape("Pro: x"), escape("-> See 1.1."), sep="\n")
    see \(a\) \[b\] \\ c
    Pro\: x
    \-> See 1.1.
    """
    return _MARKUP.sub(_escaped, " ".join(text.split()))


def _escaped(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isalpha() else f"\\{found[0]}"


def read(source: SourceText) -> Reading:
    """Return the map in a Kialo export. O(length)."""
    return _Reader(source).reading()


class _Reader:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.notes = Notes(source.path)
        self.builder = Builder(self.notes)
        self.title = ""
        self.about: dict[str, str] = {}
        self.rows: list[tuple[tuple[str, ...], str, list[str], Span]] = []  # number, stance, lines, place
        self.question: tuple[str, ...] = ()
        self.same: dict[tuple[str, ...], tuple[str, ...]] = {}  # a place of a claim -> where the claim itself stands
        self.ends: dict[tuple[str, ...], tuple[str, ...] | None] = {}  # the same, as far as it was followed to its end

    def reading(self) -> Reading:
        self._rows()
        self.question = self._question()
        self._claims()
        self._links()
        return self.builder.finish(self.title, about=self.about)

    def _rows(self) -> None:
        """Cut the text into claims; a line that begins with no number goes on with the claim above it."""
        titled = -2
        for number, line in enumerate(self.source.lines):
            bare = line.removeprefix("\ufeff").strip()
            found = _LINE.match(bare)
            if found:
                span = Span(self.source.path, number, 0, len(line))
                lines = [found[3] or ""]
                place = tuple(found[1].removesuffix(".").split("."))
                self.rows.append((place, (found[2] or "").capitalize(), lines, span))
            elif self.rows and bare:
                self.rows[-1][2].append(bare)
            elif title := _TITLE.match(bare):
                self.title = title[1].strip()
                titled = number
            elif bare and titled == number - 1:  # a title of several lines
                self.title = f"{self.title} {bare}".strip()
                titled = number
            elif bare:
                where = Span(self.source.path, number, 0, len(line))
                self.notes.add(SYNTAX, "this is no line of a Kialo export", where, "claims begin with 1. or 1.1. Pro:")
                return

    def _claims(self) -> None:
        known = {row[0] for row in self.rows}
        for place, _, lines, span in self.rows:
            text = "\n".join(lines)
            plain = _ESCAPED.sub(r"\1", " ".join(text.split()))
            if see := _SEE.match(text):
                self.same[place] = tuple(see[1].split("."))
                if self.same[place] not in known:
                    self.notes.add(DANGLING, f"'{see[1]}' is referred to but is not there; it was left out", span)
            elif place == self.question:
                if self.title and plain != " ".join(self.title.split()):
                    self.about["description"] = plain
                self.title = self.title or plain
            else:
                if self.builder.has_claim(place):
                    number = ".".join(place)
                    self.notes.add(TOLERATED, f"the number {number}. is there twice; the later claim counts", span)
                self.builder.claim(place, plain, span=span)

    def _question(self) -> tuple[str, ...]:
        """Return the number of the line that holds the question above several theses, () if there is none."""
        top = [row for row in self.rows if len(row[0]) == 1]
        below = [row for row in self.rows if len(row[0]) == 2]  # noqa: PLR2004 - the parts of 1.1
        if len(top) == 1 and not top[0][1] and below and not any(stance for _, stance, _, _ in below):
            return top[0][0]
        return ()

    def _links(self) -> None:
        for place, stance, _, span in self.rows:
            above = self._parent(place)
            if not above or above == self.question:
                continue
            claim, target = self._meant(place), self._meant(above)
            if claim is None or target is None:
                self._nowhere(place if claim is None else (), span)
                continue
            if not stance:
                message = f"{'.'.join(place)}. has no stance; it was read as Pro"
                self.notes.add(GUESSED, message, span, "write Pro: or Con: before the text")
            self.builder.link([claim], _KINDS[stance or "Pro"], target, span=span)

    def _nowhere(self, place: tuple[str, ...], span: Span) -> None:
        """Tell that a reference, or what a claim bears on, leads to no claim, unless _claims did."""
        if not place:
            self.notes.add(DANGLING, "what it bears on is a reference to nothing; the link was left out", span)
        elif self.same[place] in self.same:
            see = ".".join(self.same[place])
            self.notes.add(DANGLING, f"'{see}' is only a reference, and leads to no claim; it was left out", span)

    def _parent(self, place: tuple[str, ...]) -> tuple[str, ...]:
        """Return the place above; if no line has that number, the nearest above it that has one."""
        for _ in range(_GAP):
            place = place[:-1]
            if not place or self.builder.has_claim(place) or place in self.same or place == self.question:
                return place
        return ()

    def _meant(self, place: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return where the claim of a place itself stands; None if reference leads to nothing, or in a circle."""
        passed: dict[tuple[str, ...], None] = {}
        while place in self.same and place not in self.ends and place not in passed:
            passed[place] = None
            place = self.same[place]
        end = self.ends.get(place) if place in self.same else place
        end = end if end and self.builder.has_claim(end) else None
        self.ends.update(dict.fromkeys(passed, end))
        return end


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the lines of the map as a Kialo export, in reading order. O(n log n).

    An undercut stands as a Con of the premise whose step it hits, and linked premises stand apart.
    """
    argmap = drops.soften_undercuts(drops.split_linked(argmap))
    tree = outline(argmap)
    title = " ".join(argmap.title.split())
    yield f"Discussion Title: {title}".rstrip()
    yield ""
    if several := len(tree.roots) > 1:
        yield f"1. {escape(title)}".rstrip()
    rows, numbers = _numbered(argmap, tree, several=several)
    for name, number, stance, at_home in rows:
        text = escape(argmap.claim(name).text) if at_home else f"-> See {numbers[name]}"
        yield f"{number} {stance}: {text}" if stance else f"{number} {text}"


_Row = tuple[str, str, str, bool]  # claim, number, stance, whether it stands here and not only as a reference


def _numbered(argmap: ArgMap, tree: Outline, *, several: bool) -> tuple[list[_Row], dict[str, str]]:
    """Return a row for each place where a claim stands, and the number of the place that is its home."""
    bearing = reasons(argmap)
    rows: list[_Row] = []
    numbers: dict[str, str] = {}
    stack: list[_Row] = [(root, f"1.{at}." if several else "1.", "", True) for at, root in enumerate(tree.roots, 1)]
    stack.reverse()
    while stack:
        row = name, number, _, at_home = stack.pop()
        rows.append(row)
        if at_home:
            numbers[name] = number
            links = bearing.get(name, ())
            stack += [
                (claim, f"{number}{at}.", _STANCES[link.kind], tree.via[claim] == link.id)
                for at, link in reversed(list(enumerate(links, 1)))
                for claim in link.premises
            ]
    return rows, numbers
