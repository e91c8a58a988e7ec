"""Codes AM5xx and AM6xx: reading other formats, and what a written format cannot carry."""

from __future__ import annotations

from argmap.codes.row import Code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_READING: Final = (
    Code(
        "AM501", "error", "not written in that format",
        "The file breaks the rules of the format so that it cannot be read, or it has been cut off. If it is of "
        "another format, say which: `--from NAME`; `argmap formats` lists the names.",
    ),
    Code(
        "AM502", "warning", "left out",
        "The file says something that a map has no place for, or that makes no sense in it, such as a claim that "
        "supports itself. The rest was read.",
    ),
    Code(
        "AM503", "warning", "guessed",
        "The file leaves open what is meant, and one reading was chosen; the message says which. Look at the place in "
        "the map, and correct it if something else was meant.",
    ),
    Code(
        "AM504", "warning", "slip tolerated",
        "The file breaks a rule of its format, but what is meant is plain, and it was read so. Other programs may "
        "refuse the file.",
    ),
    Code(
        "AM505", "error", "too large or too deep",
        "The file is larger, or its parts are nested deeper, than any that a person would make; the reader stops "
        "before it takes all the memory of the machine.",
    ),
    Code(
        "AM506", "error", "format not recognised",
        "Neither the name of the file nor its beginning tells its format, or they fit several. Say which it is: "
        "`--from NAME`; `argmap formats` lists the names.",
    ),
    Code(
        "AM507", "warning", "refers to nothing",
        "The file refers to something that is not in it. The reference was left out, and what depends on it.",
    ),
    Code(
        "AM508", "error", "no claim",
        "The file was read, but no claim is in it. It may hold only settings, or be of another format: say which with "
        "`--from NAME`.",
    ),
    Code(
        "AM509", "hint", "read as something near",
        "A text or a thing was read as what comes nearest to it in a map: characters that nobody can see became "
        "spaces, the entities of HTML the letters they stand for, the sketch of an argument a claim.",
    ),
)  # fmt: skip

# code, what is lost, what is written in its place or what to do
_LOST: Final = (
    ("AM601", "linked premises", "Each premise is written with a link of its own, so they look like separate reasons."),
    ("AM602", "undercuts", "Their claims are written, their links are not, unless the message says what stands there."),
    ("AM603", "undercuts of undercuts", "Their claims are written, their links are not."),
    ("AM604", "the ids of links", "Links get ids made from their parts when the file is read back."),
    ("AM605", "the title", ""),
    ("AM606", "the description", ""),
    ("AM607", "the license", "Say it beside the file."),
    ("AM608", "the date", ""),
    ("AM609", "the authors", "Name them beside the file."),
    ("AM610", "the language", "Read back, the map is taken to be in English."),
    ("AM611", "which claim is the thesis", "Read back, every claim that bears on no other is one."),
    ("AM612", "the sources", ""),
    ("AM613", "the expected labels", ""),
    ("AM614", "the steps of the presentation", ""),
    ("AM615", "the groups", "Their claims are written."),
    ("AM616", "colours and notes of groups", ""),
    ("AM617", "the tags", ""),
    ("AM618", "the declared status", "Read back, a claim is given if nothing supports it, and open otherwise."),
    ("AM619", "the credence", ""),
    ("AM620", "that a claim is implicit", "It looks as if the text said it."),
    ("AM621", "the kind of claim", ""),
    ("AM622", "quotations and their places", ""),
    ("AM623", "who says it", ""),
    ("AM624", "notes", ""),
    ("AM625", "addresses", ""),
    ("AM626", "silenced checks of claims", ""),
    ("AM627", "schemes", ""),
    ("AM628", "cues", ""),
    ("AM629", "the basis of the reading", ""),
    ("AM630", "strengths", ""),
    ("AM631", "notes on links", ""),
    ("AM632", "quotations on links", ""),
    ("AM633", "silenced checks of links", ""),
    ("AM634", "the order of the claims", "They are written in reading order, from the thesis down."),
    ("AM635", "the order of the links", "They are written in reading order, from the thesis down."),
    ("AM636", "line breaks and runs of spaces", "Each becomes one space."),
    ("AM637", "the ids of claims", "Claims get ids made from their texts when the file is read back."),
    ("AM638", "groups without claims", ""),
    ("AM639", "the ids of groups", "Groups get ids made from their titles when the file is read back."),
    ("AM640", "line breaks in the title", "Each becomes one space."),
    ("AM641", "undercuts in circles", "They hang on no claim, so that the format has no place for them."),
)  # fmt: skip

ROWS: Final[tuple[Code, ...]] = _READING + tuple(
    Code(code, "warning", f"cannot carry {what}", f"{more} The map file and JSON keep it.".strip())
    for code, what, more in _LOST
)
