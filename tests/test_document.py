"""Map files to maps: every field, every reference, every mistake in one run, and never an exception."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from argmap import document, limits
from argmap.api import loads
from argmap.diagnostics import InvalidMapError
from argmap.document.fields import MEANT, RECORDS, TABLES
from argmap.document.schema import schema
from argmap.formats.yaml import dumps
from argmap.model import ArgMap, Claim, Expect, Group, Link, Source, Step
from tests.support.maps import argmaps

ROOT = Path(__file__).parents[1]


def problems(text: str) -> list[tuple[str, str]]:
    return [(problem.code, f"{problem.span.line + 1}:{problem.span.column + 1}") for problem in
            document.parse(text).problems]  # fmt: skip


EVERYTHING = """\
title: 2024
description: A description.
authors: [Ann, Bob]
date: 2026-01-31
license: CC0-1.0
language: pt-BR
thesis: no
sources:
  essay: {title: Essay, author: Ann, year: 1928, publisher: P, url: "https://a.org", file: e.txt, note: N, skip: 2}
groups:
  g: Group
  h: {title: Other, color: "#00805D", note: N}
claims:
  no: A thesis.
  b:
    text: A reason.
    supports: [no, c]
    attacks: d
    undercuts: c+d supports no
    group: g
    tags: [x, y]
    status: given
    credence: 0.25
    implicit: true
    kind: fact
    quote: [one, two]
    at: [3, "p. 4"]
    source: essay
    by: Ann
    note: N
    url: https://example.org
    allow: [AM201]
  c: {text: C.}
  d: D.
links:
  - {from: [c, d], supports: no}
  - id: step
    from: d
    attacks: c
    scheme: modus ponens
    cue: thus
    basis: cue
    strength: 1
    note: N
    quote: one
    at: "3"
    source: essay
    allow: AM205
expect: {stands: [no], falls: b, contested: [c, d]}
steps:
  - {show: no, say: First.}
  - show: [b, step, c+d supports no]
"""


def test_every_field_is_read():
    assert loads(EVERYTHING) == ArgMap(
        title="2024", description="A description.", authors=("Ann", "Bob"), date="2026-01-31", license="CC0-1.0",
        language="pt-BR", thesis=("no",),
        sources=(Source(id="essay", title="Essay", author="Ann", year="1928", publisher="P", url="https://a.org",
                        file="e.txt", note="N", skip=2),),
        groups=(Group(id="g", title="Group"), Group(id="h", title="Other", color="#00805D", note="N")),
        claims=(
            Claim(id="no", text="A thesis."),
            Claim(id="b", text="A reason.", group="g", tags=("x", "y"), status="given", credence=0.25, implicit=True,
                  kind="fact", quote=("one", "two"), at=(3, "p. 4"), source="essay", by="Ann", note="N",
                  url="https://example.org", allow=("AM201",)),
            Claim(id="c", text="C."), Claim(id="d", text="D."),
        ),
        links=(
            Link(id="b supports no", premises=("b",), kind="supports", target="no"),
            Link(id="b supports c", premises=("b",), kind="supports", target="c"),
            Link(id="b attacks d", premises=("b",), kind="attacks", target="d"),
            Link(id="b undercuts c+d supports no", premises=("b",), kind="undercuts", target="c+d supports no"),
            Link(id="c+d supports no", premises=("c", "d"), kind="supports", target="no"),
            Link(id="step", premises=("d",), kind="attacks", target="c", named=True, scheme="modus ponens", cue="thus",
                 basis="cue", strength=1.0, note="N", quote=("one",), at=("3",), source="essay", allow=("AM205",)),
        ),
        expect=Expect(stands=("no",), falls=("b",), contested=("c", "d")),
        steps=(Step(show=("no",), say="First."), Step(show=("b", "step", "c+d supports no"))),
    )  # fmt: skip


def test_the_table_names_the_fields_of_the_model():
    homes = {"map": ArgMap, "claim": Claim, "link": Link, "group": Group, "source": Source, "step": Step,
             "expectation": Expect}  # fmt: skip
    for name, rows in RECORDS.items():
        for row in rows:
            assert not row.attribute or row.attribute in homes[name].__dataclass_fields__, row.key
            assert row.meaning


def test_words_of_habit_mean_keys_that_exist():
    keys = {row.key for rows in RECORDS.values() for row in rows}
    assert set(MEANT.values()) <= keys
    assert not any(word in table and MEANT[word] in table for word in MEANT for table in TABLES.values())


def test_keys_on_a_claim_keep_their_order():
    links = loads(
        "title: T\nclaims:\n  a: A.\n  b: {text: B., attacks: a}\n  c: {text: C., attacks: a, supports: b}\n"
    ).links
    assert [link.id for link in links] == ["b attacks a", "c attacks a", "c supports b"]


def test_derived_ids_may_be_used_before_they_are_made():
    text = "title: T\nclaims:\n  a: {text: A., undercuts: b supports c}\n  b: {text: B., supports: c}\n  c: C.\n"
    assert loads(text).links[0].target == "b supports c"


def test_undercuts_of_undercuts_and_circles_of_them_are_legal():
    text = """\
