"""The table of formats tells the truth: who reads and writes, and what is left of a map after a round trip."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats import FORMATS
from argmap.formats.features import ALL, FEATURES, losses, strip
from argmap.source import SourceText
from tests.support.maps import argmaps
from tests.support.same import assert_same

if TYPE_CHECKING:
    from argmap.formats import Format
    from argmap.model import ArgMap

ROUND = [row for row in FORMATS.values() if row.round_trips]
CALM = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
THOROUGH = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def name(row: Format) -> str:
    return row.name


@pytest.mark.parametrize("row", FORMATS.values(), ids=name)
def test_a_row_says_what_its_module_does(row: Format) -> None:
    module = import_module(f"argmap.formats.{row.module}")
    assert hasattr(module, "read") == row.reads
    assert hasattr(module, "write_bytes" if row.binary else "write") == row.writes
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in row.suffixes)
    assert row.keeps <= ALL
    assert row.softens <= ALL - row.keeps
    assert row.reads or not row.round_trips
    assert row.writes or not row.keeps


def check_round_trip(row: Format, argmap: ArgMap) -> None:
    module = import_module(f"argmap.formats.{row.module}")
    lines = list(module.write(argmap))
    reading = module.read(SourceText("\n".join(lines), "written"))
    assert [str(problem) for problem in reading.problems if problem.severity == "error"] == []
    assert_same(reading.argmap, strip(argmap, row.keeps, row.softens), row.keeps)


@pytest.mark.parametrize("row", ROUND, ids=name)
@CALM
@given(argmap=argmaps())
def test_what_is_read_back_is_what_was_written_but_for_the_losses(row: Format, argmap: ArgMap) -> None:
    check_round_trip(row, argmap)


@pytest.mark.slow
@pytest.mark.parametrize("row", [row for row in ROUND if row.name in ("argdown", "kialo", "outline")], ids=name)
@THOROUGH
@given(argmap=argmaps(max_claims=10))
def test_many_maps_come_back(row: Format, argmap: ArgMap) -> None:
    check_round_trip(row, argmap)


@CALM
@given(argmap=argmaps())
def test_no_loss_goes_unreported(argmap: ArgMap) -> None:
    for row in ROUND:
        told = {problem.code for problem in losses(argmap, row.keeps, row.name, row.softens)}
        if strip(argmap, row.keeps, row.softens) != argmap:
            assert told, row.name
    everything = [problem for problem in losses(argmap, frozenset(), "nothing") if problem.code]
    assert {problem.severity for problem in everything} <= {"warning"}


@CALM
@given(argmap=argmaps())
def test_what_was_taken_away_is_gone(argmap: ArgMap) -> None:
    for feature in FEATURES:
        if "order" not in feature.name:
            bare = strip(argmap, ALL - {feature.name})
            assert list(feature.uses(bare)) == [] or feature.name == "link ids", feature.name
            if not list(feature.uses(argmap)):
                assert bare == argmap, feature.name


@CALM
@given(argmap=argmaps())
def test_taking_away_twice_takes_no_more(argmap: ArgMap) -> None:
    for row in ROUND:
        once = strip(argmap, row.keeps, row.softens)
        assert strip(once, row.keeps, row.softens) == once, row.name
