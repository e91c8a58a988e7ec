"""Argdown: its own model as its own parser answers, then what becomes of it in a map; slips; hostile texts."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import convert, document
from argmap.formats import argdown, yaml
from argmap.formats.argdown.model import Document, End
from argmap.formats.notes import Notes
from argmap.model import ArgMap, Claim, Group, Link
from argmap.source import SourceText
from tests.support.growth import assert_linear

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
SKIP = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora of other people's files are not on this machine")

# Files that Argdown's parser refuses, or of which it loses a part, and what we read in them instead. The first word of
# each: refused = it reports an error; lost = it stops in the middle without one.
DIFFERENT = {
    "core-test/lexer-argument.argdown": "lost: data that is no YAML ends its reading; here it is read as text",
    "core-test/lexer-definitions-references.argdown": "refused: no empty lines between four blocks; read as four",
    "core-test/lexer-relation-after-emptyline.argdown": "refused: an empty line in a tree; ignored",
    "core-test/lexer-statements-by-number.argdown": "refused: text behind a reference; read as its definition",
    "cli-test/_partial1.argdown": "refused: an underscore opens emphasis that never ends; read as a character",
    "cli-test/_partial2.argdown": "refused: as the one before",
    "cli-test/include-test.argdown": "refused: as the one before",
    "argdown/17_lists.argdown": "refused: a relation after an empty line; read as one of the item above",
    "argdown/18_toplevel_relation_line.argdown": "refused: a relation that is not indented; read as one",
    "argdown/32_frontmatter_bad.argdown": "refused: the front matter is no YAML; left out",
    "argdown/33_blank_between.argdown": "refused: an empty line in a tree; ignored",
    "argdown/34_double_blank.argdown": "refused: two empty lines in a tree; ignored",
    "argdown/37_bold_unclosed.argdown": "refused: emphasis that never ends; read as characters",
}


def files() -> list[Path]:
    found = (path.with_name(path.name.removesuffix(".ORACLE.json")) for path in CORPORA.rglob("*.ORACLE.json"))
    return sorted(path for path in found if path.suffix in (".argdown", ".ad"))


def name(path: Path) -> str:
    return str(path.relative_to(CORPORA))


def parse(text: str) -> Document:
    return argdown.parse(SourceText(text), Notes(""))


def read(text: str) -> ArgMap:
    found = argdown.read(SourceText(text)).argmap
    assert found is not None
    return found


def told(text: str) -> list[tuple[str, int]]:
    """The codes of the problems, with their lines as a person counts them."""
    return [(problem.code, problem.span.line + 1) for problem in argdown.read(SourceText(text)).problems]


def shown(end: End) -> str:
    return f"inference of {end.title} #{end.number}" if end.sort == "inference" else end.title


def even(texts: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


@SKIP
@pytest.mark.parametrize("path", files(), ids=name)
def test_a_file_says_what_argdowns_own_parser_says(path: Path) -> None:
    oracle = json.loads(path.with_name(f"{path.name}.ORACLE.json").read_text("utf-8"))
    oracle = oracle.get("expected", oracle)
    found = argdown.parse(SourceText(path.read_bytes().decode("utf-8-sig"), str(path)), Notes(str(path)))
    counts = {
        "statements": oracle["statements"]["total"],
        "arguments": oracle["arguments"]["total"],
        "inferences": oracle["inferences"],
        **oracle["relations"]["by_type"],
    }
    known = next((why for tail, why in DIFFERENT.items() if str(path).endswith(tail)), "")
    if known:
        assert bool(oracle["parser_errors"]) == known.startswith("refused"), known
        return
    assert found.counts() == counts
    ours = Counter((relation.kind, shown(relation.source), shown(relation.target)) for relation in found.relations)
    assert ours == Counter((row["type"], row["from"], row["to"]) for row in oracle["relation_list"])
    assert {title: even(node.texts) for title, node in found.statements.items()} == {
        row["title"]: even(row["texts"]) for row in oracle["statement_list"]
    }
    structures = {title: [(step.role, step.statement) for step in row.pcs] for title, row in found.arguments.items()}
    assert structures == {
        row["title"]: [(step["role"], step["title"]) for step in row["pcs"]] for row in oracle["argument_list"]
    }
    tags = {title: node.tags for title, node in found.statements.items() if node.tags}
    assert tags == {row["title"]: row["tags"] for row in oracle["statement_list"] if row.get("tags")}
    rules = [step.inference.rules for row in found.arguments.values() for step in row.pcs if step.inference]
    theirs = [
        step["inference"]["rules"] for row in oracle["argument_list"] for step in row["pcs"] if "inference" in step
    ]
    assert sorted(rules) == sorted(theirs)


@SKIP
@pytest.mark.parametrize("path", files(), ids=name)
def test_a_file_becomes_a_map_that_can_be_written_as_a_map_file(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    found = argdown.read(SourceText(text, str(path)))
    if found.argmap is None:
        assert [problem.code for problem in found.problems if problem.severity == "error"] == ["AM508"]
        return
    model = parse(text)
    sketches = sum(not argument.pcs for argument in model.arguments.values())
    assert len(found.argmap.claims) == len(model.statements) + sketches
    titled = document.parse(yaml.dumps(ArgMap(**{**fields(found.argmap), "title": found.argmap.title or "Untitled"})))
    assert [problem for problem in titled.problems if problem.severity == "error"] == []


def fields(argmap: ArgMap) -> dict:
    names = ("title", "claims", "links", "groups", "description", "date", "authors", "language", "thesis", "sources")
    return {key: getattr(argmap, key) for key in names}


@SKIP
@pytest.mark.parametrize("path", files(), ids=name)
def test_a_file_cut_off_at_every_tenth_is_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    for tenth in range(11):
        found = convert.reading_of(data[: len(data) * tenth // 10], str(path))
        assert (found.argmap is None) == any(problem.severity == "error" for problem in found.problems)
        if found.argmap is not None:
            assert convert.map_file(found)


@SKIP
def test_the_corpus_is_there() -> None:
    assert len(files()) == 133


# the syntax


def test_relations_in_both_directions() -> None:
    found = parse("[A]: a\n  + [B]: b\n  <- [C]: c\n  +> [D]: d\n  -> [E]: e\n  >< [F]: f\n  _ <G>: g\n  _> <H>\n")
    assert [(row.kind, row.source.title, row.target.title) for row in found.relations] == [
        ("support", "B", "A"),
        ("attack", "C", "A"),
        ("support", "A", "D"),
        ("attack", "A", "E"),
        ("contradictory", "A", "F"),
        ("undercut", "G", "A"),
        ("undercut", "A", "H"),
    ]


def test_strict_mode_makes_support_entailment_and_attack_contrariety() -> None:
    found = parse("===\nmodel: {mode: strict}\n===\n\n[A]\n  + [B]\n  - [C]\n  - <D>\n\n[C]\n  - [A]\n")
    assert [row.kind for row in found.relations] == ["entails", "contrary", "attack"]


def test_a_structure_with_two_inferences() -> None:
    text = (
        "<Arg>: gist\n\n(1) one\n(2) [P]: two\n----\n(3) between\n(4) four\n"
        "-- Rule, Other {uses: [3,4]} --\n(5) [C]: end\n"
    )
    argument = parse(text).arguments["Arg"]
    assert [step.role for step in argument.pcs] == [
        "premise", "premise", "intermediary-conclusion", "premise", "main-conclusion",
    ]  # fmt: skip
    assert argument.pcs[-1].inference.rules == ["Rule", "Other"]
    argmap = read(text)
    assert [(link.id, link.premises, link.target, link.scheme, link.note) for link in argmap.links] == [
        ("one+P supports between", ("one", "P"), "between", "", ""),
        ("Arg", ("between", "four"), "C", "Rule, Other", "gist"),
    ]


def test_an_inference_over_several_lines() -> None:
    assert parse("(1) a\n--\nModus ponens {uses: [1]}\n--\n(2) b\n").inferences() == 1


def test_an_undercut_stands_beneath_the_dashes_or_beneath_the_conclusion() -> None:
    for text in ("(1) a\n----\n  <_ <U>: u\n(2) b\n", "(1) a\n----\n(2) b\n  <_ <U>: u\n"):
        (relation,) = parse(text).relations
        assert (relation.kind, relation.target) == ("undercut", End("inference", "Untitled 1", 1))
        assert read(text).links[-1].kind == "undercuts"


def test_an_undercut_elsewhere_does_not_hit_the_last_inference() -> None:
    """Argdown's own parser remembers the last inference of the file; that is a mistake of it."""
    found = parse("(1) a\n----\n(2) b\n\n[A]: x\n  <_ <U>: u\n")
    assert found.relations[0].target == End("statement", "A")


