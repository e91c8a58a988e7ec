"""What if: the same map under interventions, and the labels that change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.analysis.labels import labels
from argmap.diagnostics import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.analysis.labels import Label, Labelling, Verdict
    from argmap.analysis.network import Outcome
    from argmap.analysis.reasons import Reason
    from argmap.model import ArgMap


@dataclass(frozen=True, slots=True)
class Change:
    """A claim or link whose label is another one after than before; `reason` and `cause` are those of the label after.

    `forced` tells that the change is the intervention itself.
    """

    name: str
    before: Label
    after: Label
    reason: Reason
    cause: str
    forced: bool = False


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Two labellings of one map, and the claims and links that differ, in file order."""

    do: Mapping[str, Outcome]
    claims: tuple[Change, ...]
    links: tuple[Change, ...]
    before: Labelling
    after: Labelling


def interventions(accept: Iterable[str] = (), reject: Iterable[str] = ()) -> dict[str, Outcome]:
    """Return interventions as a mapping. Raises UsageError if a claim is to be accepted and rejected at once.

    >>> interventions(accept=["a"], reject=["b"])
    {'a': 'stands', 'b': 'falls'}
    """
    do: dict[str, Outcome] = dict.fromkeys(accept, "stands")
    for name in reject:
        if do.get(name) == "stands":
            raise UsageError(f"'{name}' cannot be accepted and rejected at once; choose one of the two")
        do[name] = "falls"
    return do


def what_if(argmap: ArgMap, accept: Iterable[str] = (), reject: Iterable[str] = ()) -> WhatIf:
    """Return what changes when some claims are made to stand and others to fall.

    An intervention replaces every rule for its claim. The effect is not monotone: rejecting a premise may rescue
    another claim. Costs two evaluations. Raises UsageError for unknown claims and contradictory interventions.

    >>> from argmap.model import ArgMap, Claim, Link
    >>> link = Link(id="o", premises=("rain",), kind="attacks", target="picnic")
    >>> plan = ArgMap(title="Picnic", claims=tuple(Claim(id=n, text=n) for n in ("picnic", "rain")), links=(link,))
    >>> [(change.name, change.before, change.after) for change in what_if(plan, reject=["rain"]).claims]
    [('picnic', 'falls', 'stands'), ('rain', 'stands', 'falls')]
    """
    do = interventions(accept, reject)
    before, after = labels(argmap), labels(argmap, do)
    return WhatIf(
        do=do,
        claims=tuple(_changes(before.claims, after.claims, do)),
        links=tuple(_changes(before.links, after.links, {})),
        before=before,
        after=after,
    )


def _changes(
    before: Mapping[str, Verdict], after: Mapping[str, Verdict], do: Mapping[str, Outcome]
) -> Iterator[Change]:
    for name, verdict in after.items():
        if verdict.label != before[name].label:
            yield Change(name, before[name].label, verdict.label, verdict.reason, verdict.cause, forced=name in do)
