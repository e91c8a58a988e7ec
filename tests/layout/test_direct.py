from argmap.layout.direct import Strips
from argmap.layout.geometry import Box
from argmap.layout.groups import Grid
from argmap.layout.wiring import Piece

TARGET, PREMISE = Box("t", 0, 0, 100, 40, ()), Box("p", 200, 108, 100, 40, ())
CENTRES = {"t": (50.0, 20.0), "p": (250.0, 128.0), "l": (50.0, 74.0)}


def strips(*more: Box, up: bool = True, junctions: dict[str, tuple[float, float]] | None = None) -> Strips:
    slots = {box.id: box for box in (TARGET, PREMISE, *more)}
    return Strips(slots, {**CENTRES, **(junctions or {})}, Grid(slots.values()), up=up)


def test_a_premise_is_joined_to_its_target_through_the_free_strip() -> None:
    path = strips().path(Piece("s", "p", "p", "t", arrow=True))
    assert path is not None
    assert (path[0], path[-1]) == ((250, 108), (50, 40))
    assert path[1][0] == 250
    assert path[2][0] == 50


def test_a_leg_meets_its_own_junction_from_below() -> None:
    path = strips().path(Piece("l", "p", "p", "l", arrow=False))
    assert path is not None
    assert path[-1] == (50, 78)
    assert path[-2][0] == 50


def test_an_undercut_meets_the_junction_from_the_side() -> None:
    path = strips().path(Piece("u", "p", "p", "l", arrow=True))
    assert path is not None
    assert path[-1] == (54, 74)
    assert path[-2][1] == 74


def test_nothing_is_drawn_over_boxes_or_other_junctions() -> None:
    between = Box("between", 120, 50, 40, 40, ())
    assert strips(between).path(Piece("s", "p", "p", "t", arrow=True)) is None
    junction = {"other": (150.0, 74.0)}
    assert strips(junctions=junction).path(Piece("u", "p", "p", "l", arrow=True)) is None


def test_an_answer_runs_beside_the_curve_that_it_answers() -> None:
    there = strips().path(Piece("s", "p", "p", "t", arrow=True))
    back = strips().path(Piece("r", "t", "t", "p", arrow=True))
    assert there is not None
    assert back == there[::-1]
    between = Box("between", 120, 50, 40, 40, ())
    assert strips(between).path(Piece("r", "t", "t", "p", arrow=True)) is None


def test_ends_that_do_not_face_each_other_are_left_to_the_engine() -> None:
    beside = Box("beside", 240, 0, 100, 40, ())
    assert strips(beside).path(Piece("s", "beside", "beside", "t", arrow=True)) is None
    assert strips(up=False).path(Piece("s", "p", "p", "t", arrow=True)) is not None
