"""How fast the evaluation is: the promises, in CPU seconds, the best of a few runs."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from argmap.analysis.bearing import load_bearing
from argmap.analysis.labels import labels
from argmap.analysis.why import why
from argmap.model import ArgMap, Claim, Link


def debate(size: int) -> ArgMap:
    """Return a map of claims and links, half and half, that hangs together like a debate, some of it in circles."""
    rng = random.Random(size)  # noqa: S311 - a seeded run, not a secret
    count = size // 2
    links: list[Link] = []
    for i in range(size - count):
        kind = rng.choices(["supports", "attacks", "undercuts"], [6, 3, 1])[0]
        place = rng.randrange(1, count)
        aim = rng.randrange(place)
        if rng.random() < 0.02:
            place, aim = aim, place
        target = f"c{aim}"
        if kind == "undercuts":
            kind, target = ("undercuts", rng.choice(links).id) if links else ("attacks", target)
        others = [rng.randrange(place, count) for _ in range(rng.choice([0, 0, 1, 2]))]
        premises = tuple(dict.fromkeys(f"c{p}" for p in (place, *others)))
        links.append(Link(id=f"l{i}", premises=premises, kind=kind, target=target))
    claims = tuple(Claim(id=f"c{i}", text=f"c{i}") for i in range(count))
    return ArgMap(title="Debate", claims=claims, links=tuple(links))


def best(run, runs: int = 3) -> float:
    """Return the CPU seconds of the fastest run."""
    times = []
    for _ in range(runs):
        start = process_time()
        run()
        times.append(process_time() - start)
    return min(times)


@pytest.fixture(scope="module")
def large() -> ArgMap:
    return debate(10_000)


def test_labels_of_10_000_claims_and_links(large):
    assert best(lambda: labels(large)) < 0.15


def test_why_among_10_000_claims_and_links(large):
    found = labels(large)
    for label in ("stands", "falls"):
        name = found.having(label)[0]
        assert best(lambda name=name: why(large, name)) < 0.2


def test_load_bearing_among_10_000_claims_and_links(large):
    for name in labels(large).having("stands")[:4]:
        assert best(lambda name=name: load_bearing(large, name)) < 0.6


def test_a_long_circle_is_explained_in_time():
    size = 2_001
    ring = ArgMap(
        title="Ring",
        claims=tuple(Claim(id=f"c{i}", text=f"c{i}") for i in range(size)),
        links=tuple(
            Link(id=f"l{i}", premises=(f"c{i}",), kind="attacks", target=f"c{(i + 1) % size}") for i in range(size)
        ),
    )
    assert best(lambda: why(ring, "c7"), 1) < 3
    assert labels(ring).having("contested") == tuple(f"c{i}" for i in range(size))


HUGE = """
import resource, sys
from time import process_time
from argmap.analysis.labels import labels
from argmap.analysis.structure import structure
from tests.analysis.test_speed import debate

huge = debate(100_000)
start = process_time()
labels(huge)
middle = process_time()
structure(huge)
print(middle - start, process_time() - middle, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.slow
def test_100_000_claims_and_links():
    pytest.importorskip("resource", reason="peak memory is asked of the operating system as Unix does")
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", HUGE], capture_output=True, text=True, check=True, cwd=root)
    labelled, described, kilobytes = map(float, done.stdout.split())
    assert labelled < 2.5
    assert described < 12
    assert kilobytes < 600_000
