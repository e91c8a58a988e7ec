"""Folding keeps the picture still: nothing swaps places, the folded card does not move, no card covers another."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from argmap.api import load
from argmap.model import ArgMap, Claim, Group, Link, link_id
from tests.support.debates import debate
from tests.support.pages import write

pytestmark = pytest.mark.browser
MAPS = Path(__file__).parents[2] / "maps"

# Toggles every foldable claim that is visible, twice, and compares what stood where before and after.
EVERY_FOLD = """(most) => {
  const faults = [], {now} = argmap.places, {net} = argmap.canvas;
  const shot = () => new Map(now.cards.map((card) => [card.id, {x: card.x, y: card.y, w: card.w, h: card.h,
    screen: net.canvasToDOM(card)}]));
  const order = (a, b, axis, size) => a[axis] + a[size] / 2 <= b[axis] - b[size] / 2 ? -1
    : b[axis] + b[size] / 2 <= a[axis] - a[size] / 2 ? 1 : 0;
  const overlap = (a, b) => !order(a, b, 'x', 'w') && !order(a, b, 'y', 'h');
  const compare = (name, before, after) => {
    const both = [...after].filter(([id]) => before.has(id)).map(([id, at]) => [id, before.get(id), at]);
    for (let i = 0; i < both.length; i++) for (let j = 0; j < i; j++) {
      const [one, a0, a1] = both[i], [two, b0, b1] = both[j];
      if (Math.sign(a0.x - b0.x) * Math.sign(a1.x - b1.x) < 0) faults.push([name, 'x', one, two]);
      if (Math.sign(a0.y - b0.y) * Math.sign(a1.y - b1.y) < 0) faults.push([name, 'y', one, two]);
    }
    const cards = [...after];
    for (let i = 0; i < cards.length; i++) for (let j = 0; j < i; j++) {
      if (overlap(cards[i][1], cards[j][1])) faults.push([name, 'overlap', cards[i][0], cards[j][0]]);
    }
    const was = before.get(name).screen, is = after.get(name).screen;
    if (Math.hypot(was.x - is.x, was.y - is.y) > 0.01) faults.push([name, 'moved', was, is]);
  };
  let done = 0;
  for (const id of argmap.map.order) {
    if (!argmap.now.visible.has(id) || !argmap.fold.foldable.has(id) || done++ >= most) continue;
    for (let twice = 0; twice < 2; twice++) {
      const before = shot(), size = argmap.now.visible.size, was = argmap.state.folded.has(id);
      const inside = argmap.now.inside.get(id);
      argmap.fold.toggle(id);
      const after = shot();
      compare(id, before, after);
      if (was && !inside) faults.push([id, 'a folded card without a badge']);
      if (was ? argmap.now.visible.size <= size : argmap.now.visible.size >= size) faults.push([id, 'nothing changed']);
    }
  }
  return {faults, done};
}"""

# Every line of every visible link against every visible card that it does not belong to.
THROUGH_CARDS = """() => {
  const found = [], {now, shapeOf} = argmap.places;
  for (const curve of now.curves) {
    const own = new Set([...curve.link.premises, curve.link.target]), {line} = shapeOf(curve);
    for (const card of now.cards) {
      if (own.has(card.id)) continue;
      const l = card.x - card.w / 2 + 1, r = card.x + card.w / 2 - 1;
      const t = card.y - card.h / 2 + 1, b = card.y + card.h / 2 - 1;
      for (let i = 0; i < line.length; i += 2) {
        if (line[i] <= l || line[i] >= r || line[i + 1] <= t || line[i + 1] >= b) continue;
        found.push([curve.link.id, card.id]);
        break;
      }
    }
  }
  return found;
}"""


def random_map(seed: int, count: int) -> ArgMap:
    """Return a map with shared claims, linked premises, undercuts, groups, several theses and a circle."""
    rng = random.Random(seed)  # noqa: S311 - nothing secret
    names = [f"c{i}" for i in range(count)]
    links: dict[str, Link] = {}

    def add(premises, kind, target):
        name = link_id(premises, kind, target)
        if target in premises or len(set(premises)) < len(premises):
            return
        links.setdefault(name, Link(id=name, premises=premises, kind=kind, target=target))

    for i in range(2, count):
        below = names[i]
        add((below,), rng.choice(("supports", "supports", "attacks")), names[rng.randrange(max(1, i // 2))])
        if rng.random() < 0.2:
            add((below, names[rng.randrange(i)]), "supports", names[rng.randrange(i // 3 + 1)])
        if rng.random() < 0.15:
            add((below,), "undercuts", rng.choice(list(links)))
    claims = tuple(
        Claim(id=name, text=f"Claim {name} says " + "more " * rng.randrange(12) + "of it.",
              group=rng.choice(("", "", "g", "h")))
        for name in names
    )  # fmt: skip
    groups = (Group(id="g", title="G"), Group(id="h", title="H"))
    return ArgMap(title=f"Random {seed}", claims=claims, links=tuple(links.values()), groups=groups)


def calm(visit, path, **options):
    return visit(path, reduced_motion="reduce", **options)


@pytest.mark.parametrize("seed", range(4))
def test_no_fold_moves_anything_out_of_order_on_random_maps(visit, tmp_path, seed):
    here = calm(visit, write(random_map(seed, 36 + 20 * seed), tmp_path / "map.html"))
    here.js("argmap.apply({folded: new Set()})")
    found = here.js(EVERY_FOLD, 60)
    assert found["faults"] == []
    assert found["done"] > 3


def test_no_fold_moves_anything_out_of_order_on_a_real_map(visit, tmp_path):
    here = calm(visit, write(load(MAPS / "programme-1928.yaml"), tmp_path / "map.html"))
    for depth in (1, 2, 9):
        here.js("(depth) => argmap.apply({folded: argmap.fold.level(depth)})", depth)
        found = here.js(EVERY_FOLD, 100)
        assert found["faults"] == []
        assert found["done"] > 3
        assert here.js(THROUGH_CARDS) == []


def test_a_large_map_opens_folded_and_legible(visit, tmp_path):
    here = calm(visit, write(load(MAPS / "programme-1928.yaml"), tmp_path / "map.html"))
    assert here.js("argmap.now.visible.size") <= 30
    assert here.js("argmap.canvas.net.getScale()") >= 0.7
    assert here.js(THROUGH_CARDS) == []


BADGE = """(id) => { const card = argmap.geometry.cards.get(id), box = argmap.canvas.box.getBoundingClientRect();
    const at = argmap.canvas.net.canvasToDOM({x: card.x + card.w / 2 - 18, y: card.y + card.h / 2});
    return {x: at.x + box.left, y: at.y + box.top}; }"""


def test_a_badge_opens_its_card_by_mouse(visit, tmp_path):
    here = calm(visit, write(load(MAPS / "programme-1928.yaml"), tmp_path / "map.html"))
    name, inside = here.js("[...argmap.now.inside][0]")
    here.js("(id) => argmap.camera.show(id)", name)
    at = here.js(BADGE, name)
    before = here.js("argmap.now.visible.size")
    here.page.mouse.click(at["x"], at["y"])
    assert before < here.js("argmap.now.visible.size") <= before + inside


def test_a_double_click_on_a_badge_opens_it_once_and_focuses_nothing(visit, tmp_path):
    here = calm(visit, write(load(MAPS / "programme-1928.yaml"), tmp_path / "map.html"))
    name = here.js("[...argmap.now.inside.keys()][0]")
    here.js("(id) => argmap.camera.show(id)", name)
    at, before = here.js(BADGE, name), here.js("argmap.now.visible.size")
    here.page.mouse.dblclick(at["x"], at["y"])
    here.page.wait_for_timeout(400)  # longer than two clicks belong together
    assert here.js("argmap.state.focus") == ""
    assert here.js("argmap.now.visible.size") > before
    here.page.mouse.click(at["x"], at["y"])
    assert here.js("argmap.now.visible.size") == before


def test_a_map_that_opens_as_one_card_can_be_opened_with_a_button(visit, tmp_path):
    claims = tuple(Claim(id=f"c{at}", text=f"Claim {at}.") for at in range(50))
    links = tuple(Link(id=f"l{at}", premises=(f"c{at}",), kind="supports", target="c0") for at in range(1, 50))
    here = calm(visit, write(ArgMap(title="Wide", claims=claims, links=links), tmp_path / "wide.html"))
    assert here.js("argmap.now.visible.size") == 1
    labels = here.page.locator("#levels button:has(small)").evaluate_all("(all) => all.map((one) => one.ariaLabel)")
    assert labels[-1] == "Level All: 50 claims"
    here.page.locator("#levels button:has(small)").click()
    assert here.js("argmap.now.visible.size") == 50


def test_levels_say_how_many_cards_they_show(visit, tmp_path):
    here = calm(visit, write(load(MAPS / "programme-1928.yaml"), tmp_path / "map.html"))
    for button in here.page.locator("#levels button:has(small)").all():
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        assert here.js("argmap.now.visible.size") == int(button.locator("small").inner_text())


def test_what_is_chosen_comes_to_light(visit, tmp_path):
    path = write(load(MAPS / "programme-1928.yaml"), tmp_path / "map.html")
    here = calm(visit, path)
    hidden = here.js("argmap.map.order.filter((id) => !argmap.now.visible.has(id))")
    for name in hidden[::12]:
        here.js("(id) => argmap.apply({selected: id})", name)
        assert here.js("(id) => argmap.now.visible.has(id)", name)
    assert name in calm(visit, path, fragment=f"#c={name}").selected()


def test_folding_over_the_selection_selects_the_folded_card(visit, tmp_path):
    here = calm(visit, write(random_map(1, 30), tmp_path / "map.html"))
    parent, child = here.js(
        """[...argmap.fold.foldable].map((id) => [id, argmap.map.children(id).map((c) => c.id)
        .find((c) => !argmap.fold.reach(new Set([id])).has(c))]).find(([, child]) => child)"""
    )
    here.js("(id) => argmap.apply({selected: id})", child)
    here.js("(id) => argmap.fold.toggle(id)", parent)
    assert here.selected() == [parent]


def test_folding_over_a_selected_link_selects_what_it_bears_on(visit, tmp_path):
    here = calm(visit, write(random_map(1, 30), tmp_path / "map.html"))
    link, target = here.js(
        """argmap.map.data.links.map((link) => [link.id, link.target])
        .find(([, id]) => argmap.fold.foldable.has(id))"""
    )
    here.js("(id) => argmap.apply({selected: id})", link)
    here.js("(id) => argmap.fold.toggle(id, true)", target)
    assert here.selected() == [target]


def test_what_holds_nothing_does_not_fold(visit, tmp_path):
    here = calm(visit, write(random_map(1, 30), tmp_path / "map.html"))
    leaf = here.js("argmap.map.order.find((id) => !argmap.map.children(id).length && !argmap.fold.bearing(id).length)")
    here.js("(id) => argmap.apply({selected: id})", leaf)
    here.page.locator("#net").focus()
    here.page.keyboard.press("Space")
    assert "fold" not in here.hash()


def test_the_address_keeps_folding_where_claims_have_numbers_as_ids(visit, tmp_path):
    claims = tuple(Claim(id=str(at), text=f"Claim {at}.") for at in range(12))
    links = tuple(Link(id=f"l{at}", premises=(str(at),), kind="supports", target=str(at // 2)) for at in range(1, 12))
    argmap = ArgMap(title="Numbers", claims=claims, links=links[1:])
    path = write(argmap, tmp_path / "map.html")
    here = calm(visit, path)
    for folded in (["1"], ["2"], [], ["1", "2", "3"], here.js("[...argmap.fold.level(2)]")):
        here.js("(ids) => argmap.apply({folded: new Set(ids)})", folded)
        again = calm(visit, path, fragment=here.js("location.hash"))
        assert sorted(again.js("[...argmap.state.folded]")) == sorted(folded)


def test_the_address_of_a_large_map_keeps_every_fold_and_stays_short(visit, tmp_path):
    path = write(debate(700, seed=5), tmp_path / "map.html")
    here = calm(visit, path)
    here.js("argmap.fold.toggle([...argmap.state.folded].find((id) => argmap.now.visible.has(id)), false)")
    here.js("argmap.apply({selected: argmap.map.order.at(-1)})")
    folded = here.js("[...argmap.state.folded].sort()")
    assert len(folded) > 200
    assert len(here.hash()) < 100
    assert calm(visit, path, fragment=here.js("location.hash")).js("[...argmap.state.folded].sort()") == folded


def test_motion_is_orderly_all_the_way(visit, tmp_path):
    here = visit(write(random_map(2, 36), tmp_path / "map.html"))
    name = here.js("[...argmap.fold.foldable][0]")
    faults = here.js(
        """async (id) => {
        const faults = [], {now} = argmap.places;
        argmap.fold.toggle(id);
        for (let i = 0; i < 20; i++) {
          await new Promise(requestAnimationFrame);
          const cards = now.cards;
          for (const a of cards) for (const b of cards) if (a !== b && Math.abs(a.x - b.x) * 2 < a.w + b.w - 0.01
            && Math.abs(a.y - b.y) * 2 < a.h + b.h - 0.01) faults.push([i, a.id, b.id]);
        }
        return faults; }""",
        name,
    )
    assert faults == []


def test_a_folded_row_of_the_outline_says_how_many_claims_it_holds(visit, tmp_path):
    here = calm(visit, write(load(MAPS / "programme-1928.yaml"), tmp_path / "map.html"))
    here.js("argmap.apply({folded: argmap.fold.level(1)})")
    said = here.js("""() => [...document.querySelectorAll('#tree .inside')].map((at) =>
      [at.closest('li').dataset.id, ...[...at.children].map((part) => part.textContent)])""")
    inside = here.js("[...argmap.now.inside]")
    assert said
    assert sorted(said) == sorted([name, f"+{count}", f"{count} more inside"] for name, count in inside)
    here.js("argmap.apply({folded: new Set()})")
    assert here.page.locator("#tree .inside").count() == 0
