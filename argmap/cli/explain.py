"""Explain the code of a problem, or list all codes.

argmap explain AM201
argmap explain
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.output import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("codes", nargs="*", metavar="CODE", help="such as AM201; without one, all codes are listed")


def run(args: argparse.Namespace) -> int:
    """Print the rows of the codes."""
    from argmap.codes import every

    if not args.codes:
        for row in every():
            say(f"{row.code}  {row.severity:<8} {row.title}")
        return EXIT_OK
    for index, code in enumerate(args.codes):
        if index:
            say("")
        say(_explain(code))
    return EXIT_OK


def _explain(code: str) -> str:
    """Return what is known of a code. Raises UsageError if there is none."""
    from textwrap import fill

    from argmap.codes import every, find, silenceable
    from argmap.diagnostics import UsageError
    from argmap.near import nearest

    row = find(code.upper())
    if row is None:
        near = nearest(code, [known.code for known in every()])
        hint = f"a code with a similar name is {near}" if near else "`argmap explain` lists all codes"
        raise UsageError(f"there is no code {code!r}; {hint}")
    parts = [part if part.startswith(" ") else fill(part, 90) for part in row.explanation.split("\n\n")]
    if silenceable(row.code):
        parts.append(f"To silence it on one claim or link, write there: allow: [{row.code}]")
    return "\n\n".join([f"{row.code} ({row.severity}): {row.title}", *parts])
