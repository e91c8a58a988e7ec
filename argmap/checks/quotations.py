"""Doubts about quotations: is the passage in the source, and in the paragraph that is named."""

from __future__ import annotations

from argmap.checks.finding import Finding
from argmap.checks.passages import Passages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.checks.finding import Subject
    from argmap.model import Claim, Link, Place

_ENOUGH = 0.5  # the share of claims with quotations from which on the others stand out


def not_found(subject: Subject) -> Iterator[Finding]:
    """AM208, AM209, AM211: a passage that the source does not have, or not in the paragraph that is named."""
    skips = {row.id: row.skip for row in subject.argmap.sources}
    known = {name: Passages(text.text, skips.get(name, 0)) for name, text in subject.texts.items()}
    if not known:
        return
    for row in subject.elements:
        if row.source in known:
            yield from _element(row, [known[row.source]], complete=True)
        elif not row.source:
            yield from _element(row, list(known.values()), complete=len(known) == len(subject.argmap.sources))


def _element(row: Claim | Link, homes: list[Passages], *, complete: bool) -> Iterator[Finding]:
    """Look at all quotations of one element. `complete`: every text it can be from is known."""
    for index, quote in enumerate(row.quote):
        at = row.at[index] if len(row.at) > 1 else row.at[0] if row.at else ""
        found = next(filter(None, (home.find(quote) for home in homes)), None)
        if found:
            yield from _paragraph(row, index, found, at)
        elif complete:
            yield _missing(row, index, quote, homes[0])
    most = max(len(home.paragraphs) for home in homes)
    for index, at in enumerate(row.at):
        if complete and isinstance(at, int) and at > most:
            message = f"there is no paragraph {at}; the source has {most}"
            yield Finding("AM211", message, row.id, "at", index, hint="paragraphs are runs of lines that are not blank")


def _paragraph(row: Claim | Link, index: int, found: list[int], at: Place) -> Iterator[Finding]:
    if isinstance(at, int) and at not in found:
        where = " and ".join(str(number) for number in found[:3])
        message = f"the quotation stands in paragraph {where}, not in {at}"
        if not found[0]:
            message = f"the quotation stands in a title that is skipped, not in paragraph {at}"
        place = index if len(row.at) > 1 else 0
        hint = f"write `at: {found[0]}`" if found[0] else "lower `skip`, or leave `at` out"
        yield Finding("AM209", message, row.id, "at", place, hint=hint)


def _missing(row: Claim | Link, index: int, quote: str, home: Passages) -> Finding:
    message = "the source has no such passage"
    hint = home.nearest(quote)
    return Finding("AM208", message, row.id, "quote", index, hint=hint)


def no_source(subject: Subject) -> Iterator[Finding]:
    """AM215: a quotation in a map of several sources that does not say from which it is."""
    if len(subject.argmap.sources) > 1:
        names = ", ".join(f"`{row.id}`" for row in subject.argmap.sources[:6])
        for row in subject.elements:
            if row.quote and not row.source:
                message = "the quotation does not say from which source it is"
                yield Finding("AM215", message, row.id, "quote", hint=f"add `source:` with one of {names}")


def unquoted(subject: Subject) -> Iterator[Finding]:
    """AM305: a claim without a quotation, in a map where most have one; implicit claims have none by their nature."""
    explicit = [claim for claim in subject.argmap.claims if not claim.implicit]
    quoted = sum(bool(claim.quote) for claim in explicit)
    if quoted >= len(explicit) * _ENOUGH and quoted:
        hint = "quote the passage, or write `implicit: true` if the text leaves it unsaid"
        for claim in explicit:
            if not claim.quote:
                yield Finding("AM305", f"'{claim.id}' quotes nothing", claim.id, hint=hint)
