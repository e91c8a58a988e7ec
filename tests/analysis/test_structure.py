"""The structure of a map, each notion on the smallest map that shows it."""

from __future__ import annotations

import pytest

from argmap.analysis.structure import structure
from argmap.model import ArgMap, Claim, Link
from tests.support.evaluation import build, random_maps
from tests.support.growth import assert_linear


def test_counts():
    found = structure(build("c p q o u", "r: p+q supports c", "x: o attacks c", "z: u undercuts r"))
    assert (found.claims, found.links, found.supports, found.attacks, found.undercuts) == (5, 3, 1, 1, 1)
    assert (found.linked, found.depth, found.theses, found.components) == (1, 1, ("c",), 1)
    assert found.circles == found.shortcuts == found.stray == found.unsupported == ()


def test_parts_and_claims_that_bear_on_no_main_claim():
    found = structure(build("c p a b", "r: p supports c", "s: b supports a", thesis=("c",)))
    assert found.parts == (("c", "p"), ("a", "b"))
    assert found.stray == ("a", "b")


def test_unsupported_open_claims():
    assert structure(build("c p=open q=rejected", "r: p+q supports c")).unsupported == ("p",)


@pytest.mark.parametrize(
    ("argmap", "sign", "way"),
    [
        (build("p q", "r: p supports q", "s: q supports p"), "begging the question", ("p", "r", "q", "s")),
        (build("a b", "x: a attacks b", "y: b attacks a"), "rival positions", ("x", "b", "y", "a")),
        (build("s u", "r: s supports u", "z: u undercuts r"), "self-defeating", ("u", "z", "r")),
        (build("a b c", "x: a attacks b", "y: b attacks c", "z: c attacks a"), "self-defeating", None),
        (build("p c", "r: p supports c", "x: c attacks p"), "self-defeating", None),
        (build("a", "x: a attacks a"), "self-defeating", ("a", "x")),
        # even and odd ways round together: the odd one tells
        (build("a b", "x: a attacks b", "y: b attacks a", "z: b attacks b"), "self-defeating", ("b", "z")),
        # a circle of supports with rivals hanging in it
        (
            build("a b c", "x: a attacks b", "y: b attacks a", "r: a supports c", "s: c supports a"),
            "rival positions",
            ("x", "b", "y", "a"),
        ),
        (build("a b", "x: a undercuts y", "y: b undercuts x"), "rival positions", ("x", "y")),
    ],
)
def test_circles_and_their_signs(argmap, sign, way):
    (circle,) = structure(argmap).circles
    assert circle.sign == sign
    if way:
        at = circle.way.index(way[0])
        assert circle.way[at:] + circle.way[:at] == way
    ends = {link.id: link.target for link in argmap.links}
    premises = {link.id: link.premises for link in argmap.links}
    for one, following in zip(circle.way, circle.way[1:] + circle.way[:1], strict=True):
        assert ends.get(one) == following or one in premises[following]


def test_every_way_round_bears_on_itself_and_shows_the_sign():
    signs = set()
    for argmap in random_maps(800, seed=71, claims=8, links=16):
        kinds = {link.id: link.kind for link in argmap.links}
        ends = {link.id: link.target for link in argmap.links}
        premises = {link.id: link.premises for link in argmap.links}
        for circle in structure(argmap).circles:
            way = circle.way
            assert len(set(way)) == len(way)
            for one, following in zip(way, way[1:] + way[:1], strict=True):
                assert ends.get(one) == following or one in premises[following]
            objections = sum(kinds.get(one, "supports") != "supports" for one in way)
            if circle.sign == "self-defeating":
                assert objections % 2 == 1
            elif circle.sign == "rival positions":
                assert objections % 2 == 0
                assert objections
            else:
                assert objections == 0
            signs.add(circle.sign)
    assert len(signs) == 3


def test_shortcuts():
    argmap = build("c b a", "r: a supports b", "s: b supports c", "t: a supports c")
    assert structure(argmap).shortcuts == ("t",)
    assert structure(build("c b a", "r: a supports b", "s: b supports c", "t: a+b supports c")).shortcuts == ()
    assert structure(build("c b a", "r: a supports b", "s: b attacks c", "t: a supports c")).shortcuts == ()
    assert structure(build("a b", "r: a supports b", "s: a supports b")).shortcuts == ()


def test_claims_used_twice_and_claims_on_both_sides():
    found = structure(build("c d p", "r: p supports c", "s: p supports d", "x: p attacks c"))
    assert found.used_twice == ("p",)
    assert found.two_faced == (("p", "c"),)


def test_one_sidedness():
    found = structure(build("c d p o u", "r: p supports c", "x: o attacks p", "z: u undercuts r", "s: p supports d"))
    assert [(side.claim, side.links, side.objections) for side in found.sides] == [("c", 3, 2), ("d", 2, 1)]
    assert found.sides[1].share == 0.5
    assert structure(build("c")).sides[0].share == 0.0


def test_too_many_links_and_too_deep():
    names = [f"p{i}" for i in range(8)]
    found = structure(build(" ".join(["c", *names]), *(f"{name}-c: {name} supports c" for name in names)))
    assert found.crowded == ("c",)
    chain = structure(build(" ".join(names), *(f"r{i}: p{i + 1} supports p{i}" for i in range(7))))
    assert (chain.depth, chain.deep) == (7, ("p7",))


def test_an_empty_map_has_no_structure():
    found = structure(build(""))
    assert (found.claims, found.depth, found.components, found.theses) == (0, 0, 0, ())


def test_the_time_for_a_long_circle_grows_with_it():
    def work(size):
        names = [f"c{n}" for n in range(size)]
        kinds = ["attacks", *["supports"] * (size - 1)]
        links = tuple(
            Link(id=f"l{n}", premises=(names[n],), kind=kind, target=names[(n + 1) % size])
            for n, kind in enumerate(kinds)
        )
        argmap = ArgMap(title="", claims=tuple(Claim(id=name, text=name) for name in names), links=links)
        return lambda: structure(argmap)

    assert_linear(work, 10_000)
