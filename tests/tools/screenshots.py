"""Photograph the page in every state at every screen size, to be looked at: `python tests/tools/screenshots.py [MAP]`.

Writes tests/browser/shots/SIZE-STATE.png, and the printed page as print.pdf. Needs what the browser tests need;
Chromium is the one that ARGMAP_CHROMIUM names, or `chromium`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

import argmap

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent.parent
SHOTS = ROOT / "tests" / "browser" / "shots"
SIZES = {
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
    },
    "tablet": {"viewport": {"width": 820, "height": 1180}},
    "laptop": {"viewport": {"width": 1280, "height": 800}},
    "laptop-2x": {"viewport": {"width": 1280, "height": 800}, "device_scale_factor": 2},
    "zoom-200": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    "4k": {"viewport": {"width": 3840, "height": 2160}},
}
CLAIM = "{claim}"
STATES = {  # the fragment of the address; then a key on the map, or the element whose click opens the state
    "open": ("", ""),
    "dark": ("#mode=dark", ""),
    "selected": (f"#c={CLAIM}", ""),
    "found": ("#q=should", ""),
    "focus": (f"#c={CLAIM}", "f"),
    "rejected": (f"#e=1&c={CLAIM}&if=-{CLAIM}", ""),
    "effect": ("#by=thesis", ""),
    "step": ("#step=3", ""),
    "guess": ("#step=3&guess=1", ""),
    "help": ("", "?"),
    "filter": ("", "#filter"),
    "share": ("", "#open-share"),
    "source": (f"#c={CLAIM}", "#tab-source"),
    "map-pane": ("#pane=map", ""),
    "classroom": ("#theme=classroom", ""),
    "mono-dark": ("#theme=mono&mode=dark", ""),
}


def main() -> None:
    """Build the page, photograph it, print it."""
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "maps" / "voting.yaml"
    browser_path = shutil.which(os.environ.get("ARGMAP_CHROMIUM", "chromium"))
    if not browser_path:
        sys.exit("Chromium is missing; say where it is: ARGMAP_CHROMIUM=/path/to/chromium")
    SHOTS.mkdir(exist_ok=True)
    order = argmap.outline(argmap.load(chosen))
    claim = next((name for name, number in order.numbers.items() if number.endswith(".2")), order.roots[0])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "map.html"
        file.write_text(argmap.build(chosen), encoding="utf-8")
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for size, screen in SIZES.items():
            for state, (fragment, action) in STATES.items():
                photograph(browser, file.as_uri() + fragment.replace(CLAIM, claim), action, screen, f"{size}-{state}")
        page = browser.new_page()
        visit(page, file.as_uri())
        page.pdf(path=SHOTS / "print.pdf", prefer_css_page_size=True)
        browser.close()
    print(f"{len(SIZES) * len(STATES)} pictures and print.pdf are in {SHOTS.relative_to(ROOT)}")


def photograph(browser: Browser, address: str, action: str, screen: dict[str, object], name: str) -> None:
    """Open an address on a screen, press a key or click on something, and keep the picture."""
    context = browser.new_context(**screen)
    page = context.new_page()
    visit(page, address)
    if action.startswith("#"):
        page.evaluate("name => document.querySelector(name).click()", action)  # in the menu of the phone, too
    elif action:
        page.evaluate("document.querySelector('#net').focus()")
        page.keyboard.press(action)
    page.wait_for_timeout(600 if action else 0)
    page.screenshot(path=SHOTS / f"{name}.png")
    context.close()


def visit(page: Page, address: str) -> None:
    """Open an address and wait until the picture stands still."""
    page.goto(address)
    page.wait_for_timeout(700)


if __name__ == "__main__":
    main()
