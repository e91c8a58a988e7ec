"""argmap formats, convert, import, export: files in, files out, losses told, nothing half written."""

from __future__ import annotations

import io
import json
import sys

import pytest

from argmap.cli import main
from argmap.formats import FORMATS

MAP = """\
title: Rain
claims:
  wet: {text: The street is wet., tags: [seen]}
  rain: {text: It rains., supports: wet}
  hose: The hose was on.
links:
  - from: hose
    undercuts: rain supports wet
"""


@pytest.fixture
def rain(tmp_path):
    path = tmp_path / "rain.yaml"
    path.write_text(MAP, "utf-8")
    return path


def test_the_table_lists_every_format(capsys) -> None:
    assert main(["formats"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1 : len(FORMATS) + 1]] == list(FORMATS)
    assert lines[1].split()[1:] == [".yaml", ".yml", "yes", "yes", "nothing"]


def test_one_format(capsys) -> None:
    assert main(["formats", "kialo"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("kialo: the text that Kialo exports\n  suffixes: .txt .kialo\n  reads: yes; writes: yes\n")
    assert "says by other means: undercuts" in out
    assert main(["formats", "kialoo"]) == 2
    assert "'kialo'" in capsys.readouterr().err


def test_the_table_for_programs(capsys) -> None:
    assert main(["formats", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == list(FORMATS)
    assert next(row for row in rows if row["name"] == "argdown")["loses"] == ["spacing"]


def test_export_writes_the_format_of_the_suffix(rain, tmp_path, capsys) -> None:
    for name, row in FORMATS.items():
        if row.writes and not row.binary and row.module not in ("svg", "pdf", "png"):
            out = tmp_path / f"out{row.suffixes[0]}"
            assert main(["export", str(rain), "-o", str(out), "--to", name]) == 0, name
            assert out.stat().st_size > 0
    capsys.readouterr()
    assert main(["export", str(rain), "-o", str(tmp_path / "x.argdown")]) == 0
    assert capsys.readouterr() == ("", "")
    assert (tmp_path / "x.argdown").read_text("utf-8").startswith('===\ntitle: "Rain"\n')


def test_losses_are_told_and_strict_writes_nothing(rain, tmp_path, capsys) -> None:
    out = tmp_path / "rain.txt"
    assert main(["export", str(rain), "--to", "kialo", "-o", str(out), "--strict"]) == 1
    assert not out.exists()
    assert "error[AM602]: kialo cannot carry undercuts (hose undercuts rain supports wet); kept by yaml, " in (
        capsys.readouterr().err
    )
    assert main(["export", str(rain), "--to", "kialo", "-o", str(out)]) == 0
    err = capsys.readouterr().err
    assert "warning[AM602]" in err
    assert "warning[AM617]: kialo cannot carry the tags (wet); kept by yaml, json, argdown, aif ..." in err
    assert "1.1.1. Con: The hose was on." in out.read_text("utf-8")


def test_standard_output_gets_the_file_and_nothing_else(rain, capsys) -> None:
    assert main(["export", str(rain), "--to", "mermaid"]) == 0
    assert capsys.readouterr().out.startswith("---\ntitle: ")
    assert main(["export", str(rain)]) == 2
    assert "--to" in capsys.readouterr().err


def test_a_map_with_errors_is_not_exported(rain, tmp_path, capsys) -> None:
    rain.write_text(MAP.replace("supports: wet", "supports: dry"), "utf-8")
    out = tmp_path / "rain.argdown"
    out.write_text("old", "utf-8")
    assert main(["export", str(rain), "-o", str(out)]) == 1
    assert out.read_text("utf-8") == "old"
    assert "rain.yaml:4:" in capsys.readouterr().err


def test_convert_there_and_back(rain, tmp_path, capsys) -> None:
    paths = [tmp_path / name for name in ("a.argdown", "b.json", "c.yaml")]
    for source, target in zip([rain, *paths], paths, strict=False):
        assert main(["convert", str(source), str(target)]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["convert", str(rain), str(tmp_path / "d.yaml")]) == 0
    assert (tmp_path / "c.yaml").read_text("utf-8") == (tmp_path / "d.yaml").read_text("utf-8")


def test_import_writes_a_map_file_that_check_accepts(tmp_path, capsys) -> None:
    source = tmp_path / "debate.txt"
    source.write_text("Discussion Title: Bells?\n\n1. Bells are good.\n1.1. Con: They are loud.\n", "utf-8")
    target = tmp_path / "debate.yaml"
    assert main(["import", str(source), "-o", str(target)]) == 0
    assert capsys.readouterr().out == f"{target}: 2 claims, 1 link\n"
    assert target.read_text("utf-8") == (
        "title: Bells?\n\nclaims:\n  bells-good: Bells are good.\n"
        "  loud:\n    text: They are loud.\n    attacks: bells-good\n"
    )
    assert main(["check", str(target)]) == 0
    capsys.readouterr()
    assert main(["import", str(source), "-o", str(target)]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["import", str(source), "-o", str(target), "--force"]) == 0


def test_import_from_standard_input(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"- Bells are good.\n  - - Loud.\n")))
    assert main(["import", "-", "--from", "outline"]) == 0
    assert "attacks: bells-good" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["convert"], ["import", "--force", "-o"]], ids=" ".join)
