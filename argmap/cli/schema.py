"""Print the JSON Schema of the map file, so that an editor can complete keys and mark mistakes as you type.

  argmap schema > map.schema.json

Editors with a YAML language server (VS Code with the YAML extension, Neovim, Helix, Zed, ...) use it for a file that
begins with the comment that `argmap new` writes:

  # yaml-language-server: $schema=map.schema.json
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.output import write

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("-o", "--output", default="-", metavar="OUT", help="the file to write; - is standard output")


def run(args: argparse.Namespace) -> int:
    """Print the schema."""
    import json

    from argmap.document.schema import schema

    write(args.output, json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
    return EXIT_OK
