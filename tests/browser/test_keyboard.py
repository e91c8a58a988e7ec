"""Everything that the page can do is done here by keys alone, as somebody without a mouse would."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def here(visit, debate_file):
    return visit(debate_file, reduced_motion="reduce")


def tab_to(here, wanted, most=60):
    """Press Tab until an element has the focus; fail if it is never reached."""
    for _ in range(most):
        here.page.keyboard.press("Tab")
        if here.js("(wanted) => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"Tab never reaches {wanted}")


def press(here, *keys):
    for key in keys:
        here.page.keyboard.press(key)


def test_tab_reaches_every_part_and_leaves_the_map(here):
    parts = (".skip", "#query", "#mode", "#tab-outline", "#tree [role=treeitem]", "[role=separator]", "#levels button",
             "#zoom-in", "#fit", "#net", "summary", "#back")  # fmt: skip
    for part in parts:
        tab_to(here, part)


def test_what_has_the_focus_shows_it(here):
    for _ in range(25):
        press(here, "Tab")
        seen = here.js("""() => { const at = document.activeElement, row = at.querySelector?.(':scope > .row');
          const style = getComputedStyle(row ?? at);
          return at === document.body || parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none'
            || at.matches('[role=separator]'); }""")
        assert seen, here.js("document.activeElement.outerHTML.slice(0, 200)")


def test_search(here):
    press(here, "/")
    here.page.keyboard.type("turnout")
    press(here, "Enter", "Enter")
    assert here.selected() == ["raises"]
    press(here, "Escape")
    assert here.js("argmap.state.query") == ""


def test_walk_fold_focus_and_zoom_on_the_map(here):
    tab_to(here, "#net")
    vertical = here.js("argmap.geometry.vertical")
    inward, along = ("ArrowDown", "ArrowRight") if vertical else ("ArrowRight", "ArrowDown")
    press(here, inward, inward, along, along, along)
    assert here.selected() == ["forced"]
    press(here, " ")
    assert here.js("argmap.now.inside.get('forced')") == 1
    press(here, " ", "f")
    assert here.js("argmap.state.focus") == "near1 forced"
    press(here, "Escape")
    assert here.js("argmap.state.focus") == ""
    scale = here.js("argmap.canvas.net.getScale()")
    press(here, "+")
    assert here.js("argmap.canvas.net.getScale()") > scale
    press(here, "0", "Enter")
    assert here.js("document.activeElement.id") == "details"


def test_fold_in_the_outline(here):
    here.page.locator('#tree [data-id="forced"]').focus()
    press(here, "ArrowLeft")
    assert here.js("[...argmap.state.folded]") == ["forced"]
    press(here, "ArrowRight")
    assert here.js("argmap.state.folded.size") == 0


def test_filter(here):
    tab_to(here, "#filter")
    press(here, "Enter")
    tab_to(here, "#filter-tag") if not here.js("document.activeElement.id === 'filter-tag'") else None
    press(here, "ArrowDown")
    here.wait("argmap.state.filter === 'tag=empirical'")
    tab_to(here, "#clear-filter")
    press(here, "Enter")
    assert here.js("argmap.state.filter") == ""


def test_source_and_details(here):
    tab_to(here, "#tab-outline")
    press(here, "ArrowRight")
    assert here.js("argmap.state.side") == "source"
    tab_to(here, "#panel-source [data-element]")
    press(here, "Enter")
    assert here.js("argmap.state.selected") == "sample"
    tab_to(here, ".to")
    press(here, "Enter")
    assert here.js("argmap.state.selected") == "main"


def test_panes_and_levels(here):
    tab_to(here, "#toggle-left")
    press(here, "Enter")
    assert here.js("argmap.state.left") == "closed"
    press(here, "Enter")
    tab_to(here, "#levels button:not(#toggle-left)")
    press(here, "Enter")
    assert here.js("argmap.now.visible.size") < 7
