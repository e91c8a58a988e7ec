"""What stands in one piece of Argdown: a title or none, the text without its markup, tags, links, and YAML data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from argmap.formats.argdown.braces import closing
from argmap.formats.argdown.data import plain_data

if TYPE_CHECKING:
    from collections.abc import Callable

Sort = Literal["statement", "argument"]

_DEFINITION = re.compile(r"\[(.+?)\]:|<(.+?)>:")
_REFERENCE = re.compile(r"\[([^-].*?)\](?!\()|<([^-].*?)>")
_TAG: Final = r"#(?:\((?P<words>[^()]+)\)|(?P<word>[A-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+))"
_SIGN = re.compile(r"[\\*_\[<@#]")
_CODE = re.compile(r"\.\S+?\.|:\S+?:")
_ESCAPE = re.compile(r"\\(.)")
_BETWEEN_COMMAS = re.compile(r"(?:\\.|[^\\,])+", re.DOTALL)
WEB: Final = r"(?<![\w/])https?://[^\s<>\[\]{}*\"]*[\w/]"  # an address that stands in a text as it is
ADDRESS: Final = r"(?:[^()\r\n]|\([^()\r\n]*\)){1,1000}+(?=\))|[^)\r\n]{1,1000}"  # of a link, between its brackets
_AFTER_RANGE: Final = frozenset(" \t\n\r)}_.,!?;:-*")
_CLOSING: Final = {"[": "]", "<": ">"}
_SORTS: Final[dict[str, Sort]] = {"[": "statement", "<": "argument"}
_MANY: Final = 50  # opening braces that are tried

SHORTCODES: Final = {
    "A": "∀", "E": "∃", "O": "\U0001d5e2", "P": "\U0001d5e3", "->": "→", "<->": "↔", "~": "¬",
    "^": "∧", "v": "\u2228", "v_": "⊻",
    "<>": "◇", "[]": "◻", "happy": "😀", "smile": "☺", "smiley": "☺", "laugh": "😆", "lol": "😆", "rofl": "🤣",
    "joy": "😂", "heart": "❤", "?": "❓", "question": "❓", "love": "😍", "wink": "😉", "shush": "🤫", "meh": "😐",
    "eye-roll": "🙄", "sad": "😢", "disappointed": "😞", "scream": "😱", "+1": "👍", "up": "👍", "-1": "👎",
    "down": "👎", "think": "🤔", "star": "⭐", "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
    ":smile:": "☺\ufe0f",
}  # fmt: skip


@cache  # the letters of a tag take milliseconds to compile, and most texts have none
def _tags() -> re.Pattern[str]:
    return re.compile(_TAG)


@cache
def _tags_only() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*{_TAG.replace('?P<words>', '?:').replace('?P<word>', '?:')})*\s*\Z")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        rf"\\(?P<escaped>.) *|(?P<web>{WEB})|(?P<code>\.\S+?\.|:(?!https?:)\S+?:)"
        rf"|\[(?P<label>[^\[\]]+)\]\((?P<url>{ADDRESS})\)"
        rf"|(?P<tag>{_TAG})|@\[[^\[\]\n]+\]|@<[^<>\n]+>|(?P<range>\*\*|__|\*|_)"
    )


@dataclass(slots=True)
class Content:
    """The content of a piece. `title` is "" if it has none; a reference has a title and no text."""

    sort: Sort
    title: str
    reference: bool
    text: str = ""
    tags: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    data: dict[str, Any] | None = None


def content(raw: str, slip: Callable[[str], None], *, keep_tags: bool = True) -> Content:
    """Return what a piece says. `slip` is told what was not quite right. O(length)."""
    raw = raw.strip()
    data = None
    if raw.endswith("}"):
        raw, data = _without_data(raw, slip)
    opens = raw[:1]
    titled = opens in ("[", "<")
    if titled and raw.find(_CLOSING[opens]) == len(raw) - 1 > 1 and raw[1] != "-" and "\n" not in raw:  # nothing but it
        return Content(_SORTS[opens], raw[1:-1], reference=True, data=data)
    if titled and (found := _DEFINITION.match(raw)):
        body = raw[found.end() :]
        said = Content(_SORTS[opens], found[1] or found[2], reference=False)
        if not body or body.isspace():
            slip(f"nothing stands after the colon of '{said.title}'; it was read as a reference")
            said.reference = True
            return said
    elif titled and (found := _REFERENCE.match(raw)):
        body = raw[found.end() :]
        if not body or _tags_only().match(body):
            said = Content(_SORTS[opens], found[1] or found[2], reference=True)
            said.tags = tags_of(body) if body else []
            said.data = data
            return said
        slip("a colon is missing after the title")
        said = Content(_SORTS[opens], found[1] or found[2], reference=False)
    else:
        body = raw
        said = Content("statement", "", reference=False)
    said.data = data
    said.text = text_of(body, said, slip, keep_tags=keep_tags)
    return said


def rules(raw: str, slip: Callable[[str], None]) -> tuple[list[str], dict[str, Any] | None]:
    """Return the rules of an inference, which stand between commas, and its data."""
    raw, data = _without_data(raw.strip(), slip) if raw.rstrip().endswith("}") else (raw, None)
    said = Content("statement", "", reference=True)
    names = (text_of(part, said, slip) for part in _BETWEEN_COMMAS.findall(raw))
    return [name for name in names if name], data


def tags_of(text: str) -> list[str]:
    """Return the tags in a text, each once, without their signs."""
    return list(dict.fromkeys(found["words"] or found["word"] for found in _tags().finditer(text)))


def text_of(raw: str, said: Content, slip: Callable[[str], None], *, keep_tags: bool = True) -> str:
    """Return a text without its markup; tags and link addresses go to `said`."""
    if _is_plain(raw):
        return " ".join(raw.split())
    if "\\" in raw and _is_plain(_ESCAPE.sub("", raw)):
        return " ".join(_ESCAPE.sub(r"\1", raw).split())
    out: list[str] = []
    ranges: list[tuple[str, int]] = []
    at = 0
    token = _token()
    while found := token.search(raw, at):
        out.append(raw[at : found.start()])
        at = found.end()
        kind = found.lastgroup
        if kind == "range":
            at = _range(found, raw, out, ranges)
        elif kind == "url":
            out.append(found["label"])
            said.urls.append(found["url"])
        elif kind == "tag":
            said.tags.append(found["words"] or found["word"])
            out.append(found[0] if keep_tags else "")
        else:
            out.append(_character(found))
    out.append(raw[at:])
    for _, place in ranges:
        slip(f"the emphasis that begins with '{out[place]}' does not end; the sign was read as a character")
    said.tags = list(dict.fromkeys(said.tags))
    return " ".join("".join(out).split())


def _is_plain(text: str) -> bool:
    """Return whether there is nothing in a text that could be markup. Most texts end with their only full stop."""
    if _SIGN.search(text):
        return False
    stop = text.find(".")
    return (stop in (-1, len(text) - 1) and ":" not in text) or not _CODE.search(text)


def _character(found: re.Match[str]) -> str:
    """Return what an escape, a shortcode, an address or a mention stands for."""
    if found["escaped"]:
        return found[0][1:]
    code = found["code"]
    return SHORTCODES.get(code) or SHORTCODES.get(code[1:-1], found[0]) if code else found[0]


def _range(found: re.Match[str], raw: str, out: list[str], ranges: list[tuple[str, int]]) -> int:
    """Open or close emphasis, or take the sign for a character; return where reading goes on."""
    mark = found["range"]
    end = found.end()
    if ranges and mark.startswith(ranges[-1][0]) and not raw[found.start() - 1].isspace():
        stop = found.start() + len(ranges[-1][0])
        if stop == len(raw) or raw[stop] in _AFTER_RANGE:
            out[ranges.pop()[1]] = ""
            return stop
    if end < len(raw) and not raw[end].isspace():
        ranges.append((mark, len(out)))
    out.append(mark)
    return end


def _without_data(raw: str, slip: Callable[[str], None]) -> tuple[str, dict[str, Any] | None]:
    """Split off the data in braces at the end of a piece, if it is data."""
    start = raw.find("{")
    for _ in range(_MANY):
        if start < 0:
            break
        if (start == 0 or raw[start - 1] != "\\") and closing(raw, start) == len(raw):
            data = plain_data(raw[start:])
            if data is None:
                slip("the data in braces is not valid YAML; it was read as text")
                return raw, None
            return raw[:start], data
        start = raw.find("{", start + 1)
    return raw, None
