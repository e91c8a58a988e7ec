"""The table of formats: everything that is known of a format before its module is imported."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from argmap.formats.features import ALL


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `module` is a module of this package; `suffixes` are lower case with their dot.

    `keeps` names the features that a written file carries; `softens` those that it says by other means. `round_trips`:
    read(write(map)) equals strip(map, keeps, softens); a property test holds every such row to that. `extra` names the
    optional dependency a format needs, "" if none. `note` is one sentence for `argmap formats`.
    """

    name: str
    module: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool = False
    writes: bool = False
    binary: bool = False
    round_trips: bool = False
    keeps: frozenset[str] = frozenset()
    softens: frozenset[str] = frozenset()
    extra: str = ""
    note: str = ""


_STRUCTURE: Final = frozenset({
    "claim order", "link order", "spacing", "title spacing", "claim ids", "linked", "undercuts",
    "undercuts of undercuts", "undercuts in circles", "link ids",
})  # fmt: skip
ROWS: Final[tuple[Format, ...]] = (
    Format(
        "yaml",
        "yaml",
        "argmap's own map file",
        (".yaml", ".yml"),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL,
    ),
    Format(
        "json",
        "json",
        "argmap's own model as JSON",
        (".json",),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL,
    ),
    Format(
        "argdown",
        "argdown",
        "Argdown",
        (".argdown", ".ad"),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL - {"spacing"},
    ),
    Format(
        "kialo",
        "kialo",
        "the text that Kialo exports",
        (".txt", ".kialo"),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=frozenset({"title"}),
        softens=frozenset({"undercuts"}),
        note="Pro and Con of a claim above; no linked premises, no undercuts.",
    ),
    Format(
        "outline",
        "outline",
        "a Markdown list: the quickest way to type a map",
        (".md", ".markdown", ".txt"),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=frozenset({"title", "linked", "undercuts", "undercuts of undercuts"}),
        note="`- + reason`, `- - objection`, `- & further premise`, `- _ undercut`.",
    ),
    Format(
        "aif",
        "aif",
        "AIF JSON, as in AIFdb",
        (".json", ".aif"),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL,
    ),
    Format(
        "xaif",
        "xaif",
        "xAIF JSON, for OVA",
        (".json", ".xaif"),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL,
    ),
    Format(
        "sadface",
        "sadface",
        "SADFace JSON",
        (".json", ".sadface"),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL,
    ),
    Format(
        "arggraph",
        "arggraph",
        "arggraph XML, as in arg-microtexts",
        (".xml", ".arggraph"),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=_STRUCTURE | {"title", "implicit"},
    ),
    Format(
        "carneades",
        "carneades",
        "Carneades 4 YAML",
        (".yml", ".yaml"),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL,
    ),
    Format(
        "mindmup",
        "mindmup",
        "MindMup argument map",
        (".mup",),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL,
    ),
)
FORMATS: Final = MappingProxyType({row.name: row for row in ROWS})
