"""Report every problem of map files: errors, warnings and hints, each with its place and the fix.

Quotations are compared with the source text if the map names a file beside it, or if you supply it.

  argmap check zoo.yaml
  argmap check programme.yaml --source programme.txt
  argmap check maps/*.yaml --strict --format github

Exit code 0 if no file has errors, 1 if one has. `argmap explain CODE` says more about a code.
"""

from __future__ import annotations

import sys

from argmap.cli import EXIT_INVALID, EXIT_MISSING, EXIT_OK
from argmap.cli.output import counted, report, say, strictly
from argmap.uncollected import Uncollected

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from argmap.diagnostics import Diagnostic


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a map file, or - for standard input")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="how to report")
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    add_source(parser)


def add_source(parser: argparse.ArgumentParser) -> None:
    """Declare --source, which several commands share."""
    parser.add_argument(
        "--source",
        action="append",
        default=[],
        metavar="FILE",
        help="the text that is mapped; ID=FILE (repeatable) if the map has several sources",
    )


def sources(given: list[str]) -> str | dict[str, str] | None:
    """Return what --source named, as the library takes it. Raises UsageError if it makes no sense."""
    if not given:
        return None
    from pathlib import Path

    from argmap.diagnostics import UsageError

    if len(given) == 1 and ("=" not in given[0] or Path(given[0]).exists()):
        return given[0]
    if any("=" not in word for word in given):
        raise UsageError("with several sources write --source ID=FILE for each")
    return dict(word.partition("=")[::2] for word in given)


def run(args: argparse.Namespace) -> int:
    """Check the files one after the other."""
    with Uncollected():  # the process ends soon
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    from argmap.diagnostics import EnvironmentProblemError

    found: list[Diagnostic] = []
    read: list[str] = []
    given = sources(args.source)
    for path in args.files:
        try:
            found += _check(path, given)
            read.append(path)
        except EnvironmentProblemError as error:
            say(f"argmap check: {error}", sys.stderr)
    if args.strict:
        found = strictly(found)
    report(found, sys.stdout, args.format)
    if args.format == "text" and read:
        say(summary(found, read))
    if len(read) < len(args.files):
        return EXIT_MISSING
    return EXIT_INVALID if any(row.severity == "error" for row in found) else EXIT_OK


def _check(path: str, given: str | dict[str, str] | None) -> tuple[Diagnostic, ...]:
    from argmap import api

    if path == "-":
        return api.check_text(sys.stdin.buffer.read(), "<stdin>")
    return api.check(path, given)


def summary(found: list[Diagnostic], files: list[str]) -> str:
    """Return the last line of a report.

    >>> summary([], ["zoo.yaml"])
    'zoo.yaml: no problems'
    """
    what = f"{len(files)} files" if len(files) != 1 else "standard input" if files[0] == "-" else files[0]
    counts = [(sum(row.severity == kind for row in found), kind) for kind in ("error", "warning", "hint")]
    parts = [counted(number, kind) for number, kind in counts if number]
    return f"{what}: {', '.join(parts) or 'no problems'}"