def test_no_file_replaces_the_one_it_is_made_from(words, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "x.argdown"
    source.write_text("[A]: a // a remark\n", "utf-8")
    assert main([words[0], "x.argdown", *words[1:], str(source)]) == 2
    assert "would replace the map x.argdown; name another file" in capsys.readouterr().err
    assert source.read_text("utf-8") == "[A]: a // a remark\n"


@pytest.mark.parametrize(
    ("name", "data"), [("x.png", b"\x89PNG\r\n\x1a\n\0"), ("x.docx", b"PK\x03\x04\x14\0"), ("x.mmd", b"flowchart TD\n")]
)
def test_a_file_of_a_format_that_is_only_written_is_named_as_such(name, data, tmp_path, capsys) -> None:
    (tmp_path / name).write_bytes(data)
    assert main(["import", str(tmp_path / name)]) == 1
    assert "is only written, never read" in capsys.readouterr().err


def test_guesses_are_told_and_strict_refuses_them(tmp_path, capsys) -> None:
    source = tmp_path / "x.argdown"
    source.write_text("[A]: a\n  >< [B]: b\n", "utf-8")
    assert main(["import", str(source)]) == 0
    found = capsys.readouterr()
    assert "x.argdown:2:3: warning[AM503]: 'A' and 'B' exclude each other" in found.err
    assert main(["import", str(source), "--strict"]) == 1
    assert capsys.readouterr().out == ""


def test_many_problems_of_one_kind_are_told_in_short(tmp_path, capsys) -> None:
    source = tmp_path / "x.argdown"
    source.write_text("".join(f"[A{n}]: a\n  >< [B{n}]: b\n\n" for n in range(12)), "utf-8")
    assert main(["import", str(source)]) == 0
    err = capsys.readouterr().err
    assert err.count("warning[AM503]") == 5
    assert "and 7 more of AM503; `argmap explain AM503` says more" in err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["convert", "missing.argdown", "x.json"], 3, "there is no file missing.argdown"),
        (["convert", "{map}", "x.none"], 2, "'.none' is the suffix of no format that is written"),
        (["convert", "{map}", "x.json", "--to", "argdwon"], 2, "'argdown'"),
        (["convert", "{map}", "-"], 2, "--to"),
        (["import", "{map}", "--from", "mermaid"], 2, "written only"),
        (["export", "{folder}", "--to", "aif"], 3, "is a folder"),
        (["export", "{map}", "-o", "{folder}/no/x.argdown"], 3, "make the folder first"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(words, code, message, rain, capsys) -> None:
    given = [word.replace("{map}", str(rain)).replace("{folder}", str(rain.parent)) for word in words]
    assert main(given) == code
    err = capsys.readouterr().err
    assert message in err
    assert "Traceback" not in err
