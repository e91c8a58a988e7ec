"""The options of the layout on the command line: the same for pages and figures, so that both can look alike."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from argmap.layout import LayoutOptions

NAMES = ("layout", "order", "orientation")  # as the parsed arguments have them


def add_layout_options(parser: argparse._ActionsContainer) -> None:
    """Declare the options. None of them has a default here, so that those which were given are known."""
    parser.add_argument("--layout", choices=("auto", "tree"), help="tree: fast, for large maps")
    parser.add_argument("--order", choices=("file", "crossings"), help="what decides between siblings")
    parser.add_argument("--orientation", choices=("auto", "up", "left", "right"), help="where the thesis stands")


def layout_of(args: argparse.Namespace, aspect: float | None = None) -> LayoutOptions:
    """Return the options; what was not given stays as the library has it. `aspect`: the shape aimed at."""
    from argmap.layout import LayoutOptions

    given = {"engine": args.layout, "order": args.order, "orientation": args.orientation, "aspect": aspect}
    return LayoutOptions(**{key: value for key, value in given.items() if value is not None})
