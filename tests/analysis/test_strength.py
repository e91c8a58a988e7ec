"""Strength: the figures of the papers, and circles without a defined strength."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from argmap.analysis.strength import strength
from argmap.model import ArgMap, Claim, Link
from tests.support.evaluation import build, random_maps, worked


@worked("qbaf_strengths.json")
def test_worked_frameworks(case):
    claims = tuple(Claim(id=name, text=name, credence=score) for name, score in case["base_scores"].items())
    links = tuple(
        Link(id=f"{kind} {i}", premises=(a,), kind=kind, target=b)
        for kind in ("attacks", "supports")
        for i, (a, b) in enumerate(case[kind])
    )
    found = strength(ArgMap(title=case["title"], claims=claims, links=links))
    assert found.claims == pytest.approx(case["expected"]["DFQuAD"], abs=max(case["tolerance"], 1e-9))
    assert found.undefined == ()
    assert bool(found.circles) is not case["acyclic"]


def test_links_have_strengths_linked_premises_multiply_and_undercuts_weaken():
    argmap = build(
        "c~0.2 p~0.5 q~0.8 u~0.25 v~0.5",
        "r~0.9: p+q supports c",
        "z: u undercuts r",
        "y: v undercuts r",
        "t: p undercuts z",
    )
    found = strength(argmap)
    undercut = 0.25 * (1 - 0.5)
    link = 0.9 * 0.5 * 0.8 * (1 - undercut) * (1 - 0.5)
    assert found.links["z"] == pytest.approx(undercut)
    assert found.links["r"] == pytest.approx(link)
    assert found.claims["c"] == pytest.approx(0.2 + 0.8 * link)
    assert found.verdict == "exact: no circles"


def test_rejected_claims_have_no_strength_and_interventions_are_final():
    argmap = build("c p=rejected o", "r: p supports c", "x: o attacks c")
    assert strength(argmap).claims == {"c": 0.25, "p": 0.0, "o": 0.5}
    assert strength(argmap, {"o": "stands", "p": "stands"}).claims["c"] == 0.5
    assert strength(argmap, {"c": "stands"}).claims["c"] == 1.0
    assert strength(argmap, base=0.0).claims["c"] == 0.0


def test_a_circle_that_two_starts_solve_differently_has_no_defined_strength():
    support = strength(build("a~0 b~0 c", "x: a supports b", "y: b supports a", "r: a supports c"))
    assert support.undefined == ("a", "b", "c")
    assert support.verdict == "no defined strength on some circles"
    assert support.links["r"] is None


def test_a_circle_that_both_starts_solve_alike_has_one():
    found = strength(build("a~1 b~1", "x: a attacks b", "y: b attacks a"))
    assert found.claims == pytest.approx({"a": 0.5, "b": 0.5})
    assert found.verdict == "solved on circles: two starting points agree"


def test_an_intervention_opens_a_circle():
    argmap = build("a~0 b~0", "x: a supports b", "y: b supports a")
    assert strength(argmap, {"a": "stands"}).claims == {"a": 1.0, "b": 1.0}


def test_a_limit_leaves_it_undetermined():
    found = strength(build("a b", "x: a attacks b", "y: b attacks a"), expired=lambda: True)
    assert found.verdict == "undetermined within the time limit"


def test_strengths_are_between_0_and_1_and_solve_their_equations():
    rng = random.Random(5)  # noqa: S311 - a seeded run, not a secret
    for plain in random_maps(150, seed=41):
        argmap = replace(plain, claims=tuple(replace(claim, credence=rng.random()) for claim in plain.claims))
        found = strength(argmap)
        for claim in argmap.claims:
            value = found.claims[claim.id]
            if value is None or argmap.status(claim.id) == "rejected":
                continue
            for_it = against = 1.0
            for link in argmap.links:
                if link.target == claim.id and link.kind == "supports":
                    for_it *= 1 - found.links[link.id]
                elif link.target == claim.id and link.kind == "attacks":
                    against *= 1 - found.links[link.id]
            a, b = against - for_it, claim.credence
            assert value == pytest.approx(b + (1 - b) * max(0, a) - b * max(0, -a), abs=1e-6)
            assert -1e-9 <= value <= 1 + 1e-9
