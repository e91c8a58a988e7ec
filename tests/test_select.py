"""Parts of a map: by depth, around a claim, by group; what undercuts a link that goes, goes."""

from __future__ import annotations

import pytest

from argmap import ArgMap, Claim, Group, Link, UsageError, outline
from argmap.select import Selection, find_claim, find_group, part, select
from tests.support.growth import assert_linear

CLAIMS = tuple(Claim(id=name, text=name, group="g" if name in "bc" else "") for name in "abcde")
LINKS = (
    Link(id="step", premises=("b", "c"), kind="supports", target="a", named=True),
    Link(id="but", premises=("d",), kind="undercuts", target="step", named=True),
    Link(id="yet", premises=("e",), kind="undercuts", target="but", named=True),
)
MAP = ArgMap(title="t", claims=CLAIMS, links=LINKS, groups=(Group(id="g", title="Reasons"),), thesis=("a",))
ORDER = outline(MAP)


def ids(argmap: ArgMap) -> tuple[str, str]:
    return "".join(claim.id for claim in argmap.claims), " ".join(link.id for link in argmap.links)


@pytest.mark.parametrize(
    ("selection", "left"),
    [
        (Selection(), ("abcde", "step but yet")),
        (Selection(depth=1), ("a", "")),
        (Selection(depth=2), ("abcde", "step but yet")),
        (Selection(focus="b"), ("abc", "step")),  # what b works together with, or nothing would be left of the step
        (Selection(focus="d"), ("abcd", "step but")),
        (Selection(focus="e"), ("abcde", "step but yet")),
        (Selection(focus="1"), ("abcde", "step but yet")),
        (Selection(group="Reasons"), ("bc", "")),
    ],
)
def test_what_is_left_of_a_map(selection: Selection, left: tuple[str, str]) -> None:
    assert ids(select(MAP, ORDER, selection)) == left


def test_links_go_with_their_ends_and_undercuts_with_their_link() -> None:
    assert ids(part(MAP, set("abde"))) == ("abde", "")
    assert part(MAP, set("ade")).groups == ()


def test_claims_and_groups_are_found_by_every_name_they_go_by() -> None:
    assert find_claim(MAP, ORDER, "1.2") == find_claim(MAP, ORDER, "c") == "c"
    assert find_group(MAP, "Reasons") == find_group(MAP, "g") == "g"


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(focus="bb"), "no claim is called 'bb'; near: b"),
        (Selection(group="h"), "no group is called 'h'; there are: g"),
        (Selection(depth=0), "the depth is at least 1"),
        (Selection(depth=1, group="g"), "nothing is left of the map"),
    ],
)
def test_what_cannot_be_selected_is_said_with_the_nearest_names(selection: Selection, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        select(MAP, ORDER, selection)


def test_a_map_without_groups_says_so() -> None:
    with pytest.raises(UsageError, match="the map has no groups"):
        find_group(ArgMap(title="t", claims=CLAIMS[:1]), "g")


def test_a_chain_of_undercuts_goes_in_linear_time() -> None:
    def work(size):
        cuts = [Link(id=f"u{n}", premises=("e",), kind="undercuts", target=f"u{n - 1}") for n in range(1, size)]
        first = Link(id="u0", premises=("b",), kind="undercuts", target="step")
        argmap = ArgMap(title="", claims=CLAIMS, links=(LINKS[0], first, *cuts))
        return lambda: part(argmap, {"a", "c", "e"}).links

    assert work(3)() == ()
    assert_linear(work)
