"""Codes AM1xx: what a map file must be."""

from __future__ import annotations

from argmap.codes.row import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# fmt: off
ROWS: Final = (
    Code(
        "AM101", "error", "unknown key",
        "Keys have fixed names (`argmap schema` lists them all), and what is not understood is never ignored "
        "silently. What has no key of its own can go into a `note`.",
    ),
    Code(
        "AM102", "error", "missing key",
        "A map needs `title` and `claims`; a claim needs `text`; a link needs `from`.",
    ),
    Code(
        "AM103", "error", "wrong kind of value",
        "A key has a list or a mapping where it needs a text, or the other way round.",
    ),
    Code(
        "AM104", "error", "empty value",
        "A key stands without a value. Write one, or delete the line.",
    ),
    Code(
        "AM105", "error", "not a number, not true or false",
        "`credence` and `strength` take a number with a decimal point, without quotation marks; `skip` a whole "
        "number; `implicit` takes `true` or `false`.",
    ),
    Code(
        "AM106", "error", "number out of range",
        "`credence` and `strength` run from 0 to 1, paragraphs count from 1, `skip` from 0.",
    ),
    Code(
        "AM107", "error", "not one of the words allowed here",
        "`status` is `given`, `open` or `rejected`; `basis` is `cue`, `context` or `analyst`.",
    ),
    Code(
        "AM108", "error", "malformed id",
        "An id begins with a letter (of any script) or a digit and goes on with letters, digits, `_`, `-` and "
        "`.`; it has no spaces. Choose ids that can be read aloud: `turnout`, `jury-duty`.",
    ),
    Code(
        "AM109", "error", "malformed value",
        '`color` is a hexadecimal CSS colour such as "#00805D" (in quotation marks, since # begins a comment); '
        "`language` is a BCP 47 tag such as en, de or pt-BR.",
    ),
    Code(
        "AM110", "error", "no such claim",
        "A claim is named that does not exist. Ids are case-sensitive. Add the claim or correct the id.",
    ),
    Code(
        "AM111", "error", "no such link",
        "A link is named that does not exist. A link is named by its `id`, or if it has none by its parts: "
        "`turnout+raises supports compulsory`.",
    ),
    Code(
        "AM112", "error", "no such group",
        "A group is named that does not stand under `groups`.",
    ),
    Code(
        "AM113", "error", "no such source",
        "A source is named that does not stand under `sources`.",
    ),
    Code(
        "AM114", "error", "claim where a link is needed",
        "An undercut denies a step, not a claim: `even if it is true, it does not follow`. So `undercuts` names a"
        " link. To deny the claim itself use `attacks`.",
    ),
    Code(
        "AM115", "error", "link where a claim is needed",
        "`supports`, `attacks` and `from` name claims. To object to a link use `undercuts`; to support a link, "
        "support its premises, or add a premise that says why the step is good.",
    ),
    Code(
        "AM116", "error", "id used twice",
        "Ids are unique over the claims and links of a map, so that each can be named.",
    ),
    Code(
        "AM117", "error", "bears on itself",
        "A claim cannot support or attack itself, and a link cannot undercut itself.",
    ),
    Code(
        "AM118", "error", "link without a target",
        "A link says what its premises do: `supports`, `attacks` or `undercuts`, and to what.",
    ),
    Code(
        "AM119", "error", "link with several targets",
        "A link is one step: exactly one of `supports`, `attacks` and `undercuts`, with one target. Write a "
        "further link for each further step.",
    ),
    Code(
        "AM120", "error", "the same link twice",
        "Two links without an id have the same premises, the same relation and the same target. Delete one. If "
        "they really are two steps, give one of them an id.",
    ),
    Code(
        "AM121", "error", "places do not match quotations",
        "`at` is one place for all quotations of the element, or a list with one place for each.",
    ),
    Code(
        "AM122", "error", "both `source` and `sources`",
        "A map of one text has `source`; a map of several has `sources`, a mapping from ids to the same.",
    ),
    Code(
        "AM123", "error", "contradictory expectation",
        "A claim is expected to have two different labels at once.",
    ),
    Code(
        "AM124", "error", "a source file outside the folder",
        "The `file` of a source is a relative path inside the folder of the map, so that a map from somewhere "
        "else cannot make argmap read other files. Put the text beside the map, or supply it with `--source "
        "FILE`.",
    ),
)
