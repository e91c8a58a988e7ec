"""Convert between argument formats: from any that is read to any that is written.

  argmap convert debate.argdown debate.json --to aif
  argmap convert kialo-export.txt map.argdown
  argmap convert debate.argdown - --to kialo

The formats are told by the suffixes, and where several share one by the content; --from and --to say which is meant.
What the other format cannot carry is told, and what was left out or guessed; --strict makes that an error, and then
nothing is written. `argmap formats` lists the formats. Exit code 0 if the file was written, 1 if there were errors.
"""

from __future__ import annotations

import sys

from argmap.cli import EXIT_INVALID, EXIT_OK
from argmap.cli.output import report, spare, strictly, write
from argmap.cli.working import working

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from argmap.diagnostics import Diagnostic
    from argmap.formats import Format
    from argmap.formats.reading import Reading

_EACH = 5  # problems of one code that are told one by one


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="IN", help="a file of any format that is read, or - for standard input")
    parser.add_argument("output", metavar="OUT", help="the file to write, or - for standard output")
    add_from(parser)
    add_to(parser)


def add_from(parser: argparse.ArgumentParser) -> None:
    """Declare --from, which several commands share."""
    parser.add_argument("--from", dest="source_format", metavar="FORMAT", default="", help="the format of IN")


def add_to(parser: argparse.ArgumentParser) -> None:
    """Declare --to and --strict, which several commands share."""
    parser.add_argument("--to", metavar="FORMAT", default="", help="the format to write, if the suffix does not tell")
    parser.add_argument("--strict", action="store_true", help="treat losses and guesses as errors, and write nothing")


def run(args: argparse.Namespace) -> int:
    """Convert one file."""
    spare(args.file, args.output, "the file")
    return write_as(args, opened(args.file, args.source_format), args.output)


def opened(file: str, name: str) -> Reading:
    """Return what a file, or standard input, holds."""
    from pathlib import Path

    from argmap import convert

    if file == "-":
        return convert.reading_of(sys.stdin.buffer.read(), "<stdin>", name)
    with working(f"reading {file}"):
        return convert.reading(Path(file), name)


def write_as(args: argparse.Namespace, found: Reading, output: str) -> int:
    """Tell the problems and losses, and write the map unless there are errors."""
    from argmap import convert
    from argmap.cli import losses

    row = format_of(args.to, output)
    if found.argmap is None:
        return told(found.problems, strict=args.strict)
    code = told(found.problems, strict=args.strict)
    lost = losses.tell(convert.losses_of(found.argmap, row.name), row.name, strict=args.strict)
    if lost and args.strict:
        code = EXIT_INVALID
    if code == EXIT_OK:
        with working(f"writing {row.name}"):
            content = convert.write(found.argmap, row.name)
        write(output, content)
    return code


def format_of(name: str, output: str) -> Format:
    """Return the format of that name, "" for the one that the suffix of the output tells. Raises UsageError."""
    from argmap import convert
    from argmap.diagnostics import UsageError

    if not name and output == "-":
        raise UsageError("on standard output there is no suffix; say the format with --to")
    return convert.named(name, writes=True) if name else convert.written_to(output)


def told(problems: Iterable[Diagnostic], *, strict: bool) -> int:
    """Report problems on standard error, many of one kind in short, and return the exit code that they mean."""
    rows = strictly(problems) if strict else list(problems)
    shown: dict[str, int] = {}
    for row in rows:
        shown[row.code] = shown.get(row.code, 0) + 1
        if shown[row.code] <= _EACH:
            report([row], sys.stderr)
    for code, count in shown.items():
        if count > _EACH:
            print(f"and {count - _EACH} more of {code}; `argmap explain {code}` says more", file=sys.stderr)
    return EXIT_INVALID if any(row.severity == "error" for row in rows) else EXIT_OK
