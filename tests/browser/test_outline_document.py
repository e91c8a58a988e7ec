"""The HTML outline on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argmap.model import ArgMap, Claim, Link, link_id
from argmap.render.outline_document import document

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

DEEP = 14
LONG = "https://www.example.org/a/very/long/path/that/never/ends?query=string&another=parameter"


def test_nothing_of_the_outline_stands_beside_the_screen_of_a_phone(chromium: Browser, tmp_path: Path) -> None:
    claims = [Claim(id="c0", text="Donaudampfschifffahrtsgesellschaftskapitän" * 2, url=LONG, note=LONG)]
    claims += [Claim(id=f"c{n}", text=f"Claim at depth {n} with {LONG}.") for n in range(1, DEEP)]
    links = tuple(
        Link(id=link_id((f"c{n}",), "supports", f"c{n - 1}"), premises=(f"c{n}",), kind="supports", target=f"c{n - 1}")
        for n in range(1, DEEP)
    )
    path = tmp_path / "outline.html"
    path.write_text(document(ArgMap(title=LONG, claims=tuple(claims), links=links)), "utf-8")
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.close()
