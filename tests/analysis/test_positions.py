"""Positions: against brute force over all sets of assumptions, and on the worked frameworks."""

from __future__ import annotations

from itertools import chain, combinations, product

import pytest

from argmap.analysis.labels import labels
from argmap.analysis.positions import positions
from tests.support.evaluation import alternating, build, case_map, framework, random_maps, worked


def subsets(items):
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))


def brute(argmap):
    """Return the preferred sets {(what stands, what is live)} by trying every set of assumptions."""
    targets = {link.target for link in argmap.links if link.kind != "supports"}

    def derived(assumed):
        """Return the claims and links that follow when only the assumed ones are free of objections."""
        model = set()
        while True:
            new = {
                claim.id
                for claim in argmap.claims
                if argmap.status(claim.id) != "rejected"
                and (claim.id not in targets or claim.id in assumed)
                and (
                    argmap.status(claim.id) == "given"
                    or any(
                        link.id in model and link.kind == "supports" and link.target == claim.id
                        for link in argmap.links
                    )
                )
            }
            new |= {
                link.id
                for link in argmap.links
                if (link.id not in targets or link.id in assumed) and set(link.premises) <= model
            }
            if new == model:
                return frozenset(model)
            model = new

    def hit(model):
        return {link.target for link in argmap.links if link.kind != "supports" and link.id in model}

    admissible = [
        set(assumed)
        for assumed in subsets(sorted(targets))
        if not hit(derived(assumed)) & set(assumed) and not hit(derived(targets - hit(derived(assumed)))) & set(assumed)
    ]
    return {derived(one) for one in admissible if not any(one < other for other in admissible)}


def everything(argmap):
    """Return the positions of a whole map: all combinations over its components, with what is decided anyway."""
    found = labels(argmap)
    base = frozenset(found.having("stands") + found.having("live"))
    rows = [[frozenset(p.stands + p.live) for p in part.positions] for part in positions(argmap)]
    return {base.union(*choice) for choice in product(*rows)}


def test_random_maps_agree_with_brute_force():
    several = 0
    for argmap in random_maps(1500, seed=11, claims=6, links=9):
        expected = brute(argmap)
        assert everything(argmap) == expected, argmap
        several += len(expected) > 1
    assert several > 20


@worked("dung_af.json")
def test_worked_frameworks(case):
    found = {
        frozenset(n for n in p if n in case["arguments"])
        for p in everything(framework(case["arguments"], case["attacks"]))
    }
    assert sorted(map(sorted, found)) == sorted(case["expected"]["preferred"])


@worked("setaf.json")
def test_worked_frameworks_with_linked_attacks(case):
    argmap = framework(case["arguments"], case["collective_attacks"])
    found = {frozenset(n for n in p if n in case["arguments"]) for p in everything(argmap)}
    assert sorted(map(sorted, found)) == sorted(case["expected"]["preferred"])


@worked("maps_wellfounded.json")
def test_stable_positions_are_those_that_leave_nothing_open(case):
    argmap = case_map(case)
    claims = {claim.id for claim in argmap.claims}
    stands = frozenset(labels(argmap).having("stands"))
    parts = [[p.stands for p in part.positions if not p.contested + p.open] for part in positions(argmap)]
    assert sorted(sorted(stands.union(*choice) & claims) for choice in product(*parts)) == case["stable_positions"]


def test_components_hold_what_is_contested_and_nothing_else():
    for argmap in random_maps(300, seed=12):
        plain = alternating(argmap)
        held = {name for part in positions(argmap) for name in part.claims + part.links}
        assert held == {name for name, label in plain.items() if label == "contested"}


RIVALS = ("x: a attacks b", "y: b attacks a")


def test_floating_rivals_are_rejected_or_accepted_by_every_position():
    (part,) = positions(build("a b c", *RIVALS, "v: a attacks c", "w: b attacks c"))
    assert part.rejected == ("c",)
    assert part.possible == ("a", "b")
    (part,) = positions(build("a b c", *RIVALS, "v: a supports c", "w: b supports c"))
    assert part.accepted == ("c",)


def test_an_odd_circle_has_one_position_that_settles_nothing():
    (part,) = positions(build("a b c", "x: a attacks b", "y: b attacks c", "z: c attacks a"))
    (position,) = part.positions
    assert position.contested == ("a", "b", "c")
    assert position.open == ("x", "y", "z")


def test_separate_rivals_are_separate_components():
    parts = positions(build("a b c d", *RIVALS, "v: c attacks d", "w: d attacks c"))
    assert [part.claims for part in parts] == [("a", "b"), ("c", "d")]


def test_interventions_settle_positions():
    assert positions(build("a b", *RIVALS), {"a": "falls"}) == ()


@pytest.mark.parametrize("limit", [{"effort": 10}, {"expired": lambda: True}])
def test_a_limit_leaves_it_undetermined(limit):
    names = [f"a{i}" for i in range(40)]
    links = [f"{a}-{b}: {a} attacks {b}" for a in names for b in names if a != b]
    (part,) = positions(build(" ".join(names), *links), **limit)
    assert not part.complete
    assert part.accepted == part.possible == part.rejected == ()
