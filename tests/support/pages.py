"""Pages in real Chromium: opened from files, with everything written down that a page asks for or complains about."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.layout import layout
from argmap.model import ArgMap, Claim, Group, Link, Source, link_id
from argmap.render.html import PageOptions, page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Page, Playwright

    from argmap.diagnostics import Diagnostic

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
)


def chromium_path() -> str | None:
    """Return where Chromium is on this machine, or None."""
    named = (os.environ.get("ARGMAP_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in named if name and (found := shutil.which(name))), None)


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))


def wait_for(place: Page | Frame, expression: str, argument: object = None, *, value: object = True) -> None:
    """Wait until an expression has a value: on a busy machine what the next frame draws comes late.

    (Playwright's own ``wait_for_function`` is stopped by the policy of our page.)
    """
    end = time.monotonic() + 15
    while (now := place.evaluate(expression, argument)) != value:
        assert time.monotonic() < end, f"never became {value}, is {now}: {expression}"
        place.wait_for_timeout(20)


def at_rest(place: Page | Frame, expression: str) -> Any:
    """Return an expression's value once it stays the same: fingers that leave a page fast leave it with a swing."""
    last, same = place.evaluate(expression), 0
    while same < 10:
        place.wait_for_timeout(20)
        now = place.evaluate(expression)
        last, same = now, same + 1 if now == last else 0
    return last


@dataclass
class Visit:
    """A page that is open: the page, and all that it asked for, said, threw."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def quiet(self) -> bool:
        return not (self.requests or self.messages or self.errors)

    def js(self, expression: str, argument: object = None) -> Any:
        return self.page.evaluate(expression, argument)

    def wait(self, expression: str) -> None:
        wait_for(self.page, f"!!({expression})")

    def becomes(self, expression: str, value: object, argument: object = None) -> None:
        wait_for(self.page, expression, argument, value=value)

    def rest(self, expression: str) -> Any:
        return at_rest(self.page, expression)

    def selected(self) -> list[str]:
        return self.js("[...document.querySelectorAll('#tree [aria-selected=true]')].map((item) => item.dataset.id)")

    def hash(self) -> str:
        return str(self.js("decodeURIComponent(location.hash)"))


def open_file(browser: Browser, path: Path, fragment: str = "", **context: Any) -> Visit:
    """Open a file in a fresh context and wait until its map stands."""
    context.setdefault("viewport", {"width": 1280, "height": 800})
    visit = Visit(browser.new_context(**context).new_page())
    tab = visit.page
    tab.on("request", lambda r: None if r.url.startswith(("file:", "blob:")) else visit.requests.append(r.url))
    tab.on("console", lambda m: visit.messages.append(m.text))
    tab.on("pageerror", lambda e: visit.errors.append(str(e)))
    tab.goto(path.as_uri() + fragment)
    tab.wait_for_selector("html[data-ready=true]", timeout=20_000)
    return visit


def fingers(page: Page, *paths: tuple[tuple[int, int], tuple[int, int]], steps: int = 6) -> None:
    """Move fingers over the screen: each path is where one starts and where it ends."""
    cdp = page.context.new_cdp_session(page)

    def send(kind: str, share: float) -> None:
        points = [
            {"x": x + (u - x) * share, "y": y + (v - y) * share, "id": i} for i, ((x, y), (u, v)) in enumerate(paths)
        ]
        cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if kind == "touchEnd" else points})

    send("touchStart", 0)
    for step in range(1, steps + 1):
        send("touchMove", step / steps)
        page.wait_for_timeout(30)
    send("touchEnd", 1)
    page.wait_for_timeout(100)


def write(argmap: ArgMap, path: Path, problems: Iterable[Diagnostic] = (), options: PageOptions | None = None) -> Path:
    path.write_text(page(argmap, layout(argmap), problems, options or PageOptions()), "utf-8", newline="\n")
    return path


def debate() -> ArgMap:
    """Return a small map that uses everything the page draws."""
    claims = (
        Claim(id="compulsory", text="Voting should be compulsory."),
        Claim(id="turnout", text="High turnout makes a state legitimate.", group="legitimacy", tags=("empirical",),
              quote=("few voted, few will obey",), at=(2,)),
        Claim(id="raises", text="Compulsory voting raises turnout.", group="legitimacy", note="Belgium.",
              implicit=True),
        Claim(id="sample", text="Turnout measures quantity.", quote=("numbers are not reasons",), at=(1,)),
        Claim(id="forced", text="Forcing people violates their liberty.", group="liberty", kind="value"),
        Claim(id="jury", text="We already force people to do jury service.", group="liberty", kind="fact"),
        Claim(id="informed", text="People who must vote inform themselves.", credence=0.6, url="https://example.org/x"),
    )  # fmt: skip
    links = (
        Link(id="main", premises=("turnout", "raises"), kind="supports", target="compulsory", named=True, cue="thus",
             basis="cue", scheme="argument from consequences"),
        _link("sample", "undercuts", "main"),
        _link("forced", "attacks", "compulsory"),
        _link("jury", "attacks", "forced"),
        _link("informed", "supports", "compulsory", strength=0.4),
        _link("informed", "supports", "turnout"),
    )  # fmt: skip
    groups = (Group(id="legitimacy", title="Legitimacy"), Group(id="liberty", title="Liberty", color="#7e57c2"))
    return ArgMap(
        title="Should voting be compulsory?",
        description="A small debate, for a first lesson.",
        claims=claims,
        links=links,
        groups=groups,
        sources=(Source(title="On Voting", author="A. Writer", year="1924"),),
    )


def _link(premise: str, kind: Any, target: str, **fields: Any) -> Link:
    return Link(id=link_id((premise,), kind, target), premises=(premise,), kind=kind, target=target, **fields)
