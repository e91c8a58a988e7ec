"""argmap compare: measures and named differences."""

from __future__ import annotations

from tests.support.voting import VOTING, shell

__all__ = ["shell"]

SEPARATE = (
    VOTING[: VOTING.index("links:")]
    .replace("credence: 0.8", "supports: compulsory")
    .replace("credence: 0.9", "supports: compulsory")
)


def test_measures_and_differences(shell):
    code, out, _ = shell("compare", student=SEPARATE, reference=VOTING)
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "5 claims match; 0 are only here, 0 only there"
    assert lines[1] == "  links: precision 1.00, recall 1.00, F1 1.00"
    assert lines[-1] == (
        "- linked drawn as separate: 1.1 “High turnout makes elected governments more legitimate” and 1.2 “Compulsory "
        "voting raises turnout” work only together, as one reason; you drew 2 separate ones"
    )
    assert shell("compare", student=VOTING, reference=VOTING)[1].splitlines()[-1] == "No differences."


def test_the_json_shape(shell):
    found = shell.json("compare", student=SEPARATE, reference=VOTING)
    assert list(found) == [
        "matched", "similarity", "unmatched", "claims", "links", "links_untyped", "edits", "kappa", "ancestors",
        "groups", "labels", "load_bearing", "differences",
    ]  # fmt: skip
    assert found["links"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert found["kappa"]["kappa"] == 1.0
    assert [(row["kind"], row["theirs"]) for row in found["differences"]] == [
        ("linked drawn as separate", ["legitimacy"])
    ]


def test_errors_in_either_map(shell):
    code, out, err = shell("compare", student=VOTING, reference="title: T\nclaims: {a: ''}\n")
    assert (code, out) == (1, "")
    assert "reference.yaml" in err
