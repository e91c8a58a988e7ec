"""Codes AM2xx and AM3xx: warnings and hints."""

from __future__ import annotations

from argmap.codes.row import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# fmt: off
ROWS: Final = (
    Code(
        "AM201", "warning", "orphan claim",
        "No link starts or ends at this claim. Say what it bears on, or declare it as a `thesis`, or delete it.",
    ),
    Code(
        "AM202", "warning", "circle of support",
        "The claims support each other in a circle, so that none of them has a reason that does not presuppose "
        "it. Usually one of the links is the wrong way round.",
    ),
    Code(
        "AM203", "warning", "listed twice",
        "A list names the same thing twice; the second mention is ignored.",
    ),
    Code(
        "AM204", "warning", "same text twice",
        "Two claims say the same. One claim can support and attack as many others as it has to: keep one, and let"
        " its links point where the other's did.",
    ),
    Code(
        "AM205", "warning", "same step twice",
        "Two links have the same premises, the same relation and the same target.",
    ),
    Code(
        "AM206", "warning", "for and against",
        "The same premises both support and attack the same claim.",
    ),
    Code(
        "AM207", "warning", "thesis without reasons",
        "Nothing supports or attacks this thesis. Add a reason for or against it, or take it out of `thesis`.",
    ),
    Code(
        "AM208", "warning", "quotation not found",
        "The source text holds no such passage. A quotation repeats the source letter by letter, slips included; "
        "only line breaks and runs of spaces do not count. Where words are left out, write the pieces as a list "
        "of quotations.",
    ),
    Code(
        "AM209", "warning", "quotation in another paragraph",
        "The passage stands in the source, but not in the paragraph that `at` names. A paragraph is a run of "
        "lines that are not blank; the first `skip` of them (titles) are not numbered.",
    ),
    Code(
        "AM210", "warning", "open claim without support",
        "The claim is declared `open`, which says that it needs reasons, and has none. Add one, or declare it "
        "`given`.",
    ),
    Code(
        "AM211", "warning", "no such paragraph",
        "The source text has fewer paragraphs than `at` says.",
    ),
    Code(
        "AM212", "warning", "source text not available",
        "The `file` of a source cannot be read, so quotations from it were not compared with it. Put the file "
        "beside the map, or supply it with `--source FILE`.",
    ),
    Code(
        "AM213", "warning", "nothing to allow",
        "`allow` silences a warning or a hint on one claim or link. This is not the code of one; errors cannot be"
        " silenced.",
    ),
    Code(
        "AM214", "warning", "not a web address",
        "`url` takes an address that begins with https://, http:// or mailto:. Anything else is shown as text and"
        " is no link.",
    ),
    Code(
        "AM215", "warning", "quotation without a source",
        "The map has several sources; `source` says from which of them the quotation is taken.",
    ),
    Code(
        "AM216", "warning", "question instead of a claim",
        "A claim is something that one can accept or deny, so it is a statement. Write the answer that the "
        "argument gives or presupposes.",
    ),
    Code(
        "AM301", "hint", "rabbit in the conclusion",
        "A significant word of the conclusion is in none of its premises; it comes like a rabbit out of a hat. "
        "Either a premise is missing that speaks of it, or the same thing is called by two names. (The Rabbit "
        "Rule of the Rationale tutorials. The hint is given only where all the other words match.)",
    ),
    Code(
        "AM302", "hint", "premises do not hold hands",
        "A significant word of one premise is neither in the conclusion nor in another premise of the step. A "
        "hidden premise that connects it is probably missing. (The Holding Hands Rule of the Rationale tutorials."
        " The hint is given only where all the other words match.)",
    ),
    Code(
        "AM303", "hint", "several sentences",
        "A claim is one sentence, so that one can accept or deny it as a whole. Make two claims of it.",
    ),
    Code(
        "AM304", "hint", "not a sentence",
        "A claim is a full sentence that can be accepted or denied: not `Inflation` but `Inflation harms the "
        "poor.`",
    ),
    Code(
        "AM305", "hint", "claim without a quotation",
        "Most claims of this map quote the text; this one does not. Quote the passage, or mark the claim "
        "`implicit: true` if the text leaves it unsaid.",
    ),
    Code(
        "AM306", "hint", "unused group",
        "No claim belongs to this group.",
    ),
)
