"""The compact page, in frames of other pages and in notebooks; parameters in the query."""

from __future__ import annotations

import pytest

from argmap.render.html import PageOptions
from tests.support.axe import needs_axe, violations
from tests.support.pages import debate, write

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    path = tmp_path_factory.mktemp("embed") / "map.html"
    return write(debate(), path, options=PageOptions(embed=True))


def test_the_map_comes_first_and_the_rest_by_switches(visit, embedded):
    here = visit(embedded, viewport={"width": 500, "height": 420})
    seen = here.page.locator("#net").bounding_box()
    assert seen["height"] > 230
    assert not here.page.locator("#tree").is_visible()
    assert not here.page.locator("#query").is_visible()
    here.page.locator("#switch").get_by_role("button", name="Outline").click()
    assert here.page.locator("#tree").is_visible()
    assert here.hash() == "#pane=outline"
    here.page.locator("#switch").get_by_role("button", name="Map").click()
    assert here.hash() == ""


def test_with_room_the_details_stand_beside_the_map(visit, embedded):
    here = visit(embedded, "#c=forced", viewport={"width": 1000, "height": 500})
    assert here.page.locator("#net").is_visible()
    assert "Forcing people" in here.page.locator("#details").inner_text()


@pytest.mark.parametrize("width", [400, 600, 800, 950, 1080, 1250])
def test_the_map_fills_a_frame_of_any_width(visit, embedded, width):
    here = visit(embedded, viewport={"width": width, "height": 500})
    seen = here.page.locator("#net").bounding_box()
    assert seen["width"] > width * (0.65 if width > 760 else 0.95)
    assert seen["x"] < 5
    assert seen["y"] + seen["height"] > 490
    if width > 760:
        details = here.page.locator("#details").bounding_box()
        assert details["x"] >= seen["x"] + seen["width"] - 1
        assert details["y"] < 150


def test_in_a_narrow_frame_the_buttons_are_in_a_menu(visit, embedded):
    here = visit(embedded, viewport={"width": 500, "height": 420})
    assert not here.page.locator("#evaluate").is_visible()
    here.page.locator("#menu").click()
    here.page.locator("#evaluate").click()
    assert here.hash() == "#e=1"


def test_it_leads_to_the_whole_page_as_it_stands(visit, embedded):
    here = visit(embedded, "#c=forced&e=1")
    with here.page.context.expect_page() as other:
        here.page.locator("#whole").click()
    other.value.wait_for_selector("html[data-ready=true]")
    assert other.value.url.endswith("?embed=0#c=forced&e=1")
    assert other.value.locator("#tree").is_visible()
    assert other.value.locator("#query").is_visible()


def test_any_page_can_be_asked_to_be_compact(visit, debate_file):
    here = visit(debate_file, "?embed=1")
    assert not here.page.locator("#query").is_visible()
    assert here.page.locator("#net").is_visible()
    assert here.page.url.endswith("?embed=1")


def test_the_query_chooses_what_is_shown_until_there_is_a_fragment(visit, debate_file):
    here = visit(debate_file, "?c=jury&e=1&if=-jury")
    assert here.selected() == ["jury"]
    assert here.page.locator("#whatif").is_visible()
    here.page.locator('#tree [data-id="forced"] > .row').click()
    assert here.hash() == "#c=forced&e=1&if=-jury"
    here.page.locator("#evaluate").click()
    here.page.reload()
    here.page.wait_for_selector("html[data-ready=true]")
    assert here.hash() == "#c=forced&if=-jury"
    assert visit(debate_file, "?step=2&guess=1&theme=mono").page.locator("#stage").is_visible()


def test_a_notebook_shows_it_in_a_frame_that_can_reach_nothing(chromium, tmp_path):
    path = tmp_path / "notebook.html"
    html = debate()._repr_mimebundle_()["text/html"]
    path.write_text(f"<!doctype html><meta charset=utf-8><title>n</title><body>{html}</body>", "utf-8")
    page = chromium.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url) if request.url.startswith("http") else None)
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready=true]").wait_for()
    frame.locator("#evaluate").click()
    frame.locator("#switch").get_by_role("button", name="Outline").click()
    frame.locator("#tree [data-id=jury] > .row").click()
    frame.locator("#open-help").click()
    frame.locator("#help .close").click()
    assert frame.locator("#whole").count() == 0
    inner = page.frames[1]
    assert (
        inner.evaluate("(() => { try { return parent.document.title; } catch (error) { return error.name; } })()")
        == "SecurityError"
    )
    assert inner.evaluate("argmap.state.selected") == "jury"
    assert said == []
    page.close()


@needs_axe
@pytest.mark.node
@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("pane", ["outline", "map", "details"])
def test_no_violations(visit, embedded, width, pane):
    here = visit(embedded, f"#c=forced&e=1&pane={pane}", viewport={"width": width, "height": 500})
    assert violations(here) == []
