"""Open maps in JupyterLab, Jupyter Notebook and VS Code, use them, photograph them: `python tests/tools/notebooks.py`.

Words say which: `python tests/tools/notebooks.py lab vscode` (or notebook; all without a word). The first run
installs them into tests/.work/notebooks: JupyterLab and Notebook from PyPI (300 MB, half a minute), VS Code with its
own notebook editor as the npm package code-server (290 MB, ten seconds, no install script is run). It needs Node.js 20
and what the browser tests need. Pictures are written to tests/browser/shots/. Exit code 1 if a map did not do what it
should.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import Error, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests.support.pages import launch  # noqa: E402 - a script is started from anywhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Frame, Page

WORK = ROOT / "tests" / ".work" / "notebooks"
SHOTS = ROOT / "tests" / "browser" / "shots"
CODE_SERVER = "code-server@4.100.3"  # VS Code 1.100; the last for Node.js 20
VSCODE = WORK / "vscode" / "node_modules" / "code-server" / "lib" / "vscode"
JUPYTER = WORK / "venv" / "bin"
SECONDS = 60  # until a map must stand
HOSTILE = "</script></iframe><img src=x onerror=top.document.title='taken'><script>top.document.title='taken'</script>"
CELLS = (
    f"import argmap\nargmap.load({str(ROOT / 'maps' / 'cinema.yaml')!r})",
    f"hostile = {HOSTILE!r}\nargmap.ArgMap(title=hostile, claims=(argmap.Claim(id='a', text=hostile),))",
)


class Case(NamedTuple):
    """One way to open the notebook; `trusted` as the application means it, `run` the cells anew with a kernel."""

    application: str
    name: str
    dark: bool = False
    trusted: bool = True
    run: bool = False
    width: int = 1280


CASES = (
    Case("lab", "light"),
    Case("lab", "dark", dark=True),
    Case("lab", "untrusted", trusted=False),
    Case("lab", "run", run=True),
    Case("notebook", "light"),
    Case("vscode", "light"),
    Case("vscode", "dark", dark=True),
    Case("vscode", "narrow", width=700),
    Case("vscode", "untrusted", trusted=False),
)


def main() -> None:
    """Run all cases, or those of the applications that are named."""
    chosen = [case for case in CASES if not sys.argv[1:] or case.application in sys.argv[1:]]
    install({case.application for case in chosen})
    SHOTS.mkdir(exist_ok=True)
    wrong = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        notebook = write_notebook(Path(folder) / "work")
        browser = launch(play)
        for case in chosen:
            found = list(problems(case, browser, notebook, Path(folder) / f"{case.application}-{case.name}"))
            print(f"{case.application} {case.name}: {'; '.join(found) or 'as it should be'}", flush=True)
            wrong += found
        browser.close()
    sys.exit(1 if wrong else 0)


def install(applications: set[str]) -> None:
    """Install what is not there yet."""
    if not JUPYTER.exists():  # VS Code, too, opens what Jupyter has run
        venv.create(JUPYTER.parent, with_pip=True)
        subprocess.run([JUPYTER / "pip", "install", "--quiet", "jupyterlab", "notebook", ROOT], check=True)
    if "vscode" in applications and not (VSCODE / "node_modules").exists():
        npm = [shutil.which("npm") or "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run([*npm, "--prefix", WORK / "vscode", CODE_SERVER], check=True)
        subprocess.run([*npm, "--omit=dev"], cwd=VSCODE, check=True)


def write_notebook(folder: Path) -> Path:
    """Write a notebook and have Jupyter run it, so that it holds its outputs."""
    folder.mkdir()
    code = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    heading = {"cell_type": "markdown", "metadata": {}, "id": "heading", "source": "# Maps"}
    cells = [heading, *({**code, "id": f"cell-{i}", "source": text} for i, text in enumerate(CELLS))]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = folder / "maps.ipynb"
    path.write_text(
        json.dumps({"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}), "utf-8"
    )
    convert = [JUPYTER / "jupyter", "nbconvert", "--to", "notebook", "--execute", "--inplace", path]
    subprocess.run(convert, check=True, env=environment(folder), capture_output=True)
    return path


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return an environment in which everything is kept in a folder and the argmap of this project is imported."""
    named = {f"JUPYTER_{kind}_DIR": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    lab = {f"JUPYTERLAB_{kind}_DIR": str(home / kind.lower()) for kind in ("SETTINGS", "WORKSPACES")}
    return {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(home), **named, **lab, **more}


def problems(case: Case, browser: Browser, notebook: Path, home: Path) -> Iterator[str]:
    """Open the notebook in an application, use its maps, and yield what is wrong."""
    home.mkdir()
    context = browser.new_context(viewport={"width": case.width, "height": 900}, color_scheme="null")
    page = context.new_page()
    with (vscode if case.application == "vscode" else jupyter)(case, notebook, home, page):
        expected = len(CELLS) if case.trusted else 0
        maps = wait_for_maps(page, expected)
        if len(maps) != expected:
            yield f"{len(maps)} maps stand, not {expected}"
        for frame in maps:
            yield from look(frame, case)
        for frame in maps:  # only what is in view can be clicked on
            if "cinema" in frame.title():
                yield from use(frame)
        if "taken" in page.title():
            yield "a text of the map ran in the notebook"
        if case.application != "vscode" and not case.trusted:  # there, nothing of a text/html is shown
            page.get_by_text("The Roxy should become the new library.").first.wait_for()
        page.wait_for_timeout(600)
        page.screenshot(path=SHOTS / f"{case.application}-{case.name}.png")
    context.close()


def look(frame: Frame, case: Case) -> Iterator[str]:
    """Yield what is wrong with how a map stands there."""
    if (frame.evaluate("argmap.state.mode") == "dark") is not case.dark:
        yield f"the map is {frame.evaluate('argmap.state.mode')}"
    if not frame.evaluate("argmap.canvas.box.clientHeight > 150 && argmap.canvas.net.getScale() > 0.2"):
        yield "the map is not drawn"


def use(frame: Frame) -> Iterator[str]:
    """Select a claim in the outline of a map, fold it, unfold it; yield what does not work."""
    frame.locator("#switch").get_by_role("button", name="Outline").click()
    row = frame.locator("#tree [role=treeitem] > .row").first
    row.click()
    if not frame.evaluate("argmap.state.selected"):
        yield "no claim is selected"
    before = frame.evaluate("argmap.state.folded.size")
    row.locator(".fold").click()
    if frame.evaluate("argmap.state.folded.size") != before + 1:
        yield "no claim is folded"
    row.locator(".fold").click()
    frame.locator("#switch").get_by_role("button", name="Map").click()


def wait_for_maps(page: Page, count: int) -> list[Frame]:
    """Return the frames in which a map stands: as many as expected, or those there are when time is up."""
    end = time.monotonic() + (SECONDS if count else 5)
    while True:
        texts = [frame for frame in page.frames if frame.url == "about:srcdoc"]
        maps = [frame for frame in texts if frame.evaluate("document.documentElement.dataset.ready === 'true'")]
        if time.monotonic() > end or (count and len(maps) == count):
            return maps
        page.wait_for_timeout(200)


@contextlib.contextmanager
def jupyter(case: Case, notebook: Path, home: Path, page: Page) -> Iterator[None]:
    """Show the notebook in JupyterLab or Jupyter Notebook."""
    inside = environment(home)
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    theme = {"theme": f"JupyterLab {'Dark' if case.dark else 'Light'}"}
    (settings / "themes.jupyterlab-settings").write_text(json.dumps(theme), "utf-8")
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(quiet), "utf-8")
    if case.trusted and not case.run:
        subprocess.run([JUPYTER / "jupyter", "trust", notebook], check=True, env=inside, capture_output=True)
    words = ["--no-browser", "--ip=127.0.0.1", "--IdentityProvider.token=", f"--ServerApp.root_dir={notebook.parent}"]
    words += ["--allow-root", "--LabApp.extension_manager=readonly"]
    with server(
        home, inside, lambda port: [JUPYTER / "jupyter", case.application, f"--port={port}", *words]
    ) as address:
        page.goto(f"{address}/{'lab/tree' if case.application == 'lab' else 'notebooks'}/{notebook.name}")
        page.wait_for_selector(".jp-Cell", timeout=SECONDS * 1000)
        if case.run:
            page.get_by_text("| Idle").wait_for(timeout=SECONDS * 1000)
            page.wait_for_timeout(1000)  # it says so a moment before it listens
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        yield


