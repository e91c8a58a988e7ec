"""A map as a Mermaid flowchart, which GitHub and many others draw within Markdown. Written, not read.

Linked premises meet in a point and go on as one arrow; so does a step that is undercut, and the undercut ends there.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from argmap.order import outline
from argmap.render.assets import strings
from argmap.render.words import on_arrows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap, Link

_PLAIN = re.compile(r"[^\w\s.,'!?()-]|\A(?:-|\d+[.)](?=\s|\Z))|\\|_", re.ASCII)
_ARROWS: Final = {"supports": "-->", "attacks": "-.->", "undercuts": "-.->"}
_COLORS: Final = {"supports": "#00805D", "attacks": "#C04A00", "undercuts": "#7B3294"}


def quote(text: str) -> str:
    r"""Return a text as a Mermaid string: in quotation marks, everything that might mean something as a code.

    >>> print(quote('say "no" <b>\n#1; end'))
    "say #34;no#34; #60;b#62; #35;1#59; end"
    >>> print(quote("1. no list"), quote("- no list"), quote("1.2 no list"))
    "#49;#46; no list" "#45; no list" "1.2 no list"
    """
    return f'"{_PLAIN.sub(_codes, " ".join(text.split()))}"'


def _codes(found: re.Match[str]) -> str:
    return "".join(f"#{ord(letter)};" if letter.isascii() else letter for letter in found[0])


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the lines of a flowchart, theses on top. O(size)."""
    if argmap.title:
        yield "---"
        yield f"title: {_yaml(argmap.title)}"
        yield "---"
    yield "flowchart BT"
    nodes = {claim.id: f"c{index}" for index, claim in enumerate(argmap.claims)}
    yield from _claims(argmap, nodes)
    words = on_arrows(argmap.language)
    arrows = {kind: f"{arrow}|{quote(words[kind])}|" if words[kind] else arrow for kind, arrow in _ARROWS.items()}
    hit = {link.target for link in argmap.links if link.kind == "undercuts"}
    points = {
        link.id: f"s{index}" for index, link in enumerate(argmap.links) if len(link.premises) > 1 or link.id in hit
    }
    colors: dict[str, list[int]] = {}
    count = 0
    for link in argmap.links:
        lines, edges = _link(link, nodes, points, arrows[link.kind])
        yield from lines
        colors.setdefault(link.kind, []).extend(range(count, count + edges))
        count += edges
    for kind, numbers in colors.items():
        yield f"    linkStyle {','.join(map(str, numbers))} stroke:{_COLORS[kind]}"
    used = {claim.group for claim in argmap.claims}
    if frames := [f"g{index}" for index, group in enumerate(argmap.groups) if group.id in used]:
        yield "    classDef frame fill:#f6f7f9,stroke:#8a9099,color:#55595f"
        yield f"    class {','.join(frames)} frame"
    if points:
        yield "    classDef point fill:#555,stroke:#555"
    yield "    classDef claim fill:#fff,stroke:#555,color:#111"
    yield "    classDef implicit fill:#fff,stroke:#555,color:#111,stroke-dasharray:4"


def _claims(argmap: ArgMap, nodes: dict[str, str]) -> Iterator[str]:
    """Yield the claims, those of a group within it."""
    members: dict[str, list[str]] = {group.id: [] for group in argmap.groups}
    numbers, implied = outline(argmap).numbers, strings(argmap.language)["implied"]
    for claim in argmap.claims:
        text = f"{numbers[claim.id]} {claim.text}{f' {implied}' if claim.implicit else ''}"
        line = f"{nodes[claim.id]}[{quote(text)}]:::{'implicit' if claim.implicit else 'claim'}"
        if claim.group in members:
            members[claim.group].append(line)
        else:
            yield f"    {line}"
    for index, group in enumerate(argmap.groups):
        if members[group.id]:
            yield f"    subgraph g{index}[{quote(group.title)}]"
            yield from (f"        {line}" for line in members[group.id])
            yield "    end"


def _link(link: Link, nodes: dict[str, str], points: dict[str, str], arrow: str) -> tuple[list[str], int]:
    """Return the lines of a link and how many edges they draw."""
    target = points[link.target] if link.kind == "undercuts" else nodes[link.target]
    premises = " & ".join(nodes[name] for name in link.premises)
    if link.id not in points:
        return [f"    {premises} {arrow} {target}"], 1
    return [f'    {points[link.id]}((" ")):::point', f"    {premises} --- {points[link.id]} {arrow} {target}"], len(
        link.premises
    ) + 1


def _yaml(text: str) -> str:
    """Return a text as a YAML string in which no directive of Mermaid can stand."""
    plain = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return plain.replace("%", "\\u0025").replace("{", "\\u007b").replace("\u0085", "\\u0085")
