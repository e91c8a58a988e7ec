"""What the rules are given, and what they yield."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import ArgMap, Claim, Link
    from argmap.source import SourceText


class Finding:
    """A doubt about an element ("" for the map); `path` leads to the place in it, as in Places.span."""

    __slots__ = ("code", "element", "help", "message", "path")

    def __init__(self, code: str, message: str, element: str = "", *path: str | int, hint: str = "") -> None:
        self.code = code
        self.message = message
        self.element = element
        self.path = path
        self.help = hint


class Subject:
    """A map, its source texts, and what several rules want to know about it."""

    __slots__ = ("argmap", "bearing", "elements", "hit", "texts")

    def __init__(self, argmap: ArgMap, texts: Mapping[str, SourceText]) -> None:
        self.argmap = argmap
        self.texts = texts
        self.elements: tuple[Claim | Link, ...] = (*argmap.claims, *argmap.links)
        self.bearing: dict[str, list[Link]] = {}  # by premise
        self.hit: dict[str, list[Link]] = {}  # by target
        for link in argmap.links:
            self.hit.setdefault(link.target, []).append(link)
            for premise in link.premises:
                self.bearing.setdefault(premise, []).append(link)


def named(names: tuple[str, ...] | list[str], most: int = 6) -> str:
    """Return ids as a person would list them.

    >>> named(["a"]), named(["a", "b", "c"])
    ("'a'", "'a', 'b' and 'c'")
    """
    shown = [f"'{name}'" for name in names[:most]]
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
