"""Every screen: panes that fit, can be resized and closed, and remember; touch; a changing pixel ratio."""

from __future__ import annotations

import pytest

from tests.support.debates import debate as map_of
from tests.support.pages import fingers, write

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
TABLET = {"width": 820, "height": 1180}
ZOOMED = {"width": 640, "height": 400}  # 1280x800 at 200 %
ZOOMED_MOST = {"width": 320, "height": 256}  # 1280x1024 at 400 %
PHONE_LAID_DOWN = {"width": 844, "height": 390}
LARGE = {"width": 3840, "height": 2160}
ROOM = "document.getElementById('net').clientWidth"
VIEW = "[argmap.canvas.net.getScale(), argmap.canvas.net.getViewPosition()]"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OVERLAPS = """() => {
  const boxes = ['levels', 'zoom'].flatMap((id) => [...document.getElementById(id).children])
    .map((at) => [at.textContent, at.getBoundingClientRect()]).filter(([, box]) => box.width);
  return boxes.flatMap(([one, a], i) => boxes.slice(0, i).filter(([, b]) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map(([two]) => [one, two]));
}"""


@pytest.mark.parametrize(
    "size",
    [PHONE, TABLET, ZOOMED, ZOOMED_MOST, PHONE_LAID_DOWN, LARGE],
    ids=["phone", "tablet", "zoomed", "zoomed most", "laid down", "large"],
)
def test_nothing_is_wider_than_the_screen_and_no_button_covers_another(visit, debate_file, size):
    here = visit(debate_file, "#c=turnout", viewport=size)
    for pane in ("outline", "map", "details"):
        here.js("(pane) => argmap.apply({pane})", pane)
        assert here.js(OVERFLOW) <= 0
        assert here.js(OVERLAPS) == []


@pytest.mark.parametrize("size", [ZOOMED_MOST, PHONE_LAID_DOWN], ids=["zoomed", "laid down"])
def test_where_there_is_little_height_the_head_scrolls_away_and_the_panes_have_the_screen(visit, debate_file, size):
    here = visit(debate_file, "#e=1&if=-jury", viewport=size)
    for pane, at in (("outline", "left"), ("map", "middle"), ("details", "details")):
        here.js("(pane) => argmap.apply({pane})", pane)
        here.js("scrollTo(0, document.documentElement.scrollHeight)")
        top, bottom = here.js(
            "(id) => { const b = document.getElementById(id).getBoundingClientRect(); return [b.top, b.bottom]; }",
            at,
        )
        assert bottom <= size["height"] + 1
        if size is ZOOMED_MOST or at == "middle":
            assert bottom - top >= size["height"] - 50
    here = visit(debate_file, "#step=2", viewport=size)
    box = here.page.locator("#stage .words li").first.bounding_box()
    assert box["y"] + box["height"] <= size["height"]
    box = here.page.locator("#step-next").bounding_box()
    assert box["y"] + box["height"] <= size["height"]
    assert here.js("document.documentElement.scrollHeight") <= size["height"]


def test_a_phone_with_letters_twice_as_large_keeps_its_switches_on_the_screen(visit, debate_file):
    here = visit(debate_file, viewport=PHONE)
    here.js("""() => { const sheet = new CSSStyleSheet();
      sheet.replaceSync('html { font-size: 200% }');
      document.adoptedStyleSheets = [sheet]; }""")
    assert here.js(OVERFLOW) <= 0


def test_a_phone_shows_one_pane_at_a_time_outline_first(visit, debate_file):
    here = visit(debate_file, viewport=PHONE, has_touch=True, is_mobile=True)
    tab = here.page
    assert tab.locator("#tree").is_visible()
    assert not tab.locator("#net").is_visible()
    tab.get_by_role("button", name="Map", exact=True).tap()
    assert tab.locator("#net").is_visible()
    assert not tab.locator("#tree").is_visible()
    here.wait("argmap.canvas.net.getScale() > 0.2")
    seen = here.js("""() => { const [l, t, r, b] = argmap.canvas.view(), card = argmap.geometry.cards.get('compulsory');
      return card.x > l && card.x < r && card.y > t && card.y < b; }""")
    assert seen
    tab.get_by_role("button", name="Details", exact=True).tap()
    assert tab.locator("#detail").is_visible()


def test_the_menu_of_a_phone_goes_when_something_was_chosen_and_the_filters_show_in_every_pane(visit, debate_file):
    here = visit(debate_file, viewport=PHONE, has_touch=True, is_mobile=True)
    tab = here.page
    for pane in ("outline", "map", "details"):
        here.js("(pane) => argmap.apply({pane})", pane)
        tab.tap("#menu")
        tab.tap("#filter")
        assert tab.locator("#filter-group").is_visible()
        assert not tab.locator("#filter").is_visible()
        assert here.js("document.activeElement.id") == "filter-relation"
        tab.keyboard.press("Escape")
        assert here.js("document.activeElement.id") == "menu"
        assert not tab.locator("#filters").is_visible()
    for chosen in ("#open-share", "#steps"):
        tab.tap("#menu")
        tab.tap(chosen)
        tab.keyboard.press("Escape")
        here.wait("document.activeElement.id === 'menu'")


