"""argmap why: sentences, what carries a claim, and bad names."""

from __future__ import annotations

from tests.support.voting import RIVALS, VOTING, shell

__all__ = ["shell"]


def test_a_standing_claim(shell):
    code, out, _ = shell("why", "compulsory", voting=VOTING)
    assert code == 0
    first = (
        "1 “Voting should be compulsory” stands: 1.1 “High turnout makes elected governments more legitimate” and 1.2 "
        "“Compulsory voting raises turnout” together support it; 1.3 “Forcing people to vote violates their liberty”, "
        "which attacks it, falls."
    )
    assert out.splitlines() == [
        first,
        "1.1 stands: it is given, and nothing speaks against it.",
        "1.2 stands: it is given, and nothing speaks against it.",
        "1.3 falls: 1.3.1 “We already force people to do jury service” refutes it, and nothing answers that.",
        "1.3.1 stands: it is given, and nothing speaks against it.",
        "Load-bearing: without 1.1 or without 1.2 or without 1.3.1 it would not stand.",
    ]


def test_a_number_names_a_claim_and_a_link_can_be_asked_about(shell):
    assert shell("why", "1.3", voting=VOTING)[1].splitlines()[-1] == "Rescue: it would stand if 1.3.1 were rejected."
    out = shell("why", "legitimacy", voting=VOTING)[1]
    assert out.startswith("The step from 1.1 “High turnout makes elected governments more legitimate” and 1.2")
    assert "is live: 1.1 and 1.2 stand." in out


def test_under_interventions(shell):
    out = shell("why", "1", "--reject", "jury", voting=VOTING)[1]
    assert out.startswith("1 “Voting should be compulsory” falls: 1.3 “Forcing people")
    assert "No single rejection" not in out


def test_json(shell):
    found = shell.json("why", "forced", voting=VOTING)
    assert (found["name"], found["label"], found["reason"], found["circle"]) == ("forced", "falls", "refuted", [])
    assert found["rescue"] == ["jury"]
    assert [(ground["name"], ground["rests_on"]) for ground in found["grounds"]] == [
        ("forced", ["jury attacks forced"]),
        ("jury attacks forced", ["jury"]),
        ("jury", []),
    ]
    standing = shell.json("why", "1", voting=VOTING)
    assert standing["load_bearing"] == ["turnout", "raises", "jury"]
    assert standing["robustness"] == {"verdict": "exactly", "size": 1, "sets": [["turnout"]]}


def test_a_contested_claim(shell):
    lines = shell("why", "both", rivals=RIVALS)[1].splitlines()
    assert lines[1] == "This is because 1.1 and 1.2 “B is true” attack each other, and nothing decides between them."
    assert lines[2] == "It is contested, yet every position that can be defended accepts it."
    assert shell.json("why", "a", rivals=RIVALS)["circle"] == ["a", "b attacks a", "b", "a attacks b"]


def test_robust_claims_and_time_limits(shell):
    reasons = "".join(f"  p{i}: {{text: Reason {i}., supports: c}}\n" for i in range(6))
    text = "title: T\nclaims:\n  c: It is so.\n" + reasons
    last = "No few given claims carry it; at least 5 would have to go together."
    assert shell("why", "c", six=text)[1].splitlines()[-1] == last
    three = "\n".join(text.splitlines()[:5]) + "\n"
    last = "No single given claim carries it; 2 would have to go together, for instance 1.1 and 1.2."
    assert shell("why", "c", two=three)[1].splitlines()[-1] == last
    last = "What carries it is undetermined within 0 s."
    assert shell("why", "c", "--limit", "0", two=three)[1].splitlines()[-1] == last
    alone = "title: T\nclaims:\n  c: It is so.\n"
    assert shell("why", "c", alone=alone)[1].splitlines()[-1] == "It does not depend on any other given claim."
    fallen = "title: T\nclaims:\n  c: It is so.\n  o: {text: It is not., attacks: c}\n"
    assert shell("why", "c", "--limit", "0", f=fallen)[1].splitlines()[-1] == (
        "What would rescue it is undetermined within 0 s."
    )
    open_ = "title: T\nclaims:\n  c: {text: It is so., status: open}\n"
    assert shell("why", "c", f=open_)[1].splitlines()[-1] == "No single rejection would make it stand."


def test_unknown_claims_get_the_nearest_names(shell):
    code, out, err = shell("why", "compulsry", voting=VOTING)
    assert (code, out) == (2, "")
    assert err == "argmap why: no claim is called 'compulsry'; near: compulsory\n"
