"""APX and its relatives: `arg(a).`, `att(a, b).`; in bipolar debates also `support(a, b).`, `text(a, free text)`.

The free text of `text(...)` is not quoted in the files there are: it may hold commas, brackets, full stops and line
breaks. So it ends where a line begins the next statement; the others end with their bracket, so that names may be terms
such as `f(a, b)`. Numbers after the names are read as credence and strength.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from argmap import limits
from argmap.formats.abstract import Framework
from argmap.formats.extras import clean, fraction
from argmap.formats.notes import Notes
from argmap.formats.reading import DANGLING, LEFT_OUT, SYNTAX, TOO_LARGE, reading
from argmap.formats.schemes import too_large
from argmap.source import SourceText

if TYPE_CHECKING:
    from argmap.formats.reading import Reading
    from argmap.model import Kind
    from argmap.source import Span

_START = re.compile(
    r"(?:^[ \t\ufeff]*|(?<=\)\.)[ \t]*)(arg|argument|text|att|attacks?|sup|supports?)[ \t]*\(", re.MULTILINE
)
_LINKS: Final[dict[str, Kind]] = {
    "att": "attacks", "attack": "attacks", "attacks": "attacks",
    "sup": "supports", "support": "supports", "supports": "supports",
}  # fmt: skip
_COMMENT = re.compile(r"[ \t]*(?:%|//|#)")
_BESIDE = re.compile(r"%.*")  # a comment after a statement
_SPACES = re.compile(r" ?([(),]) ?")
_MARK = re.compile(r'"(?:[^"\\\n]|\\.)*"|[(),]')
_END = re.compile(r"\s*\)\s*\.?\s*\Z")


def read(source: SourceText) -> Reading:
    r"""Return the map in an APX file, and what was wrong or left out. O(length).

    >>> from argmap.source import SourceText
    >>> rain = read(SourceText("arg(a).\narg(b).\ntext(a, It rains, (they say).).\natt(b,a).\n")).argmap
    >>> rain.claim("a").text, rain.links[0].id
    ('It rains, (they say).', 'b attacks a')
    """
    notes = Notes(source.path)
    text = "\n".join("" if _COMMENT.match(line) else line for line in source.lines)
    source = SourceText(text, source.path)  # comments are gone, lines are the same
    starts = list(_START.finditer(text))
    if len(starts) > 2 * limits.MAX_CLAIMS + limits.MAX_LINKS:
        notes.add(TOO_LARGE, too_large())
        return reading(None, notes)
    if not starts:
        notes.add(SYNTAX, "there is no statement such as `arg(a).`", source.span(0))
        return reading(None, notes)
    if text[: starts[0].start()].strip("\ufeff \t\n"):
        notes.add(LEFT_OUT, "what stands before the first statement was left out", source.span(0))
    rows: list[tuple[str, list[str], Span]] = []
    for start, after in zip(starts, [*starts[1:], None], strict=True):
        stop = after.start() if after else len(text)
        body, where = text[start.end() : stop], source.span(start.start(1), start.end())
        parts, rest = _statement(body, free=start[1] == "text")
        if not parts:
            notes.add(SYNTAX, f"`{start[1]}(` is not closed; the file may have been cut off", where)
            return reading(None, notes)
        if rest := " ".join(_BESIDE.sub("", rest).split()):
            notes.add(LEFT_OUT, f"`{rest[:60]}` is no argument, attack or support; it was left out", where)
        rows.append((start[1], parts, where))
    return _build(rows, notes)


def _statement(body: str, *, free: bool) -> tuple[list[str], str]:
    """Return what stands between the brackets of a statement, and what follows it; nothing if it is not closed.

    >>> _statement("f(a, b), c). % so", free=False)
    (['f(a,b)', 'c'], '% so')
    >>> _statement("a, It rains (they say, all day).).", free=True)
    (['a', 'It rains (they say, all day).'], '')
    """
    if free:
        name, _, said = _END.sub("", body).partition(",")
        return ([_name(name), said.strip()] if _END.search(body) else []), ""
    depth, start, parts = 0, 0, list[str]()
    for mark in _MARK.finditer(body):
        if mark[0] == "," and depth == 0:
            parts.append(_name(body[start : mark.start()]))
            start = mark.end()
        elif mark[0] == ")" and depth == 0:
            return [*parts, _name(body[start : mark.start()])], body[mark.end() :].strip().removeprefix(".").strip()
        depth += (mark[0] == "(") - (mark[0] == ")")
    return ([_name(part) for part in _END.sub("", body).split(",")] if _END.search(body) else []), ""


def _name(said: str) -> str:
    """Return a name without quotation marks, and a term without the spaces that mean nothing in it.

    >>> _name(' "two  words" '), _name(" f( a , b )")
    ('two words', 'f(a,b)')
    """
    said = " ".join(said.split())
    if len(said) > len('""') and said[0] == said[-1] == '"':
        return said[1:-1]
    return _SPACES.sub(r"\1", said)


def _build(rows: list[tuple[str, list[str], Span]], notes: Notes) -> Reading:
    framework = Framework(notes)
    texts = {parts[0]: clean(parts[1]) for word, parts, _ in rows if word == "text"}
    for word, parts, where in rows:
        if word in {"arg", "argument"}:
            framework.argument(parts[0], where, texts.pop(parts[0], ""), _number(parts[1:], notes, where))
        elif word in _LINKS and len(parts) > 1:
            framework.link(parts[0], _LINKS[word], parts[1], where, _number(parts[2:], notes, where))
        elif word in _LINKS:
            notes.add(LEFT_OUT, f"`{word}` needs two arguments; it was left out", where)
    for name in texts:
        notes.add(DANGLING, f"a text is given for '{name}', but there is no such argument")
    return framework.finish()


def _number(parts: list[str], notes: Notes, where: Span) -> float | None:
    """Return the number that follows the names, if it is a fraction."""
    if not parts:
        return None
    if (value := fraction(parts[0])) is None:
        notes.add(LEFT_OUT, f"'{parts[0]}' is no number from 0 to 1; it was left out", where)
    return value
