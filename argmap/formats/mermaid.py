"""A map as a Mermaid flowchart, which GitHub and many others draw within Markdown. Written, not read.

Linked premises meet in a point and go on as one arrow; so does a step that is undercut, and the undercut ends there.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap, Claim, Link

_PLAIN = re.compile(r"[^\w\s.,'!?()-]|\A[-\d.]+|\\|_", re.ASCII)
_ARROWS: Final = {"supports": "-->", "attacks": "-. however .->", "undercuts": "-. does not follow .->"}
_COLORS: Final = {"supports": "#00805D", "attacks": "#C04A00", "undercuts": "#7B3294"}


def quote(text: str) -> str:
    r"""Return a text as a Mermaid string: in quotation marks, everything that might mean something as a code.

    >>> print(quote('say "no" <b>\n#1; end'))
    "say #34;no#34; #60;b#62; #35;1#59; end"
    >>> print(quote("1. no list"), quote("- no list"))
    "#49;#46; no list" "#45; no list"
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
    hit = {link.target for link in argmap.links if link.kind == "undercuts"}
    points = {
        link.id: f"s{index}" for index, link in enumerate(argmap.links) if len(link.premises) > 1 or link.id in hit
    }
    colors: dict[str, list[int]] = {}
    count = 0
    for link in argmap.links:
        lines, edges = _link(link, nodes, points)
        yield from lines
        colors.setdefault(link.kind, []).extend(range(count, count + edges))
        count += edges
    for kind, numbers in colors.items():
        yield f"    linkStyle {','.join(map(str, numbers))} stroke:{_COLORS[kind]}"
    if points:
        yield "    classDef point fill:#555,stroke:#555"
    yield "    classDef claim fill:#fff,stroke:#555,color:#111"
    yield "    classDef implicit fill:#fff,stroke:#555,color:#111,stroke-dasharray:4"


def _claims(argmap: ArgMap, nodes: dict[str, str]) -> Iterator[str]:
    """Yield the claims, those of a group within it."""
    members: dict[str, list[Claim]] = {group.id: [] for group in argmap.groups}
    for claim in argmap.claims:
        if claim.group in members:
            members[claim.group].append(claim)
        else:
            yield f"    {_claim(claim, nodes)}"
    for index, group in enumerate(argmap.groups):
        if members[group.id]:
            yield f"    subgraph g{index}[{quote(group.title)}]"
            for claim in members[group.id]:
                yield f"        {_claim(claim, nodes)}"
            yield "    end"


def _claim(claim: Claim, nodes: dict[str, str]) -> str:
    return f"{nodes[claim.id]}[{quote(claim.text)}]:::{'implicit' if claim.implicit else 'claim'}"


def _link(link: Link, nodes: dict[str, str], points: dict[str, str]) -> tuple[list[str], int]:
    """Return the lines of a link and how many edges they draw."""
    target = points[link.target] if link.kind == "undercuts" else nodes[link.target]
    premises = " & ".join(nodes[name] for name in link.premises)
    arrow = _ARROWS[link.kind]
    if link.id not in points:
        return [f"    {premises} {arrow} {target}"], 1
    return [f'    {points[link.id]}((" ")):::point', f"    {premises} --- {points[link.id]} {arrow} {target}"], len(
        link.premises
    ) + 1


def _yaml(text: str) -> str:
    """Return a text as a YAML string in which no directive of Mermaid can stand."""
    plain = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return plain.replace("%", "\\u0025").replace("{", "\\u007b").replace("\u0085", "\\u0085")
