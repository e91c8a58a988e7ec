"""Themes, forced colours, languages, scripts, help: the page for every reader."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import argmap.render
from argmap.model import ArgMap, Claim, Link
from argmap.render.theme import THEMES
from tests.support.axe import needs_axe, violations
from tests.support.pages import debate, write

pytestmark = pytest.mark.browser
STRINGS = Path(argmap.render.__file__).parent / "strings"
LANGUAGES = ("de", "en", "es", "fr", "ru")
SCRIPTS = {
    "ar": "يجب أن يكون التصويت إلزاميا (Kant 1795).",
    "he": "ההצבעה צריכה להיות חובה, לפי Kant.",
    "ru": "Голосование должно быть обязательным.",
    "el": "Η ψηφοφορία πρέπει να είναι υποχρεωτική.",  # noqa: RUF001 - this is Greek
    "zh": "投票应当是强制性的。",
    "ja": "投票は義務であるべきだ。",
    "ko": "투표는 의무여야 한다.",
    "hi": "मतदान अनिवार्य होना चाहिए।",
    "th": "การลงคะแนนควรเป็นภาคบังคับ",
}


SYSTEM = """() => { const probe = document.createElement('i');
  document.body.append(probe);
  const colour = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
  return ['Canvas', 'CanvasText', 'Highlight'].map(colour); }"""


def words(language):
    return json.loads((STRINGS / f"{language}.json").read_text("utf-8"))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_theme_colours_map_and_panes_alike(visit, debate_file, theme, mode):
    here = visit(debate_file, f"#theme={theme}&mode={mode}&c=turnout&e=1")
    colours = THEMES[theme][mode]
    assert here.js("argmap.theme.palette.supports") == colours.supports.lower()
    rgb = tuple(int(colours.background[i : i + 2], 16) for i in (1, 3, 5))
    assert here.js("getComputedStyle(document.body).backgroundColor") == f"rgb{rgb}"
    assert here.js("argmap.theme.linkColor(argmap.map.links.get('main'))") == colours.supports.lower()


def test_the_theme_is_chosen_in_the_help_and_kept_in_the_address(visit, debate_file):
    here = visit(debate_file)
    here.page.keyboard.press("?")
    here.page.get_by_label("Colours").select_option("mono")
    assert here.hash() == "#theme=mono"
    assert here.js("document.documentElement.dataset.theme") == "mono"
    here.page.keyboard.press("Escape")
    here.page.locator("#mode").click()
    assert here.hash() == "#theme=mono&mode=dark"


def test_forced_colours_are_those_of_the_system_on_the_map_too(visit, debate_file):
    here = visit(debate_file, "#c=turnout&e=1&by=thesis", forced_colors="active")
    system = here.js(SYSTEM)
    names = "['background', 'ink', 'accent'].map((name) => argmap.theme.palette[name])"
    assert here.js(names) == system
    relations = here.js("['supports', 'attacks', 'undercuts'].map((name) => argmap.theme.palette[name])")
    assert set(relations) == {system[1]}, "in forced colours relations differ by sign and dash alone"


def test_in_forced_colours_only_the_chosen_row_has_a_border(visit, debate_file):
    here = visit(debate_file, "#c=jury", forced_colors="active")
    colors = here.js(
        """['jury', 'forced'].map((id) => document.querySelector(`#tree [data-id="${id}"] > .row`))
        .map((row) => getComputedStyle(row).borderTopColor)"""
    )
    assert colors[1] == here.js("getComputedStyle(document.body).backgroundColor") != colors[0]
    mark = "getComputedStyle(document.querySelector('.fold'), '::before').borderInlineEndColor"
    assert here.js(mark) == "rgba(0, 0, 0, 0)"  # a triangle, not a square


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_blanks(language):
    ours, english = words(language), words("en")
    assert sorted(ours) == sorted(english)
    blanks = re.compile(r"\{\w+\}")
    for key, text in english.items():
        assert sorted(set(blanks.findall(ours[key]))) == sorted(set(blanks.findall(text))), key
        assert ours[key].strip() or not text.strip(), key
    assert ours["language"] == language


def test_french_signs_keep_their_distance_on_one_line():
    assert {key: text for key, text in words("fr").items() if re.search(r"« | [:;?!%»]", text)} == {}


@pytest.mark.parametrize("language", LANGUAGES[:1] + LANGUAGES[2:])
def test_little_is_left_in_english(language):
    same = {key for key, text in words(language).items() if text == words("en")[key] and re.search(r"[a-z]{3}", text)}
    assert len(same) < 14, same


def test_every_word_that_the_page_uses_is_there_and_every_word_there_is_used():
    folder = STRINGS.parent
    code = "".join(
        path.read_text("utf-8") for path in [*folder.rglob("*.js"), *folder.rglob("*.j2"), *folder.glob("*.py")]
    )
    asked = set(re.findall(r"AM\.t\(\s*'(\w+)'[,)]", code)) | set(re.findall(r"page\.t\.(\w+)", code))
    assert asked <= set(words("en"))
    begin = tuple(re.findall(r"""['"`](\w+_)['"`$]""", code))  # keys that the code puts together from parts
    end = tuple(re.findall(r"""['"](_\w+)['"]""", code))
    assert not [key for key in words("en") if key not in code and not key.startswith(begin) and not key.endswith(end)]


