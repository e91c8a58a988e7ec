"""Which claim of one map is which claim of another: by id, and where ids differ, by text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.analysis.assign import assign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model import ArgMap, Claim

THRESHOLD = 0.6  # texts less similar than this are not the same claim


@dataclass(frozen=True, slots=True)
class Match:
    """`pairs`: claim of the first map -> claim of the second, in the order of the first; and what is left of both.

    `similarity` holds, for pairs that were found by text, how similar the texts are, from THRESHOLD to 1.
    """

    pairs: Mapping[str, str]
    similarity: Mapping[str, float]
    left: tuple[str, ...]
    right: tuple[str, ...]


def match(one: ArgMap, other: ArgMap, threshold: float = THRESHOLD) -> Match:
    """Return which claims of two maps are the same.

    Claims with the same id are, unless the text of one of them stands word for word under another id. The rest is
    assigned one to one so that the sum of the similarities of the texts is largest (see `similarity`); pairs below the
    threshold do not count. O(n^2) at worst, near-linear for the usual two versions of a map.

    >>> from argmap.model import ArgMap, Claim
    >>> mine = ArgMap(title="", claims=(Claim(id="a", text="Zoos should close."), Claim(id="b", text="Pain is bad.")))
    >>> ours = ArgMap(title="", claims=(Claim(id="x", text="All zoos should be closed."),))
    >>> dict(match(mine, ours).pairs)
    {'a': 'x'}
    """
    pairs = _by_id(one, other)
    taken = set(pairs.values())
    rest = [claim for claim in one.claims if claim.id not in pairs]
    others = [claim for claim in other.claims if claim.id not in taken]
    found = _by_text(rest, others, threshold)
    pairs |= {name: mate for name, (mate, _) in found.items()}
    order = [claim.id for claim in one.claims]
    taken = set(pairs.values())
    return Match(
        pairs={name: pairs[name] for name in order if name in pairs},
        similarity={name: found[name][1] for name in order if name in found},
        left=tuple(name for name in order if name not in pairs),
        right=tuple(claim.id for claim in other.claims if claim.id not in taken),
    )


def _by_id(one: ArgMap, other: ArgMap) -> dict[str, str]:
    """Return the pairs with one id, without those whose text is somebody else's word for word."""
    texts = {words(claim.text): claim.id for claim in other.claims}
    own = {words(claim.text): claim.id for claim in one.claims}
    pairs = {}
    for claim in one.claims:
        if other.is_claim(claim.id):
            here, there = words(claim.text), words(other.claim(claim.id).text)
            if here == there or (here not in texts and there not in own):
                pairs[claim.id] = claim.id
    return pairs


def _by_text(rest: Sequence[Claim], others: Sequence[Claim], threshold: float) -> dict[str, tuple[str, float]]:
    """Return the best one-to-one pairs by text, with their similarity."""
    holders: dict[str, list[int]] = {}
    for place, claim in enumerate(others):
        for word in set(words(claim.text).split()):
            holders.setdefault(word, []).append(place)
    weights: dict[tuple[int, int], float] = {}
    for here, claim in enumerate(rest):
        near = {place for word in set(words(claim.text).split()) for place in holders.get(word, ())}
        for there in sorted(near):
            alike = similarity(claim.text, others[there].text)
            if alike >= threshold:
                weights[here, there] = alike
    return {rest[i].id: (others[j].id, weights[i, j]) for i, j in assign(weights)}


def similarity(one: str, other: str) -> float:
    """Return how similar two texts are, from 0 to 1: Dice's coefficient over pairs of neighbouring letters.

    Case, punctuation and spacing do not count. Dice 1945, https://doi.org/10.2307/1932409

    >>> round(similarity("Voting raises turnout.", "Turnout is raised by voting"), 2)
    0.88
    >>> similarity("Same words!", "same  words"), similarity("yes", "no")
    (1.0, 0.0)
    """
    a, b = words(one), words(other)
    if a == b:
        return 1.0
    pairs, mates = _letters(a), _letters(b)
    total = sum(pairs.values()) + sum(mates.values())
    return 2 * sum((pairs & mates).values()) / total if total else 0.0


@lru_cache(maxsize=20_000)
def words(text: str) -> str:
    """Return a text as its words in lower case, with one space between them."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@lru_cache(maxsize=20_000)
def _letters(text: str) -> Counter[str]:
    """Return the pairs of neighbouring letters within the words of a text."""
    return Counter(pair for word in text.split() for pair in _pairs(word))


def _pairs(word: str) -> Iterable[str]:
    return (word[i : i + 2] for i in range(len(word) - 1)) if len(word) > 1 else (word,)
