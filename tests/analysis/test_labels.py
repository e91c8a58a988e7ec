"""The labelling: against the definition read naively, against argument trees, on the worked cases, and its laws."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.analysis.labels import labels
from argmap.diagnostics import UsageError
from argmap.model import Claim, Link
from tests.support.evaluation import (
    LINK_STATES,
    STATES,
    all_labels,
    alternating,
    argument_trees,
    build,
    case_map,
    framework,
    random_maps,
    worked,
)

seeds = st.integers(0, 10**6)


def one(seed: int, **sizes):
    return next(iter(random_maps(1, seed, **sizes)))


def assert_agree(maps) -> int:
    count = 0
    for argmap in maps:
        assert all_labels(labels(argmap)) == alternating(argmap), argmap
        count += 1
    return count


def test_random_maps_agree_with_the_definition():
    assert assert_agree(random_maps(1200, seed=1)) == 1200
    assert assert_agree(random_maps(800, seed=2, claims=12, links=24)) == 800


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("ARGMAP_LONG"), reason="takes minutes; set ARGMAP_LONG=1 to run it")
def test_fifty_thousand_random_maps_agree_with_the_definition():
    assert assert_agree(random_maps(25_000, seed=3)) == 25_000
    assert assert_agree(random_maps(20_000, seed=4, claims=10, links=18)) == 20_000
    assert assert_agree(random_maps(5_000, seed=5, claims=16, links=36)) == 5_000


def test_random_maps_agree_with_argument_trees():
    compared = 0
    for argmap in random_maps(1200, seed=6, claims=6, links=7):
        trees = argument_trees(argmap, most=60)
        if trees is not None:
            compared += 1
            assert {name: verdict.label for name, verdict in labels(argmap).claims.items()} == trees, argmap
    assert compared > 900


def test_interventions_agree_with_the_definition():
    for number, argmap in enumerate(random_maps(500, seed=7)):
        names = [claim.id for claim in argmap.claims]
        do = {names[number % len(names)]: "stands", names[-1]: "falls"}
        assert all_labels(labels(argmap, do)) == alternating(argmap, do), (argmap, do)


@worked("maps_wellfounded.json")
def test_worked_maps(case):
    argmap = case_map(case)
    found = labels(argmap)
    assert {name: verdict.label for name, verdict in found.claims.items()} == {
        name: STATES[state] for name, state in case["labels"].items()
    }
    assert {name: verdict.label for name, verdict in found.links.items()} == {
        name: LINK_STATES[state] for name, state in case["link_labels"].items()
    }
    assert sorted(name for name, verdict in found.claims.items() if verdict.reason == "circular") == case["unfounded"]


@worked("dung_af.json")
def test_worked_frameworks(case):
    found = labels(framework(case["arguments"], case["attacks"]))
    expected = case["expected"]["grounded_labelling"]
    assert {name: verdict.label for name, verdict in found.claims.items()} == {
        name: STATES[state] for name, state in expected.items()
    }


@worked("setaf.json")
def test_worked_frameworks_with_linked_attacks(case):
    found = labels(framework(case["arguments"], case["collective_attacks"]))
    assert sorted(found.having("stands")) == case["expected"]["grounded"]


@pytest.mark.parametrize(
    ("argmap", "name", "expected"),
    [
        (build("p", "r: p supports p"), "p", ("falls", "circular", "r")),
        (build("p c", "r: p supports c"), "p", ("stands", "given", "")),
        (build("p c", "r: p supports c"), "c", ("stands", "supported", "r")),
        (build("p c", "r: p supports c"), "r", ("live", "holds", "")),
        (build("p=rejected c", "r: p supports c"), "p", ("falls", "rejected", "")),
        (build("p=rejected c", "r: p supports c"), "r", ("dead", "premise", "p")),
        (build("p=rejected c", "r: p supports c"), "c", ("falls", "unsupported", "r")),
        (build("p=open c", "r: p supports c"), "p", ("falls", "not given", "")),
        (build("o c", "x: o attacks c"), "c", ("falls", "refuted", "x")),
        (build("p c u", "r: p supports c", "z: u undercuts r"), "r", ("dead", "undercut", "z")),
        (build("a b", "x: a attacks b", "y: b attacks a"), "a", ("contested", "circle", "")),
        (build("p q", "r: p supports q", "s: q supports p"), "r", ("dead", "circular", "p")),
        (build("p q", "r: p supports q", "s: q supports p"), "q", ("falls", "circular", "r")),
        # the first of two reasons that live equally early; the earlier of two, whatever the order of the file
        (build("p q c", "s: q supports c", "r: p supports c"), "c", ("stands", "supported", "s")),
        (build("p m c", "s: m supports c", "t: p supports m", "r: p supports c"), "c", ("stands", "supported", "r")),
        # the reason that died last decides; the premise that fell first
        (
            build("p=open q=open m c", "t: q supports m", "s: m supports c", "r: p supports c"),
            "c",
            ("falls", "unsupported", "s"),
        ),
        (build("p=open q=open c", "r: q+p supports c"), "r", ("dead", "premise", "q")),
        # refuted goes before unsupported when both were so earlier
        (build("p=open o c", "r: p supports c", "x: o attacks c"), "c", ("falls", "refuted", "x")),
        # an undercut goes before a fallen premise
        (build("p o u c", "r: p supports c", "x: o attacks p", "z: u undercuts r"), "r", ("dead", "undercut", "z")),
        # d stands only because c falls, so it is not what refutes c
        (
            build("c d e", "r: e supports c", "s: c supports e", "x: c attacks d", "y: d attacks c"),
            "c",
            ("falls", "circular", "r"),
        ),
    ],
)
def test_recorded_reasons(argmap, name, expected):
    verdict = labels(argmap)[name]
    assert (verdict.label, verdict.reason, verdict.cause) == expected


def test_interventions_have_reasons_of_their_own():
    argmap = build("p q c", "r: p supports c", "x: q attacks c")
    found = labels(argmap, {"c": "stands", "p": "falls"})
    assert (found["c"].reason, found["p"].reason) == ("accepted", "rejected")
    assert labels(build("p=rejected"), {"p": "stands"})["p"].label == "stands"


@given(seeds)
def test_every_cause_is_earlier_except_in_circles_of_support(seed):
    found = labels(one(seed, claims=9, links=16))
    for verdict in (*found.claims.values(), *found.links.values()):
        if verdict.cause and verdict.reason != "circular":
            assert found[verdict.cause].round < verdict.round


@given(seeds)
def test_the_order_of_the_file_changes_no_label_and_no_round(seed):
    argmap = one(seed)
    turned = replace(argmap, claims=argmap.claims[::-1], links=argmap.links[::-1])
    one_way, other_way = labels(argmap), labels(turned)
    for name in (*one_way.claims, *one_way.links):
        a, b = one_way[name], other_way[name]
        assert (a.label, a.reason, a.round) == (b.label, b.reason, b.round)


@given(seeds)
def test_names_do_not_matter(seed):
    argmap = one(seed)
    called = {row.id: f"x{i}" for i, row in enumerate((*argmap.claims, *argmap.links))}
    renamed = replace(
        argmap,
        claims=tuple(replace(claim, id=called[claim.id]) for claim in argmap.claims),
        links=tuple(
            replace(
                link,
                id=called[link.id],
                premises=tuple(called[name] for name in link.premises),
                target=called[link.target],
            )
            for link in argmap.links
        ),
    )
    assert all_labels(labels(renamed)) == {called[name]: label for name, label in all_labels(labels(argmap)).items()}


@given(seeds)
def test_an_intervention_that_says_what_holds_changes_nothing(seed):
    argmap = one(seed)
    plain = labels(argmap)
    do = {name: verdict.label for name, verdict in plain.claims.items() if verdict.label != "contested"}
    assert all_labels(labels(argmap, do)) == all_labels(plain)


@given(seeds)
def test_without_circles_nothing_is_contested(seed):
    argmap = one(seed, claims=10, links=20)
    place = {claim.id: i for i, claim in enumerate(argmap.claims)}
    straight = [
        link
        for link in argmap.links
        if link.kind != "undercuts" and all(place[name] < place[link.target] for name in link.premises)
    ]
    cuts = [
        Link(id=f"{name} cuts {link.id}", premises=(name,), kind="undercuts", target=link.id)
        for link in straight[::3]
        for name in list(place)[: place[link.target]][::2]
    ]
    found = labels(replace(argmap, links=(*straight, *cuts)))
    assert "contested" not in all_labels(found).values()


@given(seeds)
@settings(max_examples=200)
def test_one_more_given_reason_never_lowers_its_own_target(seed):
    argmap = one(seed)
    order = ("falls", "contested", "stands")
    target = argmap.claims[seed % len(argmap.claims)]
    stated = replace(argmap, claims=tuple(replace(claim, status=argmap.status(claim.id)) for claim in argmap.claims))
    more = replace(
        stated,
        claims=(*stated.claims, Claim(id="new", text="new", status="given")),
        links=(*stated.links, Link(id="more", premises=("new",), kind="supports", target=target.id)),
    )
    before, after = labels(stated).claims[target.id].label, labels(more).claims[target.id].label
    assert order.index(after) >= order.index(before)


def test_unknown_claims_get_the_nearest_name():
    argmap = build("turnout raises", "r: raises supports turnout")
    with pytest.raises(UsageError, match="no claim is called 'turnuot'; near: turnout"):
        labels(argmap, {"turnuot": "falls"})
    with pytest.raises(UsageError, match="stand or to fall"):
        labels(argmap, {"turnout": "maybe"})
    with pytest.raises(UsageError, match="have one id"):
        labels(build("a a"))
    with pytest.raises(UsageError, match="does not hold"):
        labels(build("a", "r: b supports a"))


def test_an_empty_map_has_no_labels():
    assert all_labels(labels(build(""))) == {}
