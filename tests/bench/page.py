"""How fast the page is, in real Chromium: opening, folding, panning and zooming at several sizes.

    python tests/bench/page.py [SIZES ...]          (default: 30 300 1000 5000 10000)

`open` is the CPU of the main thread (TaskDuration in thread ticks) from navigation until the map stands; `fold` and
`unfold` are the longest of several, with their first picture; `pan` and `zoom` are frames a second with all claims
shown: panning at reading zoom, and zooming in and out over the whole map. Then the time to the first picture, against
a stock pyvis page of the same boxes at the same places. Chromium runs headless, on this machine: on a busy one the
times of the wall clock say little.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from argmap import api
from argmap.layout import layout
from tests.bench.build import as_yaml
from tests.support.pages import launch

FRAMES = """async (move) => {
  const {net} = argmap.canvas, times = [];
  let last = await new Promise(requestAnimationFrame);
  for (let i = 0; i < 90; i++) {
    const {x, y} = net.getViewPosition();
    if (move === 'pan') net.moveTo({position: {x: x + 6, y: y + 3}, scale: 1});
    else net.moveTo({scale: net.getScale() * (i % 60 < 30 ? 1.04 : 1 / 1.04)});
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  times.sort((a, b) => a - b);
  return 1000 / (times.slice(0, 81).reduce((a, b) => a + b) / 81);
}"""
FOLD = """async () => {
  const ids = [...argmap.fold.foldable].slice(0, 8), times = {fold: [], unfold: []};
  argmap.apply({folded: new Set()});
  await new Promise((r) => setTimeout(r, 600));
  for (const id of ids) for (const what of ['fold', 'unfold']) {
    const start = performance.now();
    argmap.fold.toggle(id, what === 'fold');
    await new Promise(requestAnimationFrame);
    await new Promise((r) => { const c = new MessageChannel(); c.port1.onmessage = r; c.port2.postMessage(0); });
    times[what].push(performance.now() - start);
    await new Promise((r) => setTimeout(r, 400));
  }
  return [Math.max(...times.fold), Math.max(...times.unfold)];
}"""


STOCK_READY = "typeof network !== 'undefined' && network && network.body && network.body.nodeIndices.length > 0"
OWN_READY = "document.documentElement && document.documentElement.dataset.ready === 'true'"
WATCH = """const watch = () => { if (%s) requestAnimationFrame(() => requestAnimationFrame(() => {
  window.firstPicture = performance.now(); })); else setTimeout(watch, 4); }; watch();"""


def stock(size: int, path: Path) -> None:
    """Write the same map at the same places as stock pyvis does it: boxes, no physics."""
    from pyvis.network import Network

    argmap = api.open_text(as_yaml(size)).argmap
    net = Network(directed=True, cdn_resources="in_line")
    for box in layout(argmap).boxes:
        net.add_node(box.id, label="\n".join(box.lines), shape="box", x=box.x, y=box.y, physics=False)
    for link in argmap.links:
        net.add_edge(link.premises[0], link.target)
    net.toggle_physics(False)  # noqa: FBT003 - the way of pyvis
    path.write_text(net.generate_html(), "utf-8")


def first_picture(browser, path: Path, ready: str) -> float:
    """Return the milliseconds until the map has been drawn, median of five visits."""
    times = []
    for _ in range(5):
        tab = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True).new_page()
        tab.add_init_script(WATCH % ready)
        tab.goto(path.as_uri())
        while not (time := tab.evaluate("window.firstPicture ?? 0")):
            tab.wait_for_timeout(10)
        times.append(time)
        tab.context.close()
    return statistics.median(times)


def busy(session) -> float:
    """Return the seconds of CPU that the page's main thread has used so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(row["value"] for row in metrics if row["name"] == "TaskDuration")


def measure(browser, path: Path) -> list[float]:
    tab = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = busy(session)
    tab.goto(path.as_uri())
    tab.wait_for_selector("html[data-ready=true]", timeout=60_000)
    tab.wait_for_timeout(300)
    opened = busy(session) - before
    shown = tab.evaluate("argmap.now.visible.size")
    fold, unfold = tab.evaluate(FOLD)
    tab.evaluate("argmap.camera.fit(false)")
    zoom = tab.evaluate(FRAMES, "zoom")
    pan = tab.evaluate(FRAMES, "pan")
    tab.context.close()
    return [shown, opened, fold, unfold, pan, zoom]


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or [30, 300, 1000, 5000, 10000]
    print(" claims     KB  shown  open s  fold ms  unfold ms  pan fps  zoom fps")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright)
        for size in sizes:
            path = Path(folder) / f"{size}.html"
            path.write_text(api.build_page(api.open_text(as_yaml(size))), "utf-8", newline="\n")
            shown, opened, fold, unfold, pan, zoom = measure(browser, path)
            cells = f"{size:>7} {path.stat().st_size / 1000:>6.0f} {shown:>6.0f} {opened:>7.2f}"
            print(f"{cells} {fold:>8.0f} {unfold:>10.0f} {pan:>8.0f} {zoom:>9.0f}", flush=True)
        print(" claims  first picture ms  stock pyvis ms  ratio")
        for size in (size for size in sizes if size <= 1000):
            own, other = Path(folder) / f"{size}.html", Path(folder) / f"stock-{size}.html"
            stock(size, other)
            ours, theirs = first_picture(browser, own, OWN_READY), first_picture(browser, other, STOCK_READY)
            print(f"{size:>7} {ours:>17.0f} {theirs:>15.0f} {ours / theirs:>6.2f}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
