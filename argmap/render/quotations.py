"""The quotations of a map in the order of the texts that they are taken from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import ArgMap, Claim, Link, Place
    from argmap.order import Outline


@dataclass(frozen=True, slots=True)
class Quotation:
    """A verbatim passage: the claim or link it belongs to, that element's number, the words, the place, the source."""

    element: str
    number: str
    text: str
    at: Place
    source: str


def quotations(argmap: ArgMap, order: Outline) -> tuple[Quotation, ...]:
    """Return every quotation, by source, then by paragraph, then by place in the file. O(n log n).

    A place in words ("p. 12") cannot be compared with a paragraph, so such quotations follow the numbered ones.

    >>> from argmap.model import ArgMap, Claim
    >>> from argmap.order import outline
    >>> two = Claim(id="b", text="B.", quote=("b",), at=(2,)), Claim(id="a", text="A.", quote=("a",), at=(1,))
    >>> argmap = ArgMap(title="", claims=two)
    >>> [quote.text for quote in quotations(argmap, outline(argmap))]
    ['a', 'b']
    """
    sources = {source.id: index for index, source in enumerate(argmap.sources)}
    items: tuple[Claim | Link, ...] = (*argmap.claims, *argmap.links)
    found = [
        Quotation(item.id, _number(item, order), text, place, item.source)
        for item in items
        for text, place in zip(item.quote, places(item), strict=True)
    ]
    return tuple(sorted(found, key=lambda quote: (sources.get(quote.source, 0), *_paragraph(quote.at))))


def places(item: Claim | Link) -> tuple[Place, ...]:
    """Return one place for each quotation of a claim or link; "" where none is told.

    >>> from argmap.model import Claim
    >>> places(Claim(id="a", text="A.", quote=("x", "y"), at=(3,)))
    (3, 3)
    """
    if len(item.at) == len(item.quote):
        return item.at
    return (item.at[0] if item.at else "",) * len(item.quote)


def _paragraph(place: Place) -> tuple[int, int]:
    return (0, place) if isinstance(place, int) else (1, 0)


def _number(item: Claim | Link, order: Outline) -> str:
    from argmap.model import Claim

    return order.numbers[item.id] if isinstance(item, Claim) else " + ".join(order.numbers[p] for p in item.premises)
