"""The words of relations, for outlines and figures in English."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.model import Kind

WORDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {"supports": "because", "attacks": "however", "undercuts": "that does not follow"}
)
