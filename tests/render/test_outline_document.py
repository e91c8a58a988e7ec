"""The HTML outline: well-formed, without script, every claim once at its number, every text as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings

from argmap import ArgMap, Claim, Link, Source, loads, outline
from argmap.formats import html
from tests.support.exchange import NASTY
from tests.support.maps import HOSTILE_TEXTS, argmaps

VOID = {"meta", "br"}
KNOWN = {"html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "main", "footer", "ol", "ul",
         "li", "div", "span", "bdi", "a", "blockquote", "cite"}  # fmt: skip


class Page(HTMLParser):
    """Which tags are open, what stands in them, and the claims by the ids of their list items."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.claims: list[str] = []
        self.deepest = 0
        self._bdi = False
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs) -> None:
        values = dict(attrs)
        assert tag in KNOWN, tag
        assert not any(name.startswith("on") or name == "style" for name in values)
        if tag not in VOID:
            self.open.append(tag)
        self.deepest = max(self.deepest, len(self.open))
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values["href"])
        if values.get("class") == "claim":
            self.claims.append("")
            self._bdi = True

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag
        if tag == "div":
            self._bdi = False

    def handle_data(self, data) -> None:
        if self._bdi and self.open[-1:] == ["bdi"]:
            self.claims[-1] += data


def page(argmap) -> tuple[str, Page]:
    text = "\n".join(html.write(argmap))
    return text, Page(text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(argmap=argmaps())
def test_every_claim_stands_once_at_its_number(argmap) -> None:
    _, found = page(argmap)
    assert found.ids == list(outline(argmap).numbers.values())
    assert all(address.startswith(("#", "https://", "http://")) for address in found.links)
    assert all(address[1:] in found.ids for address in found.links if address.startswith("#"))


def test_hostile_texts_are_texts() -> None:
    claims = tuple(Claim(id=f"c{index}", text=text) for index, text in enumerate(HOSTILE_TEXTS))
    text, found = page(ArgMap(title="</title><script>alert(1)</script>", claims=claims))
    assert found.claims == list(HOSTILE_TEXTS)
    assert "<script" not in text


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    from argmap.render.assets import sha256

    text, _ = page(loads(NASTY))
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)[1]
    policy = re.search('Content-Security-Policy" content="(.*?)"', text)[1].replace("&#39;", "'")
    assert policy == f"default-src 'none'; style-src {sha256(style)}; base-uri 'none'; form-action 'none'"
    assert "prefers-color-scheme:dark" in style
    assert "@media print" in style


def test_the_document_looks_as_it_did(golden) -> None:
    golden("exchange.html", page(loads(NASTY))[0] + "\n")


def test_a_chain_of_a_thousand_claims_is_not_nested_too_deep() -> None:
    claims = tuple(Claim(id=f"c{index}", text="A claim.") for index in range(1000))
    links = tuple(
        Link(id=f"l{index}", premises=(f"c{index + 1}",), kind="supports", target=f"c{index}") for index in range(999)
    )
    _, found = page(ArgMap(title="Deep", claims=claims, links=links))
    assert len(found.ids) == 1000
    assert found.deepest < 500


@pytest.mark.parametrize(
    "words", ["because:", "however:", "but it does not follow from 1.3:", "Counted in 2019.", "paragraph 4",
              "(implied)", "(rejected)", "On this step: Everybody says so.", "Ada, Bo"]
)  # fmt: skip
def test_what_the_map_says_is_there(words: str) -> None:
    assert words in page(loads(NASTY))[0]


def test_a_quotation_names_its_source_where_there_are_several() -> None:
    sources = tuple(Source(id=name, title=f"Book {name}", url="https://a.b/") for name in ("one", "two"))
    claim = Claim(id="a", text="A.", quote=("words",), at=("p. 12",), source="two")
    text, found = page(ArgMap(title="t", claims=(claim,), sources=sources))
    assert "<cite>p. 12, Book two</cite>" in text
    assert found.links == ["https://a.b/", "https://a.b/"]
    assert "<cite>p. 12</cite>" in page(ArgMap(title="t", claims=(claim,), sources=sources[1:]))[0]
