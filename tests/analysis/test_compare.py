"""Comparing maps: the worked pairs, and every named difference on the smallest pair that shows it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from argmap.analysis.compare import compare
from argmap.analysis.differences import Comparer
from argmap.analysis.likeness import Edge, ancestors, kappa, onward, pair_kappa, skipped, steps
from argmap.model import ArgMap, Claim, Link
from tests.support.evaluation import KINDS, build, random_maps, worked
from tests.support.growth import assert_linear


def drawn(case, side):
    return ArgMap(
        title=side,
        claims=tuple(Claim(id=name, text=name) for name in case["claims"]),
        links=tuple(Link(id=f"{a}-{b}", premises=(a,), kind=KINDS[kind], target=b) for a, b, kind in case[side]),
    )


@worked("map_similarity.json")
def test_worked_pairs(case):
    if "student" not in case:
        pytest.skip("this case is about the segmentation of texts, which maps do not have")
    found, expected = compare(drawn(case, "student"), drawn(case, "reference")), case["expected"]
    assert found.links.precision == pytest.approx(expected["link_precision"])
    assert found.links.recall == pytest.approx(expected["link_recall"])
    assert found.links.f1 == pytest.approx(expected["link_f1"])
    assert found.untyped.f1 == pytest.approx(expected["unlabelled_f1"])
    assert found.pairs.observed == pytest.approx(expected["observed_agreement"])
    assert found.pairs.chance == pytest.approx(expected["chance_agreement"])
    assert found.pairs.value == pytest.approx(expected["cohen_kappa"])
    assert found.ancestors == pytest.approx(expected["ancestor_set_recall"])
    assert found.edits == expected["edge_edits"]


NAMED = [
    (
        "linked drawn as separate",
        build("c p q", "r: p supports c", "s: q supports c"),
        build("c p q", "r: p+q supports c"),
    ),
    (
        "separate drawn as linked",
        build("c p q", "r: p+q supports c"),
        build("c p q", "r: p supports c", "s: q supports c"),
    ),
    (
        "objection that should be an undercut",
        build("c p u", "r: p supports c", "z: u attacks c"),
        build("c p u", "r: p supports c", "z: u undercuts r"),
    ),
    (
        "undercut that should be an objection",
        build("c p u", "r: p supports c", "z: u undercuts r"),
        build("c p u", "r: p supports c", "z: u attacks c"),
    ),
    ("wrong polarity", build("c p", "r: p supports c"), build("c p", "r: p attacks c")),
    ("reversed link", build("c p", "r: c supports p"), build("c p", "r: p supports c")),
    ("wrong premises", build("c p q s", "r: p+s supports c"), build("c p q s", "r: p+q supports c")),
    (
        "skipped step",
        build("c m p", "r: m supports c", "s: p supports c"),
        build("c m p", "r: m supports c", "s: p supports m"),
    ),
    ("missing link", build("c p"), build("c p", "r: p supports c")),
    ("extra link", build("c p", "r: p supports c"), build("c p")),
    ("missing claim", build("c"), build("c extra")),
    ("extra claim", build("c extra"), build("c")),
]


@pytest.mark.parametrize(("kind", "mine", "theirs"), NAMED, ids=[row[0] for row in NAMED])
def test_every_difference_has_its_name_and_comes_alone(kind, mine, theirs):
    found = compare(mine, theirs).differences
    assert [difference.kind for difference in found] == [kind]
    assert compare(mine, mine).differences == compare(theirs, theirs).differences == ()


def test_an_implicit_premise_has_a_name_of_its_own_and_the_rest_of_its_link_counts():
    theirs = build("c p hidden", "r: p+hidden supports c")
    hidden = replace(theirs.claim("hidden"), implicit=True)
    theirs = replace(theirs, claims=(*theirs.claims[:2], hidden))
    found = compare(build("c p", "r: p supports c"), theirs)
    assert [(d.kind, d.theirs) for d in found.differences] == [("implicit premise not made explicit", ("hidden",))]
    assert found.links.f1 == 1.0
    assert found.claims.recall == pytest.approx(2 / 3)


def test_differences_speak_of_the_students_own_map():
    (found,) = compare(build("c p", "r: p supports c"), build("c p", "r: p attacks c")).differences
    assert found.text == "you drew that 1.1 “Claim p” supports 1 “Claim c”; but 1.1 “Claim p” attacks 1 “Claim c”"
    (found,) = compare(NAMED[0][1], NAMED[0][2]).differences
    assert found.text == "1.1 “Claim p” and 1.2 “Claim q” work only together, as one reason; you drew 2 separate ones"
    assert (found.mine, found.theirs) == (("r", "s"), ("r",))


def test_a_map_is_like_itself():
    for argmap in random_maps(200, seed=81):
        found = compare(argmap, argmap)
        values = (
            found.links.f1,
            found.untyped.f1,
            found.ancestors,
            found.groups,
            found.labels.value,
            found.load_bearing,
        )
        assert values == (1.0,) * 6
        assert found.pairs.value == pytest.approx(1.0)
        assert (found.edits, found.differences) == (0, ())


def test_comparing_is_fair_to_both_sides():
    maps = list(random_maps(60, seed=82))
    for one, other in pairwise(maps):
        forth, back = compare(one, other), compare(other, one)
        assert forth.links.f1 == pytest.approx(back.links.f1)
        assert forth.pairs.value == pytest.approx(back.pairs.value)
        assert forth.groups == pytest.approx(back.groups)
        assert 0 <= forth.ancestors <= 1


def test_an_empty_map_gets_no_credit():
    found = compare(build("c p q"), build("c p q", "r: p supports c"))
    assert (found.links.f1, found.pairs.value, found.groups) == (0.0, 0.0, 0.0)


def test_labels_and_load_bearing_premises_are_compared():
    found = compare(build("c p q", "r: p supports c", "s: q supports c"), build("c p q", "r: p+q supports c"))
    assert found.labels.value == 1.0
    assert found.load_bearing == 0.0
    found = compare(build("c p", "r: p attacks c"), build("c p", "r: p supports c"))
    assert found.labels.observed == 0.5


def test_kappa_by_hand():
    counts = {("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15}
    assert kappa(counts).value == pytest.approx(0.4)
    assert kappa({}).value == 1.0
    assert pair_kappa(["a", "b"], set(), set()).value == 1.0
    assert ancestors([], set(), set()) == 1.0


def test_the_way_that_was_skipped():
    ahead = onward({Edge("a", "b", "supports"), Edge("b", "c", "supports"), Edge("a", "c", "supports")})
    assert skipped(ahead, "a", "c") == ("b",)
    assert skipped(ahead, "c", "a") == ()


def test_the_time_to_name_the_differences_grows_with_the_maps():
    def work(size):
        claims = tuple(Claim(id=f"c{n}", text=f"c{n}") for n in range(size))
        chain = [Link(id=f"l{n}", premises=(f"c{n}",), kind="supports", target=f"c{n - 1}") for n in range(1, size)]
        star = [Link(id=f"l{n}", premises=(f"c{n}",), kind="attacks", target="c0") for n in range(1, size)]
        mine, theirs = (ArgMap(title="", claims=claims, links=tuple(links)) for links in (chain, star))
        names = {claim.id: claim.id for claim in claims}
        return lambda: Comparer(steps(mine, names), steps(theirs, names), names).links()

    assert_linear(work, 6_000)
