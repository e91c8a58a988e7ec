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


def _pool(*, lines: bool) -> st.SearchStrategy[str]:
    letters = st.one_of(_LETTERS, st.sampled_from("\n\t :#-'\"[]{},&*!|>%@`?\\abc")) if lines else _LETTERS
    wild = st.text(letters, min_size=1, max_size=30).map(str.strip).filter(bool)
    return st.one_of(st.sampled_from([text for text in HOSTILE_TEXTS if lines or "\n" not in text]), wild)


TEXTS = _pool(lines=True)
LINES = _pool(lines=False)
_COMPOSED = st.builds(
    lambda head, tail: unicodedata.normalize("NFC", head + tail),
    st.characters(categories=("L", "Nd")),
    st.text("abcXYZ019_-.é", max_size=5),
).filter(lambda name: name[0].isalnum())
IDS = st.one_of(st.sampled_from(HOSTILE_IDS), st.sampled_from(HOSTILE_IDS), _COMPOSED)
WORDS = st.lists(LINES, min_size=1, max_size=3, unique=True).map(tuple)
FRACTIONS = st.one_of(st.sampled_from((0.0, 1.0, 0.5, 0.1)), st.floats(0, 1).map(lambda x: x + 0.0))
PLACES = st.one_of(st.integers(1, 999), LINES)
URLS = st.sampled_from(("https://example.org/?a=1&b=<2>#c", "javascript:alert(1)", "x y"))


def texts(*, lines: bool = True) -> st.SearchStrategy[str]:
    """Texts that a map may hold: not blank, no control characters, no white space at either end."""
    return TEXTS if lines else LINES


def ids() -> st.SearchStrategy[str]:
    """Ids of elements, in composed form (NFC)."""
    return IDS


def _some(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Up to four of the fields, and now and then all of them."""
    few = st.sets(st.sampled_from(sorted(fields)), max_size=4)
    chosen = {name: st.fixed_dictionaries({name: strategy}) for name, strategy in fields.items()}

    @st.composite
    def pick(draw: Callable[..., Any]) -> dict[str, Any]:
        names = draw(few) if draw(st.integers(0, 9)) else set(fields)
        return {key: value for name in sorted(names) for key, value in draw(chosen[name]).items()}

    return pick()


_CLAIM = _some({
    "tags": WORDS,
    "status": st.sampled_from(("given", "open", "rejected")),
    "credence": FRACTIONS,
    "implicit": st.just(value=True),
    "kind": LINES,
    "by": LINES,
    "note": TEXTS,
    "url": URLS,
    "allow": st.sampled_from((("AM201",), ("AM204", "AM303"))),
    "quote": st.lists(TEXTS, min_size=1, max_size=2).map(tuple),
    "at": st.lists(PLACES, min_size=1, max_size=2).map(tuple),
})  # fmt: skip
_LINK = _some({
    "scheme": LINES,
    "cue": LINES,
    "basis": st.sampled_from(("cue", "context", "analyst")),
    "strength": FRACTIONS,
    "note": TEXTS,
    "allow": st.just(("AM202",)),
    "quote": st.lists(TEXTS, min_size=1, max_size=2).map(tuple),
    "at": st.lists(PLACES, min_size=1, max_size=2).map(tuple),
})  # fmt: skip
_SOURCE = _some(
    dict.fromkeys(("title", "author", "year", "publisher", "url"), LINES) | {"note": TEXTS, "skip": st.integers(0, 9)}
)
_MAP = _some({
    "description": TEXTS,
    "license": LINES,
    "date": LINES,
    "authors": WORDS,
    "language": st.sampled_from(("en", "de", "pt-BR", "ar", "zh-Hant")),
})  # fmt: skip
_GROUP = _some({"color": st.sampled_from(("#fff", "#00805D")), "note": TEXTS})


def _fit(values: dict[str, Any]) -> dict[str, Any]:
    """One place for all quotations, or one for each."""
    quotes, places = values.get("quote", ()), values.get("at", ())
    if quotes and len(places) > 1 and len(places) != len(quotes):
        values["at"] = places[:1]
    return values


@st.composite
def _links(draw: Callable[..., Any], claims: list[str], sources: list[str]) -> tuple[Link, ...]:
    """Links of all kinds; undercuts may hit any other link, later ones and undercuts included."""
    taken = set(claims)
    links: dict[str, Link] = {}
    premises_of = st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique=True).map(tuple)
    for _ in range(draw(st.integers(0, 2 * len(claims)))):
        kind = draw(st.sampled_from(("supports", "attacks", "undercuts")))
        premises = draw(premises_of)
        if draw(st.booleans()):
            premises = premises[:1]
        targets = list(links) if kind == "undercuts" else [claim for claim in claims if claim not in premises]
        if not targets:
            continue
        target = draw(st.sampled_from(targets))
        name = draw(IDS) if draw(st.booleans()) else ""
        named = bool(name) and name not in taken
        link_name = name if named else link_id(premises, kind, target)
        if link_name in links:
            continue
        taken.add(link_name)
        more = _fit(draw(_LINK)) if draw(st.booleans()) else {}
        if draw(st.booleans()) and more:
            more["source"] = draw(st.sampled_from(sources))
        links[link_name] = Link(id=link_name, premises=premises, kind=kind, target=target, named=named, **more)
    return tuple(draw(st.permutations(list(links.values()))))


@st.composite
def argmaps(draw: Callable[..., Any], max_claims: int = 6) -> ArgMap:
    """Valid maps with everything a map may hold, undercuts of undercuts and circles included. No `file` in sources."""
    groups = draw(st.lists(IDS, max_size=2, unique=True))
    named = draw(st.sampled_from((None, None, "one", "many")))
    source_ids = [""] if named == "one" else draw(st.lists(IDS, min_size=1, max_size=2, unique=True)) if named else []
    refer = [name for name in source_ids if name] or [""]
    names = draw(st.lists(IDS, min_size=1, max_size=max_claims, unique=True))
    claims = []
    for name in names:
        more = _fit(draw(_CLAIM)) if draw(st.booleans()) else {}
        if more:
            more["source"] = draw(st.sampled_from(refer))
            more["group"] = draw(st.sampled_from(["", *groups]))
        claims.append(Claim(id=name, text=draw(TEXTS), **more))
    links = draw(_links(names, refer))
    label = st.sampled_from(("stands", "falls", "contested", ""))
    labels = draw(st.lists(label, min_size=len(names), max_size=len(names))) if draw(st.booleans()) else []
    expected = {
        word: tuple(name for name, its in zip(names, labels, strict=False) if its == word)
        for word in ("stands", "falls", "contested")
    }
    shown = st.lists(st.sampled_from([*names, *(link.id for link in links)]), min_size=1, max_size=3, unique=True)
    steps = st.lists(st.builds(Step, show=shown.map(tuple), say=st.one_of(st.just(""), TEXTS)), max_size=2)
    return ArgMap(
        title=draw(TEXTS),
        claims=tuple(claims),
        links=links,
        groups=tuple(Group(id=name, title=draw(LINES), **draw(_GROUP)) for name in groups),
        thesis=tuple(draw(st.lists(st.sampled_from(names), max_size=2, unique=True))),
        sources=tuple(Source(id=name, **draw(_SOURCE)) for name in source_ids),
        expect=Expect(**expected),
        steps=tuple(draw(steps)),
        **draw(_MAP),
    )
