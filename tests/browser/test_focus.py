"""Focus, history, filters: parts of the map, the way back, and never a claim that hangs in the air."""

from __future__ import annotations

import pytest

from argmap.model import ArgMap, Claim, Group, Link, link_id
from tests.support.pages import write

pytestmark = pytest.mark.browser
VISIBLE = "[...argmap.now.visible].sort().join(' ')"


def link(premises, kind, target, name=""):
    premises = tuple(premises.split())
    return Link(id=name or link_id(premises, kind, target), premises=premises, kind=kind, target=target)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    claims = (
        Claim(id="t", text="Thesis."),
        Claim(id="a", text="A.", group="g", tags=("x",)),
        Claim(id="b", text="B.", implicit=True),
        Claim(id="o", text="Objection to T.", kind="value"),
        Claim(id="r", text="Reply to O."),
        Claim(id="u", text="Undercut of A and B.", tags=("x", "y")),
        Claim(id="s", text="Support of A."),
        Claim(id="ss", text="Support of S.", tags=("y",)),
    )
    links = (
        link("a b", "supports", "t", "ab"),
        link("o", "attacks", "t"),
        link("r", "attacks", "o"),
        link("u", "undercuts", "ab"),
        link("s", "supports", "a"),
        link("ss", "supports", "s"),
    )
    argmap = ArgMap(title="F", claims=claims, links=links, groups=(Group(id="g", title="Group G"),))
    return write(argmap, tmp_path_factory.mktemp("focus") / "f.html")


def calm(visit, file, *words):
    return visit(file, *words, reduced_motion="reduce")


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("near1", "a b s t u"),
        ("near2", "a b o s ss t u"),
        ("near3", "a b o r s ss t u"),
        ("path", "a t"),
        ("above", "a t"),
        ("below", "a s ss"),
    ],
)
def test_a_focus_shows_a_part_of_the_map(visit, file, what, expected):
    here = calm(visit, file, f"#focus={what}%20a")
    assert here.js(VISIBLE) == expected


def test_double_click_focuses_and_escape_leaves(visit, file):
    here = calm(visit, file)
    at = here.js(
        """() => { const at = argmap.canvas.net.canvasToDOM(argmap.geometry.cards.get('o'));
        const box = argmap.canvas.box.getBoundingClientRect(); return {x: at.x + box.left, y: at.y + box.top}; }"""
    )
    here.page.mouse.dblclick(at["x"], at["y"])
    assert here.js(VISIBLE) == "o r t"
    assert "Focus on 1.4" in here.page.locator("#limits").inner_text()
    here.page.get_by_role("button", name="2 away").click()
    assert here.js(VISIBLE) == "a b o r t u"
    here.page.keyboard.press("Escape")
    assert here.js("argmap.now.visible.size") == 8
    assert here.page.locator("#limits").is_hidden()


def test_keys_focus_and_leave(visit, file):
    here = calm(visit, file, "#c=s")
    here.page.locator("#net").focus()
    here.page.keyboard.press("f")
    assert here.js(VISIBLE) == "a s ss"
    here.page.keyboard.press("Escape")
    assert here.js("argmap.now.visible.size") == 8


def test_choosing_outside_the_focus_ends_it(visit, file):
    here = calm(visit, file, "#focus=near1%20s")
    here.js("argmap.apply({selected: 'r'})")
    assert here.js("argmap.now.visible.size") == 8


def test_back_and_forward_walk_what_was_looked_at(visit, file):
    here = calm(visit, file)
    for name in ("a", "s", "ss"):
        here.page.locator(f'#tree [data-id="{name}"] > .row').click()
        here.page.wait_for_timeout(700)  # a walk by keys within this time would be one entry
    here.page.locator("#back").click()
    here.wait("argmap.state.selected === 's'")
    here.page.locator("#back").click()
    here.wait("argmap.state.selected === 'a'")
    here.page.locator("#forward").click()
    here.wait("argmap.state.selected === 's'")
    assert here.hash() == "#c=s"