def test_comments_take_no_line_and_no_meaning() -> None:
    text = "[A]: a // no\n<!-- - <X> -->\n/* two\nlines */\n  - <B>: b // http://x\n\n<!-- open\n"
    found = parse(text)
    assert (found.statements["A"].texts, found.arguments["B"].texts) == (["a"], ["b"])
    assert [row.kind for row in found.relations] == ["attack"]
    assert read('[A]: a {url: "http://x.org//y"}\n').claims[0].url == "http://x.org//y"


def test_text_markup_and_shortcodes() -> None:
    text = r"[A]: *i* __b__ [l](http://x) \*no\* @[B] .A. :smile: a\_b #tag #(two words)"
    claim = read(text).claims[0]
    assert claim.text == "i b l *no* @[B] ∀ ☺️ a_b"
    assert (claim.tags, claim.url) == (("tag", "two words"), "http://x")


def test_data_on_one_line_and_on_several() -> None:
    claim = read("[A]: a {\n  credence: 0.5\n  implicit: true\n}\n  - b\n").claims[0]
    assert (claim.credence, claim.implicit, claim.text) == (0.5, True, "a")


def test_headings_are_groups() -> None:
    argmap = read("===\ntitle: T\n===\n\n# One\n\n[A]: a\n\n# Two {isGroup: false}\n\n[B]: b\n\n## Three\n\n[C]: c\n")
    assert argmap.title == "T"
    assert argmap.groups == (Group(id="one", title="One"), Group(id="three", title="Three"))
    assert [claim.group for claim in argmap.claims] == ["one", "", "three"]


