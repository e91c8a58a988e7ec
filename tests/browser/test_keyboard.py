"""Everything that the page can do is done here by keys alone, as somebody without a mouse would."""

from __future__ import annotations

import pytest

from tests.support.debates import debate as map_of
from tests.support.pages import wait_for, write

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


STATE = "#c=jury&e=1&if=-informed"
FOCUSED = "document.activeElement.id || document.activeElement.classList[0] || document.activeElement.localName"


@pytest.mark.parametrize(
    ("fragment", "button", "then"),
    [
        (STATE, ".crumbs button", "details"),
        (STATE, "#detail .to", "details"),
        (STATE, "#detail .step", "details"),
        ("#c=main&e=1", "#detail .to", "details"),
        (STATE, "#reset-all", "evaluate"),
        (STATE, "#accept", "accept"),
        ("#focus=near1%20jury", "#leave-focus", "net"),
        ("#focus=near1%20jury", "#limits button:has-text('2 away')", "button"),
        ("#show=tag%3Dempirical", "#clear-filter", "net"),
        ("#step=2", "#step-back", "stage"),
        ("#step=6", "#step-next", "stage"),
        ("#c=turnout", "#detail button:has-text('In the text')", "quote"),
    ],
)
def test_no_button_loses_the_focus(visit, debate_file, fragment, button, then):
    here = visit(debate_file, fragment, reduced_motion="reduce")
    here.page.locator(button).first.focus()
    press(here, "Enter")
    assert here.js(FOCUSED) == then


def test_the_link_to_the_outline_leads_there_and_keeps_the_state(visit, debate_file):
    here = visit(debate_file, STATE, reduced_motion="reduce")
    tab_to(here, ".skip")
    press(here, "Enter")
    wait_for(here.page, "document.activeElement.dataset.id", value="jury")
    assert here.hash() == STATE


def test_tab_finds_the_outline_when_its_row_is_hidden(visit, debate_file):
    here = visit(debate_file, "#c=jury", reduced_motion="reduce")
    here.js("document.querySelector('#tree [data-id=jury]').focus()")
    here.js("argmap.filter.set('tag', 'empirical')")
    assert here.js("document.activeElement.dataset.id") == "compulsory"
    assert here.js("[...document.querySelectorAll('#tree [tabindex=\"0\"]')].map((row) => row.dataset.id)") == [
        "compulsory"
    ]


def test_the_map_is_one_stop_for_tab(here):
    tab_to(here, "#net")
    press(here, "Tab")
    assert here.js("document.activeElement.localName") == "summary"


def test_the_button_of_the_outline_stays_while_a_focus_holds(visit, debate_file):
    here = visit(debate_file, "#focus=near1%20jury")
    assert not here.page.locator("#levels").is_visible()
    assert here.page.locator("#toggle-left").is_visible()


def test_what_is_shown_is_told_to_screen_readers(visit, debate_file):
    here = visit(debate_file, "#c=jury", reduced_motion="reduce")
    live = here.page.locator("#live")
    here.page.locator(".crumbs .focus").click()
    assert live.inner_text() == "Focus on 1.4.1"
    press(here, "Escape")
    assert live.inner_text() == "back to the whole map"
    here.page.locator("#reject").click()
    assert live.inner_text().startswith("1.4.1 rejected")
    here.page.locator("#reset").click()
    assert live.inner_text() == "1.4.1 stands"
    here.js("argmap.stage.go(2)")
    assert "legitimate. → 1 because 1.2" in " ".join(live.inner_text().split())


def test_folding_and_evaluating_on_the_map_are_told_to_screen_readers(visit, debate_file):
    here = visit(debate_file, "#c=forced", reduced_motion="reduce")
    live = here.page.locator("#live")
    here.page.locator("#net").focus()
    press(here, "Space")
    assert live.inner_text() == "1.4 folded, 1 more inside"
    press(here, "Space")
    assert live.inner_text() == "1.4 unfolded"
    press(here, "e")
    assert live.inner_text() == "Evaluation shown"
    press(here, "e")
    assert live.inner_text() == "Evaluation hidden"


def test_every_row_has_its_name_for_screen_readers_in_sight_or_not(visit, tmp_path):
    here = visit(write(map_of(35), tmp_path / "map.html"), "#fold=all", viewport={"width": 1280, "height": 500})
    nodes = here.page.context.new_cdp_session(here.page).send("Accessibility.getFullAXTree")["nodes"]
    rows = [node for node in nodes if not node["ignored"] and node["role"]["value"] == "treeitem"]
    assert len(rows) >= 35
    assert [row for row in rows if not row["name"]["value"]] == []
