"""The page: one self-contained HTML file that asks for nothing and runs only what its policy names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from argmap.layout.text import is_rtl
from argmap.order import outline, rebuts
from argmap.render.assets import environment, packed, script, sha256, strings, style
from argmap.render.network import network, vis_script
from argmap.render.outline_rows import outline_rows
from argmap.render.page_data import page_data
from argmap.render.page_key import key_entries, strips
from argmap.render.source_pane import source_pane
from argmap.render.theme import SIGNS, THEMES
from argmap.render.words import OURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.diagnostics import Diagnostic
    from argmap.layout.geometry import Picture
    from argmap.model import ArgMap
    from argmap.order import Outline
    from argmap.render.quotations import Quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """How a page looks. `theme` is one of argmap.render.theme.THEMES; `embed`: compact, for a frame in another page."""

    theme: str = "default"
    embed: bool = False


DEFAULTS = PageOptions()
MANY: Final = 150  # rows of an outline, from which on those out of sight are not laid out
NO_TEXTS: Mapping[str, str] = MappingProxyType({})


def page(
    argmap: ArgMap,
    picture: Picture,
    problems: Iterable[Diagnostic] = (),
    options: PageOptions = DEFAULTS,
    texts: Mapping[str, str] = NO_TEXTS,
) -> str:
    """Return the page of a laid-out map as HTML text. Problems are shown on the claim or link that they are about.

    `texts` holds the source texts that are known, by source id ("" for the only one).
    Pure: the same map, picture and problems give the same text. O(size). Raises KeyError for an unknown theme.
    """
    if options.theme not in THEMES:
        raise KeyError(options.theme)
    order = outline(argmap)
    words = strings(argmap.language)
    net = network(argmap, picture)
    data = page_data(argmap, order, problems) | {
        "nodes": net.nodes,
        "edges": net.edges,
        "options": net.options,
        "picture": _picture(picture),
        "strings": {name: text for name, text in words.items() if not name.startswith(OURS)},
        "themes": list(THEMES),
    }
    css, vis, code = style(), vis_script(), script()
    net.templateEnv = environment()
    net.path = "page.html.j2"
    net.templateEnv.globals["page"] = {
        "map": argmap,
        "claims": {claim.id: claim for claim in argmap.claims},
        "rows": outline_rows(argmap, order),
        "many": MANY,
        "source": source_pane(argmap, order, texts),
        "relation": lambda element: _relation(argmap, order, element),
        "key": key_entries(argmap, picture, order),
        "strips": strips(argmap, picture),
        "t": words,
        "direction": "rtl" if is_rtl(argmap.title) else "ltr",
        "fill": lambda name, **values: words[name].format(**values),
        "place": lambda quote: _place(quote, words),
        "signs": dict(SIGNS) | {"rebuttal": SIGNS["attacks"]},
        "data": script_json(data),
        "css": css,
        "vis": packed(vis),
        "code": code,
        "policy": _policy(css, vis, code),
        "theme": options.theme,
        "embed": options.embed,
    }
    return str(net.generate_html(notebook=False)) + "\n"


def script_json(value: object) -> str:
    r"""Return value as JSON that is safe inside a <script> element.

    >>> print(script_json("</script><!--\u2028"))
    "\u003c/script\u003e\u003c!--\u2028"
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for risky in "<>&\u2028\u2029":
        text = text.replace(risky, f"\\u{ord(risky):04x}")
    return text


def _policy(css: str, *scripts: str) -> str:
    allowed = " ".join(map(sha256, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {sha256(css)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _place(quote: Quotation, words: Mapping[str, str]) -> str:
    """Return where a quotation stands, in words."""
    return words["paragraph"].format(number=quote.at) if isinstance(quote.at, int) else quote.at


def _relation(argmap: ArgMap, order: Outline, element: str) -> str:
    """Return how a quoted claim or link bears on the argument: supports, attacks, rebuttal, undercuts, or thesis."""
    name = element if argmap.is_link(element) else order.via[element]
    if not name:
        return "thesis"
    link = argmap.link(name)
    return "rebuttal" if rebuts(argmap, link, order) else link.kind


def _picture(picture: Picture) -> dict[str, Any]:
    frames = [
        {
            "group": frame.group,
            "x": round(frame.x, 1),
            "y": round(frame.y, 1),
            "width": round(frame.width, 1),
            "height": round(frame.height, 1),
        }
        for frame in picture.frames
    ]
    return {
        "width": round(picture.width, 1),
        "height": round(picture.height, 1),
        "orientation": picture.orientation,
        "frames": frames,
    }