def test_a_single_heading_at_the_top_is_the_title() -> None:
    argmap = read("# A title\n\n[A]: a\n\n## Part\n\n[B]: b\n")
    assert (argmap.title, [claim.group for claim in argmap.claims]) == ("A title", ["", "part"])


def test_lists_and_untitled_statements() -> None:
    found = parse("1. first\n2. second\n    + reason\n\n* bullet\n")
    assert [node.texts for node in found.statements.values()] == [["first"], ["second"], ["reason"], ["bullet"]]
    assert (found.relations[0].source.title, found.relations[0].target.title) == ("Untitled 3", "Untitled 2")


def test_fences_in_markdown() -> None:
    argmap = read(
        "# Doc\n\nText - no claim\n\n```argdown\n[A]: a\n  - [B]: b\n```\n\nmore\n\n"
        "```{.argdown-map}\n[A]\n  + c\n```\n"
    )
    assert [claim.id for claim in argmap.claims] == ["A", "B", "c"]


def test_line_ends_of_any_kind() -> None:
    text = "[A]: a\n  - <B>: b\n\n(1) x\n----\n(2) y\n"
    assert read(text.replace("\n", "\r\n")) == read(text) == read("\ufeff" + text)


# what becomes of it


def test_a_statement_with_several_wordings_keeps_them() -> None:
    text = "[A]: one\n\n[A]: two\n"
    assert read(text).claims == (Claim(id="A", text="one", note="In other words: “two”"),)
    assert told(text) == [("AM503", 1)]


def test_contradictories_attack_each_other() -> None:
    text = "[A]: a\n  >< [B]: b\n"
    assert [link.id for link in read(text).links] == ["A attacks B", "B attacks A"]
    assert told(text) == [("AM503", 2)]


def test_relations_to_a_whole_argument() -> None:
    one = "[X]: x\n  -> <A>\n  +> <A>\n\n<A>\n\n(1) [P]: p\n----\n(2) [C]: c\n"
    assert [link.id for link in read(one).links] == ["X attacks P", "X supports P", "A"]
    two = "[X]: x\n  -> <A>\n\n<A>\n\n(1) [P]: p\n(2) [Q]: q\n----\n(3) [C]: c\n"
    assert [link.id for link in read(two).links] == ["X undercuts A", "A"]
    assert told(one) == [("AM503", 2), ("AM503", 3)]
    assert told(two) == [("AM503", 2)]


def test_an_undercut_of_a_sketch_hits_its_link() -> None:
    argmap = read("[T]: t\n  + <A>: a\n    _ <U>: u\n      _ <V>: v\n")
    assert [link.id for link in argmap.links] == [
        "A supports T",
        "U undercuts A supports T",
        "V undercuts U undercuts A supports T",
    ]


