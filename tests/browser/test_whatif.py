"""The evaluation in the page: labels when asked for, what-if at a click, and the reasons in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.analysis.why import why
from argmap.model import Expect
from tests.support.axe import needs_axe, violations
from tests.support.pages import debate, write

pytestmark = pytest.mark.browser

ALL = ("stands", "stands", "stands", "stands", "falls", "stands", "stands")
SIGN = """(id) => { const {net} = argmap.canvas, card = argmap.geometry.cards.get(id), ratio = devicePixelRatio;
  const at = net.canvasToDOM({x: card.x + card.w / 2 - 14, y: card.y - card.h / 2 - 1});
  const copy = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  copy.drawImage(document.querySelector('#net canvas'), -Math.round(at.x * ratio), -Math.round(at.y * ratio) + 4);
  return [...copy.getImageData(0, 0, 1, 1).data].slice(0, 3); }"""


WORDS = """() => [...document.querySelectorAll('#tree [data-id] > .row')].map(
  (row) => [...row.querySelectorAll('.chip')].map((chip) => chip.textContent.replace(/^[✓✗?] /, '')))"""


def words(here):
    """Return the chips of every claim in the outline, in order."""
    return here.js(WORDS)


def first_words(here):
    return tuple(chips[0] for chips in words(here))


def test_labels_are_shown_only_when_asked_for(visit, debate_file):
    here = visit(debate_file)
    assert words(here) == [[]] * 7
    here.page.locator("#evaluate").click()
    assert first_words(here) == ALL
    assert here.hash() == "#e=1"
    assert here.page.locator("#key .chip").all_inner_texts() == ["✓ stands", "✗ falls"]
    here.page.locator("#evaluate").click()
    assert words(here) == [[]] * 7
    assert here.hash() == ""


@pytest.mark.parametrize("why_on", ["expect", "rejected"])
def test_labels_are_shown_at_once_where_the_author_speaks_of_them(visit, tmp_path, why_on):
    argmap = debate()
    if why_on == "expect":
        argmap = replace(argmap, expect=Expect(falls=("forced",)))
    else:
        claims = tuple(replace(c, status="rejected") if c.id == "jury" else c for c in argmap.claims)
        argmap = replace(argmap, claims=claims)
    here = visit(write(argmap, tmp_path / "map.html"))
    assert first_words(here)[4] == ("falls" if why_on == "expect" else "stands")
    here.page.locator("#evaluate").click()
    assert (words(here), here.hash()) == ([[]] * 7, "#e=0")


def test_the_map_shows_the_labels(visit, debate_file):
    here = visit(debate_file, "#e=1")
    here.becomes(SIGN, [0xB8, 0x47, 0x00], "forced")
    here.becomes(SIGN, [0x00, 0x7A, 0x59], "jury")


def test_rejecting_a_claim_changes_what_follows_at_once(visit, debate_file):
    here = visit(debate_file, "#c=jury")
    here.page.locator("#reject").click()
    assert first_words(here) == ("now falls", *ALL[1:4], "now stands", "rejected", "stands")
    said = " ".join(here.page.locator("#whatif").inner_text().split())
    assert said == "What if 1.4.1 rejected. Claims that change: 2 1 ✗ now falls 1.4 ✓ now stands Reset all"
    assert (
        here.page.locator("#live").inner_text() == "1.4.1 rejected. Claims that change: 2. 1 now falls; 1.4 now stands"
    )
    assert here.page.locator("#tree .changed").count() == 3
    assert here.hash() == "#c=jury&e=1&if=-jury"
    assert here.js("document.activeElement.id") == "reject"
    here.becomes(SIGN, [0x00, 0x7A, 0x59], "forced")
    here.page.locator("#whatif .change").first.click()
    assert here.selected() == ["compulsory"]
    assert "(it stood before)" in here.page.locator("#verdict").inner_text()
    here.page.locator("#reset-all").click()
    assert first_words(here) == ALL
    assert here.hash() == "#c=compulsory&e=1"


def test_accepting_saves_a_claim_and_reset_gives_it_back(visit, debate_file):
    here = visit(debate_file, "#c=forced")
    here.page.locator("#accept").click()
    assert first_words(here)[4] == "accepted"
    assert here.hash() == "#c=forced&e=1&if=forced"
    here.page.locator("#reject").click()
    assert here.hash() == "#c=forced&e=1&if=-forced"
    here.page.locator("#reset").click()
    assert first_words(here) == ALL
    assert here.page.locator("#reset").count() == 0
    assert here.js("document.activeElement.id") == "reject"


def test_everything_comes_back_from_the_address(visit, debate_file):
    here = visit(debate_file, "#c=compulsory&e=1&if=-jury&on=informed&by=thesis")
    assert words(here)[0] == ["now falls"]
    assert words(here)[5] == ["rejected", "helps"]
    assert here.hash() == "#c=compulsory&e=1&if=-jury&on=informed&by=thesis"


@pytest.mark.parametrize(
    "fragment", ["#if=constructor,-__proto__,,-&e=1", "#on=toString&e=1", "#e=9&by=colour", "#if=-jury,jury,-&e=1"]
)
def test_foolish_addresses_do_no_harm(visit, debate_file, fragment):
    here = visit(debate_file, fragment)
    assert len(words(here)) == 7


def test_the_reasons_are_those_of_argmap_why(visit, debate_file):
    here = visit(debate_file, "#e=1")
    argmap = debate()
    for item in (*argmap.claims, *argmap.links):
        here.js("(id) => argmap.apply({selected: id})", item.id)
        told = here.page.locator("#verdict .why li").all_inner_texts()
        assert told == list(why(argmap, item.id).sentences), item.id
    here.js("argmap.apply({selected: 'compulsory', assumed: new Map([['jury', false]])})")
    assert here.page.locator("#verdict .why li").all_inner_texts() == list(
        why(argmap, "compulsory", {"jury": "falls"}).sentences
    )
    here.page.locator("#verdict .why button").last.click()
    assert here.selected() == ["jury"]


def test_load_bearing_premises_are_marked_on_request(visit, debate_file):
    here = visit(debate_file, "#c=compulsory&e=1")
    here.page.locator("#bearing").click()
    marked = [i for i, chips in enumerate(words(here)) if "load-bearing" in chips]
    assert marked == [5, 6]
    assert "Load-bearing: 1.4.1, 1.5." in here.page.locator("#verdict").inner_text()
    assert "on=compulsory" in here.hash()
    here.page.locator("#reject").click()
    assert "Only a claim that stands" in here.page.locator("#verdict").inner_text()
    here.page.locator("#bearing").click()
    assert not [chips for chips in words(here) if "load-bearing" in chips]


def test_effect_on_the_thesis_in_one_click(visit, debate_file):
    here = visit(debate_file)
    here.page.locator("#colours").click()
    assert words(here) == [[], ["helps"], ["helps"], ["hurts"], ["hurts"], ["helps"], ["helps"]]
    assert here.page.locator("#key .chip").all_inner_texts() == ["helps", "hurts"]
    assert here.hash() == "#by=thesis"
    attack = "argmap.map.data.links.find((link) => link.target === 'forced')"
    assert here.js(f"argmap.theme.linkColor({attack}) === argmap.theme.palette.supports")
    here.page.locator("#colours").click()
    assert words(here) == [[]] * 7
    assert here.js(f"argmap.theme.linkColor({attack}) !== argmap.theme.palette.supports")


def test_a_claim_that_both_helps_and_hurts_is_told_apart(visit, tmp_path):
    from tests.support.evaluation import build

    argmap = build("c p q", "r: p supports c", "x: p attacks c", "s: q supports p")
    here = visit(write(replace(argmap, thesis=("c",)), tmp_path / "map.html"), "#by=thesis")
    assert words(here) == [[], ["helps and hurts"], ["helps and hurts"]]


def test_everything_can_be_done_by_keys(visit, debate_file):
    here = visit(debate_file, "#c=jury")
    press = here.page.keyboard.press
    here.page.locator("#net").focus()
    press("e")
    assert first_words(here) == ALL
    press("x")
    assert first_words(here)[0] == "now falls"
    press("a")
    assert first_words(here)[5] == "accepted"
    press("r")
    assert first_words(here) == ALL
    here.page.locator("#evaluate").focus()
    press("Space")
    assert words(here) == [[]] * 7


@needs_axe
@pytest.mark.node
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_violations_with_everything_shown(visit, debate_file, scheme, width):
    address = "#c=compulsory&e=1&if=-jury&on=informed&by=thesis"
    here = visit(debate_file, address, color_scheme=scheme, viewport={"width": width, "height": 844})
    assert violations(here) == []
    here.js("argmap.apply({pane: 'details'})")
    assert violations(here) == []


def test_what_is_contested_shows_how_it_could_be_settled(visit, tmp_path):
    from tests.support.evaluation import build

    argmap = build("a b c", "x: a attacks b", "y: b attacks a", "v: a attacks c", "w: b attacks c")
    here = visit(write(replace(argmap, thesis=("c",)), tmp_path / "map.html"), "#c=c&e=1")
    assert here.page.locator("#verdict .why li").all_inner_texts() == list(
        why(replace(argmap, thesis=("c",)), "c").sentences
    )
    assert (
        here.page.locator("#verdict .remark").inner_text().endswith("every position that can be defended rejects it.")
    )
    here.page.locator("#verdict summary").click()
    ways = [" ".join(way.split()) for way in here.page.locator(".ways li").all_inner_texts()]
    assert ways == ["✓ stands 1.1 ✗ falls 1, 1.1.1", "✓ stands 1.1.1 ✗ falls 1, 1.1"]
