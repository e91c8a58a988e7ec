"""The page's own script and style: many small files, put together in a fixed order, without comments."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from importlib import resources
from typing import TYPE_CHECKING, Final

from argmap.render.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment

# each module may use those before it
SCRIPTS: Final = (
    "unpack", "vis", "state", "map", "dom", "hash", "fold", "visible", "toolbar", "evaluation", "circles", "positions",
    "whatif", "telling", "labels", "focus", "filter", "theme", "effect", "geometry", "closing", "places",
    "marks", "cards", "handles", "links", "canvas", "framed", "camera", "levels", "limits", "search", "outline",
    "details", "panes", "splitters", "source", "keyboard", "verdicts", "steps", "stage", "picture", "sheets",
    "share", "paper", "help", "embed", "main",
)  # fmt: skip
LOADER: Final = ("unpack", "loader")
STYLES: Final = (
    "base", "panes", "outline", "source", "details", "evaluation", "limits", "stage", "sheets", "embed",
    "print", "forced",
)  # fmt: skip


def script() -> str:
    """Return the page's script: one function around all modules, in strict mode, that unpacks vis-network first."""
    unpack, vis, *modules = _modules(SCRIPTS)
    body = "\n".join((unpack, vis, "await unpackVis();", *modules))
    return f"(async () => {{\n'use strict';\n{body}\n}})();"


def loading(page: str) -> str:
    """Return a page that unpacks another and becomes it: 245 KB for 385, for a page inside another document."""
    code = "\n".join(_modules(LOADER))
    return (
        '<!doctype html><meta charset="utf-8">'
        f'<script type="text/plain" id="am-page">{packed(page)}</script><script>{code}</script>'
    )


def _modules(names: Iterable[str]) -> Iterator[str]:
    return (_plain_script(_read("static", "js", f"{name}.js")) for name in names)


def packed(text: str) -> str:
    """Return a text deflated, as base64: for what is large and nobody reads in the page's source."""
    return base64.b64encode(zlib.compress(text.encode(), 6)).decode()


def style() -> str:
    """Return the page's style, with the colours of all themes, light and dark."""
    sheets = (_plain_style(_read("static", "css", f"{name}.css")) for name in STYLES)
    return "".join((*map(_colours, THEMES), *sheets))


def _colours(theme: str) -> str:
    """Return the custom properties of a theme: light, dark if the system is, and dark or light where that is chosen."""
    light, dark = (_variables(THEMES[theme][shade].properties()) for shade in ("light", "dark"))
    root = f":root[data-theme={theme}]"
    return (
        f"{root}{{color-scheme:light;{light}}}"
        f"@media(prefers-color-scheme:dark){{{root}:not([data-mode]){{color-scheme:dark;{dark}}}}}"
        f"{root}[data-mode=dark]{{color-scheme:dark;{dark}}}"
    )


def strings(language: str) -> dict[str, str]:
    """Return the words of the interface in a language (BCP 47), in English where we do not have it."""
    name = language.lower().partition("-")[0]
    folder = resources.files("argmap.render") / "strings"
    file = folder / f"{name}.json"
    known = re.fullmatch("[a-z]{2,3}", name) and file.is_file()
    text = (file if known else folder / "en.json").read_text("utf-8")
    values: dict[str, str] = json.loads(text)
    return values


def environment() -> Environment:
    """Return the environment of all templates: every text of a map is quoted, and an unknown name is an error."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(lambda name: _read("templates", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def sha256(text: str) -> str:
    """Return the hash by which a Content-Security-Policy allows an inline script or style.

    >>> sha256("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _read(*parts: str) -> str:
    return resources.files("argmap.render").joinpath(*parts).read_text("utf-8")


def _variables(properties: Mapping[str, str]) -> str:
    return ";".join(f"{name}:{value.lower()}" for name, value in properties.items())


def _plain_script(text: str) -> str:
    r"""Return a module without comments and indentation. Our own code never writes a comment's start in a text.

    >>> _plain_script("/* why */\nconst a = /** @type {any} */ (1);\n  // so\n")
    'const a = (1);'
    """
    text = re.sub(r"/\*.*?\*/ ?", "", text, flags=re.DOTALL)
    text = re.sub(r"(^|\s)//(\s.*)?$", "", text, flags=re.MULTILINE)
    return "\n".join(line for line in map(str.strip, text.splitlines()) if line)


def _plain_style(text: str) -> str:
    r"""Return a style sheet without comments and needless white space.

    >>> _plain_style("/* x */\na b {\n  color: red;\n}\n")
    'a b{color:red}'
    """
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r" ?([{};,>]) ?|(:) ", r"\1\2", text).replace(";}", "}").strip()
