"""Trivial Graph Format, as solvers of abstract argumentation use it: arguments, a line `#`, attacks.

What follows the name of an argument is its text; a label on an edge that says `support` or `+` makes it a support.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argmap.formats.abstract import Framework
from argmap.formats.notes import Notes, at_line
from argmap.formats.reading import LEFT_OUT, TOLERATED, reading

if TYPE_CHECKING:
    from argmap.formats.reading import Reading
    from argmap.source import SourceText, Span

_FOR: Final = frozenset({"+", "s", "sup", "pro", "support", "supports"})
_AGAINST: Final = frozenset({"", "-", "a", "att", "con", "attack", "attacks", "r"})


def read(source: SourceText) -> Reading:
    r"""Return the map in a TGF file, and what was wrong or left out. O(length).

    >>> from argmap.source import SourceText
    >>> [link.id for link in read(SourceText("a\nb\n#\na b\n")).argmap.links]
    ['a attacks b']
    """
    framework = Framework(notes := Notes(source.path))
    in_edges = False
    for number, line in enumerate(source.lines):
        words = line.split()
        where = at_line(source, number, len(line) - len(line.lstrip()), len(line.rstrip()))
        if framework.is_full(where):
            return reading(None, notes)
        if words == ["#"]:
            if in_edges:
                notes.add(TOLERATED, "a second line `#` was passed over", where)
            in_edges = True
        elif words and in_edges:
            _edge(framework, words, where, notes)
        elif words:
            framework.argument(words[0].lstrip("\ufeff"), where, " ".join(words[1:]))
    return framework.finish()


def _edge(framework: Framework, words: list[str], where: Span, notes: Notes) -> None:
    if len(words) == 1:
        notes.add(LEFT_OUT, f"an edge from '{words[0]}' leads nowhere; it was left out", where)
        return
    label = " ".join(words[2:])
    if label.lower() not in _FOR | _AGAINST:
        notes.add(LEFT_OUT, f"the label '{label}' of an edge was left out; it was read as an attack", where)
    framework.link(words[0], "supports" if label.lower() in _FOR else "attacks", words[1], where)
