"""Libraries that only an extra installs: imported late; where one is missing, the command that installs it is told."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from argmap.diagnostics import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def needing(what: str, package: str, extra: str, *, module: str) -> Iterator[None]:
    """Import in this block what `what` needs. Raises MissingExtraError if `module`, or one it needs, is not there.

    `package` is what the module is called where it is installed from.

    >>> try:
    ...     with needing("Flight", "wings-of-wax", "air", module="no_wings"):
    ...         import no_wings
    ... except MissingExtraError as error:
    ...     print(error)
    Flight needs wings-of-wax; run: pip install 'argmap[air]'
    """
    try:
        yield
    except ModuleNotFoundError as error:
        lacking = (error.name or module).partition(".")[0]
        name = package if lacking == module else lacking
        raise MissingExtraError(f"{what} needs {name}; run: pip install 'argmap[{extra}]'") from error
