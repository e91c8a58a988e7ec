"""Losses told in short: one line a feature, with how many elements it concerns, which, and what keeps it."""

from __future__ import annotations

import sys

from argmap.cli.output import in_color, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.diagnostics import Diagnostic

_NAMED = 3  # elements that are named; the others are counted
_KEEPERS = 4  # formats that are named as keeping a feature


def tell(losses: Iterable[Diagnostic], name: str, *, strict: bool) -> bool:
    """Print on standard error what the format called `name` cannot carry; return whether there is anything."""
    color = in_color(sys.stderr)
    word, paint = ("error", "31") if strict else ("warning", "33")
    count = 0
    for code, text in in_short(losses, name):
        tag = f"\x1b[1;{paint}m{word}[{code}]\x1b[0m" if color else f"{word}[{code}]"
        say(f"{tag}: {text}", sys.stderr)
        count += 1
    if count and strict:
        say("nothing was written, because of --strict", sys.stderr)
    return bool(count)


def in_short(losses: Iterable[Diagnostic], name: str) -> Iterator[tuple[str, str]]:
    """Yield the code and the text of each feature that is lost, in the order in which they are reported."""
    from argmap.formats.features import FEATURES

    features = {feature.code: feature for feature in FEATURES}
    elements: dict[str, list[str]] = {}
    for row in losses:
        elements.setdefault(row.code, []).append(row.element)
    for code, rows in elements.items():
        feature = features[code]
        yield code, f"{name} cannot carry {feature.what}{_which(rows)}; {_keepers(feature.name)}"


def _which(elements: list[str]) -> str:
    """Return the elements as one reads them: nothing for the map itself, else up to three names and the number.

    >>> _which(["a", "b", "c", "d"])
    ' (a, b, c and 1 more)'
    """
    named = [element for element in elements if element]
    if not named:
        return ""
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f" ({', '.join(named[:_NAMED])}{more})"


def _keepers(feature: str) -> str:
    from argmap.formats import FORMATS

    keepers = [row.name for row in FORMATS.values() if row.writes and feature in row.keeps]
    return f"kept by {', '.join(keepers[:_KEEPERS])}{' ...' if len(keepers) > _KEEPERS else ''}"
