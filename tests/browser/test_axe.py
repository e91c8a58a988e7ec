"""axe-core finds nothing to complain about, in light and dark."""

from __future__ import annotations

import pytest

from tests.support.axe import needs_axe, violations

pytestmark = [pytest.mark.browser, pytest.mark.node, needs_axe]


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
