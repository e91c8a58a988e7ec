"""Signs stand on their lines, near the arrow, and step back where arrows crowd."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest

from argmap.layout import LayoutOptions, layout
from argmap.layout.geometry import Curve, Picture
from argmap.layout.signs import BACK, NEAR, RADIUS, point_before, signs
from argmap.model import ArgMap, Claim, Link


def arrow(link: str, y: float, length: float = 90.0) -> Curve:
    points = ((length, y), (length * 2 / 3, y), (length / 3, y), (0.0, y))
    return Curve(link=link, leg="p", points=points, arrow=True)


def picture(*curves: Curve) -> Picture:
    return Picture(
        width=100, height=100, orientation="left", boxes=(), junctions=(), curves=curves, frames=(), engine="tree"
    )


def test_a_lone_sign_stands_near_its_tip() -> None:
    assert abs(signs(picture(arrow("a", 0)))["a"][0] - NEAR) < 3


def test_signs_of_a_crowd_take_turns_and_do_not_touch() -> None:
    found = signs(picture(*(arrow(name, 8.0 * index) for index, name in enumerate("abcd"))))
    assert abs(found["b"][0] - NEAR - BACK) < 3
    assert abs(found["c"][0] - NEAR) < 3
    for one, other in ("ab", "bc", "cd"):
        assert hypot(found[one][0] - found[other][0], found[one][1] - found[other][1]) > 2 * RADIUS - 1


def test_a_dense_crowd_takes_more_lanes() -> None:
    found = signs(picture(*(arrow(name, 5.0 * index) for index, name in enumerate("abcdefgh"))))
    for one, other in combinations(found.values(), 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) > 2 * RADIUS - 1


@pytest.mark.parametrize("engine", ["graphviz", "tree"])
@pytest.mark.parametrize("orientation", ["up", "left"])
def test_no_two_signs_before_a_card_touch(engine: str, orientation: str) -> None:
    claims = tuple(Claim(id=f"c{at}", text="Reason after reason is given.") for at in range(10))
    links = tuple(Link(id=c.id + " s", premises=(c.id,), kind="supports", target="c0") for c in claims[1:])
    found = layout(ArgMap(title="T", claims=claims, links=links), LayoutOptions(engine=engine, orientation=orientation))
    for one, other in combinations(signs(found).values(), 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) > 2 * RADIUS - 1


def test_a_line_shorter_than_the_reach_has_its_sign_at_the_start() -> None:
    assert point_before(arrow("a", 0, length=10), 21) == (10, 0)
