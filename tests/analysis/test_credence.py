"""Credence: against the sum over all worlds, against the labels, and its sampling error."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product

import pytest

from argmap.analysis.credence import credence
from argmap.analysis.labels import labels
from argmap.diagnostics import UsageError
from tests.support.evaluation import alternating, build, random_maps

GRAINS = (None, 0.0, 0.3, 0.5, 0.9, 1.0)


def doubtful(argmap, rng):
    return replace(argmap, claims=tuple(replace(claim, credence=rng.choice(GRAINS)) for claim in argmap.claims))


def by_worlds(argmap):
    """Return P(stands) of every claim by evaluating one world after the other."""
    doubted = [c for c in argmap.claims if c.credence is not None and argmap.status(c.id) == "given"]
    total = dict.fromkeys((claim.id for claim in argmap.claims), 0.0)
    for granted in product((True, False), repeat=len(doubted)):
        weight = 1.0
        for claim, way in zip(doubted, granted, strict=True):
            weight *= claim.credence if way else 1 - claim.credence
        if weight:
            do = {claim.id: "falls" for claim, way in zip(doubted, granted, strict=True) if not way}
            for name, label in alternating(argmap, do).items():
                if label == "stands":
                    total[name] += weight
    return total


def test_exact_credence_equals_the_sum_over_all_worlds():
    rng = random.Random(1)  # noqa: S311 - a seeded run, not a secret
    for plain in random_maps(250, seed=51):
        argmap = doubtful(plain, rng)
        found = credence(argmap)
        assert found.exact
        assert found.stands == pytest.approx(by_worlds(argmap), abs=1e-12), argmap


def test_credence_0_or_1_equals_the_labels():
    rng = random.Random(2)  # noqa: S311 - a seeded run, not a secret
    for plain in random_maps(400, seed=52):
        argmap = replace(plain, claims=tuple(replace(c, credence=float(rng.random() < 0.5)) for c in plain.claims))
        do = {c.id: "falls" for c in argmap.claims if c.credence == 0 and argmap.status(c.id) == "given"}
        expected = {name: float(v.label == "stands") for name, v in labels(argmap, do).claims.items()}
        assert credence(argmap).stands == expected


def test_shared_premises_are_not_counted_twice():
    argmap = build("c a b p~0.1", "r: a+b supports c", "s: p supports a", "t: p supports b")
    assert credence(argmap).stands["c"] == pytest.approx(0.1)


def test_sampling_stays_within_its_error():
    names = [f"p{i}" for i in range(20)]
    argmap = build(
        "c " + " ".join(f"{name}~0.1" for name in names), *(f"{name}-c: {name} supports c" for name in names)
    )
    found = credence(argmap, worlds=20_000)
    expected = 1 - 0.9**20
    assert not found.exact
    assert found.worlds == 20_000
    assert found.errors["c"] == pytest.approx((expected * (1 - expected) / 20_000) ** 0.5, rel=0.05)
    assert abs(found.stands["c"] - expected) < 4 * found.errors["c"]
    for name in names:
        assert abs(found.stands[name] - 0.1) < 5 * found.errors[name]
    assert credence(argmap, worlds=20_000) == found
    assert credence(argmap, worlds=20_000, seed=1) != found


def test_sixteen_uncertain_premises_are_counted_exactly():
    names = [f"p{i}" for i in range(16)]
    argmap = build(
        "c " + " ".join(f"{name}~0.1" for name in names), *(f"{name}-c: {name} supports c" for name in names)
    )
    found = credence(argmap)
    assert (found.exact, found.worlds) == (True, 65_536)
    assert found.stands["c"] == pytest.approx(1 - 0.9**16)


def test_interventions_and_rejected_claims_are_certain():
    argmap = build("c p~0.5 q=rejected~0.5", "r: p supports c", "s: q attacks c")
    assert credence(argmap, {"p": "stands"}).stands == {"c": 1.0, "p": 1.0, "q": 0.0}


def test_too_few_worlds_are_refused():
    with pytest.raises(UsageError, match="take 4096 or more"):
        credence(build("a"), worlds=100)