def test_the_page_speaks_the_language_of_its_map(visit, tmp_path):
    here = visit(write(replace(debate(), language="de-CH"), tmp_path / "map.html"), "#e=1")
    assert here.js("document.documentElement.lang") == "de"
    german = words("de")
    assert here.page.locator("#evaluate").inner_text() == german["evaluate"]
    assert here.page.locator("#tree .chip").first.inner_text() == "✓ " + german["label_stands"]
    here.page.keyboard.press("?")
    assert german["help_everywhere"] in here.page.locator("#help").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_are_told_in_every_language(visit, tmp_path, language):
    here = visit(write(replace(debate(), language=language), tmp_path / "map.html"), "#c=compulsory&e=1&if=-jury")
    told = here.page.locator("#verdict .why").inner_text()
    assert "1.4.1" in told
    assert not re.search(r"\{\w+\}|why_", told)


def test_an_outline_runs_the_way_its_language_does_and_keys_with_it(visit, tmp_path):
    text = SCRIPTS["ar"]
    claims = (Claim(id="a", text=text), Claim(id="b", text=text))
    links = (Link(id="l", premises=("b",), kind="supports", target="a"),)
    here = visit(write(ArgMap(title=text, language="ar", claims=claims, links=links), tmp_path / "map.html"), "#c=a")
    edges = """(name) => ['.word', '.num', '.txt'].flatMap((part) => {
      const at = document.querySelector(`#tree [data-id=${name}] > .row > ${part}`);
      return at ? [at.getClientRects()[0].right] : []; })"""
    across = here.js(edges, "b")
    assert across == sorted(across, reverse=True)
    here.page.locator("#tree [data-id=a]").focus()
    here.page.keyboard.press("ArrowLeft")
    assert here.selected() == ["b"]
    here.page.keyboard.press("ArrowRight")
    assert here.selected() == ["a"]
    here.page.keyboard.press("ArrowRight")
    assert here.js("document.querySelector('#tree [data-id=a]').getAttribute('aria-expanded')") == "false"


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_script_stands_right_on_the_map_and_in_the_panes(visit, tmp_path, language):
    text = SCRIPTS[language]
    claims = (Claim(id="a", text=text), Claim(id="b", text="Mixed: " + text), Claim(id="c", text=text * 3))
    links = tuple(Link(id=f"l{name}", premises=(name,), kind="supports", target="a") for name in "bc")
    path = write(ArgMap(title=text, language=language, claims=claims, links=links), tmp_path / "map.html")
    here = visit(path, "#c=c&e=1")
    rtl = language in {"ar", "he"}
    assert here.js("argmap.geometry.cards.get('a').rtl") == rtl
    assert here.js("argmap.geometry.cards.get('b').rtl") is False
    txt = "document.querySelector('#tree [data-id=a] .txt')"
    assert here.js(f"{txt}.dir") in {"auto", ""}
    assert here.js(f"getComputedStyle({txt}).direction") == ("rtl" if rtl else "ltr")
    wide = here.js("""(() => { const ctx = document.createElement('canvas').getContext('2d'), bad = [];
      ctx.font = `14px ${argmap.cards.FAMILY}`;
      for (const card of argmap.geometry.cards.values()) for (const line of card.lines) {
        if (ctx.measureText(line).width > (card.w - 24) * 1.25) bad.push([line, ctx.measureText(line).width, card.w]);
      } return bad; })()""")
    assert wide == []


def test_help_lists_the_keys_that_work(visit, debate_file):
    here = visit(debate_file)
    here.page.locator("#open-help").click()
    keys = {text for row in here.page.locator("#help kbd").all_inner_texts() for text in row.split()}
    actions = here.js("Object.keys(argmap.keyboard.ACTIONS)")
    assert {"a", "x", "r", "e", "?", "/"} <= keys
    named = {"Enter": "Enter", "-": "−", "=": "+", " ": "Space"}
    assert {named.get(key, key) for key in actions} <= keys


@needs_axe
@pytest.mark.node
@pytest.mark.parametrize("theme", THEMES)
def test_no_violations_in_any_theme(visit, debate_file, theme):
    for mode in ("light", "dark"):
        assert violations(visit(debate_file, f"#theme={theme}&mode={mode}&c=turnout&e=1&if=-jury&by=thesis")) == []
