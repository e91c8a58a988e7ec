"""Tidy map files: the order of keys, indentation, quotation marks and long lines of every map alike.

Comments stay, the map stays the same, and tidying twice changes nothing more. Files with errors are left alone.

  argmap fmt zoo.yaml
  argmap fmt --check maps/*.yaml
  argmap fmt --diff zoo.yaml

With --check nothing is written; exit code 1 tells that a file is not tidy.
"""

from __future__ import annotations

import sys

from argmap.cli import EXIT_INVALID, EXIT_MISSING, EXIT_OK
from argmap.cli.output import report, say, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a map file, or - for standard input to output")
    parser.add_argument("--check", action="store_true", help="write nothing, tell which files are not tidy")
    parser.add_argument("--diff", action="store_true", help="write nothing, show what would change")


def run(args: argparse.Namespace) -> int:
    """Tidy the files one after the other; return the gravest of their exit codes."""
    return max(_tidy(path, check=args.check, diff=args.diff) for path in args.files)


def _tidy(path: str, *, check: bool, diff: bool) -> int:
    from argmap.api import read_bytes
    from argmap.diagnostics import EnvironmentProblemError, InvalidMapError, UsageError
    from argmap.formats.tidy import tidy

    try:
        data = sys.stdin.buffer.read() if path == "-" else read_bytes(path)
        fresh = tidy(data, "<stdin>" if path == "-" else path)
        if data == fresh.encode("utf-8") and path != "-":
            return EXIT_OK
        if diff:
            _show(path, data.decode("utf-8-sig"), fresh)
        elif check:
            say(f"{path} is not tidy; run: argmap fmt {path}")
        else:
            write(path, fresh)
            if path != "-":
                say(f"tidied {path}")
    except InvalidMapError as error:
        report(error.problems, sys.stderr)
        say(f"argmap fmt: {path} has errors and is left as it is", sys.stderr)
        return EXIT_INVALID
    except UsageError as error:
        say(f"argmap fmt: {error}", sys.stderr)
        return EXIT_INVALID
    except EnvironmentProblemError as error:
        say(f"argmap fmt: {error}", sys.stderr)
        return EXIT_MISSING
    return EXIT_INVALID if check and data != fresh.encode("utf-8") else EXIT_OK


def _show(path: str, old: str, new: str) -> None:
    from difflib import unified_diff

    for line in unified_diff(old.splitlines(), new.splitlines(), path, f"{path} (tidy)", lineterm=""):
        say(line)
