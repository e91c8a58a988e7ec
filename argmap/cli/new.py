"""Write a small commented map to start from. It is valid, and shows what a map may hold.

  argmap new zoo.yaml
  argmap new zoo --title "Should zoos be closed?"
  argmap new zoo -o -

A file that exists is never overwritten.
"""

from __future__ import annotations

from argmap.cli import EXIT_OK
from argmap.cli.output import say, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

STARTER = """\
# An argument map. Lines that begin with # are comments: delete them when you know what they say.
#
#   argmap check NAME          find mistakes
#   argmap build NAME --open   look at the map
#
# For completion in your editor run `argmap schema -o map.schema.json`, and begin this file with the line
#   # yaml-language-server: $schema=map.schema.json

title: TITLE
description: What is argued about, and by whom.

# Groups are optional: parts of the map with a title, drawn as areas.
groups:
  animals: The animals
  people: The people

# Every claim has an id of your choice (letters, digits, - and _) and a text: one full sentence that somebody could
# accept or deny. The first claim here is the main one, since it bears on no other.
claims:
  close: Zoos should be closed.

  # A claim that alone supports or attacks another one says so itself.
  pain:
    text: Animals suffer in zoos.
    supports: close
    group: animals

  # A claim can attack a reason, too.
  vets:
    text: Animals in zoos have food, vets and no enemies.
    attacks: pain
    group: animals
    note: Ask in the zoo nearby.        # a note is shown beside the map

  # These two claims support the main claim only together, so the link stands below, under `links`.
  learn:
    text: Children learn about animals from films just as well as in zoos.
    group: people
  purpose:
    text: A zoo is justified only if children learn there what they cannot learn elsewhere.
    group: people
    implicit: true                      # nobody says it, but the argument needs it

  smell:
    text: A film cannot teach what a real animal smells and sounds like.
    attacks: learn
    group: people

  # "Even if both are true, it does not follow": this claim undercuts the step itself.
  species:
    text: Zoos are also there to save species from dying out.

links:
  - id: learning                        # needed only because something below refers to the link
    from: [learn, purpose]              # linked premises: neither of them is a reason without the other
    supports: close
  - from: species
    undercuts: learning

# Optional: what you expect the evaluation to say. `argmap check` tells when an edit changes it.
expect:
  falls: [pain, learn]
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("name", metavar="NAME", help="the file to write; .yaml is added if it is missing")
    parser.add_argument("--title", default="Should zoos be closed?", help="the title of the map")
    parser.add_argument("-o", "--output", metavar="OUT", help="write there instead; - is standard output")


def run(args: argparse.Namespace) -> int:
    """Write the starter map."""
    from pathlib import Path

    name = args.name if args.name.endswith((".yaml", ".yml")) else f"{args.name}.yaml"
    target = args.output or name
    text = starter(args.title, name)
    if target != "-" and Path(target).exists():
        from argmap.diagnostics import UsageError

        raise UsageError(f"{target} exists and is not overwritten; choose another name")
    write(target, text)
    if target != "-":
        say(f"wrote {target}; now try: argmap check {target}, argmap build {target} --open")
    return EXIT_OK


def starter(title: str, name: str) -> str:
    """Return the starter map with a title; its first lines call it `name`. Raises UsageError for an empty title."""
    from argmap.diagnostics import UsageError
    from argmap.yamltext import quote

    if not title.strip():
        raise UsageError("the title is empty")
    return STARTER.replace("title: TITLE", f"title: {quote(title)}").replace("NAME ", f"{name} ".ljust(5))
