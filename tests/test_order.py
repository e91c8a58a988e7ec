"""The reading order: numbers, parents, siblings in file order, circles, undercuts, size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import ArgMap, Claim, Link, outline
from argmap.order import reasons, theses


def a_map(claims: str, *links: str, thesis: tuple[str, ...] = ()) -> ArgMap:
    """Build a map from claim letters and links written as `bc supports a`; the id of a link is its place, 1, 2, ..."""
    made = []
    for number, words in enumerate(links, 1):
        premises, kind, target = words.split()
        made.append(Link(id=str(number), premises=tuple(premises), kind=kind, target=target, named=True))
    return ArgMap(
        title="t", claims=tuple(Claim(id=name, text=name) for name in claims), links=tuple(made), thesis=thesis
    )


def numbers(argmap: ArgMap) -> dict[str, str]:
    return dict(outline(argmap).numbers)


def test_siblings_stand_in_file_order_of_their_claims_not_of_their_links() -> None:
    assert numbers(a_map("abcd", "d attacks a", "bc supports a")) == {"a": "1", "b": "1.1", "c": "1.2", "d": "1.3"}


def test_an_undercut_follows_the_link_it_undercuts() -> None:
    found = outline(a_map("abcdu", "b supports a", "c attacks a", "u undercuts 1", "d supports u"))
    assert found.numbers == {"a": "1", "b": "1.1", "u": "1.2", "d": "1.2.1", "c": "1.3"}
    assert found.via["u"] == "3"


def test_an_undercut_of_an_undercut_is_read_right_after_it() -> None:
    assert numbers(a_map("abuv", "b supports a", "u undercuts 1", "v undercuts 2")) == {
        "a": "1", "b": "1.1", "u": "1.2", "v": "1.3"}  # fmt: skip


def test_a_shared_claim_stands_once_beneath_its_first_target() -> None:
    found = outline(a_map("abcs", "s supports c", "b supports a", "c supports a", "s supports b"))
    assert found.numbers["s"] == "1.2.1"
    assert found.parent["s"] == "c"


def test_a_circle_without_a_thesis_is_still_numbered() -> None:
    assert numbers(a_map("ab", "a supports b", "b supports a")) == {"a": "1", "b": "1.1"}


def test_a_circle_beside_the_first_target_is_reached_by_another_link() -> None:
    found = outline(a_map("txy", "x supports y", "y supports x", "y supports t"))
    assert found.numbers == {"t": "1", "y": "1.1", "x": "1.1.1"}


def test_a_declared_thesis_is_a_root_even_if_it_bears_on_another() -> None:
    assert numbers(a_map("ab", "b supports a", thesis=("b", "a"))) == {"b": "1", "a": "2"}


def test_what_hangs_on_no_thesis_comes_last_in_file_order() -> None:
    assert numbers(a_map("xabc", "c supports b", thesis=("a",))) == {"a": "1", "x": "2", "b": "3", "c": "3.1"}


def test_circular_undercuts_lead_to_no_claim_and_harm_nothing() -> None:
    argmap = a_map("auv", "u undercuts 2", "v undercuts 1")
    assert argmap.target_claim(argmap.link("1")) == ""
    assert set(numbers(argmap)) == {"a", "u", "v"}


def test_the_default_theses_are_the_claims_that_bear_on_nothing() -> None:
    assert theses(a_map("abc", "b supports a")) == ("a", "c")


def test_reasons_of_a_claim_that_nothing_bears_on_are_none() -> None:
    assert reasons(a_map("a")) == {}


@given(st.data())
def test_every_claim_is_numbered_once_and_beneath_its_parent(data: st.DataObject) -> None:
    names = "abcdefgh"
    kinds = st.sampled_from(["supports", "attacks", "undercuts"])
    links = []
    for number in range(data.draw(st.integers(0, 12))):
        kind = data.draw(kinds if number else st.sampled_from(["supports", "attacks"]))
        premises = "".join(data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)))
        target = str(data.draw(st.integers(1, number))) if kind == "undercuts" else data.draw(st.sampled_from(names))
        links.append(f"{premises} {kind} {target}")
    found = outline(a_map(names, *links))
    assert sorted(found) == sorted(names)
    assert len(set(found.numbers.values())) == len(names)
    for name in names:
        above = found.parent[name]
        number = found.numbers[name]
        assert number.rpartition(".")[0] == (found.numbers[above] if above else "")
        assert found.depths[name] == number.count(".")
        assert name in (found.children[above] if above else found.roots)


@pytest.mark.parametrize("shape", ["chain", "star"])
def test_five_thousand_claims_are_no_trouble(shape: str) -> None:
    count = 5000
    claims = tuple(Claim(id=f"c{n}", text="x") for n in range(count))
    links = tuple(
        Link(id=f"l{n}", premises=(f"c{n}",), kind="supports", target=f"c{n - 1 if shape == 'chain' else 0}")
        for n in range(1, count)
    )
    found = outline(ArgMap(title="t", claims=claims, links=links))
    assert max(found.depths.values()) == (count - 1 if shape == "chain" else 1)
