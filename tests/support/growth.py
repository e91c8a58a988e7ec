"""How the time of some work grows with its size: what is quadratic takes a hundred times as long at ten times it."""

from __future__ import annotations

import gc
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def assert_linear(work: Callable[[int], Callable[[], object]], size: int = 20_000, *, least: float = 0.01) -> None:
    """Compare a size with a tenth of it. `work` prepares a size and returns what is timed, which may raise.

    In between 10 and 100 lies room for a busy machine; below `least` seconds nothing can be told. The least of three
    counts for the small size; both sizes, one right after the other, may try thrice.
    """
    work(size // 200)()

    def cost(size: int) -> float:
        timed = work(size)
        gc.collect()
        gc.disable()  # what the tests before left in memory is looked through the more often, the more is made here
        try:
            start = process_time()
            timed()
            return process_time() - start
        finally:
            gc.enable()

    ratios: list[float] = []
    while not ratios or (ratios[-1] >= 30 and len(ratios) < 3):
        small = max(min(cost(size // 10) for _ in range(3)), least)
        ratios.append(cost(size) / small)
    assert ratios[-1] < 30, ratios
