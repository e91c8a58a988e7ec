"""The outline of the page: the reading order as flat rows that open and close lists, so that no depth is too deep."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from argmap.order import reasons, rebuts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap, Link
    from argmap.order import Outline

DEEPEST: Final = 120  # browsers give up nesting at 512 elements, two a level; below this, levels are only told


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the outline: a claim at its own place, or a reference to where it stands.

    `word` is the relation (supports, attacks, undercuts, "and" for a further linked premise, "" for a root), `link` the
    id of the link by which the claim stands here, "" for a root; `steps` holds the numbers of the premises of an
    undercut step. `opens` tells whether a list of rows beneath it follows, `closes` how many lists end after it,
    `rebuts` whether it attacks an attack.
    """

    id: str
    number: str
    level: int
    word: str = ""
    kind: str = ""
    steps: str = ""
    reference: bool = False
    opens: bool = False
    closes: int = 0
    rebuts: bool = False
    link: str = ""


def outline_rows(argmap: ArgMap, order: Outline) -> tuple[Row, ...]:
    """Return the rows in reading order: one of its own for every claim, references where else it bears. O(size)."""
    rows: list[Row] = []
    beneath = reasons(argmap)
    stack = [
        Row(id=name, number=order.numbers[name], level=1, opens=bool(beneath.get(name)))
        for name in reversed(order.roots)
    ]
    while stack:
        row = stack.pop()
        rows.append(row)
        if row.opens:
            stack.extend(reversed(list(_beneath(argmap, order, row, beneath[row.id], beneath))))
    return tuple(_closing(rows))


def _beneath(
    argmap: ArgMap, order: Outline, row: Row, links: list[Link], beneath: dict[str, list[Link]]
) -> Iterator[Row]:
    for link in links:
        for index, premise in enumerate(link.premises):
            home = order.parent[premise] == row.id and order.via[premise] == link.id
            yield Row(
                id=premise,
                number=order.numbers[premise],
                level=row.level + 1,
                word="and" if index else link.kind,
                kind=link.kind,
                steps="" if index or link.kind != "undercuts" else _numbers(argmap, order, link.target),
                reference=not home,
                opens=home and bool(beneath.get(premise)),
                rebuts=rebuts(argmap, link, order),
                link=link.id,
            )


def _numbers(argmap: ArgMap, order: Outline, link: str) -> str:
    return " + ".join(order.numbers[premise] for premise in argmap.link(link).premises)


def _closing(rows: list[Row]) -> Iterator[Row]:
    """Say after which row how many lists end, nesting no deeper than DEEPEST."""
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        here = min(row.level, DEEPEST)
        then = min(after.level, DEEPEST) if after else 1
        yield replace(row, opens=row.opens and then > here, closes=max(0, here - then))
