"""Cards: what each claim's box holds and how large it is, before anybody knows where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from argmap.layout.geometry import FONT_SIZE, HEADER_HEIGHT, HEADER_SIZE, LINE_HEIGHT, PADDING_X, PADDING_Y
from argmap.layout.text import Room, measure, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.layout.options import LayoutOptions
    from argmap.model import ArgMap, Claim
    from argmap.order import Outline

HEADER_GAP = 8.0  # pixels between the words of a header
MARK_WIDTH = 18.0  # room at the right of a header, for a sign that tells whether the claim stands
IMPLIED: Final[Mapping[str, str]] = MappingProxyType(  # what stands on the card, by language; a test holds it to render
    {
        "en": "(implied)",
        "de": "(unausgesprochen)",
        "es": "(implícita)",
        "fr": "(sous-entendue)",
        "ru": "(подразумевается)",
    }
)
_EXTRA = (2 * PADDING_X, 2 * PADDING_Y + HEADER_HEIGHT, LINE_HEIGHT)


@dataclass(frozen=True, slots=True)
class Card:
    """A claim's wrapped text and the size of its box; whole pixels, so that engines that round agree."""

    lines: tuple[str, ...]
    width: int
    height: int


def cards(argmap: ArgMap, outline: Outline, options: LayoutOptions) -> dict[str, Card]:
    """Return the card of every claim by its id. About 20 microseconds a claim."""
    implied = IMPLIED.get(argmap.language.lower().partition("-")[0], IMPLIED["en"])
    return {
        claim.id: card(claim, outline.numbers[claim.id] if options.numbers else "", options.max_text_width, implied)
        for claim in argmap.claims
    }


def card(claim: Claim, number: str, widest: float, implied: str = IMPLIED["en"]) -> Card:
    """Return the card of one claim. Its header always finds room, a number as long as the card apart."""
    header = min(_header_width(claim, number, implied), widest)
    lines = wrap(claim.text, FONT_SIZE, Room(widest, header, *_EXTRA))
    text = max(measure(line, FONT_SIZE) for line in lines)
    return Card(lines, ceil(max(text, header) + _EXTRA[0]), round(len(lines) * LINE_HEIGHT + _EXTRA[1]))


def _header_width(claim: Claim, number: str, implied: str) -> float:
    """Return the room for the row above the text: number, kind, "(implied)" and a mark."""
    words = (number[:200], claim.kind, implied if claim.implicit else "")
    return MARK_WIDTH + sum(measure(word, HEADER_SIZE) + HEADER_GAP for word in words if word)
