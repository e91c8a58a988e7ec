r"""A Markdown list as a map: the quickest way to type one.

    # Should voting be compulsory?

    - Voting should be compulsory.
      - + High turnout makes governments more legitimate.
      - & Compulsory voting raises turnout.
        - - Only on paper.
      - - It violates liberty.
        - _ Some violations are harmless.

A deeper item bears on the item above it: `+` supports, `-` attacks; `&` is a further premise of the step just above,
together with it; `_` undercuts the step from the item above it. `[id]:` before a text gives a claim an id, and `[id]`
alone is that claim once more. `##` begins a group. A backslash before the first character keeps it from being a sign.

Front matter (YAML between two lines `---`) may tell title, authors and date. What else people type is read as it is
meant: dashes that a program made of a minus sign, `Pro:` and `Con:` and their like in place of signs, a sign without a
space behind it, a claim on a line of its own above its list, numbered and lettered lists. What stands beneath a heading
such as `Pro` or `Arguments against` bears on the first claim, or on the title if there is none before; beneath an item
of that kind, on the claim above it. In a list with `+ reason` and `- objection` the bullets are the signs; else an item
without a sign is taken for a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from argmap.formats.build import Builder
from argmap.formats.frontmatter import front_matter
from argmap.formats.notes import Notes
from argmap.formats.reading import DANGLING, GUESSED, LEFT_OUT, SYNTAX, TOLERATED
from argmap.order import outline, reasons
from argmap.source import Span

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from argmap.formats.reading import Reading
    from argmap.model import ArgMap, Kind, Link
    from argmap.source import SourceText

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:(?:(?P<bullet>[-*+•‣◦–—−])|\d+[.)]|[A-Za-z]\))[ \t]+(?:(?P<sign>[-+&_–—−])[ \t]+)?"
    r"|(?P<alone>[&_])[ \t]+)(?P<text>.*)"
)
_TOUCHING = re.compile(r"(?P<indent>[ \t]+)(?P<sign>[-+–—−])(?P<text>[^\W\d_].*)")  # a sign without a space behind it
_WORD = re.compile(
    r"(?P<bold>\*\*|__|)(?:(?P<word>pro|reason|because|support|con|objection|however|but|attack|and|undercut)s?"
    r"(?:(?P=bold)[ \t]*:|[ \t]*:(?P=bold))|(?P<dashed>pro|reason|support|con|objection|attack|undercut)"
    r"(?P=bold)[ \t]+[-–—](?=[ \t]))[ \t]*",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"(?:the[ \t]+|main[ \t]+)*(?:(?P<pro>pros?|(?:arguments?|reasons?)[ \t]+(?:for(?:[ \t]+it)?|pro|in[ \t]+favou?r)"
    r"|supporting[ \t]+(?:arguments?|reasons?)|in[ \t]+favou?r)"
    r"|cons?|(?:arguments?|reasons?)[ \t]+(?:against(?:[ \t]+it)?|con|contra)|against|objections?"
    r"|counter-?[ \t]*arguments?|opposing[ \t]+arguments?)[ \t]*:?",
    re.IGNORECASE,
)
_THESIS = re.compile(r"(?:main[ \t]+)?(?:thesis|claim)[ \t]*:[ \t]*(.+)", re.IGNORECASE)
_HEADING = re.compile(r"(#+)[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*\Z")  # C# keeps its sign
_CLOSED = re.compile(r"(?:.*[ \t])?#+")  # what would lose its end as a heading
_LABEL = re.compile(r"\[([^\]]+)\](?::[ \t]*(.*)|[ \t]*\Z)")
_TASK = re.compile(r"\[[ xX]\][ \t]+(?=\S)")  # the box of a task
_FENCE = re.compile(r"[ \t]*(?:```|~~~|---[ \t]*\Z|<!--.*-->[ \t]*\Z)")
_TAB: Final = 4  # columns
_ESCAPED: Final = frozenset("-+&_[\\*•‣◦–—−")
_MINUS: Final = frozenset("-–—−")
_SPOKEN: Final = dict.fromkeys(("pro", "reason", "because", "support"), "+") | {"and": "&", "undercut": "_"}
_KINDS: Final[dict[str, Kind]] = {"+": "supports", "-": "attacks"}
_SIGNED: Final = frozenset("+-–—−")
_SIGNS: Final = {"supports": "+", "attacks": "-", "undercuts": "_"}


@dataclass(slots=True)
class _Item:
    """One item of the list; `claim` and `step` are keys, `step` of the link from this item to the one above."""

    indent: int
    sign: str
    text: str
    span: Span
    group: int
    bullet: str = ""
    claim: Hashable = None
    step: Hashable = None
    beside: bool = False  # beneath a heading such as `Pro`: it bears on the thesis
    side: str = ""  # of an item that is no claim but such a heading itself
    above: _Item | None = None
    premises: list[Hashable] = field(default_factory=list)
    more: list[str] = field(default_factory=list)  # further lines of the text


def read(source: SourceText) -> Reading:
    """Return the map in a Markdown list. O(length)."""
    return _Reader(source).reading()


class _Reader:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.notes = Notes(source.path)
        self.builder = Builder(self.notes)
        self.title = ""
        self.front_lines, self.front = front_matter(source, self.notes)
        self.about: list[str] = []  # what stands between the title and the list
        self.titled = Span(source.path)
        self.sides: list[tuple[int, str, str, Span]] = []  # number of the first item, sign or "", heading, its place
        self.items: list[_Item] = []
        self.groups = 0

    def reading(self) -> Reading:
        self._cut()
        self._bullets_as_signs()
        self._take_sides()
        self._claims()
        steps = self._steps()
        for item in steps:
            self._link(item)
        if text := "".join(self.about).strip():
            self.front["description"] = f"{self.front.get('description', '')}\n\n{text}".strip()
        title = self.front.pop("title", "")
        if title and self.title and title != self.title:
            what = f"the title '{title}' of the front matter was left out: the first heading is the title"
            self.notes.add(LEFT_OUT, what, Span(self.source.path))
        return self.builder.finish(self.title or title, about=self.front)

    def _cut(self) -> None:
        """Cut the text into items and headings; other lines go on with the item above them."""
        blank = True
        for number, line in enumerate(self.source.lines):
            bare = line.removeprefix("\ufeff").rstrip()
            span = Span(self.source.path, number, len(bare) - len(bare.lstrip()), len(bare))
            if not bare or number < self.front_lines or _FENCE.match(bare):
                blank = True
                continue
            if heading := _HEADING.match(bare):
                self._heading(heading, span)
            elif found := _ITEM.match(bare) or (_TOUCHING.match(bare) if self.items else None):
                self._item(found, span)
            elif (self.items or self.title) and bare.endswith(":") and _side_of(bare):
                self._side(bare, span)
            elif not (self.items or self.title) and (thesis := _THESIS.fullmatch(bare)):
                self.items.append(_Item(0, "", thesis[1], span, self.groups))
            elif blank and self._begins_list(number):
                self.items.append(_Item(0, "", bare, span, self.groups))
            elif self.items:
                self.items[-1].more.append(bare.strip())
            elif self.title or self.front:
                self.about.append(f"\n\n{bare.strip()}" if blank else f" {bare.strip()}")
            else:
                self.notes.add(SYNTAX, "this is no item of a list", span, "claims begin with '- '")
                return
            blank = False

    def _item(self, found: re.Match[str], span: Span) -> None:
        """Add an item; where it has no sign as it should be, look for one that a person would see."""
        parts = found.groupdict()
        sign, text, bullet = parts["sign"] or parts.get("alone") or "", parts["text"], parts.get("bullet") or ""
        text = _TASK.sub("", text)
        indent = len(parts["indent"].expandtabs(_TAB))
        if "bullet" not in parts or (not sign and text[:1] in _SIGNED and text[1:2].isalpha()):
            sign, text = sign or text[0], text if sign else text[1:]
            self.notes.add(TOLERATED, f"a space is missing behind '{sign}'", span, "put one there")
        elif not sign and indent and (word := _WORD.match(text)) and word.end() < len(text):
            sign, text = _SPOKEN.get((word["word"] or word["dashed"]).lower(), "-"), text[word.end() :]
        sign = "-" if sign in _MINUS else sign
        self.items.append(_Item(indent, sign, text, span, self.groups, bullet))

    def _begins_list(self, number: int) -> bool:
        """Return whether a line that is no item stands above a list that is indented beneath it."""
        lines = self.source.lines
        if lines[number][:1].isspace():
            return False
        below = next((line for at in range(number + 1, len(lines)) if (line := lines[at]).strip()), "")
        if below.startswith("#") or below.rstrip().endswith(":"):
            return bool(_side_of(below.lstrip("#").strip()))
        found = _ITEM.match(below) or _TOUCHING.match(below)
        return bool(found and found["indent"])

    def _bullets_as_signs(self) -> None:
        """Take the bullets for signs in a list whose deeper items begin with + alone."""
        least = min((item.indent for item in self.items), default=0)
        bare = [item for item in self.items if not item.sign and item.indent > least]
        if not any(item.bullet == "+" for item in bare):
            return
        for item in bare:
            item.sign = "+" if item.bullet == "+" else "-" if item.bullet in _MINUS else ""
        against = next((item for item in bare if item.sign == "-"), None)
        if against:
            message = "as other items begin with '+' alone, those with '-' were read as objections"
            self.notes.add(GUESSED, message, against.span, "write '- +' for a reason and '- -' for an objection")

    def _heading(self, found: re.Match[str], span: Span) -> None:
        if _side_of(found[2]) and (self.title or self.items):
            self._side(found[2], span)
        elif len(found[1]) == 1 and not self.title and not self.items:
            self.title, self.titled = found[2], span
        elif found[2]:
            self.sides.append((len(self.items), "", found[2], span))
            self.groups += 1
            self.builder.group(self.groups, found[2], span=span)

    def _side(self, heading: str, span: Span) -> None:
        self.sides.append((len(self.items), _side_of(heading), heading.rstrip(" \t:"), span))

    def _take_sides(self) -> None:
        """Let items beneath headings such as `Pro` and `Con` bear on the thesis: the first claim, else the title."""
        first = next((start for start, sign, _, _ in self.sides if sign), None)
        if first is None or not self.items:
            return
        ends = [start for start, _, _, _ in self.sides[1:]] + [len(self.items)]
        thesis = self.items[0] if first else _Item(0, "", self.title, self.titled, 0)
        for (start, sign, heading, span), end in zip(self.sides, ends, strict=True):
            rows = self.items[start:end] if sign else []
            least = min((row.indent for row in rows), default=0)
            for row in rows:  # not those that stand beneath another
                row.beside = row.indent == least and row is not thesis
                row.sign = row.sign or (sign if row.beside else "")
            if rows:
                self._took_side(heading, sign, thesis, span)
        thesis.indent = -1
        if thesis is not self.items[0]:
            self.items.insert(0, thesis)

    def _took_side(self, heading: str, sign: str, thesis: _Item, span: Span) -> None:
        which = "reasons for" if sign == "+" else "objections to"
        message = f"what stands beneath '{heading}' was read as {which} '{thesis.text}'"
        self.notes.add(GUESSED, message, span, "write '- + reason' and '- - objection' beneath the claim")

    def _claims(self) -> None:
        """Enter the claims; an item that is only `[id]` is a claim that stands elsewhere."""
        labels: dict[str, Hashable] = {}
        references: list[tuple[_Item, str]] = []
        for key, item in enumerate(self.items):
            name, text = "", " ".join((item.text, *item.more))
            deeper = key + 1 < len(self.items) and self.items[key + 1].indent > item.indent > 0
            if deeper and not item.sign and (side := _side_of(text)):
                item.side = side
                continue
            if label := _LABEL.match(text):
                if label[2] is None:
                    references.append((item, label[1]))
                    continue
                name, text = label[1], label[2]
                labels.setdefault(name, key)
            item.claim = key
            group = {"group": item.group} if item.group else {}
            self.builder.claim(key, text.removeprefix("\\").strip(), name, item.span, **group)
        for item, name in references:
            item.claim = labels.get(name)
            if item.claim is None:
                message = f"no item is labelled '[{name}]:'; it was read as a claim of that text"
                self.notes.add(DANGLING, message, item.span)
                item.claim = labels[name] = ("reference", name)
                self.builder.claim(item.claim, name, name, item.span)

    def _steps(self) -> list[_Item]:
        """Find out what each item bears on; return the items that begin a step, with all its premises."""
        open_: list[_Item] = []
        steps: dict[Hashable, _Item] = {}
        for number, item in enumerate(self.items):
            sibling = None
            while open_ and (open_[-1].indent >= item.indent or (item.indent == 0 and not item.beside)):
                sibling = open_.pop()
            item.above = open_[-1] if open_ else None
            if item.side and item.above is not None:
                self._took_side(item.text, item.side, item.above, item.span)
                open_.append(item)
                continue
            if item.above is not None and item.above.side:
                item.sign = item.sign or item.above.side
                item.above = item.above.above
            if item.sign == "&" and sibling is not None and sibling.step is not None:
                item.step = sibling.step
                steps[sibling.step].premises.append(item.claim)
            elif item.above is not None:
                item.step = number
                item.premises.append(item.claim)
                steps[number] = item
            elif item.sign:
                self.notes.add(TOLERATED, f"the sign '{item.sign}' has nothing above it", item.span, "indent the item")
            open_.append(item)
        return list(steps.values())

    def _link(self, item: _Item) -> None:
        above = item.above
        assert above is not None  # noqa: S101 - only items with one are steps
        if item.sign == "_":
            if above.step is not None:
                self.builder.link(item.premises, "undercuts", above.step, item.step, span=item.span)
                return
            message = "an undercut of what is no step was read as an attack"
            self.notes.add(GUESSED, message, item.span, "put it beneath a reason")
        if item.sign in ("", "&"):
            self.notes.add(GUESSED, "an item without a sign was read as a reason for the one above", item.span)
        kind = _KINDS.get(item.sign, "attacks" if item.sign == "_" else "supports")
        self.builder.link(item.premises, kind, above.claim, item.step, span=item.span)


def _side_of(heading: str) -> str:
    """Return + or - if a heading says that reasons or objections stand beneath it, else nothing.

    >>> _side_of("Arguments for"), _side_of("Cons:"), _side_of("For dinner")
    ('+', '-', '')
    """
    found = _SIDE.fullmatch(heading)
    return ("+" if found["pro"] else "-") if found else ""


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the lines of the map as a Markdown list, in reading order. O(n log n)."""
    if argmap.title:
        title = " ".join(argmap.title.split())
        yield f"# {title}{' #' if _CLOSED.fullmatch(title) else ''}"
        yield ""
    rows = list(_rows(argmap))
    often = {name for name, _, _, at_home in rows if not at_home}
    for name, sign, depth, at_home in rows:
        label = f"[{name}]" if name in often else ""
        text = _escaped(argmap.claim(name).text) if at_home else ""
        words = f"{label}: {text}" if label and text else label or text
        yield f"{'  ' * depth}- {f'{sign} ' if sign else ''}{words}"


