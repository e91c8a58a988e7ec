"""Documents: PowerPoint, Word and LaTeX, opened by their own libraries and compiled where a TeX is installed."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import docx
import pptx
import pypdfium2
import pytest

from argmap import ArgMap, Claim, Group, Link, outline
from argmap.layout import layout
from argmap.model import link_id
from argmap.render import documents, slides, tikz, word
from argmap.render.scene import scene

if TYPE_CHECKING:
    from pathlib import Path

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
    return ["\n".join(tikz.write(scene(MAP, order, layout(MAP)))), "\n".join(tikz.write_outline(MAP))]


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


def test_a_slide_that_cannot_be_read_from_a_chair_says_so() -> None:
    claims = tuple(Claim(id=f"c{n}", text=f"This is claim number {n} of a wide map.") for n in range(60))
    wide = ArgMap(title="t", claims=claims, links=tuple(step(f"c{n}", "supports", "c0") for n in range(1, 60)))
    assert "hard to read" in documents.made(wide, "pptx").notes[0]
    assert documents.made(ArgMap(title="t", claims=claims[:2]), "pptx").notes == ()
