"""axe-core finds nothing to complain about, in light and dark."""

from __future__ import annotations

import pytest

from tests.support.axe import needs_axe, violations

pytestmark = [pytest.mark.browser, pytest.mark.node, needs_axe]


PHONE = {"width": 390, "height": 844}
STATES = {
    "start": "",
    "selected": "argmap.apply({selected: 'turnout'})",
    "step of the argument": "argmap.apply({selected: 'main'})",
    "search": "argmap.apply({query: 'vot'})",
    "quotations": "argmap.apply({side: 'source', selected: 'sample'})",
    "folded": "argmap.fold.toggle('forced', true)",
    "focus": "argmap.focus.on('forced')",
    "filter": "document.getElementById('filter').click(); argmap.apply({filter: 'tag=empirical'})",
    "closed panes": "argmap.apply({left: 'closed', right: 'closed'})",
    "evaluated": "argmap.apply({evaluate: true, selected: 'forced'})",
    "step-through": "argmap.apply({step: 2, pane: 'map'})",
    "phone outline": "document.getElementById('menu').click()",
    "phone map": "argmap.apply({pane: 'map', selected: 'turnout'})",
    "phone details": "argmap.apply({pane: 'details', selected: 'turnout'})",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_no_violations(visit, debate_file, scheme, state):
    size = PHONE if state.startswith("phone") else {"width": 1280, "height": 800}
    here = visit(debate_file, color_scheme=scheme, viewport=size, reduced_motion="reduce")
    here.js(f"(() => {{ {STATES[state]} }})()" if STATES[state] else "0")
    assert violations(here) == []
