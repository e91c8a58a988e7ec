"""What may be an id: letters of any script, digits, `_`, `-` and `.`, beginning with a letter or a digit."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

ID: Final = re.compile(r"[^\W_][\w.-]*")


def composed(text: str) -> str:
    """Return an id in one way of writing its accents (NFC), so that what looks the same is the same."""
    from unicodedata import normalize

    return normalize("NFC", text)


def is_id(text: str) -> bool:
    """Return whether a text may be the id of a claim, link, group or source.

    >>> is_id("jury-duty"), is_id("नैतिक"), is_id("2"), is_id("two words"), is_id("_x")
    (True, True, True, False, False)
    """
    if text.isascii():
        return bool(ID.fullmatch(text))
    from unicodedata import category

    return text[0].isalnum() and all(char.isalnum() or char in "_-." or category(char)[0] == "M" for char in text)


def as_id(text: str) -> str:
    """Return the nearest thing to a text that may be an id, or "" if nothing of it may be.

    >>> as_id("jury duty!"), as_id("???")
    ('jury-duty', '')
    """
    kept = "".join(char if is_id(f"a{char}b") else "-" for char in text[:80])
    fixed = "-".join(part for part in kept.split("-") if part).lstrip("_.").rstrip(".")
    return fixed if fixed and is_id(fixed) else ""
