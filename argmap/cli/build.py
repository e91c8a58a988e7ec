"""Write a map as one self-contained HTML page: the map, its outline, its quotations. It works offline and from a disk.

  argmap build zoo.yaml                  writes zoo.html
  argmap build zoo.yaml --open           and shows it in the browser
  argmap build zoo.yaml --embed          compact, for a frame in a page of yours (below)
  argmap build debate.argdown            a file of any format that is read
  argmap build programme.yaml --source programme.txt --theme classroom -o page.html

What a page opens on may stand in its address, after ? or #, joined by &; the link under "Share" says all of it:

  c=ID             a claim is selected             step=2           the second step; guess=1 hides its texts at first
  fold=1           what is deeper is folded        e=1, e=0         with or without what stands and what falls
  if=ID,-ID        one is accepted, one rejected   pane=outline     or map or details: what a compact page begins with
  q=WORD           a search                        theme=mono       the colours; mode=dark, mode=light
  ?embed=1         any page, compact; ?embed=0 the whole one

A compact page in a blog, a wiki or a course, with zoo.html beside it:

  <iframe src="zoo.html?fold=1" title="Zoo: a map" style="width:100%;height:500px;border:0" allow="fullscreen"></iframe>

It works from 320 x 300 pixels on. It takes no focus, sends and asks for nothing, and lets the page around it scroll:
in a frame, Ctrl with the wheel zooms, and on a phone two fingers move the map.

Errors stop the build and leave an existing page as it was. Exit code 0 if the page was written, 1 if the map has
errors, 3 if a file cannot be read or written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from argmap.cli import EXIT_OK
from argmap.cli.check import add_source, sources
from argmap.cli.layouts import add_layout_options, layout_of
from argmap.cli.output import can_show, counted, report, say, show, spare, write
from argmap.cli.reading import add_map, is_map_file
from argmap.cli.working import working

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from argmap.api import MapFile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from argmap.render.theme import THEMES

    add_map(parser)
    parser.add_argument("-o", "--output", metavar="OUT", help="the page; - for standard output (default: FILE.html)")
    parser.add_argument("--open", action="store_true", help="show the page in the browser")
    parser.add_argument("--embed", action="store_true", help="a compact page, for a frame in another page")
    parser.add_argument("--theme", choices=tuple(THEMES), default="default", help="the colours")
    add_layout_options(parser)
    add_source(parser)


def run(args: argparse.Namespace) -> int:
    """Build one page."""
    from argmap import api
    from argmap.render.html import PageOptions

    out = _output(args)
    found = _open(args) if is_map_file(args.file) else _imported(args.file)
    with working("drawing the map"):
        page = api.build_page(found, layout=layout_of(args), page=PageOptions(theme=args.theme, embed=args.embed))
    write(out, page)
    if out != "-":
        say(f"{out}: {len(page.encode()) / 1000:.0f} KB")
    if args.open:
        show(out)
    return EXIT_OK


def _output(args: argparse.Namespace) -> str:
    """Return where the page goes. Raises UsageError where that makes no sense."""
    out: str = args.output or ("-" if args.file == "-" else str(Path(args.file).with_suffix(".html")))
    can_show(args, out)
    spare(args.file, out, "the page")
    return out


def _open(args: argparse.Namespace) -> MapFile:
    from argmap import api

    given = sources(args.source)
    piped = args.file == "-"
    found = api.open_text(sys.stdin.buffer.read(), "<stdin>") if piped else api.open_map(args.file, given)
    _tell(found, args.file)
    return found


def _imported(path: str) -> MapFile:
    """Return a file of another format as the map file that `argmap import` would write."""
    from argmap import api, convert
    from argmap.cli.convert import opened
    from argmap.diagnostics import raise_for_errors

    found = opened(path, "")
    raise_for_errors(found.problems)
    report([problem for problem in found.problems if problem.severity == "warning"], sys.stderr)
    return api.open_text(convert.map_file(found), path)


def _tell(found: MapFile, file: str) -> None:
    """Show warnings on standard error; hints are many, so they are only counted. Errors are raised by the build."""
    if any(problem.severity == "error" for problem in found.problems):
        return
    report([problem for problem in found.problems if problem.severity == "warning"], sys.stderr)
    if hints := sum(problem.severity == "hint" for problem in found.problems):
        say(f"{file}: {counted(hints, 'hint')}; argmap check {file} shows them", sys.stderr)
