import pytest

from argmap.layout import LayoutOptions, layout
from argmap.model import ArgMap, Claim, Link
from argmap.order import outline
from tests.support.debates import debate
from tests.support.geometry import assert_sound, inversions


def tree(argmap: ArgMap, **options):
    return layout(argmap, LayoutOptions(engine="tree", **options))


def chain(length: int) -> ArgMap:
    claims = tuple(Claim(id=f"c{at}", text="It is so.") for at in range(length))
    links = (Link(id=f"l{at}", premises=(f"c{at + 1}",), kind="supports", target=f"c{at}") for at in range(length - 1))
    return ArgMap(title="", claims=claims, links=tuple(links))


@pytest.mark.parametrize("orientation", ["up", "left"])
@pytest.mark.parametrize("seed", range(6))
def test_trees_are_sound_and_in_exact_order(orientation, seed) -> None:
    argmap = debate(40 + 60 * seed, seed, groups=seed)
    picture = tree(argmap, orientation=orientation)
    assert picture.engine == "tree"
    assert_sound(picture, argmap)
    assert inversions(picture, outline(argmap))[0] == 0


def test_children_stand_beneath_their_parent() -> None:
    argmap = debate(80, 4)
    picture = tree(argmap, orientation="up")
    boxes = {box.id: box for box in picture.boxes}
    order = outline(argmap)
    for name, above in order.parent.items():
        if above:
            assert boxes[name].y > boxes[above].y + boxes[above].height
    for name, children in order.children.items():
        if children:
            ends = [boxes[child].x + boxes[child].width / 2 for child in (children[0], children[-1])]
            assert boxes[name].x + boxes[name].width / 2 == pytest.approx(sum(ends) / 2, abs=0.02)


def test_subtrees_are_as_near_as_they_can_be() -> None:
    picture = tree(debate(60, 2, cross=0), orientation="up")
    rows: dict[float, list[tuple[float, float]]] = {}
    for box in picture.boxes:
        rows.setdefault(box.y, []).append((box.x, box.x + box.width))
    gaps = [b[0] - a[1] for row in rows.values() for a, b in zip(sorted(row), sorted(row)[1:], strict=False)]
    assert min(gaps) == pytest.approx(20, abs=0.05)


def test_a_chain_of_five_thousand_is_fine() -> None:
    picture = tree(chain(5000), orientation="up")
    assert len(picture.boxes) == 5000
    assert len({box.x + box.width / 2 for box in picture.boxes if box.width == picture.boxes[-1].width}) == 1


def test_large_maps_are_trees() -> None:
    argmap = debate(1600, 1, groups=5)
    picture = layout(argmap)
    assert picture.engine == "tree"
    assert_sound(picture, argmap)


def test_an_empty_map_has_an_empty_picture() -> None:
    picture = layout(ArgMap(title="", claims=()))
    assert picture.boxes == ()
    assert picture.width > 0
