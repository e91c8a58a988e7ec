"""Hostile texts in every field: nothing runs, nothing is asked for, and the text is shown as it was typed."""

from __future__ import annotations

from dataclasses import fields, replace
from urllib.parse import quote

import pytest

from argmap.diagnostics import Diagnostic
from argmap.model import ArgMap, Claim, Group, Link, Source, Step
from argmap.render.figure import figure
from tests.support.pages import write

pytestmark = pytest.mark.browser

HOSTILE = (
    "</script><script>window.pwned=1</script>",
    '"><img src="https://evil.example/x" onerror="window.pwned=1">',
    "<svg onload=window.pwned=1><a href=javascript:window.pwned=1>x</a></svg>",
    "'`${window.pwned=1}`' {{7*7}} {% raw %} {# #} <!--<script>",
    "line\u2028separator\u2029paragraph",
    "\u202eevil\u202c \u2066isolated \u200f mark",
    "]]></style><style>*{background:url(https://evil.example/y)}",
    "&lt;b&gt; &amp; \\u003cscript\\u003e \\",
)
ALL = " ".join(HOSTILE)
IDS = ("constructor", "prototype", "hasOwnProperty", "toString", "valueOf", "then", "7", "ж.é-_")
PARTS = (  # fields that are not free text
    {"id", "group", "status", "credence", "implicit", "at", "source", "allow", "quote", "tags"},
    {"id", "premises", "kind", "target", "named", "basis", "strength", "at", "source", "allow", "quote"},
)


def filled(item, closed):
    """Return a claim or link with every free text hostile."""
    free = {f.name: ALL for f in fields(item) if f.name not in closed}
    return replace(item, **free)


