"""Whatever is in a file, a reader answers with a map or with located problems: never an exception, never for ever."""

from __future__ import annotations

import json
import random
import time
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.formats.table import FORMATS
from argmap.model import ArgMap, Claim, Expect, Group, Link, Source, Step
from argmap.source import SourceText

if TYPE_CHECKING:
    from argmap.formats.reading import Reading

FIXTURES = Path(__file__).parent / "fixtures"
OWN = (  # the formats that this file answers for
    "aif", "xaif", "sadface", "arggraph", "carneades", "mindmup", "json", "gsn", "argmap-yaml", "aml", "rationale",
    "brat", "argunet", "yed", "tgf", "apx", "iccma",
)  # fmt: skip
SAMPLES = {
    "gsn": "night-trains.gsn.yaml", "argmap-yaml": "umbrella.yml", "aml": "lighthouse.aml", "rationale": "bakery.rtnl",
    "brat": "glass.ann", "argunet": "canal.argunet.graphml", "yed": "harvest.yed.graphml",
}  # fmt: skip
TEXTS = {
    "tgf": "a First\nb Second\nc\n#\na b\nb c support\n",
    "apx": "arg(a).\narg(b).\ntext(a, It rains, they say.).\natt(a,b).\nsupport(b,a).\n",
    "iccma": "p af 3\n# three\n1 2\n2 3\n",
}
DEMO = ArgMap(
    title="Ärger & <Glück>",
    groups=(Group(id="g", title="Group", color="#fff"),),
    sources=(Source(id="s", title="Source", skip=2), Source(id="t", year="1999")),
    thesis=("a",),
    language="pt-BR",
    expect=Expect(stands=("b", "c"), falls=("a",)),
    steps=(Step(show=("a", "why"), say="Look."), Step(show=("d",))),
    claims=tuple(
        Claim(
            id=name,
            quote=("one", "two"),
            at=(3, "p. 4"),
            source="s",
            by="Ann",
            text=f'Claim {name}: "it" isn\'t <b>{name}</b> &amp; so\non.',
            group="g",
            tags=("x", "y"),
            credence=0.5,
        )
        for name in "abcd"
    ),
    links=(
        Link(id="why", premises=("b", "c"), kind="supports", target="a", named=True, scheme="sign", strength=0.25),
        Link(id="d undercuts why", premises=("d",), kind="undercuts", target="why"),
        Link(id="b undercuts d undercuts why", premises=("b",), kind="undercuts", target="d undercuts why"),
        Link(id="a attacks d", premises=("a",), kind="attacks", target="d"),
    ),
)


def module_of(name: str) -> Any:
    return import_module(f"argmap.formats.{FORMATS[name].module}")


def sample(name: str) -> str:
    if name in SAMPLES:
        return (FIXTURES / SAMPLES[name]).read_text("utf-8")
    return TEXTS.get(name) or "\n".join(module_of(name).write(DEMO))


def read(name: str, text: str) -> Reading:
    reading = module_of(name).read(SourceText(text, "bad"))
    lines = text.count("\n") + text.count("\r") + 1
    for problem in reading.problems:
        assert problem.span.path == "bad"
        assert 0 <= problem.span.line <= lines
        assert problem.span.column >= 0
        assert problem.message
        assert problem.message[-1] not in ".!"
    if reading.argmap is None:
        assert any(problem.severity == "error" for problem in reading.problems)
    else:
        assert_sound(reading.argmap)
    return reading


def assert_sound(argmap: ArgMap) -> None:
    """What a reader returns can be written as a map file and is a map there."""
    ids = [claim.id for claim in argmap.claims] + [link.id for link in argmap.links]
    assert len(ids) == len(set(ids))
    assert all(claim.text.strip() for claim in argmap.claims)
    for link in argmap.links:
        assert link.premises
        assert len(set(link.premises)) == len(link.premises)
        assert all(map(argmap.is_claim, link.premises))
        assert (argmap.is_link if link.kind == "undercuts" else argmap.is_claim)(link.target)
        assert link.target not in link.premises or link.kind == "undercuts"
    back = import_module("argmap.formats.json")
    argmap = replace(argmap, title=argmap.title or "x")
    again = back.read(SourceText("\n".join(back.write(argmap))))
    assert again.argmap is not None, again.problems
    assert again.argmap == argmap


@pytest.mark.parametrize("name", OWN)
def test_the_samples_are_read(name: str) -> None:
    reading = read(name, sample(name))
    assert reading.argmap is not None
    assert reading.argmap.links


