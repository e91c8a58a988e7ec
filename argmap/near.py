"""The word that was probably meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_MANY = 3_000  # beyond so many candidates only those with the same first letter are compared


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters must be added, dropped, changed or swapped with a neighbour; at most `most` + 1.

    >>> distance("clsoe", "close", 2), distance("turnout", "tunout", 2), distance("cat", "elephant", 2)
    (1, 1, 3)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, letter2 in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != letter2))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == letter2:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def nearest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate nearest to the word, the first of several, or "" if none is near.

    >>> nearest("suports", ["text", "supports", "attacks"]), nearest("zebra", ["text"])
    ('supports', '')
    """
    low = word.lower()
    most = min(4, len(word) // 3)
    pool = [name for name in candidates if abs(len(name) - len(word)) <= most]
    if len(pool) > _MANY:
        pool = [name for name in pool if name[:1].lower() == low[:1]][:_MANY]
    best, found = most + 1, ""
    for name in pool:
        far = distance(low, name.lower(), min(most, best))
        if far < best:
            best, found = far, name
    return found


def nearest_names(word: str, names: Iterable[str]) -> str:
    """Return the end of a message that offers up to three names nearest to an unknown one, else some that there are.

    >>> nearest_names("clsoe", ["open", "close"]), nearest_names("x", ["open", "close"])
    ('; near: close', '; there are: open, close')
    """
    from difflib import get_close_matches

    known = list(names)
    near = get_close_matches(word, known, n=3, cutoff=0.5)
    return f"; near: {', '.join(near)}" if near else f"; there are: {', '.join(known[:8])}"
