"""Write a map as a figure, a document or a file of another format; the suffix of the file tells which.

  argmap export zoo.yaml -o zoo.svg             a figure: svg, pdf, png, tex
  argmap export zoo.yaml -o zoo.pdf --page A4   on paper; over several sheets where one would be too small to read
  argmap export zoo.yaml -o 1-2.png --focus 1.2 --dpi 300 --labels
  argmap export zoo.yaml -o zoo.pptx            to be edited: pptx, docx
  argmap export zoo.yaml -o zoo.html            to be read: html, markdown (numbered; .md is a list for other programs)
  argmap export zoo.yaml -o zoo.argdown         for other programs
  argmap export zoo.yaml --to mermaid           prints a flowchart for Markdown
  argmap export zoo.yaml -o zoo.json --to aif --strict

What the format cannot carry is told; --strict makes that an error, and then nothing is written. `argmap formats` lists
the formats. Exit code 0 if the file was written, 1 if the map has errors, 3 if something is missing on this machine.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from argmap.cli import EXIT_INVALID, EXIT_OK
from argmap.cli.convert import add_from, add_to, format_of, opened, told, write_as
from argmap.cli.figures import TAKES, add_figure_options, draw, refuse
from argmap.cli.output import can_show, say, show, spare, write
from argmap.cli.reading import add_map

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from argmap.formats.reading import Reading

_READ_BY_PEOPLE = ("html", "markdown")
# what nobody looks for in a picture or on paper
_UNSEEN = frozenset({"claim order", "link order", "spacing", "title spacing", "claim ids", "group ids", "empty groups",
                     "link ids", "expect", "steps", "allow", "link allow"})  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_map(parser)
    parser.add_argument("-o", "--output", metavar="OUT", default="-", help="the file (default: standard output)")
    add_to(parser)
    add_from(parser)
    add_figure_options(parser)


def run(args: argparse.Namespace) -> int:
    """Export one map."""
    can_show(args, args.output)
    spare(args.file, args.output, "the export")
    row = format_of(args.to, args.output)
    refuse(args, row.name)
    found = without_hints(opened(args.file, args.source_format))
    paths = [args.output]
    if row.name in (*TAKES, *_READ_BY_PEOPLE):
        code, paths = _draw(args, found, row.name)
    else:
        code = write_as(args, found, args.output)
    if args.open and code == EXIT_OK:
        show(paths[0])
    return code


def _draw(args: argparse.Namespace, found: Reading, name: str) -> tuple[int, list[str]]:
    """Write a figure or document; what it leaves out is told in one line, for a picture is no file to go on with."""
    from argmap import convert
    from argmap.cli import losses
    from argmap.formats.features import FEATURES

    code = told(found.problems, strict=args.strict)
    if code != EXIT_OK or found.argmap is None:
        return code, []
    lost = convert.losses_of(found.argmap, name)
    if args.strict and losses.tell(lost, name, strict=True):
        return EXIT_INVALID, []
    if name in TAKES:
        paths = draw(found.argmap, name, args.output, args)
    else:
        paths = [args.output]
        write(args.output, convert.write(found.argmap, name))
    codes = {problem.code for problem in lost}
    if names := [feature.name for feature in FEATURES if feature.code in codes and feature.name not in _UNSEEN]:
        say(f"note: {name} leaves out: {', '.join(names)}", sys.stderr)
    return EXIT_OK, paths


def without_hints(found: Reading) -> Reading:
    """Return a reading without hints on how to improve the map: `argmap check` shows those."""
    return replace(found, problems=tuple(row for row in found.problems if row.severity != "hint"))