def test_linked_objections_have_no_claim_of_their_own() -> None:
    claims = tuple(Claim(id=name, text=name.upper()) for name in "abcd")
    links = (
        Link(id="no", named=True, premises=("b", "c"), kind="attacks", target="a", scheme="rule, with comma"),
        Link(id="d undercuts no", premises=("d",), kind="undercuts", target="no"),
    )
    argmap = ArgMap(title="T", claims=claims, links=links)
    text = "\n".join(argdown.write(argmap))
    assert read(text) == argmap
    assert parse(text).counts() == {"statements": 5, "arguments": 1, "inferences": 1, "attack": 1, "undercut": 1}


def test_a_written_map_looks_like_argdown(golden) -> None:
    argmap = ArgMap(
        title="Rain",
        groups=(Group(id="g", title="Signs", color="#00805D"),),
        claims=(
            Claim(id="rain", text="It rains."),
            Claim(id="wet", text="The street is wet.", group="g", tags=("seen", "at noon"), credence=0.9),
            Claim(id="cause", text="Only rain makes streets wet.", implicit=True, group="g"),
            Claim(id="hose", text="The hose was on.", by="Ann", note="She said so."),
            Claim(id="dry", text="The grass is dry."),
        ),
        links=(
            Link(id="sign", named=True, premises=("wet", "cause"), kind="supports", target="rain", scheme="sign"),
            Link(id="hose undercuts sign", premises=("hose",), kind="undercuts", target="sign"),
            Link(id="dry attacks rain", premises=("dry",), kind="attacks", target="rain"),
        ),
    )
    text = "".join(f"{line}\n" for line in argdown.write(argmap))
    golden("formats/rain.argdown", text)
    assert read(text) == argmap


# slips


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("[A]: a\n\n  - <B>: b\n", {"statements": 1, "arguments": 1, "attack": 1}),
        ("[A]: a\n- <B>: b\n", {"statements": 1, "arguments": 1, "attack": 1}),
        ("[A]: a\n[B]: b\n", {"statements": 2}),
        ("[A] a\n", {"statements": 1}),
        ("<A>\n(1) p\n----\n(2) c\n", {"statements": 2, "arguments": 1, "inferences": 1}),
        ("<A>\n\n(1) p\n\n----\n\n(2) c\n", {"statements": 2, "arguments": 1, "inferences": 1}),
        ("[A]: a_b c*d\n", {"statements": 1}),
        ("[A]: a {b: [}\n", {"statements": 1}),
        ("===\ntitle: [\n===\n\n[A]: a\n", {"statements": 1}),
        ("[A]: a\n  -\n", {"statements": 1}),
        ("(1) p\n(2) q\n", {"statements": 2, "arguments": 1}),
        (
            "<A>\n\n(1) p\n----\n(2) c\n\n<A>\n\n(1) q\n----\n(2) d\n",
            {"statements": 4, "arguments": 2, "inferences": 2},
        ),
        ("(1) p\n-- Rule\n(2) c\n", {"statements": 2, "arguments": 1, "inferences": 1}),
    ],
)
def test_a_slip_with_a_plain_meaning_is_told_and_read(text: str, counts: dict[str, int]) -> None:
    assert parse(text).counts() == {"statements": 0, "arguments": 0, "inferences": 0, **counts}
    assert "AM504" in [code for code, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("see https://a.org/b_c_d?x=1#f, and (https://a.org/*) more", None),
        ("https://a.org", None),
        ("**https://a.org/b**: c // d", "https://a.org/b: c"),
        ("// https://a.org\n[B]: c /* http://x.y */ d", "c d"),
        ("[words](https://a.org/b_(c)) d", "words d"),
        ("[words](https://a.org/b_(c) d", "words d"),
        ("x://a", "x:"),
    ],
)
def test_a_web_address_in_a_text_is_no_comment(text: str, says: str | None) -> None:
    before = "===\ntitle: T\n===\n\n"
    claims = read(f"{before}[A]: {text}\n" if "[B]" not in text else before + text).claims
    assert [claim.text for claim in claims] == [says or text]
    assert claims[0].url in ("", "https://a.org/b_(c)", "https://a.org/b_(c")


