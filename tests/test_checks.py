"""Warnings and hints: each rule where it should speak, and where it should not."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import api, document
from argmap.checks import RULES, check
from argmap.checks.passages import Passages
from argmap.checks.wording import several
from argmap.checks.words import Words
from argmap.model import ArgMap, Claim, Link, Source, link_id
from argmap.source import SourceText
from tests.support.maps import argmaps, texts

MAPS = Path(__file__).parents[1] / "maps"


def codes(text: str, source: str = "") -> list[str]:
    """The codes that a map gives, its title left out; `source` is the text of its only source."""
    found = document.parse("title: T\n" + dedent(text))
    assert found.argmap is not None, found.problems
    known = {"": SourceText(source)} if source else {}
    return [problem.code for problem in check(found.argmap, found.places, known)]


def claims(**texts: str) -> str:
    return "claims:\n" + "".join(f"  {name}: {text}\n" for name, text in texts.items())


# structure


def test_a_claim_alone_is_no_orphan():
    assert codes(claims(a="It rains.")) == []


def test_orphans():
    assert codes(claims(a="It rains.", b="{text: It pours., supports: a}", c="It snows.")) == ["AM201"]
    assert codes(claims(a="It rains.", b="{text: It pours., supports: a}", c="It snows.") + "thesis: [a, c]") == [
        "AM207"
    ]


def test_a_claim_that_only_undercuts_is_no_orphan():
    assert (
        codes(claims(a="It rains.", b="{text: It pours., supports: a}", c="{text: So., undercuts: b supports a}")) == []
    )


def test_circles_of_support_are_told_once_each():
    knot = claims(a="{text: It rains., supports: b}", b="{text: It pours., supports: a}",
                  c="{text: It snows., supports: d}", d="{text: It hails., supports: c}")  # fmt: skip
    assert codes(knot) == ["AM202", "AM202"]


def test_a_circle_with_an_attack_in_it_is_none():
    assert codes(claims(a="{text: It rains., supports: b}", b="{text: It pours., attacks: a}")) == []


@settings(max_examples=100)
@given(
    edges=st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda e: e[0] != e[1]), max_size=20, unique=True
    )
)
def test_circles_are_those_that_networkx_finds(edges):
    import networkx as nx

    names = tuple(Claim(id=f"c{number}", text=f"Claim {number} is so.") for number in range(8))
    links = tuple(
        Link(id=link_id((f"c{a}",), "supports", f"c{b}"), premises=(f"c{a}",), kind="supports", target=f"c{b}")
        for a, b in edges
    )
    found = [row for row in check(ArgMap(title="T", claims=names, links=links)) if row.code == "AM202"]
    graph = nx.DiGraph((f"c{a}", f"c{b}") for a, b in edges)
    knots = [knot for knot in nx.strongly_connected_components(graph) if len(knot) > 1]
    assert len(found) == len(knots)
    for row in found:
        way = row.message.rpartition(": ")[2].split(" -> ")
        assert way[0] == way[-1] == row.element == min(next(knot for knot in knots if way[0] in knot))
        assert all(graph.has_edge(*step) for step in pairwise(way))
        assert len(set(way)) == len(way) - 1


def test_a_very_long_circle_needs_no_stack():
    size = 30_000
    names = tuple(Claim(id=f"c{number}", text=f"Claim {number} is so.") for number in range(size))
    links = tuple(
        Link(id=f"l{number}", premises=(f"c{number}",), kind="supports", target=f"c{(number + 1) % size}", named=True)
        for number in range(size)
    )
    found = [row for row in check(ArgMap(title="T", claims=names, links=links)) if row.code == "AM202"]
    assert [row.message[:60] for row in found] == ["support goes round in a circle of 30000 claims: 'c0', 'c1', "]


def test_the_same_step_twice_and_steps_both_ways():
    two = claims(a="It rains.", b="It pours.", c="It snows.")
    rows = two + "links:\n  - {from: [b, c], supports: a}\n  - {from: [c, b], supports: a}\n"
    assert codes(rows) == ["AM205"]
    assert codes(two + "links:\n  - {from: [b, c], supports: a}\n  - {from: [c, b], attacks: a}\n") == ["AM206"]
    assert codes(two + "links:\n  - {from: b, supports: a}\n  - {from: [c, b], attacks: a}\n") == []


def test_open_claims_need_support():
    assert codes(claims(a="{text: It rains., status: open}", b="{text: It pours., attacks: a}")) == ["AM210"]
    assert codes(claims(a="{text: It rains., status: open}", b="{text: It pours., supports: a}")) == []


def test_codes_that_cannot_be_allowed():
    assert codes(claims(a="{text: It rains., allow: [AM201, AM303]}")) == []
    assert codes(claims(a="{text: It rains., allow: [am201, AM110, x, AM502]}")) == ["AM213"] * 4


# wording


@pytest.mark.parametrize("text", ["Is it so?", "本当か？", "هل هذا صحيح؟"])
def test_questions(text):
    assert codes(claims(a=f'"{text}"')) == ["AM216"]


def test_a_question_that_is_quoted_is_no_question():
    assert codes(claims(a="'He asked \"Is it so?\" and left.'")) == []


@pytest.mark.parametrize(
    "text",
    [
        "It rains. It pours.", 'He said "No." She said yes.', "Stop! The end is near.",
        "It is so (he says.) We disagree.",
        "In 1928 it was so. Later it was not.", "Die Sonne scheint. Es ist warm.", "الشمس مشرقة. الجو حار.",
        "雨が降る。道が濡れる。", "वर्षा होती है। सड़क गीली है।", "So what? Nothing.",
    ],
)  # fmt: skip
def test_several_sentences(text):
    assert several(text)


@pytest.mark.parametrize(
    "text",
    [
        "It rains.", "The U.S.S.R. Congress met.", "Some animals, e.g. Polar bears, suffer.",
        "Mr. Smith and Dr. No agree.",
        "J. S. Mill wrote it.", "It costs $3.50 a day.", "See vol. II of it.", "Yahoo! is a firm.", "A ... B is a gap.",
        "雨が降る。", "It is so (see p. 12).", "He said 'No!' and left.", "St. Petersburg is vs. Moscow.",
    ],
)  # fmt: skip
def test_one_sentence(text):
    assert not several(text)


def test_german_ordinals_end_no_sentence():
    assert not several("Am 3. Mai und im 19. Jahrhundert z. B. galt das, d. h. Immer.", german=True)
    assert several("Das war 1928. Heute ist es anders.", german=True)


def test_single_words_are_no_claims_in_scripts_with_spaces():
    assert codes(claims(a="Inflation")) == ["AM304"]
    assert codes(claims(a="P")) == []
    assert codes(claims(a="雨が降る。")) == []


def test_the_same_text_twice():
    assert codes(claims(a="It rains.", b="{text: IT  rains, supports: a}")) == ["AM204"]


def test_addresses():
    assert codes(claims(a='{text: It rains., url: "javascript:alert(1)"}')) == ["AM214"]
    assert codes(claims(a='{text: It rains., url: "HTTPS://example.org/x?y=1"}')) == []
    assert codes("source: {title: S, url: example.org}\n" + claims(a="It rains.")) == ["AM214"]


def rabbit(goal: str, *premises: str, language: str = "en") -> list[str]:
    rows = "".join(f'  p{number}: "{text}"\n' for number, text in enumerate(premises))
    names = ", ".join(f"p{number}" for number in range(len(premises)))
    link = f"links:\n  - {{from: [{names}], supports: goal}}\n"
    return codes(f'language: {language}\nclaims:\n  goal: "{goal}"\n{rows}{link}')


def test_the_rabbit_and_holding_hands_rules():
    assert rabbit("Socrates is mortal.", "Socrates is human.") == ["AM301"]
    assert rabbit("Socrates is mortal.", "Socrates is human.", "All humans are mortal.") == []
    assert rabbit("Socrates is mortal.", "Socrates is human.", "All humans are mortal beings.") == ["AM302"]
    assert rabbit("Sokrates ist sterblich.", "Sokrates ist ein Mensch.", language="de") == ["AM301"]
    assert rabbit("Sokrates ist sterblich.", "Sokrates ist ein Mensch.", "Alle Menschen sind sterbliche Wesen.",
                  language="de-AT") == ["AM302"]  # fmt: skip


def test_the_rules_are_silent_where_the_wording_is_free():
    assert rabbit("Voting should be compulsory.", "High turnout makes governments legitimate.") == []
    assert rabbit("Zoos should be closed at once.", "Animals suffer in cages.", "Cruelty is a crime.") == []
    assert rabbit("Socrate est mortel.", "Socrate est humain.", language="fr") == []


def test_words_of_one_family_are_one():
    words = Words("en")
    for pair in ("vote voting", "mortal mortality", "democracy democratic", "government govern", "policy policies"):
        one, other = (set(words.significant(word)) for word in pair.split())
        assert one == other, pair


# quotations

DIARY = (
    "My diary\n\nIt rained all\nnight, and the  street was wet.\n\nIn the morning the sun came out.\n\nIt rained all\n"
)


def quoted(claim: str, skip: int = 1) -> list[str]:
    return codes(f"source: {{title: S, skip: {skip}}}\nclaims:\n  a: {{text: It rained., {claim}}}\n", DIARY)


def test_quotations_are_compared_but_for_white_space():
    assert quoted("quote: 'rained all night, and the street'") == []
    assert quoted("quote: 'rained  all night'") == []
    assert quoted("quote: 'Rained all night'") == ["AM208"]
    assert quoted("quote: 'rained all night and'") == ["AM208"]
    assert quoted("quote: 'was wet. In the morning'") == ["AM208"]


def test_quotations_stand_in_the_paragraph_that_is_named():
    assert quoted("quote: It rained all, at: 1") == []
    assert quoted("quote: It rained all, at: 3") == []
    assert quoted("quote: It rained all, at: 2") == ["AM209"]
    assert quoted("quote: [the sun, the street], at: [2, 1]") == []
    assert quoted("quote: [the sun, the street], at: [1, 2]") == ["AM209", "AM209"]
    assert quoted("quote: [the sun, the street], at: 1") == ["AM209"]
    assert quoted("quote: the sun, at: p. 7") == []
    assert quoted("quote: the sun, at: 3", skip=0) == []
    assert quoted("quote: My diary, at: 1") == ["AM209"]
    assert quoted("at: 4") == ["AM211"]


def test_without_a_text_nothing_is_compared():
    assert codes("source: {title: S}\nclaims:\n  a: {text: It rained., quote: Lies}\n") == []


def test_several_sources():
    two = "sources:\n  x: {title: X}\n  y: {title: Y}\nclaims:\n  a: {text: It rained., quote: the sun, SOURCE}\n"
    found = document.parse("title: T\n" + two.replace("SOURCE", "source: x"))
    other = document.parse("title: T\n" + two.replace(", SOURCE", ""))

    def said(map_file, **known: str) -> list[str]:
        texts = {name: SourceText(text) for name, text in known.items()}
        return [row.code for row in check(map_file.argmap, map_file.places, texts)]

    assert said(found, x="the sun", y="the moon") == []
    assert said(found, x="the moon", y="the sun") == ["AM208"]
    assert said(found, y="the moon") == []
    assert said(other, x="the moon", y="the sun") == ["AM215"]
    assert said(other, x="the moon", y="the stars") == ["AM208", "AM215"]
    assert said(other, x="the moon") == ["AM215"]


def test_the_nearest_passage_and_what_differs():
    passages = Passages(DIARY, 1)
    assert passages.nearest("In the morning the moon came out") == (
        "the nearest passage, in paragraph 2, has 'morning the sun came out.' where the quotation has "
        "'morning the moon came out'"
    )
    assert passages.nearest("was wet. In the morning").startswith("it runs over the end of a paragraph")
    assert passages.nearest("It rained ... the street").startswith("words are left out")
    assert passages.nearest("Bananas are yellow").startswith("nothing in the source is like it")


@settings(max_examples=100)
@given(text=texts(), quote=texts())
def test_any_quotation_can_be_compared_with_any_text(text, quote):
    passages = Passages(text, 0)
    if not passages.find(quote):
        assert passages.nearest(quote)


def test_comparing_is_fast_enough_for_long_texts():
    source = SourceText(
        "\n\n".join(f"Paragraph {number} says that {number % 7} is a number." for number in range(20_000))
    )
    names = tuple(
        Claim(id=f"c{n}", text=f"Claim {n} is so.", quote=(f"Paragraph {n * 90} says what",)) for n in range(200)
    )
    found = check(ArgMap(title="T", claims=names, sources=(Source(),)), None, {"": source})
    assert sum(row.code == "AM208" for row in found) == 200


def test_claims_without_a_quotation_in_a_map_that_quotes():
    rows = "source: {title: S}\nclaims:\n  a: {text: It rains., quote: x}\n  b: {text: It pours., supports: a%s}\n"
    assert codes(rows % "") == ["AM305"]
    assert codes(rows % ", implicit: true") == []
    more = "".join(f"  c{number}: {{text: It snows {number} times., supports: a}}\n" for number in range(3))
    assert codes(rows % "" + more) == []


# all of them


@settings(max_examples=150)
@given(argmap=argmaps())
def test_any_map_can_be_checked_and_what_is_allowed_is_silent(argmap):
    found = check(argmap)

    def allow(row):
        return (*row.allow, *(one.code for one in found if one.element == row.id))

    silent = replace(
        argmap,
        claims=tuple(replace(row, allow=allow(row)) for row in argmap.claims),
        links=tuple(replace(row, allow=allow(row)) for row in argmap.links),
    )
    assert not [row for row in check(silent) if row.element and row.code != "AM213"]


def test_a_map_with_errors_gets_only_the_doubts_that_do_not_depend_on_what_is_missing():
    text = "title: T\nclaims:\n  a: Is it?\n  b: {text: It is., supports: zz}\n"
    assert [problem.code for problem in api.check_text(text)] == ["AM216", "AM110"]


def test_what_is_allowed_on_a_claim_holds_for_links_written_on_it():
    rows = "claims:\n  mortal: Socrates is mortal.\n  man: {text: Socrates is human., supports: mortal%s}\n"
    assert codes(rows % "") == ["AM301"]
    assert codes(rows % ", allow: AM301") == []


def test_every_rule_tells_its_code_in_its_first_words():
    for rule, _ in RULES:
        assert rule.__doc__.startswith("AM"), rule.__name__


@pytest.mark.parametrize("path", sorted(MAPS.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_gallery_has_no_errors_and_no_warnings(path):
    assert [f"{row.span} {row.message}" for row in api.check(path) if row.severity != "hint"] == []