def _escaped(text: str) -> str:
    r"""Return a text that is not taken for a sign, a label or another item.

    >>> print(_escaped("- no\n list"), _escaped("[x] y"))
    \- no list \[x] y
    """
    text = " ".join(text.split())
    return f"\\{text}" if text[:1] in _ESCAPED or text[:1].isdigit() or _WORD.match(text) or _side_of(text) else text


_Row = tuple[str, str, int, bool]  # claim, sign, depth, whether it stands here and not only as a reference


def _rows(argmap: ArgMap) -> Iterator[_Row]:
    """Yield a row for each place where a claim stands, from the theses down."""
    bearing = {name: [link for link in links if link.kind != "undercuts"] for name, links in reasons(argmap).items()}
    undercuts: dict[str, list[Link]] = {}
    for link in argmap.links:
        if link.kind == "undercuts":
            undercuts.setdefault(link.target, []).append(link)
    tree = outline(argmap)
    placed: set[str] = set()
    for root in (*tree.roots, *tree):
        if root in placed:
            continue
        stack: list[tuple[str, str, int, tuple[Link, ...]]] = [(root, "", 0, ())]
        while stack:
            name, sign, depth, hits = stack.pop()
            at_home = name not in placed
            yield name, sign, depth, at_home
            placed.add(name)
            below = [*hits, *(bearing.get(name, ()) if at_home else ())]
            stack += [row for link in reversed(below) for row in _step(link, depth + 1, undercuts)]


def _step(link: Link, depth: int, undercuts: Mapping[str, list[Link]]) -> list[tuple[str, str, int, tuple[Link, ...]]]:
    """Return the premises of a link, the last one first; the first carries the undercuts of the link."""
    first = (link.premises[0], _SIGNS[link.kind], depth, tuple(undercuts.get(link.id, ())))
    return [*((name, "&", depth, ()) for name in reversed(link.premises[1:])), first]
