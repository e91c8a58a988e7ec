"""Maps in notebooks: what Jupyter, JupyterLab and VS Code show when a cell ends in a map.

The page stands in a frame of its own with an opaque origin: it can neither read the notebook nor be read by it, and
brings its own Content-Security-Policy. Where no layout engine is installed, the outline is shown as text.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from argmap.diagnostics import EnvironmentProblemError
from argmap.order import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap

HEIGHT = 600  # pixels of the frame
SANDBOX = "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"


def mimebundle(argmap: ArgMap) -> dict[str, str]:
    r"""Return a map as Jupyter wants it: HTML with the page in a frame, and the outline as plain text. O(size).

    >>> from argmap.model import ArgMap, Claim
    >>> mimebundle(ArgMap(title="Rain", claims=(Claim(id="wet", text="The street is wet."),)))["text/plain"]
    'Rain\n  1 The street is wet.'
    """
    bundle = {"text/plain": "\n".join(_lines(argmap))}
    try:
        bundle["text/html"] = frame(argmap)
    except EnvironmentProblemError:  # no layout engine: the text is what there is
        return bundle
    return bundle


def frame(argmap: ArgMap, height: int = HEIGHT) -> str:
    """Return an <iframe> that holds the compact page of a map.

    Raises EnvironmentProblemError if no layout engine is installed.
    """
    from argmap.layout import layout
    from argmap.render.html import PageOptions, page

    inside = page(argmap, layout(argmap), options=PageOptions(embed=True))
    return (
        f'<iframe title="{escape(argmap.title)}" sandbox="{SANDBOX}" allow="clipboard-write; fullscreen" '
        f'style="width:100%;height:{height}px;border:1px solid #8a9099" srcdoc="{escape(inside)}"></iframe>'
    )


def _lines(argmap: ArgMap) -> Iterator[str]:
    """Yield the numbered outline, as text."""
    order = outline(argmap)
    words = {"supports": "because ", "attacks": "however ", "undercuts": "but it does not follow: "}
    yield argmap.title
    for name in order:
        via = order.via[name]
        word = words[argmap.link(via).kind] if via else ""
        yield f"{'  ' * (order.depths[name] + 1)}{word}{order.numbers[name]} {argmap.claim(name).text}"
