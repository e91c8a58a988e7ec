"""The options of figures and documents on the command line, and which of them each kind takes."""

from __future__ import annotations

import sys
from pathlib import Path

from argmap.cli import layouts
from argmap.cli.output import say, write
from argmap.cli.working import working

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from argmap.model import ArgMap
    from argmap.render.figure import FigureOptions

_PART = ("depth", "focus", "group")
_LOOK = ("theme", "dark")
_SCENE = (*_PART, *_LOOK, *layouts.NAMES, "numbers", "labels", "no_title", "no_key")
_SHEET = (*_SCENE, "page", "turn", "tiles")
TAKES: dict[str, tuple[str, ...]] = {
    "svg": (*_SHEET, "embed_font"),
    "pdf": _SHEET,
    "png": (*_SHEET, "dpi"),
    "tex": _SCENE,
    "tex-outline": _PART,
    "pptx": (*_PART, *_LOOK, *layouts.NAMES, "tiles"),
    "docx": (*_PART, "page"),
}  # which options a kind takes, by the names of the parsed arguments
_FLAGS = {"turn": "--portrait and --landscape", "tiles": "--fit and --tiles", "numbers": "--numbers and --no-numbers"}


def add_figure_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of figures. None of them has a default here, so that those which were given are known."""
    from argparse import BooleanOptionalAction

    group = parser.add_argument_group("figures", "svg, pdf, png, tex; some of these are for pptx and docx too")
    group.add_argument(
        "--page",
        metavar="PAGE",
        help="A4, Letter, A3, slide, or none: the figure's own size (default; docx: what its language uses)",
    )
    turn = group.add_mutually_exclusive_group()
    for name, how in (("portrait", "an upright page"), ("landscape", "a lying page (default: as the figure fits)")):
        turn.add_argument(f"--{name}", dest="turn", action="store_const", const=name, help=how)
    tiles = group.add_mutually_exclusive_group()
    tiles.add_argument(
        "--tiles",
        action="store_true",
        default=None,
        help="over several sheets, to be glued; in parts on several slides",
    )
    tiles.add_argument(
        "--fit", dest="tiles", action="store_false", help="on one sheet or slide, however small the text"
    )
    group.add_argument("--dpi", type=float, help="dots an inch of png (default: 144)")
    group.add_argument("--theme", help="the colours: default, classroom, cvd, mono")
    group.add_argument("--dark", action="store_true", default=None, help="light text on a dark ground")
    group.add_argument("--depth", type=int, metavar="N", help="show N levels; 1 shows the theses alone")
    group.add_argument("--focus", metavar="CLAIM", help="show a claim (id or number), what bears on it, and its way up")
    group.add_argument("--group", metavar="GROUP", help="show the claims of one group (id or title)")
    layouts.add_layout_options(group)
    group.add_argument("--numbers", action=BooleanOptionalAction, default=None, help="number the claims (default: yes)")
    group.add_argument("--labels", action="store_true", default=None, help="mark what stands, falls or is contested")
    group.add_argument("--no-title", action="store_true", default=None, help="leave the title out")
    group.add_argument("--no-key", action="store_true", default=None, help="leave the key out")
    group.add_argument("--embed-font", action="store_true", default=None, help="put the fonts into the svg")
    parser.add_argument("--open", action="store_true", help="show the file in the program that the system has for it")


def refuse(args: argparse.Namespace, name: str) -> None:
    """Raise UsageError if an option was given that files of that format do not take."""
    from argmap.diagnostics import UsageError

    takes = TAKES.get(name, ())
    for option in dict.fromkeys(each for row in TAKES.values() for each in row):
        if option not in takes and getattr(args, option) is not None:
            flag = _FLAGS.get(option, f"--{option.replace('_', '-')}")
            kinds = ", ".join(kind for kind, row in TAKES.items() if option in row)
            raise UsageError(f"{name} does not take {flag}; it is for {kinds}")


def options_of(args: argparse.Namespace, argmap: ArgMap) -> FigureOptions:
    """Return the options of the figure; what was not given stays as the library has it."""
    from argmap.render.figure import FigureOptions
    from argmap.select import Selection

    paper = _paper(args.page) if args.page else None
    given: dict[str, Any] = {
        "paper": paper, "turn": args.turn, "tiles": args.tiles, "dpi": args.dpi, "theme": args.theme,
        "numbers": args.numbers, "embed_font": args.embed_font, "shade": "dark" if args.dark else None,
        "title": False if args.no_title else None, "key": False if args.no_key else None,
    }  # fmt: skip
    given["layout"] = layouts.layout_of(args, _aspect(paper, args.turn))
    if args.labels:
        from argmap.analysis.labels import labels

        given["labels"] = {name: verdict.label for name, verdict in labels(argmap).claims.items()}
    selection = Selection(depth=args.depth, focus=args.focus or "", group=args.group or "")
    return FigureOptions(selection=selection, **{key: value for key, value in given.items() if value is not None})


def _paper(name: str) -> str:
    """Return the name of a paper as the library has it, however its letters are written."""
    from argmap.render.pages import PAPERS

    return next((paper for paper in (*PAPERS, "none") if paper.lower() == name.lower()), name)


def _aspect(paper: str | None, turn: str | None) -> float | None:
    """Return the width of a page in heights, which the layout aims at: landscape unless portrait is asked for."""
    from argmap.render.pages import PAPERS

    if paper is None or paper not in PAPERS:
        return None
    short, long = PAPERS[paper]
    return short / long if turn == "portrait" else long / short


def draw(argmap: ArgMap, name: str, output: str, args: argparse.Namespace) -> list[str]:
    """Write a figure or document and return the paths that were written; notes on it go to standard error."""
    from argmap.diagnostics import UsageError
    from argmap.render.figure import FIGURE_FORMATS, figure

    options = options_of(args, argmap)
    with working(f"drawing {name}"):
        if name in FIGURE_FORMATS:
            made = figure(argmap, name, options)
        else:
            from argmap.render import documents

            made = documents.made(argmap, name, options)  # type: ignore[arg-type]  # one of TAKES
    for note in made.notes:
        say(f"note: {note}", sys.stderr)
    files = made.files
    if len(files) > 1 and output == "-":
        raise UsageError(f"there are {len(files)} sheets; name a file with -o, and they are numbered")
    paths = [output] if len(files) == 1 else sheets(output, len(files))
    for path, content in zip(paths, files, strict=True):
        write(path, content)
    return paths


def sheets(output: str, count: int) -> list[str]:
    """Return the names of the files of several sheets.

    >>> sheets("zoo.png", 2), sheets("zoo.png", 10)[8:]
    (['zoo-1.png', 'zoo-2.png'], ['zoo-09.png', 'zoo-10.png'])
    """
    path = Path(output)
    width = len(str(count))
    return [str(path.with_name(f"{path.stem}-{number:0{width}}{path.suffix}")) for number in range(1, count + 1)]
