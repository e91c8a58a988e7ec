"""XML as other programs write it, read into a small tree with places, and never anything but the text at hand.

Entities that a file declares itself are refused (a few lines can expand to gigabytes), nothing outside the file is ever
fetched, and depth is bounded. Cut-off files are errors at the place where they end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from argmap.formats.notes import Notes, at_line
from argmap.formats.reading import SYNTAX, TOO_LARGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.source import SourceText, Span

DEEPEST: Final = 500
MOST: Final = 600_000  # elements; more than the largest map has in the wordiest of these formats


@dataclass(slots=True)
class Element:
    """One element: its name without prefix, its attributes without prefixes, its own text, what is in it, its place.

    `instructions` holds the processing instructions right within it, by their targets.
    """

    tag: str
    attributes: dict[str, str]
    where: Span
    text: str = ""
    children: list[Element] = field(default_factory=list)
    instructions: dict[str, str] = field(default_factory=dict)

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield all elements of these names within, in the order of the text."""
        stack = self.children[::-1]
        while stack:
            element = stack.pop()
            if not tags or element.tag in tags:
                yield element
            stack.extend(reversed(element.children))

    def child(self, tag: str) -> Element | None:
        """Return the first element of that name right below."""
        return next((element for element in self.children if element.tag == tag), None)

    def get(self, name: str) -> str:
        """Return an attribute, "" if it is not there."""
        return self.attributes.get(name, "")


class _RefusedError(Exception):
    """Something that is legal XML and that we do not read; code and message."""


class _Tree:
    """Builds the tree from what expat tells."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.root: Element | None = None
        self.count = 0
        self.stack: list[Element] = []
        self.pieces: list[list[str]] = []
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.EntityDeclHandler = self.entity
        self.parser.ProcessingInstructionHandler = self.instruction

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.stack) >= DEEPEST:
            raise _RefusedError(TOO_LARGE, f"elements are nested more than {DEEPEST} deep")
        self.count += 1
        if self.count > MOST:
            raise _RefusedError(TOO_LARGE, f"the file has more than {MOST:,} elements")
        line = self.parser.CurrentLineNumber - 1
        where = at_line(self.source, line, self.parser.CurrentColumnNumber)
        plain = {_local(name): value for name, value in attributes.items()}
        element = Element(_local(tag), plain, where)
        if self.stack:
            self.stack[-1].children.append(element)
        else:
            self.root = element
        self.stack.append(element)
        self.pieces.append([])

    def end(self, _: str) -> None:
        self.stack.pop().text = "".join(self.pieces.pop())

    def characters(self, text: str) -> None:
        if self.pieces:
            self.pieces[-1].append(text)

    def instruction(self, target: str, text: str) -> None:
        if self.stack:
            self.stack[-1].instructions[target] = text

    def entity(self, name: str, *_: object) -> None:
        raise _RefusedError(SYNTAX, f"the file declares an entity, '{name}'; such files are not read")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def parse(source: SourceText) -> tuple[Element | None, Notes]:
    """Return the root element of an XML text, or None, and the notes to go on with. O(length)."""
    notes = Notes(source.path)
    tree = _Tree(source)
    data = source.text.removeprefix("\ufeff").lstrip().encode("utf-8", "replace")
    skipped = source.text[: len(source.text) - len(source.text.removeprefix("\ufeff").lstrip())].count("\n")
    try:
        tree.parser.Parse(data, True)  # noqa: FBT003 - the C function takes no keywords
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        place = at_line(source, error.lineno - 1 + skipped, error.offset)
        notes.add(SYNTAX, f"this is not XML that can be read: {why}", place, _hint(source, error.code))
        return None, notes
    except _RefusedError as error:
        code, message = error.args
        place = at_line(source, tree.parser.CurrentLineNumber - 1 + skipped, tree.parser.CurrentColumnNumber)
        notes.add(code, message, place)
        return None, notes
    if skipped and tree.root is not None:
        _move(tree.root, skipped)
    return tree.root, notes


def _hint(source: SourceText, code: int) -> str:
    if not source.text.strip():
        return "the file is empty"
    cut = {
        expat.errors.codes[text] for text in (expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_UNCLOSED_TOKEN)
    }
    return "the file ends too early: it may have been cut off" if code in cut else ""


def _move(root: Element, lines: int) -> None:
    for element in (root, *root.all()):
        place = element.where
        element.where = type(place)(place.path, place.line + lines, place.column, place.end_column)
