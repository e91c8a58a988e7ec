"""The compact page, in frames of other pages; parameters in the query."""

from __future__ import annotations

import pytest

from argmap.cli import build
from argmap.render.html import PageOptions
from tests.support.axe import needs_axe, violations
from tests.support.pages import at_rest, debate, fingers, wait_for, write

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    path = tmp_path_factory.mktemp("embed") / "map.html"
    return write(debate(), path, options=PageOptions(embed=True))


def test_the_map_comes_first_and_the_rest_by_switches(visit, embedded):
    here = visit(embedded, viewport={"width": 500, "height": 420})
    seen = here.page.locator("#net").bounding_box()
    assert seen["height"] > 290
    assert not here.page.locator("#tree").is_visible()
    assert not here.page.locator("#query").is_visible()
    here.page.locator("#switch").get_by_role("button", name="Outline").click()
    assert here.page.locator("#tree").is_visible()
    assert here.hash() == "#pane=outline"
    here.page.locator("#switch").get_by_role("button", name="Map").click()
    assert here.hash() == ""


def test_in_the_smallest_frame_most_of_it_is_map(visit, embedded):
    here = visit(embedded, viewport={"width": 320, "height": 300})
    seen = here.page.locator("#net").bounding_box()
    assert seen["height"] > 200
    assert not here.js("document.documentElement.scrollWidth > innerWidth")
    here.page.locator("#fit").click()  # the buttons float on the map


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


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("c=forced", "argmap.state.selected === 'forced'"),
        ("fold=1", "argmap.state.folded.has('forced') && argmap.now.visible.size === 6"),
        ("pane=outline", "argmap.state.pane === 'outline'"),
        ("q=turnout", "argmap.now.hits.has('turnout')"),
        ("theme=cvd&mode=dark", "argmap.state.theme === 'cvd' && argmap.state.mode === 'dark'"),
        ("step=2&guess=1", "argmap.state.step === 2 && argmap.state.guess"),
        ("e=1&if=jury,-turnout", "argmap.state.evaluate && argmap.state.assumed.get('turnout') === false"),
    ],
)
def test_every_parameter_of_the_manual_works_in_a_frame(framed, query, expected):
    for mark in "?#":
        _, frame = framed(mark + query)
        assert frame.evaluate(expected)
    assert all(f"{part.partition('=')[0]}=" in build.__doc__ for part in query.split("&"))


@pytest.fixture
def framed(chromium, embedded, tmp_path):
    """Return a function that opens a long page with the map in a frame, and gives both."""
    contexts = []

    def go(query="", **context):
        path = tmp_path / "blog.html"
        path.write_text(
            '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            "<title>blog</title><body><p>Before.</p>"
            f'<iframe src="{embedded.as_uri()}{query}" style="width:100%;height:420px;border:0"></iframe>'
            '<p style="height:2000px">After.</p>'
            '<script>addEventListener("message", () => { document.title = "told"; })</script>',
            "utf-8",
        )
        contexts.append(chromium.new_context(**{"viewport": {"width": 390, "height": 700}} | context))
        page = contexts[-1].new_page()
        page.goto(path.as_uri())
        frame = page.frames[1]
        frame.wait_for_selector("html[data-ready=true]")
        return page, frame

    yield go
    for context in contexts:
        context.close()


SCALE, PLACE = "argmap.canvas.net.getScale()", "argmap.canvas.net.getViewPosition()"


def test_the_wheel_scrolls_the_page_around_and_with_ctrl_zooms_the_map(framed):
    page, frame = framed()
    before = frame.evaluate(SCALE)
    page.mouse.move(200, 300)
    page.mouse.wheel(0, 120)
    page.wait_for_function("scrollY > 50")
    assert frame.evaluate(SCALE) == before
    assert frame.locator("#hint").inner_text() == "Ctrl and the wheel zoom the map."
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    wait_for(frame, f"{SCALE} > {before}")


def test_on_a_page_of_its_own_the_wheel_zooms(visit, embedded):
    here = visit(embedded, viewport={"width": 390, "height": 700})
    before = here.js(SCALE)
    here.page.mouse.move(200, 400)
    here.page.mouse.wheel(0, -120)
    here.wait(f"{SCALE} > {before}")


def test_one_finger_scrolls_the_page_around_and_two_move_and_zoom_the_map(framed):
    page, frame = framed(has_touch=True, is_mobile=True)
    before, at = frame.evaluate(SCALE), frame.evaluate(PLACE)
    fingers(page, ((200, 400), (200, 250)))
    page.wait_for_function("scrollY > 60")
    assert abs(frame.evaluate(PLACE)["y"] - at["y"]) < 40
    at_rest(page, "scrollY")
    page.evaluate("scrollTo(0, 0)")
    at_rest(page, "scrollY")
    at = frame.evaluate(PLACE)
    fingers(page, ((180, 380), (180, 280)), ((220, 380), (220, 280)))
    wait_for(frame, f"{PLACE}.y > {at['y'] + 40}")
    fingers(page, ((180, 330), (100, 270)), ((220, 370), (300, 430)))
    wait_for(frame, f"{SCALE} > {before * 1.3}")
    assert page.evaluate("scrollY") == 0


def test_it_takes_neither_the_focus_nor_the_place_of_the_page_around(framed):
    for query in ("?c=forced", "?step=1", "?pane=outline&c=jury", "#q=turnout"):
        page, _ = framed(query)
        assert page.evaluate("[document.activeElement.tagName, scrollY, document.title]") == ["BODY", 0, "blog"]


@needs_axe
@pytest.mark.node
@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("pane", ["outline", "map", "details"])
def test_no_violations(visit, embedded, width, pane):
    here = visit(embedded, f"#c=forced&e=1&pane={pane}", viewport={"width": width, "height": 500})
    assert violations(here) == []
