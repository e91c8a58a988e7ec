import pytest

from argmap.layout import LayoutOptions, layout
from argmap.model import ArgMap, Claim, Group, Link
from argmap.order import outline
from tests.support.debates import debate
from tests.support.geometry import assert_sound, behind_boxes, crossings, inversions

UP, LEFT = LayoutOptions(orientation="up"), LayoutOptions(orientation="left")


def middle(picture, name):
    (box,) = (box for box in picture.boxes if box.id == name)
    return box.x + box.width / 2, box.y + box.height / 2


@pytest.mark.parametrize("orientation", ["up", "left"])
@pytest.mark.parametrize("seed", range(6))
def test_pictures_are_sound_clear_and_in_reading_order(orientation, seed) -> None:
    argmap = debate(15 + 12 * seed, seed, groups=seed % 4)
    picture = layout(argmap, LayoutOptions(orientation=orientation, engine="graphviz"))
    assert_sound(picture, argmap)
    assert behind_boxes(picture, argmap) == []
    assert inversions(picture, outline(argmap))[0] == 0


@pytest.mark.parametrize("seed", range(4))
def test_a_tree_has_no_crossings_to_speak_of(seed) -> None:
    argmap = debate(50, seed, cross=0, undercut=0)
    assert crossings(layout(argmap, LEFT), argmap) <= 2


def test_the_thesis_stands_on_top_or_at_the_left() -> None:
    argmap = debate(20, 3)
    up, left = layout(argmap, UP), layout(argmap, LEFT)
    assert min(box.y for box in up.boxes) == next(box.y for box in up.boxes if box.id == "c0")
    assert min(box.x for box in left.boxes) == next(box.x for box in left.boxes if box.id == "c0")


def test_cards_of_one_rank_stand_on_one_line() -> None:
    argmap = debate(30, 5, cross=0, undercut=0)
    picture = layout(argmap, LEFT)
    children = [box for box in picture.boxes if outline(argmap).parent[box.id] == "c0"]
    assert len({box.x for box in children}) == 1
    assert len({box.width for box in children}) > 1


def test_the_orientation_is_chosen_by_shape() -> None:
    wide = LayoutOptions(aspect=8)
    tall = LayoutOptions(aspect=0.2)
    argmap = debate(40, 2)
    assert layout(argmap, wide).orientation == "up"
    assert layout(argmap, tall).orientation == "left"


def test_an_undercut_ends_on_the_link() -> None:
    claims = tuple(Claim(id=name, text=f"Claim {name}.") for name in "abc")
    links = (
        Link(id="l", premises=("b",), kind="supports", target="a"),
        Link(id="u", premises=("c",), kind="undercuts", target="l"),
    )
    picture = layout(ArgMap(title="", claims=claims, links=links), UP)
    (junction,) = picture.junctions
    (undercut,) = (curve for curve in picture.curves if curve.link == "u")
    assert undercut.arrow
    assert abs(undercut.points[-1][0] - junction.x) + abs(undercut.points[-1][1] - junction.y) < 8
    assert middle(picture, "a")[1] < junction.y < middle(picture, "b")[1]
    assert middle(picture, "b")[0] < middle(picture, "c")[0]


def framed(groups: dict[str, str]) -> ArgMap:
    links = {"a": "top", "b": "top", "a1": "a", "a2": "a", "b1": "b", "b2": "b"}
    claims = tuple(
        Claim(id=name, text=f"This is claim {name}.", group=groups.get(name, "")) for name in ("top", *links)
    )
    titles = tuple(Group(id=name, title=f"The {name}") for name in sorted(set(groups.values())))
    pairs = (Link(id=f"{a}>{b}", premises=(a,), kind="supports", target=b) for a, b in links.items())
    return ArgMap(title="", claims=claims, links=tuple(pairs), groups=titles)


@pytest.mark.parametrize("options", [UP, LEFT])
def test_groups_that_hang_together_have_frames(options) -> None:
    argmap = framed({name: name[0] for name in ("a", "a1", "a2", "b", "b1", "b2")})
    picture = layout(argmap, options)
    assert_sound(picture, argmap)
    assert [frame.group for frame in picture.frames] == ["a", "b"]


@pytest.mark.parametrize("options", [UP, LEFT])
def test_scattered_groups_cost_no_reading_order(options) -> None:
    argmap = framed({"a1": "x", "b2": "x", "a2": "y", "b1": "y"})
    picture = layout(argmap, options)
    assert_sound(picture, argmap)
    assert inversions(picture, outline(argmap))[0] == 0


def test_whole_groups_and_no_groups_can_be_asked_for() -> None:
    argmap = framed({"a1": "x", "b2": "x", "a2": "y", "b1": "y"})
    whole = layout(argmap, LayoutOptions(groups="all"))
    assert_sound(whole, argmap)
    assert sorted(frame.group for frame in whole.frames) == ["x", "y"]
    assert layout(argmap, LayoutOptions(groups="none")).frames == ()


def test_the_order_may_be_given_up_for_fewer_crossings() -> None:
    maps = [debate(60, seed, cross=0.4) for seed in range(3)]
    counted = {
        order: sum(crossings(layout(argmap, LayoutOptions(order=order, orientation="left")), argmap) for argmap in maps)
        for order in ("file", "crossings")
    }
    assert counted["crossings"] < counted["file"]
