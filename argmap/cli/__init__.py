"""The command line: parse, call the library, print, return a number. One module a command, imported when it is called.

Exit codes: 0 fine, 1 a map or file has errors, 2 wrong usage, 3 something is missing on this machine.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module

TYPE_CHECKING = False  # the real one costs the import of typing
if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_OK, EXIT_INVALID, EXIT_USAGE, EXIT_MISSING = 0, 1, 2, 3

# name of the command, its module in this package, what it does (shown by --help without importing the module)
COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("new", "new", "write a commented starter map"),
    ("check", "check", "report every problem of map files"),
    ("build", "build", "write one self-contained HTML page"),
    ("explain", "explain", "explain a diagnostic code"),
    ("fmt", "fmt", "tidy a map file, keeping comments and meaning"),
    ("schema", "schema", "print the JSON Schema of the map file, for editors"),
    ("eval", "evaluate", "show what stands, what falls and what is contested"),
    ("why", "why", "explain the label of one claim in sentences"),
    ("what-if", "what_if", "show what changes when claims are accepted or rejected"),
    ("stats", "stats", "describe the structure of a map"),
    ("compare", "compare", "compare two maps of one argument, with named differences"),
    ("diff", "diff", "show what changed between two versions of a map"),
    ("export", "export", "write a figure, a document or another format"),
    ("convert", "convert", "convert between argument formats"),
    ("import", "import_", "write a map file from another format"),
    ("formats", "formats", "list the formats, and what each one loses"),
)

EPILOG = """\
Start here:
  argmap new zoo.yaml        write a small commented map to edit
  argmap check zoo.yaml      find mistakes in it
  argmap build zoo.yaml --open   write zoo.html and look at it

`argmap COMMAND --help` explains each command. Exit codes: 0 fine, 1 the map has errors, 2 wrong usage,
3 something is missing on this machine."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. `argv` leaves out the program's name; None means sys.argv."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except BrokenPipeError:  # the reader of our output has left, as `head` does
        sys.stderr.close()
        return EXIT_OK
    except KeyboardInterrupt:
        print("argmap: interrupted; no file was changed halfway", file=sys.stderr)
        return EXIT_MISSING


def _run(words: list[str]) -> int:
    args = _parser(words).parse_args(words)
    from argmap.diagnostics import EnvironmentProblemError, InvalidMapError, UsageError

    try:
        return int(args.run(args))
    except InvalidMapError as error:
        from argmap.cli.output import report

        report(error.problems, sys.stderr)
        return EXIT_INVALID
    except UsageError as error:
        print(f"argmap {args.command}: {error}", file=sys.stderr)
        return EXIT_USAGE
    except EnvironmentProblemError as error:
        print(f"argmap {args.command}: {error}", file=sys.stderr)
        return EXIT_MISSING


def _parser(words: list[str]) -> argparse.ArgumentParser:
    """Build the parser; only the command that is called is imported."""
    parser = argparse.ArgumentParser(
        prog="argmap",
        description="Argument maps in YAML, built into graphs, evaluated, and rendered as interactive HTML.",
        epilog=EPILOG,
        formatter_class=Help,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="argmap")
    called = next((word for word in words if not word.startswith("-")), "")
    known = any(called == name for name, _, _ in COMMANDS)
    for name, home, summary in COMMANDS:
        if name == called:
            module = import_module(f"argmap.cli.{home}")
            sub = commands.add_parser(
                name,
                help=summary,
                description=module.__doc__,
                formatter_class=Help,
            )
            module.add_arguments(sub)
            sub.set_defaults(run=module.run)
        elif not known:
            commands.add_parser(name, help=summary, add_help=False)
    return parser


class Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse makes one for every argument, and would import shutil to ask that."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


def _width() -> int:
    try:
        return int(os.environ["COLUMNS"]) - 2
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(1).columns - 2
    except OSError:  # no terminal
        return 78


class _Version(argparse.Action):
    """Print the version; it is imported only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from argmap._version import __version__

        print(f"argmap {__version__}")
        parser.exit()
