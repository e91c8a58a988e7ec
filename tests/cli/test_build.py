"""argmap build: one page, whole or not at all, in words that help."""

from __future__ import annotations

import pytest

from argmap.cli import main

MAP = "title: Rain\nclaims:\n  wet: The street is wet.\n  rain:\n    text: It rains.\n    supports: wet\n"


@pytest.fixture
def rain(tmp_path):
    path = tmp_path / "rain.yaml"
    path.write_text(MAP, "utf-8")
    return path


def test_the_page_stands_beside_the_map(rain, capsys):
    assert main(["build", str(rain)]) == 0
    page = rain.with_suffix(".html")
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert capsys.readouterr().out == f"{page}: {page.stat().st_size / 1000:.0f} KB\n"


def test_standard_output_gets_the_page_and_nothing_else(rain, capsysbinary):
    assert main(["build", str(rain), "-o", "-"]) == 0
    out = capsysbinary.readouterr().out
    assert out.startswith(b"<!doctype html>")
    assert out.endswith(b"</html>\n")
    assert b"\r" not in out
    assert not rain.with_suffix(".html").exists()


def test_a_map_with_errors_leaves_the_old_page(rain, capsys):
    page = rain.with_suffix(".html")
    page.write_text("old", "utf-8")
    rain.write_text(MAP.replace("supports: wet", "supports: dry"), "utf-8")
    assert main(["build", str(rain)]) == 1
    assert page.read_text("utf-8") == "old"
    assert f"{rain}:6:15: error[AM" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["missing.yaml"], 3, "there is no file missing.yaml"),
        (["{map}", "-o", "{folder}"], 3, "it is a folder"),
        (["{map}", "-o", "{folder}/no/where.html"], 3, "make the folder first"),
        (["{map}", "-o", "{map}"], 2, "would replace the map"),
        (["{map}", "-o", "-", "--open"], 2, "--open needs a file"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(rain, capsys, words, code, message):
    given = [word.format(map=rain, folder=rain.parent) for word in words]
    assert main(["build", *given]) == code
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == 1
    assert rain.read_text("utf-8") == MAP


def test_warnings_are_shown_and_do_not_stop_the_build(rain, capsys):
    rain.write_text(MAP + "  sun:\n    text: It rains.\n", "utf-8")
    assert main(["build", str(rain)]) == 0
    assert "warning[" in capsys.readouterr().err


def test_options_reach_the_page(rain):
    assert (
        main(["build", str(rain), "--theme", "mono", "--orientation", "up", "--layout", "tree", "--order", "crossings"])
        == 0
    )
    text = rain.with_suffix(".html").read_text("utf-8")
    assert 'data-theme="mono"' in text
    assert '"orientation":"up"' in text


def test_the_browser_is_asked_for_the_file(rain, monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    assert main(["build", str(rain), "--open"]) == 0
    assert opened == [rain.with_suffix(".html").as_uri()]
