"""Write a map as a file of another format; the suffix of the file tells which.

  argmap export zoo.yaml -o zoo.argdown
  argmap export zoo.yaml --to mermaid           prints a flowchart for Markdown
  argmap export zoo.yaml -o zoo.json --to aif --strict

What the format cannot carry is told; --strict makes that an error, and then nothing is written. `argmap formats` lists
the formats. Exit code 0 if the file was written, 1 if the map has errors.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.cli.convert import add_from, add_to, opened, write_as

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from argmap.formats.reading import Reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a map file (or one of another format), or - for standard input")
    parser.add_argument("-o", "--output", metavar="OUT", default="-", help="the file (default: standard output)")
    add_to(parser)
    add_from(parser)


def run(args: argparse.Namespace) -> int:
    """Export one map."""
    return write_as(args, without_hints(opened(args.file, args.source_format)), args.output)


def without_hints(found: Reading) -> Reading:
    """Return a reading without hints on how to improve the map: `argmap check` shows those."""
    return replace(found, problems=tuple(row for row in found.problems if row.severity != "hint"))
