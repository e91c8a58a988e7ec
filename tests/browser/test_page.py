"""The page as a reader meets it: three views of one map that always agree."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argmap import api
from argmap.layout import LayoutOptions, layout
from argmap.model import ArgMap, Claim
from argmap.render.html import page
from tests.support.debates import debate as map_of
from tests.support.evaluation import build
from tests.support.pages import at_rest, debate, wait_for, write

pytestmark = pytest.mark.browser

CENTRE = """(id) => { const {net} = argmap.canvas, card = argmap.geometry.cards.get(id);
  const box = document.getElementById('net').getBoundingClientRect(), at = net.canvasToDOM(card);
  return {x: at.x + box.left, y: at.y + box.top}; }"""
SELECTED_TOP = "document.querySelector('#tree [aria-selected=true] > .row').getBoundingClientRect().top"


def row(tab, name):
    return tab.locator(f'#tree [data-id="{name}"] > .row')


def test_a_page_opens_quietly_and_shows_the_whole_outline(visit, debate_file):
    tab = visit(debate_file).page
    assert tab.title() == "Should voting be compulsory? \u2013 argument map"
    assert tab.locator("#tree [data-id]").count() == 7
    assert tab.locator("#tree [data-ref]").count() == 1
    assert "but it does not follow from 1.1 + 1.2" in tab.locator("#tree").inner_text()


def test_choosing_in_the_outline_shows_details_and_enters_the_address(visit, debate_file):
    here = visit(debate_file)
    row(here.page, "turnout").click()
    assert here.selected() == ["turnout"]
    assert here.hash() == "#c=turnout"
    details = here.page.locator("#detail").inner_text()
    for words in (
        "High turnout",
        "few voted, few will obey",
        "paragraph 2",
        "A. Writer, On Voting, 1924",
        "Legitimacy",
    ):
        assert words in details
    assert "together: 1.1 + 1.2" in details


def test_choosing_on_the_map_selects_in_every_view(visit, debate_file):
    here = visit(debate_file)
    at = here.js(CENTRE, "forced")
    here.page.mouse.click(at["x"], at["y"])
    assert here.selected() == ["forced"]
    assert here.hash() == "#c=forced"
    assert "Forcing people" in here.page.locator("#detail .lead").inner_text()


def test_a_click_beside_everything_selects_nothing(visit, debate_file):
    here = visit(debate_file, "#c=forced")
    box = here.page.locator("#net").bounding_box()
    here.page.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)
    assert here.selected() == []
    assert here.hash() == ""


def test_a_junction_leads_to_its_step(visit, debate_file):
    here = visit(debate_file)
    at = here.js("""() => { const {net} = argmap.canvas, {junctions} = argmap.geometry, dot = junctions.get('main');
      const box = document.getElementById('net').getBoundingClientRect(), at = net.canvasToDOM(dot);
      return {x: at.x + box.left, y: at.y + box.top}; }""")
    here.page.mouse.click(at["x"], at["y"])
    assert here.hash() == "#c=main"
    details = here.page.locator("#detail").inner_text()
    for words in ("1.1 + 1.2 → 1", "argument from consequences", "thus", "Objections to this step"):
        assert words in details


def test_a_shared_address_opens_on_its_claim(visit, debate_file):
    here = visit(debate_file, "#c=jury")
    assert here.selected() == ["jury"]
    here.js("location.hash = '#c=raises'")
    here.wait("document.querySelector('#detail').textContent.includes('Belgium')")
    assert here.selected() == ["raises"]


def test_a_shared_address_shows_the_whole_row_of_its_claim(visit, tmp_path):
    path = tmp_path / "map.html"
    path.write_text(api.build(Path(__file__).parents[2] / "maps" / "voting.yaml"), "utf-8")
    for claim in ("judge-as-well", "parties-listen"):
        here = visit(path, f"#c={claim}")
        for other in ("", "nobody-thinks", "ice-cream", claim):  # also when it is chosen from afar
            if other:
                here.js("(id) => argmap.apply({selected: id})", other)
            selected = other or claim
            wait_for(here.page, "document.querySelector('#tree [aria-selected=true]').dataset.id", value=selected)
            at_rest(here.page, SELECTED_TOP)  # rows out of sight have guessed heights at first
            row = here.page.locator("#tree [aria-selected=true] > .row").bounding_box()
            tabs = here.page.locator("#left .tabs").bounding_box()
            assert row["y"] >= tabs["y"] + tabs["height"]
            assert row["y"] + row["height"] <= here.page.viewport_size["height"]


@pytest.mark.parametrize("fragment", ["#c=nobody", "#c=%E0%A4%A", "#c=constructor", "#c=__proto__", "#nonsense=1&&=&c"])
def test_a_foolish_address_is_ignored(visit, debate_file, fragment):
    assert visit(debate_file, fragment).selected() == []


def test_relations_in_the_details_lead_on(visit, debate_file):
    here = visit(debate_file, "#c=forced")
    here.page.locator(".to", has_text="1.4.1 We already force people").click()
    assert here.selected() == ["jury"]
    here.page.locator(".to", has_text="1.4 Forcing people").click()
    assert here.selected() == ["forced"]


def test_only_harmless_addresses_become_links(visit, debate_file):
    here = visit(debate_file, "#c=informed")
    link = here.page.locator("#detail a")
    assert link.get_attribute("href") == "https://example.org/x"
    assert "noopener" in link.get_attribute("rel")


def test_the_outline_is_a_tree_for_the_keyboard(visit, debate_file):
    here = visit(debate_file)
    tab = here.page
    tab.locator('#tree [data-id="compulsory"]').focus()
    for key, expected in (
        ("ArrowDown", "turnout"), ("ArrowDown", "turnout"), ("ArrowDown", "raises"), ("ArrowUp", "raises"),
        ("End", "informed"), ("Home", "compulsory"), ("ArrowRight", "turnout"), ("ArrowLeft", "turnout"),
        ("ArrowLeft", "compulsory"), ("f", "forced"),
    ):  # fmt: skip
        tab.keyboard.press(key)  # the second row down is a reference, which is passed without being chosen
        assert here.selected() == [expected], key
    tab.locator('#tree [data-id="turnout"]').focus()
    tab.keyboard.press("ArrowRight")
    assert here.js("document.activeElement.getAttribute('data-id')") == "turnout"


def test_folding_in_the_outline_hides_what_is_inside(visit, debate_file):
    here = visit(debate_file)
    here.page.locator('#tree [data-id="forced"] > .row .fold').click()
    assert not row(here.page, "jury").is_visible()
    here.page.locator('#tree [data-id="forced"] > .row .fold').click()
    assert row(here.page, "jury").is_visible()


def test_a_reference_leads_to_where_the_claim_stands(visit, debate_file):
    here = visit(debate_file)
    here.page.locator("#tree [data-ref] > .row").click()
    assert here.selected() == ["informed"]


@pytest.mark.parametrize("orientation", ["up", "left", "right"])
@pytest.mark.parametrize("title", ["Voting", "التصويت"])
def test_keys_on_the_map_lead_to_where_the_cards_stand(visit, tmp_path, title, orientation):
    """Whichever way a map is read: in, to the next, and out."""
    argmap = replace(debate(), title=title)
    path = tmp_path / "map.html"
    path.write_text(page(argmap, layout(argmap, LayoutOptions(orientation=orientation))), "utf-8")
    here = visit(path)
    sideways = "ArrowLeft" if title != "Voting" else "ArrowRight"
    inward, outward, along = {
        "up": ("ArrowDown", "ArrowUp", sideways),
        "left": ("ArrowRight", "ArrowLeft", "ArrowDown"),
        "right": ("ArrowLeft", "ArrowRight", "ArrowDown"),
    }[orientation]
    here.page.locator("#net").focus()
    last = {"x": 0, "y": 0}
    for key, expected in ((inward, "compulsory"), (inward, "turnout"), (along, "raises"), (outward, "compulsory")):
        here.page.keyboard.press(key)
        assert here.selected() == [expected]
        at = here.js("(id) => { const {x, y} = argmap.geometry.cards.get(id).home; return {x, y}; }", expected)
        axis, sense = {"Right": ("x", 1), "Left": ("x", -1), "Down": ("y", 1), "Up": ("y", -1)}[key[5:]]
        assert last == {"x": 0, "y": 0} or (at[axis] - last[axis]) * sense > 0
        last = at
    here.page.keyboard.press("Enter")
    assert here.js("document.activeElement.id") == "details"


@pytest.mark.parametrize("orientation", ["up", "left", "right"])
def test_a_large_map_opens_on_its_thesis(visit, tmp_path, orientation):
    argmap = map_of(200)
    path = tmp_path / "map.html"
    path.write_text(page(argmap, layout(argmap, LayoutOptions(orientation=orientation))), "utf-8")
    here = visit(path, "#fold=all")
    here.rest("argmap.canvas.net.getViewPosition()")
    at = here.js(CENTRE, argmap.claims[0].id)
    box = here.page.locator("#net").bounding_box()
    assert box["x"] < at["x"] < box["x"] + box["width"]
    assert box["y"] < at["y"] < box["y"] + box["height"]


def test_search_counts_marks_and_walks(visit, debate_file):
    here = visit(debate_file)
    tab = here.page
    tab.keyboard.press("/")
    tab.keyboard.type("FORCE")
    assert tab.locator("#count").inner_text() == "2 of 7 claims"  # one by its text, one by its id
    tab.fill("#query", "votin")
    assert tab.locator("#count").inner_text() == "2 of 7 claims"
    assert tab.locator("#tree mark").all_inner_texts() == ["Votin", "votin"]
    tab.press("#query", "Enter")
    assert (here.selected(), tab.locator("#count").inner_text()) == (["compulsory"], "1 of 2")
    tab.press("#query", "Enter")
    assert here.selected() == ["raises"]
    tab.press("#query", "Shift+Enter")
    assert here.selected() == ["compulsory"]
    tab.press("#query", "Escape")
    assert (tab.locator("#count").inner_text(), tab.locator("#tree mark").count()) == ("", 0)
    tab.fill("#query", "unicorn")
    assert tab.locator("#count").inner_text() == "No match"


def test_what_is_looked_for_comes_into_view_without_being_selected(visit, tmp_path):
    here = visit(write(map_of(36, 3), tmp_path / "large.html"), reduced_motion="reduce")
    last = here.js("argmap.map.order.at(-1)")
    number = here.js("(id) => argmap.map.claims.get(id).number", last)
    seen = """(id) => { const [l, t, r, b] = argmap.canvas.view(), card = argmap.geometry.cards.get(id);
      return card.x > l && card.x < r && card.y > t && card.y < b; }"""
    here.js("argmap.canvas.net.moveTo({position: {x: -9999, y: -9999}, scale: 1})")
    assert not here.js(seen, last)
    here.page.fill("#query", number)
    here.wait(f"({seen})({last!r})")
    assert here.selected() == []


def test_search_ignores_accents_and_marks_the_right_letters(visit, tmp_path):
    claims = (Claim(id="a", text="Das Café ist groß und ﬁn."), Claim(id="b", text="Cafe\u0301s sind klein."))
    here = visit(write(ArgMap(title="x", claims=claims), tmp_path / "x.html"))
    here.page.fill("#query", "cafe")
    assert here.page.locator("#tree mark").all_inner_texts() == ["Café", "Cafe\u0301"]


def test_search_knows_the_ways_of_printers(visit, tmp_path):
    claims = (
        Claim(id="a", text="It doesn\u2019t follow \u2013 so \u201cthey\u201d  say."),
        Claim(id="b", text="Die Stra\u00dfe.", note="nothing here\nis said"),
    )
    here = visit(write(ArgMap(title="x", claims=claims), tmp_path / "x.html"))
    marked = here.page.locator("#tree mark")
    for query, expected in (
        ("doesn't follow - SO", ["doesn\u2019t follow \u2013 so"]),
        ('"they" say', ["\u201cthey\u201d say"]),
        ("STRASSE", ["Stra\u00dfe"]),
        ("here is said", []),
    ):
        here.page.fill("#query", query)
        assert (here.page.locator("#count").inner_text(), marked.all_inner_texts()) == ("1 of 2 claims", expected)
    here.page.fill("#query", "strasse. b")  # the text of a claim and its id do not make a phrase
    assert here.page.locator("#count").inner_text() == "No match"


@pytest.mark.parametrize("width", [1280, 1920])
def test_nothing_moves_when_hits_are_counted(visit, debate_file, width):
    here = visit(debate_file, viewport={"width": width, "height": 800})
    places = """['.tools', '#query', 'main'].map((one) => {
      const {x, y} = document.querySelector(one).getBoundingClientRect(); return [x, y]; })"""
    before = here.js(places)
    here.page.fill("#query", "votin")
    assert here.page.locator("#next-hit").is_visible()
    assert here.js(places) == before


def test_a_map_without_quotations_offers_none(visit, debate_file, tmp_path):
    assert visit(debate_file).page.get_by_role("tab", name="Quotations").is_visible()
    here = visit(write(ArgMap(title="x", claims=(Claim(id="a", text="A."),)), tmp_path / "x.html"))
    assert here.page.get_by_role("tablist").count() == 0
    assert here.page.get_by_role("tree").is_visible()


def test_quotations_stand_in_the_order_of_the_text(visit, debate_file):
    here = visit(debate_file)
    here.page.get_by_role("tab", name="Quotations").click()
    assert [text.split("\n")[0] for text in here.page.locator(".quote").all_inner_texts()] == [
        "paragraph 1",
        "paragraph 2",
    ]
    here.page.locator(".quote").first.click()
    assert here.selected() == ["sample"]


def test_the_key_lists_what_is_used_and_nothing_else(visit, debate_file, tmp_path):
    words = visit(debate_file).page.locator("#key").inner_text()
    for used in (
        "main claim",
        "because",
        "however",
        "doesn't follow",
        "linked",
        "implied",
        "quoted",
        "thicker",
        "iberty",
    ):
        assert used in words
    assert "answer to an objection" not in words
    bare = visit(write(ArgMap(title="x", claims=(Claim(id="a", text="A."),)), tmp_path / "x.html"))
    assert bare.page.locator("#key li").count() == 0


def test_light_and_dark_follow_the_system_until_chosen(visit, debate_file):
    here = visit(debate_file, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert here.js(ground) == "rgb(20, 22, 26)"
    here.page.emulate_media(color_scheme="light")
    here.wait(f"{ground} === 'rgb(255, 255, 255)'")
    here.page.locator("#mode").click()
    assert here.js(ground) == "rgb(20, 22, 26)"
    here.page.reload()
    here.page.wait_for_selector("html[data-ready=true]")
    assert here.js(ground) == "rgb(20, 22, 26)"


def test_without_script_the_outline_is_all_there(debate_file, chromium):
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(debate_file.as_uri())
    text = tab.locator("#tree").inner_text()
    assert all(words in text for words in ("Voting should be compulsory.", "jury service", "because", "however"))
    assert "The map needs JavaScript" in tab.locator("#detail").inner_text()
    context.close()


LONG = "A claim that is far longer than claims should be, and goes on. " * 25
HEADS = (
    "(id) => { const {y, h} = argmap.geometry.cards.get(id), [, top] = argmap.canvas.view(); return y - h / 2 - top; }"
)


def test_a_card_taller_than_the_view_is_read_from_its_beginning(visit, tmp_path):
    argmap = build(
        "a b c d e f", "r: b supports a", "s: c attacks b", "u: d supports c", "v: e supports d", "w: f supports b"
    )
    claims = tuple(replace(claim, text=LONG) if claim.id in "ab" else claim for claim in argmap.claims)
    path = write(replace(argmap, claims=claims), tmp_path / "map.html")
    size = {"width": 1280, "height": 500}
    for fragment, claim in (("", "a"), ("#c=b", "b")):
        here = visit(path, fragment, viewport=size, reduced_motion="reduce")
        assert 0 < here.js(HEADS, claim) < 60, fragment
    here.js("argmap.canvas.net.moveTo({position: {x: 0, y: -5000}, scale: 0.8, animation: false})")
    here.js("argmap.apply({selected: 'a'})")
    here.wait(f"(({HEADS})('a') > 0) && (({HEADS})('a') < 60)")
    here.js("argmap.canvas.shift(0, 200)")
    before = here.js("argmap.canvas.view().join()")
    box = here.page.locator("#net").bounding_box()
    here.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert here.js("argmap.canvas.view().join()") == before, "who reads in its middle stays there"


def test_a_long_title_leaves_the_page_its_room(visit, tmp_path):
    here = visit(write(replace(debate(), title="A title of many words " * 15), tmp_path / "map.html"))
    assert here.page.locator("body > header").bounding_box()["height"] < 90
    assert here.page.locator("h1").get_attribute("title").startswith("A title of many words A title")


def test_a_map_without_signs_has_no_key(visit, tmp_path):
    here = visit(write(ArgMap(title="One", claims=(Claim(id="a", text="Alone."),)), tmp_path / "map.html"), "#e=0")
    assert not here.page.locator("#legend").is_visible()
    here.page.locator("#evaluate").click()
    assert here.page.locator("#legend").is_visible()


def test_details_have_no_heading_without_a_text(visit, debate_file):
    here = visit(debate_file, "#c=main&e=0")
    assert not here.page.locator("#verdict").is_visible()
    here = visit(debate_file, "#c=main&e=1")
    assert here.page.locator("#verdict").is_visible()
