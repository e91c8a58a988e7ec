"""Make the pictures of the README: `python tests/tools/readme_pictures.py` writes .readme/light.png and dark.png.

Needs what the browser tests need; Chromium is the one that ARGMAP_CHROMIUM names, or `chromium`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import argmap

ROOT = Path(__file__).resolve().parent.parent.parent
MAP = ROOT / "maps" / "voting.yaml"
CLAIM = "judge-as-well"  # selected in the picture, if the map has it


def main() -> None:
    """Build the page of a map and photograph it in light and in dark."""
    browser_path = shutil.which(os.environ.get("ARGMAP_CHROMIUM", "chromium"))
    if not browser_path:
        sys.exit("Chromium is missing; say where it is: ARGMAP_CHROMIUM=/path/to/chromium")
    claim = CLAIM if argmap.load(MAP).is_claim(CLAIM) else ""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        page_file = Path(folder) / "map.html"
        page_file.write_text(argmap.build(MAP), encoding="utf-8")
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for shade in ("light", "dark"):
            context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=shade)
            page = context.new_page()
            page.goto(page_file.as_uri() + (f"#c={claim}" if claim else ""))
            page.wait_for_timeout(1500)  # until the picture stands still
            page.screenshot(path=ROOT / ".readme" / f"{shade}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
