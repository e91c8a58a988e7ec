"""What is known of a code."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Severity = Literal["error", "warning", "hint"]


class Code:
    """One row: the code, its severity, a title of a few words, and the explanation."""

    __slots__ = ("code", "explanation", "severity", "title")

    def __init__(self, code: str, severity: Severity, title: str, explanation: str) -> None:
        self.code = code
        self.severity = severity
        self.title = title
        self.explanation = explanation
