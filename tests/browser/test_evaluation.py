"""The evaluation in JavaScript gives what the one in Python gives: in real Chromium, on cases and on random maps."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.analysis.bearing import load_bearing
from argmap.analysis.circles import circle
from argmap.analysis.labels import labels, solve
from argmap.analysis.limits import Limit
from argmap.analysis.network import network
from argmap.analysis.positions import component, contested
from argmap.analysis.why import why
from argmap.model import ArgMap, Link
from argmap.order import outline
from tests.support.evaluation import LINK_STATES, STATES, build, case_map, cases, framework, random_map

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SCRIPTS = Path(__file__).parents[2] / "argmap" / "render" / "static" / "js"
MODULES = ("evaluation", "circles", "positions", "whatif", "telling")
ODD_IDS = (
    "constructor",
    "__proto__",
    "toString",
    "7",
    "é",
    "hasOwnProperty",
    "ж",
    "a.b",
    "valueOf",
    "x-1",
    "length",
    "_",
)
Do = dict[str, str]
Work = list[tuple[ArgMap, list[Do]]]

ALL_VERDICTS = """(maps) => maps.map(({data, does}) => {
  const E = AM.evaluation, net = E.network(data);
  return does.map((pairs) => {
    const forced = new Map(pairs.map(([name, stands]) => [net.index.get(name), stands]));
    return E.verdicts(net, forced).map((v) => [v.label, v.reason, v.cause < 0 ? "" : net.names[v.cause], v.round]);
  });
})"""

ALL_CIRCLES = """(maps) => maps.map((data) => {
  const net = AM.evaluation.network(data), solution = AM.evaluation.solve(net);
  return [...solution.state.keys()].filter((x) => !solution.state[x]).map((x) => AM.circles.circle(net, solution, x));
})"""

ALL_BEARING = """(rows) => rows.map(({data, do: pairs, claim}) => {
  const net = AM.evaluation.network(data);
  const forced = new Map(pairs.map(([name, stands]) => [net.index.get(name), stands]));
  return AM.whatif.loadBearing(net, forced, net.index.get(claim)).map((x) => net.names[x]);
})"""

ALL_POSITIONS = """(maps) => maps.map((data) => {
  const net = AM.evaluation.network(data), solution = AM.evaluation.solve(net), seen = new Set(), rows = [];
  for (const x of solution.state.keys()) {
    if (solution.state[x] || seen.has(x)) continue;
    const {items, found} = AM.positions.of(net, solution, x, Infinity);
    for (const y of items) seen.add(y);
    for (const position of found) {
      rows.push([2, 0, 1].map((value) => items.filter((_, i) => position[i] === value).map((y) => net.names[y])));
    }
  }
  return rows;
})"""

ALL_SENTENCES = """([maps, strings]) => maps.map(({data, told, do: pairs}) => {
  const E = AM.evaluation, net = E.network(data);
  const forced = new Map(pairs.map(([name, stands]) => [net.index.get(name), stands]));
  const t = (key, values = {}) => strings[key].replace(/\\{(\\w+)\\}/g, (all, name) => String(values[name]));
  const given = {net, forced, solution: E.solve(net, forced), claims: told, kinds: data.links.map((l) => l.kind), t};
  const remark = (x) => given.solution.state[x] ? [] : [AM.telling.remark(given, x)].filter((text) => text);
  return net.names.map((_, x) => [...AM.telling.why(given, x).map(({text}) => text), ...remark(x)]);
})"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    page.add_script_tag(
        content="const AM = {};" + "".join((SCRIPTS / f"{name}.js").read_text("utf-8") for name in MODULES)
    )
    yield page
    page.close()


def data(argmap: ArgMap) -> dict[str, object]:
    """Return the map as the page's own data block has it."""
    return {
        "claims": [{"id": claim.id, "status": claim.status} for claim in argmap.claims],
        "links": [
            {"id": link.id, "kind": link.kind, "premises": list(link.premises), "target": link.target}
            for link in argmap.links
        ],
    }


def in_javascript(page: Page, work: Work) -> list[list[list[list[object]]]]:
    """Return label, reason, cause and round of every item, by map and intervention, in few calls."""
    sent = [
        {"data": data(argmap), "does": [[[name, out == "stands"] for name, out in do.items()] for do in does]}
        for argmap, does in work
    ]
    return [
        found for start in range(0, len(sent), 600) for found in page.evaluate(ALL_VERDICTS, sent[start : start + 600])
    ]


def in_python(argmap: ArgMap, do: Mapping[str, str]) -> list[list[object]]:
    found = labels(argmap, do)
    return [[v.label, v.reason, v.cause, v.round] for v in (*found.claims.values(), *found.links.values())]


def compare(page: Page, work: Work) -> None:
    """Evaluate every map under each of its interventions on both sides; the first difference fails."""
    for (argmap, does), found in zip(work, in_javascript(page, work), strict=True):
        for do, there in zip(does, found, strict=True):
            assert there == in_python(argmap, do), (argmap, do)


