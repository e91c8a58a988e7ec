"""argmap: argument maps in YAML, built into NetworkX graphs, evaluated, and rendered as interactive HTML.

Names are imported when they are first used, so that `import argmap` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # the real one costs the import of typing
if TYPE_CHECKING:
    from argmap._version import __version__
    from argmap.analysis.bearing import Robustness, load_bearing, rescue, robustness
    from argmap.analysis.compare import Comparison, compare
    from argmap.analysis.credence import Credence, credence
    from argmap.analysis.diff import Diff, diff
    from argmap.analysis.expectations import failures
    from argmap.analysis.labels import Labelling, Verdict, labels
    from argmap.analysis.match import Match, match
    from argmap.analysis.positions import Component, Position, positions
    from argmap.analysis.strength import Strength, strength
    from argmap.analysis.structure import Structure, structure
    from argmap.analysis.whatif import WhatIf, what_if
    from argmap.analysis.why import Why, why
    from argmap.api import MapFile, build, build_page, check, check_text, load, loads, open_map, write_file
    from argmap.convert import losses_of, read, reading, write
    from argmap.diagnostics import (
        ArgmapError,
        Diagnostic,
        EnvironmentProblemError,
        InvalidMapError,
        MissingExtraError,
        UsageError,
    )
    from argmap.formats import FORMATS, Format
    from argmap.formats.reading import Reading
    from argmap.formats.yaml import dumps
    from argmap.graph import to_networkx
    from argmap.model import ArgMap, Claim, Expect, Group, Link, Source, Step
    from argmap.order import Outline, outline
    from argmap.source import Span

_HOMES = {
    "_version": ("__version__",),
    "analysis.bearing": ("Robustness", "load_bearing", "rescue", "robustness"),
    "analysis.compare": ("Comparison", "compare"),
    "analysis.credence": ("Credence", "credence"),
    "analysis.diff": ("Diff", "diff"),
    "analysis.expectations": ("failures",),
    "analysis.labels": ("Labelling", "Verdict", "labels"),
    "analysis.match": ("Match", "match"),
    "analysis.positions": ("Component", "Position", "positions"),
    "analysis.strength": ("Strength", "strength"),
    "analysis.structure": ("Structure", "structure"),
    "analysis.whatif": ("WhatIf", "what_if"),
    "analysis.why": ("Why", "why"),
    "api": ("MapFile", "build", "build_page", "check", "check_text", "load", "loads", "open_map", "write_file"),
    "convert": ("losses_of", "read", "reading", "write"),
    "diagnostics": (
        "ArgmapError",
        "Diagnostic",
        "EnvironmentProblemError",
        "InvalidMapError",
        "MissingExtraError",
        "UsageError",
    ),
    "formats": ("FORMATS", "Format"),
    "formats.reading": ("Reading",),
    "formats.yaml": ("dumps",),
    "graph": ("to_networkx",),
    "model": ("ArgMap", "Claim", "Expect", "Group", "Link", "Source", "Step"),
    "order": ("Outline", "outline"),
    "source": ("Span",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "FORMATS",
    "ArgMap",
    "ArgmapError",
    "Claim",
    "Comparison",
    "Component",
    "Credence",
    "Diagnostic",
    "Diff",
    "EnvironmentProblemError",
    "Expect",
    "Format",
    "Group",
    "InvalidMapError",
    "Labelling",
    "Link",
    "MapFile",
    "Match",
    "MissingExtraError",
    "Outline",
    "Position",
    "Reading",
    "Robustness",
    "Source",
    "Span",
    "Step",
    "Strength",
    "Structure",
    "UsageError",
    "Verdict",
    "WhatIf",
    "Why",
    "__version__",
    "build",
    "build_page",
    "check",
    "check_text",
    "compare",
    "credence",
    "diff",
    "dumps",
    "failures",
    "labels",
    "load",
    "load_bearing",
    "loads",
    "losses_of",
    "match",
    "open_map",
    "outline",
    "positions",
    "read",
    "reading",
    "rescue",
    "robustness",
    "strength",
    "structure",
    "to_networkx",
    "what_if",
    "why",
    "write",
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
