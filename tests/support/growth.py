"""How the time of some work grows with its size: what is quadratic takes a hundred times as long at ten times it."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def assert_linear(work: Callable[[int], Callable[[], object]], size: int = 20_000, *, least: float = 0.01) -> None:
    """Compare a size with a tenth of it. `work` prepares a size and returns what is timed, which may raise.

    In between 10 and 100 lies room for a busy machine; below `least` seconds nothing can be told. The least of three
    counts for the small size, and the large one may try thrice.
    """
    work(size // 200)()

    def cost(size: int) -> float:
        timed = work(size)
        start = process_time()
        timed()
        return process_time() - start

    small = max(min(cost(size // 10) for _ in range(3)), least)
    costs: list[float] = []
    while not costs or (min(costs) >= 30 * small and len(costs) < 3):
        costs.append(cost(size))
    assert min(costs) < 30 * small, costs
