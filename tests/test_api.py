"""Files in, maps and problems out; files out, whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

import argmap
from argmap import EnvironmentProblemError, InvalidMapError, UsageError, api, limits
from tests.support.growth import assert_linear

MAP = "title: T\nsource: {title: S, file: FILE, skip: 1}\nclaims:\n  a: {text: It rained., quote: all night, at: 1}\n"
TEXT = "Title\n\nIt rained all\nnight.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "diary.txt").write_text(TEXT)
    (tmp_path / "secret.txt").write_text(TEXT)
    return tmp_path


def write(folder, file: str):
    path = folder / "maps" / "a.yaml"
    path.write_text(MAP.replace("FILE", file))
    return path


def codes(path, source=None) -> list[str]:
    return [problem.code for problem in argmap.check(path, source)]


def test_load_and_loads_agree(folder):
    path = write(folder, "diary.txt")
    assert (
        argmap.load(path) == argmap.load(str(path)) == argmap.loads(path.read_text()) == argmap.loads(path.read_bytes())
    )


def test_errors_are_raised_with_all_problems(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("title: T\nclaims:\n  a: {text: A., supports: x, attacks: y}\n")
    with pytest.raises(InvalidMapError) as caught:
        argmap.load(path)
    assert [problem.code for problem in caught.value.problems] == ["AM110", "AM110"]
    assert str(caught.value).startswith(f"{path}:3:27: error[AM110]: no claim is called 'x' (and 1 more)")
    with pytest.raises(InvalidMapError, match="<string>:1:1"):
        argmap.loads("")


def test_warnings_are_no_errors():
    assert argmap.loads("title: T\nclaims:\n  a: Is it?\n").title == "T"
    assert [problem.code for problem in argmap.check_text("title: T\nclaims:\n  a: Is it?\n")] == ["AM216"]


def test_a_source_beside_the_map_is_compared(folder):
    path = write(folder, "diary.txt")
    assert codes(path) == []
    (folder / "maps" / "diary.txt").write_text("Title\n\nThe sun shone.\n")
    assert codes(path) == ["AM208"]
    assert codes(path, folder / "secret.txt") == []
    assert api.open_map(path, {"": folder / "secret.txt"}).texts[""].text == TEXT


@pytest.mark.parametrize("file", ["../secret.txt", "sub/../../secret.txt", "link.txt", "sub/link.txt"])
def test_no_file_outside_the_folder_of_the_map_is_read(folder, file):
    (folder / "maps" / "link.txt").symlink_to(folder / "secret.txt")
    (folder / "maps" / "sub").mkdir()
    (folder / "maps" / "sub" / "link.txt").symlink_to("../../secret.txt")
    assert codes(write(folder, file)) == ["AM124"]
    with pytest.raises(InvalidMapError):
        argmap.load(write(folder, file))


def test_absolute_paths_and_loops_are_refused(folder):
    assert codes(write(folder, str(folder / "maps" / "diary.txt"))) == ["AM124"]
    (folder / "maps" / "loop").symlink_to("loop")
    assert codes(write(folder, "loop")) in (["AM124"], ["AM212"])


def test_a_source_in_a_folder_below_is_read(folder):
    (folder / "maps" / "texts").mkdir()
    (folder / "maps" / "texts" / "diary.txt").write_text(TEXT)
    assert codes(write(folder, "texts/diary.txt")) == []
    assert codes(write(folder, "./texts/../diary.txt")) == []


def test_a_source_that_cannot_be_read_is_a_warning(folder):
    assert codes(write(folder, "lost.txt")) == ["AM212"]
    (folder / "maps" / "diary.txt").write_bytes(b"caf\xe9")
    assert codes(write(folder, "diary.txt")) == ["AM212"]
    assert argmap.load(write(folder, "diary.txt")).title == "T"


def test_sources_that_are_given_must_fit(folder):
    path = write(folder, "diary.txt")
    with pytest.raises(UsageError, match="no source called 'x'"):
        argmap.check(path, {"x": folder / "secret.txt"})
    with pytest.raises(EnvironmentProblemError, match="there is no file"):
        argmap.check(path, folder / "lost.txt")
    two = folder / "two.yaml"
    two.write_text(
        "title: T\nsources: {x: {title: X}, y: {title: Y}}\n"
        "claims: {a: {text: It rained., quote: all night, source: x}}\n"
    )
    with pytest.raises(UsageError, match="several sources; say which: x=FILE or y=FILE"):
        argmap.check(two, folder / "secret.txt")
    assert codes(two, {"x": folder / "secret.txt"}) == []


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path):
    with pytest.raises(
        EnvironmentProblemError, match=r"^there is no file .*lost.yaml; look at the name and the folder$"
    ):
        argmap.load(tmp_path / "lost.yaml")
    with pytest.raises(EnvironmentProblemError, match=r"is a folder; name a file in it$"):
        argmap.load(tmp_path)
    with pytest.raises(EnvironmentProblemError, match="cannot read"):
        argmap.load("nul\0byte.yaml")


def test_a_file_of_any_size_is_read_only_to_the_bound(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as stream:
        stream.truncate(limits.MAX_BYTES * 1_000)  # a sparse file
    assert codes(path) == ["AM012"]


# writing


def test_files_are_written_whole_and_keep_their_permissions(tmp_path):
    path = tmp_path / "a.html"
    argmap.write_file(path, "é\n")
    assert path.read_bytes() == "é\n".encode()
    path.chmod(0o640)
    argmap.write_file(str(path), b"\x00")
    assert path.read_bytes() == b"\x00"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    argmap.write_file(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_existing_file_survives_every_failure(tmp_path, monkeypatch, step):
    path = tmp_path / "a.html"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync" if step == "fsync" else "pathlib.Path.replace", fail)
    with pytest.raises(
        EnvironmentProblemError, match=r"cannot write .*a.html: no space left on device; choose another place"
    ):
        argmap.write_file(path, "new")
    assert path.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_where_nothing_can_be_written_the_remedy_is_told(tmp_path):
    with pytest.raises(EnvironmentProblemError, match="make the folder first"):
        argmap.write_file(tmp_path / "no" / "a.html", "x")
    with pytest.raises(EnvironmentProblemError, match="it is a folder"):
        argmap.write_file(tmp_path, "x")
    with pytest.raises(EnvironmentProblemError, match="cannot write"):
        argmap.write_file("nul\0byte", "x")


def test_devices_are_written_not_replaced():
    argmap.write_file("/dev/null", "x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_map_made_in_python_becomes_a_page_as_a_file_does() -> None:
    home = Path(__file__).parent.parent / "maps" / "voting.yaml"
    page = argmap.build(argmap.load(home), {"notes": home.parent / "voting-notes.txt"})
    assert page.count('role="treeitem"') == argmap.build(home).count('role="treeitem"')
    with pytest.raises(argmap.InvalidMapError):
        argmap.build(argmap.ArgMap(title="T", claims=(argmap.Claim(id="a", text=""),)))


@pytest.mark.parametrize(
    ("head", "row", "claim"),
    [
        pytest.param("", "", "{text: A., undercuts: c0}", id="claims where links are needed"),
        pytest.param("", "", "{text: A., group: nowhere}", id="groups that are not there"),
        pytest.param("groups:", "g{n}: G.", "A.", id="groups without claims"),
        pytest.param("sources:", "s{n}: {{title: S., url: nowhere}}", "A.", id="sources with bad addresses"),
        pytest.param("thesis:", "- c{n}", "A.", id="theses"),
        pytest.param("expect:\n  falls:", "- c{n}", "A.", id="failed expectations"),
        pytest.param("expect:\n  stands:", "- c{n}", "{text: A., status: open}", id="failed expectations, open claims"),
    ],
)
def test_the_time_to_tell_what_is_wrong_grows_with_the_file(head: str, row: str, claim: str) -> None:
    def work(size):
        rows = "".join(f"  {row.format(n=n)}\n" for n in range(size) if row)
        claims = "".join(f"  c{n}: {claim}\n" for n in range(size))
        text = f"title: T\n{head}\n{rows}claims:\n{claims}"
        return lambda: api.check_text(text)

    assert_linear(work, 5_000)
