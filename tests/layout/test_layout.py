import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.layout import LayoutOptions, layout
from argmap.model import ArgMap, Claim, Link
from tests.support.debates import debate
from tests.support.geometry import assert_sound, behind_boxes
from tests.support.maps import argmaps

OPTIONS = st.builds(
    LayoutOptions,
    orientation=st.sampled_from(("auto", "up", "left", "right")),
    order=st.sampled_from(("file", "crossings")),
    engine=st.sampled_from(("graphviz", "graphviz", "tree")),
    groups=st.sampled_from(("fit", "all", "none")),
    numbers=st.booleans(),
    max_text_width=st.sampled_from((120.0, 264.0)),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(argmaps(max_claims=9), OPTIONS)
def test_every_map_has_a_sound_picture(argmap: ArgMap, options: LayoutOptions) -> None:
    picture = layout(argmap, options)
    assert_sound(picture, argmap)
    if options.engine == "graphviz":
        assert behind_boxes(picture, argmap) == []
    assert layout(argmap, options) == picture


def linked(*links: tuple[str, str, str, str]) -> ArgMap:
    """Return a map of links given as id, premises, kind, target."""
    made = tuple(Link(id=a, premises=tuple(b.split()), kind=c, target=d) for a, b, c, d in links)  # type: ignore[arg-type]  # words from the test's own table
    ids = {link.id for link in made}
    names = dict.fromkeys(name for link in made for name in (*link.premises, link.target) if name not in ids)
    return ArgMap(title="", claims=tuple(Claim(id=name, text=f"Claim {name}.") for name in names), links=made)


ODD = {
    "one claim": ArgMap(title="", claims=(Claim(id="a", text="Alone."),)),
    "no links": ArgMap(title="", claims=tuple(Claim(id=name, text=name) for name in "abc")),
    "circle": linked(("l", "a", "supports", "b"), ("m", "b", "supports", "c"), ("n", "c", "attacks", "a")),
    "each other": linked(("l", "a", "attacks", "b"), ("m", "b", "attacks", "a")),
    "two links of one pair": linked(("l", "a", "supports", "b"), ("m", "a", "attacks", "b")),
    "undercuts itself": linked(("l", "a", "supports", "b"), ("u", "c", "undercuts", "u")),
    "undercuts its own link": linked(("l", "a", "supports", "b"), ("u", "a", "undercuts", "l")),
    "undercuts each other": linked(("u", "a", "undercuts", "v"), ("v", "b", "undercuts", "u")),
    "undercuts of undercuts": linked(
        ("l", "a b", "supports", "c"), ("u", "d", "undercuts", "l"), ("v", "e f", "undercuts", "u"),
        ("w", "g", "undercuts", "v"),
    ),
    "target among the undercutting premises": linked(("l", "a", "supports", "b"), ("u", "b a", "undercuts", "l")),
    "supports itself": linked(("l", "a", "supports", "a")),
    "apart": linked(("l", "a", "supports", "b"), ("m", "c", "supports", "d")),
}  # fmt: skip


@pytest.mark.parametrize("engine", ["graphviz", "tree"])
@pytest.mark.parametrize("orientation", ["up", "left"])
@pytest.mark.parametrize("argmap", ODD.values(), ids=list(ODD))
def test_odd_maps_have_sound_pictures(argmap: ArgMap, orientation: str, engine: str) -> None:
    picture = layout(argmap, LayoutOptions(orientation=orientation, engine=engine))  # type: ignore[arg-type]  # words from the test's own table
    assert_sound(picture, argmap)
    if engine == "graphviz":
        assert behind_boxes(picture, argmap) == []


@pytest.mark.parametrize("size", [30, 1600])
def test_two_hash_seeds_give_one_picture(size: int) -> None:
    code = (
        "from tests.support.debates import debate; from argmap.layout import layout; "
        f"print(layout(debate({size}, groups=4)))"
    )
    pictures = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pictures) == 1
    assert len(next(iter(pictures))) > 1000


def moved_pairs(before, after) -> tuple[int, int]:
    """Return how many pairs of boxes changed sides, on the way across, of how many that stood clearly apart."""
    axis = (lambda box: box.x) if before.orientation == "up" else (lambda box: box.y)
    places = {box.id: axis(box) for box in after.boxes}
    pairs = [(a, b) for a, b in combinations(before.boxes, 2) if abs(axis(a) - axis(b)) > 30]
    return sum((axis(a) < axis(b)) != (places[a.id] < places[b.id]) for a, b in pairs), len(pairs)


def test_a_word_more_moves_next_to_nothing() -> None:
    wrong = total = 0
    for seed in range(6):
        argmap = debate(40, seed, groups=3)
        before = layout(argmap)
        at = seed * 5
        claims = list(argmap.claims)
        claims[at] = replace(claims[at], text=claims[at].text + " again")
        after = layout(replace(argmap, claims=tuple(claims)), LayoutOptions(orientation=before.orientation))
        changed, pairs = moved_pairs(before, after)
        wrong, total = wrong + changed, total + pairs
    assert wrong <= 0.002 * total


def test_a_claim_more_moves_little() -> None:
    wrong = total = 0
    for seed in range(6):
        argmap = debate(40, seed)
        before = layout(argmap)
        claims = (*argmap.claims, Claim(id="new", text="Something new has to be said."))
        links = (*argmap.links, Link(id="new link", premises=("new",), kind="attacks", target=f"c{seed * 6}"))
        after = layout(replace(argmap, claims=claims, links=links), LayoutOptions(orientation=before.orientation))
        changed, pairs = moved_pairs(before, after)
        wrong, total = wrong + changed, total + pairs
    assert wrong <= 0.1 * total
