"""Features, ids, names of links: the parts from which losses and round trips are made."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap import codes, document
from argmap.document.ids import is_id
from argmap.formats import drops, reading, yaml
from argmap.formats.features import FEATURES, losses, strip
from argmap.formats.ids import LENGTH, Ids, ids_of, slug
from argmap.formats.naming import Parts, nameless, written
from argmap.model import ArgMap, Claim, Link, Step
from tests.support.maps import argmaps, texts

CALM = settings(max_examples=60, suppress_health_check=list(HealthCheck))


def test_every_code_has_a_row_of_the_same_severity() -> None:
    for feature in FEATURES:
        row = codes.find(feature.code)
        assert row is not None, feature.code
        assert (row.severity, row.title[:13]) == ("warning", "cannot carry ")
    assert len({feature.code for feature in FEATURES}) == len({feature.name for feature in FEATURES}) == len(FEATURES)
    of_readers = {code for name, code in vars(reading).items() if name.isupper() and isinstance(code, str)}
    assert of_readers == {row.code for row in codes.every() if row.code.startswith("AM5")}


@CALM
@given(texts())
def test_a_slug_is_an_id(text: str) -> None:
    name = slug(text)
    assert is_id(name)
    assert len(name) <= LENGTH


@CALM
@given(st.lists(texts(), max_size=8), st.lists(st.sampled_from(("claim", "a", "no", "one")), max_size=3))
def test_ids_are_unique_and_depend_on_nothing_but_the_texts(rows: list[str], taken: list[str]) -> None:
    found = ids_of(rows, taken=taken)
    assert len({*found, *taken}) == len(found) + len(set(taken))
    assert found == ids_of(rows, taken=taken)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Is it so?", "is-it-so"),
        ("The cat sat on the mat today.", "cat-sat-mat-today"),
        ("2024", "2024"),
        ("日本語の文。", "日本語の文"),
        ("ÀÉÎ ßtraße", "aei-sstrasse"),
        ("don't", "dont"),
        ("x" * 99, "x" * LENGTH),
        ("\u0301", "claim"),
    ],
)
def test_readable_ids(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_thousand_equal_texts_take_no_time() -> None:
    assert ids_of(["same"] * 10_000)[-1] == "same-10000"


def test_links_without_names_get_derived_ids_or_numbers() -> None:
    rows = [
        Parts(("a",), "supports", "t"),
        Parts(("a",), "supports", "t"),
        Parts(("b",), "undercuts", 1),
        Parts(("c",), "undercuts", 4),
        Parts(("d",), "undercuts", 3),
    ]
    assert nameless(rows, {"link-2"}) == [
        ("a supports t", False),
        ("link-1", True),
        ("b undercuts link-1", False),
        ("link-3", True),
        ("link-4", True),
    ]
    assert written(rows[:3], ["", "x y", "b undercuts x-y"], Ids()) == [
        ("a supports t", False),
        ("x-y", True),
        ("b undercuts x-y", False),
    ]


def test_a_long_chain_of_undercuts_has_ids_of_some_length() -> None:
    rows = [Parts(("a",), "supports", "t"), *(Parts(("b",), "undercuts", at) for at in range(5_000))]
    assert max(len(name) for name, _ in nameless(rows, ())) < 200


@CALM
@given(argmaps())
def test_what_is_left_is_a_valid_map(argmap: ArgMap) -> None:
    for feature in FEATURES:
        left = strip(argmap, frozenset(row.name for row in FEATURES) - {feature.name})
        if left.title:
            assert document.parse(yaml.dumps(left)).argmap == left, feature.name


@CALM
@given(argmaps())
def test_renaming_back_gives_the_same_map(argmap: ArgMap) -> None:
    there = {claim.id: f"x{index}" for index, claim in enumerate(argmap.claims)}
    back = {new: old for old, new in there.items()}
    taken = {link.id for link in argmap.links} & set(there.values())
    if not taken:
        assert drops.renamed(drops.renamed(argmap, there), back) == argmap


def test_an_undercut_of_a_linked_undercut_of_a_linked_step_keeps_its_target() -> None:
    claims = tuple(Claim(id=name, text=name) for name in "abt")
    links = [Link(id="a+b supports t", premises=("a", "b"), kind="supports", target="t")]
    for premises in (("a", "b"), ("b",), ("a", "b")):
        target = links[-1].id
        name = f"{'+'.join(premises)} undercuts {target}"
        links.append(Link(id=name, premises=premises, kind="undercuts", target=target))
    left = drops.split_linked(ArgMap(title="T", claims=claims, links=tuple(links)))
    undercuts = [link for link in left.links if left.is_link(link.target)]
    hits = [link.premises[0] + left.link(link.target).premises[0] for link in undercuts]
    assert hits == ["aa", "ba", "ba", "ab", "bb"]
    assert document.parse(yaml.dumps(left)).argmap == left


def test_what_shows_a_link_that_is_gone_shows_it_no_more() -> None:
    claims = (Claim(id="a", text="A."), Claim(id="b", text="B."), Claim(id="c", text="C."))
    links = (
        Link(id="b supports a", premises=("b",), kind="supports", target="a"),
        Link(id="u", named=True, premises=("c",), kind="undercuts", target="b supports a"),
        Link(id="v", named=True, premises=("a",), kind="undercuts", target="u"),
    )
    argmap = ArgMap(title="T", claims=claims, links=links, steps=(Step(show=("a", "u", "v")),))
    left = strip(argmap, frozenset(row.name for row in FEATURES) - {"undercuts"})
    assert (left.links, left.steps) == (links[:1], (Step(show=("a",)),))
    told = [
        (row.code, row.element) for row in losses(argmap, frozenset(row.name for row in FEATURES) - {"undercuts"}, "x")
    ]
    assert told == [("AM602", "u"), ("AM602", "v")]
