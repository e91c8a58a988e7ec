"""YAML as other programs write it: the tree of the map file's own reader, and small questions to it.

Plain scalars are typed here as JSON would type them; quoted ones are texts. Twice the same key stays visible.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from argmap import yamltree
from argmap.formats.notes import Notes
from argmap.yamltree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.source import SourceText, Span
    from argmap.yamltree import Node

_TYPED = re.compile(r"(?:true|false|null|-?(?:0|[1-9]\d{0,17})(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?)\Z")


class Yaml:
    """A YAML text that was read: `root` is None if there is nothing or if it cannot be read; `notes` to go on with."""

    def __init__(self, source: SourceText) -> None:
        tree = yamltree.read(source.text, source.path)
        self.source = tree.source
        self.root = tree.root
        self.notes = Notes(source.path)
        self.notes.adopt(tree.problems)

    def where(self, node: Node) -> Span:
        """Return the place of a node."""
        return yamltree.span(node.place, self.source)


def pairs(node: Node | None) -> Iterator[tuple[Scalar, Node]]:
    """Yield the keys and values of a mapping in file order; nothing for other nodes."""
    if isinstance(node, Mapping):
        yield from node.pairs()


def get(node: Node | None, *keys: str) -> Node | None:
    """Return the value of the first of these keys that a mapping has."""
    found = {key.value: value for key, value in reversed(list(pairs(node)))}
    return next((found[key] for key in keys if key in found), None)


def text(node: Node | None) -> str:
    """Return a scalar as text; "" for anything else, and for an empty plain scalar or a plain null."""
    if not isinstance(node, Scalar):
        return ""
    return "" if node.plain and node.value in {"null", "~"} else node.value


def items(node: Node | None) -> list[Node]:
    """Return the items of a list; a scalar that is not empty counts as a list of one."""
    if isinstance(node, Sequence):
        return node.items
    return [node] if isinstance(node, Scalar) and text(node) else []


def value(node: Node | None) -> Any:  # noqa: ANN401 - any value that JSON has
    """Return a node as JSON would have it. As deep as the reader of YAML allows."""
    if isinstance(node, Mapping):
        return {key.value: value(below) for key, below in node.pairs()}
    if isinstance(node, Sequence):
        return [value(below) for below in node.items]
    if isinstance(node, Scalar):
        return json.loads(node.value) if node.plain and _TYPED.match(node.value) else node.value
    return None
