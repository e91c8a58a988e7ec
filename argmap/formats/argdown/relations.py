"""The rules by which Argdown settles its relations once the whole text is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.argdown.model import SYMMETRIC, Document, End, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.formats.argdown.model import Argument


def settle(document: Document, *, strict: bool) -> None:
    """Move relations of reconstructed arguments to their statements and inferences, and merge equal ones. O(relations).

    A relation from an argument with a premise-conclusion structure comes from its main conclusion; an undercut of one
    hits its last inference; an undercut of a conclusion, where it stands, the inference to it. In strict mode support
    between statements is entailment and attack is contrariety. An attack on an argument that is also an attack on one
    of its premises is said once.
    """
    structured = any(argument.pcs for argument in document.arguments.values())
    relations = (_moved(document, relation) for relation in document.relations) if structured else document.relations
    if strict:
        relations = (_strict(relation) for relation in relations)
    merged = _merged(relations)
    hits = {(relation.source, relation.target) for relation in merged if relation.kind == "attack"}
    hits |= {pair for relation in merged if relation.kind in SYMMETRIC for pair in _both_ways(relation)}
    document.relations = [relation for relation in merged if not _is_said(document, relation, hits)]


def _moved(document: Document, relation: Relation) -> Relation:
    source, target = relation.source, relation.target
    if source.sort == "argument" and (argument := document.arguments[source.title]).pcs:
        source = End("statement", argument.pcs[-1].statement)
    if relation.kind == "undercut" and target.sort == "argument" and document.arguments[target.title].pcs:
        target = _last_inference(document.arguments[target.title])
    return Relation(relation.kind, source, target, relation.span)


def _last_inference(argument: Argument) -> End:
    return next(step.inference.end for step in reversed(argument.pcs) if step.inference)


def _strict(relation: Relation) -> Relation:
    if relation.source.sort == relation.target.sort == "statement":
        if relation.kind == "support":
            relation.kind = "entails"
        elif relation.kind == "attack":
            relation.kind = "contrary"
    return relation


def _merged(relations: Iterable[Relation]) -> list[Relation]:
    seen: set[tuple[str, End, End]] = set()
    kept: list[Relation] = []
    for relation in relations:
        turned = (relation.kind, relation.target, relation.source)
        key = (relation.kind, relation.source, relation.target)
        if relation.source == relation.target or key in seen or (relation.kind in SYMMETRIC and turned in seen):
            continue
        seen.add(key)
        kept.append(relation)
    return kept


def _both_ways(relation: Relation) -> tuple[tuple[End, End], tuple[End, End]]:
    return (relation.source, relation.target), (relation.target, relation.source)


def _is_said(document: Document, relation: Relation, hits: set[tuple[End, End]]) -> bool:
    """Return whether a statement's attack on an argument is said already by its attack on one of the premises."""
    if relation.kind != "attack" or relation.source.sort != "statement" or relation.target.sort != "argument":
        return False
    steps = document.arguments[relation.target.title].pcs
    return any(step.role == "premise" and (relation.source, End("statement", step.statement)) in hits for step in steps)