@contextlib.contextmanager
def vscode(case: Case, notebook: Path, home: Path, page: Page) -> Iterator[None]:
    """Show the notebook in VS Code. Its web page serves the frames of outputs itself; no address outside is needed."""
    settings = home / "data" / "data" / "User" / "settings.json"
    settings.parent.mkdir(parents=True)
    chosen = {
        "workbench.colorTheme": f"Default {'Dark' if case.dark else 'Light'} Modern",
        "workbench.editorAssociations": {"*.ipynb": "jupyter-notebook"},
        "workbench.startupEditor": "none",
    }
    if case.trusted:
        chosen["security.workspace.trust.enabled"] = False
    settings.write_text(json.dumps(chosen), "utf-8")
    words = ["--host=127.0.0.1", "--without-connection-token", "--accept-server-license-terms", "--telemetry-level=off"]
    words += [f"--server-data-dir={home / 'data'}"]
    main = VSCODE / "out" / "server-main.js"
    with server(home, environment(home), lambda port: ["node", main, f"--port={port}", *words]) as address:
        page.goto(f"{address}/?folder={notebook.parent}")
        if not case.trusted:
            page.get_by_role("button", name="No, I don't trust").click(timeout=SECONDS * 1000)
        open_in_vscode(page, notebook.name)
        yield


def open_in_vscode(page: Page, name: str) -> None:
    """Open a file of the explorer, again and again until the notebook editor has started and takes it."""
    file = page.get_by_role("treeitem", name=name)
    for _ in range(SECONDS // 8):
        file.dblclick(timeout=SECONDS * 1000)
        with contextlib.suppress(Error):
            page.get_by_text("Select Kernel").wait_for(timeout=8000)
            break
        page.get_by_role("tab", name=name).click(button="middle")  # it was opened as text
    if page.viewport_size and page.viewport_size["width"] < 1000:
        page.keyboard.press("Control+b")  # the explorer makes room


@contextlib.contextmanager
def server(home: Path, inside: dict[str, str], words) -> Iterator[str]:
    """Start a server on a free port, yield its address once it answers, and end it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (home / "log.txt").open("wb") as log:
        process = subprocess.Popen([str(word) for word in words(port)], env=inside, cwd=home, stdout=log, stderr=log)
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()  # it has nothing to keep
        process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until something answers at a port."""
    end = time.monotonic() + SECONDS
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.2)
    sys.exit(f"{process.args[0]} does not start")


if __name__ == "__main__":
    main()
