"""argmap check, explain, schema, new, fmt: what they print, and the numbers they end with."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys

import pytest

from argmap.api import check_text
from argmap.cli import main
from argmap.codes import every

GOOD = "title: T\nclaims:\n  a: It rained.\n"
BAD = "title: T\nclaims:\n  a: {text: It rained., supports: b}\n"
DOUBTFUL = "title: T\nclaims:\n  a: Did it rain?\n"


@pytest.fixture
def maps(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (("good", GOOD), ("bad", BAD), ("doubtful", DOUBTFUL)):
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


def stdin(monkeypatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


@pytest.mark.usefixtures("maps")
def test_a_good_map(capsys):
    assert main(["check", "good.yaml"]) == 0
    assert capsys.readouterr().out == "good.yaml: no problems\n"


@pytest.mark.usefixtures("maps")
def test_a_bad_map(capsys):
    assert main(["check", "bad.yaml"]) == 1
    assert (
        capsys.readouterr().out
        == """\
bad.yaml:3:35: error[AM110]: no claim is called 'b'
      a: {text: It rained., supports: b}
                                      ^
    help: add `b: ...` under `claims`
bad.yaml: 1 error
"""
    )


@pytest.mark.usefixtures("maps")
def test_several_maps_and_strictness(capsys):
    assert main(["check", "good.yaml", "doubtful.yaml"]) == 0
    assert capsys.readouterr().out.endswith("2 files: 1 warning\n")
    assert main(["check", "good.yaml", "doubtful.yaml", "--strict"]) == 1
    assert "error[AM216]" in capsys.readouterr().out


@pytest.mark.usefixtures("maps")
def test_a_missing_file_does_not_stop_the_others(capsys):
    assert main(["check", "lost.yaml", "bad.yaml"]) == 3
    found = capsys.readouterr()
    assert "AM110" in found.out
    assert found.err == "argmap check: there is no file lost.yaml; look at the name and the folder\n"


@pytest.mark.usefixtures("maps")
def test_json_and_github(capsys):
    assert main(["check", "bad.yaml", "--format", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)["problems"]
    assert [(row["code"], row["path"], row["line"], row["column"]) for row in rows] == [("AM110", "bad.yaml", 3, 35)]
    assert main(["check", "good.yaml", "--format=json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"problems": []}
    assert main(["check", "bad.yaml", "--format", "github"]) == 1
    assert capsys.readouterr().out == (
        "::error file=bad.yaml,line=3,col=35,endColumn=36,title=AM110::"
        "no claim is called 'b'%0Aadd `b: ...` under `claims`\n"
    )


def test_standard_input(monkeypatch, capsys):
    stdin(monkeypatch, b"title: caf\xe9\n")
    assert main(["check", "-"]) == 1
    assert "<stdin>:1:11: error[AM001]" in capsys.readouterr().out


def test_source_texts_are_given_by_name_or_alone(maps, capsys):
    (maps / "a.txt").write_text("It rained all night.\n")
    (maps / "one.yaml").write_text("title: T\nsource: {title: S}\nclaims: {a: {text: It rained., quote: all day}}\n")
    two = "title: T\nsources: {x: {title: X}, y: {title: Y}}\n"
    two += "claims: {a: {text: It rained., quote: all day, source: y}}\n"
    (maps / "two.yaml").write_text(two)
    assert main(["check", "one.yaml"]) == 0
    assert "AM208" not in capsys.readouterr().out
    assert main(["check", "one.yaml", "--source", "a.txt"]) == 0
    assert "AM208" in capsys.readouterr().out
    assert main(["check", "two.yaml", "--source", "y=a.txt"]) == 0
    assert "AM208" in capsys.readouterr().out
    assert main(["check", "two.yaml", "--source", "a.txt"]) == 2
    assert main(["check", "two.yaml", "--source", "x=a.txt", "--source", "a.txt"]) == 2
    assert main(["check", "one.yaml", "--source", "lost.txt"]) == 3


@pytest.mark.usefixtures("maps")
def test_colour_follows_the_terminal_and_the_wish():
    def run(**wish: str) -> str:
        known = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR"}}
        command = [sys.executable, "-m", "argmap", "check", "bad.yaml"]
        done = subprocess.run(command, env=known | wish, capture_output=True, text=True, check=False, encoding="utf-8")
        return done.stdout

    assert "\x1b" not in run()
    assert "\x1b" in run(FORCE_COLOR="1")
    assert "\x1b" not in run(NO_COLOR="1")


def test_output_in_an_old_encoding_is_no_crash(maps):
    (maps / "é.yaml").write_text("title: T\nclaims:\n  日本: Ist es so?\n", encoding="utf-8")
    command = [sys.executable, "-m", "argmap", "check", "é.yaml"]
    done = subprocess.run(command, env=os.environ | {"PYTHONIOENCODING": "ascii"}, capture_output=True, check=False)
    assert done.returncode == 0
    assert b"\\u65e5" in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"\xff\xfe\0", b"\x80" * 50, b"[" * 9_999, b"a: &a [*a]", b"{" * 50, b"- " * 99, b"%"]
)
def test_any_bytes_end_with_diagnostics(data, monkeypatch, capsys):
    stdin(monkeypatch, data)
    assert main(["check", "-"]) == 1
    found = capsys.readouterr()
    assert "error[AM" in found.out
    assert found.err == ""


# explain


def test_every_code_is_explained(capsys):
    for row in every():
        assert main(["explain", row.code.lower()]) == 0
        assert capsys.readouterr().out.startswith(f"{row.code} ({row.severity}): {row.title}\n\n")
    assert main(["explain"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(every())


def test_an_unknown_code_is_wrong_usage(capsys):
    assert main(["explain", "AM2O1"]) == 2
    assert "a code with a similar name is AM201" in capsys.readouterr().err


def test_rows_of_codes_are_in_order_and_unlike():
    rows = every()
    assert [row.code for row in rows] == sorted({row.code for row in rows})
    assert all(row.explanation.strip() and row.title and row.severity for row in rows)


# schema, new


def test_the_schema_is_printed(capfdbinary):
    assert main(["schema"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["title"] == "argument map"


def test_the_starter_map_is_valid_and_never_overwrites(maps, capsys):
    assert main(["new", "zoo"]) == 0
    assert main(["check", "zoo.yaml", "--strict"]) == 0
    assert (
        capsys.readouterr().out
        == "wrote zoo.yaml; now try: argmap check zoo.yaml, argmap build zoo.yaml --open\nzoo.yaml: no problems\n"
    )
    assert main(["new", "good.yaml"]) == 2
    assert (maps / "good.yaml").read_text() == GOOD
    assert main(["new", "x", "-o", "no/x.yaml"]) == 3


def test_the_starter_map_takes_any_title(capfdbinary):
    for title in ("Zoos: for or against?", 'a "b" #c', "a\u2028b", "x" * 300):
        assert main(["new", "x", "--title", title, "-o", "-"]) == 0
        assert [problem.code for problem in check_text(capfdbinary.readouterr().out)] == []
    assert main(["new", "x", "--title", " ", "-o", "-"]) == 2


# fmt


def test_tidying_files(maps, capsys):
    (maps / "untidy.yaml").write_text("title:   'T'  # c\nclaims: {a: It rained.}\n")
    assert main(["fmt", "--check", "good.yaml", "untidy.yaml"]) == 1
    assert capsys.readouterr().out == "untidy.yaml is not tidy; run: argmap fmt untidy.yaml\n"
    assert main(["fmt", "--diff", "untidy.yaml"]) == 0
    assert "+title: T      # c\n" in capsys.readouterr().out
    assert (maps / "untidy.yaml").read_text().startswith("title:   'T'")
    assert main(["fmt", "good.yaml", "untidy.yaml"]) == 0
    assert capsys.readouterr().out == "tidied untidy.yaml\n"
    assert (maps / "untidy.yaml").read_text() == "title: T      # c\nclaims:\n  a: It rained.\n"
    assert main(["fmt", "--check", "untidy.yaml"]) == 0


def test_files_with_errors_are_left_alone(maps, capsys):
    assert main(["fmt", "bad.yaml", "lost.yaml"]) == 3
    found = capsys.readouterr()
    assert "error[AM110]" in found.err
    assert "bad.yaml has errors and is left as it is" in found.err
    assert (maps / "bad.yaml").read_text() == BAD


def test_tidying_a_stream(monkeypatch, capfdbinary):
    stdin(monkeypatch, b"claims: {a: A b.}\ntitle: T")
    assert main(["fmt", "-"]) == 0
    assert capfdbinary.readouterr().out == b"title: T\nclaims:\n  a: A b.\n"
