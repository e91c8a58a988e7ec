"""What-if: interventions, contradictions, changes."""

from __future__ import annotations

import ast

import pytest

from argmap.analysis.whatif import interventions, what_if
from argmap.diagnostics import UsageError
from tests.support.evaluation import STATES, build, case_map, random_maps, worked


@worked("maps_wellfounded.json")
def test_worked_maps(case):
    for written, expected in case["what_if"].items():
        wishes = ast.literal_eval(written)
        accept = [name for name, wish in wishes.items() if wish == "accept"]
        reject = [name for name, wish in wishes.items() if wish == "reject"]
        after = what_if(case_map(case), accept, reject).after
        assert after.claims[case["main_claim"]].label == STATES[expected]


def test_rejecting_a_premise_may_rescue_another_claim():
    found = what_if(build("c p d o", "r: p supports c", "s: o supports d", "x: d attacks c"), reject=["o"])
    assert [(c.name, c.before, c.after, c.reason, c.forced) for c in found.claims] == [
        ("c", "falls", "stands", "supported", False),
        ("d", "stands", "falls", "unsupported", False),
        ("o", "stands", "falls", "rejected", True),
    ]
    assert [(c.name, c.before, c.after) for c in found.links] == [("s", "live", "dead"), ("x", "live", "dead")]


def test_an_intervention_twice_is_an_intervention_once():
    for argmap in random_maps(200, seed=31):
        name = argmap.claims[0].id
        once, twice = what_if(argmap, reject=[name]), what_if(argmap, reject=[name, name])
        assert once == twice
        assert what_if(argmap).claims == ()


def test_contradictions_are_refused():
    with pytest.raises(UsageError, match="'a' cannot be accepted and rejected at once"):
        interventions(accept=["a"], reject=["b", "a"])
    with pytest.raises(UsageError, match="no claim is called"):
        what_if(build("a"), reject=["b"])
