"""A second engine: WebKitGTK, driven by the WebDriver protocol, runs the same page."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

DRIVER, SCREEN = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
BROWSER = next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), reverse=True)), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (DRIVER and SCREEN and BROWSER), reason="needs WebKitGTK: apt-get install webkit2gtk-driver xvfb"
    ),
]


class WebKit:
    """As much of WebDriver as a smoke test needs."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.home = f"http://127.0.0.1:{port}/session"

    def send(self, path: str, **values):
        request = urllib.request.Request(self.home + path, json.dumps(values).encode(), method="POST")  # noqa: S310 - an address of this machine
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - an address of this machine - our own driver on this machine
            return json.load(answer)["value"]

    def wait_for_driver(self, seconds: float = 20) -> None:
        """Wait until the driver takes connections; the screen, which was begun before it, is there by then."""
        end = time.monotonic() + seconds
        while True:
            try:
                return socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                assert time.monotonic() < end, "the driver never took a connection"
                time.sleep(0.05)

    def open(self, page: str) -> None:
        options = {"binary": str(BROWSER), "args": ["--automation"]}
        started = self.send("", capabilities={"alwaysMatch": {"webkitgtk:browserOptions": options}})
        self.home += f"/{started['sessionId']}"
        self.send("/url", url=page)

    def js(self, expression: str):
        return self.send("/execute/sync", script=f"return {expression}", args=[])

    def wait(self, expression: str, seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while not self.js(expression):
            assert time.monotonic() < end, f"never came true: {expression}"
            time.sleep(0.1)

    def close(self) -> None:
        urllib.request.urlopen(urllib.request.Request(self.home, method="DELETE"), timeout=30).close()  # noqa: S310 - an address of this machine


@pytest.fixture
def webkit(tmp_path):
    display, port = f":{90 + os.getpid() % 900}", 20_000 + os.getpid() % 9_000
    env = {**os.environ, "DISPLAY": display, "HOME": str(tmp_path), "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    screen = subprocess.Popen([SCREEN, display, "-screen", "0", "1280x800x24"], **quiet)
    driver = subprocess.Popen([DRIVER, f"--port={port}"], env=env, **quiet)
    browser = WebKit(port)
    try:
        browser.wait_for_driver()
        yield browser
        browser.close()
    finally:
        for process in (driver, screen):
            process.terminate()
            process.wait(timeout=10)


def test_the_page_works_in_webkit(webkit, debate_file):
    webkit.open(debate_file.as_uri())
    webkit.wait("document.documentElement.dataset.ready === 'true'")
    assert webkit.js("document.querySelectorAll('#tree [data-id]').length") == 7
    webkit.js("document.querySelector('#tree [data-id=forced] > .row').click()")
    assert webkit.js("decodeURIComponent(location.hash)") == "#c=forced"
    assert "Forcing people" in webkit.js("document.querySelector('#detail .lead').textContent")
    webkit.js("argmap.apply({query: 'turnout', side: 'source'})")
    assert webkit.js("argmap.now.hits.size") == 3
    webkit.js("argmap.fold.toggle('forced', true)")
    webkit.wait("argmap.now.visible.size === 6")
    drawn = """(() => { const c = document.querySelector('#net canvas'), x = c.getContext('2d');
      return new Set(x.getImageData(0, 0, c.width, c.height).data).size; })()"""
    assert webkit.js(drawn) > 10
    webkit.js("argmap.apply({mode: 'dark'})")
    assert webkit.js("getComputedStyle(document.body).backgroundColor") == "rgb(20, 22, 26)"
