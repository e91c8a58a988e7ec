import pytest
from hypothesis import HealthCheck, given, settings

from argmap.layout import LayoutOptions, layout
from argmap.layout.mirror import mirrored
from argmap.model import ArgMap, Claim, Link
from tests.support.geometry import assert_sound
from tests.support.maps import argmaps

HEBREW = "האם יש לסגור את גני החיות?"


def zoo(title: str) -> ArgMap:
    claims = tuple(Claim(id=name, text=f"Claim {name}.") for name in "abc")
    links = tuple(Link(id=f"l{name}", premises=(name,), kind="supports", target="a") for name in "bc")
    return ArgMap(title=title, claims=claims, links=links)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(argmaps(max_claims=9))
def test_a_mirrored_picture_is_sound_and_mirrored_again_the_same(argmap: ArgMap) -> None:
    picture = layout(argmap, LayoutOptions(orientation="left"))
    assert_sound(mirrored(picture), argmap)
    again = mirrored(mirrored(picture))
    assert again.orientation == picture.orientation
    for one, other in zip((*again.boxes, *again.frames), (*picture.boxes, *picture.frames), strict=True):
        assert one.x == pytest.approx(other.x, abs=0.02)


@pytest.mark.parametrize("engine", ["graphviz", "tree"])
@pytest.mark.parametrize(
    ("title", "wanted", "orientation", "turned"),
    [
        ("Zoos", "up", "up", False),
        ("Zoos", "left", "left", False),
        ("Zoos", "right", "right", True),
        (HEBREW, "up", "up", True),
        (HEBREW, "left", "left", False),
        (HEBREW, "right", "right", True),
    ],
)
def test_a_map_is_read_from_where_its_title_begins(title, wanted, orientation, turned, engine) -> None:
    picture = layout(zoo(title), LayoutOptions(orientation=wanted, engine=engine))
    assert picture.orientation == orientation
    place = {box.id: box for box in picture.boxes}
    if wanted == "up":
        assert (place["b"].x > place["c"].x) == turned
        assert place["a"].y < place["b"].y
    else:
        assert (place["a"].x > place["b"].x) == turned
        assert place["b"].y < place["c"].y


@pytest.mark.parametrize("aspect", [0.2, 5.0])
def test_whichever_shape_fits_the_thesis_stands_where_reading_begins(aspect: float) -> None:
    assert layout(zoo(HEBREW), LayoutOptions(aspect=aspect)).orientation in {"up", "right"}
    assert layout(zoo("Zoos"), LayoutOptions(aspect=aspect)).orientation in {"up", "left"}
