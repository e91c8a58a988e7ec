"""Reading and writing at the edge: paths and texts, wrong encodings, invisible characters, includes, losses."""

from __future__ import annotations

import pytest

import argmap as package
from argmap import convert, limits
from argmap.diagnostics import EnvironmentProblemError, InvalidMapError, UsageError


def codes(problems) -> list[str]:
    return [problem.code for problem in problems]


def test_the_library_reads_and_writes_by_name() -> None:
    found = package.read("- Rain\n  - + Wet street\n", "outline")
    assert package.write(found, "kialo") == "Discussion Title:\n\n1. Rain\n1.1. Pro: Wet street\n"
    assert codes(package.losses_of(found, "kialo")) == []
    assert package.read(package.write(found, "argdown"), "argdown") == found


def test_a_text_of_one_line_is_a_path(tmp_path) -> None:
    path = tmp_path / "Bicycle_bells.argdown"
    path.write_bytes("[A]: Bells ring.\r\n".encode("utf-8-sig"))
    for name in (path, str(path)):
        found = convert.read(name)
        assert (found.title, found.claims[0].text) == ("Bicycle bells", "Bells ring.")
    with pytest.raises(EnvironmentProblemError, match=r"there is no file.*if this is no path but the content, end it"):
        convert.read("[A]: Bells ring.")


def test_bytes_and_json_and_xml_of_one_line_are_content() -> None:
    one_line = '{"nodes": [{"nodeID": 1, "type": "I", "text": "A."}], "edges": []}'
    for content in (one_line, one_line.encode(), (ARAUCARIA % "latin-1").encode("latin-1"), b"[A]: A.\n"):
        assert convert.read(content).claims[0].text.startswith("A")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: package.read(None), "a path or the content of a file is read, not NoneType"),
        (lambda: package.read(""), "not an empty one"),
        (lambda: package.read("[A]: a\n", 5), "a format has a name, such as 'argdown', not 5"),
        (lambda: package.write("[A]: a", "json"), "a map is written, such as read() returns, not str"),
        (lambda: package.write(package.read("[A]: a\n"), None), "a format has a name"),
    ],
)
def test_wrong_arguments_are_told_in_words(call, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        call()
    assert message in str(caught.value)


def test_a_text_is_recognised_too() -> None:
    assert convert.read("[A]: a\n  - <B>: b\n").links[0].kind == "attacks"
    assert convert.read("title: T\nclaims: {a: A.}\n").title == "T"
    with pytest.raises(InvalidMapError, match="AM506"):
        convert.read("nothing\nin particular\n")


def test_problems_show_the_line_they_are_in() -> None:
    found = convert.reading("[A]: a\n  - b*c\n")
    assert [(problem.code, problem.span.line, problem.excerpt) for problem in found.problems] == [
        ("AM504", 1, "  - b*c")
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"[A]: caf\xe9\n", ["AM001"]),
        (b"", ["AM506"]),
        (b"[A]: a\x00\x1bb\n", ["AM509"]),
        (b"\xff\xfe[", ["AM001"]),
    ],
)
def test_bytes_that_are_no_plain_text(data: bytes, expected: list[str]) -> None:
    found = convert.reading_of(data, "x.md" if not data else "x.argdown")
    assert codes(found.problems) == expected
    if expected == ["AM509"]:
        assert found.argmap.claims[0].text == "a b"


ARAUCARIA = (
    '<?xml version="1.0" encoding="%s"?><ARG><AU><PROP><PROPTEXT>A caf\xe9 \x93x\x94.</PROPTEXT></PROP></AU></ARG>'
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("[A]: café\n".encode("utf-16"), "café"),
        ("[A]: café\n".encode("utf-16-be"), "café"),
        ((ARAUCARIA % "ISO-8859-1").encode("latin-1"), "A café “x”."),
        ((ARAUCARIA % "windows-1252").encode("latin-1"), "A café “x”."),
        ((ARAUCARIA.replace("\x93x\x94", "x") % "UTF-16").encode("utf-16"), "A café x."),
        ((ARAUCARIA.replace("\xe9 \x93x\x94", "ж") % "koi8-r").encode("koi8-r"), "A cafж."),
    ],
)
def test_files_that_say_their_encoding_are_read_in_it(data: bytes, text: str) -> None:
    found = convert.reading_of(data, "x.aml" if b"A\x00R" in data or b"ARG" in data else "x.argdown")
    assert (found.argmap.claims[0].text, found.problems) == (text, ())


