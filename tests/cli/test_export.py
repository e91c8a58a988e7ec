"""argmap export: figures and documents with their options, whole or not at all, and what they leave out is told."""

from __future__ import annotations

import io
import re
import webbrowser
from xml.etree import ElementTree as ET

import pytest

from argmap.cli import main
from tests.support.exchange import NASTY

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def ports(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ports.yaml").write_text(NASTY, "utf-8")
    return tmp_path


def texts(path) -> list[str]:
    return [element.text for element in ET.fromstring(path.read_text("utf-8")).iter(f"{SVG}text")]  # noqa: S314 - our own file


@pytest.mark.parametrize(
    ("name", "start"),
    [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG"), ("tex", b"\\documentclass"), ("pptx", b"PK"),
     ("docx", b"PK"), ("html", b"<!DOCTYPE html>"), ("dot", b"digraph"), ("graphml", b"<?xml"), ("gexf", b"<?xml"),
     ("csv", b"\xef\xbb\xbfrow"), ("tsv", b"row"), ("latex", b"\\documentclass"), ("mmd", b"---"), ("d2", b"")],
)  # fmt: skip
def test_the_suffix_decides(ports, name, start, capsysbinary) -> None:
    assert main(["export", "ports.yaml", "-o", f"out.{name}"]) == 0
    written = (ports / f"out.{name}").read_bytes()
    assert written.startswith(start)
    assert not [path for path in ports.iterdir() if path.name.startswith(".")]
    capsysbinary.readouterr()
    if name not in {"mmd", "latex"}:
        assert main(["export", "ports.yaml", "--to", name]) == 0
        assert capsysbinary.readouterr().out == written


def test_what_a_figure_leaves_out_is_told_in_one_line(ports, capsys) -> None:
    assert main(["export", "ports.yaml", "-o", "out.svg"]) == 0
    assert capsys.readouterr().err == (
        "note: svg leaves out: license, authors, group notes, tags, status, credence, quote, by, note, scheme, cue, "
        "link note\n"
    )
    assert main(["export", "ports.yaml", "-o", "strict.svg", "--strict"]) == 1
    assert not (ports / "strict.svg").exists()
    assert "AM609" in capsys.readouterr().err


def test_a_part_keeps_the_numbers_of_the_whole(ports) -> None:
    assert main(["export", "ports.yaml", "-o", "out.svg", "--focus", "deaf", "--no-title", "--no-key"]) == 0
    headers = [text for text in texts(ports / "out.svg") if text[:1].isdigit()]
    assert headers == ["1 \u00b7 policy", "1.3", "1.4"]
    for kind in ("tex", "latex"):
        assert main(["export", "ports.yaml", "-o", f"out.{kind}", "--group", "trade"]) == 0
        assert "1.2" in (ports / f"out.{kind}").read_text("utf-8")
        assert "noise" not in (ports / f"out.{kind}").read_text("utf-8")


def test_word_and_powerpoint_keep_the_numbers_too(ports) -> None:
    from docx import Document
    from pptx import Presentation

    assert main(["export", "ports.yaml", "-o", "out.docx", "--focus", "deaf"]) == 0
    words = "\n".join(row.text for row in Document(ports / "out.docx").paragraphs)
    assert "1.4  but it does not follow from 1.3" in words
    assert "1.1  " not in words
    assert main(["export", "ports.yaml", "-o", "out.pptx", "--depth", "1", "--theme", "cvd", "--dark"]) == 0
    slide = Presentation(ports / "out.pptx").slides[0]
    assert [shape.name for shape in slide.shapes if shape.name.startswith("claim")] == ["claim open"]


def test_what_stands_and_what_falls_is_marked_on_request(ports) -> None:
    assert main(["export", "ports.yaml", "-o", "plain.svg", "--no-key"]) == 0
    assert main(["export", "ports.yaml", "-o", "marked.svg", "--no-key", "--labels"]) == 0
    assert not {"stands", "falls"} & set(texts(ports / "plain.svg"))
    assert {"stands", "falls"} <= set(texts(ports / "marked.svg"))


def test_numbers_title_and_key_can_be_left_out(ports) -> None:
    options = ["--no-numbers", "--no-title", "--no-key"]
    assert main(["export", "ports.yaml", "-o", "bare.svg", *options]) == 0
    assert not any(text[:1] == "1" or text.startswith(("Ports", "supports")) for text in texts(ports / "bare.svg"))


def test_themes_and_the_dark(ports) -> None:
    from argmap.render.theme import THEMES

    for name in THEMES:
        assert main(["export", "ports.yaml", "-o", f"{name}.svg", "--theme", name, "--dark"]) == 0
        written = (ports / f"{name}.svg").read_text("utf-8")
        assert THEMES[name]["dark"].attacks in written
        assert THEMES[name]["dark"].background in written


@pytest.mark.parametrize(
    ("page", "turn", "size"),
    [("A4", "portrait", (595, 842)), ("a4", "landscape", (842, 595)), ("Letter", "portrait", (612, 792)),
     ("A3", "landscape", (1191, 842)), ("slide", "landscape", (960, 540))],
)  # fmt: skip
def test_pages_have_the_size_of_their_paper(ports, page, turn, size) -> None:
    import pypdfium2

    assert main(["export", "ports.yaml", "-o", "out.pdf", "--page", page, f"--{turn}"]) == 0
    document = pypdfium2.PdfDocument(ports / "out.pdf")
    assert tuple(round(side) for side in document[0].get_size()) == size
    document.close()


def big(folder, count: int) -> None:
    rows = "".join(
        f"  c{index}: {{text: A claim of some length that fills a card., supports: c}}\n" for index in range(count)
    )
    (folder / "big.yaml").write_text(f"title: Big\nclaims:\n  c: The thesis.\n{rows}", "utf-8")


def test_sheets_become_numbered_files(ports, capsys) -> None:
    from PIL import Image

    big(ports, 60)
    assert main(["export", "big.yaml", "-o", "out.png", "--page", "A4", "--dpi", "50"]) == 0
    names = sorted(path.name for path in ports.glob("out*.png"))
    assert names[0] in {"out-1.png", "out-01.png"}
    assert f"note: {len(names)} sheets of A4" in capsys.readouterr().err
    with Image.open(ports / names[0]) as image:
        assert {round(side) for side in image.info["dpi"]} == {50}
        assert sorted(image.size) == [414, 585]
    assert main(["export", "big.yaml", "-o", "fit.png", "--page", "A4", "--fit", "--dpi", "50"]) == 0
    assert "hard to read" in capsys.readouterr().err
    assert (ports / "fit.png").exists()
    assert main(["export", "big.yaml", "--to", "png", "--page", "A4"]) == 2
    assert "name a file with -o" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-o", "x.svg", "--page", "B9"], "no paper is called 'B9'"),
        (["-o", "x.svg", "--theme", "pink"], "no theme is called 'pink'"),
        (["-o", "x.svg", "--tiles", "--page", "A4"], "SVG is one picture"),
        (["-o", "x.png", "--tiles"], "tiles need a paper"),
        (["-o", "x.png", "--dpi", "9"], "9 dots an inch cannot be drawn"),
        (["-o", "x.svg", "--dpi", "90"], "svg does not take --dpi; it is for png"),
        (["-o", "x.pdf", "--embed-font"], "pdf does not take --embed-font"),
        (["-o", "x.docx", "--no-key"], "docx does not take --no-key"),
        (["-o", "x.dot", "--portrait"], "dot does not take --portrait and --landscape"),
        (["-o", "x.argdown", "--focus", "open"], "argdown does not take --focus"),
        (["-o", "x.svg", "--focus", "opne"], "no claim is called 'opne'"),
        (["-o", "x.svg", "--depth", "0"], "the depth is at least 1"),
        (["-o", "x.odt"], "'.odt' is the suffix of no format that is written"),
        (["--to", "svg", "--open"], "--open needs a file to open"),
        (["-o", "ports.yaml"], "the export would replace the map"),
        ([], "say the format with --to"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(ports, words, message, capsys) -> None:
    assert main(["export", "ports.yaml", *words]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert "Traceback" not in error
    assert [path.name for path in ports.iterdir()] == ["ports.yaml"]


def test_a_map_with_errors_leaves_the_old_file(ports) -> None:
    (ports / "out.svg").write_text("old", "utf-8")
    (ports / "ports.yaml").write_text(NASTY.replace("supports: open", "supports: shut"), "utf-8")
    assert main(["export", "ports.yaml", "-o", "out.svg"]) == 1
    assert (ports / "out.svg").read_text("utf-8") == "old"


def test_the_file_is_shown_on_request(ports, monkeypatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", shown.append)
    assert main(["export", "ports.yaml", "-o", "out.svg", "--open"]) == 0
    assert shown == [(ports / "out.svg").resolve().as_uri()]


def test_the_font_is_embedded_on_request(ports) -> None:
    assert main(["export", "ports.yaml", "-o", "out.svg", "--embed-font"]) == 0
    assert "@font-face" in (ports / "out.svg").read_text("utf-8")


def test_the_same_map_gives_the_same_bytes(ports) -> None:
    for name in ("svg", "pdf", "png", "pptx", "docx", "tex", "html", "dot", "graphml", "gexf", "csv"):
        for number in (1, 2):
            assert main(["export", "ports.yaml", "-o", f"{number}.{name}"]) == 0
        assert (ports / f"1.{name}").read_bytes() == (ports / f"2.{name}").read_bytes()


def test_standard_input_is_read(monkeypatch, capsysbinary) -> None:
    class Stream:
        buffer = io.BytesIO(NASTY.encode())

    monkeypatch.setattr("sys.stdin", Stream())
    assert main(["export", "-", "--from", "yaml", "--to", "svg"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"<?xml")


def test_a_figure_can_look_as_a_page_does_that_was_built_with_the_same_options(ports) -> None:
    shapes = set()
    for way in ("up", "left"):
        assert main(["export", "ports.yaml", "-o", f"{way}.svg", "--orientation", way, "--order", "file"]) == 0
        found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', (ports / f"{way}.svg").read_text("utf-8"))
        width, height = found.groups()
        shapes.add((width, height))
    assert len(shapes) == 2
