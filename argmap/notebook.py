"""Maps in notebooks: what Jupyter, JupyterLab and VS Code show when a cell ends in a map.

The page stands in a frame of its own with an opaque origin: it can neither read the notebook nor be read by it, and
brings its own Content-Security-Policy. It is packed, so that a notebook stays small. Nothing runs in the notebook
itself: a style tells the frame whether the notebook is light or dark.

Where a notebook is not trusted, or shown by a site that takes frames out, the attribute `hidden` goes with the frame,
and the outline appears. Where no layout engine is installed, the outline is shown as text.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from argmap.diagnostics import EnvironmentProblemError
from argmap.order import outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.model import ArgMap
    from argmap.render.outline_rows import Row

LEAST, MOST = 380, 600  # pixels of the frame: a small map gets a small one
AROUND = 190  # pixels of a frame that are not map: its buttons, and air
SANDBOX: Final = "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"
# how JupyterLab and VS Code say in their own pages that they are light or dark, whatever the system is
LIGHT: Final = ("[data-jp-theme-light=true]", ".vscode-light", ".vscode-high-contrast-light")
DARK: Final = ("[data-jp-theme-light=false]", ".vscode-dark", ".vscode-high-contrast:not(.vscode-high-contrast-light)")


def mimebundle(argmap: ArgMap) -> dict[str, str]:
    r"""Return a map as Jupyter wants it: HTML with the page in a frame, and the outline as plain text. O(size).

    >>> from argmap.model import ArgMap, Claim
    >>> mimebundle(ArgMap(title="Rain", claims=(Claim(id="wet", text="The street is wet."),)))["text/plain"]
    'Rain\n  1 The street is wet.'
    """
    lines = tuple(_lines(argmap))
    bundle = {"text/plain": "\n".join((argmap.title, *(f"{'  ' * row.level}{line}" for row, line in lines)))}
    try:
        bundle["text/html"] = frame(argmap) + f"<div hidden>{''.join(_list(argmap.title, lines))}</div>"
    except EnvironmentProblemError:  # no layout engine: the text is what there is
        return bundle
    return bundle


def frame(argmap: ArgMap, height: int = 0) -> str:
    """Return an <iframe> that holds the compact page of a map, as high as is good for the map if no height is given.

    Raises EnvironmentProblemError if no layout engine is installed.
    """
    from argmap.layout import layout
    from argmap.render.assets import loading
    from argmap.render.html import PageOptions, page

    picture = layout(argmap)
    high = height or min(MOST, max(LEAST, round(picture.height) + AROUND))
    inside = loading(page(argmap, picture, options=PageOptions(embed=True)))
    return (
        f"<style>{_shade(LIGHT, 'light')}{_shade(DARK, 'dark')}</style>"
        f'<iframe class="argmap" title="{escape(argmap.title)}" sandbox="{SANDBOX}" '
        f'allow="clipboard-write; fullscreen" style="width:100%;height:{high}px;border:1px solid #8a9099" '
        f'srcdoc="{escape(inside)}"></iframe>'
    )


def _shade(notebooks: tuple[str, ...], scheme: str) -> str:
    """Return the rule that gives frames in such notebooks a colour scheme; the page in a frame follows it."""
    return f":is({','.join(notebooks)}) iframe.argmap{{color-scheme:{scheme}}}"


def _lines(argmap: ArgMap) -> Iterator[tuple[Row, str]]:
    """Yield the rows of the outline and how they read, in the map's language."""
    from argmap.render.assets import strings
    from argmap.render.outline_rows import outline_rows

    words = strings(argmap.language)
    texts = {claim.id: f"{words['implied']} {claim.text}" if claim.implicit else claim.text for claim in argmap.claims}
    for row in outline_rows(argmap, outline(argmap)):
        number = words["see"].format(number=row.number) if row.reference else row.number
        yield row, f"{number} {_relation(row, words)}{texts[row.id]}"


def _relation(row: Row, words: Mapping[str, str]) -> str:
    """Return how a claim bears on the one above it, with a colon."""
    if not row.word:
        return ""
    return f"{words['and' if row.word == 'and' else f'{row.word}_word'].format(steps=row.steps)}: "


def _list(title: str, lines: Iterable[tuple[Row, str]]) -> Iterator[str]:
    """Yield the outline as lists in lists: what is seen where frames are taken out."""
    yield f"<strong>{escape(title)}</strong><ul>"
    for row, line in lines:
        yield f"<li>{escape(line)}{'<ul>' if row.opens else '</li>'}{'</ul></li>' * row.closes}"
    yield "</ul>"
