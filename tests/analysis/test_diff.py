"""Two versions of one map."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from argmap.analysis.diff import diff
from tests.support.evaluation import build, random_maps


def words(found):
    """Return the names of the fields that differ."""
    return [name for name in found.__slots__ if getattr(found, name)]


OLD = build("c p q o", "r: p+q supports c", "x: o attacks p")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, []),
        (build("c p q o n", "r: p+q supports c", "x: o attacks p"), ["added"]),
        (build("c p q", "r: p+q supports c"), ["removed", "removed_links", "relabelled"]),
        (build("c p q o", "r: p+q supports c", "x: o supports p"), ["restated", "flipped", "relabelled"]),
        (build("c p q o", "r: p supports c", "s: q supports c", "x: o attacks p"), ["regrouped", "relabelled"]),
        (
            build("c p q o", "r: p+q supports c", "x: o attacks q"),
            ["moved", "added_links", "removed_links", "relabelled"],
        ),
        (build("c p q o", "r: p+q+o supports c", "x: o attacks p"), ["moved", "regrouped"]),
        (build("c p q=open o", "r: p+q supports c", "x: o attacks p"), ["restated", "relabelled"]),
        (
            build("c p q o n", "r: p+q supports c", "x: o attacks p", "z: n undercuts x"),
            ["added", "added_links", "relabelled"],
        ),
    ],
)
def test_each_kind_of_change(new, expected):
    found = diff(OLD, new)
    assert words(found) == expected
    assert bool(found) is bool(expected)


def test_what_is_said_about_changes():
    found = diff(OLD, build("c p q o", "r: p supports c", "s: q supports c", "x: o attacks p"))
    assert found.regrouped == ((("r",), ("r", "s")),)
    assert found.relabelled == (("c", "falls", "stands"),)
    found = diff(OLD, build("c p q o", "r: p+q supports c", "x: o attacks q"))
    assert found.moved == (("o", "p", "q"),)


def test_other_words_and_other_ids():
    claim = replace(OLD.claims[1], text="Claim p, put better.")
    found = diff(OLD, replace(OLD, claims=(OLD.claims[0], claim, *OLD.claims[2:])))
    assert words(found) == ["reworded"]
    assert found.reworded == (("p", "Claim p.", "Claim p, put better."),)
    renamed = build("c p q zebra", "r: p+q supports c", "x: zebra attacks p")
    renamed = replace(renamed, claims=(*renamed.claims[:3], replace(renamed.claims[3], text="Claim o.")))
    found = diff(OLD, renamed)
    assert words(found) == ["renamed"]
    assert found.renamed == (("zebra", "o", "zebra"),)


def test_an_undercut_follows_the_link_it_undercuts():
    old = build("c p u", "r: p supports c", "z: u undercuts r")
    assert words(diff(old, build("c p u", "other: p supports c", "z: u undercuts other"))) == []
    assert words(diff(old, build("c p u", "r: p attacks c", "z: u undercuts r"))) == [
        "restated",
        "flipped",
        "relabelled",
    ]


def test_a_map_does_not_differ_from_itself_and_differences_turn_round():
    maps = list(random_maps(80, seed=91))
    for one, other in pairwise(maps):
        assert not diff(one, one)
        forth, back = diff(one, other), diff(other, one)
        assert sorted(forth.added) == sorted(back.removed)
        assert {(a.name, a.after, a.before) for a in forth.relabelled} == {tuple(a) for a in back.relabelled}
