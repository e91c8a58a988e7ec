"""argmap: argument maps in YAML, built into NetworkX graphs, evaluated, and rendered as interactive HTML.

Names are imported when they are first used, so that `import argmap` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap._version import __version__
    from argmap.api import MapFile, build, build_page, check, check_text, load, loads, open_map, write_file
    from argmap.diagnostics import (
        ArgmapError,
        Diagnostic,
        EnvironmentProblemError,
        InvalidMapError,
        MissingExtraError,
        UsageError,
    )
    from argmap.formats.yaml import dumps
    from argmap.model import ArgMap, Claim, Expect, Group, Link, Source, Step
    from argmap.order import Outline, outline
    from argmap.source import Span

_HOMES = {
    "_version": ("__version__",),
    "api": ("MapFile", "build", "build_page", "check", "check_text", "load", "loads", "open_map", "write_file"),
    "diagnostics": (
        "ArgmapError",
        "Diagnostic",
        "EnvironmentProblemError",
        "InvalidMapError",
        "MissingExtraError",
        "UsageError",
    ),
    "formats.yaml": ("dumps",),
    "model": ("ArgMap", "Claim", "Expect", "Group", "Link", "Source", "Step"),
    "order": ("Outline", "outline"),
    "source": ("Span",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "ArgMap",
    "ArgmapError",
    "Claim",
    "Diagnostic",
    "EnvironmentProblemError",
    "Expect",
    "Group",
    "InvalidMapError",
    "Link",
    "MapFile",
    "MissingExtraError",
    "Outline",
    "Source",
    "Span",
    "Step",
    "UsageError",
    "__version__",
    "build",
    "build_page",
    "check",
    "check_text",
    "dumps",
    "load",
    "loads",
    "open_map",
    "outline",
    "write_file",
]


def __getattr__(name: str) -> object:
    """Import a public name from its module when it is first asked for (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    value: object = getattr(import_module(f"argmap.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
