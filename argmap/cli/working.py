"""Long work says on a terminal what is being done, and leaves nothing behind; in a pipe it stays quiet."""

from __future__ import annotations

import sys
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 0.5  # seconds of work that nobody needs to be told of


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show a line on standard error, if it is a terminal, while the block runs longer than half a second.

    >>> with working("reading zoo.yaml"):
    ...     pass
    """
    stream = sys.stderr
    if not stream.isatty():
        yield
        return
    from threading import Timer

    line = f"{what.encode(stream.encoding or 'ascii', 'replace').decode(stream.encoding or 'ascii')} ..."
    told: list[str] = []

    def tell() -> None:
        told.append(line)
        stream.write(line)
        stream.flush()

    timer = Timer(PATIENCE, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if told:
            stream.write(f"\r{' ' * len(line)}\r")
            stream.flush()