def hostile_map() -> ArgMap:
    claims = tuple(
        replace(filled(Claim(id=name, text="x"), PARTS[0]), tags=(ALL,), quote=(ALL,), at=(ALL,), url=url, group="g")
        for name, url in zip(IDS, ("javascript:window.pwned=1", "JaVaScRiPt:window.pwned=1", "data:text/html,<script>",
                                   "vbscript:x", " javascript:window.pwned=1", "java\nscript:window.pwned=1",
                                   'https://ok.example/"onclick="window.pwned=1', "file:///etc/passwd"), strict=True)
    )  # fmt: skip
    first, *rest = IDS
    links = [
        filled(Link(id=f"l.{name}", premises=(name,), kind="attacks" if i % 2 else "supports", target=first), PARTS[1])
        for i, name in enumerate(rest[:5])
    ]
    links.append(replace(filled(Link(id="__x", premises=(rest[5],), kind="undercuts", target=links[0].id), PARTS[1])))
    links.append(Link(id="join", premises=(rest[6], rest[0]), kind="supports", target=rest[1]))
    text = dict.fromkeys(("title", "author", "year", "publisher", "url", "note"), ALL)
    return ArgMap(
        title=ALL, description=ALL, license=ALL, date=ALL, authors=(ALL,), claims=claims, links=tuple(links),
        groups=(Group(id="g", title=ALL, note=ALL),), sources=(Source(**text),), steps=(Step(show=IDS, say=ALL),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory):
    argmap = hostile_map()
    problems = [
        Diagnostic(code="AM201", severity="warning", message=ALL, help=ALL, element=item.id)
        for item in (*argmap.claims, *argmap.links)
    ]
    return write(argmap, tmp_path_factory.mktemp("hostile") / "page.html", problems)


def test_nothing_runs_and_nothing_is_asked_for(visit, hostile_file):
    here = visit(hostile_file)  # the fixture checks that no request, message or error occurred
    for name in [claim.id for claim in hostile_map().claims] + [link.id for link in hostile_map().links]:
        here.js("(id) => argmap.apply({selected: id})", name)
        assert here.js("document.querySelectorAll('#detail img, #detail script, #detail svg').length") == 0
    here.page.fill("#query", "script")
    here.page.get_by_role("tab", name="Quotations").click()
    for at in here.page.locator(".to, .quote").all()[:20]:
        if at.is_visible():
            at.click()
    assert here.js("'pwned' in window") is False
    assert here.js("document.querySelectorAll('img, iframe, object, embed, link, base').length") == 0


def test_text_is_shown_as_typed(visit, hostile_file):
    here = visit(hostile_file, "#c=constructor")
    assert here.js("document.querySelector('#tree .txt').textContent") == ALL
    assert here.js("document.querySelector('#detail .lead bdi').textContent") == ALL
    assert here.js("document.querySelector('h1').textContent") == ALL
    assert here.js("[...document.querySelectorAll('#tree .txt')].every((at) => at.localName === 'bdi')")


def test_only_web_and_mail_addresses_are_links(visit, hostile_file):
    here = visit(hostile_file)
    found = []
    for name in IDS:
        here.js("(id) => argmap.apply({selected: id})", name)
        found += here.js("[...document.querySelectorAll('#detail a')].map((a) => a.getAttribute('href'))")
    assert found == ['https://ok.example/"onclick="window.pwned=1']


def test_the_policy_names_hashes_only(hostile_file):
    text = hostile_file.read_text("utf-8")
    policy = text.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_an_injected_script_would_not_run(visit, hostile_file):
    here = visit(hostile_file)
    here.js(
        "() => { const s = document.createElement('script'); s.textContent = 'pwned = 1'; document.head.append(s); }"
    )
    assert here.js("'pwned' in window") is False
    assert any("Content Security Policy" in message for message in here.messages)
    here.messages.clear()


def test_reasons_steps_and_what_is_saved_hold_text_only(visit, hostile_file):
    here = visit(hostile_file, "#e=1&by=thesis&if=-then,valueOf&on=constructor")
    for name in [claim.id for claim in hostile_map().claims] + [link.id for link in hostile_map().links]:
        here.js("(id) => argmap.apply({selected: id})", name)
        assert here.js("document.querySelector('#verdict .why').textContent.length > 20")
        assert (
            here.js("document.querySelectorAll('#verdict img, #verdict script, #verdict svg, #whatif img').length") == 0
        )
    here.js("argmap.apply({step: 1})")
    assert HOSTILE[0] in here.js("document.querySelector('#stage .say').textContent")
    assert (
        here.js("document.querySelectorAll('#stage :not(section, div, ul, li, p, span, bdi, button, progress)').length")
        == 0
    )
    here.js("argmap.apply({step: 0})")
    kinds = "[...new Set([...argmap.picture.draw(true).querySelectorAll('*')].map((node) => node.localName))].sort()"
    assert here.js(kinds) == ["circle", "g", "path", "polygon", "rect", "text", "title"]
    assert here.js("argmap.share.fileName()").isprintable()
    assert "/" not in here.js("argmap.share.fileName()")
    assert here.js("'pwned' in window") is False


def test_a_saved_picture_opened_alone_runs_and_asks_for_nothing(visit, hostile_file, tmp_path):
    here = visit(hostile_file)
    drawn = tmp_path / "page.svg"
    drawn.write_text(here.js("argmap.picture.svg(true)"), encoding="utf-8")
    exported = tmp_path / "export.svg"
    exported.write_bytes(figure(hostile_map(), "svg").files[0])
    for path in (drawn, exported):
        requests, said = [], []
        tab = here.page.context.new_page()
        tab.on("request", lambda request, into=requests: into.append(request.url))
        tab.on("console", lambda message, into=said: into.append(message.text))
        tab.goto(path.as_uri())
        for mark in ("text", "a", "title"):
            tab.evaluate("(name) => document.querySelector(name)?.dispatchEvent(new MouseEvent('click'))", mark)
        assert tab.evaluate("'pwned' in window") is False
        assert tab.evaluate("document.querySelectorAll('script, foreignObject, image, use, iframe').length") == 0
        assert tab.evaluate("document.querySelectorAll('text').length") > len(IDS)
        assert requests == [path.as_uri()]
        assert said == []
        tab.close()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_link_that_holds_hostile_text_shows_it_as_text(visit, hostile_file, text):
    part = quote(text, safe="")
    here = visit(
        hostile_file, f"#q={part}&c={part}&if={part}&focus={part}&theme={part}&step={part}&on={part}&fold={part}"
    )
    assert here.js("'pwned' in window") is False
    assert here.js("document.querySelectorAll('img, iframe, object, embed, link, base').length") == 0
    here.page.locator("#open-share").click()
    assert here.js("'pwned' in window") is False
    again = visit(hostile_file, "#" + here.page.url.partition("#")[2])
    assert again.js("'pwned' in window") is False
    assert again.quiet