@pytest.mark.parametrize("name", ["zlib", "nothing-known", "utf-8"])
def test_a_declared_encoding_that_is_none_is_told(name: str) -> None:
    assert codes(convert.reading_of((ARAUCARIA % name).encode("latin-1"), "x.aml").problems)[0] == "AM001"


def test_a_map_file_is_utf8_whoever_reads_it() -> None:
    data = "title: x\nclaims: {a: b}\n".encode("utf-16")
    assert codes(convert.reading_of(data, "x.yaml").problems) == ["AM001"]
    xml = b'<?xml version="1.0" encoding="utf-8"?><a/>\n'
    assert codes(convert.reading_of(xml, "x.xml", "yaml").problems) == codes(package.check_text(xml.decode()))


def test_a_file_that_is_too_large_is_refused_before_it_is_read(monkeypatch) -> None:
    monkeypatch.setattr(limits, "MAX_OTHER_BYTES", 10)
    found = convert.reading_of(b"[A]: eleven characters", "x.argdown")
    assert (found.argmap, codes(found.problems)) == (None, ["AM012"])


def test_included_files_of_the_same_folder_are_taken_in(tmp_path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "two.argdown").write_text("[B]: b\n", "utf-8")
    (tmp_path / "one.argdown").write_text("[C]: c\n\n@include(main.argdown)\n", "utf-8")
    (tmp_path.parent / "outside.argdown").write_text("[X]: secret\n", "utf-8")
    main = tmp_path / "main.argdown"
    main.write_text(
        "[A]: a\n\n@include(parts/two.argdown)\n\n@include(one.argdown)\n\n@include(../outside.argdown)\n", "utf-8"
    )
    found = convert.reading(main)
    assert [claim.id for claim in found.argmap.claims][:3] == ["A", "B", "C"]
    assert "secret" not in str(found.argmap)
    assert codes(found.problems).count("AM502") == 2


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: convert.named("argdow"), "a format with a similar name exists: 'argdown'"),
        (lambda: convert.named("zzz"), "there is no format called 'zzz'; "),
        (lambda: convert.named("mermaid", reads=True), "mermaid is written only"),
        (lambda: convert.named("gsn", writes=True), "gsn is read only"),
        (lambda: convert.named("xml", reads=True), "'.xml' is the suffix of several formats: arggraph, aml"),
        (lambda: convert.written_to("x.gsn2x"), "'.gsn2x' is the suffix of no format that is written"),
        (lambda: convert.written_to("x"), "the name of the file has no suffix"),
    ],
)
def test_names_that_are_wrong(call, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        call()
    assert message in str(caught.value)


def test_a_suffix_that_only_one_format_has_names_it() -> None:
    assert convert.named(".mup", writes=True).name == convert.named("MUP", reads=True).name == "mindmup"


def test_a_map_file_tells_what_was_guessed_where_it_is() -> None:
    found = convert.reading("[A]: one\n  >< [B]: b\n\n[A]: other\n", "argdown")
    text = convert.map_file(found)
    assert text.splitlines()[:6] == [
        "title: Untitled",
        "",
        "claims:",
        "  # 'A' has several wordings; the first is its text",
        "  A:",
        "    text: one",
    ]
    assert "# 'A' and 'B' exclude each other: read as attacks both ways" in text
    assert package.loads(text).claims == found.argmap.claims


def test_nothing_read_is_nothing_to_write() -> None:
    with pytest.raises(UsageError, match="nothing was read"):
        convert.map_file(convert.reading("\n", "argdown"))
