"""Maps in notebooks, without a notebook: in pages that give a frame what JupyterLab and VS Code give one.

`python tests/tools/notebooks.py` runs the same against JupyterLab and VS Code themselves.
"""

from __future__ import annotations

from html import escape

import pytest

from argmap.model import ArgMap, Claim
from tests.support.pages import debate

pytestmark = pytest.mark.browser

# read off VS Code 1.100: the frame of its outputs, and the policy that it keeps ready for them (a setting, off so far),
# which a frame made of a text inherits
SANDBOX = "allow-scripts allow-same-origin allow-forms allow-pointer-lock allow-downloads"
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' https: http: data:; font-src 'self' https:; connect-src https:; child-src https: data:"
)
OF_VSCODE = "allow-scripts and allow-same-origin"  # what Chromium says of VS Code's own frame
HOSTILE = (
    "</script></iframe><img src=x onerror=parent.document.title='taken'><script>top.document.title='taken'</script>"
)


def vscode(output, kind="vscode-light"):
    inside = (
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<body class="{kind}">{output}</body>'
    )
    return (
        f'<iframe id="outputs" sandbox="{SANDBOX}" style="width:100%;height:700px" srcdoc="{escape(inside)}"></iframe>'
    )


def lab(output, light="true"):
    return f'<div data-jp-theme-light="{light}">{output}</div>'


@pytest.fixture
def show(chromium, tmp_path):
    """Return a function that opens a page around an output. The system's colour scheme is light."""
    context = chromium.new_context(color_scheme="null", accept_downloads=True, viewport={"width": 1100, "height": 800})

    def go(body):
        path = tmp_path / "notebook.html"
        path.write_text(f"<!doctype html><meta charset=utf-8><title>notebook</title><body>{body}</body>", "utf-8")
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text) if OF_VSCODE not in message.text else None)
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.said.append(request.url) if request.url.startswith("http") else None)
        page.goto(path.as_uri())
        return page

    yield go
    context.close()


def html(argmap=None):
    return (argmap or debate())._repr_mimebundle_()["text/html"]


def maps_in(page, count=1):
    """Return the frames of the maps once they stand."""
    found = []
    while len(found) < count:
        page.wait_for_timeout(20)
        found = [frame for frame in page.frames if frame.url == "about:srcdoc" and not frame.child_frames]
    for frame in found:
        frame.wait_for_selector("html[data-ready=true]")
    return found


@pytest.mark.parametrize("around", [lab, vscode])
def test_it_works_and_can_reach_nothing(show, around):
    page = show(around(html()))
    (frame,) = maps_in(page)
    frame.locator("#evaluate").click()
    frame.locator("#switch").get_by_role("button", name="Outline").click()
    frame.locator("#tree [data-id=jury] > .row").click()
    frame.locator("#open-help").click()
    frame.locator("#help .close").click()
    assert frame.locator("#whole").count() == 0
    assert frame.evaluate("argmap.state.selected") == "jury"
    reach = "(() => { try { return parent.document.title; } catch (error) { return error.name; } })()"
    assert frame.evaluate(reach) == "SecurityError"
    assert page.said == []


@pytest.mark.parametrize("around", [lab, vscode])
def test_what_can_be_saved_is_saved_and_what_cannot_be_done_is_said(show, around):
    page = show(around(html()))
    (frame,) = maps_in(page)
    frame.locator("#open-share").click()
    assert frame.locator("#address").count() == 0
    for button, suffix in (("#save-svg", "svg"), ("#save-png", "png"), ("#save-md", "md")):
        with page.expect_download() as saved:
            frame.locator(button).click()
        assert saved.value.suggested_filename == f"should-voting-be-compulsory.{suffix}"
    frame.evaluate("globalThis.print = () => {}")  # as a browser does in a frame that may open no dialog
    frame.locator("#print").click()
    assert "does not let the page print" in frame.locator("#share-status").inner_text()
    assert page.said == []


def test_it_is_as_light_or_dark_as_the_notebook_and_follows_it(show):
    page = show(html())
    (frame,) = maps_in(page)
    assert frame.evaluate("argmap.state.mode") == "light"
    for said, mode in (
        ({"class": "vscode-dark"}, "dark"),
        ({"class": "vscode-light"}, "light"),
        ({"class": "vscode-high-contrast"}, "dark"),
        ({"class": "vscode-high-contrast vscode-high-contrast-light"}, "light"),
        ({"data-jp-theme-light": "false"}, "dark"),
        ({"data-jp-theme-light": "true"}, "light"),
    ):
        page.evaluate(
            "said => { for (const name of ['class', 'data-jp-theme-light']) document.body.removeAttribute(name);"
            " for (const [name, value] of Object.entries(said)) document.body.setAttribute(name, value); }",
            said,
        )
        frame.wait_for_selector(f"html[data-mode={mode}]", timeout=5000)


def test_several_maps_live_side_by_side(show):
    page = show(lab(html() + html(ArgMap(title="Rain", claims=(Claim(id="wet", text="The street is wet."),)))))
    titles = {frame.evaluate("argmap.map.data.title") for frame in maps_in(page, 2)}
    assert titles == {"Should voting be compulsory?", "Rain"}
    assert page.said == []


@pytest.mark.parametrize("around", [lab, vscode])
def test_a_hostile_text_runs_nothing_in_the_notebook(show, around):
    page = show(around(html(ArgMap(title=HOSTILE, claims=(Claim(id="a", text=HOSTILE),)))))
    (frame,) = maps_in(page)
    assert HOSTILE in frame.locator("#tree").text_content()
    assert frame.locator("img, script[src]").count() == 0
    assert page.title() == "notebook"
    assert page.said == []


def test_the_outline_beneath_is_seen_only_where_frames_are_taken_out(show):
    page = show(html())
    maps_in(page)
    assert not page.get_by_text("jury service").is_visible()
    cleaned = "for (const e of document.querySelectorAll('style, iframe')) e.remove()"
    page.evaluate(f"{cleaned}; document.querySelector('[hidden]').removeAttribute('hidden')")
    assert page.get_by_text("however: We already force people to do jury service.", exact=False).is_visible()


def test_keys_on_the_map_stay_there(show):
    page = show(vscode(html()))
    (frame,) = maps_in(page)
    outputs = next(other for other in page.frames if other.child_frames and other.parent_frame)
    outputs.evaluate("globalThis.keys = []; addEventListener('keydown', (event) => keys.push(event.key))")
    frame.locator("#net").click(position={"x": 5, "y": 5})
    for key in ("ArrowDown", "d", "d", "b", "e", "Enter"):
        page.keyboard.press(key)
    assert outputs.evaluate("keys") == []
    assert frame.evaluate("argmap.state.evaluate") is True
