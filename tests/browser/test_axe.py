"""axe-core finds nothing to complain about, in light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.node,
    pytest.mark.skipif(not AXE.exists(), reason="needs axe-core: run `npm ci` in tests/"),
]


def violations(here):
    here.js(AXE.read_text("utf-8") + "; 0")
    found = here.js("axe.run().then((result) => result.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))")
    return [(name, nodes[:3]) for name, nodes in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["start", "selected", "step", "search", "quotations", "phone"])
def test_no_violations(visit, debate_file, scheme, state):
    size = {"width": 390, "height": 844} if state == "phone" else {"width": 1280, "height": 800}
    here = visit(debate_file, {"selected": "#c=turnout", "step": "#c=main"}.get(state, ""), color_scheme=scheme,
                 viewport=size)  # fmt: skip
    if state == "search":
        here.page.fill("#query", "vot")
    if state == "quotations":
        here.page.get_by_role("tab", name="Quotations").click()
    assert violations(here) == []
