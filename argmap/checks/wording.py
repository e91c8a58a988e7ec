"""Doubts about the words of claims."""

from __future__ import annotations

import re

from argmap.checks.finding import Finding
from argmap.checks.words import Words, known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

    from argmap.checks.finding import Subject
    from argmap.model import Link

_QUESTION: Final = ("?", "？", "؟", "⁇", "⁈")
# Patterns are compiled when a text makes one necessary, which few do.
_ADDRESS: Final = r"(?i:https?://|mailto:)[^\s<>\"]+"
# a word, the end of a sentence, perhaps a closing sign, a space, perhaps an opening sign, the next word's first letter
_END: Final = r"([^\s.!?…]*)([.!?…]+)[\"'”’»)\]]*\s+[\"'“‘«„(\[]*(?=([^\W_]))"
_WIDE_END: Final = r"[。！？।॥]+[」』”’)）]*\s*[^\s」』”’)）]"
_SHORT: Final = frozenset(
    """
    mr mrs ms dr prof st sr jr vs cf etc al approx ca vol vols pp ed eds fig art sec ch chap para par inc ltd co
    corp dept univ gov sen rep gen col lt capt hon rev jan feb mar apr jun jul aug sep sept oct nov dec viz resp incl
    excl min max hr fr nr abs str bd bzw usw evtl ggf vgl sog geb gest inkl exkl mio mrd tel jh bspw allg ing dipl anm
    aufl hrsg kap abb tab
    """.split()  # noqa: SIM905 - a list of so many words is read like a text
)
_UNSPACED: Final = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"
_ONE_WORD: Final = 3  # signs up to which a word may be a letter of a schema, such as P or Q2.


def addresses(subject: Subject) -> Iterator[Finding]:
    """AM214: an address that a browser cannot follow, or should not."""
    hint = "begin it with https://"
    for claim in subject.argmap.claims:
        if claim.url and not re.fullmatch(_ADDRESS, claim.url):
            yield Finding("AM214", f"'{claim.url}' is not a web address", claim.id, "url", hint=hint)
    for row in subject.argmap.sources:
        if row.url and not re.fullmatch(_ADDRESS, row.url):
            path = ("sources", row.id, "url") if row.id else ("source", "url")
            yield Finding("AM214", f"'{row.url}' is not a web address", "", *path, hint=hint)


def same_texts(subject: Subject) -> Iterator[Finding]:
    """AM204: two claims with the same text, but for capitals, spaces and the last full stop."""
    first: dict[str, str] = {}
    for claim in subject.argmap.claims:
        key = " ".join(claim.text.casefold().split()).rstrip(".!")
        other = first.setdefault(key, claim.id)
        if other != claim.id:
            message = f"'{claim.id}' says the same as '{other}'"
            hint = "keep one of the two; one claim can support and attack several others"
            yield Finding("AM204", message, claim.id, "text", hint=hint)


def questions(subject: Subject) -> Iterator[Finding]:
    """AM216: a question can be neither accepted nor denied."""
    for claim in subject.argmap.claims:
        if claim.text.endswith(_QUESTION):
            hint = "write the answer that the argument gives or presupposes"
            yield Finding("AM216", "a claim is a statement, and this is a question", claim.id, "text", hint=hint)


def sentences(subject: Subject) -> Iterator[Finding]:
    """AM303: more than one sentence."""
    german = subject.argmap.language.lower().startswith("de")
    for claim in subject.argmap.claims:
        if several(claim.text, german=german):
            yield Finding("AM303", "the claim has several sentences", claim.id, "text", hint="make a claim of each")


def several(text: str, *, german: bool = False) -> bool:
    """Return whether a text has more than one sentence; abbreviations do not end one.

    >>> several("It rains. The street is wet."), several("The U.S.S.R. Congress met, e.g. Mr. Smith of St. Ives did.")
    (True, False)
    >>> several("Am 3. Mai im 19. Jahrhundert.", german=True), several("雨が降る。道が濡れる。")
    (False, True)
    """
    inner = text.rstrip(" .\"'")
    if inner.isascii() and not ("." in inner or "!" in inner or "?" in inner):
        return False  # as nearly always
    for found in re.finditer(_END, text):
        word, signs, letter = found.groups()
        gap = not word and signs.strip("?!")  # an ellipsis between two words
        if letter.islower() or gap or (signs == "." and _abbreviates(text, found.start(2), letter, german=german)):
            continue
        return True
    return not text.isascii() and bool(re.search(_WIDE_END, text))


def _abbreviates(text: str, end: int, letter: str, *, german: bool) -> bool:
    """Return whether a full stop belongs to the word before it; `letter` is the first one after it."""
    word = text[:end].rpartition(" ")[2].lstrip("(\"'“‘«„[").lower()  # with the stops inside it
    if "." in word or word in _SHORT or (len(word) == 1 and word.isalpha()):
        return True
    if letter.isdigit() and word in {"no", "nos", "p"}:
        return True
    return german and word.isdigit() and len(word) < len("100")  # an ordinal number


def fragments(subject: Subject) -> Iterator[Finding]:
    """AM304: a single word is no sentence, in scripts that put spaces between words."""
    for claim in subject.argmap.claims:
        if " " not in claim.text:
            words = claim.text.split()
            if (
                len(words) == 1
                and words[0][0].isalpha()
                and len(words[0]) > _ONE_WORD
                and not re.search(_UNSPACED, claim.text)
            ):
                hint = "write a full sentence that one can accept or deny"
                yield Finding("AM304", "a single word is not a claim", claim.id, "text", hint=hint)


def rabbits(subject: Subject) -> Iterator[Finding]:
    """AM301, AM302: the Rabbit and the Holding Hands rule, where just a word or two stand alone; one finding a step."""
    language = known(subject.argmap.language)
    if not language:
        return
    words = Words(language)
    claims = {claim.id: claim.text for claim in subject.argmap.claims}
    texts: dict[str, dict[str, str]] = {}
    for link in subject.argmap.links:
        if link.kind == "supports":
            for name in (link.target, *link.premises):
                if name not in texts:
                    texts[name] = words.significant(claims[name])
            yield from _danglers(link, texts)


def _danglers(link: Link, texts: dict[str, dict[str, str]]) -> Iterator[Finding]:
    goal = texts[link.target]
    parts = [texts[premise] for premise in link.premises]
    said = dict.fromkeys(parts[0], 1)
    for part in parts[1:]:
        for stem in part:
            said[stem] = said.get(stem, 0) + 1
    new = [word for stem, word in goal.items() if stem not in said]
    if len(new) > 1 or len(new) == len(goal):  # the wording is free: nothing can be concluded from a missing word
        return
    loose = [word for part in parts for stem, word in part.items() if said[stem] == 1 and stem not in goal]
    if len(loose) > 1 or (len(parts) == 1 and not new):
        return
    if new:
        hint = f"a premise seems to be missing that connects '{loose[0]}' and '{new[0]}'" if loose else (
            "add a premise that speaks of it, or call one thing by one name"
        )  # fmt: skip
        yield Finding("AM301", f"the conclusion speaks of '{new[0]}', and no premise does", link.id, hint=hint)
    elif loose:
        home = next(name for name, part in zip(link.premises, parts, strict=True) if loose[0] in part.values())
        message = f"'{home}' speaks of '{loose[0]}', and neither the conclusion nor another premise does"
        yield Finding("AM302", message, link.id, hint="add the premise that connects it, or leave the word out")
