"""The step-through: the author's steps or made ones, keys and buttons, guessing first, what a screen reader hears."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.model import Step
from tests.support.axe import needs_axe, violations
from tests.support.evaluation import build
from tests.support.pages import debate, write

pytestmark = pytest.mark.browser

MADE = [
    ["compulsory"], ["turnout", "raises", "main"], ["informed", "informed supports compulsory"],
    ["informed supports turnout"],
    ["sample", "sample undercuts main"], ["forced", "forced attacks compulsory"], ["jury", "jury attacks forced"],
]  # fmt: skip
SHOWN = "argmap.places.now.cards.filter((card) => argmap.stage.shows(card.id)).map((card) => card.id).sort()"


def steps(here):
    return here.js("argmap.steps.list.map((step) => step.show)")


def words(here):
    return [" ".join(text.split()) for text in here.page.locator("#stage .words li").all_inner_texts()]


def count(here):
    return here.page.locator("#stage .count").inner_text()


def test_made_steps_go_from_the_thesis_by_reasons_to_objections_and_replies(visit, debate_file):
    here = visit(debate_file)
    assert [sorted(step) for step in steps(here)] == [sorted(step) for step in MADE]


def test_made_steps_tell_every_claim_and_link_once_even_in_circles(visit, tmp_path):
    links = ("r: b supports a", "s: c supports b", "t: a supports c", "x: d undercuts t", "y: e+b attacks d",
             "u: f undercuts x", "v: f undercuts u")  # fmt: skip
    argmap = build("a b c d e f", *links)
    here = visit(write(replace(argmap, thesis=("a",)), tmp_path / "map.html"))
    told = [name for step in steps(here) for name in step]
    assert sorted(told) == sorted([*(c.id for c in argmap.claims), *(link.id for link in argmap.links)])


def test_the_first_step_shows_the_thesis_alone_and_each_adds_its_claims(visit, debate_file):
    here = visit(debate_file)
    here.page.locator("#steps").click()
    assert here.js(SHOWN) == ["compulsory"]
    assert (count(here), words(here)) == ("Step 1 of 7", ["Main claim 1 Voting should be compulsory."])
    here.page.locator("#step-next").click()
    assert here.js(SHOWN) == ["compulsory", "raises", "turnout"]
    assert words(here)[0] == "because 1.1 High turnout makes a state legitimate. → 1"
    assert here.hash() == "#step=2"
    for _ in range(5):
        here.page.locator("#step-next").click()
    assert len(here.js(SHOWN)) == 7
    assert here.page.locator("#step-next").is_disabled()


def test_nothing_moves_from_step_to_step(visit, debate_file):
    here = visit(debate_file, "#step=1")
    places = "[...argmap.geometry.cards.values()].map((card) => [card.id, card.x, card.y])"
    before = here.js(places)
    for _ in range(6):
        here.page.keyboard.press("ArrowRight")
        assert here.js(places) == before


def test_all_by_keys(visit, debate_file):
    here = visit(debate_file)
    press = here.page.keyboard.press
    here.page.locator("#steps").focus()
    press("Enter")
    for key, expected in (("ArrowRight", 2), ("PageDown", 3), ("Space", 4), ("ArrowLeft", 3), ("PageUp", 2), ("End", 7),
                          ("ArrowRight", 7), ("Home", 1), ("ArrowLeft", 1), ("ArrowDown", 2)):  # fmt: skip
        press(key)
        assert count(here) == f"Step {expected} of 7", key
    press("g")
    assert here.hash() == "#step=2&guess=1"
    press("Escape")
    assert not here.page.locator("#stage").is_visible()
    assert (here.selected(), here.js("document.activeElement.id")) == (["turnout"], "steps")
    assert here.hash() == "#c=turnout&guess=1"


def test_leaving_brings_back_what_was_there(visit, debate_file):
    here = visit(debate_file, "#focus=near1%20forced&q=jury", reduced_motion="reduce")
    here.js("argmap.camera.zoom(1.2)")
    view = """[...Object.values(argmap.canvas.net.getViewPosition()), 100 * argmap.canvas.net.getScale()]
      .map(Math.round).join()"""
    cards = "argmap.places.now.cards.map((card) => card.id).sort().join()"
    before = here.js(view), here.js(cards), here.hash()
    here.page.locator("#steps").click()
    assert here.js(SHOWN) == ["compulsory"]
    assert not here.page.locator("#limits").is_visible()
    assert here.page.locator("#live").inner_text().startswith("Step 1 of 7")
    here.page.keyboard.press("ArrowRight")
    here.page.keyboard.press("Escape")
    here.wait(f"{view} === '{before[0]}'")
    assert (here.js(cards), here.hash()) == before[1:]
    assert here.page.locator("#leave-focus").is_visible()


def test_what_was_looked_for_is_not_dimmed_on_the_stage(visit, debate_file):
    ink = """(() => {
      const canvas = document.querySelector('#net canvas'), {width, height} = canvas;
      const copy = new OffscreenCanvas(width, height).getContext('2d', {willReadFrequently: true});
      copy.drawImage(canvas, 0, 0);
      const {data} = copy.getImageData(0, 0, width, height);
      let dark = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i] < 60 && data[i + 1] < 60 && data[i + 2] < 60) dark++;
      return dark; })()"""
    plain = visit(debate_file, "#step=1", reduced_motion="reduce")
    looked = visit(debate_file, "#step=1&q=jury", reduced_motion="reduce")
    dark = plain.rest(ink)
    assert dark > 100
    assert looked.rest(ink) == dark


def test_guess_first_hides_the_text_until_asked(visit, debate_file):
    here = visit(debate_file, "#step=1&guess=1")
    press = here.page.keyboard.press
    assert "What comes here?" in words(here)[0]
    press("ArrowRight")
    assert (count(here), words(here)) == ("Step 1 of 7", ["Main claim 1 Voting should be compulsory."])
    press("ArrowRight")
    assert count(here) == "Step 2 of 7"
    assert "High turnout" not in here.page.locator("#stage").inner_text()
    assert "High turnout" not in here.page.locator("#live").inner_text()
    assert here.page.locator("#step-next").inner_text() == "Show it"
    here.page.locator("#step-next").click()
    assert "High turnout" in words(here)[0]
    assert here.page.locator("#step-next").inner_text() == "Next"


def test_the_authors_steps_and_the_speakers_text(visit, tmp_path):
    told = (
        Step(show=("compulsory",), say="We begin."),
        Step(show=("main",), say="Two premises."),
        Step(show=("forced",)),
    )
    here = visit(write(replace(debate(), steps=told), tmp_path / "map.html"), "#step=1")
    say = here.page.locator("#stage .say")
    assert say.inner_text() == "We begin."
    here.page.keyboard.press("ArrowRight")
    assert here.js(SHOWN) == ["compulsory", "raises", "turnout"]
    here.page.keyboard.press("s")
    assert say.count() == 0
    here.page.keyboard.press("ArrowRight")
    assert "however 1.4 Forcing people" in words(here)[0]
    assert here.js("argmap.steps.first.get('forced attacks compulsory')") == 2
    assert here.js("argmap.steps.first.get('jury')") is None or here.js("argmap.steps.first.get('jury') === Infinity")


def test_a_long_speakers_text_is_set_smaller_and_scrolled_by_keys(visit, tmp_path):
    told = (Step(show=("compulsory",), say="We begin."), Step(show=("main",), say="Say this slowly. " * 120))
    here = visit(write(replace(debate(), steps=told), tmp_path / "map.html"), "#step=1")
    size = "parseFloat(getComputedStyle(document.querySelector('#stage .words')).fontSize)"
    large = here.js(size)
    assert here.js("document.querySelector('#stage .words').tabIndex") == -1
    here.page.keyboard.press("ArrowRight")
    assert here.js(size) < large
    here.js("document.querySelector('#stage').focus()")
    here.page.keyboard.press("Tab")
    here.page.keyboard.press("PageDown")
    here.wait("document.querySelector('#stage .words').scrollTop > 50")
    assert count(here) == "Step 2 of 2"
    here.page.keyboard.press("ArrowLeft")
    here.page.keyboard.press("Escape")
    assert not here.page.locator("#stage").is_visible()


def test_what_does_not_fit_at_400_percent_is_scrolled_by_keys(visit, tmp_path):
    told = (Step(show=("compulsory", "main", "sample"), say="Say this slowly. " * 9),)
    size = {"width": 320, "height": 256}
    here = visit(write(replace(debate(), steps=told), tmp_path / "map.html"), "#step=1", viewport=size)
    here.js("document.querySelector('#stage').focus()")
    here.page.keyboard.press("Tab")
    here.page.keyboard.press("ArrowDown")
    here.wait("document.querySelector('#stage').scrollTop > 10")


def test_a_step_that_only_links_what_is_there_shows_its_line_broad(visit, debate_file):
    here = visit(debate_file)
    late = here.js("argmap.steps.list.findIndex((step) => step.show.includes('informed supports turnout')) + 1")
    here.js("(step) => argmap.stage.go(step)", late)
    assert here.js("argmap.stage.comes('informed supports turnout')") is True
    assert here.js("argmap.stage.comes('main')") is False


def test_a_claim_names_what_it_bears_on_once(visit, tmp_path):
    argmap = build("a b c", "x: b supports a", "y: b+c supports a")
    told = (Step(show=("a",)), Step(show=("x", "y")))
    here = visit(write(replace(argmap, steps=told), tmp_path / "map.html"), "#step=2")
    assert words(here)[0].endswith("→ 1")


def test_a_claim_says_by_which_relation_it_bears_on_what(visit, tmp_path):
    argmap = build("a b c", "z: b attacks c", "x: b supports a", "y: c attacks b")
    told = (Step(show=("a",)), Step(show=("x", "y", "z")))
    here = visit(write(replace(argmap, thesis=("a",), steps=told), tmp_path / "map.html"), "#step=2")
    assert words(here)[0].startswith("because 1.1 ")
    assert words(here)[0].endswith("→ 1 · however → 1.1.1")


def test_each_step_is_said_to_screen_readers(visit, debate_file):
    here = visit(debate_file, "#step=5")
    here.page.keyboard.press("ArrowRight")
    assert here.page.locator("#live").inner_text().startswith("Step 6 of 7: however 1.4 Forcing people")


@pytest.mark.parametrize("fragment", ["#step=99", "#step=-1", "#step=1e9", "#step=x", "#step=0", "#step=&guess=7"])
def test_foolish_steps_in_the_address(visit, debate_file, fragment):
    here = visit(debate_file, fragment)
    assert here.page.locator("#stage").is_visible() == (fragment == "#step=99")


def test_type_for_the_last_row(visit, debate_file):
    here = visit(debate_file, "#step=2", viewport={"width": 1920, "height": 1080})
    assert here.js("parseFloat(getComputedStyle(document.querySelector('#stage .words')).fontSize)") >= 32
    here.wait("argmap.canvas.net.getScale() >= 1.2")


@needs_axe
@pytest.mark.node
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_violations(visit, debate_file, scheme, width):
    here = visit(debate_file, "#step=2&guess=1", color_scheme=scheme, viewport={"width": width, "height": 844})
    assert violations(here) == []


INSIDE = """(id) => {
  const {x, y, w, h} = argmap.geometry.cards.get(id), [left, top, right, bottom] = argmap.canvas.view();
  return x - w / 2 > left && x + w / 2 < right && y - h / 2 > top && y + h / 2 < bottom; }"""


def test_what_a_step_shows_stays_in_view_when_the_words_take_more_room(visit, tmp_path):
    told = (Step(show=("compulsory", "main", "forced"), say="Say this slowly. " * 14),)
    here = visit(
        write(replace(debate(), steps=told), tmp_path / "map.html"), "#step=1&guess=1", reduced_motion="reduce"
    )
    box = here.page.locator("#net").bounding_box()
    here.rest("argmap.canvas.view().join()")
    here.page.keyboard.press("ArrowRight")
    here.wait(f"document.querySelector('#net').clientHeight < {box['height']}")
    for claim in ("compulsory", "turnout", "raises", "forced"):
        here.becomes(INSIDE, value=True, argument=claim)
    here.page.set_viewport_size({"width": 900, "height": 600})
    for claim in ("compulsory", "turnout", "raises", "forced"):
        here.becomes(INSIDE, value=True, argument=claim)


def test_who_leaves_the_steps_goes_on_where_they_were(visit, debate_file):
    here = visit(debate_file, "#step=3")
    here.page.keyboard.press("Escape")
    here.page.locator("#reject").click()
    here.page.locator("#steps").click()
    assert count(here) == "Step 3 of 7"
    here.page.keyboard.press("End")
    here.page.keyboard.press("Escape")
    here.page.locator("#steps").click()
    assert count(here) == "Step 1 of 7", "after the last step it begins again"


def test_a_button_that_is_closed_looks_it(visit, debate_file):
    here = visit(debate_file, "#step=1")
    color = "(id) => getComputedStyle(document.getElementById(id)).color"
    assert here.js(color, "step-back") != here.js(color, "step-next")
