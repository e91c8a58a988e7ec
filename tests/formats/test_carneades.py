from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from argmap.formats import carneades
from argmap.model import Expect
from argmap.source import SourceText
from tests.formats.test_aif import DEMO

if TYPE_CHECKING:
    from argmap.formats.reading import Reading


def read(text: str) -> Reading:
    return carneades.read(SourceText(dedent(text), "m.yml"))


HARBOUR = """\
    meta:
      title: The harbour
      source: >
        A letter to
        the editor.
    statements:
      open: {text: The harbour is open., meta: {page: 3}}
      ¬open: The harbour is closed.
      calm:
        text: The sea is calm.
        assumed: true
      ice: There is ice.
      "¬app(a1)": The first argument does not apply.
      7: Seven.
    assumptions: [ice, "cold( today )"]
    issues:
      i1: {positions: [open, ¬open], standard: PE}
    arguments:
      a1:
        conclusion: open
        premises: {minor: calm, major: 7}
        undercutter: ¬app(a1)
        scheme: argument from sign
        weight: 0.7
      a2: {conclusion: ¬open, premises: [ice, "cold(today)"], scheme: convergent}
      a3: {conclusion: ¬app(a1)}
      a4: {premises: [ice]}
    argument_schemes: [{id: any}]
    tests:
      in: [calm, ice]
      out: [open]
      undecided: [gone]
"""


def test_issues_assumptions_roles_and_undercutters_are_read() -> None:
    reading = read(HARBOUR)
    argmap = reading.argmap
    assert [(claim.id, argmap.status(claim.id)) for claim in argmap.claims] == [
        ("open", "open"),
        ("not-open", "open"),
        ("calm", "given"),
        ("ice", "given"),
        ("not-app-a1", "open"),
        ("7", "open"),
        ("cold-today", "given"),
        ("a3", "given"),
    ]
    assert [link.id for link in argmap.links] == [
        "calm+7 supports open",
        "not-app-a1 undercuts calm+7 supports open",
        "ice supports not-open",
        "cold-today supports not-open",
        "a3 supports not-app-a1",
        "open attacks not-open",
        "not-open attacks open",
    ]
    first = argmap.links[0]
    assert (first.scheme, first.note) == ("argument from sign", "minor: calm\nmajor: 7")
    assert argmap.claim("open").note == "page: 3"
    assert argmap.expect == Expect(stands=("calm", "ice"), falls=("open",))
    assert argmap.sources[0].title == "A letter to the editor."
    assert [(problem.span.line + 1, problem.code) for problem in reading.problems] == [
        (15, "AM503"),
        (17, "AM502"),
        (24, "AM502"),
        (26, "AM503"),
        (27, "AM502"),
        (28, "AM502"),
        (30, "AM509"),
        (32, "AM507"),
    ]


def test_names_authors_and_dates_are_kept_and_what_has_no_place_is_told() -> None:
    reading = read("""\
        meta: {author: Ada, date: 2020-05-01, purpose: a lesson}
        statements: {p: P., q: Q.}
        arguments:
          from-sign: {conclusion: p, premises: [q]}
          arg2: {conclusion: q, premises: [p]}
        layout: {p: left}
        tests: {in: [p, gone]}
        """)
    argmap = reading.argmap
    assert [(link.id, link.named) for link in argmap.links] == [("from-sign", True), ("p supports q", False)]
    assert (argmap.authors, argmap.date, argmap.expect) == (("Ada",), "2020-05-01", Expect(stands=("p",)))
    assert [(problem.code, problem.message) for problem in reading.problems] == [
        ("AM502", "'purpose' of the metadata has no place in a map; it was left out"),
        ("AM502", "'layout' has no place in a map; it was left out"),
        ("AM509", "the labels are those of Carneades, which weighs arguments otherwise; `check` may find others"),
        ("AM507", "the label of 'gone' was left out: there is no such statement"),
    ]


def test_other_yaml_is_no_carneades() -> None:
    assert read("- a\n- b\n").problems[0].message == "this is not a Carneades file"
    assert read("").argmap is None
    assert read("statements: {a: [}").argmap is None


def test_attacks_are_issues_and_undercuts_undercutters() -> None:
    text = "\n".join(carneades.write(DEMO))
    assert '"undercutter"' not in text
    assert 'undercutter: "¬why"' in text
    assert 'conclusion: "¬why"' in text
    assert 'assumptions: ["smoke", "roads"]' in text


def test_a_negation_that_a_later_hand_uses_as_a_premise_becomes_a_claim() -> None:
    text = "\n".join(carneades.write(DEMO)).replace('premises: ["smoke"]', 'premises: ["smoke", "¬why"]')
    argmap = read(text).argmap
    assert "The argument why does not apply." in [claim.text for claim in argmap.claims]
    assert sorted(link.kind for link in argmap.links) == ["supports", "supports", "undercuts"]
