from itertools import combinations, pairwise
from math import dist

import pytest

from argmap.layout import LayoutOptions, layout
from argmap.layout.geometry import Box
from argmap.layout.groups import Grid
from argmap.layout.signs import RADIUS, signs
from argmap.layout.spread import LEAST, LONGEST, reach, spread
from argmap.layout.wiring import Piece
from argmap.model import ArgMap, Claim, Link
from tests.support.geometry import assert_sound

TARGET = Box("t", 0, 0, 100, 40, ())
LEFT, RIGHT = Box("l", -200, 120, 100, 40, ()), Box("r", 200, 120, 100, 40, ())
PIECES = [Piece("r", "r", "r", "t", arrow=True), Piece("l", "l", "l", "t", arrow=True)]


def path(x: float) -> tuple[tuple[float, float], ...]:
    return ((x, 120), (x, 80), (50, 80), (50, 40))


def test_arrowheads_stand_apart_in_the_order_of_their_premises() -> None:
    boxes = {box.id: box for box in (TARGET, LEFT, RIGHT)}
    found = spread(PIECES, [path(250), path(-150)], boxes, Grid(boxes.values()), "up")
    assert [each[-1] for each in found] == [(62, 40), (38, 40)]
    assert [each[-2] for each in found] == [(62, 80), (38, 80)]
    assert [each[0] for each in found] == [(250, 120), (-150, 120)]


def test_many_arrowheads_stay_on_the_side() -> None:
    boxes = {"t": TARGET}
    pieces = [Piece(str(at), str(at), str(at), "t", arrow=True) for at in range(50)]
    found = spread(pieces, [path(at * 10) for at in range(50)], boxes, Grid(boxes.values()), "up")
    tips = [each[-1][0] for each in found]
    assert tips == sorted(tips)
    assert tips[0] > 0
    assert tips[-1] < 100


def test_a_curve_that_leaves_where_others_arrive_keeps_apart_from_them() -> None:
    boxes = {box.id: box for box in (TARGET, LEFT)}
    back = Piece("back", "t", "t", "l", arrow=True)
    found = spread([PIECES[1], back], [path(-150), path(-150)[::-1]], boxes, None, "up")
    assert abs(found[0][-1][0] - found[1][0][0]) == 24


def test_an_end_stays_where_moving_it_would_hit_a_box() -> None:
    boxes = {box.id: box for box in (TARGET, LEFT, RIGHT, Box("in the way", 56, 45, 20, 30, ()))}
    found = spread(PIECES, [path(250), path(-150)], boxes, Grid(boxes.values()), "up")
    assert found[0] == path(250)
    assert found[1][-1] == (38, 40)
    assert spread(PIECES, [path(250), path(-150)], boxes, None, "up")[0][-1] == (62, 40)


def test_a_curve_is_led_to_the_card_in_its_slot() -> None:
    card = Box("t", 0, 0, 100, 30, ())
    found = reach(PIECES[0], path(250), {"t": card})
    assert found[-1] == (50, 30)
    assert found[:4] == path(250)
    assert len(found) == 7
    assert reach(PIECES[0], path(250), {"t": TARGET}) == path(250)


@pytest.mark.parametrize("engine", ["graphviz", "tree"])
@pytest.mark.parametrize("orientation", ["up", "left", "right"])
@pytest.mark.parametrize("count", [3, 12, 26, 40])
def test_a_card_grows_until_its_arrows_can_be_told_apart(count: int, orientation, engine) -> None:
    claims = tuple(Claim(id=f"c{at}", text="Yes.") for at in range(count + 1))
    links = tuple(Link(id=f"l{at}", premises=(f"c{at}",), kind="supports", target="c0") for at in range(1, count + 1))
    argmap = ArgMap(title="", claims=claims, links=links)
    picture = layout(argmap, LayoutOptions(orientation=orientation, engine=engine))
    assert_sound(picture, argmap)
    axis = 0 if orientation == "up" else 1
    tips = sorted(curve.points[-1][axis] for curve in picture.curves if curve.arrow)
    assert min(b - a for a, b in pairwise(tips)) >= LEAST - 0.05
    box = picture.boxes[0]
    assert (box.width, box.height)[axis] <= LONGEST
    discs = list(signs(picture).values())
    assert min(dist(one, other) for one, other in combinations(discs, 2)) >= 2 * RADIUS
