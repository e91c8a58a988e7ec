"""The Markdown list: the quickest way to type a map."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import outline
from argmap.model import ArgMap, Claim, Link
from argmap.source import SourceText
from tests.support.growth import assert_linear

TYPED = """# Should voting be compulsory?

- Voting should be compulsory.
  - + High turnout helps.
  - & Compulsory voting raises turnout.
    - - Only on paper.
  - - It violates liberty.
    - _ Some violations
      are harmless.
"""


def read(text: str) -> ArgMap:
    found = outline.read(SourceText(text)).argmap
    assert found is not None
    return found


def codes(text: str) -> list[tuple[str, int]]:
    return [(problem.code, problem.span.line + 1) for problem in outline.read(SourceText(text)).problems]


def test_a_map_that_was_typed() -> None:
    argmap = read(TYPED)
    assert argmap.title == "Should voting be compulsory?"
    assert [claim.text for claim in argmap.claims] == [
        "Voting should be compulsory.", "High turnout helps.", "Compulsory voting raises turnout.", "Only on paper.",
        "It violates liberty.", "Some violations are harmless.",
    ]  # fmt: skip
    assert [link.id for link in argmap.links] == [
        "high-turnout-helps+compulsory-voting-raises-turnout supports voting-should-compulsory",
        "only-paper attacks compulsory-voting-raises-turnout",
        "violates-liberty attacks voting-should-compulsory",
        "some-violations-harmless undercuts violates-liberty attacks voting-should-compulsory",
    ]
    assert codes(TYPED) == []


def test_tabs_stars_numbers_and_bare_signs() -> None:
    text = "* A\n\t* + B\n\t\t1. - C\n\t& D\n"
    assert [link.id for link in read(text).links] == ["b+d supports a", "c attacks b"]


@pytest.mark.parametrize(
    "text",
    [
        "Zoos\n  - + suffer\n    - - vets\n  - - films\n",
        "- Zoos\n\t- + suffer\n\t\t- – vets\n\t- \u2212 films\n",
        "– Zoos\n  – + suffer\n    – — vets\n  – - films\n",
        "- Zoos\n  - Pro: suffer\n    - Con: vets\n  - OBJECTION : films\n",
        "1. Zoos\n   a) because: suffer\n      1) but: vets\n   b) however: films\n",
        "- Zoos\n  + suffer\n    - vets\n  - films\n",
        "# T\n\nZoos\n\n  * +suffer\n     * - vets\n  * -films\n",
        "- Zoos\n  +suffer\n    -vets\n  -films\n",
    ],
)
def test_what_students_type_is_read_as_they_mean_it(text: str) -> None:
    argmap = read(text)
    assert [claim.text for claim in argmap.claims] == ["Zoos", "suffer", "vets", "films"]
    assert [link.id for link in argmap.links] == ["suffer supports zoos", "vets attacks suffer", "films attacks zoos"]


def test_a_list_of_bullets_alone_is_told_when_they_are_taken_for_signs() -> None:
    assert codes("- a\n  + b\n  - c\n") == [("AM503", 3)]
    assert codes("- a\n  + b\n") == []
    assert codes("- a\n  +b\n") == [("AM504", 2)]
    assert read("- a\n  - Pro: b\n  - And: c\n    - Undercut: d\n").links[0].premises == ("b", "c")


@pytest.mark.parametrize("title", ["Should we learn C#?", "C#", "C #", "#", "# #", "##", "a # b", "a #b"])
def test_a_title_keeps_its_signs(title: str) -> None:
    assert read("\n".join(outline.write(ArgMap(title=title, claims=(Claim(id="a", text="A"),))))).title == title


def test_the_closing_signs_of_a_heading_are_no_part_of_it() -> None:
    argmap = read("# Title #\n\n- A\n\n## C# ##\n\n- B\n")
    assert (argmap.title, [group.title for group in argmap.groups]) == ("Title", ["C#"])


@pytest.mark.parametrize("unit", ["A line.\n\n", "- a\n  - + b\n  - & c\n", "  - + b\n  - & c\n    - - d\n"])
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert_linear(lambda count: lambda: outline.read(SourceText("- a\n" + unit * count)))


def test_labels_and_references() -> None:
    argmap = read("- [t]: Thesis\n  - + [r]: Reason\n- Other\n  - - [r]\n  - + [late]\n- [late]: Later\n")
    assert [claim.id for claim in argmap.claims] == ["t", "r", "other", "late"]
    assert [link.id for link in argmap.links] == ["r supports t", "r attacks other", "late supports other"]


@pytest.mark.parametrize(
    "text",
    [
        "# Zoos\n\n## Pro\n\n- suffer\n  - but: vets\n\n## Con\n\n- films\n",
        "# A debate\n\n- Zoos\n\n### Arguments for it\n\n1. suffer\n   - - vets\n\n### Counterarguments\n\n1. films\n",
        "Thesis: Zoos\n\nReasons for:\n- suffer\n  - Objection - vets\n\nAgainst:\n- films\n",
        "Zoos\n\nPros:\n- suffer\n  - **Con:** vets\nCons:\n- films\n",
        "Zoos\n\n## Pros\n- suffer\n  - __Con__: vets\n## Cons\n- films\n",
        "* Zoos\n  * Pros:\n    * suffer\n      * Con - vets\n  * Cons\n    * films\n",
        "* Zoos\n  * Pro\n    * suffer\n      * Objections\n        * vets\n  * Con: films\n",
    ],
)
def test_headings_that_name_a_side_are_read_as_such_and_told(text: str) -> None:
    argmap = read(text)
    assert [link.id for link in argmap.links] == ["suffer supports zoos", "vets attacks suffer", "films attacks zoos"]
    assert [claim.text for claim in argmap.claims] == ["Zoos", "suffer", "vets", "films"]
    assert not argmap.groups
    assert {code for code, _ in codes(text)} == {"AM503"}


@pytest.mark.parametrize(
    ("text", "links", "groups"),
    [
        (
            "# T\n\n## Background\n\n- a\n\n## Pro\n\n- b\n\n## Notes\n\n- c\n",
            ["b supports a"],
            ["Background", "Notes"],
        ),
        ("# T\n\n## Support for families\n\n- a\n\n## Forests\n\n- b\n", [], ["Support for families", "Forests"]),
        ("- a\n  - Pro\n", ["pro supports a"], []),
        ("- a\n  - \\Pro\n    - + b\n", ["pro supports a", "b supports pro"], []),
        ("- Pro\n  - + b\n", ["b supports pro"], []),
    ],
)
def test_what_only_looks_like_a_side_is_none(text: str, links: list[str], groups: list[str]) -> None:
    argmap = read(text)
    assert ([link.id for link in argmap.links], [group.title for group in argmap.groups]) == (links, groups)


def test_what_stands_between_the_title_and_the_list_describes_the_map() -> None:
    argmap = read("# T\n\nFor a first\nlesson.\n\nBy Ada.\n\n- a\n  - + b\n")
    assert (argmap.description, len(argmap.claims)) == ("For a first lesson.\n\nBy Ada.", 2)


def test_headings_are_groups() -> None:
    argmap = read("# T\n\n- a\n\n## One\n\n- b\n  - + c\n\n## Two ##\n\n- d\n")
    assert [group.title for group in argmap.groups] == ["One", "Two"]
    assert [claim.group for claim in argmap.claims] == ["", "one", "one", "two"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n  - b\n", [("AM503", 2)]),
        ("- a\n  - _ b\n", [("AM503", 2)]),
        ("- + a\n", [("AM504", 1)]),
        ("- a\n  - + [b]\n", [("AM507", 2)]),
        ("", [("AM508", 1)]),
        ("no list\n", [("AM501", 1)]),
        ("- [a]: x\n  - + [a]\n", [("AM502", 2)]),
    ],
)
def test_what_was_guessed_or_tolerated_is_told(text: str, told: list[tuple[str, int]]) -> None:
    assert codes(text) == told


def test_a_claim_that_stands_twice_is_labelled(golden) -> None:
    claims = tuple(Claim(id=name, text=f"{name.upper()}.") for name in "abcde")
    links = (
        Link(id="s", named=True, premises=("b", "c"), kind="supports", target="a"),
        Link(id="d undercuts s", premises=("d",), kind="undercuts", target="s"),
        Link(id="e undercuts d undercuts s", premises=("e",), kind="undercuts", target="d undercuts s"),
        Link(id="b attacks e", premises=("b",), kind="attacks", target="e"),
    )
    text = "".join(f"{line}\n" for line in outline.write(ArgMap(title="T", claims=claims, links=links)))
    golden("formats/twice.md", text)
    assert {link.kind for link in read(text).links} == {"supports", "undercuts", "attacks"}
    assert len(read(text).links) == 4


@pytest.mark.parametrize(
    "text",
    [
        "+x",
        "-y",
        "– x",
        "— y",
        "\u2212 z",
        "Pro: x",
        "cons : y",
        "And: z",
        "Con:",
        "+ x",
        "- y",
        "_ z",
        "& w",
        "[a]",
        "[a]: b",
        "\\",
        "1. c",
        "* d",
        "# e",
        "a\nb",
        "```",
        "Pro",
        "Objections:",
        "**Con:** f",
        "Con - g",
        "Thesis: h",
    ],
)
def test_a_text_is_never_taken_for_something_else(text: str) -> None:
    argmap = ArgMap(title="", claims=(Claim(id="t", text=text),))
    assert [claim.text for claim in read("\n".join(outline.write(argmap))).claims] == [" ".join(text.split())]


_LINES = st.sampled_from((
    "- a", "  - + b", "  - - c", "    - _ d", "  - & e", "- [x]: f", "  - + [x]", "# h", "## g", "text", "", "```",
    "* i",
    "\t+ j", "  – n", "  -o", "p\n  - + q", "  - Pro: r", "  a) s", "– t",
    "_ k", "1. l", "-", "- ", "\x00", "- [", "- []: m",
))  # fmt: skip


@settings(max_examples=300)
@given(st.lists(_LINES, max_size=12).map("\n".join))
def test_any_text_at_all_is_a_map_or_an_error(text: str) -> None:
    found = outline.read(SourceText(text))
    assert (found.argmap is None) == any(problem.severity == "error" for problem in found.problems)


def test_a_file_cut_off_anywhere_is_read_or_refused() -> None:
    for length in range(len(TYPED)):
        found = outline.read(SourceText(TYPED[:length]))
        assert (found.argmap is None) == any(problem.severity == "error" for problem in found.problems)


def test_front_matter_tells_what_the_file_is() -> None:
    text = (
        "---\ntitle: Rain\nauthor: [Ada, Bo]\nlang: en\ntags: [a]\nid: {x: y}\n---\n\nAbout rain.\n\n- [x] It rains.\n"
    )
    reading = outline.read(SourceText(text, "m.md"))
    argmap = reading.argmap
    assert (argmap.title, argmap.authors, argmap.language) == ("Rain", ("Ada", "Bo"), "en")
    assert (argmap.description, argmap.claims[0].text) == ("About rain.", "It rains.")
    assert [(row.span.line, row.message) for row in reading.problems] == [
        (4, "'tags' of the front matter has no place in a map; it was left out"),
        (5, "'id' of the front matter has no place in a map; it was left out"),
    ]


def test_a_heading_is_the_title_before_front_matter() -> None:
    reading = outline.read(SourceText("---\ntitle: A\n...\n# B\n\n- C.\n", "m.md"))
    assert reading.argmap.title == "B"
    assert [row.code for row in reading.problems] == ["AM502"]


@pytest.mark.parametrize("text", ["---\n- A.\n---\n- B.\n", "---\n\n- A.\n- B.\n"])
def test_lines_that_part_things_are_no_front_matter(text: str) -> None:
    assert [claim.text for claim in outline.read(SourceText(text)).argmap.claims] == ["A.", "B."]
