from argmap.layout.geometry import Box
from argmap.layout.groups import Grid, Part, drawable, parts, whole
from argmap.model import ArgMap, Claim, Link
from argmap.order import outline


def grouped(links: dict[str, str], groups: dict[str, str]) -> ArgMap:
    claims = tuple(Claim(id=name, text=name, group=groups.get(name, "")) for name in ("top", *links))
    pairs = (Link(id=f"{a}>{b}", premises=(a,), kind="supports", target=b) for a, b in links.items())
    from argmap.model import Group

    named = tuple(Group(id=name, title=name) for name in dict.fromkeys(groups.values()))
    return ArgMap(title="", claims=claims, links=tuple(pairs), groups=named)


def test_parts_hang_together_in_the_outline() -> None:
    argmap = grouped(
        {"a": "top", "b": "top", "c": "a", "d": "c", "e": "b"}, {"a": "x", "c": "x", "b": "x", "d": "y", "e": "y"}
    )
    assert parts(argmap, outline(argmap)) == (Part("x", ("a", "c", "b"), closed=False),)
    argmap = grouped({"a": "top", "b": "a", "c": "a"}, {"a": "x", "b": "x", "c": "x"})
    assert parts(argmap, outline(argmap)) == (Part("x", ("a", "b", "c"), closed=True),)


def test_a_group_may_have_several_parts() -> None:
    argmap = grouped({"a": "top", "b": "a", "c": "top", "d": "c", "e": "d"}, dict.fromkeys("abde", "x"))
    assert [part.claims for part in parts(argmap, outline(argmap))] == [("a", "b"), ("d", "e")]
    assert whole(argmap, outline(argmap)) == (Part("x", ("a", "b", "d", "e"), closed=False),)


def boxes(**places: tuple[float, float]) -> dict[str, Box]:
    return {name: Box(name, x, y, 100, 50, ()) for name, (x, y) in places.items()}


def test_a_frame_never_holds_a_stranger() -> None:
    placed = boxes(a=(0, 0), b=(400, 0), stranger=(200, 10))
    part = [Part("x", ("a", "b"), closed=False)]
    assert list(drawable(part, placed, Grid(placed.values()), (), (8, 14))) == []
    placed = boxes(a=(0, 0), b=(400, 0), stranger=(200, 90))
    found = list(drawable(part, placed, Grid(placed.values()), (), (8, 14)))
    assert found == [("x", (-8, -22, 508, 58))]


def test_frames_do_not_touch() -> None:
    placed = boxes(a=(0, 0), b=(0, 60), c=(110, 0), d=(110, 60))
    wanted = [Part("x", ("a", "b"), closed=True), Part("y", ("c", "d"), closed=True)]
    assert [group for group, _ in drawable(wanted, placed, Grid(placed.values()), (), (8, 14))] == ["x"]


def test_the_grid_finds_what_a_look_at_all_finds() -> None:
    placed = boxes(**{f"b{at}": (at * 37 % 1000 - 300, at * 91 % 900 - 200) for at in range(80)})
    grid = Grid(placed.values())
    for rect in ((-50, -50, 300, 300), (0, 0, 1, 1), (-400, -400, 900, 900)):
        left, top, right, bottom = rect
        naive = {
            box.id
            for box in placed.values()
            if box.x < right and left < box.x + 100 and box.y < bottom and top < box.y + 50
        }
        assert {box.id for box in grid.within(rect)} == naive
