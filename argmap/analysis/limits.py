"""Limits for searches that may take long. The clock belongs to the caller: nothing here reads one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Expired = Callable[[], bool]


def never() -> bool:
    """Return False: there is no time limit."""
    return False


class Limit:
    """How much a search may still do: until `expired()` says so, and at most `effort` items looked at (None: any)."""

    def __init__(self, expired: Expired = never, effort: int | None = None) -> None:
        self.expired = expired
        self.left = effort
        self.over = False

    def spend(self, items: int) -> bool:
        """Count items that were looked at; return whether the limit is now reached."""
        if self.left is not None:
            self.left -= items
            self.over = self.over or self.left < 0
        self.over = self.over or self.expired()
        return self.over