def oddly_named(argmap: ArgMap) -> ArgMap:
    """Return the map with claim ids that trip up a program that keeps them as keys of a plain object."""
    new = {claim.id: name for claim, name in zip(argmap.claims, ODD_IDS, strict=False)}
    moved = [replace(link, premises=tuple(new.get(p, p) for p in link.premises)) for link in argmap.links]
    links = [
        link if link.kind == "undercuts" else replace(link, target=new.get(link.target, link.target)) for link in moved
    ]
    return replace(argmap, claims=tuple(replace(c, id=new.get(c.id, c.id)) for c in argmap.claims), links=tuple(links))


def some_interventions(rng: random.Random, argmap: ArgMap) -> Do:
    chosen = rng.sample(argmap.claims, min(rng.choice((0, 1, 1, 2)), len(argmap.claims)))
    return {claim.id: rng.choice(("stands", "falls")) for claim in chosen}


def many_maps(count: int, seed: int) -> Work:
    rng = random.Random(seed)  # noqa: S311 - a seeded run, not a secret
    sizes = ((3, 5), (6, 9), (12, 20))
    maps = [oddly_named(random_map(rng, *rng.choice(sizes))) for _ in range(count)]
    return [(argmap, [{}, some_interventions(rng, argmap)]) for argmap in maps]


def test_random_maps_have_identical_labels_reasons_causes_and_rounds(page) -> None:
    work = many_maps(2400, seed=1928)
    seen = {reason for argmap, does in work for do in does for _, reason, _, _ in in_python(argmap, do)}
    assert len(seen) == 12, f"the maps are too tame: only {sorted(seen)}"
    compare(page, work)


def test_larger_random_maps(page) -> None:
    rng = random.Random(3)  # noqa: S311 - a seeded run, not a secret
    compare(page, [(random_map(rng, 150, links), [{}]) for links in (120, 180, 400) for _ in range(15)])


def test_worked_maps(page) -> None:
    if not (found := cases("maps_wellfounded.json")):
        pytest.skip("the worked cases are not beside this checkout")
    work = [(case_map(case), [{}]) for case in found]
    for case, (verdicts,) in zip(found, in_javascript(page, work), strict=True):
        expected = [STATES[case["labels"][name]] for name in case["claims"]]
        expected += [LINK_STATES[case["link_labels"][name]] for name in case["links"]]
        assert [verdict[0] for verdict in verdicts] == expected, case["id"]
    compare(page, work)


def test_abstract_frameworks(page) -> None:
    """An abstract framework is a map of given claims and attacks; its grounded labelling is ours."""
    if not (found := cases("dung_af.json")):
        pytest.skip("the worked cases are not beside this checkout")
    work = [(framework(case["arguments"], case["attacks"]), [{}]) for case in found]
    for case, (argmap, _), (verdicts,) in zip(found, work, in_javascript(page, work), strict=True):
        labelling = case["expected"]["grounded_labelling"]
        states = {claim.id: verdict[0] for claim, verdict in zip(argmap.claims, verdicts, strict=False)}
        assert states == {name: STATES[label] for name, label in labelling.items()}, case["id"]
    compare(page, work)


def test_collective_attacks(page) -> None:
    """A framework with collective attacks is a map of given claims and attacks with linked premises."""
    if not (found := cases("setaf.json")):
        pytest.skip("the worked cases are not beside this checkout")
    for case in found:
        argmap = framework(case["arguments"], case["collective_attacks"])
        ((verdicts,),) = in_javascript(page, [(argmap, [{}])])
        standing = {c.id for c, verdict in zip(argmap.claims, verdicts, strict=False) if verdict[0] == "stands"}
        assert standing == set(case["expected"]["grounded"]), case["id"]


def test_claims_without_links_and_links_without_premises(page) -> None:
    alone = build("a=open")
    bare = replace(alone, links=(Link(id="l", premises=(), kind="supports", target="a"),))
    compare(page, [(alone, [{}, {"a": "stands"}]), (bare, [{}, {"a": "falls"}]), (build(""), [{}])])


def test_a_link_to_nowhere_is_refused(page) -> None:
    broken = {"claims": [{"id": "a"}], "links": [{"id": "l", "kind": "attacks", "premises": ["b"], "target": "a"}]}
    said = page.evaluate("(d) => { try { AM.evaluation.network(d); } catch (e) { return e.message; } }", broken)
    assert said == "a link names b, which the map does not hold"


def test_contested_items_name_the_same_circle(page) -> None:
    work = many_maps(1200, seed=8) + [(random_map(random.Random(i), 40, 90), [{}]) for i in range(20)]  # noqa: S311 - seeded, nothing secret
    maps = [(argmap, solve(net := network(argmap), {}), net) for argmap, _ in work]
    wanted = [[circle(net, solution, x) for x, s in enumerate(solution.state) if not s] for _, solution, net in maps]
    assert sum(map(len, wanted)) > 500
    found = page.evaluate(ALL_CIRCLES, [data(argmap) for argmap, _, _ in maps])
    for (argmap, _, _), ours, theirs in zip(maps, wanted, found, strict=True):
        assert ours == theirs, argmap


