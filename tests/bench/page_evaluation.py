"""Print how long the page takes to evaluate a map, in real Chromium: `python tests/bench/page_evaluation.py`.

Prints milliseconds, the median of 25 runs after a warm-up, for a tree with objections, a map with shared premises, and
one in which a third of the claims stand in circles.
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

SCRIPTS = Path(__file__).parents[2] / "argmap" / "render" / "static" / "js"
RUNS = 25
MEASURE = """([data, runs]) => {
  const median = (work) => {
    const times = [];
    for (let i = 0; i < runs + 5; i++) {
      const start = performance.now();
      work(i);
      times.push(performance.now() - start);
    }
    return times.slice(5).sort((a, b) => a - b)[runs >> 1];
  };
  const E = AM.evaluation, net = E.network(data), last = net.n - 1;
  const standing = [...E.solve(net).state.slice(0, net.n).keys()].filter((x) => E.solve(net).state[x] === 1);
  return {
    network: median(() => E.network(data)),
    solve: median((i) => E.solve(net, new Map([[last - i, false]]))),
    verdicts: median((i) => E.verdicts(net, new Map([[last - i, false]]))),
    "load-bearing": median((i) => AM.whatif.loadBearing(net, new Map(), standing[i % 3])),
  };
}"""


def random_data(claims: int, *, shared: float = 0.0, circles: float = 0.0) -> dict[str, object]:
    """Return a map as the page has it: each claim bears on an earlier one, some on several, some on later ones."""
    rng = random.Random(claims)  # noqa: S311 - a seeded run, not a secret
    links: list[dict[str, object]] = []
    for x in range(1, claims):
        targets = [max(0, rng.randrange(x))]
        targets += [rng.randrange(x)] if rng.random() < shared else []
        targets += [rng.randrange(claims)] if rng.random() < circles else []
        for target in targets:
            kind = rng.choice(("supports", "supports", "attacks"))
            links.append({"id": f"l{len(links)}", "kind": kind, "premises": [f"c{x}"], "target": f"c{target}"})
    return {"claims": [{"id": f"c{x}"} for x in range(claims)], "links": links}


def main() -> None:
    """Measure and print."""
    shapes = {"tree": {}, "shared": {"shared": 0.5}, "circles": {"shared": 0.3, "circles": 0.3}}
    with sync_playwright() as playwright:
        chromium = shutil.which(os.environ.get("ARGMAP_CHROMIUM", "chromium"))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        names = ("evaluation", "circles", "whatif")
        scripts = "".join((SCRIPTS / f"{name}.js").read_text("utf-8") for name in names)
        page.add_script_tag(content="const AM = {};" + scripts)
        for claims in (1000, 10000):
            for shape, options in shapes.items():
                found = page.evaluate(MEASURE, [random_data(claims, **options), RUNS])
                figures = ", ".join(f"{name} {ms:.2f} ms" for name, ms in found.items())
                print(f"{claims:>6} claims, {shape:<8} {figures}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
