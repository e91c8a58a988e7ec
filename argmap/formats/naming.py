"""The ids of links, before there are links: written ones, derived ones, and numbers where neither will do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from argmap.model import link_id

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from argmap.formats.ids import Ids
    from argmap.model import Kind

_DEEP: Final = (
    8  # an undercut of an undercut of ... deeper than this is called by a number: its derived id would not end
)


class Parts(NamedTuple):
    """What a link is made of. `target` is the id of a claim; for an undercut, the place of the link it hits."""

    premises: tuple[str, ...]
    kind: Kind
    target: str | int


def nameless(rows: Sequence[Parts], claims: Collection[str]) -> list[tuple[str, bool]]:
    """Return for each link the id that it has when nobody names it, and whether that has to be written.

    That is the derived id (see link_id), except where an earlier link has the same parts, or where undercuts run in a
    circle or very deep, so that no id can be derived: then `link-1`, `link-2`, in order. O(links).
    """
    numbers = _numbers(rows, claims)
    fresh: dict[int, str] = {}

    def name(at: int) -> str:  # as deep as _DEEP at most
        if at not in fresh:
            premises, kind, target = rows[at]
            fresh[at] = numbers.get(at) or link_id(premises, kind, name(target) if isinstance(target, int) else target)
        return fresh[at]

    return [(name(at), at in numbers) for at in range(len(rows))]


def _numbers(rows: Sequence[Parts], claims: Collection[str]) -> dict[int, str]:
    """Return a numbered id for each link that cannot have a derived one."""
    numbers: dict[int, str] = {}
    seen: set[Parts] = set()
    count = 0
    for at, row in enumerate(rows):
        if row in seen or not _derivable(rows, row):
            count += 1
            while f"link-{count}" in claims:
                count += 1
            numbers[at] = f"link-{count}"
        seen.add(row)
    return numbers


def _derivable(rows: Sequence[Parts], row: Parts) -> bool:
    """Return whether a chain of undercuts ends soon. In a circle it does not."""
    for _ in range(_DEEP):
        if not isinstance(row.target, int):
            return True
        row = rows[row.target]
    return False


def written(rows: Sequence[Parts], names: Sequence[str], ids: Ids) -> list[tuple[str, bool]]:
    """Return the ids of links that a file names, "" for those it does not, and whether each has to be written.

    A name that could be derived is none; a link without a name that cannot have a derived one gets a number. O(links).
    """
    fresh: dict[int, tuple[str, bool]] = {}
    seen: set[str] = set()
    for at in _targets_first(rows):
        premises, kind, target = rows[at]
        aim = fresh.get(target, ("", False))[0] if isinstance(target, int) else target
        derived = link_id(premises, kind, aim) if aim else ""
        if derived and derived not in seen and names[at] in ("", derived):
            fresh[at] = (derived, False)
            seen.add(derived)
        else:
            fresh[at] = (ids.keep(names[at] or "link-1", "link"), True)
    return [fresh[at] for at in range(len(rows))]


def _targets_first(rows: Sequence[Parts]) -> list[int]:
    """Return the places of all links, each after the link that it undercuts; those of a circle last."""
    pending: dict[int, list[int]] = {}
    ready: list[int] = []
    for at, row in enumerate(rows):
        if isinstance(row.target, int):
            pending.setdefault(row.target, []).append(at)
        else:
            ready.append(at)
    for at in ready:  # the list grows while it is read
        ready.extend(pending.pop(at, ()))
    return ready + [at for places in pending.values() for at in places]
