"""A map file to a map: text to tree, tree to values by the one table of fields, names looked up, everything told."""

from __future__ import annotations

from argmap import yamltree
from argmap.diagnostics import Collector, in_file_order, raise_for_errors
from argmap.document.assemble import Assembler
from argmap.document.places import Places
from argmap.uncollected import Uncollected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass
    from typing import Protocol

    from argmap.diagnostics import Diagnostic
    from argmap.model import ArgMap
    from argmap.source import SourceText

    class Found(Protocol):
        """What was read, by whatever reader: a map, if there are no errors, and all problems."""

        @property
        def argmap(self) -> ArgMap | None: ...
        @property
        def problems(self) -> tuple[Diagnostic, ...]: ...
else:
    from argmap.frozen import dataclass

__all__ = ["Document", "Places", "parse", "sound"]


@dataclass(frozen=True, slots=True)
class Document:
    """A map file that was read: its text, the map, the problems in file order, and where everything stands.

    `argmap` is the map, None if the file has errors. `partial` is what could be read in any case, None if nothing.
    """

    source: SourceText
    argmap: ArgMap | None
    partial: ArgMap | None
    problems: tuple[Diagnostic, ...]
    places: Places


def parse(text: bytes | str, path: str = "<string>", *, pure: bool = False) -> Document:
    r"""Read a map file. Never raises, whatever the bytes. O(size).

    `path` is what the places call the file; nothing is opened. `pure` asks for the YAML parser in Python.

    >>> document = parse("title: Rain\nclaims:\n  wet: The street is wet.\n")
    >>> document.argmap.claim("wet").text
    'The street is wet.'
    >>> parse("title: Rain\nclaims:\n  wet: {text: It is wet., supports: rain}\n").problems[0].message
    "no claim is called 'rain'"
    """
    tree = yamltree.read(text, path, pure=pure)
    collector = Collector(tree.source)
    collector.found = tree.problems
    assembler = Assembler(collector, tree.root)
    with Uncollected():
        partial = None if tree.root is None else assembler.assemble(tree.root)
    problems = in_file_order(collector.found)
    good = not any(problem.severity == "error" for problem in problems)
    return Document(tree.source, partial if good else None, partial, problems, assembler.places_of)


def sound(found: Found) -> ArgMap:
    """Return the map that was read. Raises one InvalidMapError with every error, if there is any."""
    raise_for_errors(found.problems)
    assert found.argmap is not None  # noqa: S101 - there was no error
    return found.argmap