def test_the_search_of_a_phone_keeps_its_buttons_on_the_screen(visit, debate_file):
    here = visit(debate_file, viewport=PHONE, has_touch=True, is_mobile=True)
    here.page.fill("#query", "vot")
    box = here.page.locator("#next-hit").bounding_box()
    assert box["x"] + box["width"] <= PHONE["width"]
    assert here.js(OVERFLOW) <= 0


def test_a_tap_on_a_card_selects_it(visit, debate_file):
    here = visit(debate_file, viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")
    here.js("argmap.apply({pane: 'map', selected: 'forced'})")
    here.rest(VIEW)
    here.js("argmap.apply({selected: ''})")
    at = here.js(
        """() => { const at = argmap.canvas.net.canvasToDOM(argmap.geometry.cards.get('forced'));
        const box = argmap.canvas.box.getBoundingClientRect(); return {x: at.x + box.left, y: at.y + box.top}; }"""
    )
    here.page.touchscreen.tap(at["x"], at["y"])
    here.wait("argmap.state.selected === 'forced'")


def test_one_finger_moves_the_map_and_two_zoom_it_and_the_page_stays(visit, debate_file):
    here = visit(debate_file, viewport=PHONE, has_touch=True, is_mobile=True)
    here.js("argmap.apply({pane: 'map'})")
    here.wait("argmap.canvas.net.getScale() > 0.2")
    before, at = here.rest(VIEW)
    fingers(here.page, ((200, 500), (120, 430)))
    assert abs(here.rest(VIEW)[1]["x"] - at["x"]) > 30
    fingers(here.page, ((180, 480), (100, 400)), ((220, 520), (300, 600)))
    assert here.rest(VIEW)[0] > before * 1.5
    assert here.js("[visualViewport.scale, scrollX, scrollY]") == [1, 0, 0]
    assert here.quiet


def test_a_finger_scrolls_the_outline(visit, tmp_path):
    here = visit(write(map_of(60), tmp_path / "map.html"), viewport=PHONE, has_touch=True, is_mobile=True)
    here.js("argmap.apply({folded: new Set()})")
    fingers(here.page, ((200, 700), (200, 300)))
    here.wait("document.querySelector('#left').scrollTop > 100")


def test_the_menu_of_a_phone_holds_the_tools(visit, debate_file):
    here = visit(debate_file, viewport=PHONE)
    assert not here.page.locator("#mode").is_visible()
    here.page.locator("#menu").click()
    assert here.page.locator("#mode").is_visible()


def test_touch_targets_are_large_enough(visit, debate_file):
    here = visit(debate_file, viewport=PHONE)
    here.page.locator("#menu").click()
    small = """() => [...document.querySelectorAll("button, summary, input")].filter((at) => {
      const box = at.getBoundingClientRect();
      return box.width && (box.height < 24 || box.width < 24);
    }).map((at) => at.id || at.textContent)"""
    for pane in ("outline", "map", "details"):
        here.js("(pane) => argmap.apply({pane, selected: 'turnout'})", pane)
        assert here.js(small) == []


def test_panes_are_resized_by_keys_and_by_mouse_and_remember(visit, debate_file):
    here = visit(debate_file)
    tab = here.page
    width = lambda: tab.locator("#left").bounding_box()["width"]  # noqa: E731 - asked for again and again
    before = width()
    bar = tab.get_by_role("separator", name="Width of the outline")
    bar.focus()
    tab.keyboard.press("ArrowRight")
    assert width() == pytest.approx(before + 24, abs=1)
    box = bar.bounding_box()
    tab.mouse.move(box["x"] + 2, box["y"] + 300)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 102, box["y"] + 300)
    tab.mouse.up()
    assert width() == pytest.approx(before + 124, abs=2)
    tab.reload()
    tab.wait_for_selector("html[data-ready=true]")
    assert width() == pytest.approx(before + 124, abs=2)


@pytest.mark.parametrize("side", ["left", "right"])
def test_panes_are_closed_and_opened_again(visit, debate_file, side):
    here = visit(debate_file)
    tab = here.page
    pane = tab.locator({"left": "#left", "right": "#details"}[side])
    room = tab.locator("#net").bounding_box()["width"]
    tab.locator(f"#toggle-{side}").click()
    assert not pane.is_visible()
    assert tab.locator("#net").bounding_box()["width"] > room + 150
    tab.locator(f"#toggle-{side}").click()
    assert pane.is_visible()


def test_the_view_stays_where_it_is_when_the_window_changes(visit, debate_file):
    here = visit(debate_file)
    before = here.rest(VIEW)
    room = here.js(ROOM)
    here.page.set_viewport_size({"width": 1500, "height": 900})
    here.wait(f"{ROOM} > {room}")
    after = here.rest(VIEW)
    assert after[0] == pytest.approx(before[0])
    assert after[1] == pytest.approx(before[1], abs=1)


def test_the_canvas_follows_the_pixel_ratio(visit, debate_file):
    here = visit(debate_file)
    size = "[document.querySelector('#net canvas').width, document.getElementById('net').clientWidth]"
    session = here.page.context.new_cdp_session(here.page)
    for ratio in (2, 1, 3):
        metrics = {"width": 1280, "height": 800, "deviceScaleFactor": ratio, "mobile": False}
        session.send("Emulation.setDeviceMetricsOverride", metrics)
        here.js("argmap.canvas.redraw()")  # anything that draws
        here.wait(f"(([drawn, shown]) => drawn === shown * {ratio})({size})")
