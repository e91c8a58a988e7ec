"""YAML within Argdown, in braces or in the front matter, as plain Python values."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from argmap import yamltree

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic

_WORDS: Final[dict[str, bool | None]] = {
    "true": True, "True": True, "false": False, "False": False, "null": None, "~": None, "": None,
}  # fmt: skip
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?")
_OWN = re.compile(r"^argmap: (\{.*\})$", re.MULTILINE)
_BLOCK = re.compile(r"\{[ \t]*\r?\n")


def plain_data(text: str) -> dict[str, Any] | None:
    """Return what a mapping in braces holds; None if it is not one.

    As in Argdown, a brace with a line break behind it encloses a YAML block.

    >>> plain_data("{k: v, n: [1, 0.5], isInMap: true}")
    {'k': 'v', 'n': [1, 0.5], 'isInMap': True}
    """
    if quick := _json(text):
        return quick
    if start := _BLOCK.match(text):
        text = text[start.end() :].rstrip().removesuffix("}")
    value, problems = plain_yaml(text)
    return value if isinstance(value, dict) and not problems else None


def front_matter(text: str) -> tuple[Any, list[Diagnostic]]:
    """Return the value of the front matter and the errors; the line that our own writer puts there is read quickly."""
    if found := _OWN.search(text):
        own = _json(found[1])
        value, problems = plain_yaml(text[: found.start()] + text[found.end() :])
        if own is not None and isinstance(value, dict):
            return {**value, "argmap": own}, problems
    return plain_yaml(text)


def plain_yaml(text: str) -> tuple[Any, list[Diagnostic]]:
    """Return the value of a YAML text and the errors. Where a key is repeated the last counts."""
    tree = yamltree.read(text)
    errors = [problem for problem in tree.problems if problem.severity == "error" and problem.code != "AM016"]
    return (None if tree.root is None else _plain(tree.root)), errors


def _plain(node: yamltree.Scalar | yamltree.Sequence | yamltree.Mapping) -> Any:  # noqa: ANN401 - whatever stands in the YAML
    if isinstance(node, yamltree.Scalar):
        return _value(node)
    if isinstance(node, yamltree.Sequence):
        return [_plain(item) for item in node.items]
    return {key.value: _plain(value) for key, value in node.pairs()}


def _value(scalar: yamltree.Scalar) -> str | float | bool | None:
    """Return what a scalar stands for: a number, a truth value, nothing, or its text."""
    text = scalar.value
    if not scalar.plain:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _json(text: str) -> dict[str, Any] | None:
    """Read JSON, which is what our own writer puts there, the quick way."""
    if not text.startswith('{"'):
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
