"""Random maps for property tests: every field, every kind of link, and texts that break careless code."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from argmap.model import ArgMap, Claim, Expect, Group, Link, Source, Step, link_id

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE_IDS = ("constructor", "__proto__"[2:], "toString", "no", "null", "true", "1", "2024", "1e3", "0x1F", "on", "n0",
               "a.b", "a-b", "a_b", "x--y", "prénom", "日本", "ж1", "नैतिक", "title", "claims", "text", "node", "graph",
               "strict", "end", "subgraph")  # fmt: skip
HOSTILE_TEXTS = (
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>bold</b> & <i>it</i>", '"quoted" text',
    "it's", "a: b", "a #b", "# no comment", "- no list", "? key", "*alias*", "&anchor", "!tag", "| bar", "> more", "%x",
    "@at", "`tick`", "[x]", "{y}", "[[wiki]] (link)", "yes", "no", "null", "~", "true", "2024", "1.5", "1e3", "0o17",
    "2024-01-31", "12:30:45", ".inf", "=", "<<", "---", "...", "\\", "back\\slash", "a\\", "$x_1$ and \\frac{1}{2}",
    "javascript:alert(1)", "data:text/html,<script>", "a\u2028b\u2029c", "\u202eright\u202c", "\u2066iso\u2069",
    "عربي مع English", "עברית", "日本語の文。", "ไทย", "e\u0301", "👩\u200d🚀", "\U0001d518", "a\u00a0b", "tab\there",
    "one\ntwo", "one\n\nthree", "  two  spaces inside  ".strip(), "line one  \n  line two", "end:", "a:b", "key: 'v'",
    "+ plus", "-- arrow --> x", "<+ pro", "<- con", "->", "| a | b |", "**bold** _it_", "~~~", "```", "(1) premise",
    "100% {{ jinja }} {% x %}", "#1", "\\n", "%0A", "&amp;", "&#x27;", "a;b,c\"d'e", "x" * 200, "word " * 40 + "end",
)  # fmt: skip

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff")


def texts(*, lines: bool = True) -> st.SearchStrategy[str]:
    """Texts that a map may hold: not blank, no control characters, no white space at either end."""
    pool = [text for text in HOSTILE_TEXTS if lines or "\n" not in text]
    letters = st.one_of(_LETTERS, st.sampled_from("\n\t :#-'\"[]{},&*!|>%@`?\\abc")) if lines else _LETTERS
    wild = st.text(letters, min_size=1, max_size=40).map(str.strip).filter(bool)
    return st.one_of(st.sampled_from(pool), st.from_regex(r"[A-Z][a-z]{1,8}( [a-z]{1,8}){1,5}\.", fullmatch=True), wild)


def ids() -> st.SearchStrategy[str]:
    """Ids of elements, in composed form (NFC)."""
    letters = st.characters(categories=("L", "Nd"))
    wild = st.builds(str.__add__, st.text(letters, min_size=1, max_size=1), st.text("abcXYZ019_-.é", max_size=5))
    composed = wild.map(lambda name: unicodedata.normalize("NFC", name)).filter(lambda name: name[0].isalnum())
    return st.one_of(st.sampled_from(HOSTILE_IDS), st.from_regex(r"[a-z]{1,6}", fullmatch=True), composed)


def words() -> st.SearchStrategy[tuple[str, ...]]:
    """Tags and the like: short texts on one line, none twice."""
    return st.lists(texts(lines=False), max_size=3, unique=True).map(tuple)


def _maybe(strategy: st.SearchStrategy[Any], empty: object = "") -> st.SearchStrategy[Any]:
    return st.one_of(st.just(empty), strategy)


_FRACTIONS = st.one_of(st.none(), st.sampled_from((0.0, 1.0, 0.5, 0.1)), st.floats(0, 1).map(lambda x: x + 0.0))
_PLACES = st.one_of(st.integers(1, 999), texts(lines=False))


@st.composite
def _quotations(draw: Callable[..., Any], sources: list[str]) -> dict[str, Any]:
    """The fields quote, at and source of a claim or link."""
    quote = draw(st.lists(texts(), max_size=2).map(tuple))
    length = draw(st.sampled_from((0, 1, len(quote)))) if quote else draw(st.sampled_from((0, 1, 2)))
    at = tuple(draw(st.lists(_PLACES, min_size=length, max_size=length)))
    return {"quote": quote, "at": at, "source": draw(st.sampled_from(["", *filter(None, sources)]))}


@st.composite
def _claims(draw: Callable[..., Any], name: str, groups: list[str], sources: list[str]) -> Claim:
    if draw(st.booleans()):
        return Claim(id=name, text=draw(texts()))
    return Claim(
        id=name,
        text=draw(texts()),
        group=draw(st.sampled_from(["", *groups])),
        tags=draw(words()),
        status=draw(st.sampled_from(("", "given", "open", "rejected"))),
        credence=draw(_FRACTIONS),
        implicit=draw(st.booleans()),
        kind=draw(_maybe(texts(lines=False))),
        by=draw(_maybe(texts(lines=False))),
        note=draw(_maybe(texts())),
        url=draw(_maybe(st.sampled_from(("https://example.org/?a=1&b=<2>#c", "javascript:alert(1)", "x y")))),
        allow=draw(st.sampled_from(((), ("AM201",), ("AM204", "AM303")))),
        **draw(_quotations(sources)),
    )


@st.composite
def _links(draw: Callable[..., Any], claims: list[str], sources: list[str]) -> tuple[Link, ...]:
    """Links of all kinds; undercuts may hit any other link, later ones and undercuts included."""
    taken = set(claims)
    drafts: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 2 * len(claims)))):
        name = draw(st.one_of(st.just(""), ids()))
        if name in taken:
            name = ""
        taken.add(name)
        size = draw(st.sampled_from((1, 1, 1, 2, 3)))
        premises = tuple(draw(st.lists(st.sampled_from(claims), min_size=1, max_size=size, unique=True)))
        bare = draw(st.booleans())
        drafts.append({"name": name, "premises": premises, "bare": bare})
    links: dict[str, Link] = {}
    for draft in drafts:
        kind = draw(st.sampled_from(("supports", "attacks", "undercuts", "undercuts")))
        targets = [link for link in links if link != draft["name"]] if kind == "undercuts" else (
            [claim for claim in claims if claim not in draft["premises"]]
        )  # fmt: skip
        if not targets:
            continue
        target = draw(st.sampled_from(targets))
        name = draft["name"] or link_id(draft["premises"], kind, target)
        if name in links:
            continue
        more: dict[str, Any] = {}
        if not draft["bare"]:
            more = {
                "scheme": draw(_maybe(texts(lines=False))),
                "cue": draw(_maybe(texts(lines=False))),
                "basis": draw(st.sampled_from(("", "cue", "context", "analyst"))),
                "strength": draw(_FRACTIONS),
                "note": draw(_maybe(texts())),
                "allow": draw(st.sampled_from(((), ("AM202",)))),
                **draw(_quotations(sources)),
            }
        links[name] = Link(
            id=name, premises=draft["premises"], kind=kind, target=target, named=bool(draft["name"]), **more
        )
    return tuple(draw(st.permutations(list(links.values()))))


@st.composite
def _sources(draw: Callable[..., Any]) -> tuple[Source, ...]:
    names = draw(st.one_of(st.just([]), st.just([""]), st.lists(ids(), min_size=1, max_size=3, unique=True)))
    line = _maybe(texts(lines=False))
    return tuple(
        Source(
            id=name,
            title=draw(line),
            author=draw(line),
            year=draw(line),
            publisher=draw(line),
            url=draw(line),
            note=draw(_maybe(texts())),
            skip=draw(st.integers(0, 9)),
        )
        for name in names
    )


@st.composite
def argmaps(draw: Callable[..., Any], max_claims: int = 7) -> ArgMap:
    """Valid maps with everything a map may hold, undercuts of undercuts and circles included. No `file` in sources."""
    groups = draw(st.lists(ids(), max_size=3, unique=True))
    sources = draw(_sources())
    source_ids = [source.id for source in sources]
    names = draw(st.lists(ids(), min_size=1, max_size=max_claims, unique=True))
    claims = tuple(draw(_claims(name, groups, source_ids)) for name in names)
    links = draw(_links(names, source_ids))
    labels = draw(st.lists(st.sampled_from(("stands", "falls", "contested", "")), min_size=len(names), max_size=len(names)))
    expected = {
        label: tuple(name for name, its in zip(names, labels, strict=True) if its == label)
        for label in ("stands", "falls", "contested")
    }
    shown = st.lists(st.sampled_from([*names, *(link.id for link in links)]), min_size=1, max_size=3, unique=True)
    return ArgMap(
        title=draw(texts()),
        claims=claims,
        links=links,
        groups=tuple(
            Group(
                id=name,
                title=draw(texts(lines=False)),
                color=draw(st.sampled_from(("", "#fff", "#00805D"))),
                note=draw(_maybe(texts())),
            )
            for name in groups
        ),
        description=draw(_maybe(texts())),
        license=draw(_maybe(texts(lines=False))),
        date=draw(_maybe(texts(lines=False))),
        authors=draw(words()),
        language=draw(st.sampled_from(("en", "de", "pt-BR", "ar", "zh-Hant"))),
        thesis=tuple(draw(st.lists(st.sampled_from(names), max_size=2, unique=True))),
        sources=sources,
        expect=Expect(**expected) if draw(st.booleans()) else Expect(),
        steps=tuple(
            Step(show=tuple(draw(shown)), say=draw(_maybe(texts()))) for _ in range(draw(st.integers(0, 2)))
        ),
    )