title: T
claims: {a: A., b: B., c: C.}
links:
  - {from: a, supports: b}
  - {id: u, from: c, undercuts: w}
  - {id: w, from: b, undercuts: u}
  - {from: c, undercuts: a supports b}
  - {from: a, undercuts: c undercuts a supports b}
"""
    assert [link.target for link in loads(text).links] == ["b", "w", "u", "a supports b", "c undercuts a supports b"]


def test_ids_of_any_script_and_either_way_of_writing_accents():
    text = "title: T\nclaims:\n  cafe\u0301: A.\n  नैतिक: {text: B., supports: caf\u00e9}\n"
    text += "  日本: {text: C., attacks: cafe\u0301}\n"
    assert [claim.id for claim in loads(text).claims] == ["caf\u00e9", "नैतिक", "日本"]


def test_all_mistakes_are_found_in_one_run_in_file_order():
    text = """\
title: T
clams: 1
claims:
  a: {text: A., credence: 7}
  b c: B.
  d: {text: D., supports: x, group: g}
  d: again
links:
  - {from: a}
  - {from: [a, d], attacks: a}
  - text
expect: {stands: nobody}
"""
    assert problems(text) == [
        ("AM101", "2:1"), ("AM106", "4:27"), ("AM108", "5:3"), ("AM110", "6:27"), ("AM112", "6:37"), ("AM016", "7:3"),
        ("AM118", "9:5"), ("AM117", "10:29"), ("AM103", "11:5"), ("AM110", "12:18"),
    ]  # fmt: skip


def test_mistakes_in_yaml_and_in_the_map_are_told_together():
    text = "title: A: b\nclaims:\n  a: {text: A., supports: b}\n  c: 'it's'\n"
    assert [code for code, _ in problems(text)] == ["AM005", "AM110", "AM005"]


@pytest.mark.parametrize(
    ("value", "code"),
    [("0.5", ""), ("1", ""), ("0", ""), (".5", ""), ("5e-1", ""), ("+0.5", ""), ("-0.0", ""), ("0,5", "AM105"),
     ("50%", "AM105"), ("half", "AM105"), ("'0.5'", "AM105"), ("1.01", "AM106"), ("-0.1", "AM106"), (".inf", "AM105"),
     (".nan", "AM105"), ("1e999", "AM106"), ("\u0660.\u0665", "AM105"), ("0x1", "AM105"), ("", "AM104"),
     ("[1]", "AM103")],
)  # fmt: skip
def test_numbers(value, code):
    found = [code for code, _ in problems(f"title: T\nclaims:\n  a:\n    text: It rains.\n    credence: {value}\n")]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    ("value", "code"), [("true", ""), ("False", ""), ("yes", "AM105"), ("1", "AM105"), ('"true"', "AM105")]
)
def test_truth_values(value, code):
    found = [code for code, _ in problems(f"title: T\nclaims:\n  a:\n    text: It rains.\n    implicit: {value}\n")]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    ("value", "place"), [("3", (3,)), ('"3"', ("3",)), ("p. 12", ("p. 12",)), ("[1, p. 2]", (1, "p. 2"))]
)
def test_places_in_a_source(value, place):
    assert loads(f"title: T\nclaims:\n  a:\n    text: A.\n    at: {value}\n").claims[0].at == place


def test_a_lone_place_that_is_impossible_is_told():
    assert problems("title: T\nclaims:\n  a: {text: A., at: 0}\n") == [("AM106", "3:21")]


def test_what_is_listed_twice_counts_once():
    found = document.parse("title: T\nclaims:\n  a: A.\n  b: B.\nlinks:\n  - {from: [b, b], supports: a}\n")
    assert [problem.code for problem in found.problems] == ["AM203"]
    assert found.argmap is not None
    assert found.argmap.links[0].id == "b supports a"


def test_the_bound_on_claims():
    rows = "".join(f"  c{number}: C.\n" for number in range(limits.MAX_CLAIMS + 1))
    assert [code for code, _ in problems(f"title: T\nclaims:\n{rows}")] == ["AM012"]


def test_the_bound_on_links():
    targets = ", ".join(f"c{number}" for number in range(500))
    rows = "".join(f"  c{number}: C.\n" for number in range(500))
    more = "".join(f"  d{number}: {{text: D., supports: *all}}\n" for number in range(1, 402))
    text = f"title: T\nclaims:\n{rows}  d0: {{text: D., supports: &all [{targets}]}}\n{more}"
    assert {code for code, _ in problems(text)} == {"AM010"}  # aliases are bounded before links are
    plain = "".join(f"  e{number}: {{text: D., supports: [{targets}]}}\n" for number in range(401))
    assert [code for code, _ in problems(f"title: T\nclaims:\n{rows}{plain}")] == ["AM012"]


def test_many_dangling_names_are_told_fast():
    rows = "".join(f"  claim-{number}: {{text: C., supports: klaim-{number}}}\n" for number in range(3_000))
    assert len(problems(f"title: T\nclaims:\n{rows}")) == 3_000


ODD = st.recursive(
    st.one_of(st.sampled_from(["a", "b", "", "0.5", "true", "b supports a", "null", "#fff", "- x", "é"]), st.none(),
              st.integers(-2, 9)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(sorted({*TABLES["map"], *TABLES["claim"], *TABLES["link"], "a", "b"})), inner,
                        max_size=5),
    ),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=300)
@given(tree=ODD)
def test_any_tree_gives_a_map_or_problems(tree):
    for text in (
        json.dumps(tree),
        json.dumps({"title": "T", "claims": {"a": "A.", "b": {"text": "B."}}, "links": tree}),
    ):
        found = document.parse(text)
        assert (found.argmap is None) == any(problem.severity == "error" for problem in found.problems)


@settings(max_examples=300)
@given(text=st.one_of(st.text(max_size=80), st.binary(max_size=80)))
@example(text="claims:")
@example(text="title: T\nclaims: &a {b: *a}")
@example(text="title: T\nclaims: {a: A, a: {}, : x}")
@example(text="? ?\n")
def test_any_text_is_a_map_or_an_invalid_map_error(text):
    with suppress(InvalidMapError):
        loads(text)


# places


def test_places_of_everything():
    places = document.parse(EVERYTHING, "e.yaml").places

    def at(*path):
        return str(places.span(*path)).removeprefix("e.yaml:")

    assert at("no") == "14:3"
    assert at("no", "text") == "14:7"
    assert at("b") == "15:3"
    assert at("b", "tags", 1) == "21:15"
    assert at("b", "status") == "22:13"
    assert at("b", "nothing") == "15:3"
    assert at("b supports c") == "17:20"
    assert at("b attacks d") == "18:14"
    assert at("c+d supports no") == "36:5"
    assert at("c+d supports no", "from", 1) == "36:16"
    assert at("step") == "37:9"
    assert at("step", "from", 0) == "38:11"
    assert at("", "expect", "stands", 0) == "49:19"
    assert at("", "expect", "falls", 0) == "49:31"
    assert at("", "expect", "contested", 1) == "49:49"
    assert at("", "thesis", 0) == "7:9"
    assert at("", "groups", "h") == "12:6"
    assert at("", "steps", 1, "show", 1) == "52:15"
    assert at("unknown") == "1:1"
    assert str(places.key("b", "status")) == "e.yaml:22:5"
    assert str(places.key("", "expect")) == "e.yaml:49:1"


# the schema


def core(text: str):
    """The map as an editor reads it: YAML 1.2, dates as texts."""
    reader = YAML(typ="safe", pure=True)
    reader.constructor.yaml_constructors = {
        **reader.constructor.yaml_constructors,
        "tag:yaml.org,2002:timestamp": lambda _, node: node.value,
    }
    return reader.load(text)


VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(schema())
    assert json.loads(json.dumps(schema())) == schema()


@settings(max_examples=100)
@given(argmap=argmaps())
def test_what_we_write_fits_the_schema(argmap):
    assert not list(VALIDATOR.iter_errors(core(dumps(argmap))))


def test_everything_fits_the_schema():
    assert not list(VALIDATOR.iter_errors(core(EVERYTHING)))


CAUGHT = ("AM101", "AM102", "AM103", "AM104", "AM105", "AM106", "AM107", "AM108", "AM109", "AM118", "AM119", "AM122")


@pytest.mark.parametrize("code", CAUGHT)
def test_the_schema_catches_what_an_editor_can_catch(code):
    text = (ROOT / "tests" / "bad" / f"{code}.yaml").read_text("utf-8")
    assert list(VALIDATOR.iter_errors(core(text)))
