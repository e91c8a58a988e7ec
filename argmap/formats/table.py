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


_PICTURE: Final = frozenset({
    "title", "linked", "undercuts", "undercuts of undercuts", "undercuts in circles", "link ids", "groups", "implicit",
    "thesis",
})  # fmt: skip
_FIGURE: Final = (_PICTURE - {"link ids"}) | {"kind", "strength", "url"}
_PAPER: Final = (_PICTURE - {"link ids", "groups", "thesis"}) | {
    "description", "license", "date", "authors", "sources", "quote", "by", "note", "url", "link note", "link quote",
}  # fmt: skip
_TABLE: Final = ALL - {
    "title", "title spacing", "description", "license", "date", "authors", "language", "sources", "expect", "steps",
}  # fmt: skip
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
        (".md", ".txt"),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=frozenset({"title", "linked", "undercuts", "undercuts of undercuts"}),
        note="`- + reason`, `- - objection`, `- & further premise`, `- _ undercut`.",
    ),
    Format(
        "markdown",
        "markdown",
        "a numbered Markdown outline, to be read",
        (".markdown",),
        writes=True,
        keeps=_PAPER - {"undercuts in circles"},
        note="A document for people.",
    ),
    Format(
        "svg",
        "svg",
        "SVG figure",
        (".svg",),
        writes=True,
        keeps=_FIGURE,
        note="Real text; each card can be read aloud.",
    ),
    Format(
        "pdf",
        "pdf",
        "PDF figure",
        (".pdf",),
        writes=True,
        binary=True,
        keeps=_FIGURE | {"authors", "language"},
        extra="figures",
        note="Text that can be selected, bookmarks, tiles for posters.",
    ),
    Format(
        "png",
        "png",
        "PNG figure",
        (".png",),
        writes=True,
        binary=True,
        keeps=_FIGURE,
        extra="figures",
        note="One file a sheet.",
    ),
    Format(
        "tex",
        "tex",
        "LaTeX figure in TikZ",
        (".tex",),
        writes=True,
        keeps=_FIGURE,
        note="For pdflatex and lualatex.",
    ),
    Format(
        "tex-outline",
        "tex_outline",
        "LaTeX outline in plain lists",
        (".latex",),
        writes=True,
        keeps=_PAPER | {"claim order"},
        note="For pdflatex and lualatex.",
    ),
    Format(
        "pptx",
        "pptx",
        "PowerPoint slide of shapes and connectors",
        (".pptx",),
        writes=True,
        binary=True,
        keeps=_FIGURE | {"authors", "language"},
        extra="office",
        note="To be edited.",
    ),
    Format(
        "docx",
        "docx",
        "Word outline with headings",
        (".docx",),
        writes=True,
        binary=True,
        keeps=_PAPER | {"language"},
        extra="office",
        note="To be edited.",
    ),
    Format(
        "html",
        "html",
        "a numbered outline as an HTML document, to be read and printed",
        (".html", ".htm"),
        writes=True,
        keeps=(_PICTURE - {"link ids"})
        | {"claim order", "description", "license", "date", "authors", "language", "sources", "quote", "by", "note"}
        | {"url", "link note", "link quote"},
        note="No script, no requests; `argmap build` makes the interactive page.",
    ),
    Format(
        "mermaid",
        "mermaid",
        "Mermaid flowchart, for Markdown on GitHub and elsewhere",
        (".mmd", ".mermaid"),
        writes=True,
        keeps=frozenset({"title", "linked", "undercuts", "undercuts of undercuts", "groups", "implicit"}),
        note="A picture as text.",
    ),
    Format(
        "d2",
        "d2",
        "D2 diagram",
        (".d2",),
        writes=True,
        keeps=frozenset({"title", "linked", "undercuts", "undercuts of undercuts", "groups", "implicit"}),
        note="A picture as text.",
    ),
    Format(
        "dot",
        "dot",
        "DOT, for Graphviz",
        (".dot", ".gv"),
        writes=True,
        keeps=_PICTURE | {"claim order", "link order", "claim ids", "kind", "strength", "note", "link note", "url"},
        note="A picture as text.",
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
        keeps=ALL,
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
    Format(
        "nodelink",
        "nodelink",
        "node-link JSON, as NetworkX and D3 have it",
        (".json",),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL,
    ),
    Format(
        "graphml",
        "graphml",
        "GraphML, for yEd, Gephi and NetworkX",
        (".graphml",),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL,
    ),
    Format(
        "gexf",
        "gexf",
        "GEXF, for Gephi and NetworkX",
        (".gexf",),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=ALL,
    ),
    Format(
        "csv",
        "csv",
        "CSV: claims, links and groups in one table",
        (".csv",),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=_TABLE,
        note="For spreadsheets: cells that look like formulas begin with an apostrophe.",
    ),
    Format(
        "tsv",
        "tsv",
        "TSV: the same table with tabs",
        (".tsv",),
        reads=True,
        writes=True,
        round_trips=True,
        keeps=_TABLE,
        note="For statistics programs.",
    ),
    Format("gsn", "gsn", "gsn2x YAML (GSN)", (".yaml", ".yml"), reads=True),
    Format(
        "argmap-yaml", "argmap_yaml", "argmap YAML by Sanson (dsanson, s6mike)", (".yaml", ".yml", ".md"), reads=True
    ),
    Format("aml", "aml", "Araucaria AML XML", (".aml", ".xml"), reads=True),
    Format("rationale", "rationale", "Rationale script", (".rtnl",), reads=True),
    Format("brat", "brat", "brat standoff annotation", (".ann",), reads=True),
    Format("argunet", "argunet", "Argunet GraphML", (".graphml",), reads=True),
    Format("yed", "yed", "yEd GraphML", (".graphml",), reads=True),
    Format("tgf", "tgf", "Trivial Graph Format (abstract argumentation)", (".tgf",), reads=True),
    Format("apx", "apx", "ASPARTIX (abstract argumentation)", (".apx", ".apxd"), reads=True),
    Format("iccma", "iccma", "ICCMA 2023 (abstract argumentation)", (".af", ".i23"), reads=True),
)
FORMATS: Final = MappingProxyType({row.name: row for row in ROWS})