@pytest.mark.parametrize("name", OWN)
def test_files_that_were_cut_off(name: str) -> None:
    text = sample(name)
    for tenth in range(10):
        read(name, text[: len(text) * tenth // 10])


@pytest.mark.parametrize("name", OWN)
def test_files_of_other_formats(name: str) -> None:
    for other in OWN:
        read(name, sample(other))


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize(
    "text", ["", "\n", "\ufeff", "\x00", "null", "0", "[]", "{}", '""', "\ud800", "{" * 5000, "a: &x [*x]"]
)
def test_hardly_anything(name: str, text: str) -> None:
    read(name, text)


@pytest.mark.parametrize("name", OWN)
def test_windows_line_ends_mean_the_same(name: str) -> None:
    text = sample(name)
    plain = read(name, text).argmap
    assert read(name, text.replace("\n", "\r\n")).argmap == plain
    assert read(name, "\ufeff" + text).argmap == plain


JSONS = ("aif", "xaif", "sadface", "mindmup", "json")
WRONG: tuple[Any, ...] = (None, True, 7, -1.5, 10**30, "", "no such thing", [], {}, [[]], {"a": None}, "\ud800\x00")


def mutate(value: Any, chance: random.Random, rate: float) -> Any:
    if chance.random() < rate:
        return chance.choice(WRONG)
    if isinstance(value, dict):
        return {key: mutate(below, chance, rate) for key, below in value.items() if chance.random() > rate}
    if isinstance(value, list):
        kept = [mutate(below, chance, rate) for below in value if chance.random() > rate]
        return kept + kept[:1] if chance.random() < rate else kept
    return value


@pytest.mark.parametrize("name", JSONS)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), rate=st.sampled_from((0.01, 0.05, 0.2)))
def test_wrong_types_anywhere_in_json(name: str, seed: int, rate: float) -> None:
    read(name, json.dumps(mutate(json.loads(sample(name)), random.Random(seed), rate)))  # noqa: S311 - mere noise is enough


@pytest.mark.parametrize("name", OWN)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_characters_changed_lines_moved(name: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - mere noise is enough
    lines = sample(name).splitlines(keepends=True)
    for _ in range(chance.randint(1, 4)):
        where = chance.randrange(len(lines))
        way = chance.randrange(4)
        if way == 0:
            lines.insert(where, lines[chance.randrange(len(lines))])
        elif way == 1 and len(lines) > 1:
            del lines[where]
        elif lines[where]:
            place = chance.randrange(len(lines[where]))
            noise = chance.choice("\x00\x1b\t\n\"'<>&{}[]()#:,;=-!*|%\\\u2028é\U0001f600a0 ")
            lines[where] = lines[where][:place] + noise + lines[where][place + (way == 2) :]
    read(name, "".join(lines))


@pytest.mark.parametrize("name", ["arggraph", "aml", "argunet", "yed"])
def test_entities_are_refused_wherever_they_stand(name: str) -> None:
    head = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "lol"}">' for i in range(20))
    begun = time.process_time()
    for text in (
        f"<!DOCTYPE x [{head}]><x>&e19;</x>",
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><x/>',
        '<!DOCTYPE x [<!ENTITY p SYSTEM "file:///etc/hostname">]><x>&p;</x>',
    ):
        reading = read(name, text)
        assert reading.argmap is None
        assert [problem.code for problem in reading.problems] == ["AM501"]
    assert time.process_time() - begun < 1


BIG = 50_000_000  # characters


def big(name: str) -> str:
    """Return a file of that size, as regular as a machine would make it."""
    if name in JSONS[:2]:
        row = '{"nodeID": "%d", "text": "Something is said here about number %d.", "type": "I"}'
        nodes = ",\n".join(row % (i, i) for i in range(BIG // 95))
        graph = f'{{"nodes": [{nodes}], "edges": []}}'
        return graph if name == "aif" else f'{{"AIF": {graph}}}'
    if name == "arggraph":
        rows = (
            f'<edu id="e{i}">Text {i}</edu><adu id="u{i}"/><edge id="s{i}" src="e{i}" trg="u{i}" type="seg"/>\n'
            for i in range(BIG // 95)
        )
        return f"<arggraph>{''.join(rows)}</arggraph>"
    if name == "tgf":
        half = BIG // 28
        return "".join(f"{i} text\n" for i in range(half)) + "#\n" + "".join(f"{i} {i + 1}\n" for i in range(half - 1))
    return "".join(f"arg(a{i}).\natt(a{i}, a{i // 2}).\n" for i in range(BIG // 38))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["aif", "arggraph", "tgf", "apx"])
def test_fifty_megabytes_are_read_or_refused_in_time(name: str) -> None:
    text = big(name)
    begun = time.process_time()
    reading = module_of(name).read(SourceText(text, "big"))
    assert time.process_time() - begun < 60
    assert reading.argmap is not None or reading.problems
