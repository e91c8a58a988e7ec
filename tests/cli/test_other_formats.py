"""The commands that evaluate and compare take every format that is read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from argmap.cli import main

MAPS = Path(__file__).resolve().parent.parent.parent / "maps"


@pytest.fixture
def argdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    shutil.copytree(MAPS, tmp_path / "maps")
    out = tmp_path / "voting.argdown"
    assert main(["export", str(tmp_path / "maps" / "voting.yaml"), "-o", str(out)]) == 0
    capsys.readouterr()
    return str(out)


def test_a_student_may_hand_in_argdown(argdown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", argdown, str(MAPS / "voting.yaml")]) == 0
    assert "No differences." in capsys.readouterr().out
    assert main(["eval", argdown]) == 0
    assert "22 claims: stands 16, falls 4, contested 2" in capsys.readouterr().out


def test_a_file_of_no_known_format_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.xyz"
    path.write_text("nothing to see here", encoding="utf-8")
    assert main(["eval", str(path)]) in {1, 2}
    assert "notes.xyz" in capsys.readouterr().err


def test_maps_that_share_nothing_are_not_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(MAPS / "voting.yaml"), str(MAPS / "cinema.yaml")]) == 0
    out = capsys.readouterr().out
    assert "Nothing matches" in out
    assert "F1" not in out


def test_a_page_is_built_from_every_format_that_is_read(argdown: str) -> None:
    assert main(["build", argdown]) == 0
    page = Path(argdown).with_suffix(".html").read_text("utf-8")
    assert "The voting age should be lowered to sixteen." in page


def test_a_page_of_a_broken_file_of_another_format_is_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cut.aif"
    path.write_text('{"nodes": [', encoding="utf-8")
    assert main(["build", str(path)]) == 1
    assert f"{path}:1:" in capsys.readouterr().err
    assert not path.with_suffix(".html").exists()


def test_a_missing_file_is_not_counted_as_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nothing.yaml"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "there is no file nothing.yaml" in said.err
