from argmap.layout.wiring import Piece, wiring
from argmap.model import ArgMap, Claim, Link


def wired(*links: Link) -> tuple[list[Piece], list[str]]:
    names = dict.fromkeys(name for link in links for name in (*link.premises, link.target))
    found = wiring(ArgMap(title="", claims=tuple(Claim(id=name, text=name) for name in names), links=links))
    return list(found.pieces), list(found.junctions)


def test_a_single_premise_needs_no_junction() -> None:
    assert wired(Link(id="l", premises=("b",), kind="supports", target="a")) == (
        [Piece("l", "b", "b", "a", arrow=True)],
        [],
    )


def test_linked_premises_meet_in_one() -> None:
    pieces, junctions = wired(Link(id="l", premises=("b", "c"), kind="attacks", target="a"))
    assert junctions == ["l"]
    assert pieces == [
        Piece("l", "b", "b", "l", arrow=False),
        Piece("l", "c", "c", "l", arrow=False),
        Piece("l", "", "l", "a", arrow=True),
    ]


def test_an_undercut_ends_on_the_junction_of_its_link() -> None:
    pieces, junctions = wired(
        Link(id="l", premises=("b",), kind="supports", target="a"),
        Link(id="u", premises=("c",), kind="undercuts", target="l"),
        Link(id="v", premises=("d",), kind="undercuts", target="u"),
    )
    assert junctions == ["l", "u"]
    assert Piece("u", "c", "c", "u", arrow=False) in pieces
    assert Piece("u", "", "u", "l", arrow=True) in pieces
    assert Piece("v", "d", "d", "u", arrow=True) in pieces


def test_an_undercut_may_undercut_itself() -> None:
    pieces, junctions = wired(Link(id="u", premises=("c",), kind="undercuts", target="u"))
    assert junctions == ["u"]
    assert pieces == [Piece("u", "c", "c", "u", arrow=False), Piece("u", "", "u", "u", arrow=True)]


def test_a_premise_listed_twice_has_one_leg() -> None:
    assert len(wired(Link(id="l", premises=("b", "b"), kind="supports", target="a"))[0]) == 1
