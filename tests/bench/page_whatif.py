"""Print how long a what-if takes in the page, in real Chromium: `python tests/bench/page_whatif.py [CLAIMS ...]`.

From the call that a click makes to the end of the redrawing of all panes, in milliseconds of the main thread: the
median and the worst of 25 rejections, at reading zoom and with the whole map in view.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))

from argmap.model import ArgMap, Claim, Link
from tests.support.pages import launch, open_file, write

MEASURE = """async (fit) => {
  const AM = argmap, ids = AM.map.order, net = AM.canvas.net, times = [];
  if (fit) AM.camera.fit(false); else AM.camera.show(ids[ids.length >> 1]);
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  AM.apply({evaluate: true, selected: ids[0]});
  await frame();
  for (let i = 0; i < 30; i++) {
    const id = ids[(i * 37) % ids.length], start = performance.now();
    AM.labels.intervene(id, 'reject');
    net.canvas.body.emitter.emit('_redraw');
    document.body.offsetHeight;
    times.push(performance.now() - start);
    await frame();
    AM.labels.intervene(id, 'reset');
    await frame();
  }
  times.splice(0, 5);
  times.sort((a, b) => a - b);
  return [times[times.length >> 1], times[times.length - 1]];
}"""


def tree(claims: int) -> ArgMap:
    """Return a map of reasons and objections in which every claim bears on an earlier one."""
    made = tuple(
        Claim(id=f"c{i}", text=f"Claim number {i} says something that takes a line or two.") for i in range(claims)
    )
    kinds = ("supports", "supports", "attacks")
    links = tuple(
        Link(id=f"l{i}", premises=(f"c{i}",), kind=kinds[i % 3], target=f"c{(i - 1) // 3}", named=True)
        for i in range(1, claims)
    )
    return ArgMap(title=f"{claims} claims", claims=made, links=links)


def main() -> None:
    """Measure and print."""
    sizes = [int(word) for word in sys.argv[1:]] or [100, 1000]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright)
        for claims in sizes:
            path = write(tree(claims), Path(folder) / f"{claims}.html")
            for fit in (False, True):
                here = open_file(browser, path)
                middle, worst = here.js(MEASURE, fit)
                where = "whole map in view" if fit else "at reading zoom"
                print(f"{claims:>6} claims, {where}: median {middle:.0f} ms, worst {worst:.0f} ms", flush=True)
                here.page.context.close()
        browser.close()


if __name__ == "__main__":
    main()
