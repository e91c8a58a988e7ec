"""argmap eval: labels as an outline and as JSON, and the options."""

from __future__ import annotations

import pytest

from tests.support.voting import RIVALS, VOTING, shell

__all__ = ["shell"]


def test_an_outline_with_labels_and_reasons(shell):
    code, out, err = shell("eval", voting=VOTING)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Should voting be compulsory?",
        "✓ stands    1 Voting should be compulsory.  (supported by 1.1 and 1.2)",
        "✓ stands      + 1.1 High turnout makes elected governments more legitimate.  (given)",
        "✓ stands      + 1.2 Compulsory voting raises turnout.  (given)",
        "✗ falls       − 1.3 Forcing people to vote violates their liberty.  (refuted by 1.3.1)",
        "✓ stands        − 1.3.1 We already force people to do jury service.  (given)",
        "5 claims: stands 4, falls 1, contested 0",
    ]


def test_colour_on_request(shell, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    _, out, _ = shell("eval", voting=VOTING)
    assert "\x1b[32m✓ stands\x1b[0m" in out
    assert "\x1b[31m✗ falls\x1b[0m" in out


def test_the_json_shape(shell):
    assert shell.json("eval", voting=VOTING) == {
        "claims": {
            "compulsory": {"label": "stands", "reason": "supported"},
            "turnout": {"label": "stands", "reason": "given"},
            "raises": {"label": "stands", "reason": "given"},
            "forced": {"label": "falls", "reason": "refuted"},
            "jury": {"label": "stands", "reason": "given"},
        },
        "links": {
            "forced attacks compulsory": {"label": "dead"},
            "jury attacks forced": {"label": "live"},
            "legitimacy": {"label": "live"},
        },
    }


def test_positions(shell):
    _, out, _ = shell("eval", "--positions", rivals=RIVALS)
    assert out.splitlines()[-4:] == [
        "Contested together: 1, 1.1 and 1.2",
        "  either {1, 1.1} stand and {1.2} fall",
        "  or     {1, 1.2} stand and {1.1} fall",
        "  in every position {1} stand, though contested",
    ]
    (part,) = shell.json("eval", "--positions", rivals=RIVALS)["positions"]
    assert part["claims"] == ["both", "a", "b"]
    assert part["positions"][0] == {"stands": ["both", "a"], "falls": ["b"], "contested": []}
    assert (part["complete"], part["accepted_by_all"], part["rejected_by_all"]) == (True, ["both"], [])


def test_no_time_for_positions(shell):
    _, out, _ = shell("eval", "--positions", "--limit", "0", rivals=RIVALS)
    assert out.splitlines()[-1] == "  positions: undetermined within 0 s"
    (part,) = shell.json("eval", "--positions", "--limit", "0", rivals=RIVALS)["positions"]
    assert part["complete"] is False
    assert "undetermined within 0 s" in shell("eval", "--strength", "--limit", "0", rivals=RIVALS)[1]


def test_credence_and_strength(shell):
    _, out, _ = shell("eval", "--credence", "--strength", voting=VOTING)
    lines = out.splitlines()
    assert lines[1].startswith("✓ stands     72.0%  0.7")
    assert lines[-2:] == [
        "Credence: P(stands), 2 uncertain premises, all 4 combinations.",
        "Strength: exact: no circles.",
    ]
    found = shell.json("eval", "--credence", "--strength", voting=VOTING)
    assert found["credence"]["claims"]["compulsory"] == {"stands": pytest.approx(0.72), "standard_error": 0.0}
    assert found["credence"]["exact"] is True
    assert found["strength"]["links"]["legitimacy"] == pytest.approx(0.72)


def test_a_map_with_errors_is_reported_and_not_evaluated(shell):
    code, out, err = shell("eval", voting=VOTING.replace("attacks: forced", "attacks: force"))
    assert (code, out) == (1, "")
    assert "error[AM110]: no claim is called 'force'" in err


def test_a_failed_expectation_is_no_obstacle_to_evaluation_but_an_error_of_check(shell):
    text = VOTING + "expect:\n  falls: [compulsory, forced]\n  stands: jury\n"
    assert shell("eval", voting=text)[0] == 0
    code, out, _ = shell("check", voting=text)
    assert code == 1
    assert "voting.yaml:21:11: error[AM401]: 'compulsory' is expected to fall, but it stands" in out
    assert "help: 1 “Voting should be compulsory” stands: 1.1 “High turnout makes" in out
    assert out.count("AM401") == 1


def test_limits_are_numbers(shell):
    with pytest.raises(SystemExit) as stop:
        shell("eval", "--limit", "soon", voting=VOTING)
    assert stop.value.code == 2


def test_files_that_are_not_there(shell):
    code, _, err = shell("eval", "nowhere.yaml")
    assert code == 3
    assert "there is no file nowhere.yaml" in err
