"""argmap diff: two versions of a map."""

from __future__ import annotations

from tests.support.voting import VOTING, shell

__all__ = ["shell"]

NEW = (
    VOTING.replace("attacks: forced", "supports: forced")
    .replace("Compulsory voting raises turnout.", "Making it compulsory raises turnout.")
    .replace("from: [turnout, raises]", "from: [turnout, raises, habit]")
    .replace("links:", "  habit: Voting becomes a habit.\nlinks:")
)


def test_every_difference_has_a_line(shell):
    code, out, _ = shell("diff", old=VOTING, new=NEW)
    assert code == 0
    assert out.splitlines() == [
        "+ claim 1.3 “Voting becomes a habit”",
        "~ claim 1.2 “Making it compulsory raises turnout”: worded “Compulsory voting raises turnout.” before",
        "~ claim 1.4 “Forcing people to vote violates their liberty”: was given, is open",
        "~ link jury supports forced: attacks before, supports now",
        "~ regrouped: {1.1, 1.2} before, {1.1, 1.2, 1.3} now",
        "  ✓ stands → ✗ falls  1 “Voting should be compulsory”",
        "  ✗ falls → ✓ stands  1.4 “Forcing people to vote violates their liberty”",
    ]
    assert shell("diff", old=VOTING, new=VOTING)[1] == "No differences in the argument.\n"


def test_the_json_shape(shell):
    found = shell.json("diff", old=VOTING, new=NEW)
    assert found["claims"] == {
        "added": ["habit"],
        "removed": [],
        "renamed": {},
        "reworded": {
            "raises": {"before": "Compulsory voting raises turnout.", "after": "Making it compulsory raises turnout."}
        },
        "moved": {},
        "restated": {"forced": {"before": "given", "after": "open"}},
    }
    assert found["links"] == {
        "added": [],
        "removed": [],
        "flipped": {"jury supports forced": {"before": "attacks", "after": "supports"}},
        "regrouped": [{"before": ["legitimacy"], "after": ["legitimacy"]}],
    }
    assert found["labels"]["compulsory"] == {"before": "stands", "after": "falls"}


def test_what_went_and_what_moved(shell):
    new = (
        VOTING.replace("attacks: forced", "attacks: raises")
        .replace("  forced:\n", "  compelled:\n")
        .replace("Forcing people to vote violates their liberty.", "Nobody likes it.")
    )
    out = shell("diff", old=VOTING, new=new)[1]
    assert "- claim “Forcing people to vote violates their liberty”" in out
    assert "~ claim 1.2.1 “We already force people to do jury service”: moved to 1.2 “Compulsory voting raises" in out
    assert "- link jury attacks forced" in out
