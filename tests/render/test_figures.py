"""Figures: what is in them, that every program can read them, that they are the same bytes every time."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from PIL import Image

from argmap import ArgMap, Claim, Group, Link, MissingExtraError, UsageError, outline
from argmap.layout import LayoutOptions, layout
from argmap.layout.text import measure
from argmap.model import link_id
from argmap.render import fonts, pdf, svg
from argmap.render.figure import Figure, FigureFormat, FigureOptions, figure
from argmap.render.pages import plan
from argmap.render.scene import SceneOptions, scene
from argmap.render.shapes import Part, Rect, Text
from argmap.select import Selection

HOSTILE = '</text></svg><script>alert(1)</script><img src=x onerror="y">\'&amp;\u202e\x0b'


def step(premises: str, kind: str, target: str, **more: object) -> Link:
    names = tuple(premises.split())
    return Link(id=link_id(names, kind, target), premises=names, kind=kind, target=target, **more)


CLAIMS = (
    Claim(id="vote", text="Voting should be compulsory.", kind="policy"),
    Claim(id="turnout", text="High turnout makes elected governments more legitimate.", group="why"),
    Claim(id="raises", text="Compulsory voting raises turnout.", group="why", url="https://example.org/turnout"),
    Claim(id="forced", text="Forcing people to vote violates their liberty."),
    Claim(id="jury", text="We already force people to do jury service.", implicit=True),
    Claim(id="sample", text="Turnout measures quantity, not quality, of consent."),
)
LINKS = (
    step("forced", "attacks", "vote", strength=0.5),
    step("jury", "attacks", "forced"),
    step("turnout raises", "supports", "vote"),
    step("sample", "undercuts", "turnout+raises supports vote"),
)
VOTE = ArgMap(
    title="Should voting be compulsory?", description="A small debate.", authors=("A. Teacher",),
    claims=CLAIMS, links=LINKS, groups=(Group(id="why", title="Legitimacy", color="#123ABC"),),
)  # fmt: skip
LABELS = {"vote": "stands", "forced": "falls", "jury": "contested"}


def a_figure(kind: FigureFormat, argmap: ArgMap = VOTE, **options: object) -> Figure:
    return figure(argmap, kind, FigureOptions(**options))


def document(made: Figure) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(made.files[0])


def text_of(made: Figure, page: int = 0) -> str:
    with_breaks = document(made)[page].get_textpage().get_text_range()
    return " ".join(with_breaks.split())


def test_svg_holds_every_claim_as_real_text_with_a_title_and_an_id() -> None:
    root = ET.fromstring(a_figure("svg").files[0])  # noqa: S314 - our own bytes
    name = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{name}title") == VOTE.title
    assert root.findtext(f"{name}desc") == "A small debate."
    cards = {part.get("id"): part for part in root.iter(f"{name}g") if part.get("class") == "claim"}
    assert set(cards) == {f"claim-{claim.id}" for claim in CLAIMS}
    for claim in CLAIMS:
        card = cards[f"claim-{claim.id}"]
        words = " ".join(element.text or "" for element in card.iter(f"{name}text"))
        assert claim.text in words
        assert claim.text in (card.findtext(f"{name}title") or "")
    links = [part.get("aria-label") for part in root.iter(f"{name}g") if part.get("class") == "link"]
    assert "1.1 and 1.2 support 1" in links
    assert "1.3 undercuts the step from 1.1 and 1.2 to 1" in links


def test_two_figures_in_one_page_are_each_named_by_their_own_title() -> None:
    roots = [
        ET.fromstring(a_figure("svg", argmap).files[0])  # noqa: S314 - our own bytes
        for argmap in (VOTE, replace(VOTE, title="Another map"))
    ]
    name = "{http://www.w3.org/2000/svg}"
    ids = [(root.find(f"{name}title").get("id"), root.find(f"{name}desc").get("id")) for root in roots]
    assert [root.get("aria-labelledby") for root in roots] == [" ".join(pair) for pair in ids]
    assert len({each for pair in ids for each in pair}) == 4
    assert roots[0].get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_svg_draws_relations_apart_without_colour() -> None:
    text = a_figure("svg").files[0].decode()
    assert 'stroke-dasharray="7 4"' in text
    assert 'stroke-dasharray="1.5 3.5"' in text
    assert 'stroke="#123ABC"' in text


def test_hostile_text_stays_text_in_every_figure() -> None:
    claims = (Claim(id="a", text=HOSTILE, kind=HOSTILE, url="javascript:alert(1)", group="g"),)
    argmap = ArgMap(
        title=HOSTILE, description=HOSTILE, claims=claims, groups=(Group(id="g", title=HOSTILE, color='"/><script>'),)
    )
    made = a_figure("svg", argmap).files[0].decode()
    root = ET.fromstring(made)  # noqa: S314 - our own bytes
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "g",
        "rect",
        "text",
        "path",
    }
    assert "javascript" not in made
    assert "<script" not in made
    assert "script" in text_of(a_figure("pdf", argmap))


def test_pdf_is_read_in_the_order_of_the_outline() -> None:
    text = text_of(a_figure("pdf"))
    places = [text.index(VOTE.claim(name).text) for name in outline(VOTE)]
    assert places == sorted(places)


def test_pdf_has_bookmarks_metadata_language_and_links() -> None:
    made = document(a_figure("pdf"))
    marks = [(mark.level, mark.get_title()) for mark in made.get_toc()]
    assert marks[0] == (0, "1 \u00b7 policy: Voting should be compulsory.")
    assert (1, "1.1: High turnout makes elected governments more legitimate.") in marks
    assert len(marks) == len(CLAIMS)
    assert made.get_metadata_dict()["Title"] == VOTE.title
    assert made.get_metadata_dict()["Author"] == "A. Teacher"
    raw = a_figure("pdf").files[0]
    assert b"/Lang (en)" in raw
    assert b"/DisplayDocTitle true" in raw
    assert b"https://example.org/turnout" in raw


def test_png_says_its_resolution_and_has_the_size_of_the_paper() -> None:
    image = Image.open(io.BytesIO(a_figure("png", paper="A4", dpi=72.0).files[0]))
    assert image.size == (842, 596)  # landscape A4 in points, rounded up
    assert round(image.info["dpi"][0]) == 72
    assert len(image.convert("RGB").getcolors(1 << 24) or []) > 20


@pytest.mark.parametrize("kind", ["svg", "pdf", "png"])
def test_the_same_map_gives_the_same_bytes(kind: FigureFormat) -> None:
    assert a_figure(kind, labels=LABELS) == a_figure(kind, labels=LABELS)


def test_labels_are_words_and_marks_and_stand_in_the_key() -> None:
    text = a_figure("svg", labels=LABELS).files[0].decode()
    assert text.count(">stands<") == text.count(">falls<") == 2
    assert text.count(">contested<") == 1  # the header of that card leaves room for the mark alone
    assert ">stands<" not in a_figure("svg").files[0].decode()


def spans(part: Part) -> list[tuple[float, float, float]]:
    """Return base line, left and right of every text of a part."""
    found = []
    for text in part.shapes:
        if isinstance(text, Text):
            width = measure(text.text, text.size) * (1.08 if text.strong else 1)
            end = text.anchor == "end" or text.rtl
            found.append((text.y, text.x - width if end else text.x, text.x if end else text.x + width))
    return found


LONG = "A rather long group, kind or title that is wider than everything else in this map of only a few words"
HARD = ArgMap(
    title=f"{LONG}, and {'Donaudampfschifffahrtsgesellschaftskapitän' * 4}",
    claims=(
        Claim(id="a", text="Yes.", kind=LONG, implicit=True),
        Claim(id="b", text="No.", group="g"),
        Claim(id="c", text="\u05dc\u05d0.", group="g", implicit=True, kind="k"),
        Claim(id="d", text="So.", kind="fact", group="h"),
    ),
    links=(step("b", "attacks", "a"), step("c", "attacks", "b"), step("d", "supports", "c")),
    groups=(Group(id="g", title=LONG), Group(id="h", title=f"\u05dc\u05d0 {LONG}")),
)


@pytest.mark.parametrize("labels", [None, {"a": "falls", "b": "contested", "c": "stands", "d": "stands"}])
@pytest.mark.parametrize("numbers", [True, False])
def test_no_text_leaves_the_figure_or_meets_another(labels: dict[str, str] | None, numbers: bool) -> None:  # noqa: FBT001 - pytest names it
    options = SceneOptions(labels=labels, numbers=numbers)
    drawn = scene(HARD, outline(HARD), layout(HARD, LayoutOptions(numbers=numbers)), options)
    for part in drawn.parts:
        rows = sorted(spans(part))
        room = next((shape for shape in part.shapes if isinstance(shape, Rect)), None) if part.kind != "key" else None
        left, right = (room.x, room.x + room.width) if room else (0.0, drawn.width)
        for _, start, end in rows:
            assert left <= start <= end <= right, part
        for (y, _, end), (next_y, start, _) in pairwise(rows):
            assert next_y - y >= 10 or end <= start, part
    key = " ".join(shape.text for shape in drawn.parts[-1].shapes if isinstance(shape, Text))
    assert LONG in key


@pytest.mark.parametrize(("numbers", "kind"), [(True, ""), (False, ""), (False, "fact")])
def test_what_a_card_holds_stands_in_its_middle(numbers: bool, kind: str) -> None:  # noqa: FBT001 - pytest names it
    argmap = ArgMap(title="t", claims=(Claim(id="a", text="A claim of one line.", kind=kind),))
    drawn = scene(argmap, outline(argmap), layout(argmap), SceneOptions(numbers=numbers))
    card = next(part for part in drawn.parts if part.kind == "claim").shapes
    box = next(shape for shape in card if isinstance(shape, Rect))
    texts = [shape for shape in card if isinstance(shape, Text)]
    assert len(texts) == 1 + bool(numbers or kind)
    above, below = texts[0].y - texts[0].size - box.y, box.y + box.height - texts[-1].y
    assert abs(above - below) < 9  # of which what hangs below the base line takes a part


def test_the_key_names_what_the_page_names() -> None:
    text = a_figure("svg", HARD, theme="classroom").files[0].decode()
    assert ">main claim<" in text
    assert ">answer to an objection<" in text
    assert ">answer to an objection<" not in a_figure("svg", HARD, theme="default").files[0].decode()


def test_the_key_sets_each_entry_in_its_own_direction() -> None:
    group = Group(id="g", title="\u0627\u0644\u062d\u0642\u0648\u0642")
    apart = tuple(replace(claim, group="" if claim.id in "bc" else "g") for claim in HARD.claims)
    named = replace(HARD, claims=apart, groups=(group,))
    *_, implied, title = re.findall(r"<text ([^>]*)>", a_figure("svg", named).files[0].decode())
    assert "rtl" in title
    assert "rtl" not in implied
    assert group.title in text_of(a_figure("pdf", named))


def test_a_group_is_drawn_whose_claims_attack_what_stands_outside_of_it() -> None:
    text = a_figure("svg", HARD, theme="classroom", selection=Selection(group="g")).files[0].decode()
    assert 'id="claim-c"' in text
    assert 'id="claim-a"' not in text
    assert ">main claim<" not in text


def test_the_key_lists_only_what_is_in_use() -> None:
    plain = ArgMap(title="t", claims=CLAIMS[:1])
    assert "supports" not in a_figure("svg", plain).files[0].decode()
    assert "linked premises" in a_figure("svg").files[0].decode()
    assert "linked premises" not in a_figure("svg", key=False).files[0].decode()


def test_parts_of_a_map_keep_the_numbers_of_the_whole() -> None:
    text = text_of(a_figure("pdf", selection=Selection(focus="forced"), key=False))
    assert "1.4.1 " in text
    assert "Compulsory voting raises" not in text


def test_scripts_of_the_world_are_drawn_and_can_be_copied() -> None:
    texts = {"ru": "Привет, мир.", "el": "Καλημέρα κόσμε.", "he": "שלום", "th": "ภาษาไทย", "hi": "नमस्ते", "zh": "日本語"}
    argmap = ArgMap(title="t", claims=tuple(Claim(id=name, text=text) for name, text in texts.items()))
    text = text_of(a_figure("pdf", argmap))
    for name in ("ru", "el", "he", "th", "zh"):
        assert texts[name] in text


def test_scripts_whose_glyphs_move_are_copied_as_they_were_typed() -> None:
    texts = (
        "मतदान अनिवार्य हो।", "ควรเป็นภาคบังคับ", "Bỏ phiếu là bắt buộc.", "नमस्ते שלום مرحبا end",
        "ভোট দেওয়া বাধ্যতামূলক।", "வாக்களிப்பது கட்டாயம்.", "ఓటు వేయడం తప్పనిసరి.", "សត្វរងទុក្ខ។", "বাংলা and தமிழ் end",
    )  # fmt: skip
    argmap = ArgMap(title="t", claims=tuple(Claim(id=f"c{n}", text=text) for n, text in enumerate(texts)))
    text = text_of(a_figure("pdf", argmap))
    for each in texts:
        assert each in text
    assert not a_figure("pdf", argmap).notes


def test_arabic_is_copied_letter_by_letter_and_seen_joined() -> None:
    text = "يجب أن يكون التصويت إلزاميًا."
    argmap = ArgMap(title=text, language="ar", claims=(Claim(id="a", text=text),))
    assert text_of(a_figure("pdf", argmap)) == f"{text} 1 {text}"
    assert sum(level < 100 for level in glyphs(text, "ar")) > 2 * sum(level < 100 for level in glyphs("\u2003", "ar"))
    assert a_figure("pdf", argmap) == a_figure("pdf", argmap)


def test_a_line_keeps_its_size_after_one_that_begins_in_another_font() -> None:
    claims = (Claim(id="a", text="אבגדהוז חטיכלמנ סעפצקרש תאבגדהו זחטיכלמ Australia", kind="k"),)
    page = document(a_figure("pdf", ArgMap(title="t", claims=claims), title=False))[0].get_textpage()
    at = page.get_text_range().index("Austr")
    assert pypdfium2.raw.FPDFText_GetFontSize(page.raw, at + 1) == pytest.approx(10.5)


def glyphs(text: str, language: str = "en") -> bytes:
    """Return the pixels of a map of one claim."""
    argmap = ArgMap(title="t", language=language, claims=(Claim(id="a", text=text),))
    return Image.open(io.BytesIO(a_figure("png", argmap, key=False).files[0])).convert("L").tobytes()


def test_han_characters_take_the_forms_of_their_language() -> None:
    text = "直。"
    forms = {language: glyphs(text, language) for language in ("zh", "zh-Hant", "ja", "zh-TW", "en", "zh-CN")}
    assert len({forms["zh"], forms["zh-Hant"], forms["ja"]}) == 3
    assert forms["zh-TW"] == forms["zh-Hant"]
    assert forms["zh"] == forms["zh-CN"] == forms["en"]
    assert glyphs("直。の", "en") == glyphs("直。の", "ja")
    assert glyphs("(a)。", "zh") != glyphs("(a)。", "zh-Hant")  # which stands alone in its font


def test_what_no_font_has_is_told_and_seen() -> None:
    argmap = ArgMap(title="t", claims=(Claim(id="a", text="Vote 🗳️ now ✔️, ᏣᏣ."),))
    made = a_figure("pdf", argmap)
    assert made.notes == ("no font here has Ꮳ; svg leaves fonts to the program that shows it",)
    blank = replace(argmap, claims=(Claim(id="a", text="Vote"),))
    assert not a_figure("pdf", blank).notes
    assert glyphs("Vote Ꮳ") != glyphs("Vote \u2003")


SIGNS = (
    "∀x (Fx → Gx) ⊢ ∃x ¬Fx ∧ q ⇒ r ⇔ s ≤ t ≠ u ∴ □p ◇q",
    "Done 🎉 👍 ✓ ✔",
    "મતદાન ફરજિયાત",
    "ხმის მიცემა",
    "ድምጽ መስጠት",
)


@pytest.mark.parametrize("text", SIGNS)
def test_signs_of_logic_emoji_and_rarer_scripts_are_drawn_and_can_be_copied(text: str) -> None:
    made = a_figure("pdf", ArgMap(title="t", claims=(Claim(id="a", text=text),)), key=False)
    assert not made.notes
    assert text.rsplit(maxsplit=1)[-1] in text_of(made)
    assert "\ufffd" not in text_of(made)


def test_a_sign_whose_font_is_not_installed_is_told_and_a_script_asks_for_its_font(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = fonts.path
    monkeypatch.setattr(fonts, "path", lambda font: "" if font.package == "manimgx_fonts" else found(font))
    assert "🎉" in a_figure("pdf", ArgMap(title="t", claims=(Claim(id="a", text="Hurrah 🎉"),))).notes[0]
    with pytest.raises(MissingExtraError, match=r"Gujarati text.*argmap\[figures\]"):
        a_figure("pdf", ArgMap(title="t", claims=(Claim(id="a", text=SIGNS[2]),)))


def test_a_text_that_two_sheets_share_is_on_both() -> None:
    claims = tuple(Claim(id=f"c{n}", text=f"The claim of number {n} is one of a wide map.") for n in range(12))
    wide = ArgMap(title="t", claims=claims, links=tuple(step(f"c{n}", "supports", f"c{n - 1}") for n in range(1, 12)))
    made = a_figure("pdf", wide, paper="A4", tiles=True, turn="portrait", layout=LayoutOptions(orientation="left"))
    pages = document(made)
    lefts = [[text.get_bounds()[0] for text in page.get_objects(filter=[1])] for page in pages]
    assert len(lefts) > 2
    assert min(lefts[0]) >= 28
    for row in lefts[1:]:
        assert min(row) < 28  # the text of a card that the sheet before it cuts goes on here


def test_an_embedded_font_makes_the_svg_independent_of_the_reader() -> None:
    text = a_figure("svg", embed_font=True).files[0].decode()
    assert re.search(r'@font-face\{font-family:"Noto Sans";src:url\(data:font/ttf;base64,[A-Za-z0-9+/=]+\)', text)
    assert len(text) < 60_000
    claims = (Claim(id="a", text="Vote \u05d0\u05d1 \u2014 → now, Ꮳ."),)
    made = a_figure("svg", ArgMap(title="t", claims=claims), embed_font=True)
    assert made.notes == ("the embedded fonts lack Ꮳ: the program that shows the svg sets those in its own",)
    spans = re.findall(r"unicode-range:([^}]*)", made.files[0].decode())
    assert spans == ["U+5D0,U+5D1", "U+2192"]


@pytest.mark.parametrize(
    ("width", "height", "paper"), [(300, 200, "A4"), (3000, 900, "A4"), (900, 3000, "Letter"), (9000, 9000, "A3")]
)
def test_a_figure_fits_its_paper_or_covers_it_with_overlapping_sheets(width: int, height: int, paper: str) -> None:
    found = plan(width, height, paper)
    rows, columns = found.grid
    assert len(found.tiles) == rows * columns
    assert found.smallest_text >= 6
    inner = ((found.width - 2 * found.edge) / found.scale, (found.height - 2 * found.edge) / found.scale)
    last = found.tiles[-1]
    assert last.x + inner[0] >= width - 1e-6
    assert last.y + inner[1] >= height - 1e-6


def test_a_slide_is_one_page_and_lies() -> None:
    claims = tuple(Claim(id=f"c{n}", text=f"This is claim number {n} of a high map.") for n in range(40))
    high = ArgMap(title="t", claims=claims, links=tuple(step(f"c{n}", "supports", "c0") for n in range(1, 40)))
    made = a_figure("pdf", high, paper="slide")
    assert document(made).get_page_size(0) == pytest.approx((960, 540))
    assert len(document(made)) == 1
    assert " points on a slide, hard to read: --depth, --focus or --group shows less, pptx makes" in made.notes[0]
    with pytest.raises(UsageError, match="a slide is one page: tiles need --page A4, A3 or Letter"):
        a_figure("pdf", high, paper="slide", tiles=True)
    with pytest.raises(UsageError, match="tiles need a paper; add --page A4, A3 or Letter"):
        a_figure("pdf", high, tiles=True)


def test_what_is_too_small_is_said_and_spread_over_sheets() -> None:
    claims = tuple(Claim(id=f"c{n}", text=f"This is claim number {n} of a wide map.") for n in range(40))
    wide = ArgMap(title="t", claims=claims, links=tuple(step(f"c{n}", "supports", "c0") for n in range(1, 40)))
    tiled = a_figure("pdf", wide, paper="A4")
    assert len(document(tiled)) > 1
    assert "--fit forces it" in tiled.notes[0]
    assert "row 1 of" in text_of(tiled)
    assert "Zeile 1 von" in text_of(a_figure("pdf", replace(wide, language="de"), paper="A4"))
    fitted = a_figure("pdf", wide, paper="A4", tiles=False)
    assert len(document(fitted)) == 1
    assert "hard to read in print" in fitted.notes[0]
    assert len(list(document(tiled).get_toc())) == 40


def test_sheets_on_which_nothing_stands_are_left_out_and_all_the_others_are_there() -> None:
    tree = tuple(Claim(id=f"c{n}", text=f"This is claim number {n} of a map that leans.") for n in range(60))
    links = tuple(step(f"c{n}", "supports", f"c{max(0, n - 1 - n % 3)}") for n in range(1, 60))
    made = a_figure("pdf", ArgMap(title="t", claims=tree, links=links), paper="A4", tiles=True, title=False)
    sheets, blank = map(int, re.findall(r"(\d+) (?:sheets|blank)", made.notes[0]))
    rows, columns = map(int, re.findall(r"(\d+) (?:down|across)", made.notes[0]))
    pages = document(made)
    assert len(pages) == sheets == rows * columns - blank
    assert blank > 0
    for page in pages:
        seen = page.render(scale=0.5).to_pil().convert("L")
        inner = seen.crop((16, 16, seen.width - 16, seen.height - 16))  # within the marks
        assert inner.getextrema()[0] < 250
    assert len(list(pages.get_toc(max_depth=99))) == 60
    whole = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    assert all(f"number {n} " in whole for n in range(60))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"theme": "neon"}, "no theme is called 'neon'; there are: default, classroom, cvd, mono"),
        ({"paper": "A9"}, "no paper is called 'A9'"),
        ({"dpi": 1e9}, "choose from 10 to 2400"),
        ({"tiles": True}, "SVG is one picture"),
        ({"paper": "A4", "tiles": True}, "SVG is one picture"),
        ({"turn": "landscape"}, "only a paper can be landscape; add --page"),
    ],
)
def test_what_cannot_be_drawn_is_said_with_what_can(options: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        a_figure("svg", **options)


def test_a_picture_too_large_for_memory_is_refused_with_the_largest_that_is_not() -> None:
    made = a_figure("pdf", paper="A3")
    with pytest.raises(UsageError, match=r"use --dpi \d+ or less"):
        pdf.raster(made.files[0], 2400)


def test_a_picture_too_large_for_memory_is_refused_before_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "write", lambda *_, **__: pytest.fail("drawn in vain"))
    with pytest.raises(UsageError, match=r"use --dpi \d+ or less, --page with --tiles, --depth"):
        a_figure("png", paper="A3", dpi=2400.0)


def test_a_missing_font_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "path", lambda _: "")
    with pytest.raises(MissingExtraError, match=r"pip install 'argmap\[figures\]'"):
        a_figure("pdf")


@pytest.mark.parametrize(
    ("kind", "module", "named"),
    [("pdf", "fpdf", "PDF needs fpdf2"), ("pdf", "uharfbuzz", "PDF needs uharfbuzz"), ("png", "pypdfium2", "PNG")],
)
def test_a_missing_library_says_which_and_what_to_install(
    monkeypatch: pytest.MonkeyPatch, kind: str, module: str, named: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"{named}.*; run: pip install 'argmap\[figures\]'"):
        a_figure(kind)


def test_groups_are_told_apart_in_print_without_colours() -> None:
    names = ("x", "y", "z", "v", "w")
    groups = tuple(Group(id=name, title=f"Group {name}") for name in names)
    claims = tuple(Claim(id=f"c{n}", text=f"Claim number {n}.", group=names[n % 5]) for n in range(15))
    links = tuple(step(f"c{n}", "supports", f"c{n - 1}") for n in range(1, 15))
    argmap = ArgMap(title="t", claims=claims, links=links, groups=groups)
    order = outline(argmap)
    parts = scene(argmap, order, layout(argmap), SceneOptions(theme="mono")).parts
    edges = {}
    for part in parts:
        if part.kind == "claim":
            narrow = [shape for shape in part.shapes if isinstance(shape, Rect) and shape.width < 6]
            edges[part.id] = tuple((edge.width, edge.fill, edge.stroke, len(narrow)) for edge in narrow)
    assert len({edges[f"c{n}"] for n in range(5)}) == 5
    colors = set(re.findall("#[0-9A-F]{6}", a_figure("svg", argmap, theme="mono").files[0].decode()))
    assert all(max(rgb) - min(rgb) < 12 for rgb in (bytes.fromhex(color[1:]) for color in colors))


def test_every_theme_and_shade_draws() -> None:
    made = {
        a_figure("svg", theme=theme, shade=shade).files
        for theme in ("default", "classroom", "cvd", "mono")
        for shade in ("light", "dark")
    }
    assert len(made) == 8


def test_numbers_can_be_left_out() -> None:
    order = outline(VOTE)
    lines = "\n".join(svg.write(scene(VOTE, order, layout(VOTE))))
    assert ">1.1<" in lines
    assert ">1.1<" not in a_figure("svg", numbers=False).files[0].decode()
