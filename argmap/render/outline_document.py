"""The outline as an HTML document of its own: to be read, printed, searched and pasted from. No script, no requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from argmap.layout.text import is_rtl
from argmap.model import web_address
from argmap.order import outline
from argmap.render.assets import environment, sha256
from argmap.render.beneath import byline, origin, reference
from argmap.render.outline_rows import outline_rows
from argmap.render.quotations import places
from argmap.render.theme import THEMES
from argmap.render.words import Words
from argmap.xmlquote import legal

if TYPE_CHECKING:
    from argmap.model import ArgMap, Claim, Link
    from argmap.order import Outline
    from argmap.render.outline_rows import Row

_STYLE: Final = """
:root{color-scheme:light dark;%(light)s}
@media (prefers-color-scheme:dark){:root{%(dark)s}}
body{background:var(--background);color:var(--ink);font:1rem/1.5 'Noto Sans',system-ui,'Segoe UI',sans-serif;
max-width:46rem;margin:0 auto;padding:1.5rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .3rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
ol,ul{list-style:none;margin:0;padding:0}
ol ol{margin-inline-start:.55rem;padding-inline-start:1.1rem;border-inline-start:1px solid var(--frame-line)}
li{margin:.55rem 0}
p,blockquote{margin:.2rem 0}
.number{color:var(--muted);font-variant-numeric:tabular-nums;font-weight:600}
.root>.claim{font-size:1.1rem;font-weight:600}
.word{font-weight:600}
.word,.number,.aside{unicode-bidi:isolate}
.supports{color:var(--supports)}
.attacks{color:var(--attacks)}
.undercuts{color:var(--undercuts)}
.rebuttal{color:var(--rebuttal)}
.aside,.note,blockquote,cite{color:var(--muted);font-size:.9rem;font-style:normal;font-weight:400}
blockquote{border-inline-start:3px solid var(--frame-line);padding-inline-start:.7rem}
.note,header p{white-space:pre-line}
a{color:var(--accent)}
@media screen and (max-width:30rem){body{padding:1rem}ol ol{margin-inline-start:.15rem;padding-inline-start:.5rem}}
:target>.claim{background:var(--hit)}
@media print{:root{%(light)s}body{max-width:none;padding:0;font-size:10.5pt}.claim,blockquote,.note{break-inside:avoid}
.claim{break-after:avoid-page}a{color:inherit;text-decoration:none}}
@page{margin:18mm}
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the outline, ready to be set: the row, its claim, the link by which it stands here (None: a root)."""

    argmap: ArgMap
    row: Row
    claim: Claim
    link: Link | None
    group: str
    words: Words

    @property
    def word(self) -> str:
        """The word that says what the claim does."""
        if self.row.word == "and":
            return self.words("and")
        return self.words.lead(self.link) if self.link else ""

    @property
    def relation(self) -> str:
        """The name of the colour of the word."""
        return "rebuttal" if self.row.rebuts else self.row.kind

    @property
    def address(self) -> str:
        """The address of a claim, if a browser may follow it."""
        return web_address(self.claim.url)

    @property
    def quotations(self) -> tuple[tuple[str, str], ...]:
        """The passages of a claim, and of the link's first premise those of the link, with their places in words."""
        said: list[Claim | Link] = [] if self.row.reference else [self.claim]
        said += [self.link] if self.link and self.row.word != "and" else []
        rows = (
            (text, origin(self.argmap, thing, at, self.words))
            for thing in said
            for text, at in zip(thing.quote, places(thing), strict=True)
        )
        return tuple((self.words("doc_quote", text=text), where) for text, where in rows)


def document(argmap: ArgMap) -> str:
    """Return the outline of a map as one HTML document. O(n log n)."""
    colors = {shade: _properties(THEMES["default"][shade].properties()) for shade in ("light", "dark")}
    style = _STYLE.strip() % colors
    order = outline(argmap)
    words = Words(argmap, order)
    text = (
        environment()
        .get_template("outline.html.j2")
        .render(
            map=argmap,
            style=style,
            policy=f"default-src 'none'; style-src {sha256(style)}; base-uri 'none'; form-action 'none'",
            byline=byline(argmap),
            words=words,
            direction="rtl" if is_rtl(argmap.title) else "ltr",
            entries=_entries(argmap, order, words),
            sources=[(reference(source, address=False), web_address(source.url)) for source in argmap.sources],
        )
    )
    return legal(text)


def _properties(colors: dict[str, str]) -> str:
    return "".join(f"{name}:{color};" for name, color in colors.items())


def _entries(argmap: ArgMap, order: Outline, words: Words) -> list[Entry]:
    groups = {group.id: group.title for group in argmap.groups}
    found: list[Entry] = []
    for row in outline_rows(argmap, order):
        claim = argmap.claim(row.id)
        link = argmap.link(row.link) if row.link else None
        found.append(Entry(argmap, row, claim, link, groups.get(claim.group, ""), words))
    return found
