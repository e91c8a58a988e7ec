"""Nodes to values: one method for each kind of field, each telling what is wrong with what it was given."""

from __future__ import annotations

import re

from argmap.document.fields import COLOR, LANGUAGE, MEANT, REQUIRED, TABLES
from argmap.document.ids import ID, as_id, composed, is_id
from argmap.near import nearest
from argmap.yamltree import Mapping, Scalar, Sequence, span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Final

    from argmap.diagnostics import Collector
    from argmap.document.fields import Field
    from argmap.model import Place
    from argmap.yamltree import Node

# the others are compiled when a map needs them
_NUMBER: Final = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
_WHOLE: Final = r"[-+]?[0-9]+"
_DIGITS: Final = 9  # of a whole number: nobody counts to a billion
_PERCENT: Final = 100
_FLAGS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WANTS: Final = {Mapping: "a mapping", Sequence: "a list", Scalar: "a text"}


class Reference:
    """A mention of another element, to be looked up when all are known; `want` says what it should be."""

    __slots__ = ("element", "key", "name", "place", "want")

    def __init__(self, want: str, name: str, place: int, key: str, element: str) -> None:
        self.want = want
        self.name = name
        self.place = place
        self.key = key
        self.element = element


class Records:
    """Reads records by their tables. Each reading method returns None for what cannot be used, and has told why."""

    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self.references: list[Reference] = []
        self.element = ""  # the claim or link that is being read
        self.readers: dict[str, Callable[[Node, Field], Any]] = {
            "text": self.text,
            "texts": self.texts,
            "words": self.words,
            "claim": self.claim,
            "claims": self.claims,
            "link": self.link,
            "links": self.links,
            "elements": self.elements,
            "group": self.group,
            "source": self.source,
            "id": self.id,
            "choice": self.choice,
            "fraction": self.fraction,
            "count": self.count,
            "flag": self.flag,
            "places": self.places,
            "color": self.color,
            "language": self.language,
        }

    def tell(self, code: str, message: str, place: int, hint: str = "") -> None:
        """Report a problem of the element that is being read."""
        self.collector.add(code, message, span(place, self.collector.source), hint, self.element)

    def line(self, place: int) -> int:
        """Return the line of a place, as it is shown."""
        return span(place, self.collector.source).line + 1

    # records

    def record(self, node: Mapping, record: str, place: int) -> dict[str, Any]:
        """Return the values of one mapping by key; unknown, repeated and missing keys are told."""
        table = TABLES[record]
        values: dict[str, Any] = {}
        seen: dict[str, int] = {}
        meant: set[str] = set()  # by keys that are unknown
        readers = self.readers
        items = iter(node.items)
        for key, value in zip(items, items, strict=True):
            name: str = key.value  # type: ignore[union-attr]  # the tree holds no other keys
            field = table.get(name)
            if field is None:
                meant.add(self._unknown(name, key.place, record))
            elif name in seen:
                self._repeated(name, key.place, seen[name])
            else:
                seen[name] = key.place
                if (found := readers[field.kind](value, field)) is not None:
                    values[name] = found
        for name in REQUIRED[record]:
            if name not in seen and name not in meant:
                self.tell("AM102", f"the {record} has no `{name}`", place, f"add a line `{name}: ...`")
        return values

    def _repeated(self, name: str, place: int, first: int) -> None:
        hint = f"the first is on line {self.line(first)}; join the two, as a list if there are several targets"
        self.tell("AM016", f"`{name}` is written twice", place, hint)

    def _unknown(self, name: str, place: int, record: str) -> str:
        """Tell of an unknown key; return the key that was probably meant, "" if nobody knows."""
        table = TABLES[record]
        meant = MEANT.get(name.lower(), "")
        if meant not in table:
            meant = nearest(name, table)
        if meant:
            hint = f"write `{meant}`"
        elif " " in name:
            hint = "between braces a comma ends a text: put the text in quotation marks if this belongs to it"
        elif name == "<<":
            hint = "merge keys are no part of YAML 1.2: write the keys out"
        else:
            homes = [home for home, rows in TABLES.items() if name in rows]
            hint = f"`{name}` belongs to a {homes[0]}; a" if homes else "a"
            hint += f" {record} has: {', '.join(table)}"
        article = "an" if record[0] in "aeiou" else "a"
        self.tell("AM101", f"{article} {record} has no key `{name}`", place, hint)
        return meant

    def mapping(self, node: Node, key: str, want: str) -> Mapping | None:
        """Return the node if it is a mapping."""
        if isinstance(node, Mapping):
            return node
        self.wrong(node, key, want)
        return None

    def wrong(self, node: Node, key: str, want: str, hint: str = "") -> None:
        """Tell that a value is of another kind than its key needs, or is missing."""
        if isinstance(node, Scalar) and not node.value.strip():
            self.tell("AM104", f"`{key}` has no value", node.place, "write one, or delete the line")
        else:
            has = _WANTS[type(node)]
            self.tell("AM103", f"`{key}` needs {want} and has {has}", node.place, hint or _instead(want, node))

    def entries(self, node: Node, key: str, want: str, one: str) -> list[tuple[str, int, Node]]:
        """Return id, place and value of each entry of a mapping from ids; malformed and repeated ids are told."""
        found = self.mapping(node, key, want)
        if found is None:
            return []
        result: list[tuple[str, int, Node]] = []
        seen: dict[str, int] = {}
        items = iter(found.items)
        for name, value in zip(items, items, strict=True):
            text = self.id(name, None)
            if text is None:
                continue
            if text in seen:
                hint = f"the first is on line {self.line(seen[text])}; give one of them another id"
                self.tell("AM016", f"two {one}s are called '{text}'", name.place, hint)
                continue
            seen[text] = name.place
            result.append((text, name.place, value))
        return result

    # texts

    def text(self, node: Node, field: Field) -> str | None:
        """Read one text."""
        found = self._scalar(node, field)
        return None if found is None else found.value

    def _scalar(self, node: Node, field: Field) -> Scalar | None:
        """Return the node if it is a text that is not blank."""
        if type(node) is Scalar:
            value = node.value
            if value and not value.isspace():
                return node
        hint = ""
        if isinstance(node, Mapping):
            hint = "put the text in quotation marks if it holds a colon or begins with a brace"
        self.wrong(node, field.key, "a text", hint)
        return None

    def texts(self, node: Node, field: Field) -> tuple[str, ...] | None:
        """Read a text or a list of texts."""
        return tuple(name for name, _ in self._several(node, field)) or None

    def words(self, node: Node, field: Field) -> tuple[str, ...] | None:
        """Read a word or a list of words; what is listed twice counts once."""
        return tuple(self._once(self._several(node, field), field)) or None

    def _several(self, node: Node, field: Field) -> list[tuple[str, int]]:
        """Return the texts of a text or list, with their places."""
        if isinstance(node, Sequence):
            found = [(self.text(item, field), item.place) for item in node.items]
            return [(text, place) for text, place in found if text is not None]
        if isinstance(node, Mapping):
            self.wrong(node, field.key, "a text or a list")
            return []
        text = self.text(node, field)
        return [] if text is None else [(text, node.place)]

    def _once(self, names: Iterable[tuple[str, int]], field: Field) -> list[str]:
        kept: dict[str, int] = {}
        for name, place in names:
            if name in kept:
                self.tell("AM203", f"`{field.key}` lists '{name}' twice", place, "delete one of the two")
            else:
                kept[name] = place
        return list(kept)

    # names of other elements

    def _names(self, node: Node, field: Field, want: str) -> tuple[str, ...] | None:
        names = self._several(node, field)
        kept = [self._refer(want, name, place, field.key) for name, place in names]
        if len(kept) > 1:
            kept = self._once(zip(kept, (place for _, place in names), strict=True), field)
        return tuple(kept) or None

    def _refer(self, want: str, name: str, place: int, key: str) -> str:
        if not name.isascii():
            name = composed(name)
        self.references.append(Reference(want, name, place, key, self.element))
        return name

    def _name(self, node: Node, field: Field, want: str) -> str | None:
        if type(node) is Sequence:
            hint = "write a link for each" if field.kind in {"claim", "link"} else ""
            self.wrong(node, field.key, f"one {want}", hint)
            return None
        text = self.text(node, field)
        return None if text is None else self._refer(want, text, node.place, field.key)

    def claim(self, node: Node, field: Field) -> str | None:
        """Read the id of a claim."""
        return self._name(node, field, "claim")

    def claims(self, node: Node, field: Field) -> tuple[str, ...] | None:
        """Read the id of a claim or a list of them."""
        return self._names(node, field, "claim")

    def link(self, node: Node, field: Field) -> str | None:
        """Read the id of a link."""
        return self._name(node, field, "link")

    def links(self, node: Node, field: Field) -> tuple[str, ...] | None:
        """Read the id of a link or a list of them."""
        return self._names(node, field, "link")

    def elements(self, node: Node, field: Field) -> tuple[str, ...] | None:
        """Read the id of a claim or link or a list of them."""
        return self._names(node, field, "claim or link")

    def group(self, node: Node, field: Field) -> str | None:
        """Read the id of a group."""
        return self._name(node, field, "group")

    def source(self, node: Node, field: Field) -> str | None:
        """Read the id of a source."""
        return self._name(node, field, "source")

    def id(self, node: Node, _: Field | None) -> str | None:
        """Read an id that is given here."""
        if not isinstance(node, Scalar):
            self.wrong(node, "id", "a word")
            return None
        text = node.value
        if text.isascii():
            if ID.fullmatch(text):
                return text
        elif is_id(text := composed(text)):
            return text
        hint = "an id begins with a letter or a digit and goes on with letters, digits, `_`, `-` and `.`"
        if fixed := as_id(text):
            hint = f"write `{fixed}`: {hint}"
        self.tell("AM108", f"'{text}' cannot be an id", node.place, hint)
        return None

    # everything else

    def choice(self, node: Node, field: Field) -> str | None:
        """Read one of the words a field allows."""
        text = self.text(node, field)
        if text is None or text in field.choices:
            return text
        words = ", ".join(f"`{word}`" for word in field.choices)
        near = nearest(text, field.choices)
        self.tell(
            "AM107", f"`{field.key}` cannot be '{text}'", node.place, f"write `{near}`" if near else f"one of {words}"
        )
        return None

    def fraction(self, node: Node, field: Field) -> float | None:
        """Read a number from 0 to 1."""
        found = self._scalar(node, field)
        if found is None:
            return None
        text = found.value
        if not found.plain or not re.fullmatch(_NUMBER, text):
            self.tell("AM105", f"`{field.key}` is not a number: '{text}'", node.place, _number_hint(text))
            return None
        number = float(text)
        if 0 <= number <= 1:
            return number + 0.0  # -0.0 is 0
        hint = f"write {number / 100:g} for {text} percent" if 1 < number <= _PERCENT else ""
        self.tell("AM106", f"`{field.key}` runs from 0 to 1 and is {text}", node.place, hint)
        return None

    def count(self, node: Node, field: Field) -> int | None:
        """Read a whole number from 0."""
        found = self._scalar(node, field)
        if found is None:
            return None
        text = found.value
        if not found.plain or not re.fullmatch(_WHOLE, text):
            self.tell("AM105", f"`{field.key}` is not a whole number: '{text}'", node.place, "write digits only")
            return None
        if text.startswith("-") or len(text) > _DIGITS:
            self.tell("AM106", f"`{field.key}` is {text}", node.place, "it counts from 0")
            return None
        return int(text)

    def flag(self, node: Node, field: Field) -> bool | None:
        """Read true or false."""
        found = self._scalar(node, field)
        if found is None:
            return None
        if found.plain and found.value in _FLAGS:
            return _FLAGS[found.value]
        message = f"`{field.key}` is neither true nor false: '{found.value}'"
        self.tell("AM105", message, node.place, "write `true` or `false`")
        return None

    def places(self, node: Node, field: Field) -> tuple[Place, ...] | None:
        """Read a place or a list of places; a number is one without quotation marks."""
        if isinstance(node, Mapping):
            self.wrong(node, field.key, "a paragraph number or a text")
            return None
        items = node.items if isinstance(node, Sequence) else [node]
        return tuple(place for item in items if (place := self._place(item, field)) is not None) or None

    def _place(self, node: Node, field: Field) -> Place | None:
        found = self._scalar(node, field)
        if found is None:
            return None
        text = found.value
        if not found.plain or not re.fullmatch(_WHOLE, text):
            return text
        if len(text) > _DIGITS or int(text) < 1:
            self.tell("AM106", f"there is no paragraph {text}", node.place, "paragraphs count from 1")
            return None
        return int(text)

    def color(self, node: Node, field: Field) -> str | None:
        """Read a hexadecimal colour."""
        text = self.text(node, field)
        if text is None or re.fullmatch(COLOR, text):
            return text
        hint = 'write three or six hexadecimal digits in quotation marks: "#00805D"'
        self.tell("AM109", f"'{text}' is not a hexadecimal colour", node.place, hint)
        return None

    def language(self, node: Node, field: Field) -> str | None:
        """Read a BCP 47 tag."""
        text = self.text(node, field)
        if text is None or re.fullmatch(LANGUAGE, text):
            return text
        self.tell("AM109", f"'{text}' is not a language tag", node.place, "write a BCP 47 tag such as en, de or pt-BR")
        return None


def _instead(want: str, node: Node) -> str:
    """Say how to write what is wanted in place of what is there."""
    if isinstance(node, Scalar) and re.match(r"[\w.-]+:\S", node.value):
        return "write a space after the colon"
    if "mapping" in want:
        return (
            "write `name: ...` lines, without dashes" if isinstance(node, Sequence) else "write its keys below, deeper"
        )
    if want == "a list":
        return "begin each item with `- `"
    if isinstance(node, Sequence):
        return "write one value, without brackets or dashes"
    return "write the value behind the colon, without keys of its own"


def _number_hint(text: str) -> str:
    """Say how to write what was probably meant for a number."""
    bare = text.strip().replace(",", ".")
    if bare.endswith("%") and re.fullmatch(_NUMBER, bare[:-1].strip()):
        return f"write {float(bare[:-1]) / 100:g}"
    if re.fullmatch(_NUMBER, bare):
        return f"write {bare}, without quotation marks"
    return "write a number from 0 to 1, such as 0.7"
