"""Every code that a diagnostic can have: how bad it is, its title, and what a person should know about it.

One row a code, in one module for each range, which is imported when one of its codes is first asked for:
AM0xx the file as text and YAML, AM1xx what a map file must be, AM2xx warnings, AM3xx hints, AM4xx evaluation, AM5xx
reading other formats, AM6xx what another format cannot carry. `argmap explain CODE` prints a row.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from argmap.codes.row import Code, Severity

# the digit after AM -> the module
_HOMES: Final = {
    "0": "text", "1": "maps", "2": "checks", "3": "checks", "4": "evaluation", "5": "formats", "6": "formats",
}  # fmt: skip
_FOUND: Final[dict[str, Code]] = {}


def find(code: str) -> Code | None:
    """Return the row of a code, None if there is no such code.

    >>> find("AM110").title, find("AM999")
    ('no such claim', None)
    """
    if code not in _FOUND and (home := _HOMES.get(code[2:3])):
        rows: tuple[Code, ...] = import_module(f"argmap.codes.{home}").ROWS
        _FOUND.update((row.code, row) for row in rows)
    return _FOUND.get(code)


def severity(code: str) -> Severity:
    """Return how bad a problem of that code is. Raises KeyError if there is no such code.

    >>> severity("AM110"), severity("AM301")
    ('error', 'hint')
    """
    row = find(code)
    if row is None:
        raise KeyError(code)
    return row.severity


def every() -> tuple[Code, ...]:
    """Return all rows, in the order of their codes."""
    for digit in _HOMES:
        find(f"AM{digit}")
    return tuple(_FOUND[code] for code in sorted(_FOUND))


_CONVERTING: Final = "AM500"  # from here on codes are of files of other formats, where nobody reads `allow`


def silenceable(code: str) -> bool:
    """Return whether `allow` can silence the code: `check` gives it, and it is no error."""
    row = find(code)
    return row is not None and row.severity != "error" and row.code < _CONVERTING
