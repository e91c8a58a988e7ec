"""A map to Argdown text. What Argdown has no words for goes into data, which its tools pass over and `read` takes back.

A link of one premise is a plain relation, if nothing more is to be said of it; any other link is an argument with a
premise-conclusion structure. Objections of linked premises, and undercuts written so, lead to a made-up conclusion.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from argmap.formats import extras
from argmap.formats.argdown.mapping import SYNTHETIC
from argmap.formats.ids import ids_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgMap, Claim, Group, Link

# a full stop or colon may begin a shortcode if no space follows, a slash a comment, an equals sign front matter
_MARKUP = re.compile(r"[\\\[<#{}*_]|@(?=[\[<])|/(?=/)|=(?==)|(?<==)=|[.:](?=\S)")
_RULE_MARKUP = re.compile(r"[\\\[<#{}*_,@/=-]|[.:](?=\S)")
_WORD = re.compile(r"[A-Za-z0-9-]+\Z")
_TAG = re.compile(r"[\w',.!?-]+(?: [\w',.!?-]+)*\Z")
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
_RISKY = re.compile(r"[{}=\u0085\u2028\u2029]")
# what every JavaScript object has: Argdown's parser loses statements and arguments of these titles
_TAKEN: Final = frozenset({
    "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf",
})  # fmt: skip
_SIGNS: Final = {"supports": "<+", "attacks": "<-"}
_SETTINGS: Final = (
    "model:",
    "    removeTagsFromText: true",
    "selection:",
    "    excludeDisconnected: false",
    "    statementSelectionMode: all",
)


def escape(text: str) -> str:
    r"""Return a text so that Argdown reads it as that text, on one line.

    >>> print(escape("See http://x.org/a_b [1].\n#no {tag} :smile: .A."))
    See http\:\//x\.org/a\_b \[1]. \#no \{tag\} \:smile: \.A.
    """
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def json_data(value: dict[str, Any]) -> str:
    r"""Return data as JSON, which is YAML too, without a character that Argdown's lexer would stumble over.

    >>> print(json_data({"note": 'a } b == {"c"}'}))
    {"note": "a \u007d b \u003d\u003d \u007b\"c\"\u007d"}
    """
    return _LITERAL.sub(_quoted, json.dumps(value, ensure_ascii=False))


def _quoted(literal: re.Match[str]) -> str:
    return _RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", literal[0])


def write(argmap: ArgMap) -> Iterator[str]:
    """Yield the lines of the map as Argdown. O(size)."""
    writer = _Writer(argmap)
    body = writer.body()
    yield from writer.front()
    yield from body


class _Writer:
    def __init__(self, argmap: ArgMap) -> None:
        self.argmap = argmap
        hit = {link.target for link in argmap.links if link.kind == "undercuts"}
        self.plain: dict[str, list[Link]] = {}
        self.built: dict[str, list[Link]] = {}
        for link in argmap.links:
            built = len(link.premises) > 1 or link.id in hit or bool(extras.of_link(link))
            (self.built if built else self.plain).setdefault(link.target, []).append(link)
        self.claims_written: list[str] = []
        self.links_written: list[str] = []

    def body(self) -> list[str]:
        """Return the lines below the front matter: claims without a group, then each group with its claims."""
        known = {group.id for group in self.argmap.groups}
        members: dict[str, list[Claim]] = {}
        for claim in self.argmap.claims:
            members.setdefault(claim.group if claim.group in known else "", []).append(claim)
        lines = [line for claim in members.get("", ()) for line in self._claim(claim)]
        for group, name in zip(self.argmap.groups, ids_of((g.title for g in self.argmap.groups), "group"), strict=True):
            lines += [_heading(group, name), ""]
            lines += [line for claim in members.get(group.id, ()) for line in self._claim(claim)]
        written = set(self.links_written)
        for link in self.argmap.links:  # what hangs on no claim: undercuts in a circle
            if link.id not in written:
                lines += self._structure(link)
        return lines

    def front(self) -> Iterator[str]:
        """Yield the front matter; `body` must have been called, for the order of claims and links is known then."""
        argmap = self.argmap
        yield "==="
        for key, value in (
            ("title", argmap.title),
            ("author", list(argmap.authors)),
            ("date", argmap.date),
            ("abstract", argmap.description),
        ):
            if value:
                yield f"{key}: {json_data({'': value})[5:-1]}"
        yield from _SETTINGS
        own = extras.of_map(argmap, ("title", "authors", "date", "description"))
        own.pop("groups", None)
        order = {
            "claims": ([claim.id for claim in argmap.claims], self.claims_written),
            "links": ([link.id for link in argmap.links], self.links_written),
        }
        if changed := {key: ours for key, (ours, written) in order.items() if ours != written}:
            own["order"] = changed
        yield f"{extras.KEY}: {json_data(own)}"
        yield "==="
        yield ""

    def _claim(self, claim: Claim) -> Iterator[str]:
        self.claims_written.append(claim.id)
        yield f"[{_title(claim.id)}]: {_said(claim)}"
        for link in self.plain.get(claim.id, ()):
            self.links_written.append(link.id)
            yield f"    {_SIGNS[link.kind]} [{_title(link.premises[0])}]"
        yield ""
        stack = self.built.get(claim.id, [])[::-1]
        while stack:
            link = stack.pop()
            yield from self._structure(link)
            stack += self.built.get(link.id, [])[::-1]

    def _structure(self, link: Link) -> Iterator[str]:
        """Yield a link as a premise-conclusion structure."""
        self.links_written.append(link.id)
        yield f"<{_title(link.id)}>"
        yield ""
        for number, premise in enumerate(link.premises, 1):
            yield f"({number}) [{_title(premise)}]"
        yield _inference(link)
        for undercut in self.plain.get(link.id, ()):
            self.links_written.append(undercut.id)
            yield f"    <_ [{_title(undercut.premises[0])}]"
        number = len(link.premises) + 1
        if link.kind == "supports":
            yield f"({number}) [{_title(link.target)}]"
        else:
            yield from self._objection(link, number)
        yield ""

    def _objection(self, link: Link, number: int) -> Iterator[str]:
        """Yield the made-up conclusion of a linked objection, and what it is against."""
        data = json_data({SYNTHETIC: True})
        if link.kind == "attacks":
            says = f"It is not the case that: {self.argmap.claim(link.target).text}"
            target = f"-> [{_title(link.target)}]"
        else:
            says, target = f"It does not follow: {link.target}", f"_> <{_title(link.target)}>"
        yield f"({number}) [{link.id} - objection]: {escape(says)} {data}"
        yield f"    {target}"


def _title(name: str) -> str:
    return f"{name} (id)" if name in _TAKEN else name


def _said(claim: Claim) -> str:
    """Return what stands after the title of a claim: text, tags, data."""
    short = all(_TAG.match(tag) for tag in claim.tags) and len(set(claim.tags)) == len(claim.tags)
    data = extras.of_claim(claim, ("group", "tags") if short else ("group",))
    if claim.id not in _TAKEN:
        del data["id"]
    parts = [escape(claim.text)]
    if short:
        parts += [f"#{tag}" if _WORD.match(tag) else f"#({tag})" for tag in claim.tags]
    if data:
        parts.append(json_data(data))
    return " ".join(parts)


def _heading(group: Group, name: str) -> str:
    data = {"id": group.id} if group.id != name else {}
    if group.title != " ".join(group.title.split()):
        data["title"] = group.title
    data |= {key: value for key in ("color", "note") if (value := getattr(group, key))}
    return f"# {escape(group.title)} {json_data({**data, 'isGroup': True})}"


def _inference(link: Link) -> str:
    """Return the line of an inference: its rule and its data between dashes."""
    rule = link.scheme == " ".join(link.scheme.split())
    data = extras.of_link(link, ("scheme",) if rule else ())
    if link.id not in _TAKEN:
        data.pop("id", None)
    parts = [_RULE_MARKUP.sub(r"\\\g<0>", link.scheme)] if rule and link.scheme else []
    if data:
        parts.append(json_data(data))
    return f"-- {' '.join(parts)} --" if parts else "-----"
