"""The format of the argumentation competition since 2023: `p af 3`, then attacks as pairs of numbers; `#` comments.

https://iccma2023.github.io/rules.html
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap import limits
from argmap.formats.abstract import Framework
from argmap.formats.notes import Notes, at_line
from argmap.formats.reading import LEFT_OUT, SYNTAX, TOLERATED, reading

if TYPE_CHECKING:
    from argmap.formats.reading import Reading
    from argmap.source import SourceText, Span

_HEAD = re.compile(r"p\s+af\s+(\d{1,9})\s*\Z")
_ATTACK = re.compile(r"(\d{1,9})\s+(\d{1,9})\s*\Z")


def read(source: SourceText) -> Reading:
    r"""Return the map in such a file, and what was wrong or left out. O(length + arguments).

    >>> from argmap.source import SourceText, Span
    >>> [link.id for link in read(SourceText("p af 2\n1 2\n")).argmap.links]
    ['1 attacks 2']
    """
    framework = Framework(notes := Notes(source.path))
    declared = False
    for number, line in enumerate(source.lines):
        where = at_line(source, number, 0, len(line))
        said = line.lstrip("\ufeff").strip()
        if not said or said.startswith("#"):
            continue
        if head := _HEAD.match(said):
            _declare(framework, int(head[1]), where, again=declared)
            declared = True
        elif not declared:
            break
        elif attack := _ATTACK.match(said):
            framework.link(str(int(attack[1])), "attacks", str(int(attack[2])), where)
        else:
            notes.add(LEFT_OUT, "this is not an attack, two numbers; the line was left out", where)
        if framework.is_full(where):
            return reading(None, notes)
    if not declared:
        notes.add(SYNTAX, "the file does not begin with a line such as `p af 3`", at_line(source, 0))
        return reading(None, notes)
    return framework.finish()


def _declare(framework: Framework, size: int, where: Span, *, again: bool) -> None:
    if again:
        framework.notes.add(TOLERATED, "a second line `p af` was passed over", where)
        return
    for name in range(1, min(size, limits.MAX_CLAIMS + 1) + 1):
        framework.argument(str(name), where, f"Argument {name}")
