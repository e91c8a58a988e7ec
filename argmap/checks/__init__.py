"""What is doubtful in a map that can be read: one small function and one row for each kind of doubt."""

from __future__ import annotations

from argmap.checks import quotations, structure, wording
from argmap.checks.finding import Finding, Subject
from argmap.codes import severity, silenceable
from argmap.diagnostics import Diagnostic, in_file_order
from argmap.source import NOWHERE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Final

    from argmap.document import Places
    from argmap.model import ArgMap
    from argmap.source import SourceText

    Rule = Callable[[Subject], Iterator[Finding]]

# a rule, and whether it holds for a map of which parts were left out because of errors
RULES: Final[tuple[tuple[Rule, bool], ...]] = (
    (structure.orphans, False),
    (structure.circles, False),
    (structure.same_steps, True),
    (structure.for_and_against, True),
    (structure.bare_theses, False),
    (structure.open_claims, False),
    (structure.unused_groups, False),
    (structure.allowed, True),
    (wording.addresses, True),
    (wording.same_texts, True),
    (wording.questions, True),
    (wording.sentences, True),
    (wording.fragments, True),
    (wording.rabbits, False),
    (quotations.not_found, True),
    (quotations.no_source, True),
    (quotations.unquoted, True),
)


def check(
    argmap: ArgMap,
    places: Places | None = None,
    texts: Mapping[str, SourceText] | None = None,
    *,
    whole: bool = True,
) -> tuple[Diagnostic, ...]:
    """Return the warnings and hints about a map, in file order. O(n log n), and the length of the source texts.

    `places` tells where its elements stand, `texts` holds the source texts that quotations are compared with, by
    source id. `whole` is False if parts of the map were left out because of errors: then only such rules are asked
    as do not depend on what is missing.

    >>> from argmap.model import ArgMap, Claim
    >>> rain = ArgMap(title="Rain", claims=(Claim(id="wet", text="Is the street wet?"),))
    >>> [problem.code for problem in check(rain)]
    ['AM216']
    """
    subject = Subject(argmap, texts or {})
    found = [_place(row, places) for rule, partly in RULES if whole or partly for row in rule(subject)]
    return in_file_order(problem for problem in found if not _silenced(argmap, problem))


def _place(finding: Finding, places: Places | None) -> Diagnostic:
    where = places.span(finding.element, *finding.path) if places else NOWHERE
    return Diagnostic(
        code=finding.code,
        severity=severity(finding.code),
        message=finding.message,
        span=where,
        help=finding.help,
        element=finding.element,
        excerpt=places.source.line(where.line) if places else "",
    )


def _silenced(argmap: ArgMap, problem: Diagnostic) -> bool:
    """Return whether `allow` on the element silences the problem; on a claim it also holds for links written there."""
    name = problem.element
    if argmap.is_claim(name):
        return problem.code in argmap.claim(name).allow and silenceable(problem.code)
    if not argmap.is_link(name):
        return False
    link = argmap.link(name)
    allowed = link.allow
    if not link.named and len(link.premises) == 1:
        allowed += argmap.claim(link.premises[0]).allow
    return problem.code in allowed and silenceable(problem.code)
