"""The model: frozen, compared by content, with the look-ups that everything else uses."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import TYPE_CHECKING

import pytest

from argmap import ArgMap, Claim, Link
from argmap.model import link_id
from tests.support.growth import assert_linear

if TYPE_CHECKING:
    from collections.abc import Callable

PAIN = Claim(id="pain", text="Animals suffer in zoos.")
CLOSE = Claim(id="close", text="Zoos should close.")
STEP = Link(id="pain supports close", premises=("pain",), kind="supports", target="close")
BUT = Link(id="but", premises=("pain",), kind="undercuts", target="pain supports close", named=True)
ZOO = ArgMap(title="Zoo", claims=(PAIN, CLOSE), links=(STEP, BUT))


def test_claims_and_links_are_found_by_id() -> None:
    assert ZOO.claim("pain") is PAIN
    assert ZOO.link("pain supports close") is STEP
    assert ZOO.is_claim("close")
    assert not ZOO.is_claim("but")
    assert ZOO.is_link("but")
    with pytest.raises(KeyError):
        ZOO.claim("clsoe")


def test_the_status_is_given_unless_something_supports_the_claim_or_the_author_says() -> None:
    assert ZOO.status("pain") == "given"
    assert ZOO.status("close") == "open"
    doubted = dataclasses.replace(ZOO, claims=(dataclasses.replace(PAIN, status="rejected"), CLOSE))
    assert doubted.status("pain") == "rejected"


def test_an_undercut_bears_on_the_claim_of_the_link_it_undercuts() -> None:
    assert ZOO.target_claim(BUT) == "close"
    assert ZOO.target_claim(STEP) == "close"


def test_maps_are_values() -> None:
    again = ArgMap(title="Zoo", claims=(PAIN, CLOSE), links=(STEP, BUT))
    assert again == ZOO
    assert hash(again) == hash(ZOO)
    assert copy.deepcopy(ZOO) == ZOO
    assert pickle.loads(pickle.dumps(ZOO)) == ZOO  # noqa: S301 - our own bytes, made on this line
    assert dataclasses.replace(ZOO, title="Other") != ZOO
    with pytest.raises(dataclasses.FrozenInstanceError):
        ZOO.title = "Other"  # type: ignore[misc]  # that it is refused is the point


def test_a_derived_id_names_its_parts() -> None:
    assert link_id(("a", "b"), "attacks", "c") == "a+b attacks c"


def test_what_undercuts_bear_on_is_found_in_linear_time_and_a_circle_ends_nowhere() -> None:
    def chain(length: int, last: str) -> ArgMap:
        kinds = ["undercuts"] * length + ["supports"]
        targets = [f"l{at + 1}" for at in range(length)] + [last]
        links = [
            Link(id=f"l{at}", named=True, premises=("a",), kind=kind, target=target)
            for at, (kind, target) in enumerate(zip(kinds, targets, strict=True))
        ]
        return ArgMap(title="T", claims=(), links=tuple(links))

    def targets(length: int) -> Callable[[], set[str]]:
        argmap = chain(length, "b")
        return lambda: {argmap.target_claim(link) for link in argmap.links}

    assert targets(500)() == {"b"}
    assert_linear(targets)
    circle = chain(3, "b")
    turned = dataclasses.replace(circle.links[2], target="l1")
    circle = dataclasses.replace(circle, links=(*circle.links[:2], turned, circle.links[3]))
    assert [circle.target_claim(link) for link in (*circle.links, *circle.links)] == ["", "", "", "b"] * 2
    assert circle.target_claim(dataclasses.replace(turned, target="gone")) == ""