def test_the_way_to_the_top_is_shown_and_can_be_gone(visit, file):
    here = calm(visit, file, "#c=ss")
    crumbs = here.page.locator(".crumbs")
    assert crumbs.inner_text().split() == ["1", "›", "1.1", "›", "1.1.1", "›", "1.1.1.1", "Focus"]  # noqa: RUF001 - as the page shows it
    crumbs.get_by_role("button", name="1.1 A.", exact=True).click()
    assert here.selected() == ["a"]


@pytest.mark.parametrize(
    ("chosen", "matches", "visible"),
    [
        ("tag=y", "ss u", "a s ss t u"),
        ("tag=x&relation=undercuts", "u", "t u"),
        ("group=g", "a", "a t"),
        ("kind=value", "o", "o t"),
        ("implicit=1", "b", "b t"),
        ("unsupported=1", "b o r ss u", "a b o r s ss t u"),
        ("unanswered=1", "r u", "o r t u"),
        ("relation=attacks", "o r", "o r t"),
        ("label=falls", "o t", "o t"),
        ("constructor=1&__proto__=2", "", "a b o r s ss t u"),
    ],
)
def test_a_filter_keeps_what_leads_to_the_top(visit, file, chosen, matches, visible):
    here = calm(visit, file)
    here.js("(text) => argmap.apply({filter: text})", chosen)
    assert here.js("[...argmap.now.matches].sort().join(' ')") == matches
    assert here.js(VISIBLE) == visible


def test_filters_are_chosen_in_a_panel_and_cleared(visit, file):
    here = calm(visit, file)
    tab = here.page
    tab.locator("#filter").click()
    tab.locator("#filter-tag").select_option("y")
    assert tab.locator("#limits").inner_text().startswith("Matching: 2, on the way from them to the top: 3, hidden: 3.")
    rows = tab.locator("#tree [data-id]").all()
    assert [row.get_attribute("data-id") for row in rows if row.is_visible()] == ["t", "a", "s", "ss", "u"]
    assert here.hash() == "#show=tag=y"
    tab.locator("#clear-filter").click()
    assert here.js("argmap.now.visible.size") == 8
    assert tab.locator("#filter-tag").input_value() == ""


def test_choosing_what_a_filter_hides_ends_the_filter(visit, file):
    here = calm(visit, file, "#show=tag%3Dy")
    here.js("argmap.apply({selected: 'o'})")
    assert here.js("argmap.state.filter") == ""


def test_folding_and_search_travel_in_the_address(visit, file):
    here = calm(visit, file)
    here.js("argmap.fold.toggle('a', true)")
    here.js("argmap.apply({query: 'reply'})")
    assert here.hash() == "#fold=a&q=reply"
    again = calm(visit, file, "#fold=a&q=reply")
    assert again.js("[...argmap.state.folded]") == ["a"]
    assert again.page.locator("#query").input_value() == "reply"
    assert again.js(VISIBLE) == "a b o r t u"


@pytest.mark.parametrize(
    "fragment",
    [
        "#c=o&show=relation%3Dattacks",  # chosen, then filtered: both come back
        "#c=a&show=tag%3Dx&e=1&if=-u",
        "#c=ss&show=relation%3Dattacks",
        "#c=s&focus=near1%20s&show=tag%3Dy",
        "#focus=path%20s&show=tag%3Dy&step=2",
    ],
)
def test_a_filter_comes_back_from_the_address_with_the_selection(visit, file, fragment):
    here = calm(visit, file, fragment)
    here.js("argmap.apply({theme: 'mono'})")
    assert here.js("location.hash.replace('&theme=mono', '')") == fragment


def test_a_filter_that_hides_the_selection_is_not_ended_by_a_key_on_the_map(visit, file):
    here = calm(visit, file, "#c=ss")
    here.js("argmap.filter.set('relation', 'attacks')")
    here.page.locator("#net").focus()
    here.page.keyboard.press("ArrowUp")
    assert here.selected() == ["t"]
    assert here.js("argmap.state.filter") == "relation=attacks"


