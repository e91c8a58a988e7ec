"""How fast the page is, in real Chromium: opening, folding, panning and zooming at several sizes.

    python tests/bench/page.py [SIZES ...]          (default: 30 300 1000 5000 10000)

`open` is the main thread's CPU (TaskDuration in thread ticks) from navigation until the map stands; `fold` and `unfold` are the
longest of several, with their first picture; `pan` and `zoom` are frames a second with all claims shown: panning at
reading zoom, and zooming in and out over the whole map. Chromium runs headless with its own flags, on this machine.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))
from argmap import api
from tests.bench.build import as_yaml
from tests.support.pages import launch

FRAMES = """async (move) => {
  const {net} = argmap.canvas, times = [];
  let last = await new Promise(requestAnimationFrame);
  for (let i = 0; i < 90; i++) {
    if (move === 'pan') net.moveTo({position: {x: net.getViewPosition().x + 6, y: net.getViewPosition().y + 3}, scale: 1});
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
        browser.close()


if __name__ == "__main__":
    main()
