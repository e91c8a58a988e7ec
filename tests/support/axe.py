"""axe-core in an open page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.pages import Visit

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="needs axe-core: run `npm ci` in tests/")


def violations(here: Visit) -> list[tuple[str, list[str]]]:
    """Return what axe-core has to complain about: rule and elements."""
    here.js(AXE.read_text("utf-8") + "; 0")
    found = here.js("axe.run().then((result) => result.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))")
    return [(name, nodes[:3]) for name, nodes in found]
