"""The format of the argumentation competition since 2023: `p af 3`, then attacks as pairs of numbers; `#` comments.

https://iccma2023.github.io/rules.html
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from argmap.formats.abstract import Framework
from argmap.formats.notes import Notes, at_line
from argmap.formats.reading import LEFT_OUT, SYNTAX, TOLERATED, TOO_LARGE, reading

if TYPE_CHECKING:
    from argmap.formats.reading import Reading
    from argmap.source import SourceText

MOST: Final = 1_000_000
_HEAD = re.compile(r"\s*p\s+af\s+(\d{1,9})\s*\Z")
_ATTACK = re.compile(r"\s*(\d{1,9})\s+(\d{1,9})\s*\Z")


def read(source: SourceText) -> Reading:
    r"""Return the map in such a file, and what was wrong or left out. O(length + arguments).

    >>> from argmap.source import SourceText
    >>> [link.id for link in read(SourceText("p af 2\n1 2\n")).argmap.links]
    ['1 attacks 2']
    """
    framework = Framework(notes := Notes(source.path))
    size = -1
    for number, line in enumerate(source.lines):
        where = at_line(source, number, 0, len(line))
        if not line.strip() or line.lstrip("\ufeff").lstrip().startswith("#"):
            continue
        if head := _HEAD.match(line.lstrip("\ufeff")):
            if size >= 0:
                notes.add(TOLERATED, "a second line `p af` was passed over", where)
                continue
            size = int(head[1])
            if size > MOST:
                notes.add(TOO_LARGE, f"more than {MOST:,} arguments", where)
                return reading(None, notes)
            for name in range(1, size + 1):
                framework.argument(str(name), where, f"Argument {name}")
        elif size < 0:
            notes.add(SYNTAX, "the file does not begin with a line such as `p af 3`", where)
            return reading(None, notes)
        elif attack := _ATTACK.match(line):
            framework.link(str(int(attack[1])), "attacks", str(int(attack[2])), where)
        else:
            notes.add(LEFT_OUT, "this is not an attack, two numbers; the line was left out", where)
    if size < 0:
        notes.add(SYNTAX, "there is no line such as `p af 3`", at_line(source, 0))
        return reading(None, notes)
    return framework.finish()