def test_a_web_address_that_argdown_would_cut_off_is_told_with_its_place() -> None:
    found = argdown.read(SourceText("===\r\ntitle: T\r\n===\r\n\r\n[A]: see\r\n  http://a.org now\r\n"))
    assert [(row.code, str(row.span)) for row in found.problems] == [("AM504", "<string>:6:3")]
    assert not argdown.read(
        SourceText("[A]: [w](http://a.org)\n  + b {url: http://b.org}\n  + c // http://d.org\n")
    ).problems


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [("", "AM508", 1), ("===\ntitle: x\n===\n", "AM508", 1), ("\n  - a\n", "AM501", 2), ("// nothing\n", "AM508", 1)],
)
def test_what_cannot_be_read_is_an_error_with_its_place(text: str, code: str, line: int) -> None:
    found = argdown.read(SourceText(text))
    assert found.argmap is None
    assert (code, line) in told(text)


_PIECES = st.sampled_from((
    "[A]", "[A]:", "<B>", "<B>:", "[C c]: text", "\n", "\n\n", "\n  ", "\n    ", "\n\t", "+ ", "- ", "<+ ", "-> ", "_ ",
    ">< ", "(1) ", "(2) ", "----", "-- rule {uses: [1]} --", "--", "{", "}", "{a: b}", "# H ", "#t", "#(a b)", "*",
    "**",
    "_", "\\", "//c", "/* c */", "<!--", "-->", "===\n", "===\ntitle: x\n===\n\n", "@[A]", ":smile:", ".A.", "x", "1. ",
    "* ", "\r\n", ",", "@include(f)", "\x00", "```argdown\n", "```",
))  # fmt: skip


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_text_at_all_is_a_map_or_an_error(text: str) -> None:
    found = argdown.read(SourceText(text))
    assert (found.argmap is None) == any(problem.severity == "error" for problem in found.problems)


def test_a_file_cut_off_anywhere_is_read_or_refused() -> None:
    whole = "\n".join(
        argdown.write(read("# T\n\n[A]: a {k: v}\n  + <B>: b\n\n<C>\n\n(1) [A]\n-- r {uses: [1]} --\n(2) c\n"))
    )
    for length in range(0, len(whole), 3):
        found = argdown.read(SourceText(whole[:length]))
        assert (found.argmap is None) == any(problem.severity == "error" for problem in found.problems)


ADDRESSES = ("[a](b(", "http://", "http://a.b/ ")


@pytest.mark.parametrize(
    "unit", ["{", "[a](", "@[", "<!--", "*", "(1) a\n----\n", "[A]\n  _ [B]\n", "{ a\n", "#(", *ADDRESSES]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    assert_linear(lambda count: lambda: argdown.read(SourceText(unit * count)))


@pytest.mark.parametrize("unit", ["#t{} ", "#(t {}) "])
def test_time_grows_with_the_number_of_tags_and_premises_only(unit: str) -> None:
    def tagged(count: int) -> str:
        return "[A]: x " + "".join(unit.format(number) for number in range(count))

    def long_step(count: int) -> str:
        return "<A>\n\n" + "".join(f"({number}) p\n" for number in range(count)) + "----\n(1) c\n"

    for made in (tagged, long_step):
        assert_linear(lambda count, made=made: lambda: argdown.read(SourceText(made(count))), least=0.02)


@pytest.mark.parametrize(
    ("text", "says", "tags"),
    [
        ("x #a #(b c)", "x", ("a", "b c")),
        ("x #(b #c)", "x", ("b #c",)),
        ("x#a #b", "x#a", ("a", "b")),
        ("x #a, y #b", "x #a, y", ("a", "b")),
        ("#a", "A", ("a",)),
        ("x (#a)", "x (#a)", ("a",)),
        ("x (y) #a", "x (y)", ("a",)),
    ],
)
def test_tags_at_the_end_are_no_part_of_the_text(text: str, says: str, tags: tuple[str, ...]) -> None:
    claim = read(f"[A]: {text}\n").claims[0]
    assert (claim.text, claim.tags) == (says, tags)


def test_deep_trees_need_no_recursion() -> None:
    text = "\n".join(f"{' ' * depth}{'- ' if depth else ''}x{depth}" for depth in range(2_000))
    assert len(read(text).links) == 1_999


def test_sources_of_statements_are_kept_whatever_they_look_like() -> None:
    text = '[A]: a {source: Smith2020}\n\n[B]: b {source: "Smith, p. 3", note: "N.", credence: high}\n'
    reading = argdown.read(SourceText(text))
    assert [claim.note for claim in reading.argmap.claims] == ["Source: Smith2020", "N. Source: Smith, p. 3"]
    assert [row.message for row in reading.problems] == [
        "the data 'credence' of 'B' was left out: its value is not what it should be"
    ]
