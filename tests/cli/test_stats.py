"""argmap stats: the counts and what is worth a second look."""

from __future__ import annotations

from tests.support.voting import RIVALS, VOTING, shell

__all__ = ["shell"]


def test_the_json_shape(shell):
    found = shell.json("stats", voting=VOTING)
    details = found.pop("details")
    assert found == {
        "claims": 5,
        "links": 3,
        "supports": 1,
        "attacks": 2,
        "undercuts": 0,
        "linked": 1,
        "theses": 1,
        "depth": 2,
        "components": 1,
        "circles": 0,
    }
    assert details["theses"] == ["compulsory"]
    assert details["sides"] == [{"claim": "compulsory", "links": 3, "objections": 2, "share": 2 / 3}]


def test_circles_are_told_with_their_sign(shell):
    (circle,) = shell.json("stats", rivals=RIVALS)["details"]["circles"]
    assert circle["sign"] == "rival positions"
    assert set(circle["way"]) == {"a", "b", "a attacks b", "b attacks a"}
    assert "rival positions: 1.2 → 1.1 → back" in shell("stats", rivals=RIVALS)[1]


def test_words(shell):
    code, out, _ = shell("stats", voting=VOTING)
    assert code == 0
    assert out.splitlines() == [
        "Should voting be compulsory?",
        "  5 claims, 3 links: 1 supporting, 2 attacking, 0 undercutting; 1 with linked premises",
        "  2 deep, 1 part, no circles",
        "  main claims: 1",
        "  links that bear on 1: 2 of 3 object",
    ]
    odd = "title: T\nclaims:\n  c: C is so.\n  p: {text: P is so., supports: c, status: open}\n  z: Alone.\nthesis: c\n"
    out = shell("stats", odd=odd)[1]
    assert "no objection considered" in out
    assert "open, and nothing supports it: 1.1" in out
    assert "bears on no main claim: 2" in out
    assert "2 separate parts" in out
