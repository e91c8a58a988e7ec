"""Write a map file from a file of another format, such as a person would have written it.

  argmap import debate.argdown -o debate.yaml
  argmap import export.txt --from kialo            prints the map file

Ids are made from the texts where the other format has none. What was left out or guessed is told, and stands as a
comment in the map file beside what it is about. Exit code 0 if the file was written, 1 if there were errors.
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.convert import add_from, opened, told
from argmap.cli.output import counted, say, spare, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="IN", help="a file of any format that is read, or - for standard input")
    parser.add_argument("-o", "--output", metavar="OUT", default="-", help="the map file (default: standard output)")
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there")
    parser.add_argument("--strict", action="store_true", help="treat losses and guesses as errors, and write nothing")
    add_from(parser)


def run(args: argparse.Namespace) -> int:
    """Import one file."""
    from pathlib import Path

    from argmap.convert import map_file
    from argmap.diagnostics import UsageError

    spare(args.file, args.output, "the map file")
    if args.output != "-" and Path(args.output).is_file() and not args.force:
        raise UsageError(f"{args.output} is there already; name another file, or replace it with --force")
    found = opened(args.file, args.source_format)
    code = told(found.problems, strict=args.strict)
    if found.argmap is None or code != EXIT_OK:
        return code
    write(args.output, map_file(found))
    if args.output != "-":
        say(f"{args.output}: {counted(len(found.argmap.claims), 'claim')}, {counted(len(found.argmap.links), 'link')}")
    return EXIT_OK
