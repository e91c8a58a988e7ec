"""What an Argdown text says, in Argdown's own terms: statements, arguments, inferences, relations, sections.

A statement here is an equivalence class: all statements of one title. The names are those of Argdown's model.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from argmap.source import NOWHERE

if TYPE_CHECKING:
    from argmap.source import Span

Sort = Literal["statement", "argument", "inference"]
RelationType = Literal["support", "attack", "undercut", "contradictory", "contrary", "entails"]
Role = Literal["premise", "intermediary-conclusion", "main-conclusion"]
SYMMETRIC: frozenset[str] = frozenset({"contradictory", "contrary"})


class End(NamedTuple):
    """One end of a relation: a statement or argument by its title, an inference by that of its argument and number."""

    sort: Sort
    title: str
    number: int = 0


@dataclass(slots=True)
class Section:
    """A heading; `parent` is the heading above it, None for none."""

    title: str
    level: int
    span: Span
    parent: Section | None = None
    tags: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Node:
    """A statement or an argument. `texts` holds the wordings of its definitions; `untitled`: the title was made up."""

    title: str
    span: Span = NOWHERE
    untitled: bool = False
    texts: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    section: Section | None = None
    defined: bool = False  # span and section are those of the first definition, not of a reference


@dataclass(slots=True)
class Inference:
    """One step of a premise-conclusion structure, leading to the statement at `conclusion` of its argument."""

    end: End
    span: Span
    rules: list[str] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    conclusion: int = -1


@dataclass(slots=True)
class Step:
    """One numbered statement of a premise-conclusion structure; `inference` leads to a conclusion."""

    label: str
    role: Role
    statement: str
    inference: Inference | None = None


@dataclass(slots=True)
class Argument(Node):
    """An argument: sketched, or reconstructed in `pcs`."""

    pcs: list[Step] = field(default_factory=list)


@dataclass(slots=True)
class Relation:
    """A relation between two ends."""

    kind: RelationType
    source: End
    target: End
    span: Span = NOWHERE


@dataclass(slots=True)
class Document:
    """A whole Argdown text. Statements and arguments have titles of their own and stand in order of first use."""

    front: dict[str, Any] = field(default_factory=dict)
    statements: dict[str, Node] = field(default_factory=dict)
    arguments: dict[str, Argument] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def inferences(self) -> int:
        """Return the number of inferences."""
        return sum(step.inference is not None for argument in self.arguments.values() for step in argument.pcs)

    def counts(self) -> dict[str, int]:
        """Return how many there are of each thing; relations by type."""
        found = {"statements": len(self.statements), "arguments": len(self.arguments), "inferences": self.inferences()}
        for relation in self.relations:
            found[relation.kind] = found.get(relation.kind, 0) + 1
        return found
