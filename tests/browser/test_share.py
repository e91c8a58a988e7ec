"""Sharing: the link, the pictures, the outline, paper; all made by the page itself, offline."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from argmap.model import ArgMap, Claim, Group, Link
from tests.support.axe import needs_axe, violations
from tests.support.pages import debate, write

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "</text><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; ]]> -->",
    "a\x0bb \ufffe c",
    "\"'`${x}",
)


def saved(here, button, folder):
    """Press a button of the share sheet and return the file that the page gives."""
    with here.page.expect_download() as download:
        here.page.locator(f"#{button}").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def shared(here):
    here.page.locator("#open-share").click()
    return here


def texts(path):
    root = ET.parse(path).getroot()  # noqa: S314 - our own page wrote it
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


def test_the_picture_holds_every_card_and_line(visit, debate_file, tmp_path):
    path = saved(shared(visit(debate_file)), "save-svg", tmp_path)
    assert path.name == "should-voting-be-compulsory.svg"
    root = ET.parse(path).getroot()  # noqa: S314 - our own page wrote it
    labels = [node.get("aria-label") for node in root.iter(f"{SVG}g") if node.get("role") == "graphics-object"]
    assert [label for label in labels if label[0].isdigit()] == [
        f"{number} {claim.text}" for number, claim in zip(
            ("1", "1.1", "1.2", "1.3", "1.4", "1.4.1", "1.5"), debate().claims, strict=True)
    ]  # fmt: skip
    assert "Legitimacy" in labels
    assert "People who must vote" in " ".join(texts(path))
    assert len(list(root.iter(f"{SVG}polygon"))) >= 6
    assert not list(root.iter(f"{SVG}script"))


def test_only_what_is_visible_unless_everything_is_asked_for(visit, debate_file, tmp_path):
    here = visit(debate_file)
    here.js("argmap.apply({folded: new Set(['forced'])})")
    shared(here)
    assert "6 of 7 claims" in here.page.locator("#share fieldset").inner_text()
    some = texts(saved(here, "save-svg", tmp_path))
    here.page.get_by_label("everything: 7 claims").check()
    every = texts(saved(here, "save-svg", tmp_path))
    assert not any("1.4.1" in text for text in some)
    assert any("1.4.1" in text for text in every)
    assert ("+1" in some, "+1" in every) == (True, False)  # how much a folded card holds
    assert here.page.locator("#share-status").inner_text() == "should-voting-be-compulsory.svg is saved."


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Déjà vu: où va l’école?", "deja-vu-ou-va-l-ecole"),
        ("Нужен ли ещё один урок?", "нужен-ли-ещё-один-урок"),
        ("がっこうのしゅくだい", "がっこうのしゅくだい"),
        ("학교 숙제", "학교-숙제"),
        ("क्या गृहकार्य उचित है?", "क्या-गृहकार्य-उचित-है"),
        ("\U0001d49c " * 80, "-".join("a" * 30)),
        ("?!", "map"),
    ],
)
def test_files_are_named_after_the_map_in_every_script(visit, tmp_path, title, name):
    here = visit(write(replace(debate(), title=title), tmp_path / "map.html"))
    assert here.js("argmap.share.fileName()") == name


def test_labels_are_drawn_where_they_are_shown(visit, debate_file, tmp_path):
    path = saved(shared(visit(debate_file, "#e=1&if=-jury&by=thesis")), "save-svg", tmp_path)
    assert texts(path).count("✗ now falls") == 1
    assert texts(path).count("✗ rejected") == 1
    assert texts(path).count("helps") == 4


def test_a_png_of_two_pixels_a_pixel(visit, debate_file, tmp_path):
    from PIL import Image

    here = shared(visit(debate_file, color_scheme="dark"))
    width = ET.parse(saved(here, "save-svg", tmp_path)).getroot().get("width")  # noqa: S314 - our own page wrote it
    with Image.open(saved(here, "save-png", tmp_path)) as image:
        assert abs(image.width - 2 * float(width)) <= 2
        assert image.convert("RGB").getpixel((3, 3)) == (0x14, 0x16, 0x1A)
        assert len(image.convert("RGB").getcolors(1 << 20)) > 50


def test_the_outline_as_markdown(visit, debate_file, tmp_path):
    text = saved(shared(visit(debate_file, "#e=1")), "save-md", tmp_path).read_text("utf-8").splitlines()
    assert text[0] == "# Should voting be compulsory?"
    assert text[2] == "- **1** Voting should be compulsory\\. \\(stands\\)"
    assert text[3] == "  - *because* **1\\.1** High turnout makes a state legitimate\\. \\(stands\\)"
    assert "    - *because* **see 1\\.5** People who must vote inform themselves\\." in text
    assert len(text) == 2 + 8


def test_the_link_is_copied_or_marked_for_copying(visit, debate_file):
    here = shared(visit(debate_file, "#c=jury&e=1", permissions=["clipboard-read", "clipboard-write"]))
    here.page.locator("#copy").click()
    expect(here.page.locator("#share-status")).to_have_text("The link is copied.")
    assert here.js("navigator.clipboard.readText()") == here.page.url
    assert here.page.url.endswith("#c=jury&e=1")
    denied = shared(visit(debate_file))
    denied.js("navigator.clipboard.writeText = () => Promise.reject(new Error('no')); 0")
    denied.page.locator("#copy").click()
    expect(denied.page.locator("#share-status")).to_contain_text("by hand")
    assert denied.js("document.activeElement.id + getSelection().toString().slice(0, 5)") == "addressfile:"


def test_hostile_texts_stay_texts_in_everything_that_is_saved(visit, chromium, tmp_path):
    claims = tuple(Claim(id=f"c{i}", text=text, group="g") for i, text in enumerate(HOSTILE))
    links = tuple(Link(id=f"l{i}", premises=(f"c{i}",), kind="supports", target="c0") for i in range(1, len(HOSTILE)))
    argmap = ArgMap(title=HOSTILE[0], claims=claims, links=links, groups=(Group(id="g", title=HOSTILE[1]),))
    here = shared(visit(write(argmap, tmp_path / "map.html"), "#e=1"))
    path = saved(here, "save-svg", tmp_path)
    root = ET.parse(path).getroot()  # noqa: S314 - our own page wrote it
    assert {node.tag.removeprefix(SVG) for node in root.iter()} == {
        "svg",
        "title",
        "rect",
        "g",
        "path",
        "polygon",
        "circle",
        "text",
    }
    alone = chromium.new_page()
    said = []
    alone.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    alone.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
    alone.goto(path.as_uri())
    alone.wait_for_timeout(200)
    assert said == []
    alone.close()
    saved(here, "save-png", tmp_path)
    markdown = saved(here, "save-md", tmp_path).read_text("utf-8")
    assert not re.search(r"(?<!\\)[<`]", markdown)


def test_the_sheet_by_keys(visit, debate_file):
    here = visit(debate_file)
    here.page.locator("#open-share").focus()
    here.page.keyboard.press("Enter")
    assert here.js("document.activeElement.closest('dialog').id") == "share"
    for _ in range(12):
        here.page.keyboard.press("Tab")
        assert here.js("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    here.page.keyboard.press("Escape")
    assert here.js("document.activeElement.id") == "open-share"


def pages(pdf):
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return [(page.get_size(), page.get_textpage().get_text_range()) for page in document]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_gets_the_picture_and_then_the_numbered_outline(visit, debate_file, scheme):
    here = visit(debate_file, "#c=jury", color_scheme=scheme)
    found = pages(here.page.pdf(format="A4", prefer_css_page_size=True, print_background=False))
    assert len(found) == 2
    (width, height), picture = found[0]
    assert width > height, "a wide map stands on its own wide page"
    assert "People who must vote" in picture
    assert picture.startswith("Should voting be compulsory?")
    assert "because (supports)" in picture
    (width, height), outline = found[1]
    assert width < height
    assert "1.4.1" in outline
    assert "however" in outline
    assert here.js("document.documentElement.dataset.mode") == scheme
    assert here.page.locator("#paper svg").count() == 0


@pytest.mark.parametrize("fragment", ["#step=2", "?embed=1", "#e=1&if=-jury", "#pane=map"])
def test_paper_from_every_state_has_the_outline(visit, debate_file, fragment):
    here = visit(debate_file, fragment)
    found = pages(here.page.pdf(format="A4", prefer_css_page_size=True))
    assert len(found) == 2
    assert ("People who must vote" in found[0][1]) == (fragment != "#step=2")
    assert "1.4.1" in found[1][1]
    assert "Step 2" not in found[1][1]


def test_paper_of_a_long_map_has_one_picture_and_as_many_pages_as_the_outline_needs(visit, tmp_path):
    claims = tuple(
        Claim(id=f"c{i}", text=f"Claim {i} is a sentence of some length, as claims are.") for i in range(120)
    )
    links = tuple(
        Link(id=f"l{i}", premises=(f"c{i}",), kind="supports", target=f"c{(i - 1) // 3}") for i in range(1, 120)
    )
    here = visit(write(ArgMap(title="Long", claims=claims, links=links), tmp_path / "map.html"))
    found = pages(here.page.pdf(format="A4", prefer_css_page_size=True))
    assert 3 <= len(found) <= 8
    assert "Claim 119" in "".join(text for _, text in found[1:]).replace("\r\n", " ")


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        ("#show=kind%3Dvalue", "Matching: 1, on the way from them to the top: 1, hidden: 5."),
        ("#focus=near1%20jury", "Focus on 1.4.1: 1 away · what is visible: 2 of 7 claims"),
        ("#step=3&show=kind%3Dvalue", "Step 3 of 7"),
        ("#c=jury", ""),
    ],
)
def test_paper_says_what_is_not_on_it(visit, debate_file, fragment, said):
    here = visit(debate_file, fragment)
    here.js("argmap.paper.before()")
    assert "".join(here.page.locator("#paper > .aside").all_text_contents()) == said


@needs_axe
@pytest.mark.node
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sheet", ["open-share", "open-help"])
def test_no_violations(visit, tmp_path, scheme, sheet):
    argmap = replace(debate(), title="Share")
    here = visit(write(argmap, tmp_path / "map.html"), color_scheme=scheme)
    here.page.locator(f"#{sheet}").click()
    assert violations(here) == []
