"""Expectations: what fails, where, and why."""

from __future__ import annotations

from argmap import api
from argmap.analysis.expectations import failures
from argmap.model import Expect
from tests.support.evaluation import build


def test_failures_come_in_file_order_with_the_reason():
    argmap = build("c p o", "r: p supports c", "x: o attacks p", expect=Expect(stands=("o", "c"), contested=("p",)))
    found = failures(argmap)
    assert [(f.claim, f.expected, f.index, f.found) for f in found] == [
        ("c", "stands", 1, "falls"),
        ("p", "contested", 0, "falls"),
    ]
    assert found[0].message == "'c' is expected to stand, but it falls"
    assert found[1].message == "'p' is expected to be contested, but it falls"
    assert found[1].why == "1.1 “Claim p” falls: 1.1.1 “Claim o” refutes it, and nothing answers that."


def test_met_expectations_and_none_at_all():
    assert failures(build("c", expect=Expect(stands=("c",)))) == ()
    assert failures(build("c")) == ()


MAP = "title: T\nclaims:\n  c: It is so.\n  o: {text: It is not so., attacks: c}\n"


def test_check_reports_them_at_their_place():
    (found,) = api.check_text(MAP + "expect: {falls: c, stands: [o, c2, c]}\n")[:1]
    assert found.code == "AM110"
    problems = api.check_text(MAP + "expect:\n  falls: o\n  stands: [o]\n")
    assert "AM401" not in {problem.code for problem in problems}
    (problem,) = api.check_text(MAP + "expect:\n  falls: c\n  contested: [o]\n")
    assert (problem.code, problem.severity, str(problem.span)) == ("AM401", "error", "<string>:7:15")
    assert problem.message == "'o' is expected to be contested, but it stands"
    assert problem.help == "1.1 “It is not so” stands: it is given, and nothing speaks against it."


def test_a_map_with_failed_expectations_can_be_loaded():
    assert api.loads(MAP + "expect: {stands: c}\n").expect == Expect(stands=("c",))
