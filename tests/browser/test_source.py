"""The source pane in the browser: from passage to claim, from claim to passage, words found in the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argmap import api
from tests.support.evaluation import build
from tests.support.pages import write

pytestmark = pytest.mark.browser
CINEMA = Path(__file__).parents[2] / "maps" / "cinema.yaml"


@pytest.fixture(scope="module")
def cinema(tmp_path_factory):
    path = tmp_path_factory.mktemp("cinema") / "cinema.html"
    path.write_text(api.build(CINEMA), "utf-8", newline="\n")
    return path


def test_passages_lead_to_claims_and_back(visit, cinema):
    here = visit(cinema)
    tab = here.page
    tab.get_by_role("tab", name="Source").click()
    assert "paragraphs" in tab.locator("#panel-source .aside").first.inner_text()
    span = tab.locator(".q").first
    names = span.get_attribute("data-q").split("|")
    span.click()
    assert here.js("argmap.state.selected") == names[0]
    assert "current" in span.get_attribute("class")
    tab.get_by_role("tab", name="Outline").click()
    other = here.js("argmap.map.data.claims.filter((claim) => claim.quotes).at(-1).id")
    here.js("(id) => argmap.apply({selected: id})", other)
    tab.get_by_role("button", name="In the text").click()
    assert other in tab.locator(".q.current").first.get_attribute("data-q").split("|")
    assert tab.locator(".q.current").first.is_visible()


def test_every_quotation_of_the_map_is_marked(visit, cinema):
    here = visit(cinema)
    quotes = here.js("argmap.map.data.claims.concat(argmap.map.data.links).flatMap((item) => item.quotes ?? []).length")
    assert here.page.locator("#panel-source .cite").count() == quotes > 5
    assert here.page.locator("#panel-source .quote").count() == 0


def test_a_quotation_without_its_text_has_the_colour_and_the_line_of_its_claim(visit, tmp_path):
    argmap = replace(build("a b c", "x: b supports a", "y: c attacks b"), thesis=("a",))
    quoted = tuple(replace(claim, quote=(f"words of {claim.id}",)) for claim in argmap.claims)
    here = visit(write(replace(argmap, claims=quoted), tmp_path / "map.html"), "#side=source")
    here.page.get_by_role("tab", name="Quotations").click()
    seen = "[...document.querySelectorAll('.quote')].map((each) => [getComputedStyle(each), each.dataset.element])"
    style = f"Object.fromEntries({seen}.map(([style, id]) => [id, `${{style.color}} ${{style.borderInlineStart}}`]))"
    ink, green, red = here.js(f"(() => {{ const all = {style}; return [all.a, all.b, all.c]; }})()")
    assert ("solid" in green, "dashed" in red) == (True, True)
    assert len({each.split(" 3px ")[0] for each in (ink, green, red)}) == 1
    assert len({each.split("rgb")[-1] for each in (ink, green, red)}) == 3


def test_a_passage_is_reached_by_keyboard(visit, cinema):
    here = visit(cinema)
    here.page.get_by_role("tab", name="Source").click()
    cite = here.page.locator("#panel-source .cite").nth(2)
    cite.focus()
    here.page.keyboard.press("Enter")
    assert here.js("argmap.state.selected") == here.page.locator("#panel-source .cite").nth(2).get_attribute(
        "data-element"
    )


def test_searched_words_are_marked_in_the_text(visit, cinema):
    here = visit(cinema)
    here.page.get_by_role("tab", name="Source").click()
    here.page.fill("#query", "library")
    words = here.js("[...CSS.highlights.get('found')].map((range) => range.toString().toLowerCase())")
    assert len(words) > 1
    assert set(words) == {"library"}
