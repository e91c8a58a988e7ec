"""Which format a file has: by its suffix, and where several share one, by signs in its content."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from argmap.formats.table import FORMATS, ROWS

if TYPE_CHECKING:
    from argmap.formats.table import Format

_HEAD: Final = 200_000  # characters that are looked at
_BOM_OR_SPACE: Final = "\ufeff \t\r\n"

_SILENT: Final = frozenset({"", ".txt"})  # suffixes that say nothing of what is in a file
_LOOSE: Final = frozenset({"outline", "argdown"})  # formats whose signs many a text has
_MARKDOWN: Final = frozenset({".md", ".markdown", ".mdown"})
_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[ \t]*\{?[ \t]*\.?(argdown|argmap)\b", re.MULTILINE)

# format -> what its files hold and no other's; tried in this order, and the first that fits is it
SIGNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (name, re.compile(pattern, flags))
    for name, pattern, flags in (
        # JSON
        ("nodelink", r'\A\{(?=.*"directed"\s*:\s*(?:true|false))(?=.*"nodes"\s*:)', re.DOTALL),
        ("xaif", r'\A\{(?=.*"AIF"\s*:)', re.DOTALL),
        ("aif", r'\A\{(?=.*"nodeID"\s*:)', re.DOTALL),
        ("aif", r'\A\{(?=.*"nodes"\s*:\s*\[)(?=.*"locutions"\s*:)', re.DOTALL),
        ("aif", r'\A\{(?=.*"nodes"\s*:\s*\[)(?=.*"type"\s*:\s*"(?:I|RA|CA)")', re.DOTALL),  # OVA 2
        ("sadface", r'\A\{(?=.*("source_id"|"analyst_name"|"type"\s*:\s*"(?:atom|scheme)"))', re.DOTALL),
        ("mindmup", r'\A\{(?=.*"ideas"\s*:)', re.DOTALL),
        ("json", r'\A\{(?=.*"claims"\s*:)', re.DOTALL),
        # XML
        ("arggraph", r"\A<(?:.*<)?arggraph[\s>]", re.DOTALL),
        ("graphml", r'\A<.*<key [^<>]*attr\.name="claim_kind"', re.DOTALL),
        ("aml", r"\A<(?:.*<)?ARG[\s>]", re.DOTALL),
        ("argunet", r"\A<.*argunet\.org", re.DOTALL),
        ("yed", r"\A<.*yworks", re.DOTALL),
        ("graphml", r"\A<(?:.*<)?graphml[\s>]", re.DOTALL),
        ("gexf", r"\A<(?:.*<)?gexf[\s>]", re.DOTALL),
        ("argdown", r"\A===[ \t]*$", re.MULTILINE),
        # the map file, and other YAML
        ("yaml", r"^claims[ \t]*:", re.MULTILINE),
        ("carneades", r"^(?:statements|arguments|argument_schemes|issue_schemes)[ \t]*:", re.MULTILINE),
        (
            "gsn",
            r"^[ \t]+(?:nodeType|supportedBy|inContextOf|undeveloped|challenges)[ \t]*:|^module[ \t]*:",
            re.MULTILINE,
        ),
        ("argmap-yaml", r"^[ \t]+[\"']?[ro][\w ]*[\"']?[ \t]*:[ \t]*(?:$|\{|\[)", re.MULTILINE),
        ("gsn", r"^(?:CSn|CG|Sn|G|S|C|A|J)[\w.-]*[ \t]*:[ \t]*(?:$|\{)", re.MULTILINE),
        # tables and plain text
        ("csv", r'\A(?=[^\n]*\btext\b)(?:"?[\w ]*"?[,;])+"?[\w ]*"?[ \t\r]*$', re.MULTILINE | re.IGNORECASE),
        ("tsv", r'\A(?=[^\n]*\btext\b)(?:"?[\w ]*"?\t)+"?[\w ]*"?[ \r]*$', re.MULTILINE | re.IGNORECASE),
        ("iccma", r"\A(?:#.*\n|\s*\n)*p[ \t]+af[ \t]+\d+[ \t\r]*$", re.MULTILINE),
        ("apx", r"^[ \t]*arg[ \t]*\([^()\n]+\)[ \t]*\.", re.MULTILINE),
        (
            "rationale",
            r"""^[ \t]*(?:[A-Za-z_]\w*[ \t]*=[ \t]*)?Create(?:Child)?\(.*["'][ \t]*\)[ \t]*;?""",
            re.MULTILINE,
        ),
        ("brat", r"^T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t", re.MULTILINE),
        ("tgf", r"\A(?:[^\s#].*\n)+#[ \t\r]*\n(?:[^\s#]+[ \t]+\S.*(?:\n|\Z))+\s*\Z", 0),
        ("kialo", r"\ADiscussion (?:Title|Name):|\A1\.[ \t]+\S.*\n+(?:1\.1\.)", 0),
        ("outline", r"\A(?:[ \t\r]*\n|#.*\n)*(?:[-*+•]|\d+[.)])[ \t]+\S", 0),  # nothing in Argdown begins so
        ("argdown", r"^[ \t]*(?:(?:<?[+_-]>?|><)[ \t]*)?(?:\[[^\]\n]+\]:|<[^>\n]+>(?::|[ \t]*$))", re.MULTILINE),
        ("argdown", r"^```\s*\{?\.?argdown|^\(\d+\)[ \t]", re.MULTILINE),
        ("outline", r"^[ \t]*[-*+•][ \t]+\S", re.MULTILINE),
    )
)


def recognise(path: str, text: str) -> tuple[Format, ...]:
    r"""Return the formats that a file can have: one if it is plain, several or none if it is not.

    Of formats that share a suffix the content tells which; where it fits none of them, it may be another one's.

    >>> [row.name for row in recognise("map.argdown", "")]
    ['argdown']
    >>> [row.name for row in recognise("x.json", '{"nodes": [{"nodeID": "1"}], "edges": []}')]
    ['aif']
    >>> [row.name for row in recognise("x.txt", "Discussion Title: Rain\n\n1. It rains.")]
    ['kialo']
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in _MARKDOWN and (fence := _FENCE.search(text)):
        return (FORMATS["argdown" if fence[1] == "argdown" else "argmap-yaml"],)
    named = tuple(row for row in ROWS if row.reads and suffix in row.suffixes)
    if len(named) == 1:
        return named
    head = text[:_HEAD].lstrip(_BOM_OR_SPACE)
    fits = [FORMATS[name] for name, sign in SIGNS if sign.search(head)]
    if suffix in _SILENT or not named:
        return tuple(fits[:1]) or named
    own = [row for row in fits if row in named]
    others = [row for row in fits if row.name not in _LOOSE]
    return tuple((own or others)[:1]) or named


def by_suffix(path: str) -> tuple[Format, ...]:
    """Return the formats that are written to files of that suffix, the most usual first."""
    suffix = PurePath(path).suffix.lower()
    return tuple(row for row in ROWS if row.writes and suffix in row.suffixes)
