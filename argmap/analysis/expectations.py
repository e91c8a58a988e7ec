"""What the author expects of the evaluation (`expect:` in the map file), and where it comes out otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.tell import short
from argmap.analysis.why import Explainer

if TYPE_CHECKING:
    from argmap.analysis.labels import Label
    from argmap.model import ArgMap

VERBS = {"stands": "to stand", "falls": "to fall", "contested": "to be contested"}


@dataclass(frozen=True, slots=True)
class Failure:
    """A claim that does not come out as expected. `index` is its place in the list under `expected` in the file."""

    claim: str
    expected: Label
    index: int
    found: Label
    message: str
    why: str


def failures(argmap: ArgMap) -> tuple[Failure, ...]:
    """Return the expectations that the evaluation does not meet, in the order of the file, each with the reason.

    One evaluation, and a search for a circle for each failure that is contested. Expected claims must exist, as the
    reader of map files makes sure.

    >>> from argmap.model import ArgMap, Claim, Expect
    >>> rain = ArgMap(title="", claims=(Claim(id="wet", text="It is wet."),), expect=Expect(falls=("wet",)))
    >>> failures(rain)[0].message
    "'wet' is expected to fall, but it stands"
    """
    expected: tuple[tuple[Label, tuple[str, ...]], ...] = (
        ("stands", argmap.expect.stands),
        ("falls", argmap.expect.falls),
        ("contested", argmap.expect.contested),
    )
    if not any(names for _, names in expected):
        return ()
    explainer = Explainer(argmap)
    return tuple(
        _failure(explainer, name, label, index)
        for label, names in expected
        for index, name in enumerate(names)
        if explainer.labels.claims[name].label != label
    )


def _failure(explainer: Explainer, name: str, expected: Label, index: int) -> Failure:
    found = explainer.labels.claims[name].label
    is_so = "is contested" if found == "contested" else found
    message = f"'{short(name)}' is expected {VERBS[expected]}, but it {is_so}"
    return Failure(name, expected, index, found, message, explainer.first_sentence(name))
