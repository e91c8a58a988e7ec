"""argmap what-if: changes, and interventions that make no sense."""

from __future__ import annotations

from tests.support.voting import VOTING, shell

__all__ = ["shell"]


def test_what_changes(shell):
    code, out, _ = shell("what-if", "--reject", "1.3.1", voting=VOTING)
    assert code == 0
    assert out.splitlines() == [
        "✓ stands → ✗ falls  1 Voting should be compulsory.  (refuted by 1.3)",
        "✗ falls → ✓ stands  1.3 Forcing people to vote violates their liberty.  (given)",
        "✓ stands → ✗ falls  1.3.1 We already force people to do jury service.  (rejected)",
        "changed: 3 of 5 claims; of 3 links 1 came alive, 1 died",
    ]


def test_json(shell):
    found = shell.json("what-if", "--reject", "jury", "--accept", "compulsory", voting=VOTING)
    assert found["do"] == {"compulsory": "stands", "jury": "falls"}
    assert found["claims"] == {
        "forced": {"before": "falls", "after": "stands", "reason": "given"},
        "jury": {"before": "stands", "after": "falls", "reason": "rejected"},
    }
    assert found["links"]["jury attacks forced"] == {"before": "live", "after": "dead", "reason": "premise"}


def test_contradictions_unknown_claims_and_nothing_to_do(shell):
    code, _, err = shell("what-if", "--reject", "jury", "--accept", "1.3.1", voting=VOTING)
    assert (code, err) == (2, "argmap what-if: 'jury' cannot be accepted and rejected at once; choose one of the two\n")
    code, _, err = shell("what-if", "--reject", "jurry", voting=VOTING)
    assert (code, err) == (2, "argmap what-if: no claim is called 'jurry'; near: jury\n")
    code, _, err = shell("what-if", voting=VOTING)
    assert code == 2
    assert "--reject CLAIM" in err
