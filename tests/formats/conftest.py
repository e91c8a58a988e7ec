"""Files of our own that look like those of other programs, one for each format that is read."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.formats.reading import Reading

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def read_fixture() -> Callable[[str, str], Reading]:
    """Return a function that reads a fixture, by the name of its file, as a module of argmap.formats does."""

    def read(module: str, name: str) -> Reading:
        source = SourceText((FIXTURES / name).read_text("utf-8"), name)
        return import_module(f"argmap.formats.{module}").read(source)

    return read
