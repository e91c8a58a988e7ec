"""Where the elements of a map stand in its file: found when asked for, since most files have no mistakes."""

from __future__ import annotations

from argmap import yamltree
from argmap.yamltree import Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.source import SourceText, Span
    from argmap.yamltree import Node


class Places:
    r"""The places of a map in its file. `span` and `key` never fail: what has no place of its own has that of its home.

    >>> from argmap.document import parse
    >>> places = parse("title: T\nclaims:\n  a: A.\n  b: {text: B., supports: [a]}\n", "t.yaml").places
    >>> str(places.span("b")), str(places.span("b", "text")), str(places.span("b supports a"))
    ('t.yaml:4:3', 't.yaml:4:13', 't.yaml:4:28')
    """

    __slots__ = ("_claims", "_indexes", "_links", "_root", "source")

    def __init__(self, source: SourceText, root: Node | None) -> None:
        self.source = source
        self._root = root
        self._claims: dict[str, tuple[int, Node]] = {}
        self._links: dict[str, tuple[Node, tuple[str | int, ...]]] = {}
        self._indexes: dict[int, dict[str, Node]] = {}  # values by key, of the mappings that were walked, by identity

    def add_claim(self, name: str, place: int, node: Node) -> None:
        """Note a claim: the place of its id and the node of the rest."""
        self._claims[name] = (place, node)

    def add_link(self, name: str, node: Node, path: tuple[str | int, ...] = ()) -> None:
        """Note a link: its node, or the node of the claim it is written on and the path to its target there."""
        self._links.setdefault(name, (node, path))

    def span(self, element: str = "", *path: str | int) -> Span:
        """Return the place of a claim or link, or of what the path (keys and indices) leads to in it.

        Element "" is the file: `span("", "expect", "stands", 0)`.
        """
        return self._show(self._find(element, path)[1])

    def key(self, element: str, key: str) -> Span:
        """Return the place of a key of an element, or that of the element if it does not have the key."""
        node, place = self._find(element, ())
        if isinstance(node, Mapping):
            place = next((name.place for name, _ in node.pairs() if name.value == key), place)
        return self._show(place)

    def _show(self, place: int) -> Span:
        return yamltree.span(place, self.source)

    def _find(self, element: str, path: tuple[str | int, ...]) -> tuple[Node | None, int]:
        if element in self._claims:
            place, node = self._claims[element]
            return self._walk(node, path, place)
        if element in self._links:
            home, way = self._links[element]
            if way:  # a link written on a claim has one place, that of its target
                return self._walk(home, way, home.place)
            return self._walk(home, path or ("id",), home.place)
        return self._walk(self._root, path, 0)

    def _walk(self, node: Node | None, path: tuple[str | int, ...], place: int) -> tuple[Node | None, int]:
        """Follow a path as far as it goes; a single value stands for a list of one."""
        for step in path:
            if isinstance(node, Mapping):
                found = self._index(node).get(step) if isinstance(step, str) else None
            elif isinstance(node, Sequence) and isinstance(step, int):
                found = node.items[step] if step < len(node.items) else None
            else:
                found = node if isinstance(node, Scalar) and step in {0, "text", "title"} else None
            if found is None:
                break
            node, place = found, found.place
        return node, place

    def _index(self, node: Mapping) -> dict[str, Node]:
        """Return the values of a mapping by key, of a repeated key the first. The tree keeps its nodes alive."""
        if id(node) not in self._indexes:
            self._indexes[id(node)] = {key.value: value for key, value in reversed(node.pairs())}
        return self._indexes[id(node)]
