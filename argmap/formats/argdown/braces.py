"""Where a YAML flow mapping in braces ends."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 20_000  # no data is longer; an unclosed brace costs no more than that
_STOP = re.compile(r"[{}]|(?<=[\s:,\[{])(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+')")


def closing(text: str, start: int) -> int:
    r"""Return the index after the brace that closes the one at `start`; -1 if it is not closed.

    >>> closing('x {a: {b: "}"}, c: don\'t} y', 2)
    25
    >>> closing("{a", 0)
    -1
    """
    depth = 0
    for found in _STOP.finditer(text, start, start + LONGEST):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth == 0:
                return found.end()
    return -1
