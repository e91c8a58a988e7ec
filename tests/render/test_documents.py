"""Documents: PowerPoint, Word and LaTeX, opened by their own libraries and compiled where a TeX is installed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pptx
import pypdfium2
import pytest

from argmap import ArgMap, Claim, Group, Link, Source, UsageError, outline
from argmap.layout import LayoutOptions, layout
from argmap.layout.text import fill
from argmap.model import link_id
from argmap.render import documents, slides, tex_outline, tex_signs, tikz, word
from argmap.render.figure import FigureOptions
from argmap.render.scene import scene
from argmap.render.theme import THEMES

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.render.theme import Shade

HOSTILE = "</a> 50% of $x_1$ \\input{/etc/passwd} ^^M ~ # & _ {} \\ \u202e \x0b \ud800 ?` `` '' -- --- | < > \""


def step(premises: str, kind: str, target: str, **more: object) -> Link:
    names = tuple(premises.split())
    return Link(id=link_id(names, kind, target), premises=names, kind=kind, target=target, **more)


MAP = ArgMap(
    title="Should voting be compulsory?",
    language="en",
    authors=("A. Teacher",),
    claims=(
        Claim(id="vote", text="Voting should be compulsory.", kind="policy"),
        Claim(id="turnout", text="High turnout makes governments legitimate.", group="g", quote=("turnout",), at=(3,)),
        Claim(id="raises", text="Compulsory voting raises turnout.", group="g", note="Australia, Belgium."),
        Claim(id="forced", text="Forcing people to vote violates their liberty.", implicit=True),
        Claim(id="jury", text="We already force people to do jury service."),
        Claim(id="juries", text="Juries are drawn by lot."),
        Claim(id="hebrew", text="שלום עולם"),
        Claim(id="sample", text=HOSTILE),
    ),
    links=(
        step("forced", "attacks", "vote", strength=0.4),
        step("jury", "attacks", "forced"),
        step("juries", "supports", "jury"),
        step("hebrew", "supports", "juries"),
        step("turnout raises", "supports", "vote"),
        step("sample", "undercuts", "turnout+raises supports vote"),
    ),
    groups=(Group(id="g", title="Legitimacy & more"),),
)


def test_powerpoint_holds_editable_shapes_glued_by_connectors() -> None:
    deck = pptx.Presentation(io.BytesIO(slides.write(MAP, layout(MAP))))
    shapes = {shape.name: shape for shape in deck.slides[0].shapes}
    for claim in MAP.claims[:-1]:
        assert shapes[f"claim {claim.id}"].text_frame.text.endswith(claim.text)
    assert "Legitimacy & more" in shapes["group g"].text_frame.text
    lines = [shape for shape in deck.slides[0].shapes if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.LINE]
    assert len(lines) == 4 + 3 + 1
    assert all(b"stCxn" in line.element.xml.encode() and b"endCxn" in line.element.xml.encode() for line in lines)
    assert sum("tailEnd" in line.element.xml for line in lines) == len(MAP.links)
    assert sum('prstDash val="dash"' in line.element.xml for line in lines) == 2
    inside = (shape for shape in deck.slides[0].shapes)
    assert all(shape.left >= 0 and shape.left + shape.width <= deck.slide_width for shape in inside)
    assert deck.core_properties.title == MAP.title


def slide(argmap: ArgMap, shade: Shade = "light") -> pptx.presentation.Presentation:
    return pptx.Presentation(io.BytesIO(slides.write(argmap, layout(argmap), "default", shade)))


def test_a_slide_is_dark_as_a_whole_or_not_at_all() -> None:
    deck = slide(MAP, "dark")
    theme = THEMES["default"]["dark"]
    assert f"#{deck.slides[0].background.fill.fore_color.rgb}" == theme.background
    assert f"#{deck.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].font.color.rgb}" == theme.ink


def test_the_picture_stands_in_the_middle_of_its_slide() -> None:
    deck = slide(ArgMap(title="t", claims=(Claim(id="a", text="Yes."),)))
    card = next(shape for shape in deck.slides[0].shapes if shape.name == "claim a")
    assert abs(card.left + card.width / 2 - deck.slide_width / 2) < 2
    assert card.text_frame.paragraphs[1].runs[0].font.size.pt > 18


def test_a_long_title_is_set_smaller_and_a_claim_takes_no_lines_of_its_own() -> None:
    argmap = ArgMap(title="A very long title " * 10, claims=(Claim(id="a", text="Over\nthree\n\nlines."),))
    shapes = slide(argmap).slides[0].shapes
    assert shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt < 20
    assert shapes[-1].text_frame.text == "1\nOver three lines."


def test_connectors_join_the_sides_that_face_each_other_behind_the_cards() -> None:
    claims = tuple(Claim(id=name, text=f"Claim {name}.") for name in "abc")
    argmap = ArgMap(
        title="t",
        claims=claims,
        thesis=("a",),
        links=(step("b", "supports", "a"), step("c", "attacks", "b"), step("a", "attacks", "c")),
    )
    picture = layout(argmap, LayoutOptions(orientation="left"))
    shapes = list(pptx.Presentation(io.BytesIO(slides.write(argmap, picture))).slides[0].shapes)
    places = {shape.name.removeprefix("claim "): shape for shape in shapes}
    for shape in shapes:
        if hasattr(shape, "begin_connect"):
            link = argmap.link(shape.name.partition(": ")[2])
            start, end = places[link.premises[0]], places[link.target]
            sides = ((start.left, end.left + end.width), (start.left + start.width, end.left))
            assert any(abs(shape.begin_x - out) < 2 and abs(shape.end_x - into) < 2 for out, into in sides)
    kinds = [hasattr(shape, "begin_connect") for shape in shapes if shape.name != "key"]
    assert kinds == [False, True, True, True, False, False, False]


def test_a_slide_is_read_aloud_in_the_order_of_the_outline_and_its_lines_in_words() -> None:
    deck = slide(MAP)
    cards = [shape.name for shape in deck.slides[0].shapes if shape.name.startswith("claim ")]
    assert cards == [f"claim {name}" for name in outline(MAP) if MAP.is_claim(name)]
    told = [each for each in re.findall(r'descr="([^"]*)"', deck.slides[0].element.xml) if each]
    assert "1.4 attacks 1" in told
    assert "1.1 and 1.2 support 1" in told
    assert 'lang="en-US"' in deck.slides[0].element.xml


def test_a_slide_says_what_its_lines_mean() -> None:
    key = next(shape for shape in slide(MAP).slides[0].shapes if shape.name == "key").text_frame.text
    assert [word in key for word in ("supports", "attacks", "undercuts", "linked premises")] == [True] * 4
    bare = ArgMap(title="t", claims=MAP.claims[:1])
    assert "key" not in [shape.name for shape in slide(bare).slides[0].shapes]


def test_nothing_on_a_slide_throws_a_shadow() -> None:
    assert set(re.findall(r'effectRef idx="(\d)"', slide(MAP).slides[0].element.xml)) == {"0"}


RTL = ArgMap(
    title="\u05d4\u05e6\u05d1\u05e2\u05d4?",
    language="he",
    claims=(Claim(id="a", text="\u05d7\u05d5\u05d1\u05d4.", note="A note."), Claim(id="b", text="Latin.")),
)


def test_right_to_left_runs_so_in_office_files() -> None:
    deck = slide(RTL)
    header, text = next(shape for shape in deck.slides[0].shapes if shape.name == "claim a").text_frame.paragraphs
    assert header._element.pPr.get("rtl") == text._element.pPr.get("rtl") == "1"  # noqa: SLF001 - no public way
    paragraphs = docx.Document(io.BytesIO(word.write(RTL))).paragraphs
    right = [bool(paragraph._p.xpath("./w:pPr/w:bidi")) for paragraph in paragraphs]  # noqa: SLF001 - no public way
    assert right == [True, True, True, False]
    assert [run.font.rtl for run in paragraphs[1].runs] == [None, True]


def test_word_checks_the_spelling_of_the_language_of_the_map() -> None:
    def languages(tag: str) -> str:
        document = docx.Document(io.BytesIO(word.write(replace(MAP, language=tag))))
        return re.findall("<w:lang[^>]*>", document.styles.element.xml)[0]

    assert languages("de") == '<w:lang w:val="de-DE" w:eastAsia="en-US" w:bidi="ar-SA"/>'
    assert languages("he") == '<w:lang w:val="he-IL" w:eastAsia="en-US" w:bidi="he-IL"/>'
    assert languages("zh-TW") == '<w:lang w:val="zh-TW" w:eastAsia="zh-TW" w:bidi="ar-SA"/>'


def test_headings_of_an_outline_are_not_chained_to_one_page() -> None:
    claims = tuple(Claim(id=f"c{n}", text=f"Claim\nnumber {n}.") for n in range(60))
    argmap = ArgMap(title="t", claims=claims, links=tuple(step(f"c{n}", "supports", "c0") for n in range(1, 60)))
    document = docx.Document(io.BytesIO(word.write(argmap)))
    kept = [paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs[1:]]
    assert kept == [True] + [False] * 59
    assert document.paragraphs[2].text == "1.1  because: Claim number 1."


def test_word_is_an_outline_with_headings() -> None:
    document = docx.Document(io.BytesIO(word.write(MAP)))
    lines = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert lines[0] == ("Title", MAP.title)
    assert ("Heading 1", "1  Voting should be compulsory.") in lines
    assert ("Heading 2", "1.1  because: High turnout makes governments legitimate.") in lines
    assert ("Normal", "together with 1.2") in lines
    assert ("Normal", "\u201cturnout\u201d (paragraph 3)") in lines
    assert any(text.startswith("1.3  but it does not follow from 1.1 + 1.2: ") for _, text in lines)
    assert ("Heading 2", "1.4  however: Forcing people to vote violates their liberty. (implied)") in lines
    assert ("Normal", "1.4.1.1  because: Juries are drawn by lot.") in lines


def test_office_files_are_the_same_bytes_every_time() -> None:
    picture = layout(MAP)
    assert slides.write(MAP, picture) == slides.write(MAP, picture)
    assert word.write(MAP) == word.write(MAP)


def tex() -> list[str]:
    order = outline(MAP)
    return ["\n".join(tikz.write(scene(MAP, order, layout(MAP)))), "\n".join(tex_outline.write(MAP))]


def test_latex_spells_out_everything_that_means_something_to_tex() -> None:
    for text in tex():
        body = text.partition(r"\begin{document}")[2]
        assert r"\input" not in body
        assert "\x0b" not in body
        assert r"\textbackslash{}input\{/etc/passwd\}" in body.replace("\n", " ")


@pytest.mark.parametrize("engine", ["pdflatex", "lualatex"])
@pytest.mark.parametrize("which", [0, 1])
def test_latex_compiles_without_an_error(engine: str, which: int, tmp_path: Path) -> None:
    if not shutil.which(engine):
        pytest.skip(f"{engine} is not installed on this machine; the text itself is tested above")
    (tmp_path / "a.tex").write_text(tex()[which], encoding="utf-8")
    done = subprocess.run(
        [engine, "-interaction=nonstopmode", "-halt-on-error", "a.tex"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-800:]
    text = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_range()
    assert "Voting should be compulsory." in " ".join(text.split())


SCRIPTS = ArgMap(
    title="\u0647\u0644 \u064a\u062c\u0628\u061f",
    claims=(
        Claim(id="he", text="\u05d2\u05d9\u05dc (18.5) OK 7!"),
        Claim(id="mix", text="A word, \u05d0\u05d1 (\u05d2), and 投票应当是强制性的。"),
        Claim(id="hi", text="मतदान अनिवार्य हो।"),
    ),
)


def test_latex_turns_what_runs_from_right_to_left_and_breaks_what_has_no_spaces() -> None:
    text = "\n".join(tex_outline.write(SCRIPTS))
    assert r"\argmapRL{גיל )\argmapLR{18.5}( \argmapLR{OK 7}!}" in text
    assert r"A word, \argmapRL{אב )ג}), and 投\allowbreak{}票" in text
    assert "argmapRL" not in tex()[1].partition(r"\begin{document}")[2].replace(r"\argmapRL{שלום עולם}", "")


@pytest.mark.parametrize("engine", ["pdflatex", "lualatex"])
@pytest.mark.parametrize("kind", ["tex", "tex-outline"])
def test_latex_of_other_scripts_compiles_and_says_which_engine_has_them(
    kind: documents.DocumentFormat, engine: str, tmp_path: Path
) -> None:
    made = documents.made(SCRIPTS, kind)
    assert "lualatex takes them from" in made.notes[0]
    assert not documents.made(ArgMap(title="Grüße", claims=MAP.claims[:1]), kind).notes
    if not shutil.which(engine):
        pytest.skip(f"{engine} is not installed on this machine; the text itself is tested above")
    (tmp_path / "a.tex").write_bytes(made.files[0])
    done = subprocess.run(
        [engine, "-interaction=nonstopmode", "-halt-on-error", "a.tex"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-800:]


WIDE = ArgMap(
    title="A wide map",
    claims=tuple(Claim(id=f"c{n}", text=f"This is claim number {n} of a wide map.") for n in range(60)),
    links=(
        *(step(f"c{n}", "supports", "c0") for n in range(1, 40)),
        *(step(f"c{n}", "attacks", "c3") for n in range(40, 60)),
    ),
)


def test_a_slide_that_cannot_be_read_from_a_chair_is_followed_by_slides_that_can() -> None:
    made = documents.made(WIDE, "pptx")
    deck = pptx.Presentation(io.BytesIO(made.files[0]))
    assert f"{len(deck.slides)} slides: the whole map at" in made.notes[0]
    assert [page.shapes.title.text_frame.text for page in deck.slides][:2] == [
        "A wide map", "1 This is claim number 0 of a wide map. (1/8)",
    ]  # fmt: skip
    badge = next(shape for page in deck.slides for shape in page.shapes if shape.name == "more c3")
    there = badge.click_action.target_slide
    assert badge.text_frame.text == f"+20: slide {deck.slides.index(there) + 1}"
    assert there.shapes.title.text_frame.text.startswith("1.3 This is claim number 3 of a wide map. (1/")
    sizes = [run.font.size.pt for page in list(deck.slides)[1:] for run in runs(page)]
    assert min(sizes) >= 9


def runs(page: pptx.slide.Slide) -> list[pptx.text.text._Run]:
    frames = [shape.text_frame for shape in page.shapes if shape.has_text_frame]
    return [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]


def test_one_slide_can_be_forced_and_says_that_it_is_hard_to_read() -> None:
    made = documents.made(WIDE, "pptx", FigureOptions(tiles=False))
    assert len(pptx.Presentation(io.BytesIO(made.files[0])).slides) == 1
    assert "hard to read" in made.notes[0]
    small = replace(WIDE, claims=WIDE.claims[:2], links=WIDE.links[:1])
    assert documents.made(small, "pptx").notes == ()


RICH = ArgMap(
    title="t",
    authors=("Ada", "Bo"),
    date="2026",
    description="One paragraph\nover two lines.\n\nAnother.",
    claims=(
        Claim(id="a", text="First\nline and\tmore, 3\u00a0m → 4 € ∀ ½."),
        Claim(id="b", text="Premise.", quote=("words",), at=("p. 12",), source="two", by="Cy", url="https://a.b/c?d=e"),
        Claim(id="c", text="Other premise.", note="A note."),
    ),
    links=(step("b c", "supports", "a", note="On the step."), step("c", "attacks", "b")),
    sources=(
        Source(id="one", title="Book One", author="X", year="1999"),
        Source(id="two", title="Book Two", url="https://a.b/"),
    ),
)
TOLD = (
    "together with 1.2",
    "also attacks 1.1",
    "(p. 12, Book Two)",
    "(Cy)",
    "A note.",
    "On this step: On the step.",
    "https://a.b/c?d=e",
    "X, Book One, 1999",
    "Ada, Bo · 2026",
    "Sources",
)


@pytest.mark.parametrize("words", TOLD)
def test_outlines_on_paper_say_what_is_known_of_a_claim_and_whence(words: str) -> None:
    latex = "\n".join(tex_outline.write(RICH)).replace(r"\allowbreak{}", "")
    file = docx.Document(io.BytesIO(word.write(RICH)))
    assert words.replace("·", r"\textperiodcentered{}") in latex
    assert any(words in paragraph.text for paragraph in file.paragraphs)


def test_addresses_in_word_can_be_followed() -> None:
    file = docx.Document(io.BytesIO(word.write(RICH)))
    assert [link.address for row in file.paragraphs for link in row.hyperlinks] == ["https://a.b/c?d=e", "https://a.b/"]


def test_latex_keeps_words_apart_and_sets_signs_without_a_question_mark(tmp_path: Path) -> None:
    made = documents.made(RICH, "tex-outline")
    text = made.files[0].decode()
    assert "First line and more, 3~m" in text
    assert "One paragraph over two lines.\n\nAnother." in text
    assert not made.notes
    assert "{?}" not in text
    if not shutil.which("pdflatex"):
        pytest.skip("pdflatex is not installed on this machine; the text itself is tested above")
    (tmp_path / "a.tex").write_text(text, encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    said = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_range()
    assert "?" not in said.replace("c?d", "")


def test_word_has_the_paper_of_its_language_unless_another_is_asked_for() -> None:
    def size(tag: str, **options: object) -> tuple[int, int]:
        made = documents.document(replace(RICH, language=tag), "docx", FigureOptions(**options))
        section = docx.Document(io.BytesIO(made)).sections[0]
        return round(section.page_width.pt), round(section.page_height.pt)

    assert size("en") == size("es-MX") == (612, 792)
    assert size("de") == size("en-GB") == size("en", paper="A4") == (595, 842)
    with pytest.raises(UsageError, match="Word has no page 'slide'; there are: A3, A4, Letter"):
        size("de", paper="slide")


def test_the_pages_of_a_word_file_are_numbered() -> None:
    file = docx.Document(io.BytesIO(word.write(RICH)))
    assert 'w:instr="PAGE"' in file.sections[0].footer._element.xml  # noqa: SLF001 - no public way to fields


def test_slides_that_are_referred_to_by_number_show_it() -> None:
    claims = tuple(Claim(id=f"c{n}", text=f"This is the claim of number {n} in a map of many.") for n in range(40))
    links = tuple(step(f"c{n}", "supports", f"c{(n - 1) // 3}") for n in range(1, 40))
    many = ArgMap(title="t", claims=claims, links=links)
    shown = pptx.Presentation(io.BytesIO(documents.document(many, "pptx"))).slides
    numbers = [shape.text_frame._txBody.xml for page in shown for shape in page.shapes if shape.name == "slide number"]  # noqa: SLF001 - no public way to fields
    assert len(numbers) == len(shown) > 3
    assert all('type="slidenum"' in xml and f"<a:t>{n}</a:t>" in xml for n, xml in enumerate(numbers, 1))
    one = pptx.Presentation(io.BytesIO(documents.document(RICH, "pptx"))).slides[0]
    assert "slide number" not in {shape.name for shape in one.shapes}


def test_no_title_runs_off_its_slide() -> None:
    long = "This claim goes on and on about a matter that nobody could cut down to size, " * 12
    claims = (Claim(id="c0", text=long), *(Claim(id=f"c{n}", text=f"Reason number {n} of many.") for n in range(1, 30)))
    links = tuple(step(f"c{n}", "supports", "c0") for n in range(1, 30))
    for title in ("t", long):
        shown = pptx.Presentation(
            io.BytesIO(documents.document(ArgMap(title=title, claims=claims, links=links), "pptx"))
        )
        assert len(shown.slides) > 2
        for page in shown.slides:
            (run,) = page.shapes.title.text_frame.paragraphs[0].runs
            lines = fill(run.text, run.font.size.pt, page.shapes.title.width.pt / 1.15)
            assert len(lines) * run.font.size.pt * 1.2 <= page.shapes.title.height.pt
        assert re.search(r"\(2/\d+\)$", shown.slides[2].shapes.title.text_frame.text)


@pytest.mark.parametrize("kind", ["pptx", "docx"])
def test_a_title_and_authors_longer_than_office_has_room_for_are_no_error(kind: documents.DocumentFormat) -> None:
    long = replace(RICH, title="A long title. " * 40, authors=("Somebody",) * 50)
    file = io.BytesIO(documents.document(long, kind))
    about = (pptx.Presentation if kind == "pptx" else docx.Document)(file).core_properties
    assert (len(about.title), len(about.author)) == (255, 255)


def test_pdflatex_sets_every_latin_letter_and_every_sign(tmp_path: Path) -> None:
    letters = "".join(char for char in map(chr, range(0xA1, 0x180)) if char.isprintable()) + "".join(tex_signs.SIGNS)
    text = "\n".join(tex_outline.write(ArgMap(title="t", claims=(Claim(id="a", text=" ".join(letters)),))))
    assert "{?}" not in text
    if not shutil.which("pdflatex"):
        pytest.skip("pdflatex is not installed on this machine; the text itself is tested above")
    (tmp_path / "a.tex").write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-800:]
