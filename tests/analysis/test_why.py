"""Why: every justification is finite, complete and not circular, and its sentences tell the truth."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.analysis.labels import labels
from argmap.analysis.why import why
from argmap.diagnostics import UsageError
from tests.support.evaluation import build, random_maps


def ground_rows(found):
    return {ground.name: ground for ground in found.grounds}


def carries(argmap, found, name):
    """Return whether the grounds that an item rests on are enough for its label, by the rules alone."""
    rows = ground_rows(found)
    mine = rows[name]
    label = {other: rows[other].label for other in mine.rests_on}
    if argmap.is_claim(name):
        attacks = [link.id for link in argmap.links if link.kind == "attacks" and link.target == name]
        supports = [link.id for link in argmap.links if link.kind == "supports" and link.target == name]
        if mine.label == "stands":
            backed = argmap.status(name) == "given" or any(label.get(link) == "live" for link in supports)
            return backed and all(label.get(link) == "dead" for link in attacks)
        if argmap.status(name) == "rejected" or any(label.get(link) == "live" for link in attacks):
            return True
        return argmap.status(name) == "open" and all(label.get(link) == "dead" for link in supports)
    link = argmap.link(name)
    undercuts = [other.id for other in argmap.links if other.kind == "undercuts" and other.target == name]
    if mine.label == "live":
        stand = all(label.get(premise) == "stands" for premise in link.premises)
        return stand and all(label.get(other) == "dead" for other in undercuts)
    return any(label.get(p) == "falls" for p in link.premises) or any(label.get(u) == "live" for u in undercuts)


def is_well_founded(found):
    """Return whether only what is circular rests on itself."""
    rows = ground_rows(found)
    done: set[str] = set()
    while new := {name for name, row in rows.items() if name not in done and set(row.rests_on) <= done}:
        done |= new
    return all(rows[name].reason == "circular" or "circular" in _below(rows, name) for name in rows.keys() - done)


def _below(rows, name):
    seen, stack = {name}, [name]
    while stack:
        for other in rows[stack.pop()].rests_on:
            if other not in seen:
                seen.add(other)
                stack.append(other)
    return {rows[other].reason for other in seen}


@given(st.integers(0, 10**6))
@settings(max_examples=150)
def test_justifications_carry_their_labels(seed):
    argmap = next(iter(random_maps(1, seed, claims=8, links=14)))
    plain = labels(argmap)
    for name in (*plain.claims, *plain.links):
        found = why(argmap, name)
        assert (found.name, found.label, found.reason) == (name, plain[name].label, plain[name].reason)
        assert found.grounds[0].name == name
        assert len(ground_rows(found)) == len(found.grounds)
        assert found.sentences
        for row in found.grounds:
            assert row.label == plain[row.name].label
        if found.label == "contested":
            assert found.circle
            assert {plain[other].label for other in found.circle} == {"contested"}
        else:
            assert all(carries(argmap, found, row.name) for row in found.grounds), (argmap, name)
            assert is_well_founded(found)


RIVALS = ("x: a attacks b", "y: b attacks a")


@pytest.mark.parametrize(
    ("argmap", "name", "sentences"),
    [
        (
            build("c p o", "r: p supports c", "x: o attacks p"),
            "c",
            [
                (
                    "1 “Claim c” falls: its only reason needs 1.1 “Claim p”, which is refuted by 1.1.1 “Claim o”, and "
                    "nothing answers that."
                ),
                "1.1 falls: 1.1.1 refutes it, and nothing answers that.",
                "1.1.1 stands: it is given, and nothing speaks against it.",
            ],
        ),
        (
            build("c p q=open", "r: p supports c", "s: q supports c", "z: p undercuts r"),
            "c",
            [
                (
                    "1 “Claim c” falls: neither of its two reasons holds: the one from 1.1 “Claim p” because 1.1 "
                    "undercuts that step; the one from 1.2 “Claim q” because 1.2 falls."
                ),
                "1.1 stands: it is given, and nothing speaks against it.",
                "1.2 falls: it is not given, and nothing supports it.",
            ],
        ),
        (
            build("t p q", "r: p supports q", "s: q supports p", "u: q supports t"),
            "t",
            [
                (
                    "1 “Claim t” falls: it rests on 1.1 “Claim q”, and that is supported only by itself: it rests on "
                    "1.1.1 “Claim p”, which rests on 1.1."
                ),
                "1.1 falls: it is supported only by itself: it rests on 1.1.1, which rests on 1.1.",
                "1.1.1 falls: it is supported only by itself: it rests on 1.1, which rests on 1.1.1.",
            ],
        ),
        (
            build("a b c d", *RIVALS, "v: a attacks c", "w: b attacks c", "r: d supports c", thesis=("c",)),
            "c",
            [
                "1 “Claim c” is contested: that hangs on 1.1 “Claim a”, which is contested.",
                "This is because 1.1 and 1.1.1 “Claim b” attack each other, and nothing decides between them.",
                "It is contested, yet every position that can be defended rejects it.",
            ],
        ),
        (
            build("s u", "r: s supports u", "z: u undercuts r"),
            "u",
            [
                "1 “Claim u” is contested: 1 is supported by a step undercut by 1: it would stand only if it fell.",
                "No position that can be defended settles it.",
            ],
        ),
        (
            build("a b", *RIVALS),
            "x",
            [
                (
                    "The objection from 1 “Claim a” to 1.1 “Claim b” is contested: 1 and 1.1 attack each other, and "
                    "nothing decides between them."
                ),
                "Of 2 positions that can be defended, 1 accepts it and 1 rejects it.",
            ],
        ),
        (build("p=rejected"), "p", ["1 “Claim p” falls: the map rejects it."]),
    ],
)
def test_sentences(argmap, name, sentences):
    assert list(why(argmap, name).sentences) == sentences


def test_sentences_about_interventions():
    argmap = build("c p", "r: p supports c")
    assert why(argmap, "p", {"p": "falls"}).sentences[0] == "1.1 “Claim p” falls: it is rejected here."
    said = why(argmap, "c", {"c": "stands"}).sentences
    assert said == ("1 “Claim c” stands: it is accepted here, whatever speaks for or against it.",)


def test_undercuts_that_only_undercut_each_other():
    argmap = build("p q", "x: p undercuts y", "y: q undercuts x")
    said = why(argmap, "x").sentences
    assert "is contested: undercuts cut each other: the objection from" in said[0]
    assert said[1] == "Of 2 positions that can be defended, 1 accepts it and 1 rejects it."


def test_unknown_names_get_the_nearest():
    with pytest.raises(UsageError, match="no claim or link is called 'turnuot'; near: turnout"):
        why(build("turnout"), "turnuot")
