"""Fixtures for tests in real Chromium. A page that requests, prints or throws anything fails its test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

from tests.support.pages import Visit, chromium_path, debate, launch, open_file, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if chromium_path() is None:
        pytest.skip("Chromium is not installed on this machine; ARGMAP_CHROMIUM names another place")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def debate_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(debate(), tmp_path_factory.mktemp("pages") / "debate.html")


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens a file: visit(path, "#c=id", color_scheme="dark"). Afterwards all must be quiet."""
    visits: list[Visit] = []

    def go(path: Path, fragment: str = "", **context: Any) -> Visit:
        visits.append(open_file(chromium, path, fragment, **context))
        return visits[-1]

    yield go
    for one in visits:
        one.page.context.close()
    assert [(one.requests, one.messages, one.errors) for one in visits if not one.quiet] == []