def test_what_a_filter_says_is_counted_within_the_focus(visit, file):
    here = calm(visit, file, "#focus=path%20s&show=tag%3Dy")
    assert here.page.locator("#limits span").inner_text() == "No claim matches all that was chosen."
    here = calm(visit, file, "#focus=below%20a&show=tag%3Dy")
    says = "Matching: 1, on the way from them to the top: 2, hidden: 5."
    assert here.page.locator("#limits span").inner_text() == says


def test_filters_that_nothing_matches_say_so_and_can_be_cleared(visit, file):
    here = calm(visit, file)
    tab = here.page
    tab.locator("#filter").click()
    tab.locator("#filter-relation").select_option("attacks")
    tab.locator("#filter-tag").select_option("y")
    assert tab.locator("#limits span").inner_text() == "No claim matches all that was chosen."
    assert here.js("argmap.now.visible.size") == 0
    tab.locator("#fit").click()
    tab.locator("#clear-filter").click()
    assert here.js("argmap.now.visible.size") == 8


TOLD = "document.activeElement.dataset.id"


def test_keys_in_a_filtered_outline_lead_to_rows_that_are_there(visit, file):
    here = calm(visit, file, "#show=kind%3Dvalue")
    here.js("document.querySelector('#tree [data-id=t]').focus()")
    here.page.keyboard.press("ArrowRight")
    assert here.js(TOLD) == "o", "not to the first row beneath, which the filter hides"
    assert here.page.locator("#clear-filter").is_visible(), "the filter stays"


def test_folding_waits_while_a_filter_chooses(visit, file):
    here = calm(visit, file, "#show=tag%3Dy")
    here.js("document.querySelector('#tree [data-id=s]').focus()")
    here.page.keyboard.press("ArrowLeft")
    assert here.js(TOLD) == "a", "a row that cannot be folded now is left by the key at once"
    here.js("document.querySelector('#net').focus()")
    here.page.keyboard.press("Space")
    here.js("argmap.fold.toggle('s')")
    assert "fold=" not in here.hash()
    handles = here.page.locator("#tree .fold")
    assert [handles.nth(at).is_visible() for at in range(handles.count())] == [False] * handles.count()
    here.page.locator("#clear-filter").click()
    assert handles.first.is_visible()


def test_the_browser_goes_back_over_filters_steps_and_what_was_assumed(visit, file):
    here = calm(visit, file, "#c=a")

    def pause():
        here.page.wait_for_timeout(700)  # two changes at once are one entry of the history

    pause()
    here.js("argmap.filter.set('tag', 'x')")
    pause()
    here.js("argmap.labels.intervene('a', 'reject')")
    pause()
    here.page.locator("#steps").click()
    here.page.keyboard.press("ArrowRight")
    assert "step=2" in here.hash()
    pause()
    here.page.go_back()
    here.wait("document.querySelector('#stage').hidden")
    assert here.js("document.activeElement.id") == "steps", "the focus does not fall to the body"
    assert "if=-a" in here.hash()
    here.page.go_back()
    here.wait("argmap.state.assumed.size === 0")
    assert "show=tag=x" in here.hash()
    here.page.go_back()
    here.wait("argmap.state.filter === ''")
    assert here.hash() == "#c=a"


def test_the_pages_own_way_back_ends_where_the_page_began(visit, file):
    here = calm(visit, file, "#c=a")
    back = here.page.locator("#back")
    assert back.get_attribute("aria-disabled") == "true"
    back.click(force=True)
    here.page.wait_for_timeout(700)
    assert here.hash() == "#c=a", "not on to whatever page was open before"
    here.js("argmap.apply({selected: 's'})")
    assert back.get_attribute("aria-disabled") == "false"
    back.click()
    here.becomes("argmap.state.selected", "a")
    assert back.get_attribute("aria-disabled") == "true"


def test_going_back_into_the_steps_brings_the_focus_there(visit, file):
    here = calm(visit, file, "#step=2")
    here.page.wait_for_timeout(700)
    here.page.keyboard.press("Escape")
    here.page.locator("#back").click()
    here.wait("!document.querySelector('#stage').hidden")
    assert here.js("document.activeElement.id") == "stage"
