"""Load-bearing premises, robustness and rescue: against brute force and on the worked maps."""

from __future__ import annotations

from itertools import combinations

import pytest

from argmap.analysis.bearing import load_bearing, rescue, robustness
from argmap.analysis.labels import labels
from argmap.diagnostics import UsageError
from tests.support.evaluation import alternating, build, case_map, random_maps, worked


def stands(argmap, name, rejected=()):
    return alternating(argmap, dict.fromkeys(rejected, "falls"))[name] == "stands"


def flipping(argmap, name, size):
    """Return all sets of given claims of this size whose rejection makes the claim stop standing."""
    given = [claim.id for claim in argmap.claims if argmap.status(claim.id) == "given" and claim.id != name]
    return {frozenset(some) for some in combinations(given, size) if not stands(argmap, name, some)}


def test_load_bearing_equals_brute_force():
    seen = 0
    for argmap in random_maps(1500, seed=21):
        for name in labels(argmap).having("stands"):
            found = load_bearing(argmap, name)
            assert {frozenset([one]) for one in found} == flipping(argmap, name, 1), (argmap, name)
            seen += bool(found)
    assert seen > 60


def test_robustness_equals_brute_force():
    sizes = []
    for argmap in random_maps(600, seed=22, claims=8, links=9):
        for name in labels(argmap).having("stands"):
            found = robustness(argmap, name, every=True)
            expected = next((size for size in range(1, 5) if flipping(argmap, name, size)), 0)
            assert found.size == expected, (argmap, name)
            assert found.verdict == ("exactly" if expected else "unshakeable")
            if expected:
                assert {frozenset(one) for one in found.sets} == flipping(argmap, name, expected)
                assert set(robustness(argmap, name).sets) <= set(found.sets)
            sizes.append(found.size)
    assert {0, 1, 2} <= set(sizes)


def test_rescue_equals_brute_force():
    rescued = 0
    for argmap in random_maps(600, seed=23):
        found = labels(argmap)
        for name in found.having("falls") + found.having("contested"):
            others = [claim.id for claim in argmap.claims if claim.id != name]
            expected = tuple(other for other in others if stands(argmap, name, [other]))
            assert rescue(argmap, name) == expected, (argmap, name)
            rescued += bool(expected)
    assert rescued > 50


@worked("maps_wellfounded.json")
def test_worked_maps(case):
    argmap, name, expected = case_map(case), case["main_claim"], case["analysis"]
    assert sorted(load_bearing(argmap, name)) == sorted(expected["load_bearing"])
    found = robustness(argmap, name, every=True)
    assert sorted(map(sorted, found.sets)) == sorted(map(sorted, expected["min_flip_sets"]))
    assert (found.size or None) == expected["min_flip_size"]
    if "single_rejections_that_make_it_stand" in expected:
        assert list(rescue(argmap, name)) == expected["single_rejections_that_make_it_stand"]


def test_robustness_says_at_least_five_beyond_four():
    names = [f"p{i}" for i in range(6)]
    argmap = build(" ".join(["c", *names]), *(f"{name}-c: {name} supports c" for name in names))
    assert str(robustness(argmap, "c")) == "at least 5"
    assert str(robustness(argmap, "c", {"p0": "falls", "p1": "falls"})) == "4"
    assert str(robustness(argmap, "c", most=6)) == "6"


def test_robustness_of_what_stands_anyway_or_falls():
    assert str(robustness(build("c"), "c")) == "unshakeable"
    assert str(robustness(build("c=open"), "c")) == "does not stand"


def test_time_limits_end_the_search():
    names = [f"p{i}" for i in range(9)]
    argmap = build(" ".join(["c", *names, "o"]), *(f"{name}-c: {name} supports c" for name in names))
    ticks = iter(range(100))
    found = robustness(argmap, "c", expired=lambda: next(ticks) > 3)
    assert (found.verdict, found.size) == ("undetermined", 2)
    assert load_bearing(argmap, "c", expired=lambda: True) is None
    assert rescue(build("c o", "x: o attacks c"), "c", expired=lambda: True) is None


def test_interventions_are_kept():
    argmap = build("c p q", "r: p supports c", "s: q supports c")
    assert load_bearing(argmap, "c") == ()
    assert load_bearing(argmap, "c", {"p": "falls"}) == ("q",)
    assert load_bearing(argmap, "c", {"p": "stands"}) == ()


def test_unknown_claims_get_the_nearest_name():
    for ask in (load_bearing, robustness, rescue):
        with pytest.raises(UsageError, match="near: turnout"):
            ask(build("turnout"), "turnuot")