def test_load_bearing_premises_are_those_of_python(page) -> None:
    work = []
    for argmap, (_, do) in many_maps(1500, seed=77):
        supported = [name for name, verdict in labels(argmap, do).claims.items() if verdict.reason == "supported"]
        work += [(argmap, do, name) for name in supported[-2:]]
    sent = [
        {"data": data(argmap), "do": [[c, out == "stands"] for c, out in do.items()], "claim": name}
        for argmap, do, name in work
    ]
    wanted = [list(load_bearing(argmap, name, do) or ()) for argmap, do, name in work]
    assert sum(map(len, wanted)) > 100
    for (argmap, do, name), ours, theirs in zip(work, wanted, page.evaluate(ALL_BEARING, sent), strict=True):
        assert theirs == ours, (argmap, do, name)


def test_load_bearing_premises_of_the_worked_maps(page) -> None:
    if not (found := cases("maps_wellfounded.json")):
        pytest.skip("the worked cases are not beside this checkout")
    sent = [{"data": data(case_map(case)), "do": [], "claim": case["main_claim"]} for case in found]
    for case, theirs in zip(found, page.evaluate(ALL_BEARING, sent), strict=True):
        assert sorted(theirs) == sorted(case["analysis"]["load_bearing"]), case["id"]


def test_changes_are_the_items_whose_label_differs(page) -> None:
    argmap = build("p o c", "r: p supports c", "x: o attacks c")
    found = page.evaluate(
        """(data) => {
          const E = AM.evaluation, net = E.network(data), o = net.index.get("o");
          return AM.whatif.changes(E.solve(net), E.solve(net, new Map([[o, false]]))).map((x) => net.names[x]);
        }""",
        data(argmap),
    )
    assert found == ["o", "c", "x"]


def test_sentences_are_those_of_the_command_line(page) -> None:
    strings = json.loads((SCRIPTS.parents[1] / "strings" / "en.json").read_text("utf-8"))
    work = [(argmap, do) for argmap, does in many_maps(220, seed=12) for do in does]
    worked = [case_map(case) for case in cases("maps_wellfounded.json")]
    work += [(with_texts(argmap), {}) for argmap in worked if all(link.premises for link in argmap.links)]
    sent, wanted = [], []
    for argmap, do in work:
        numbers = outline(argmap).numbers
        told = [{"number": numbers[claim.id], "text": claim.text} for claim in argmap.claims]
        sent.append({"data": data(argmap), "told": told, "do": [[c, out == "stands"] for c, out in do.items()]})
        found = [why(argmap, item.id, do) for item in (*argmap.claims, *argmap.links)]
        wanted.append([list(one.sentences) for one in found])
    for (argmap, do), ours, theirs in zip(work, wanted, page.evaluate(ALL_SENTENCES, [sent, strings]), strict=True):
        assert theirs == ours, (argmap, do)
    used = " ".join(sentence for rows in wanted for row in rows for sentence in row)
    for phrase in (
        "rests on",
        "attack each other",
        "together",
        "nothing answers",
        "has no force",
        "undercuts cut each",
    ):
        assert phrase in used, phrase


def with_texts(argmap: ArgMap) -> ArgMap:
    """Return the map with texts of all lengths, so that cutting them is part of the comparison."""
    words = "It is, so far as anybody can tell from here, the case that this very claim holds \U0001f600 good"
    claims = [replace(c, text=f"{c.id} {words[: 7 * (i + 1)]}.") for i, c in enumerate(argmap.claims)]
    return replace(argmap, claims=tuple(claims))


def test_positions_are_those_of_python(page) -> None:
    rng = random.Random(5)  # noqa: S311 - a seeded run, not a secret
    rivals = [framework("abcdef", [rng.sample("abcdef", 2) for _ in range(9)]) for _ in range(150)]
    work = [(argmap, {}) for argmap in (*rivals, *(random_map(rng, 8, 16) for _ in range(300)))]
    wanted = []
    for argmap, _ in work:
        net = network(argmap)
        solution = solve(net, {})
        wanted.append([
            [[*p.stands, *p.live], [*p.falls, *p.dead], [*p.contested, *p.open]]
            for items in contested(net, solution) for p in component(net, solution, items, Limit()).positions
        ])  # fmt: skip
    assert sum(len(rows) > 1 for rows in wanted) > 40
    found = page.evaluate(ALL_POSITIONS, [data(argmap) for argmap, _ in work])
    for (argmap, _), ours, theirs in zip(work, wanted, found, strict=True):
        assert theirs == ours, argmap
